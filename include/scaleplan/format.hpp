// The layout of rule files and other YAML files.
#pragma once

#include <string>
#include <string_view>

namespace scaleplan {

/// The text laid out anew: two blanks a level, no blank inside brackets, one line left of several empty ones.
/// Its meaning, comments and order stay; throws Error when it cannot be read.
std::string formatted(std::string_view text, const std::string& file);

}  // namespace scaleplan
