// Finds the user counts for which two programs answer differently, exact to the user where the stages do.
#include <algorithm>
#include <array>
#include <cmath>

#include "answer/growth.hpp"
#include "answer/what_if.hpp"
#include "scaleplan/rules_diff.hpp"

namespace scaleplan {
namespace plan {
namespace {

using Compared = AnswersDiff::Compared;

/// Both answers at one count.
struct Point {
  double count = 0;
  std::array<int, 2> stage{};
  std::array<double, 2> usd{};

  /// Whether the two bills are one; of no stage there is no bill.
  [[nodiscard]] bool same_bill() const {
    if (stage[0] < 0 || stage[1] < 0) return stage[0] == stage[1];
    return std::abs(usd[0] - usd[1]) <= 1e-9 * std::max(usd[0], usd[1]);
  }
  [[nodiscard]] bool like(const Point& other) const {
    return stage == other.stage && same_bill() == other.same_bill();
  }
};

/// One of the two programs with the workload that grows.
struct Asked {
  Asked(const Program& its, const Block& workload)
      : program(its),
        input(static_cast<std::size_t>(its.growing)),
        growth(its, workload, input, evaluate(its, workload).at(its.inputs[input].value, 0)) {}
  const Program& program;
  std::size_t input;
  GrowthSearch growth;
};

class ChangeSearch {
 public:
  ChangeSearch(const Asked& a, const Asked& b) : sides_{&a, &b} {}

  /// Looks at a grid of ten counts a decade, then cuts every step in which something changes.
  std::vector<Point> all(double first, double last) {
    look(grid(first, last));
    for (std::vector<double> cuts = between(); !cuts.empty(); cuts = between()) look(cuts);
    return points_;
  }

  /// Whether one stage name stands for both.
  [[nodiscard]] bool same_stage(const Point& point) const { return name(point, 0) == name(point, 1); }

  [[nodiscard]] std::string name(const Point& point, std::size_t side) const {
    const int stage = point.stage[side];
    return stage < 0 ? std::string() : std::string(sides_[side]->program.stages[as_index(stage)].id);
  }

 private:
  static std::vector<double> grid(double first, double last) {
    std::vector<double> counts{first};
    for (double decade = 1; decade <= last; decade *= 10) {
      for (const double step : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        const double count = std::floor(decade * step);
        if (count > counts.back() && count < last) counts.push_back(count);
      }
    }
    if (last > counts.back()) counts.push_back(last);
    return counts;
  }

  /// A count in the middle of each step at whose ends the answers are not alike: in proportion while the ends
  /// are far apart.
  [[nodiscard]] std::vector<double> between() const {
    std::vector<double> counts;
    for (std::size_t i = 1; i < points_.size(); ++i) {
      const double low = points_[i - 1].count, high = points_[i].count;
      if (high - low <= 1 || points_[i].like(points_[i - 1])) continue;
      const double middle = high > 4 * low ? std::sqrt(low * high) : low + (high - low) / 2;
      counts.push_back(std::clamp(std::floor(middle), low + 1, high - 1));
    }
    return counts;
  }

  /// One block for each program.
  void look(const std::vector<double>& counts) {
    std::vector<Point> more(counts.size());
    for (std::size_t side = 0; side < sides_.size(); ++side) {
      const Asked& asked = *sides_[side];
      const WhatIf there(asked.program, asked.growth.at(counts));
      for (std::size_t i = 0; i < counts.size(); ++i) {
        more[i].count = counts[i];
        more[i].stage[side] = there.stage(i);
        more[i].usd[side] = there.usd_per_month(i);
      }
    }
    points_.insert(points_.end(), more.begin(), more.end());
    std::sort(points_.begin(), points_.end(),
              [](const Point& x, const Point& y) { return x.count < y.count; });
  }

  std::array<const Asked*, 2> sides_;
  std::vector<Point> points_;
};

SideAnswer answer(const ChangeSearch& search, const Point& first, const Point& last, std::size_t side) {
  SideAnswer one;
  one.stage = search.name(first, side);
  if (one.stage.empty()) return one;
  one.usd_first = first.usd[side];
  one.usd_last = last.usd[side];
  return one;
}

/// Required inputs that are missing, besides the one that grows.
void needed(const Program& program, const Block& workload, std::vector<std::string>& into) {
  const Evaluation evaluation = evaluate(program, workload);
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const Input& input = program.inputs[i];
    const bool derived = input.derived != none && evaluation.at(input.derived, 0) != 0;
    if (!input.required || static_cast<int>(i) == program.growing || workload.given(i, 0) || derived)
      continue;
    if (std::find(into.begin(), into.end(), input.id) == into.end()) into.emplace_back(input.id);
  }
}

Compared comparable(const Program& a, const Block& workload_a, const Program& b, const Block& workload_b,
                    AnswersDiff& into) {
  if (a.growing >= 0) into.input_a = a.inputs[as_index(a.growing)].id;
  if (b.growing >= 0) into.input_b = b.inputs[as_index(b.growing)].id;
  if (a.growing < 0 || b.growing < 0) return Compared::nothing_grows;
  const Input& one = a.inputs[as_index(a.growing)];
  const Input& other = b.inputs[as_index(b.growing)];
  if (one.id != other.id || one.unit.text != other.unit.text) return Compared::other_input;
  into.unit = one.unit;
  into.memory = a.memory;
  into.first = std::ceil(std::max({one.low, other.low, 1.0}));
  into.last = std::floor(std::min(one.high, other.high));
  if (into.first > into.last) return Compared::no_common_range;
  needed(a, workload_a, into.needed);
  needed(b, workload_b, into.needed);
  return into.needed.empty() ? Compared::yes : Compared::more_needed;
}

}  // namespace
}  // namespace plan

AnswersDiff compare_answers(const Program& a, const Block& workload_a, const Program& b,
                            const Block& workload_b) {
  AnswersDiff diff;
  diff.compared = plan::comparable(a, workload_a, b, workload_b, diff);
  if (diff.compared != AnswersDiff::Compared::yes) return diff;
  const plan::Asked one(a, workload_a), other(b, workload_b);
  plan::ChangeSearch search(one, other);
  const std::vector<plan::Point> points = search.all(diff.first, diff.last);
  for (std::size_t begin = 0; begin < points.size();) {
    std::size_t end = begin;
    while (end + 1 < points.size() && points[end + 1].like(points[begin])) ++end;
    const plan::Point& first = points[begin];
    if (!search.same_stage(first) || !first.same_bill()) {
      diff.ranges.push_back({first.count, points[end].count, plan::answer(search, first, points[end], 0),
                             plan::answer(search, first, points[end], 1)});
    }
    begin = end + 1;
  }
  return diff;
}

}  // namespace scaleplan
