// The sections of rule files and catalogues, by the part of the file that they belong to.
#pragma once

#include <array>

#include "scaleplan/grammar.hpp"

namespace scaleplan::read {

/// The file itself, sources, tables.
std::span<const Section> heading_sections();
/// Inputs, metrics, decisions, advice.
std::span<const Section> figure_sections();
/// Components with all that is in them.
std::span<const Section> component_sections();
/// Moves and stages.
std::span<const Section> ladder_sections();

}  // namespace scaleplan::read
