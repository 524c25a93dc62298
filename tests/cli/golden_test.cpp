// Whole commands: each file in tests/golden holds a command line with its stdin, stdout, stderr and exit
// code. SCALEPLAN_UPDATE_GOLDENS=1 writes what the program does now; read the difference before committing
// it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "folder.hpp"
#include "support.hpp"

namespace {

using scaleplan::test::Outcome;

struct Golden {
  std::string command;
  std::vector<std::pair<std::string, std::string>> files;  ///< name and content, for a folder of its own
  std::string in;
  std::string rest;  ///< exit code, stdout and stderr as they are written
  std::string head;  ///< the text before `rest`, as it is
};

Golden parse(const std::string& text) {
  Golden golden;
  golden.command = text.substr(0, text.find('\n'));
  std::size_t at = golden.command.size() + 1;
  const auto section = [&] {
    const std::size_t begin = text.find('\n', at) + 1;
    at = std::min(text.find("\n--- ", begin - 1) + 1, text.size());
    if (at == 0) at = text.size();
    return text.substr(begin, at - begin);
  };
  while (text.compare(at, 9, "--- file ") == 0) {
    const std::string name = text.substr(at + 9, text.find('\n', at) - at - 9);
    golden.files.emplace_back(name, section());
  }
  if (text.compare(at, 10, "--- stdin\n") == 0) golden.in = section();
  golden.head = text.substr(0, at);
  golden.rest = at < text.size() ? text.substr(at) : "";
  return golden;
}

/// The outcome of the command in the source tree, or in a folder of the golden's files and the small rule
/// sets.
Outcome outcome_of(const Golden& golden) {
  std::vector<std::string> arguments = scaleplan::test::split(golden.command.substr(2));
  arguments.erase(arguments.begin());
  if (golden.files.empty()) return scaleplan::test::invoke(arguments, golden.in);
  const scaleplan::test::Folder folder("tests/rules");
  for (const auto& [name, content] : golden.files) folder.write(name, content);
  std::filesystem::current_path(folder.path());
  const Outcome outcome = scaleplan::test::invoke(arguments, golden.in);
  std::filesystem::current_path(SCALEPLAN_SOURCE_DIR);
  return outcome;
}

std::string written(const Outcome& outcome) {
  return "--- exit " + std::to_string(outcome.code) + "\n--- stdout\n" + outcome.out + "--- stderr\n" +
         outcome.err;
}

}  // namespace

TEST_CASE("every golden command does what its file says", "[golden]") {
  namespace fs = std::filesystem;
  const bool update = std::getenv("SCALEPLAN_UPDATE_GOLDENS") != nullptr;
  const fs::path root = fs::path(SCALEPLAN_SOURCE_DIR);
  fs::current_path(root);
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests/golden")) {
    if (entry.path().extension() == ".golden") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 100);
  for (const fs::path& file : files) {
    const Golden golden = parse(scaleplan::test::content(fs::relative(file, root).generic_string()));
    INFO(file.generic_string() << ": " << golden.command);
    REQUIRE(golden.command.rfind("$ scaleplan", 0) == 0);
    const Outcome outcome = outcome_of(golden);
    if (outcome.code >= 2) CHECK(outcome.out.empty());
    if (update) {
      std::ofstream(file, std::ios::binary) << golden.head << written(outcome);
    } else {
      CHECK(golden.rest == written(outcome));
    }
  }
}
