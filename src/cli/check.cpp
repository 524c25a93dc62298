// scaleplan check: a gate for pipelines, is the stage we declare enough for the workload we expect?
#include "scaleplan/check.hpp"

#include "../read/tree.hpp"
#include "colour.hpp"
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {
namespace {

int stage_named(const Program& program, const std::string& id) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < program.stages.size(); ++i) {
    if (program.stages[i].id == id) return static_cast<int>(i);
    known.emplace_back(program.stages[i].id);
  }
  const std::string near = read::nearest(id, known);
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "known: " : ", ") + one;
  throw usage_error("there is no stage \"" + id + "\"",
                    near.empty() ? all : "did you mean \"" + near + "\"?");
}

}  // namespace

int check_verb(Call& call) {
  Question question("check", "Whether a declared stage is enough for a workload; exit 1 when it is not.",
                    call);
  std::string stage;
  std::string fail_on = "too-small";
  auto& app = question.app();
  app.add_option("--stage", stage, "the stage that is declared")->required();
  app.add_option("--fail-on", fail_on, "too-small, or larger: fail as well when less would do")
      ->check(CLI::IsMember({"too-small", "larger"}));
  app.add_option("--format", question.format, "text, json or github")
      ->check(CLI::IsMember({"text", "json", "github"}));
  question.parse();
  const int declared = stage_named(question.program(), stage);
  const Recommendation answer = recommend(question.program(), question.workload());
  const Check check = check_stage(answer, declared);
  if (question.format == "json") {
    question.answer(check_json(answer, check));
  } else if (question.format == "github") {
    question.answer(check_github(answer, check));
  } else {
    question.answer(check_text(answer, check, question.output.empty() && coloured(question.color, call.out)));
  }
  const bool failed = check.verdict == Verdict::too_small ||
                      (check.verdict == Verdict::larger_than_needed && fail_on == "larger");
  return failed ? no : yes;
}

}  // namespace scaleplan::cli
