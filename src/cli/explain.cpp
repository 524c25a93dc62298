// scaleplan explain NAME: how one number, limit, size or stage came about; explain CODE: what a code means.
#include "scaleplan/explain.hpp"

#include <algorithm>
#include <set>

#include "ascii.hpp"
#include "colour.hpp"
#include "nearest.hpp"
#include "question.hpp"
#include "scaleplan/codes.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {
namespace {

/// A letter and three digits: a code such as R014, which no name of a rule set looks like.
bool is_code(const std::string& word) {
  return word.size() == 4 && is_letter(word[0]) && std::all_of(word.begin() + 1, word.end(), is_digit);
}

int explain_code(Call& call, const std::string& id) {
  std::string name, format = "text", color = "auto";
  CommandLine line("explain", "What the code of a message means and what to do.");
  line.option("name", name, "the code");
  line.format(format, {"text", "json"});
  line.color(color);
  line.parse(call.arguments);
  const Code* code = find_code(id);
  if (code == nullptr) {
    std::vector<std::string> known;
    std::set<char> letters;
    for (const Code& one : all_codes()) {
      known.emplace_back(one.id);
      letters.insert(one.id[0]);
    }
    std::string all;
    for (const char letter : letters)
      all += std::string(all.empty() ? "" : letter == *letters.rbegin() ? " or " : ", ") + letter;
    const std::string near = nearest(id, known);
    throw usage_error("there is no code \"" + id + "\"", did_you_mean(near, "codes begin with " + all));
  }
  call.out << (format == "json" ? code_json(*code) : code_text(*code, coloured(color, call.out)));
  return yes;
}

}  // namespace

int explain_verb(Call& call) {
  if (!call.arguments.empty() && is_code(call.arguments.front()))
    return explain_code(call, call.arguments.front());
  Question question(
      "explain",
      "How an input, metric, component, limit, decision, stage or the score came about; or what\n"
      "the code of a message means (explain R014).",
      call);
  std::string name;
  question.line().option("name", name, "what to explain").required();
  question.line().format(question.format, {"text", "json"});
  question.parse();
  const Block workload = question.workload();
  const Recommendation answer = recommend(question.program(), workload);
  const auto derivation = explain(question.program(), workload, answer, name);
  if (!derivation) {
    const auto known = explainable(question.program());
    const bool elsewhere = std::find(known.begin(), known.end(), name) != known.end();
    const std::string near = nearest(name, known);
    throw usage_error(
        "there is nothing called \"" + name + "\"" + (elsewhere ? " in this answer" : ""),
        elsewhere
            ? "it belongs to another stage or is not there for this workload"
            : did_you_mean(near,
                           "names are those of inputs, metrics, components, limits, decisions and stages"));
  }
  if (question.format == "json") {
    question.answer(explain_json(*derivation));
  } else {
    question.answer(explain_text(*derivation, question.coloured()));
  }
  return yes;
}

}  // namespace scaleplan::cli
