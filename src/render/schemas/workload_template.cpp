// A workload file to be filled in: each input with its question, range and what is assumed without it.
#include "ascii.hpp"
#include "ids.hpp"
#include "numbers.hpp"
#include "scaleplan/workload.hpp"
#include "writing/number.hpp"
#include "writing/page.hpp"

namespace scaleplan {
namespace render {
namespace {

void comment(std::string& out, const std::string& text) {
  for (const std::string& line : wrapped(text, 76)) out += "# " + line + "\n";
}

/// A value to begin with, for what must be given.
std::string first_value(const Input& input) {
  if (input.type == InputType::choice) return std::string(input.values.front());
  if (input.type == InputType::yes_no) return "no";
  const double value = 1000 * input.unit.factor;
  return write_number((value < input.low || value > input.high ? input.low : value) / input.unit.factor);
}

/// What an input is assumed to be, as a value that can be written there; empty where it is computed.
std::string assumed(const Input& input) {
  const std::string text(input.default_text);
  if (input.type != InputType::number)
    return text.find_first_of(" ?('\"") == std::string::npos && text.find('.') == std::string::npos ? text
                                                                                                    : "";
  const bool number = !text.empty() && is_digit(text.front()) &&
                      text.find_first_of("*+?()") == std::string::npos &&
                      text.find(" / ") == std::string::npos;
  return number ? text : "";
}

}  // namespace
}  // namespace render

std::string workload_template(const Program& program, const std::string& rules,
                              const std::vector<std::string>& accepted) {
  std::string out = "# A workload of the rule set " + std::string(program.id) + ": scaleplan recommend" +
                    (rules.empty() ? "" : " --rules " + rules) + " --workload FILE\n";
  render::comment(
      out, "Fill in what you know and leave the rest: what is not given is assumed, and the answer says so.");
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const Input& input = program.inputs[i];
    out += "\n";
    if (!input.ask.empty()) render::comment(out, std::string(input.ask));
    render::comment(out, std::string(input.help) + " [" + accepted[i] + "]");
    if (!input.where_to_look.empty())
      render::comment(out, "Where to look: " + std::string(input.where_to_look));
    const std::string standard = render::assumed(input);
    if (!input.default_text.empty() && standard.empty())
      render::comment(out, "Assumed: " + std::string(input.default_text));
    const std::string name = flag_name(input.id);
    out += input.required ? name + ": " + render::first_value(input) + "\n"
                          : "# " + name + ":" + (standard.empty() ? "" : " " + standard) + "\n";
  }
  return out;
}

}  // namespace scaleplan
