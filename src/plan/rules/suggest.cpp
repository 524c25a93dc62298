// Looks for a boundary along one input after another: over its whole range first, then between two values.
#include "scaleplan/suggest.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace scaleplan {
namespace {

constexpr std::size_t lanes = 48;

/// `value` rounded to so many significant digits.
double rounded(double value, int digits) {
  if (value <= 0) return value;
  double unit = 1;
  for (int i = 1; i < digits; ++i) unit /= 10;
  double scale = 1;
  while (value >= scale * 10) scale *= 10;
  while (value < scale) scale /= 10;
  return std::floor(value / (scale * unit) + 0.5) * (scale * unit);
}

/// One limit of one stage, looked at for many workloads at once.
class CaseSearch {
 public:
  CaseSearch(const Program& program, const Limit& limit, const Move* with)
      : program_(program), limit_(limit), with_(with) {}

  /// Two workloads beside the boundary that differ in `input` alone.
  bool along(std::size_t input, const std::vector<SetInput>& given, Suggestion& into) {
    const Input& varied = program_.inputs[input];
    const double low = std::max(varied.low, varied.high * 1e-12);
    // A share is looked at from its upper end too: availability has its nines there.
    for (const bool from_above : {false, true}) {
      if (from_above && !(varied.unit.text == "ratio" && varied.high <= 1)) continue;
      std::vector<double> grid(lanes);
      for (std::size_t i = 0; i < lanes; ++i)
        grid[i] = from_above ? 1 - between(std::max(1 - varied.high, 1e-9), 1 - varied.low, i)
                             : between(low, varied.high, i);
      if (cross(input, given, grid, into)) return true;
    }
    return false;
  }

 private:
  static double between(double low, double high, std::size_t i) {
    const double step = static_cast<double>(i) / (lanes - 1);
    // By halves of the ratio alone, without a logarithm: the same bits on every machine.
    double from = low;
    double to = high;
    for (double at = step, half = 0.5; half > 1e-4; half /= 2) {
      const double middle = std::sqrt(from * to);
      (at >= half ? from : to) = middle;
      if (at >= half) at -= half;
    }
    return i == 0 ? low : i == lanes - 1 ? high : from;
  }

  std::vector<double> used(std::size_t input, const std::vector<SetInput>& given,
                           const std::vector<double>& values) const {
    Block block(static_cast<std::size_t>(program_.columns), values.size());
    for (std::size_t lane = 0; lane < values.size(); ++lane) {
      for (const SetInput& one : given)
        block.give(static_cast<std::size_t>(one.input - program_.inputs.data()), lane, one.value);
      block.give(input, lane, values[lane]);
      if (with_ != nullptr) block.give(static_cast<std::size_t>(with_->input), lane, 1);
    }
    const Evaluation evaluation = evaluate(program_, block);
    std::vector<double> result(values.size(), -1);
    for (std::size_t lane = 0; lane < values.size(); ++lane) {
      if (limit_.present != none && evaluation.at(limit_.present, lane) == 0) continue;
      result[lane] = utilization(evaluation.at(limit_.need, lane), evaluation.at(limit_.limit, lane));
    }
    return result;
  }

  bool cross(std::size_t input, const std::vector<SetInput>& given, const std::vector<double>& grid,
             Suggestion& into) {
    const std::vector<double> seen = used(input, given, grid);
    for (std::size_t i = 0; i + 1 < grid.size(); ++i) {
      if (seen[i] < 0 || seen[i + 1] < 0 || holds(seen[i]) == holds(seen[i + 1])) continue;
      double holding = holds(seen[i]) ? grid[i] : grid[i + 1];
      double breaking = holds(seen[i]) ? grid[i + 1] : grid[i];
      for (int step = 0; step < 60; ++step) {
        const double middle = (holding + breaking) / 2;
        (holds(used(input, given, {middle})[0]) ? holding : breaking) = middle;
      }
      if (beside(input, given, holding, breaking, into)) return true;
    }
    return false;
  }

  /// Short numbers on either side of the boundary, and near it.
  bool beside(std::size_t input, const std::vector<SetInput>& given, double holding, double breaking,
              Suggestion& into) {
    const Input& varied = program_.inputs[input];
    std::optional<double> held;
    std::optional<double> broke;
    // Of an availability it is the rest that is near to something.
    const bool rest = varied.unit.text == "ratio" && varied.high < 1 && holding > 0.5;
    const double factor = varied.unit.factor;
    for (int digits = 2; digits <= 5 && !(held && broke); ++digits) {
      std::vector<double> tried;
      for (int k = -12; k <= 12; ++k) {
        const double around = (k < 0 ? holding : breaking) / factor;
        const double shifted = rest ? 1 - rounded((1 - around) * (1 + 0.005 * k), digits)
                                    : rounded(around * (1 + 0.005 * k), digits);
        tried.push_back(std::clamp(shifted * factor, varied.low, varied.high));
      }
      const std::vector<double> seen = used(input, given, tried);
      for (std::size_t i = 0; i < tried.size(); ++i) {
        if (!held && seen[i] >= 1 - Boundary::near && holds(seen[i])) held = tried[i];
        if (!broke && !holds(seen[i]) && seen[i] <= 1 + Boundary::near) broke = tried[i];
      }
    }
    if (!held || !broke) return false;
    into.given = given;
    into.varied = &varied;
    into.holds_at = *held;
    into.breaks_at = *broke;
    return true;
  }

  const Program& program_;
  const Limit& limit_;
  const Move* with_;
};

bool numeric(const Input& input) { return input.type == InputType::number; }

/// The workload to begin with: what must be given is, in the middle of what is usual.
std::vector<SetInput> start(const Program& program, double users) {
  std::vector<SetInput> given;
  for (const Input& input : program.inputs) {
    if (input.required) given.push_back({&input, std::clamp(users, input.low, input.high)});
  }
  return given;
}

bool find(const Program& program, CaseSearch& search, Suggestion& into) {
  const std::vector<SetInput> given = start(program, 1000);
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (!numeric(program.inputs[i])) continue;
    std::vector<SetInput> others = given;
    std::erase_if(others, [&](const SetInput& one) { return one.input == &program.inputs[i]; });
    if (search.along(i, others, into)) return true;
  }
  for (const Input& at_end : program.inputs) {
    if (!numeric(at_end)) continue;
    std::vector<SetInput> others = given;
    std::erase_if(others, [&](const SetInput& one) { return one.input == &at_end; });
    others.push_back({&at_end, at_end.high});
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
      if (!numeric(program.inputs[i]) || &program.inputs[i] == &at_end) continue;
      std::vector<SetInput> rest = others;
      std::erase_if(rest, [&](const SetInput& one) { return one.input == &program.inputs[i]; });
      if (search.along(i, rest, into)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Suggestion> suggest(const Program& program, const Coverage& seen) {
  std::vector<Suggestion> all;
  for (const Boundary& boundary : seen.limits) {
    if (boundary.inherited || boundary.set_aside != nullptr ||
        (boundary.held_near() && boundary.broke_near()))
      continue;
    Suggestion one;
    one.boundary = &boundary;
    for (auto stage = boundary.stages.rbegin(); stage != boundary.stages.rend() && one.varied == nullptr;
         ++stage) {
      const auto& limits = program.stages[as_index(*stage)].limits;
      const auto limit = std::find_if(limits.begin(), limits.end(), [&](const Limit& l) {
        return l.id == boundary.limit->id && l.need == boundary.limit->need &&
               l.limit == boundary.limit->limit;
      });
      one.stage = *stage;
      std::vector<const Move*> moves = {nullptr};
      for (const Move& move : program.moves) moves.push_back(&move);
      for (const Move* move : moves) {
        CaseSearch search(program, *limit, move);
        one.with = move;
        if (find(program, search, one)) break;
      }
    }
    all.push_back(one);
  }
  return all;
}

}  // namespace scaleplan
