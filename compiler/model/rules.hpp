// Reads one rule, or the prerequisites, of a credential. rules.cpp reads the trees, conditions.cpp what bounds them as a whole, versions.cpp all of them.
#pragma once

#include <string>
#include <unordered_map>

#include "compiler/model/linking.hpp"

namespace rung::model {

class RuleReader {
 public:
  RuleReader(Linking& linking, const SetIndex& index, std::uint32_t owner, source::FileId declaration_file);
  Version read_rule(std::uint32_t field);        // `requires`: one version of the rule
  void read_prerequisite(std::uint32_t field);
  const std::vector<Reference>& named_with() const { return named_with_; }   // by `share … with { … }`

 private:
  struct Waiting { std::uint32_t node; grammar::NodeKind kind; };   // a condition, read when the whole tree is known
  struct After { std::uint32_t node, suffix; };
  struct Measured {
    std::optional<Amount> amount;
    Measure measure = Measure::credits;
    std::uint32_t unit = none;
  };

  void read_items(std::uint32_t braced, std::uint32_t parent);
  void require_comma(std::uint32_t earlier, std::uint32_t item);
  void check_commas(std::uint32_t braced);
  void read_requirement(std::uint32_t requirement, std::uint32_t parent, bool conditions_allowed);
  void read_asked_of(std::uint32_t suffix, std::uint32_t node);
  void check_conditional();
  void report_misplaced(std::uint32_t requirement, std::uint32_t parent);
  bool names_an_issuer(std::uint32_t head) const;
  std::uint32_t read_head(std::uint32_t head, std::uint32_t requirement, std::uint32_t parent);
  std::uint32_t read_group(std::uint32_t head, Span span, std::uint32_t parent);
  std::uint32_t read_amount(std::uint32_t head, Span span, std::uint32_t parent);
  std::uint32_t read_competencies(std::uint32_t head, Span span, std::uint32_t parent);
  void add_asked(std::uint32_t node, std::uint32_t item, std::vector<table::Developed>& asked);
  std::vector<std::uint32_t> evidence_of(const std::vector<table::Developed>& asked) const;
  bool only_names(std::uint32_t braced) const;

  std::uint32_t open_node(std::uint32_t parent, NodeKind kind, Span span);
  void close_node(std::uint32_t node);
  void add_member(std::uint32_t node, Span name);
  void read_members(std::uint32_t node, std::uint32_t set);
  void finish_members(std::uint32_t node, Choice choice, std::optional<std::uint32_t> count);
  void finish_group(std::uint32_t node, Choice choice, std::optional<std::uint32_t> count = {});
  void read_floor(std::uint32_t value, std::uint32_t node);
  void read_oldest(std::uint32_t quantity, std::uint32_t node);
  void resolve_parts();
  std::vector<std::uint32_t> parts_named(std::uint32_t list);

  void read_conditions();
  void read_condition(const Waiting& waiting);
  void read_nothing(std::uint32_t node);
  // The condition that `node` says; none when it says none, or nothing that could be read.
  std::optional<Condition> condition_of(std::uint32_t node, grammar::NodeKind kind);
  void read_title(std::uint32_t node);
  std::optional<Condition> read_share_awards(std::uint32_t node, Condition& condition);
  // bounds.cpp: how much, of what, and where.
  void read_children(std::uint32_t node, Condition& condition);
  void read_bound(std::uint32_t bound, Condition& condition);
  void read_stated(std::uint32_t node, Condition& condition);
  void read_average(std::uint32_t node, Condition& condition);
  void read_distinct(std::uint32_t node, Condition& condition);
  Measured take_measure(Condition& condition, const Measured& measured);
  void bound_by_set(Condition& condition, std::uint32_t set);
  Measured read_measured(std::uint32_t quantity);
  Measured measure(const Quantity& quantity);
  void check_units(const std::vector<std::uint32_t>& members, const Measured& measured, Span span);
  std::vector<std::uint32_t> countable() const;

  Linking& linking_;
  const SetIndex& index_;
  const grammar::Tree& tree_;
  Model& model_;
  std::uint32_t owner_;
  std::uint32_t root_ = none;
  bool in_prerequisite_ = false;
  std::vector<std::uint32_t> parts_;             // nodes with a label
  std::unordered_map<std::string, std::uint32_t> part_by_name_;   // the first of each name
  std::vector<After> afters_;
  std::vector<std::uint32_t> conditional_;       // nodes that are not asked of everybody
  std::vector<Waiting> waiting_;
  std::vector<Reference> named_with_;
};

}  // namespace rung::model
