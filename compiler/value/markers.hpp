// The quality markers of a credential, each derived with the evidence for it; none is ever taken from a claim.
// Source: the markers of the quality label in Making Sense of Microcredentials (Higher Education Quality Council of Ontario, 2021).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/graph/graphs.hpp"
#include "compiler/model/model.hpp"

namespace rung::value {

enum class Marker : std::uint8_t { relevant, accredited, standardized, assessed, flexible, stackable };
inline constexpr std::array markers = {Marker::relevant, Marker::accredited, Marker::standardized, Marker::assessed, Marker::flexible, Marker::stackable};

std::string_view name(Marker marker);   // "relevant"

struct Marked {
  Marker marker;
  bool shown = false;                                   // whether there is evidence for it
  std::vector<diagnostics::Related> evidence;           // sentences with their places; where it is not shown: what is not stated
};

class QualityMarkers {
 public:
  explicit QualityMarkers(const model::Model& model);   // which outlives it
  // All six, in their order.
  std::vector<Marked> of(std::uint32_t credential) const;

 private:
  std::vector<diagnostics::Related> evidence_of(std::uint32_t credential, Marker marker) const;

  const model::Model& model_;
  graph::Graph counted_by_;              // from what is counted to what counts it
};

}  // namespace rung::value
