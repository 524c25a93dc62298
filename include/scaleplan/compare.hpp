// Every stage of an answer side by side.
#pragma once

#include <string>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

/// The stages for a terminal, as `scaleplan.comparison/1`, as Markdown, and as CSV (RFC 4180).
std::string compare_text(const Recommendation& answer, bool colour);
std::string compare_json(const Recommendation& answer);
std::string compare_markdown(const Recommendation& answer);
std::string compare_csv(const Recommendation& answer);

}  // namespace scaleplan
