// scaleplan explain NAME: the derivation of a number, limit, size or stage; explain CODE: the meaning of a
// code.
#include "scaleplan/explain.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "ascii.hpp"
#include "nearest.hpp"
#include "output.hpp"
#include "question.hpp"
#include "scaleplan/codes.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::cli {
namespace {

/// Whether a word is a code such as R014: a letter and three digits, unlike any name of a rule set.
bool is_code(const std::string& word) {
  return word.size() == 4 && is_letter(word[0]) && std::all_of(word.begin() + 1, word.end(), is_digit);
}

Error unknown_code(const std::string& id) {
  std::vector<std::string> known;
  std::vector<std::string> letters;
  for (const Code& one : all_codes()) {
    known.emplace_back(one.id);
    letters.emplace_back(one.id.substr(0, 1));
  }
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  const std::string last = letters.back();
  letters.pop_back();
  return usage_error(fmt::format("there is no code \"{}\"", id),
                     did_you_mean(nearest(id, known),
                                  fmt::format("codes begin with {} or {}", fmt::join(letters, ", "), last)));
}

Error unknown_name(const Program& program, const std::string& name) {
  const auto known = explainable(program);
  if (std::find(known.begin(), known.end(), name) != known.end())
    return usage_error(fmt::format("there is nothing called \"{}\" in this answer", name),
                       "it belongs to another stage, or this workload does not need it");
  return usage_error(
      fmt::format("there is nothing called \"{}\"", name),
      did_you_mean(nearest(name, known),
                   "names are those of inputs, metrics, components, limits, decisions and stages"));
}

int explain_code(Call& call, const std::string& id) {
  std::string name;
  const Code* const code = find_code(id);
  CommandLine line("explain", "The meaning of the code of a message, and what to do.");
  line.option("name", name, "the code");
  Output output(line,
                {{"text", [&](bool colour) { return code_text(*code, colour); }},
                 {"json", [&](bool) { return code_json(*code); }}},
                call.out);
  line.parse(call.arguments);
  if (code == nullptr) throw unknown_code(id);
  output.write();
  return yes;
}

}  // namespace

int explain_verb(Call& call) {
  if (!call.arguments.empty() && is_code(call.arguments.front()))
    return explain_code(call, call.arguments.front());
  Question question(
      "explain",
      "The derivation of an input, metric, component, limit, decision or stage; or the meaning of\n"
      "the code of a message (explain R014).",
      call);
  std::string name;
  question.line().option("name", name, "name to explain").required();
  std::optional<Derivation> derivation;
  Output output(question.line(),
                {{"text", [&](bool colour) { return explain_text(*derivation, colour); }},
                 {"json", [&](bool) { return explain_json(*derivation); }}},
                call.out);
  question.parse();
  const Block workload = question.workload();
  const Recommendation answer = recommend(question.program(), workload);
  derivation = explain(question.program(), workload, answer, name);
  if (!derivation) throw unknown_name(question.program(), name);
  output.write();
  return yes;
}

}  // namespace scaleplan::cli
