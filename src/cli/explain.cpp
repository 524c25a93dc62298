// scaleplan explain NAME: how one number, limit, size or stage came about.
#include "scaleplan/explain.hpp"

#include "../read/tree.hpp"
#include "colour.hpp"
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {

int explain_verb(Call& call) {
  Question question("explain",
                    "How an input, metric, component, limit, decision, stage or the score came about.", call);
  std::string name;
  question.app().add_option("name", name, "what to explain")->required();
  question.app()
      .add_option("--format", question.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  question.parse();
  const Block workload = question.workload();
  const Recommendation answer = recommend(question.program(), workload);
  const auto derivation = explain(question.program(), workload, answer, name);
  if (!derivation) {
    const auto known = explainable(question.program());
    const bool elsewhere = std::find(known.begin(), known.end(), name) != known.end();
    const std::string near = read::nearest(name, known);
    throw usage_error("there is nothing called \"" + name + "\"" + (elsewhere ? " in this answer" : ""),
                      elsewhere ? "it belongs to another stage or is not there for this workload"
                      : near.empty()
                          ? "names are those of inputs, metrics, components, limits, decisions and stages"
                          : "did you mean \"" + near + "\"?");
  }
  if (question.format == "json") {
    question.answer(explain_json(*derivation));
  } else {
    question.answer(explain_text(*derivation, question.output.empty() && coloured(question.color, call.out)));
  }
  return yes;
}

}  // namespace scaleplan::cli
