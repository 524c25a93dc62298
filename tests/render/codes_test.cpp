// The register of codes: each code that the sources write has an entry, and each entry is written somewhere.
#include "scaleplan/codes.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "catch.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Codes that the C++ sources write in quotes, those of the register itself apart.
std::set<std::string> codes_in_sources() {
  namespace fs = std::filesystem;
  std::set<std::string> found;
  const fs::path root(SCALEPLAN_SOURCE_DIR);
  for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
    if (!entry.is_regular_file() || entry.path().filename().string().starts_with("codes")) continue;
    const std::string text = test::content(fs::relative(entry.path(), root).generic_string());
    for (std::size_t at = 0; at + 6 <= text.size(); ++at) {
      const std::string word = text.substr(at, 6);
      if (word[0] == '"' && word[5] == '"' && word[1] >= 'A' && word[1] <= 'Z' && digit(word[2]) &&
          digit(word[3]) && digit(word[4]))
        found.insert(word.substr(1, 4));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every code of the sources is explained, and nothing else is", "[codes]") {
  std::set<std::string> registered;
  for (const Code& code : all_codes()) {
    INFO(code.id);
    CHECK(registered.insert(std::string(code.id)).second);
    CHECK_FALSE(code.title.empty());
    CHECK(code.means.ends_with('.'));
    CHECK(code.remedy.ends_with('.'));
  }
  CHECK(registered == codes_in_sources());
}

TEST_CASE("codes are found in either case", "[codes]") {
  REQUIRE(find_code("r014") != nullptr);
  CHECK(find_code("r014") == find_code("R014"));
  CHECK(find_code("R999") == nullptr);
  CHECK(find_code("") == nullptr);
}
