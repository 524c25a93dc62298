// Reads `terraform show -json` of a plan, or of a state: what will exist once it is applied.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/declaration.hpp"
#include "texts/json.hpp"
#include "texts/located.hpp"

namespace scaleplan::read {

/// The resource types to read.
class WantedTypes {
 public:
  /// An empty list means all.
  explicit WantedTypes(std::vector<std::string> types);
  [[nodiscard]] bool has(std::string_view type) const;

 private:
  std::vector<std::string> sorted_;
};

/// The role of the root for plan_shape().
inline constexpr std::uint8_t plan_root = 1;

/// The values of a plan to read: no earlier state, no unwanted types; all of a template.
JsonShape plan_shape(const WantedTypes& wanted);

/// Adds what the plan declares to `into`; throws Error when its version cannot be read.
void read_terraform(JsonValue root, Located& text, const WantedTypes& wanted, std::int32_t file,
                    Declaration& into);

}  // namespace scaleplan::read
