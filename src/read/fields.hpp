// The keys of one map of a rule file: asked for one by one, and what nobody asked for is a fault.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tree.hpp"

namespace scaleplan::read {

class Fields {
 public:
  /// `what` names the map in messages: `stage "multi-az"`.
  Fields(const Node& map, std::string what, Report& report);

  /// The value under `key`, or null when it is absent or `~`.
  const Node* maybe(std::string_view key);
  /// The value under `key`; its absence is a fault.
  const Node* need(std::string_view key);
  /// The scalar under `key` as text, or `otherwise`.
  std::string text(std::string_view key, std::string otherwise = {});
  /// The scalars of a list, or the one scalar, under `key`.
  std::vector<const Node*> list(std::string_view key);
  /// The entries of the map under `key`.
  const std::vector<Entry>& map(std::string_view key);
  /// yes or no under `key`.
  bool yes_no(std::string_view key, bool otherwise);
  /// Reports every key that was not asked for.
  void done();

  [[nodiscard]] const std::string& what() const { return what_; }
  [[nodiscard]] const Node& node() const { return map_; }

 private:
  const Node& map_;
  std::string what_;
  Report& report_;
  std::vector<std::string> asked_;
};

/// "a map", "a list", "text", "nothing".
std::string kind_name(const Node& node);

}  // namespace scaleplan::read
