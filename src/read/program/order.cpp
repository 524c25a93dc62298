// Marks every instruction with the first that needs it, then sorts and renumbers.
#include "order.hpp"

#include <algorithm>
#include <cstdint>

#include "scaleplan/operations.hpp"

namespace scaleplan::read {
namespace {

/// Who needs an instruction, the most frequent first.
enum class Use : std::uint8_t { judging, answer, explanation, nobody };

/// Calls `f` with every register of a pick.
void registers(Pick& pick, const auto& f) {
  for (Need& need : pick.needs) {
    f(need.shared);
    f(need.each);
  }
  for (Register& selector : pick.selectors) f(selector);
  for (Register& factor : pick.factors) f(factor);
  for (Register* at : {&pick.surcharge, &pick.least, &pick.greatest, &pick.zones, &pick.copies, &pick.aim})
    f(*at);
}

void registers(Component& component, const auto& f) {
  for (Register* at :
       {&component.service.by, &component.present, &component.picked, &component.count, &component.zones,
        &component.copies, &component.outage, &component.survives, &component.upkeep})
    f(*at);
  for (CostLine& line : component.costs) {
    f(line.usd_per_second);
    f(line.quantity);
  }
}

void all(std::vector<Register>& by_stage, const auto& f) {
  for (Register& at : by_stage) f(at);
}

/// Calls `f` with every register that the tables of a program name, and with who needs it; those of picks are
/// reached through the instruction that picks.
void registers(Program& program, const auto& f) {
  const auto judging = [&](Register& at) { f(at, Use::judging); };
  const auto answer = [&](Register& at) { f(at, Use::answer); };
  const auto explanation = [&](Register& at) { f(at, Use::explanation); };
  for (Stage& stage : program.stages) {
    for (Limit& limit : stage.limits) {
      judging(limit.need);
      judging(limit.limit);
      answer(limit.present);
    }
    for (Register* at : {&stage.outage, &stage.firm, &stage.soft, &stage.upkeep}) answer(*at);
  }
  answer(program.upkeep_price);
  judging(program.readings.shows);
  for (Input& input : program.inputs) {
    answer(input.value);
    answer(input.derived);
    answer(input.mistaken);
  }
  for (Component& component : program.components) registers(component, answer);
  for (Decision& decision : program.decisions) {
    all(decision.by_stage, answer);
    all(decision.shown, answer);
    for (Option& option : decision.options) all(option.when, explanation);
  }
  for (Move& move : program.moves) all(move.when, answer);
  for (Advice& advice : program.advice) {
    all(advice.when, answer);
    all(advice.value, answer);
  }
  for (AroundLine& line : program.around) {
    for (std::vector<Register>* by_stage : {&line.when, &line.usd_per_second, &line.low, &line.high})
      all(*by_stage, answer);
  }
  for (Metric& metric : program.metrics) all(metric.by_stage, explanation);
  for (Gap& gap : program.gaps) {
    answer(gap.chosen);
    answer(gap.at);
  }
  for (TableFigure& figure : program.figures) {
    all(figure.by_stage, explanation);
    all(figure.chosen, answer);
  }
}

class Order {
 public:
  Order(Program& program, const std::vector<Instruction>& code)
      : program_(program), code_(code), use_(code.size(), Use::nobody), moved_(code.size(), none) {}

  std::vector<Instruction> sorted() {
    registers(program_, [&](Register at, Use use) { need(at, use); });
    std::vector<Instruction> result;
    result.reserve(code_.size());
    for (const Use use : {Use::judging, Use::answer, Use::explanation}) {
      for (std::size_t i = 0; i < code_.size(); ++i) {
        if (use_[i] != use) continue;
        moved_[i] = static_cast<Register>(result.size());
        result.push_back(code_[i]);
      }
      if (use == Use::judging) program_.judged = static_cast<std::int32_t>(result.size());
      if (use == Use::answer) program_.answered = static_cast<std::int32_t>(result.size());
    }
    for (Instruction& one : result) operands(one, [&](Register& at) { move(at); });
    registers(program_, [&](Register& at, Use) { move(at); });
    for (Pick& pick : program_.picks) registers(pick, [&](Register& at) { move(at); });
    return result;
  }

  /// For each instruction that was kept, its place before; after sorted().
  [[nodiscard]] std::vector<Register> origin() const {
    std::vector<Register> from;
    for (std::size_t i = 0; i < moved_.size(); ++i) {
      if (moved_[i] == none) continue;
      from.resize(std::max(from.size(), static_cast<std::size_t>(moved_[i]) + 1));
      from[as_index(moved_[i])] = static_cast<Register>(i);
    }
    return from;
  }

 private:
  void move(Register& at) const {
    if (at != none) at = moved_[as_index(at)];
  }

  /// Calls `f` with every register that an instruction reads, apart from those of its pick.
  static void operands(Instruction& one, const auto& f) {
    Register* const registers[] = {&one.a, &one.b, &one.c};
    for (int i = 0; i < operation(one.op).reads; ++i) f(*registers[i]);
  }

  /// Marks an instruction, and what it reads, as needed at `use` or sooner.
  void need(Register at, Use use) {
    std::vector<Register> open{at};
    while (!open.empty()) {
      const Register now = open.back();
      open.pop_back();
      if (now == none || use_[as_index(now)] <= use) continue;
      use_[as_index(now)] = use;
      Instruction one = code_[as_index(now)];
      operands(one, [&](Register read) { open.push_back(read); });
      if (one.op != Op::pick) continue;
      registers(program_.picks[as_index(one.a)], [&](Register read) { open.push_back(read); });
      // The columns that a pick writes stand behind it.
      for (Register column = 1; column < PickColumn::columns; ++column)
        use_[static_cast<std::size_t>(now) + static_cast<std::size_t>(column)] = use;
    }
  }

  Program& program_;
  const std::vector<Instruction>& code_;
  std::vector<Use> use_;
  std::vector<Register> moved_;
};

}  // namespace

std::vector<Register> put_in_order(Program& program, const std::vector<Instruction>& code, Texts& texts) {
  Order order(program, code);
  program.code = texts.keep(order.sorted());
  return order.origin();
}

}  // namespace scaleplan::read
