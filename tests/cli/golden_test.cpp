// Whole commands: each file in tests/golden holds a command line with its stdin, stdout, stderr and exit
// code. SCALEPLAN_UPDATE_GOLDENS=1 writes what the program does now; read the difference before committing
// it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "support.hpp"

namespace {

using scaleplan::test::Outcome;

struct Golden {
  std::string command;
  std::string in;
  std::string rest;  ///< exit code, stdout and stderr as they are written
};

Golden parse(const std::string& text) {
  Golden golden;
  const std::size_t end = text.find('\n');
  golden.command = text.substr(0, end);
  std::size_t at = end + 1;
  const std::string mark = "--- stdin\n";
  if (text.compare(at, mark.size(), mark) == 0) {
    const std::size_t exit = text.find("--- exit ", at);
    golden.in = text.substr(at + mark.size(), exit - at - mark.size());
    at = exit;
  }
  golden.rest = at < text.size() ? text.substr(at) : "";
  return golden;
}

std::string written(const Outcome& outcome) {
  return "--- exit " + std::to_string(outcome.code) + "\n--- stdout\n" + outcome.out + "--- stderr\n" +
         outcome.err;
}

}  // namespace

TEST_CASE("every golden command does what its file says", "[golden]") {
  namespace fs = std::filesystem;
  const bool update = std::getenv("SCALEPLAN_UPDATE_GOLDENS") != nullptr;
  fs::current_path(SCALEPLAN_SOURCE_DIR);
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator("tests/golden")) {
    if (entry.path().extension() == ".golden") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 20);
  for (const fs::path& file : files) {
    const Golden golden = parse(scaleplan::test::content(file.generic_string()));
    INFO(file.generic_string() << ": " << golden.command);
    REQUIRE(golden.command.rfind("$ scaleplan", 0) == 0);
    auto arguments = scaleplan::test::split(golden.command.substr(2));
    arguments.erase(arguments.begin());
    const Outcome outcome = scaleplan::test::invoke(arguments, golden.in);
    if (outcome.code >= 2) CHECK(outcome.out.empty());
    if (update) {
      const std::string in = golden.in.empty() ? "" : "--- stdin\n" + golden.in;
      std::ofstream(file, std::ios::binary) << golden.command << "\n" << in << written(outcome);
    } else {
      CHECK(golden.rest == written(outcome));
    }
  }
}
