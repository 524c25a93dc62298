// Value numbering: a step that exists already is not made again; what is constant is computed here and now.
#include "graph.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace scaleplan::read {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

std::size_t Graph::Hash::operator()(const Instruction& i) const {
  std::uint64_t mixed = static_cast<std::uint64_t>(i.op);
  for (const std::int32_t operand : {i.a, i.b, i.c}) {
    mixed = (mixed ^ static_cast<std::uint32_t>(operand)) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29;
  }
  return mixed;
}

double Graph::value(Register at) const { return constants_[as_index(code_[static_cast<std::size_t>(at)].a)]; }

Register Graph::put(Instruction instruction, Range range) {
  const auto [found, fresh] = known_.try_emplace(instruction, static_cast<Register>(code_.size()));
  if (fresh) {
    code_.push_back(instruction);
    ranges_.push_back(range);
  }
  return found->second;
}

Register Graph::constant(double value) {
  const auto [found, fresh] = constant_numbers_.try_emplace(std::bit_cast<std::uint64_t>(value),
                                                            static_cast<std::int32_t>(constants_.size()));
  if (fresh) constants_.push_back(value);
  return put({Op::constant, found->second, none, none}, {value, value});
}

Register Graph::given_value(int column, Range range) {
  return put({Op::given_value, column, none, none}, range);
}

Register Graph::is_given(int column) { return put({Op::is_given, column, none, none}, {0, 1}); }

bool Graph::is(Register at, std::optional<double> number) const {
  return number && is_constant(at) && value(at) == *number;
}

std::optional<Register> Graph::folded(const Operation& what, Register a, Register b, Register c) {
  const auto constant_or_none = [&](Register at) { return at == none || is_constant(at); };
  if (constant_or_none(a) && constant_or_none(b) && constant_or_none(c)) {
    const auto operand = [&](Register at) { return at == none ? 0 : value(at); };
    const double x = operand(a), y = operand(b), z = operand(c);
    double result = 0;
    what.apply(&result, &x, &y, &z, 1);
    // A division by 0 is left for the check of divisors.
    if (std::isfinite(result)) return constant(result);
  }
  if (what.reads != 2) return std::nullopt;
  if (is(a, what.absorbing) || is(b, what.neutral)) return a;
  if (is(b, what.absorbing) || (what.commutes && is(a, what.neutral))) return b;
  return std::nullopt;
}

Register Graph::apply(Op op, Register a, Register b, Register c) {
  const Operation& what = operation(op);
  if (const auto known = folded(what, a, b, c)) return *known;
  if (what.commutes && b < a) std::swap(a, b);
  const auto range_or_none = [&](Register at) { return at == none ? Range{} : range(at); };
  return put({op, a, b, c}, what.bounds(range_or_none(a), range_or_none(b), range_or_none(c)));
}

Register Graph::select(Register condition, Register yes, Register no) {
  if (is_constant(condition)) return value(condition) != 0 ? yes : no;
  return yes == no ? yes : apply(Op::select, condition, yes, no);
}

Register Graph::lookup(Register by, const std::vector<double>& values) {
  if (is_constant(by)) return constant(values[as_index(value(by))]);
  if (std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); }))
    return constant(values.front());
  std::vector<std::uint64_t> bits;
  Range range{infinity, -infinity};
  for (const double v : values) {
    bits.push_back(std::bit_cast<std::uint64_t>(v));
    range = {std::min(range.low, v), std::max(range.high, v)};
  }
  const auto [found, fresh] =
      constant_lists_.try_emplace(std::move(bits), static_cast<std::int32_t>(constants_.size()));
  if (fresh) constants_.insert(constants_.end(), values.begin(), values.end());
  return put({Op::lookup, by, found->second, static_cast<std::int32_t>(values.size())}, range);
}

Register Graph::pick(int pick) {
  const Register first = put({Op::pick, pick, none, none}, {1, infinity});
  if (static_cast<std::size_t>(first) + 1 == code_.size()) {
    for (int i = 1; i < PickColumn::columns; ++i) {
      code_.push_back({Op::written, first, i, none});
      ranges_.push_back(i == PickColumn::fits ? Range{-1, 1}
                                              : Range{i == PickColumn::candidate ? -1.0 : 0.0, infinity});
    }
  }
  return first;
}

Register Graph::most(Register pick, int need) { return put({Op::most, pick, need, none}, {0, infinity}); }

Register Graph::candidate_column(Register pick, int table, Range range) {
  return put({Op::column, pick, table, none}, range);
}

}  // namespace scaleplan::read
