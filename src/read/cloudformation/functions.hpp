// The functions of CloudFormation, one by one.
#pragma once

#include "template.hpp"

namespace scaleplan::read {

/// Counts how deep evaluation is inside itself: conditions and outputs can be chained without end.
class Deeper {
 public:
  explicit Deeper(TemplateRun& run) : run_(run) { ++run_.depth; }
  Deeper(const Deeper&) = delete;
  Deeper& operator=(const Deeper&) = delete;
  ~Deeper() { --run_.depth; }
  [[nodiscard]] bool too_deep() const { return run_.depth > 400; }

 private:
  TemplateRun& run_;
};

/// The value of a call at `node`; empty for a Ref to AWS::NoValue.
std::optional<Attribute> call_function(const FunctionCall& call, const Node& node, Template& in,
                                       TemplateRun& run);

/// The value of Ref and ${name}: of a parameter, a pseudo parameter or a resource.
std::optional<Attribute> referred(std::string_view name, const Node& node, Template& in, TemplateRun& run);

/// The value of GetAtt for a path such as "Database.Endpoint.Address".
Attribute attribute_got(std::string_view path, const Node& node, Template& in, TemplateRun& run);

/// Sub: a text with ${names} in it, or a list of one and a map of further names.
Attribute substituted(const Node& argument, const Node& node, Template& in, TemplateRun& run);

/// Join, Select and Split.
Attribute joined(const Node& argument, const Node& node, Template& in, TemplateRun& run);
Attribute selected(const Node& argument, const Node& node, Template& in, TemplateRun& run);
Attribute split_up(const Node& argument, const Node& node, Template& in, TemplateRun& run);

/// The value that a template of this reading exports under `name`, or nothing.
std::optional<Attribute> exported(const std::string& name, TemplateRun& run);

/// Whether a resource of that address stands in `in` or in a file of this reading.
bool is_resource(std::string_view address, const Template& in, const TemplateRun& run);

/// Adds the texts that `into` lacks.
void join_refers(std::vector<std::string>& into, const std::vector<std::string>& more);

/// All that `value` and what it holds refer to.
std::vector<std::string> all_refers(const Attribute& value);

/// Notes that a function is not written as CloudFormation takes it, and gives an unknown value.
Attribute odd(std::string_view name, const Node& node, TemplateRun& run);

}  // namespace scaleplan::read
