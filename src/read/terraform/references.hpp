// The references in the configuration of a Terraform plan, followed through variables and outputs of modules.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "address.hpp"
#include "scaleplan/declaration.hpp"
#include "texts/json.hpp"

namespace scaleplan::read {

class References {
 public:
  /// `configuration` of the plan, and the address of every resource in it.
  References(JsonValue configuration, const std::vector<std::string_view>& addresses);

  /// Adds its references to each attribute of `resource`, and the attributes that a plan leaves out as
  /// unknown.
  void resolve(Resource& resource);

 private:
  /// A module as it is used in one place, and one of its instances.
  struct Scope {
    JsonValue module;    ///< as it is written
    JsonValue call;      ///< in the module that uses it
    std::string prefix;  ///< "module.web[0]."
    std::string index;   ///< "[0]"
    const Scope* user = nullptr;
  };
  using Found = std::vector<std::string>;

  const Scope* scope_of(const std::vector<ModuleStep>& modules);
  const Scope* scope_in(const Scope& user, const ModuleStep& step);
  JsonValue written(const Scope& scope, std::string_view resource);
  void tell_map(Attribute& map, JsonValue expressions, const Scope& scope, const Word& index);
  void tell_one(Attribute& value, JsonValue expression, const Scope& scope, const Word& index);
  Found follow(JsonValue expression, const Scope& scope, std::string_view index, JsonValue each);
  Found follow_one(std::string_view reference, const Scope& scope, std::string_view index, JsonValue each);
  Found of_variable(std::string_view rest, const Scope& scope);
  Found of_module(std::string_view rest, const Scope& scope);
  Found pick(Found found, std::string_view index) const;
  Found instances(const Found& found) const;

  JsonValue root_;
  JsonValue each_;  ///< for_each of the resource that is resolved
  std::unordered_map<std::string, std::vector<std::string_view>> by_name_;  ///< without indexes
  std::map<std::string, Scope> scopes_;                                     ///< by prefix
  std::map<std::pair<std::uint32_t, std::string>, JsonValue> written_;      ///< by module and address in it
  std::vector<std::uint32_t> indexed_;                                      ///< modules that are in written_
  int steps_ = 0;
};

}  // namespace scaleplan::read
