// The answers of the shipped rules as tables, one row a question: tests/golden/shipped/*.table hold the
// questions left of the bar. SCALEPLAN_UPDATE_GOLDENS=1 writes what stands right of it.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "render/writing/number.hpp"
#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

namespace {

using namespace scaleplan;

/// A row of a table with what it asks and what the program answers now.
template <class Answer>
std::string row_now(const std::string& row, const Answer& answer) {
  const std::size_t bar = row.find('|');
  if (bar == std::string::npos || row.front() == '#') return row;
  return row.substr(0, bar) + "| " + answer(test::split(row.substr(0, bar)));
}

/// Compares each row of a table with the answer to its question, or writes the answers into it.
template <class Answer>
void hold(const std::string& table, const Answer& answer) {
  const bool update = std::getenv("SCALEPLAN_UPDATE_GOLDENS") != nullptr;
  std::istringstream rows(test::content(table));
  std::string now;
  for (std::string row; std::getline(rows, row);) {
    const std::string answered = row_now(row, answer);
    now += answered + "\n";
    if (!update) CHECK(row == answered);
  }
  if (update) std::ofstream(std::string(SCALEPLAN_SOURCE_DIR) + "/" + table, std::ios::binary) << now;
}

std::string binding(const Recommendation& answer) {
  if (answer.chosen < 0) return std::string(answer.stages.back().worst()->limit->id);
  if (!answer.binding) return "-";
  return std::string(answer.stages[as_index(answer.chosen - 1)].worst()->limit->id);
}

std::string last(const std::optional<double>& users) { return users ? render::whole(*users) : "no end"; }

std::string needed(const Recommendation& answer) {
  const StageResult& stage = answer.stages[as_index(answer.shown)];
  const Headroom& headroom = answer.headroom;
  return fmt::format(
      "{:<17} {:<25} {:>11} {:>15} {:>15}  {}", answer.chosen < 0 ? "no stage" : std::string(stage.stage->id),
      binding(answer), render::dollars(stage.usd_per_month()),
      answer.chosen < 0 ? "-" : last(headroom.machines), answer.chosen < 0 ? "-" : last(headroom.stage),
      headroom.ends_by == nullptr ? "-" : std::string(headroom.ends_by->id));
}

Recommendation recommended(const Program& program, const std::vector<std::string>& flags) {
  std::vector<Given> given;
  for (std::size_t i = 0; i + 1 < flags.size(); i += 2) {
    if (flags[i] == "workload") {
      given = read_workload(test::content(flags[i + 1]), flags[i + 1]);
    } else {
      given.push_back({flags[i], flags[i + 1], {}, {}, {}});
    }
  }
  return recommend(program, workload_of(program, given));
}

/// The codes of the findings of a check's JSON, each once: ": outage web.count".
std::string codes(const nlohmann::json& check) {
  std::string all;
  for (const auto& finding : check["findings"]) {
    const std::string code = " " + finding["code"].get<std::string>();
    if ((all + " ").find(code + " ") == std::string::npos) all += code;
  }
  return all.empty() ? "" : ":" + all;
}

}  // namespace

TEST_CASE("the shipped rules need the stages of the table", "[golden]") {
  const Program program = load_rules("aws");
  hold("tests/golden/shipped/stages.table",
       [&](const std::vector<std::string>& flags) { return needed(recommended(program, flags)); });
}

TEST_CASE("checks by the shipped rules give the verdicts of the table", "[golden]") {
  hold("tests/golden/shipped/checks.table", [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    arguments.insert(arguments.end(), {"--format", "json"});
    const test::Outcome outcome = test::invoke(arguments);
    const auto check = nlohmann::json::parse(outcome.out);
    const auto& stage = check["declared"]["stage"];
    return fmt::format("exit {} {}, {}{}", outcome.code, check["verdict"].get<std::string>(),
                       stage.is_null() ? "no stage" : stage.get<std::string>(), codes(check));
  });
}
