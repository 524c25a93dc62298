// Value numbering: a step that exists already is not made again; what is constant is computed here and now.
#include "graph.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace scaleplan::read {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double product(double x, double y) { return x == 0 || y == 0 ? 0 : x * y; }

Range hull(std::initializer_list<double> values) { return {std::min(values), std::max(values)}; }

Range multiplied(Range a, Range b) {
  return hull(
      {product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)});
}

Range divided(Range a, Range b) {
  if (b.low <= 0 && b.high >= 0) return {-infinity, infinity};
  return multiplied(a, {1 / b.high, 1 / b.low});
}

Range of_binary(Op op, Range a, Range b) {
  switch (op) {
    case Op::add:
      return {a.low + b.low, a.high + b.high};
    case Op::subtract:
      return {a.low - b.high, a.high - b.low};
    case Op::multiply:
      return multiplied(a, b);
    case Op::divide:
      return divided(a, b);
    case Op::minimum:
      return {std::min(a.low, b.low), std::min(a.high, b.high)};
    case Op::maximum:
      return {std::max(a.low, b.low), std::max(a.high, b.high)};
    case Op::power:
      return {0, std::max(1.0, a.high)};
    default:
      return {0, 1};
  }
}

Range of_unary(Op op, Range a) {
  switch (op) {
    case Op::negate:
      return {-a.high, -a.low};
    case Op::ceiling:
      return {std::ceil(a.low), std::ceil(a.high)};
    case Op::floor:
      return {std::floor(a.low), std::floor(a.high)};
    case Op::round:
      return {std::floor(a.low + 0.5), std::floor(a.high + 0.5)};
    case Op::root:
      return {std::sqrt(std::max(a.low, 0.0)), std::sqrt(std::max(a.high, 0.0))};
    default:
      return {0, 1};
  }
}

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

Register Graph::unary(Op op, Register a) {
  const Range range = op == Op::opposite ? Range{0, 1} : of_unary(op, this->range(a));
  if (is_constant(a)) {
    return constant(op == Op::opposite ? 1 - value(a) : of_unary(op, {value(a), value(a)}).low);
  }
  return put({op, a, none, none}, range);
}

Register Graph::binary(Op op, Register a, Register b) {
  const bool constants = is_constant(a) && is_constant(b);
  if (constants && op == Op::less) return constant(value(a) < value(b) ? 1 : 0);
  if (constants && op == Op::less_equal) return constant(value(a) <= value(b) ? 1 : 0);
  if (constants && op == Op::equal) return constant(value(a) == value(b) ? 1 : 0);
  if (constants && (op == Op::add || op == Op::subtract || op == Op::minimum || op == Op::maximum)) {
    return constant(of_binary(op, {value(a), value(a)}, {value(b), value(b)}).low);
  }
  if (constants && op == Op::multiply) return constant(value(a) * value(b));
  if (constants && op == Op::divide && value(b) != 0) return constant(value(a) / value(b));
  if (op == Op::both) {
    if (is_constant(a)) return value(a) != 0 ? b : a;
    if (is_constant(b)) return value(b) != 0 ? a : b;
  }
  if (op == Op::either) {
    if (is_constant(a)) return value(a) != 0 ? a : b;
    if (is_constant(b)) return value(b) != 0 ? b : a;
  }
  if (op == Op::add && is_constant(a) && value(a) == 0) return b;
  if ((op == Op::add || op == Op::subtract) && is_constant(b) && value(b) == 0) return a;
  if (op == Op::multiply && is_constant(a) && (value(a) == 1 || value(a) == 0)) return value(a) == 1 ? b : a;
  if ((op == Op::multiply || op == Op::divide) && is_constant(b) && value(b) == 1) return a;
  if (op == Op::multiply && is_constant(b) && value(b) == 0) return b;
  const bool commutes =
      op == Op::add || op == Op::multiply || op == Op::equal || op == Op::both || op == Op::either;
  if (commutes && b < a) std::swap(a, b);
  return put({op, a, b, none}, of_binary(op, range(a), range(b)));
}

Register Graph::select(Register condition, Register yes, Register no) {
  if (is_constant(condition)) return value(condition) != 0 ? yes : no;
  if (yes == no) return yes;
  const Range a = range(yes);
  const Range b = range(no);
  return put({Op::select, condition, yes, no}, {std::min(a.low, b.low), std::max(a.high, b.high)});
}

Register Graph::servers(Register rate, Register time, Register wait) {
  return put({Op::servers, rate, time, wait}, {0, infinity});
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
