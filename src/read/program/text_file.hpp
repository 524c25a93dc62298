// A rule file that is inside the binary.
#pragma once

#include <string_view>

namespace scaleplan::read {

/// A file that is inside the binary, named as in the source tree ("rules/aws.yaml").
struct TextFile {
  std::string_view name;
  std::string_view content;
};

}  // namespace scaleplan::read
