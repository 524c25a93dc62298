// Suggested cases as the tables that a file of cases would hold.
#include "scaleplan/suggest.hpp"

#include <algorithm>

#include "ids.hpp"
#include "numbers.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

/// A number as a person would write it: 50k, 1.2M, 99.95%.
std::string short_value(const SetInput& set) {
  const bool share = set.input->unit.text == "ratio" && set.input->high <= 1;
  double value = share ? set.value * 100 : set.value / set.input->unit.factor;
  std::string suffix = share ? "%" : "";
  for (const auto& [factor, letter] : {std::pair{1e9, "G"}, {1e6, "M"}, {1e3, "k"}}) {
    if (share || value < factor) continue;
    value /= factor;
    suffix = letter;
    break;
  }
  return write_number(value) + suffix;
}

std::string given_text(const Suggestion& suggestion) {
  std::string text;
  if (suggestion.with != nullptr) text = "with: " + std::string(suggestion.with->id);
  for (const SetInput& one : suggestion.given)
    text += (text.empty() ? "" : ", ") + flag_name(one.input->id) + ": " + short_value(one);
  return text;
}

}  // namespace
}  // namespace render

std::string suggestions_text(const Program& program, const std::vector<Suggestion>& all) {
  std::string text;
  std::vector<std::string> begun;
  const auto key_of = [](const Suggestion& one) {
    return flag_name(one.varied->id) + "|" + render::given_text(one);
  };
  for (const Suggestion& first : all) {
    if (first.varied == nullptr || std::find(begun.begin(), begun.end(), key_of(first)) != begun.end())
      continue;
    begun.push_back(key_of(first));
    const std::string given = render::given_text(first);
    const std::string title = "limits by " + flag_name(first.varied->id);
    // A colon and a space end a key that is not quoted.
    text += given.empty() ? "  " + title + ":\n" : "  \"" + title + " (" + given + ")\":\n";
    if (!given.empty()) text += "    given: {" + given + "}\n";
    text += "    columns: [" + flag_name(first.varied->id) + ", holds, breaks]\n    rows:\n";
    for (const Suggestion& one : all) {
      if (one.varied == nullptr || key_of(one) != key_of(first)) continue;
      const std::string limit =
          std::string(one.boundary->limit->id) + " in " + std::string(program.stages[as_index(one.stage)].id);
      text += "      - [" + render::short_value({one.varied, one.holds_at}) + ", " + limit + ", ~]\n";
      text += "      - [" + render::short_value({one.varied, one.breaks_at}) + ", ~, " + limit + "]\n";
    }
  }
  for (const Suggestion& one : all) {
    if (one.varied != nullptr) continue;
    text += "# nothing found for " + std::string(one.boundary->limit->id) + " in " +
            std::string(program.stages[as_index(one.boundary->stages.front())].id) +
            "; if no workload can reach it, list it under unreachable:\n";
  }
  return text;
}

}  // namespace scaleplan
