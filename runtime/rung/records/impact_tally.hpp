// How many gain and lose by a change of rules, award by award, with the first few of them: what is said at the end, and kept small however many learners there are.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "runtime/queries/queries.hpp"

namespace rung {

enum class Effect : std::uint8_t { loses, gains, unclear };
Effect effect_of(const Change& change);

struct SomeLearner {
  std::uint64_t line;                      // of the stream
  std::string id;                          // may be empty
};

struct Affected {
  std::uint64_t count = 0;
  std::vector<SomeLearner> first{};        // of them, by line

  void add(std::uint64_t line, const std::string& id);
  void add(const Affected& others);
};

struct AwardTally {
  std::uint32_t before = table::none, after = table::none;   // as Change
  Affected affected[3];                    // by Effect
  const Affected& of(Effect effect) const { return affected[static_cast<std::size_t>(effect)]; }
};

struct ImpactTally {
  std::uint64_t learners = 0, unaffected = 0;
  std::uint64_t with[3] = {};              // learners, by Effect; one may be in several
  std::map<std::string, AwardTally> awards;   // those that somebody is affected by, by name

  void add(std::uint64_t line, const std::string& id, const std::vector<Change>& changes);
  void add(const ImpactTally& other);
};

// Each thread's, put together.
class SharedTally {
 public:
  void add(const ImpactTally& tally) {
    const std::lock_guard lock(mutex_);
    all_.add(tally);
  }
  const ImpactTally& all() const { return all_; }   // when the threads have ended

 private:
  std::mutex mutex_;
  ImpactTally all_;
};

}  // namespace rung
