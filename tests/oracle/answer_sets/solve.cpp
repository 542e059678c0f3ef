#include "tests/oracle/answer_sets/solve.hpp"

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace oracle::answer_sets {
namespace {

// predicate(1,2). → its parts
Shown atom(const std::string& text) {
  Shown out;
  std::size_t at = text.find('(');
  out.predicate = text.substr(0, at);
  while (at != std::string::npos && at + 1 < text.size() && text[at] != ')') {
    std::size_t used = 0;
    out.arguments.push_back(std::stoi(text.substr(at + 1), &used));
    at += 1 + used;
  }
  return out;
}

// The atoms of the best answer set, as clingo writes them.
std::string run(const std::string& question, const std::string& facts, const std::string& working_folder) {
  const std::string file = working_folder + "/" + question + "-facts.lp", answer = working_folder + "/" + question + "-answer.txt";
  if (!(std::ofstream(file) << facts).flush()) throw std::runtime_error("cannot write " + file);
  const std::string programs = RUNG_SOURCE_DIR "/tests/oracle/answer_sets/";
  // Worlds share nothing: a search that is led by what cannot be had together finds each one's best by itself, where one that asks for ever better wholes would not.
  std::string command = "'" RUNG_CLINGO "' --verbose=0 --quiet=1 --opt-strategy=usc --warn=none";
  for (const std::string& one : {programs + "having.lp", programs + "choosing.lp", programs + question + ".lp", file}) command += " '" + one + "'";
  const int status = std::system((command + " >'" + answer + "' 2>&1").c_str());
  std::stringstream text;
  text << std::ifstream(answer).rdbuf();
  std::string line, last;
  while (std::getline(text, line)) {
    if (line.rfind("OPTIMUM FOUND", 0) == 0) return last;
    if (line.rfind("Optimization:", 0) != 0) last = line;
  }
  throw std::runtime_error("clingo ended with " + std::to_string(status) + ": " + text.str().substr(0, 4000));
}

}  // namespace

std::vector<Shown> best_answer_set(const std::string& question, const std::string& facts, const std::string& working_folder) {
  std::vector<Shown> out;
  std::stringstream atoms(run(question, facts, working_folder));
  for (std::string one; atoms >> one;) out.push_back(atom(one));
  return out;
}

std::string choice_of(const std::string& question, const std::string& facts, const std::string& working_folder) {
  return run(question, facts + "#show placed/5.\n#show take/2.\n", working_folder);
}

}  // namespace oracle::answer_sets
