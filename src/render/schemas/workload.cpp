// The JSON Schema of workload files: every input of a rule set with its unit, range and default.
#include <algorithm>
#include <string>

#include "ascii.hpp"
#include "ids.hpp"
#include "scaleplan/workload.hpp"
#include "writing/json_writer.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace {

/// A number as people write it, with a suffix, a percent sign or a unit.
constexpr std::string_view literal =
    R"(^-?\$?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?[kMG]?(%| ?[A-Za-z$/][A-Za-z0-9_/$]*)?$)";

bool is_ratio(const Input& input) { return input.unit.text == "ratio"; }

/// "in req/s, 0 to 100,000,000", "0% to 100%", "one of pages, api".
std::string accepted(const Input& input) {
  if (input.type == InputType::yes_no) return "yes or no";
  if (input.type == InputType::choice) {
    std::string all;
    for (std::size_t i = 0; i < input.values.size(); ++i) {
      all += (i == 0 ? "" : ", ") + std::string(input.values[i]);
      if (!input.labels[i].empty()) all += " (" + std::string(input.labels[i]) + ")";
    }
    return "one of " + all;
  }
  const bool percent = is_ratio(input) && input.high <= 1;
  const double factor = percent ? 0.01 : input.unit.factor;
  const std::string sign = percent ? "%" : "";
  const std::string range =
      render::figure(input.low / factor, 12) + sign + " to " + render::figure(input.high / factor, 12) + sign;
  return is_ratio(input) ? range : "in " + std::string(input.unit.text) + ", " + range;
}

std::string description(const Input& input) {
  std::string text = std::string(input.help) + "; " + accepted(input) + ".";
  text[0] = to_capital(text[0]);
  if (!input.default_text.empty()) text += " Without it: " + std::string(input.default_text) + ".";
  if (!input.because.empty()) text += " (" + std::string(input.because) + ")";
  return text;
}

/// Whether a default can be written in a workload file as it is, which a formula cannot.
bool is_value(const Input& input) {
  const Text text = input.default_text;
  if (input.type == InputType::yes_no) return text == "yes" || text == "no";
  if (input.type == InputType::choice)
    return std::find(input.values.begin(), input.values.end(), text) != input.values.end();
  return !text.empty() && (is_digit(text[0]) || text[0] == '$') &&
         text.find_first_of("*+-()?:<>=&|,'\"") == Text::npos && text.find(" /") == Text::npos;
}

void enumeration(render::JsonWriter& out, const Input& input) {
  out.key("enum");
  out.inline_array();
  if (input.type == InputType::yes_no) {
    for (const char* word : {"yes", "no"}) out.text(word);
    for (const bool value : {true, false}) out.boolean(value);
  }
  for (const Text value : input.values) out.text(value);
  out.end_array();
}

void bounds(render::JsonWriter& out, const Input& input) {
  out.key("anyOf");
  out.inline_array();
  out.inline_object();
  out.field("type", "number");
  out.field("minimum", input.low / input.unit.factor);
  out.field("maximum", input.high / input.unit.factor);
  out.end_object();
  out.inline_object();
  out.field("type", "string");
  out.field("pattern", literal);
  out.end_object();
  out.end_array();
}

void property(render::JsonWriter& out, const Input& input) {
  out.key(input.id);
  out.inline_object();
  out.field("description", description(input));
  if (is_value(input)) {
    out.field("default", input.default_text);
  }
  if (input.type == InputType::number) {
    bounds(out, input);
  } else {
    enumeration(out, input);
  }
  out.end_object();
}

}  // namespace

std::string workload_schema(const Program& program) {
  render::JsonWriter out;
  out.begin_object();
  out.field("$schema", "https://json-schema.org/draft/2020-12/schema");
  out.field("$id", "scaleplan.workload/1");
  out.field("title", "Workload for the rule set " + std::string(program.id));
  out.field("description", program.title);
  out.field("type", "object");
  out.key("properties");
  out.begin_object();
  for (const Input& input : program.inputs) property(out, input);
  out.end_object();
  // A name may be written with - for _; completion offers the first spelling only.
  out.key("patternProperties");
  out.begin_object();
  for (const Input& input : program.inputs) {
    const std::string flag = flag_name(input.id);
    if (flag == input.id) continue;
    out.key("^" + flag + "$");
    out.inline_object();
    out.field("$ref", "#/properties/" + std::string(input.id));
    out.end_object();
  }
  out.end_object();
  out.field("additionalProperties", false);
  out.end_object();
  return out.take();
}

}  // namespace scaleplan
