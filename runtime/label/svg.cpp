// The card as a picture of one width, as high as it has lines. Text is broken after so many characters: how wide they are depends on whose fonts draw them, so the lines are short enough for
// any. The whole text stands in `desc` for those who don't see it.
#include "runtime/label/card.hpp"
#include "runtime/label/escaped.hpp"

namespace rung::label {
namespace {

constexpr int width = 640, margin = 24, indent = 196, line_height = 20;
constexpr std::size_t most_in_title = 44, most_in_name = 20, most_in_value = 46, most_in_sentence = 68;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }

// Lines of at most so many characters, broken at blanks where there are some.
std::vector<std::string> broken(const std::string& text, std::size_t most) {
  std::vector<std::string> out;
  std::string line;
  std::size_t characters = 0, blank = std::string::npos, before_blank = 0;
  for (const char c : text) {
    if (begins_character(c) && characters == most) {
      if (blank != std::string::npos) {
        out.push_back(line.substr(0, blank));
        line.erase(0, blank + 1);
        characters -= before_blank + 1;
      } else {
        out.push_back(line);
        line.clear();
        characters = 0;
      }
      blank = std::string::npos;
    }
    if (c == ' ') blank = line.size(), before_blank = characters;
    characters += begins_character(c) ? 1 : 0;
    line += c;
  }
  out.push_back(line);
  return out;
}

class Picture {
 public:
  void text(int x, const std::string& words, const char* kind) { body_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y_) + "\" class=\"" + kind + "\">" + escaped(words) + "</text>\n"; }
  void down(int by = line_height) { y_ += by; }
  void rule(int thickness) {
    body_ += "<rect x=\"" + std::to_string(margin) + "\" y=\"" + std::to_string(y_ - 14) + "\" width=\"" + std::to_string(width - 2 * margin) + "\" height=\"" + std::to_string(thickness) + "\" class=\"rule\"/>\n";
  }
  void several(int x, const std::string& words, std::size_t most, const char* kind) {
    for (const std::string& one : broken(words, most)) {
      text(x, one, kind);
      down();
    }
  }
  int y() const { return y_; }
  void back_to(int y) { y_ = y; }
  const std::string& body() const { return body_; }

 private:
  std::string body_;
  int y_ = 44;
};

}  // namespace

std::string as_svg(const Table& table, const Label& label, std::string_view language) {
  const Words& words = words_in(language);
  const Card card = card_of(table, label, words);
  Picture picture;
  picture.text(margin, std::string(words.label), "soft");
  picture.down(30);
  for (const std::string& one : broken(card.title, most_in_title)) {
    picture.text(margin, one, "title");
    picture.down(28);
  }
  picture.several(margin, card.type + (card.issuers.empty() ? "" : " · " + std::string(words.issued_by) + " " + card.issuers), most_in_sentence, "value");
  picture.rule(4);
  picture.down(14);
  for (const Section& section : card.sections) {
    picture.several(margin, section.title, most_in_title, "section");
    picture.rule(1);
    picture.down(6);
    for (const Line& line : section.lines) {
      const int top = picture.y();
      if (!line.name.empty()) picture.several(margin, line.name, most_in_name, "name");
      const int below_name = picture.y();
      if (!line.name.empty()) picture.back_to(top);
      for (const std::string& value : line.values)
        picture.several(line.name.empty() ? margin : indent, value, line.name.empty() ? most_in_sentence : most_in_value, line.stated ? "value" : "soft");
      picture.back_to(std::max(picture.y(), below_name));
    }
    picture.down(12);
  }
  picture.rule(1);
  picture.down(6);
  picture.several(margin, card.name + " · " + card.source, most_in_sentence, "soft");
  const std::string height = std::to_string(picture.y() + 8);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"" + std::string(words.language) + "\" viewBox=\"0 0 " + std::to_string(width) + " " + height + "\" width=\"" + std::to_string(width) + "\" height=\"" + height +
         "\" role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">" + escaped(card.title) + " – " + std::string(words.label) + "</title>\n<desc id=\"d\">" + escaped(as_text(table, label, language)) +
         "</desc>\n<style>text { font-family: sans-serif; font-size: 14px; fill: #1b1b1b; } .title { font-size: 24px; font-weight: bold; } .section, .name { font-weight: bold; } .soft { fill: #555555; } .rule { fill: #5b5b5b; }"
         "</style>\n<rect x=\"1\" y=\"1\" width=\"" + std::to_string(width - 2) + "\" height=\"" + std::to_string(picture.y() + 6) + "\" rx=\"8\" fill=\"#ffffff\" stroke=\"#5b5b5b\" stroke-width=\"2\"/>\n" + picture.body() + "</svg>\n";
}

}  // namespace rung::label
