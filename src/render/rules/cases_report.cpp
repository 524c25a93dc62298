// How cases went, as JSON and as findings for other tools.
#include "case_words.hpp"
#include "ids.hpp"
#include "json/fields.hpp"
#include "scaleplan/cases.hpp"
#include "scaleplan/findings.hpp"
#include "writing/json_writer.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

class CasesDocument {
 public:
  explicit CasesDocument(JsonWriter& out) : out_(out) {}

  void all(const std::vector<CaseRun>& runs, std::optional<double> threshold) {
    out_.begin_object();
    out_.field("schema", "scaleplan.cases/1");
    bool passed = true;
    for (const CaseRun& one : runs)
      passed = passed && one.failed() == 0 && (!threshold || one.covers(*threshold));
    out_.field("passed", passed);
    out_.key("rulesets");
    out_.begin_array();
    for (const CaseRun& one : runs) run(one);
    out_.end_array();
    out_.end_object();
  }

 private:
  void run(const CaseRun& run) {
    out_.begin_object();
    write_ruleset(out_, run.program);
    out_.key("cases");
    out_.begin_array();
    for (const CaseResult& one : run.results) result(one);
    out_.end_array();
    coverage(run);
    out_.end_object();
  }

  void result(const CaseResult& result) {
    result.passed() ? out_.inline_object() : out_.begin_object();
    out_.field("name", name_of(*result.tested));
    out_.field("passed", result.passed());
    out_.field("place", result.tested->at);
    if (!result.passed()) {
      out_.field("given", result.tested->given);
      out_.key("wrong");
      out_.begin_array();
      for (const Mismatch& one : result.wrong) {
        out_.inline_object();
        out_.field("what", one.expected->name);
        out_.field("expected", one.expected->written);
        out_.field("got", got(one));
        if (one.number) {
          out_.field("value", *one.number / one.expected->unit.factor);
          out_.field("unit", one.expected->unit.text);
        }
        out_.field("place", one.expected->at);
        out_.end_object();
      }
      out_.end_array();
    }
    out_.end_object();
  }

  void coverage(const CaseRun& run) {
    out_.key("coverage");
    out_.begin_object();
    out_.field("limits", run.seen.limit_share());
    out_.field("options", run.seen.option_share());
    out_.field("stages", run.seen.stage_share());
    out_.key("limits_seen");
    out_.begin_array();
    for (const Boundary& one : run.seen.limits) boundary(one, run.program);
    out_.end_array();
    out_.key("options_not_seen");
    out_.begin_array();
    for (const OptionSeen& one : run.seen.options) {
      if (one.seen || one.inherited) continue;
      out_.inline_object();
      out_.field("decision", one.decision->id);
      out_.field("option", one.option->id);
      out_.end_object();
    }
    out_.end_array();
    out_.key("stages_not_seen");
    out_.inline_array();
    for (const StageSeen& one : run.seen.stages) {
      if (!one.seen && !one.inherited) out_.text(one.stage->id);
    }
    out_.end_array();
    out_.end_object();
  }

  void boundary(const Boundary& boundary, const Program& program) {
    out_.inline_object();
    out_.field("limit", boundary.limit->id);
    out_.key("stages");
    out_.inline_array();
    for (const int stage : boundary.stages) out_.text(program.stages[as_index(stage)].id);
    out_.end_array();
    out_.field("holds", boundary.held_near());
    out_.field("breaks", boundary.broke_near());
    if (boundary.held) out_.field("highest_holding", *boundary.held);
    if (boundary.broke) out_.field("lowest_breaking", *boundary.broke);
    if (boundary.inherited) out_.field("inherited", true);
    if (boundary.set_aside != nullptr) out_.field("set_aside", boundary.set_aside->because);
    out_.end_object();
  }

  JsonWriter& out_;
};

Finding finding(const CaseResult& result, const std::string& rules) {
  Finding one;
  one.code = "C100";
  one.name = result.tested->name;
  one.subject = result.tested->table.empty() ? result.tested->at.file : result.tested->table;
  one.at = result.tested->at;
  one.excerpt = result.tested->excerpt;
  if (result.passed()) return one;
  one.outcome = Outcome::failed;
  for (const Mismatch& mismatch : result.wrong)
    one.message += (one.message.empty() ? "" : "; ") + mismatch.expected->name + ": " + sentence(mismatch);
  one.hint = "scaleplan recommend " + (rules.empty() ? "" : "--rules " + rules + " ") + result.tested->given;
  return one;
}

Finding coverage_finding(const CaseRun& run, double threshold) {
  Finding one;
  one.code = "C101";
  one.name = "coverage";
  one.subject = run.program.id;
  if (!run.files.empty()) one.at = {run.files.front().file, 1, 1, 1};
  if (run.covers(threshold)) return one;
  one.outcome = Outcome::failed;
  one.message = "covered: limits " + percent(run.seen.limit_share()) + ", options " +
                percent(run.seen.option_share()) + ", stages " + percent(run.seen.stage_share()) +
                "; required: " + percent(threshold);
  one.hint = "scaleplan rules test lists what is not covered";
  return one;
}

}  // namespace
}  // namespace render

std::string cases_json(const std::vector<CaseRun>& runs, std::optional<double> threshold) {
  render::JsonWriter out;
  render::CasesDocument(out).all(runs, threshold);
  return out.take();
}

Findings cases_findings(const std::vector<CaseRun>& runs, std::optional<double> threshold) {
  Findings findings;
  findings.suite = "scaleplan rules test";
  findings.rules = {
      {"C100", "a case of a rule set", "The answer to a workload is what its case expects."},
      {"C101", "coverage of a rule set", "The cases cover as much of the rule set as --threshold requires."}};
  for (const CaseRun& run : runs) {
    for (const CaseResult& result : run.results) findings.all.push_back(render::finding(result, run.rules));
    if (threshold) findings.all.push_back(render::coverage_finding(run, *threshold));
  }
  return findings;
}

}  // namespace scaleplan
