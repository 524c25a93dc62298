// Evaluates the queries of a rule set over declared resources, in three values; always ends, never fails.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dialects.hpp"
#include "query_value.hpp"
#include "scaleplan/architecture.hpp"

namespace scaleplan::plan {

/// The resource, or the declaration, that a query is evaluated for.
struct QueryContext {
  const Resource* self = nullptr;         ///< null: the declaration as a whole
  const Attribute* attributes = nullptr;  ///< where names in the query are looked up
  const QueryValue* in_group = nullptr;   ///< instances of the whole that the resource belongs to
  bool native = false;  ///< whether names are spelled as the file of `self` spells them, not as rules do
};

/// Evaluates queries over the resources of one declaration.
class QueryEvaluator {
 public:
  QueryEvaluator(const Recognition& rules, const Resources& resources)
      : rules_(rules), resources_(resources), dialects_(rules) {}

  /// The value of query number `query`; nothing for -1.
  QueryValue evaluate(std::int32_t query, const QueryContext& context);
  QueryValue evaluate(std::int32_t query, const Resource& self) {
    return evaluate(query, {&self, &self.attributes, nullptr});
  }
  Truth truth(std::int32_t query, const Resource& self) { return truth_of(evaluate(query, self)); }
  /// Whether the resource is what rules call `type`, in whichever dialect it is declared.
  Truth is_a(const Resource& resource, std::string_view type);
  /// The resources that are, or may be, what rules call `type`.
  const ResourceList& of_type(Text type);

  /// Gives later queries the components that were found; `components` must outlive them.
  void set_parts(const std::vector<FoundComponent>& components) { components_ = &components; }

  [[nodiscard]] const Recognition& rules() const { return rules_; }
  [[nodiscard]] const Resources& resources() const { return resources_; }
  [[nodiscard]] const DialectIndex& dialects() const { return dialects_; }

 private:
  QueryValue evaluate(const Query& query, const QueryContext& context);
  QueryValue attribute(const Resource& resource, std::string_view path);
  QueryValue native(std::int32_t query, const Resource& resource);
  QueryValue given(const Query& query, const QueryContext& context);
  QueryValue arithmetic(const Query& query, const QueryContext& context);
  QueryValue comparison(const Query& query, const QueryContext& context);
  QueryValue extreme(const Query& query, const QueryContext& context);
  QueryValue number_behind(const Query& query, const QueryContext& context);
  QueryValue alike(const Query& query, const ResourceList& list);
  ResourceList chosen(const Query& query);
  QueryValue total(const Query& query);
  QueryValue most(const Query& query, const ResourceList& list);
  [[nodiscard]] QueryValue found(const Query& query) const;
  QueryValue item(const Query& query, const QueryContext& context);
  [[nodiscard]] Text key_of_item(const Query& list, Text key, const QueryContext& context) const;
  QueryValue linked(const Query& query, const QueryContext& context);
  [[nodiscard]] ResourceList deleted() const;
  QueryValue any(const Query& query, const ResourceList& list);
  QueryValue of(const Query& query, const ResourceList& list);
  QueryValue of_naming(const Query& query, const Resource* self);
  QueryValue referred_at(const Query& query, const Resource* self, const ResourceList& list);
  [[nodiscard]] bool means(const Attribute& value, const Resource& self, std::int32_t file) const;
  Truth mentions(const Query& query, const Resource& self);
  const std::vector<std::string>& words(const Resource& self);
  const std::vector<std::string>& shared_words();
  Truth is_one(const Query& query, std::size_t types, const Resource& resource);
  QueryValue exists(const Query& query, const ResourceList& list);
  ResourceList typed(const Query& query, std::size_t types, const ResourceList& from);
  ResourceList all_typed(const Query& query, std::size_t types);

  const Recognition& rules_;
  const Resources& resources_;
  const DialectIndex dialects_;
  std::map<Text, ResourceList> of_type_;                     ///< of types that a dialect spells otherwise
  const std::vector<FoundComponent>* components_ = nullptr;  ///< null before they are found
  std::map<const Query*, QueryValue> whole_;                 ///< values that are the same for every resource
  std::map<const Resource*, std::vector<std::string>> words_;
  std::vector<std::string> shared_;  ///< words in the names of all resources
  bool shared_known_ = false;
  std::set<std::int32_t> under_way_;  ///< queries of dialects that are being evaluated
};

/// The words of a name: split at signs, digits and capitals, in small letters.
std::vector<std::string> words_of(std::string_view name);

}  // namespace scaleplan::plan
