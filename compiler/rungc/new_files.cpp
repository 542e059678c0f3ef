#include "compiler/rungc/new_files.hpp"

#include "compiler/model/name_of.hpp"

namespace rungc {
namespace {

// A file that is no longer there (a `use` was taken out) is no rule that make has to know: rungc says what is missing.
constexpr std::string_view rules = R"(
RUNGC ?= rungc

@NAME@.pathways: @NAME@.rung
	$(RUNGC) build @NAME@.rung -o $@ --depfile $@.d

test: @NAME@.rung
	$(RUNGC) test @NAME@.rung

clean:
	rm -f @NAME@.pathways @NAME@.pathways.d

.PHONY: test clean

)";
constexpr std::string_view read_last_time = R"(-include @NAME@.pathways.d
%.rung: ;
)";

std::string filled(std::string_view text, const std::string& name, const std::string& title) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find('@');
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const bool is_name = text.starts_with("@NAME@"), is_title = text.starts_with("@TITLE@");
    out += is_name ? name : is_title ? title : "@";
    text.remove_prefix(is_name ? 6 : is_title ? 7 : 1);
  }
  return out;
}

// French writes the words of a title small, but the first.
std::string in_small_letters(std::string title) {
  for (std::size_t i = 1; i < title.size(); ++i)
    if (title[i] >= 'A' && title[i] <= 'Z') title[i] = static_cast<char>(title[i] - 'A' + 'a');
  return title;
}

}  // namespace

std::vector<NewFile> new_files(const std::string& name, std::string_view language) {
  const bool french = language == "fr";
  const NewTexts& texts = french ? new_texts_fr() : new_texts_en();
  const std::string capitals = rung::model::title_of(name), title = french ? in_small_letters(capitals) : capitals;
  const auto file = [&](std::string path, const std::string& text) { return NewFile{std::move(path), filled(text, name, title)}; };
  std::string makefile(texts.makefile_head);
  makefile.append(rules).append(texts.makefile_foot).append(read_last_time);
  return {file(name + ".rung", std::string(texts.framework)), file("Makefile", makefile), file("README.md", std::string(texts.readme))};
}

}  // namespace rungc
