// Agreements and their recognitions, and what credentials say of them: each the other's reverse.
#include <algorithm>

#include "runtime/table/checking.hpp"

namespace rung::table {
namespace {

// `in` holds the recognitions that list the credential among `among`, and every mention is in one of these lists.
void check_mentions(const Arrays& arrays, Range Credential::*in, Range Recognition::*among, const char* what) {
  std::size_t listed = 0, mentioned = 0;
  for (std::uint32_t id = 0; id < arrays.credentials.size(); ++id) {
    const Place place{arrays, SectionKind::credentials, id};
    for (const std::uint32_t recognition : arrays.list_of(arrays.credentials[id].*in)) {
      const auto all = arrays.list_of(arrays.recognitions[recognition].*among);
      place.require(std::binary_search(all.begin(), all.end(), id), what);
    }
    listed += (arrays.credentials[id].*in).count;
  }
  for (const Recognition& recognition : arrays.recognitions) mentioned += (recognition.*among).count;
  if (listed != mentioned) damaged("section recognitions and the credentials do not speak of the same");
}

}  // namespace

void verify_agreements(const Arrays& arrays) {
  std::uint32_t next = 0;
  for (std::uint32_t id = 0; id < arrays.agreements.size(); ++id) {
    const Range range = arrays.agreements[id].recognitions;
    if (range.count == 0) continue;
    const Place place{arrays, SectionKind::agreements, id};
    place.require(range.first == next, "its recognitions do not follow those of the one before it");
    for (std::uint32_t r = range.first; r < range.first + range.count; ++r)
      place.require(arrays.recognitions[r].agreement == id, "one of its recognitions is another agreement's");
    next += range.count;
  }
  if (next != arrays.recognitions.size()) damaged("section recognitions holds some of no agreement");
  check_mentions(arrays, &Credential::recognised_in, &Recognition::sources, "it is no source of what it is recognised in");
  check_mentions(arrays, &Credential::given_by, &Recognition::targets, "it is no target of what it is given by");
}

}  // namespace rung::table
