// Every command that a document shows prints what the document shows. In a ```console block, `$ scaleplan
// ...` is run; a line of `...` stands for lines that are left out. The files of such a block are blocks
// titled ```yaml title=NAME.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "folder.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;

struct Block {
  std::string kind;
  std::vector<std::string> lines;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Block> blocks_of(const std::string& text) {
  std::vector<Block> blocks;
  bool inside = false;
  for (const std::string& line : lines_of(text)) {
    if (line.rfind("```", 0) == 0) {
      if (!inside) blocks.push_back({line.substr(3), {}});
      inside = !inside;
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

/// Whether `actual` reads like `shown`, where a shown `...` stands for any lines.
bool matches(const std::vector<std::string>& shown, std::size_t i, const std::vector<std::string>& actual,
             std::size_t k) {
  if (i == shown.size()) return k == actual.size();
  if (shown[i] == "...") {
    for (std::size_t next = k; next <= actual.size(); ++next) {
      if (matches(shown, i + 1, actual, next)) return true;
    }
    return false;
  }
  return k < actual.size() && shown[i] == actual[k] && matches(shown, i + 1, actual, k + 1);
}

/// Runs every command of a block and compares what it prints; returns how many there were.
int try_console(const Block& block) {
  int commands = 0;
  for (std::size_t i = 0; i < block.lines.size();) {
    if (block.lines[i].rfind("$ scaleplan", 0) != 0) {
      ++i;
      continue;
    }
    ++commands;
    INFO(block.lines[i]);
    auto arguments = scaleplan::test::split(block.lines[i].substr(2));
    arguments.erase(arguments.begin());
    const auto outcome = scaleplan::test::invoke(arguments);
    std::vector<std::string> shown;
    for (++i; i < block.lines.size() && block.lines[i].rfind("$ ", 0) != 0; ++i)
      shown.push_back(block.lines[i]);
    const std::string printed = outcome.out + outcome.err;
    INFO(printed);
    CHECK(matches(shown, 0, lines_of(printed), 0));
  }
  return commands;
}

}  // namespace

TEST_CASE("documents show what the program prints", "[golden]") {
  const fs::path root = SCALEPLAN_SOURCE_DIR;
  int commands = 0;
  for (const char* document : {"README.md", "rules/README.md", "examples/new-stage/README.md",
                               "examples/own-prices/README.md", "examples/own-thresholds/README.md"}) {
    INFO(document);
    const scaleplan::test::Folder folder;
    for (const char* part : {"examples", "rules"})
      fs::copy(root / part, folder.path() / part, fs::copy_options::recursive);
    const auto blocks = blocks_of(scaleplan::test::content(document));
    fs::current_path(folder.path());
    for (const Block& block : blocks) {
      const std::size_t title = block.kind.find("title=");
      if (title != std::string::npos) {
        std::ofstream file(block.kind.substr(title + 6));
        for (const std::string& line : block.lines) file << line << "\n";
      }
      if (block.kind.rfind("console", 0) == 0) commands += try_console(block);
    }
    fs::current_path(root);
  }
  CHECK(commands >= 4);
}
