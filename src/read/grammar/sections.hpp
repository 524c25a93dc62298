// The sections of rule files and catalogues, by the part of the file that they belong to.
#pragma once

#include <array>

#include "scaleplan/grammar.hpp"

namespace scaleplan::read {

/// A key that, when it is missing, is as if it held `value`, or what the key of that name beside it holds.
constexpr Key without(std::string_view value, Key key) {
  key.without = value;
  return key;
}

/// A key whose inner order has a meaning.
constexpr Key ordered(Key key) {
  key.ordered = true;
  return key;
}

/// The file itself, sources, tables.
std::span<const Section> heading_sections();
/// Catalogues as rule files use them, and what stands in them.
std::span<const Section> catalog_use_sections();
/// Inputs, metrics, decisions, advice.
std::span<const Section> figure_sections();
/// Components with all that is in them.
std::span<const Section> component_sections();
/// How declared resources are recognised.
std::span<const Section> recognition_sections();
/// Moves and stages.
std::span<const Section> ladder_sections();

}  // namespace scaleplan::read
