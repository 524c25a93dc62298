// The register of all codes that messages and findings carry: what each means and what to do about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scaleplan {

/// A code such as "R014": a title of a few words, what it means, and what to do.
struct Code {
  std::string_view id;
  std::string_view title;
  std::string_view means;
  std::string_view remedy;
};

/// Every code of the program, in order.
std::vector<Code> all_codes();

/// The code `id` (R014 and r014 are the same), or null when there is no such code.
const Code* find_code(std::string_view id);

/// The meaning of a code, for a terminal of 80 columns, and as `scaleplan.code/1`.
std::string code_text(const Code& code, bool colour);
std::string code_json(const Code& code);

}  // namespace scaleplan
