// The walls of the house: which file may include which, and no circle among rooms.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;

/// Who may look into another wing than their own: what prepares the built-in rule sets is a reader run early.
const std::map<std::string, std::string> exceptions = {{"src/prepare", "src/read"}};

struct Include {
  std::string file;    ///< "src/read/rules/blame.cpp"
  int line = 0;        ///< from 1
  std::string target;  ///< "src/read/texts/tree.hpp"; as written where no file has that name
};

std::string folder_of(const std::string& file) { return file.substr(0, file.rfind('/')); }

/// "src/read" of "src/read/rules/blame.cpp".
std::string wing_of(const std::string& file) { return file.substr(0, file.find('/', 4)); }

/// The file that `name` means in `file`, by the folders that its wing is compiled with.
std::string target_of(const std::string& file, const std::string& name) {
  std::vector<std::string> folders{folder_of(file), wing_of(file), "src/words", "include"};
  const auto also = exceptions.find(wing_of(file));
  if (also != exceptions.end()) folders.insert(folders.end(), {also->second, "src"});
  for (const std::string& folder : folders) {
    const fs::path path = (fs::path(folder) / name).lexically_normal();
    if (fs::exists(fs::path(SCALEPLAN_SOURCE_DIR) / path)) return path.generic_string();
  }
  return name;
}

std::vector<Include> includes() {
  std::vector<Include> all;
  const fs::path root = SCALEPLAN_SOURCE_DIR;
  for (const char* top : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      const std::string file = fs::relative(entry.path(), root).generic_string();
      std::istringstream lines(scaleplan::test::content(file));
      int number = 0;
      for (std::string line; std::getline(lines, line);) {
        ++number;
        if (!line.starts_with("#include \"")) continue;
        const std::string name = line.substr(10, line.rfind('"') - 10);
        all.push_back({file, number, target_of(file, name)});
      }
    }
  }
  return all;
}

bool allowed(const Include& include) {
  const std::string& to = include.target;
  if (to.starts_with("include/scaleplan/")) return true;
  if (include.file.starts_with("include/")) return false;
  if (to.starts_with("src/words/") || to.starts_with(wing_of(include.file) + "/")) return true;
  const auto also = exceptions.find(wing_of(include.file));
  return also != exceptions.end() && to.starts_with(also->second + "/");
}

}  // namespace

TEST_CASE("no file includes a private header of another wing", "[house]") {
  const std::vector<Include> all = includes();
  REQUIRE(all.size() > 500);
  for (const Include& include : all) {
    INFO(include.file << ":" << include.line << " includes " << include.target);
    CHECK(allowed(include));
  }
}

TEST_CASE("no rooms include each other in a circle", "[house]") {
  std::map<std::string, std::map<std::string, std::string>> includes_of;
  for (const Include& include : includes()) {
    const std::string from = folder_of(include.file), to = folder_of(include.target);
    if (from != to) includes_of[from].emplace(to, include.file + ":" + std::to_string(include.line));
  }
  // Rooms that include nothing of what is left are taken away until none is, or until a circle is left.
  for (bool taken = true; taken;) {
    taken = false;
    for (auto room = includes_of.begin(); room != includes_of.end();) {
      const bool leaf = std::none_of(room->second.begin(), room->second.end(),
                                     [&](const auto& to) { return includes_of.contains(to.first); });
      room = leaf ? includes_of.erase(room) : std::next(room);
      taken = taken || leaf;
    }
  }
  for (const auto& [room, targets] : includes_of) {
    for (const auto& [to, where] : targets) {
      if (includes_of.contains(to)) UNSCOPED_INFO(where << " leads from " << room << " into " << to);
    }
  }
  CHECK(includes_of.empty());
}

TEST_CASE("a header's name with its room means one file, whichever wing is seen first", "[house]") {
  std::set<std::string> names;
  const fs::path root = fs::path(SCALEPLAN_SOURCE_DIR) / "src";
  for (const auto& wing : fs::directory_iterator(root)) {
    for (const auto& entry : fs::recursive_directory_iterator(wing)) {
      if (entry.path().extension() != ".hpp") continue;
      const std::string name = fs::relative(entry.path(), wing.path()).generic_string();
      INFO(name);
      CHECK(names.insert(name).second);
    }
  }
}
