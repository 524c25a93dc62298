// scaleplan rules fmt: formats rule files, or lists those that need it.
#include "command_line.hpp"
#include "files.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/format.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

int rules_fmt_verb(Call& call) {
  std::vector<std::string> files;
  bool check = false;
  CommandLine line("rules fmt",
                   "Formats rule files: indentation, blanks, line ends. Comments and order stay.");
  line.option("files", files, "rule files, catalogues, files of cases").required();
  line.flag("--check", check, "write nothing; exit 1 when a file needs formatting");
  line.parse(call.arguments);
  bool good = true;
  for (const std::string& name : files) {
    const std::string before = read_file(name);
    const std::string after = formatted(before, name);
    if (after == before) continue;
    good = false;
    call.out << name << "\n";
    if (check) continue;
    write_file(name, after);
  }
  return good || !check ? yes : no;
}

}  // namespace scaleplan::cli
