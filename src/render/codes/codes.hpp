// The parts of the register of codes, one for each letter.
#pragma once

#include <span>

#include "scaleplan/codes.hpp"

namespace scaleplan::render {

/// Y: texts and YAML.
std::span<const Code> file_codes();
/// L: what the lint finds.
std::span<const Code> lint_codes();
/// R: what rule files and catalogues say.
std::span<const Code> rule_codes();
/// C: files of cases and what they find.
std::span<const Code> case_codes();
/// U and W: command lines and workloads.
std::span<const Code> question_codes();
/// D: declared infrastructure, from 101 on what is only noted.
std::span<const Code> declared_codes();

}  // namespace scaleplan::render
