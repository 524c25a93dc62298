// Three-valued truth: what depends on a value that is unknown until deployment is unknown, unless the rest
// decides.
#pragma once

#include <cstdint>

namespace scaleplan {

enum class Truth : std::uint8_t { no, yes, unknown };

constexpr Truth truth_of(bool holds) { return holds ? Truth::yes : Truth::no; }

constexpr Truth negated(Truth a) { return a == Truth::unknown ? a : truth_of(a == Truth::no); }

/// Whether both hold.
constexpr Truth both(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

/// Whether one of two holds.
constexpr Truth either(Truth a, Truth b) { return negated(both(negated(a), negated(b))); }

}  // namespace scaleplan
