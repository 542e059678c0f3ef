#include "compiler/lsp/notes.hpp"

namespace rung::lsp {
namespace {

constexpr Notes english{
    .issued_by = "issued by", .size = "size", .level = "level", .develops = "develops", .assessed_by = "assessed by", .valid_for = "valid for", .made_of = "made of",
    .counts_towards = "counts towards", .no_award = "no award", .review_by = "review by", .part_of = "part of",
    .developed_by = "developed by", .nothing = "nothing", .type = "type", .in = "in", .between = "between", .and_ = " and ", .version = "version",
    .source = "source", .not_stated = "not stated", .page = "page", .built_in = "built in", .prints_it = "`rungc policies {0}` prints it", .no_policy = "no policy is named `{0}`",
    .and_more = " and {0} more", .tag = "tag", .part = "part", .currency = "currency", .used = "borne by",
    .what_it_counts_towards = "What it counts towards", .how_many = "How many credentials this covers", .play_all = "Play all scenarios", .play_one = "Play this scenario",
    .colon = ": ",
    .fixes = {.name_the_framework = "Name the framework {0}", .leave_character_out = "Leave this character out", .leave_second_out = "Leave the second one out", .leave_brace_out = "Leave this brace out",
              .claim = "Claim what is so: {0}", .write = "Write {0}", .write_first_line = "Write '{0}' as the first line", .use = "Use {0}", .close_text = "Close the text",
              .close_text_at_end = "Close the text at the end of the file", .add_to_stacks = "Add {0} to what it stacks into"},
    .refusals = {.nothing_here = "nothing that has a name stands here", .no_policy = "no policy is named '{0}'", .built_in = "the policy {0} is built in",
                 .currency = "{0} is a currency, and has its name from ISO 4217", .cannot_be_read = "{0} has a declaration that cannot be read; mend it first",
                 .not_read_yet = "this has been changed and not been read yet", .no_name = "'{0}' cannot be a name: a name is small letters and digits, joined by single hyphens",
                 .taken = "something else is named '{0}' already", .something_else = "with the name '{0}', {1} would say something else"},
};

constexpr Notes french{
    .issued_by = "délivré par", .size = "ampleur", .level = "niveau", .develops = "développe", .assessed_by = "évalué par", .valid_for = "valide pendant", .made_of = "se compose de",
    .counts_towards = "compte pour", .no_award = "aucun titre plus large", .review_by = "révision avant le", .part_of = "fait partie de",
    .developed_by = "développée par", .nothing = "rien", .type = "type", .in = "situé en", .between = "entre", .and_ = " et ", .version = "version",
    .source = "source", .not_stated = "non précisé", .page = "page", .built_in = "intégrée", .prints_it = "`rungc policies {0}` l’affiche", .no_policy = "aucune politique ne s’appelle `{0}`",
    .and_more = " et {0} de plus", .tag = "étiquette", .part = "partie", .currency = "monnaie", .used = "portée par",
    .what_it_counts_towards = "Compte pour", .how_many = "Combien de titres cela couvre", .play_all = "Jouer tous les scénarios", .play_one = "Jouer ce scénario",
    .colon = "\u00A0: ",
    .fixes = {.name_the_framework = "Nommer le cadre {0}", .leave_character_out = "Supprimer ce caractère", .leave_second_out = "Supprimer la seconde mention", .leave_brace_out = "Supprimer cette accolade",
              .claim = "Déclarer ce qui est\u00A0: {0}", .write = "Écrire {0}", .write_first_line = "Écrire «\u00A0{0}\u00A0» à la première ligne", .use = "Utiliser {0}", .close_text = "Fermer le texte",
              .close_text_at_end = "Fermer le texte à la fin du fichier", .add_to_stacks = "Ajouter {0} aux titres dans lesquels il est cumulable"},
    .refusals = {.nothing_here = "rien ici n’a de nom", .no_policy = "aucune politique ne s’appelle «\u00A0{0}\u00A0»", .built_in = "la politique {0} est intégrée",
                 .currency = "{0} est une monnaie, dont le nom vient d’ISO 4217", .cannot_be_read = "{0} contient une déclaration qui ne se lit pas\u00A0; corrigez-la d’abord",
                 .not_read_yet = "ce passage a été modifié et n’a pas encore été relu", .no_name = "«\u00A0{0}\u00A0» ne peut pas être un nom\u00A0: un nom se compose de minuscules sans accent et de chiffres, joints par des traits d’union simples",
                 .taken = "autre chose s’appelle déjà «\u00A0{0}\u00A0»", .something_else = "avec le nom «\u00A0{0}\u00A0», {1} dirait autre chose"},
};

}  // namespace

const Notes& notes_in(std::string_view language) { return language == "fr" ? french : english; }

}  // namespace rung::lsp
