// One CloudFormation template as it is used: its tree, the values of its parameters and of its conditions.
// Nested templates are templates of their own below it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/declared.hpp"
#include "scaleplan/truth.hpp"
#include "terraform/plan.hpp"
#include "texts/tree.hpp"

namespace scaleplan::read {

struct Template;

/// The exports of all templates that are read together.
struct Exports {
  std::vector<Template*> from;
  std::map<std::string, std::optional<Attribute>> values;  ///< by name, once needed; empty: unknown
};

/// The state that all templates of one reading share.
struct TemplateRun {
  const DeclaredOptions& options;
  const WantedTypes& wanted;
  Declaration& into;
  Report& report;
  Exports& exports;
  int nested = 0;         ///< templates read below others
  int rounds = 0;         ///< of loops so far
  int depth = 0;          ///< values and conditions that are being worked out inside each other
  bool certain = true;    ///< whether the template that is read will exist
  std::size_t spent = 0;  ///< values and bytes made so far: functions can multiply them
};

/// The type of a resource that is a template itself.
inline constexpr std::string_view stack_type = "AWS::CloudFormation::Stack";

struct Template {
  Node tree;
  std::string name;    ///< of the file
  std::string prefix;  ///< of addresses: "Network."
  std::int32_t file = 0;
  int depth = 0;
  const Template* above = nullptr;
  std::map<std::string, Attribute, std::less<>> parameters;
  std::map<std::string, std::optional<Truth>, std::less<>> conditions;  ///< empty while it is worked out
  std::map<std::string, std::unique_ptr<Template>, std::less<>>
      nested;  ///< by the name of the stack; null where it cannot be read
};

/// A function as it is called, whether as a tag or as a key.
struct FunctionCall {
  std::string_view name;  ///< "Ref", "If", "GetAtt", "Condition"
  const Node* argument;
};

/// The call that `node` is, if it is one.
std::optional<FunctionCall> call_of(const Node& node);

/// Whether a file is YAML by its name: what looks like JSON there may have comments, and commas at the end.
bool is_named_yaml(std::string_view name);

/// The tree of a template, YAML or JSON; throws Error.
Node template_tree(const DeclaredText& file, Report& report);

/// The tree of a template that was read as JSON from `text`.
Node template_of(JsonValue root, const std::string& name, std::string_view text, Report& report);

/// Notes something at `at`, unless there are many notes already.
void note(TemplateRun& run, const Mark& at, std::string code, std::string message, std::string hint);

/// Parameters of a template: defaults, what was given, and what a stack above passes.
void fill_parameters(Template& into, TemplateRun& run, const std::map<std::string, Attribute>& passed);

/// The template of a stack inside `above`, read when first needed; null when it cannot be read.
Template* nested_template(Template& above, std::string_view stack, TemplateRun& run);

/// Adds one resource of the template, or those of a loop.
void read_resource(const Entry& entry, bool certain, Template& from, TemplateRun& run);

/// Adds the resources of a loop; false when it is no loop, or one over unknown values.
bool read_loop(const Entry& loop, bool certain, Template& in, TemplateRun& run);

/// Adds the resources of the template and those below it.
void read_resources(Template& from, TemplateRun& run);

/// The value of `node`; empty for AWS::NoValue.
std::optional<Attribute> evaluate(const Node& node, Template& in, TemplateRun& run);

/// Whether the condition of that name holds.
Truth condition(std::string_view name, Template& in, TemplateRun& run, const Node& asked);

/// Whether the test in `node` holds.
Truth test(const Node& node, Template& in, TemplateRun& run);

/// Whether both are equal; unknown where an unknown value decides.
Truth equal(const Attribute& a, const Attribute& b);

/// Counts values and bytes that functions make; throws Error when they are too many.
void spend(const Node& node, std::size_t bytes, TemplateRun& run);

/// An unknown value made from `refers`.
Attribute unknown_at(const Node& node, std::vector<std::string> refers = {});

/// A text that stands at `node`.
Attribute text_at(const Node& node, std::string text);

}  // namespace scaleplan::read
