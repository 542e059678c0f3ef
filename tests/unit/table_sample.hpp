// A small framework as a table, made by hand so that tests know every byte of it.
//
//   northfield.inspector requires {          node 0
//     core:    all of { metrology }          node 1
//     methods: any of { mohawk.cad-1, spc } at 70%   node 2
//     gate hired                             node 3
//     at least 6 credits                     condition 0
//   }
//   northfield.spc has the prerequisite metrology    node 4
//
// mohawk grades A, B, C; northfield grades in percent; metrology and spc are 3 credits each, cad-1 4.5.
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "runtime/table/image.hpp"
#include "runtime/table/table.hpp"
#include "runtime/table/xxh64.hpp"

namespace sample {

using namespace rung::table;

inline constexpr std::uint32_t cad_1 = 0, inspector = 1, metrology = 2, spc = 3;     // credentials, sorted by name

inline Node node_of(NodeKind kind, std::uint32_t owner, std::uint32_t parent, std::uint32_t end) {
  Node node{};
  node.kind = kind;
  node.grade_floor = unknown;
  node.grade_scale = none;
  node.unit = none;
  node.owner = owner;
  node.parent = parent;
  node.end = end;
  return node;
}

inline Credential credential_of(rung::table::Image& image, const char* name, const char* title, std::uint32_t framework, std::int64_t credits) {
  Credential credential{};
  credential.name = image.intern(name);
  credential.title = image.intern(title);
  credential.credits = credits;
  credential.hours = credential.weeks = credential.fee = credential.level = unknown;
  credential.currency = credential.rule = credential.prerequisite = none;
  credential.framework = framework;
  credential.offered_from = credential.offered_to = credential.review_by = no_date;
  credential.type = CredentialType::microcredential;
  return credential;
}

inline Condition total_of(std::int64_t credits) {
  Condition condition{};
  condition.amount = credits * millionths;
  condition.percent = unknown;
  condition.divisor = 1;
  condition.within = condition.grade_scale = none;
  return condition;
}

inline void add_nodes(rung::table::Image& image) {
  Node root = node_of(NodeKind::group, inspector, none, 4);
  root.need = 3;
  root.conditions = {0, 1};
  Node core = node_of(NodeKind::members, inspector, 0, 2);
  core.part = image.intern("core");
  core.members = image.list({metrology});
  core.need = 1;
  Node methods = node_of(NodeKind::members, inspector, 0, 3);
  methods.part = image.intern("methods");
  methods.members = image.list({cad_1, spc});
  methods.choice = Choice::exactly;
  methods.need = 1;
  methods.grade_floor = 70 * millionths;
  methods.grade_scale = 0;
  Node gate = node_of(NodeKind::gate, inspector, 0, 4);
  gate.members = image.list({0});
  gate.need = 1;
  Node before = node_of(NodeKind::members, spc, none, 5);
  before.members = image.list({metrology});
  before.need = 1;
  image.nodes = {root, core, methods, gate, before};
  image.conditions = {total_of(6)};
}

inline rung::table::Image image() {
  rung::table::Image image;
  image.currencies = {image.intern("CAD")};
  image.units = {{image.intern("credits"), unknown}};
  const Text a = image.intern("A"), b = image.intern("B"), c = image.intern("C");
  image.scales = {{ScaleKind::percent, 0, {0, 0}, {0, 0}},
                  {ScaleKind::ordinal, 0, image.list({a.offset, a.length, b.offset, b.length, c.offset, c.length}), image.list({4000, 3000, 2000})}};
  image.frameworks = {{image.intern("mohawk"), image.intern("Mohawk"), image.intern("2025-09"), 0, 1},
                      {image.intern("northfield"), image.intern("Northfield"), image.intern("2026-09"), 0, 0}};
  image.institutions = {
      {image.intern("northfield"), image.intern("Northfield College"), image.intern("college"), {0, 0}, image.intern("CA-ON")}};
  image.competencies = {{image.intern("northfield.reads-drawings"), {0, 0}, 4 * millionths, {0, 0}, 1, CompetencyKind::skill, {}, {0, 0}}};
  image.gates = {{image.intern("northfield.hired"), image.intern("Hired by a licensed provider"), 1, 0, image.list({3})}};
  image.developed = {{0, Achievement::mastery, {}}};
  add_nodes(image);

  Credential award = credential_of(image, "northfield.inspector", "Quality Inspector", 1, unknown);
  award.type = CredentialType::certificate;
  award.issuers = image.list({0});
  award.rule = 0;
  award.rule_class = RuleClass::search;
  Credential measuring = credential_of(image, "northfield.metrology", "Métrologie", 1, 3 * millionths);
  measuring.develops = {0, 1};
  measuring.uses = image.list({1});
  measuring.fee = 240 * millionths;
  measuring.currency = 0;
  measuring.offered_from = 20'697;      // 2026-09-01
  Credential control = credential_of(image, "northfield.spc", "Process Control", 1, 3 * millionths);
  control.uses = image.list({2});
  control.prerequisite = 4;
  Credential drawing = credential_of(image, "mohawk.cad-1", "", 0, 4'500'000);
  drawing.uses = image.list({2});
  drawing.awarded_for = Achievement::participation;
  const Text tag = image.intern("tooling");
  drawing.tags = image.list({tag.offset, tag.length});
  image.credentials = {drawing, award, measuring, control};
  const Text who = image.intern("Machinists");
  image.statements = {{{0, 0}, 80 * millionths, metrology, no_date, StatementKind::pass_mark, Term::none, {}},
                      {{0, 0}, unknown, metrology, no_date, StatementKind::pace, Term::self_paced, {}},
                      {who, unknown, metrology, 20'495, StatementKind::consulted, Term::none, {}}};   // on 2026-02-11
  const Text french = image.intern("fr"), precise = image.intern("Métrologie de précision");
  image.translations = {{french, precise, SectionKind::credentials, metrology}};
  return image;
}

// Aligned as a view must be.
class Bytes {
 public:
  explicit Bytes(const std::string& bytes) : words_((bytes.size() + 7) / 8), size_(bytes.size()) {
    if (size_ > 0) std::memcpy(words_.data(), bytes.data(), size_);
  }
  std::span<const std::byte> span() const { return {reinterpret_cast<const std::byte*>(words_.data()), size_}; }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

// The checksum of bytes that were changed on purpose.
inline std::string stamped(std::string bytes) {
  const std::uint64_t checksum = xxh64(std::string_view(bytes).substr(sizeof(Header)));
  std::memcpy(bytes.data() + offsetof(Header, checksum), &checksum, sizeof checksum);
  return bytes;
}

}  // namespace sample
