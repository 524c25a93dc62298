// The tables of rules/README.md are what the program knows: keys, functions, units and codes.
// SCALEPLAN_UPDATE_GOLDENS=1 writes them.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "read/formulas/units.hpp"
#include "scaleplan/codes.hpp"
#include "scaleplan/grammar.hpp"
#include "support.hpp"

using namespace scaleplan;

namespace {

std::string text(std::string_view part) {
  std::string all;
  for (const char c : part) all += c == '|' ? "\\|" : std::string(1, c);
  return all;
}

std::string code(std::string_view part) { return part.empty() ? "" : "`" + text(part) + "`"; }

/// "a formula", "a map: [a stage](#a-stage)".
std::string value_of(std::span<const Section> all, Form form, std::string_view of) {
  const auto named = [&] {
    const std::string title(section(all, of)->title);
    std::string anchor = title;
    for (char& c : anchor) c = c == ' ' ? '-' : c;
    return "[" + title + "](#" + anchor + ")";
  };
  switch (form) {
    case Form::text:
    case Form::prose:
      return "text";
    case Form::number:
      return "number";
    case Form::literal:
      return "number with unit";
    case Form::share:
      return "share";
    case Form::unit:
      return "unit";
    case Form::formula:
      return "formula";
    case Form::yes_no:
      return "yes or no";
    case Form::one_of:
      return "one of " + code(of);
    case Form::words:
      return "list";
    case Form::labels:
      return "sources";
    case Form::section:
      return named();
    case Form::by_id:
      return "by id: " + named();
    case Form::texts:
      return "texts by id";
    case Form::formulas:
      return "formulas by id";
    case Form::as_needed:
      return "see the example";
  }
  return {};
}

/// The first tables of `all`.
std::string tables(std::span<const Section> all, std::size_t first = 1000) {
  std::string out;
  for (const Section& one : all.first(std::min(all.size(), first))) {
    std::string help(one.help);
    out += "\n### " + std::string(one.title) + "\n\n" + static_cast<char>(help[0] - 'a' + 'A') +
           help.substr(1) + ".";
    if (one.alone != Form::section)
      out += " Where it would be one key alone, a " + value_of(all, one.alone, {}) + " will do.";
    out += "\n\n| Key | Value | What it is | Example |\n|---|---|---|---|\n";
    for (const Key& key : one.keys) {
      const std::string name = code(key.name);
      out += "| " + (key.required ? "**" + name + "**" : name) + " | " + value_of(all, key.form, key.of) +
             " | " + text(key.help) + " | " + code(key.example) + " |\n";
    }
    if (!one.others_help.empty())
      out += "| any other | " + value_of(all, one.others, one.others_of) + " | " + text(one.others_help) +
             " | |\n";
  }
  return out;
}

/// What a catalogue holds is described with what rule files hold, since it can stand there too.
std::string keys() {
  return tables(rule_sections()) + tables(catalog_sections(), 1) + tables(case_sections());
}

std::string functions() {
  std::string out = "\n| Function | What it is | Example |\n|---|---|---|\n";
  for (const Function& one : rule_functions()) {
    const std::string example = one.example.empty() ? "" : code(one.example) + " is " + code(one.result);
    out += "| " + code(one.call) + " | " + text(one.help) + " | " + example + " |\n";
  }
  return out;
}

std::string units() {
  const char* names[] = {"s", "B", "USD"};
  const read::Units all;
  std::string out = "\n| Of | Units | in |\n|---|---|---|\n";
  const char* of[] = {"time", "bytes", "money"};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    std::string list;
    for (const std::string& name : all.names()) {
      const auto measure = all.named(name);
      if (measure->dimension.power[axis] == 0) continue;
      char number[32];
      std::snprintf(number, sizeof number, "%.16g", measure->factor);
      list += (list.empty() ? "" : ", ") + code(name) + " " + number;
    }
    out += std::string("| ") + of[axis] + " | " + list + " | " + names[axis] + " |\n";
  }
  return out;
}

std::string codes() {
  std::string out = "\n| Code | Means | What to do |\n|---|---|---|\n";
  for (const Code& one : all_codes()) {
    if (one.id[0] == 'U' || one.id[0] == 'W') continue;  // of questions, not of rule files
    out += "| " + std::string(one.id) + " | " + text(one.title) + ": " + text(one.means) + " | " +
           text(one.remedy) + " |\n";
  }
  return out;
}

}  // namespace

TEST_CASE("tables of rules/README.md are what the program knows", "[grammar]") {
  const std::string path = "rules/README.md";
  const std::string before = test::content(path);
  std::string after = before;
  const std::pair<const char*, std::string> parts[] = {
      {"keys", keys()}, {"functions", functions()}, {"units", units()}, {"codes", codes()}};
  for (const auto& [name, table] : parts) {
    const std::string open = std::string("<!-- ") + name + " -->\n";
    const std::size_t begin = after.find(open);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = after.find(std::string("<!-- /") + name + " -->");
    REQUIRE(end != std::string::npos);
    after.replace(begin + open.size(), end - begin - open.size(), table + "\n");
  }
  if (std::getenv("SCALEPLAN_UPDATE_GOLDENS") != nullptr)
    std::ofstream(std::filesystem::path(SCALEPLAN_SOURCE_DIR) / path, std::ios::binary) << after;
  CHECK(test::content(path) == after);
}
