// scaleplan rules fmt: lays rule files out, or says which are not.
#include <CLI/CLI.hpp>

#include <fstream>

#include "question.hpp"
#include "read/texts/tree.hpp"
#include "scaleplan/format.hpp"

namespace scaleplan::cli {

int rules_fmt_verb(Call& call) {
  std::vector<std::string> files;
  bool check = false;
  CLI::App app("Lays rule files out: indentation, blanks, line ends. Comments and order stay.", "rules fmt");
  app.add_option("files", files, "rule files, catalogues, files of cases")->required();
  app.add_flag("--check", check, "write nothing; exit 1 when a file is laid out otherwise");
  parse_arguments(app, call.arguments);
  bool good = true;
  for (const std::string& name : files) {
    const std::string before = read::read_file(name);
    const std::string after = formatted(before, name);
    if (after == before) continue;
    good = false;
    call.out << name << "\n";
    if (check) continue;
    std::ofstream file(name, std::ios::binary);
    file << after;
    if (!file.flush()) throw usage_error("\"" + name + "\" cannot be written", "check its permissions");
  }
  return good || !check ? yes : no;
}

}  // namespace scaleplan::cli
