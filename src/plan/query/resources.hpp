// Declared resources, indexed by type, by address and by reference.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scaleplan/declaration.hpp"

namespace scaleplan::plan {

using ResourceList = std::vector<const Resource*>;

/// An address without its indices: "module.web.aws_instance.app".
std::string without_indices(std::string_view address);

/// An index over a declaration, which must outlive it.
class Resources {
 public:
  explicit Resources(const Declaration& declaration);

  [[nodiscard]] const Declaration& declaration() const { return declaration_; }
  /// The resources of a type, in order of the declaration.
  [[nodiscard]] const ResourceList& of_type(std::string_view type) const;
  /// The resources that a reference in `file` resolves to: one, or all instances where it has no index. Those
  /// of the same file go first, since separate files may use the same names.
  [[nodiscard]] const ResourceList& at(const std::string& reference, std::int32_t file) const;
  /// The data source with that id, or null.
  [[nodiscard]] const Resource* looked_up(const std::string& id) const;
  /// The resources that `resource` refers to, each once.
  [[nodiscard]] const ResourceList& targets(const Resource& resource) const;
  /// The resources that refer to `resource`, each once.
  [[nodiscard]] const ResourceList& referrers(const Resource& resource) const;

 private:
  struct Addresses {
    std::unordered_map<std::string, ResourceList> exact, plain;

    void add(const Resource& resource);
    [[nodiscard]] const ResourceList* find(const std::string& reference) const;
  };
  void link() const;

  const Declaration& declaration_;
  std::unordered_map<std::string_view, ResourceList> types_;
  std::unordered_map<std::string_view, const Resource*> looked_up_;  ///< by id
  Addresses everywhere_;
  std::vector<Addresses> of_file_;  ///< empty when there is one file
  mutable bool linked_ = false;
  mutable std::unordered_map<const Resource*, ResourceList> targets_, referrers_;
};

}  // namespace scaleplan::plan
