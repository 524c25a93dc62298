// "Did you mean": the known word that is nearest to one that is not known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scaleplan {

/// The word of `known` nearest to `word` when it is near enough to be meant, else empty.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

/// The hint about an unknown word: "did you mean" with `near`, or, where that is empty, `otherwise`.
std::string did_you_mean(std::string_view near, std::string otherwise = {});

/// The hint about an unknown word: "did you mean" with `near`, or, where that is empty, `intro` and what is
/// known.
std::string near_hint(std::string_view near, const std::vector<std::string>& known, std::string_view intro);

}  // namespace scaleplan
