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
  using Keys = std::vector<std::string>;

  /// `what` names the map in messages: `stage "multi-az"`; `keys` are all that it can have, besides note: and
  /// lint:. A key that is none of them stands for the one that it was probably meant to be.
  Fields(const Node& map, std::string what, Report& report, Keys keys);
  /// The same for the map of an entry: a missing key is reported at its key.
  Fields(const Entry& entry, std::string what, Report& report, Keys keys)
      : Fields(entry.value, std::move(what), report, std::move(keys)) {
    owner_ = entry.at;
  }

  /// The value under `key`, or null when it is absent or `~`.
  const Node* maybe(std::string_view key);
  /// The value under `key`; its absence is a fault.
  const Node* need(std::string_view key);
  /// The scalar under `key` as text, or `otherwise`.
  std::string text(std::string_view key, std::string otherwise = {});
  /// The scalar under `key`, which must be one of `values`.
  const Node* choice(std::string_view key, const std::vector<std::string>& values);
  /// The scalars of a list, or the one scalar, under `key`.
  std::vector<const Node*> list(std::string_view key);
  /// The entries of the map under `key`.
  const std::vector<Entry>& map(std::string_view key);
  /// yes or no under `key`.
  bool yes_no(std::string_view key, bool otherwise);
  /// Reports every key that is none of those this map can have.
  void done();

  [[nodiscard]] const std::string& what() const { return what_; }
  [[nodiscard]] const Node& node() const { return map_; }

 private:
  struct Meant {
    std::string key;  ///< as it should be
    const Node* value = nullptr;
  };
  [[nodiscard]] bool known(std::string_view key) const;
  /// The key that `entry`, which has an unknown one, was probably meant to have.
  [[nodiscard]] std::string meant(const Entry& entry) const;
  void unknown(const Entry& entry);
  [[nodiscard]] const Entry* before_comma(const Entry& entry) const;
  std::vector<const Node*> one_or_several(std::string_view key, const Node& scalar);

  const Node& map_;
  std::string what_;
  Report& report_;
  Mark owner_;
  Keys keys_;
  std::vector<Meant> meant_;
  std::vector<std::string> asked_;  ///< a key that can be there and that nobody reads is a fault as well
};

/// The keys that a map of the section `id` of rule files and catalogues can have.
Fields::Keys keys_of(std::string_view id);

/// "a map", "a list", "text", "nothing".
std::string kind_name(const Node& node);

}  // namespace scaleplan::read
