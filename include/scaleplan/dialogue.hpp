// The sentences of a dialogue that asks for a workload.
#pragma once

#include <string>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

/// Question `number` of a dialogue: about `input`, which takes the values of `accepted`. `answer` is the
/// answer so far, null before there is one.
std::string question_text(int number, const Input& input, const std::string& accepted,
                          const Recommendation* answer);

/// The end of a dialogue: `settled` says that nothing more would change the stage; `file` was written, if
/// any.
std::string dialogue_end_text(bool settled, const std::string& file);

}  // namespace scaleplan
