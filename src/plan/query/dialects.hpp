// How dialects spell the types and attributes that rules name, looked up by native type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scaleplan/recognition.hpp"

namespace scaleplan::plan {

/// An index over the dialects of a rule set, which must outlive it.
class DialectIndex {
 public:
  explicit DialectIndex(const Recognition& rules);

  /// The native types that may be what rules call `type`.
  [[nodiscard]] const std::vector<const DialectType*>& natives_of(std::string_view type) const;
  /// The query in native words that answers an attribute of a native type; nothing where no dialect maps it.
  [[nodiscard]] std::optional<std::int32_t> attribute(std::string_view native, std::string_view path) const;
  /// The native path of an attribute; nothing where no single path answers it.
  [[nodiscard]] std::optional<Text> path(std::string_view native, std::string_view path) const;
  /// Whether people wrote every value in a resource of the native type.
  [[nodiscard]] bool written(std::string_view native) const;
  /// An action with each name in braces spelled as files spell it that have the native type.
  [[nodiscard]] std::string action(std::string_view native, Text action) const;

 private:
  struct Spelling {
    const DialectTable* table = nullptr;
    std::unordered_map<std::string_view, std::int32_t> attributes;
  };
  [[nodiscard]] const Spelling* of(std::string_view native) const;
  [[nodiscard]] std::string spelled(std::string_view native, std::string_view name) const;

  const Recognition& rules_;
  std::unordered_map<std::string_view, Spelling> natives_;
  std::unordered_map<std::string_view, std::vector<const DialectType*>> types_;
};

}  // namespace scaleplan::plan
