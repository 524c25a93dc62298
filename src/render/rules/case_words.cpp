// Puts into words what a case expected, what came, and what no case has seen.
#include "case_words.hpp"

#include <algorithm>
#include <cmath>

#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

/// A number that was expected exactly may differ in a digit that is usually not shown.
std::string precise(double value, const Unit& unit) {
  if (unit.text == "ratio") return value <= 1 ? figure(value * 100, 5) + "%" : figure(value, 6);
  if (unit.text.empty()) return figure(value, 9);
  const std::string number = figure(value / unit.factor, std::abs(value / unit.factor) >= 1e5 ? 9 : 6);
  if (unit.text.starts_with('$')) return "$" + number + std::string(unit.text.substr(1));
  return number + " " + std::string(unit.text);
}

bool near_miss(const Mismatch& mismatch) {
  const Bounds& right = mismatch.expected->right;
  if (!mismatch.number || !right.low || !right.high) return false;
  const double middle = (*right.low + *right.high) / 2;
  return std::abs(*mismatch.number - middle) <= 0.02 * std::abs(middle);
}

}  // namespace

std::string name_of(const Case& tested) {
  return tested.table.empty() ? tested.name : tested.table + ": " + tested.name;
}

std::string got(const Mismatch& mismatch) {
  if (mismatch.number && mismatch.expected->word != "holds" && mismatch.expected->word != "breaks")
    return precise(*mismatch.number, mismatch.expected->unit);
  return mismatch.word.empty() ? "not there" : mismatch.word;
}

std::string sentence(const Mismatch& mismatch) {
  const Expectation& expected = *mismatch.expected;
  if (expected.subject == Subject::holds || expected.subject == Subject::breaks) {
    std::string text = "expected that " + expected.written + " " + expected.word + ", and ";
    if (mismatch.word.empty()) return text + "it is not there";
    return text + "it " + mismatch.word + " at " + fullness(*mismatch.number);
  }
  std::string text = "expected " + expected.written + ", got " + got(mismatch);
  if (near_miss(mismatch)) text += " (a tolerance is written as +- 2%)";
  return text;
}

std::string name_of(const Boundary& boundary, const Program& program) {
  std::string text(boundary.limit->id);
  if (boundary.stages.size() == program.stages.size()) return text;
  text += " in " + std::string(program.stages[as_index(boundary.stages.front())].id);
  const std::size_t more = boundary.stages.size() - 1;
  if (more > 0) text += " and " + std::to_string(more) + (more == 1 ? " stage more" : " stages more");
  return text;
}

std::string missing(const Boundary& boundary) {
  std::string text;
  if (!boundary.held_near())
    text = "holding (" + (boundary.held ? "highest " + fullness(*boundary.held) : std::string("never")) + ")";
  if (!boundary.broke_near()) {
    text += std::string(text.empty() ? "" : " and ") + "breaking (" +
            (boundary.broke ? "lowest " + fullness(*boundary.broke) : std::string("never")) + ")";
  }
  return text;
}

}  // namespace scaleplan::render
