// Reads how parts are recognised among declared resources: found_as of components, and recognition.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "definitions/declare.hpp"
#include "scaleplan/recognition.hpp"

namespace scaleplan::read {

class Recognise {
 public:
  Recognise(const Definitions& all, Declare& declare) : all_(all), declare_(declare) {}

  /// Reads everything; faults go to the report of `declare`.
  Recognition all();

 private:
  void shared(Fields& fields);
  void component(const std::string& id, const Node& node);
  Text action(Fields& fields, std::string_view key);
  void known_names(const Formula& formula, const Term& term);
  void way(const std::string& part, const Entry& entry);
  void place_of(const Entry& entry);
  void beside(const Entry& entry);
  void lesson(const Entry& entry);
  void proofs();
  void dialect(const Entry& entry);
  void single_type(const Entry& entry, DialectTable& into);
  void attributes(Fields& fields, const std::vector<Text>& natives, DialectTable& into);
  void native_types();
  [[nodiscard]] bool spelled(Text name) const;
  std::vector<Text> types(Fields& fields);
  void remember(Text type);

  std::int32_t question(const Node* scalar);
  std::int32_t native_question(const Node* scalar);
  std::int32_t question(Fields& fields, std::string_view key) { return question(fields.maybe(key)); }
  std::vector<std::int32_t> questions(Fields& fields, std::string_view key);

  const Definitions& all_;
  Declare& declare_;
  Recognition into_;
  std::map<std::string, const Node*> terms_;
  std::map<std::string, std::int32_t> done_;  ///< terms that were read; -2: under way
};

}  // namespace scaleplan::read
