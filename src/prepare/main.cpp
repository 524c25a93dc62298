// Prepares the built-in rule sets when the program is built: rule files in, one C++ source out.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "read/program/prepared.hpp"
#include "read/rules/rule_files.hpp"
#include "read/texts/tree.hpp"
#include "scaleplan/files.hpp"

namespace {

using scaleplan::read::TextFile;

struct File {
  std::string name;
  std::string content;
};

/// Every YAML and CSV file under `folder`, named from the source tree's root, in order of name.
std::vector<File> files_under(const std::filesystem::path& folder) {
  std::vector<File> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml" && entry.path().extension() != ".csv") continue;
    const std::string name = "rules/" + std::filesystem::relative(entry.path(), folder).generic_string();
    files.push_back({name, scaleplan::read_file(entry.path().string())});
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

void write_words(std::ostream& out, const std::string& name, const std::vector<std::uint64_t>& words) {
  out << "constexpr std::uint64_t " << name << "[] = {\n" << std::hex;
  for (std::size_t i = 0; i < words.size(); ++i) out << "0x" << words[i] << (i % 8 == 7 ? "u,\n" : "u,");
  out << std::dec << "};\n";
}

/// A text as words, so that no compiler's limit on string literals matters.
std::vector<std::uint64_t> as_words(const std::string& text) {
  std::vector<std::uint64_t> words(text.size() / 8 + 1);
  text.copy(reinterpret_cast<char*>(words.data()), text.size());
  return words;
}

void write(std::ostream& out, const std::vector<File>& files) {
  std::vector<TextFile> builtin;
  builtin.reserve(files.size());
  for (const File& file : files) builtin.push_back({file.name, file.content});
  out << "// Made from rules/ by scaleplan_prepare; do not edit.\n#include "
         "\"read/program/prepared.hpp\"\n\nnamespace {\n";
  std::string sets;
  std::string texts;
  for (const char* name : {"aws", "learning-aws"}) {
    const std::string id = std::string("set_") + std::to_string(sets.size());
    write_words(out, id, scaleplan::read::freeze(scaleplan::read::read_program(name, builtin)));
    sets += std::string("    {\"") + name + "\", " + id + "},\n";
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string id = "file_" + std::to_string(i);
    write_words(out, id, as_words(files[i].content));
    texts += "    {\"" + files[i].name + "\", {reinterpret_cast<const char*>(" + id + "), " +
             std::to_string(files[i].content.size()) + "}},\n";
  }
  out << "}  // namespace\n\nnamespace scaleplan::read {\n\nstd::span<const Prepared> prepared_sets() {\n"
      << "  static constexpr Prepared sets[] = {\n"
      << sets << "  };\n  return sets;\n}\n\n"
      << "std::span<const TextFile> embedded_files() {\n  static const TextFile files[] = {\n"
      << texts << "  };\n  return files;\n}\n\n}  // namespace scaleplan::read\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: scaleplan_prepare OUT.cpp RULES_DIR\n";
    return 2;
  }
  try {
    std::ostringstream out;
    write(out, files_under(arguments[2]));
    std::ofstream(arguments[1], std::ios::binary) << out.str();
    return 0;
  } catch (const scaleplan::Error& error) {
    for (const scaleplan::Diagnostic& found : error.diagnostics()) {
      std::cerr << found.at.file << ":" << found.at.line << ":" << found.at.column
                << ": error: " << found.message << (found.hint.empty() ? "" : " (" + found.hint + ")") << " ["
                << found.code << "]\n";
    }
  } catch (const std::exception& error) {
    std::cerr << "scaleplan_prepare: " << error.what() << "\n";
  }
  return 1;
}
