#include "compiler/lsp/notes.hpp"

namespace rung::lsp {
namespace {

constexpr Notes english{
    .issued_by = "issued by", .size = "size", .level = "level", .develops = "develops", .assessed_by = "assessed by", .valid_for = "valid for", .months = "months", .made_of = "made of",
    .credential = "credential", .credentials = "credentials", .counts_towards = "counts towards", .no_award = "no award", .review_by = "review by", .part_of = "part of",
    .developed_by = "developed by", .nothing = "nothing", .type = "type", .in = "in", .between = "between", .and_ = " and ", .version = "version",
    .source = "source", .not_stated = "not stated", .page = "page", .built_in = "built in", .prints_it = "`rungc policies {}` prints it", .no_policy = "no policy is named `{}`",
    .and_more = " and {} more", .hours = "hours", .weeks = "weeks", .tag = "tag", .part = "part", .currency = "currency", .used = "borne by",
    .what_it_counts_towards = "What it counts towards", .how_many = "How many credentials this covers", .play_all = "Play all scenarios", .play_one = "Play this scenario",
    .colon = ": ", .decimal = '.',
};

constexpr Notes french{
    .issued_by = "délivré par", .size = "ampleur", .level = "niveau", .develops = "développe", .assessed_by = "évalué par", .valid_for = "valide pendant", .months = "mois", .made_of = "se compose de",
    .credential = "titre", .credentials = "titres", .counts_towards = "compte pour", .no_award = "aucun titre plus large", .review_by = "révision avant le", .part_of = "fait partie de",
    .developed_by = "développée par", .nothing = "rien", .type = "type", .in = "situé en", .between = "entre", .and_ = " et ", .version = "version",
    .source = "source", .not_stated = "non précisé", .page = "page", .built_in = "intégrée", .prints_it = "`rungc policies {}` l’affiche", .no_policy = "aucune politique ne s’appelle `{}`",
    .and_more = " et {} autres", .hours = "heures", .weeks = "semaines", .tag = "étiquette", .part = "partie", .currency = "monnaie", .used = "portée par",
    .what_it_counts_towards = "Ce vers quoi il compte", .how_many = "Combien de titres cela couvre", .play_all = "Jouer tous les scénarios", .play_one = "Jouer ce scénario",
    .colon = "\u00A0: ", .decimal = ',',
};

}  // namespace

const Notes& notes_in(std::string_view language) { return language == "fr" ? french : english; }

}  // namespace rung::lsp
