// Compiles found_as of components and recognition into a Recognition.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "definitions/declare.hpp"
#include "scaleplan/recognition.hpp"

namespace scaleplan::read {

/// Compiles the recognition of a rule set.
class RecognitionCompiler {
 public:
  RecognitionCompiler(const Definitions& all, Declare& declare) : all_(all), declare_(declare) {}

  /// Compiles everything; faults go to the report of `declare`.
  Recognition compile();

 private:
  void shared(Fields& fields);
  void component(const std::string& id, const Node& node);
  Text action(Fields& fields, std::string_view key);
  void known_names(const Formula& formula, const Term& term);
  void matcher(const std::string& component, const Entry& entry);
  void zone_source(const Entry& entry);
  [[nodiscard]] Text unit_of(const std::string& column) const;
  std::vector<DecidedInput> decides(Fields& fields);
  Text component_id(const Node& node, const std::string& id);
  void elsewhere(const Entry& entry);
  void out_of_scope(const Entry& entry);
  void advisory(const Entry& entry);
  void proofs();
  void dialect(const Entry& entry);
  void single_type(const Entry& entry, DialectTable& into);
  void attributes(Fields& fields, const std::vector<Text>& natives, DialectTable& into);
  void native_types();
  [[nodiscard]] bool spelled(Text name) const;
  std::vector<Text> types(Fields& fields);
  void remember(Text type);

  std::int32_t query(const Node* scalar);
  void size(Fields& fields, Matcher& matcher);
  std::int32_t native_query(const Node* scalar);
  std::int32_t query(Fields& fields, std::string_view key) { return query(fields.maybe(key)); }
  std::vector<std::int32_t> queries(Fields& fields, std::string_view key);

  const Definitions& all_;
  Declare& declare_;
  Recognition into_;
  std::map<std::string, const Node*> terms_;
  std::map<std::string, std::int32_t> done_;  ///< terms that were read; -2: under way
};

}  // namespace scaleplan::read
