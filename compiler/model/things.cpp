// Institutions, competencies and gates.
#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

using Syntax = grammar::NodeKind;
using grammar::Tree;
using grammar::Word;

struct InstitutionReader {
  Linking& linking;
  const Tree& tree;
  Institution& institution;

  static bool read(void* self, Word word, std::uint32_t node) { return static_cast<InstitutionReader*>(self)->field(word, node); }
  bool field(Word word, std::uint32_t node) {
    const auto text = [&] { return linking.unquoted(tree, tree[node].first_child); };
    switch (word) {
      case Word::type: institution.type = text(); return true;
      case Word::country: institution.country = text(); return true;
      case Word::region: institution.region = text(); return true;
      default: return false;
    }
  }
};

struct CompetencyReader {
  Linking& linking;
  const Tree& tree;
  Competency& competency;

  static bool read(void* self, Word word, std::uint32_t node) { return static_cast<CompetencyReader*>(self)->field(word, node); }
  bool field(Word word, std::uint32_t node) {
    const auto names = [&] { return references(linking, tree, node, Category::competency); };
    const std::uint32_t first = tree[node].first_child;
    switch (word) {
      case Word::kind:
        competency.kind = tree[first].word == Word::skill       ? table::CompetencyKind::skill
                          : tree[first].word == Word::knowledge ? table::CompetencyKind::knowledge
                                                                : table::CompetencyKind::attribute;
        return true;
      case Word::level:
        if (tree[first].kind == Syntax::number)
          competency.level = read_decimal(linking.written(tree.span(first)), tree.span(first), linking.sink).value_or(table::unknown);
        return true;
      case Word::broader: competency.broader = names(); return true;
      case Word::precedes: competency.precedes = names(); return true;
      case Word::related_to: competency.related_to = names(); return true;
      case Word::replaced_by: competency.replaced_by = names(); return true;
      case Word::aligns_with:
        for (const std::uint32_t aligned : grammar::children(tree, node)) {
          const std::uint32_t how = grammar::child(tree, aligned, Syntax::value);
          competency.alignments.push_back(
              {linking.unquoted(tree, tree[aligned].first_child), how == grammar::no_node ? Word::none : tree[how].word});
        }
        return true;
      default: return false;
    }
  }
};

struct GateReader {
  Linking& linking;
  const Tree& tree;
  Gate& gate;

  static bool read(void* self, Word word, std::uint32_t node) { return static_cast<GateReader*>(self)->field(word, node); }
  bool field(Word word, std::uint32_t node) {
    if (word != Word::enrolled_in) return false;
    gate.enrolled_in = references(linking, tree, node, Category::credential);
    return true;
  }
};

template <class Reader, class Thing>
void link_all(Linking& linking, Category category, std::vector<Thing>& things) {
  const auto& declared = linking.names.of(category);
  things.resize(declared.size());
  for (std::size_t i = 0; i < declared.size(); ++i) {
    if (!linking.reads(declared[i].file, declared[i].node)) {
      read_name(linking, declared[i], things[i]);
      continue;
    }
    Reader reader{linking, linking.tree(declared[i].file), things[i]};
    read_fields(linking, declared[i], things[i], &reader, Reader::read);
  }
}

}  // namespace

void link_institutions(Linking& linking) { link_all<InstitutionReader>(linking, Category::institution, linking.model.institutions); }
void link_competencies(Linking& linking) { link_all<CompetencyReader>(linking, Category::competency, linking.model.competencies); }
void link_gates(Linking& linking) { link_all<GateReader>(linking, Category::gate, linking.model.gates); }

}  // namespace rung::model
