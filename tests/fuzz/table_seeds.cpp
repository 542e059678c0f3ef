// table_seeds FOLDER FILE…: the table of each file, as a seed for the target table_open. Made anew whenever the compiler or a source changes: tables of an earlier format are refused at their first section, and a fuzzer that starts from them gets no further.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "compiler/emit/make_image.hpp"
#include "compiler/compile.hpp"
#include "runtime/table/image.hpp"

int main(int count, char** arguments) try {
  if (count < 3) throw std::runtime_error("table_seeds FOLDER FILE…");
  const std::filesystem::path folder = arguments[1];
  std::filesystem::remove_all(folder);    // with the seeds of sources that are gone
  std::filesystem::create_directories(folder);
  for (int i = 2; i < count; ++i) {
    const std::filesystem::path file = arguments[i];
    std::ifstream in(file, std::ios::binary);
    const rung::Compiled compiled = rung::compile_text(file.filename().string(), std::string(std::istreambuf_iterator<char>(in), {}));
    if (compiled.diagnostics.errors() > 0 || compiled.model.credentials.empty()) throw std::runtime_error(file.string() + " is no framework with credentials");
    std::ofstream out(folder / (file.stem().string() + ".table"), std::ios::binary | std::ios::trunc);
    if (!(out << rung::table::serialize(rung::emit::make_image(compiled.model))).flush()) throw std::runtime_error("can't write to " + folder.string());
  }
} catch (const std::exception& problem) {
  std::fprintf(stderr, "%s\n", problem.what());
  return 1;
}
