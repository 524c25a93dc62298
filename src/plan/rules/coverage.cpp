// Finds which limits, options and stages the cases have seen: only what a case expects and finds counts.
#include <algorithm>
#include <map>

#include "inherited.hpp"

namespace scaleplan {
namespace {

template <class List, class Test>
double share(const List& list, Test test) {
  if (list.empty()) return 1;
  return static_cast<double>(std::count_if(list.begin(), list.end(), test)) /
         static_cast<double>(list.size());
}

/// Those that are not inherited.
template <class Item>
std::vector<Item> own(std::vector<Item> all) {
  std::erase_if(all, [](const Item& item) { return item.inherited; });
  return all;
}

class Observer {
 public:
  Observer(const Program& program, Coverage& into) : program_(program), into_(into) {
    for (std::size_t s = 0; s < program.stages.size(); ++s) {
      into_.stages.push_back({&program.stages[s], false});
      for (const Limit& limit : program.stages[s].limits) add(limit, static_cast<int>(s));
    }
    for (const Decision& decision : program.decisions) {
      for (const Option& option : decision.options) into_.options.push_back({&decision, &option, false});
    }
  }

  void set_aside(const Unreachable& reason) {
    for (Boundary& boundary : into_.limits) {
      const bool there = reason.stage < 0 || std::find(boundary.stages.begin(), boundary.stages.end(),
                                                       reason.stage) != boundary.stages.end();
      if (there && boundary.limit->id == reason.limit) boundary.set_aside = &reason;
    }
  }

  void look(const CaseResult& result) {
    if (!result.tested->workload) return;
    const Evaluation evaluation = evaluate(program_, *result.tested->workload, Extent::explanation);
    const int chosen = chosen_stage(program_, evaluation, 0);
    const int shown = chosen < 0 ? static_cast<int>(program_.stages.size()) - 1 : chosen;
    for (std::size_t s = 0; s < program_.stages.size(); ++s) {
      for (const Limit& limit : program_.stages[s].limits) {
        if (!there(limit, evaluation)) continue;
        Boundary& boundary = of(limit);
        boundary.seen = std::max(boundary.seen, full(limit, evaluation));
      }
    }
    for (const Expectation& expected : result.tested->expected) {
      const bool wrong = std::any_of(result.wrong.begin(), result.wrong.end(),
                                     [&](const Mismatch& m) { return m.expected == &expected; });
      if (!wrong) said(expected, evaluation, chosen, expected.stage < 0 ? shown : expected.stage);
    }
  }

 private:
  void add(const Limit& limit, int stage) {
    for (std::size_t i = 0; i < into_.limits.size(); ++i) {
      Boundary& known = into_.limits[i];
      if (known.limit->id != limit.id || known.limit->component != limit.component ||
          known.limit->need != limit.need || known.limit->limit != limit.limit)
        continue;
      known.stages.push_back(stage);
      index_[&limit] = i;
      return;
    }
    Boundary boundary;
    boundary.limit = &limit;
    boundary.stages = {stage};
    index_[&limit] = into_.limits.size();
    into_.limits.push_back(std::move(boundary));
  }

  Boundary& of(const Limit& limit) { return into_.limits[index_.at(&limit)]; }

  static bool there(const Limit& limit, const Evaluation& evaluation) {
    return limit.present == none || evaluation.at(limit.present, 0) != 0;
  }

  static double full(const Limit& limit, const Evaluation& evaluation) {
    return utilization(evaluation.at(limit.need, 0), evaluation.at(limit.limit, 0));
  }

  /// Counts what an expectation says of limits, rightly.
  void said(const Expectation& expected, const Evaluation& evaluation, int chosen, int shown) {
    const Stage& stage = program_.stages[as_index(shown)];
    if (expected.subject == Subject::stage && chosen >= 0) {
      into_.stages[as_index(chosen)].seen = true;
      for (const Limit& limit : stage.limits) saw(limit, evaluation);
    }
    if (expected.subject == Subject::holds || expected.subject == Subject::breaks)
      saw(stage, expected.id, evaluation);
    if (expected.subject == Subject::binding && chosen != 0) {
      const int before = chosen < 0 ? shown : chosen - 1;
      saw(program_.stages[as_index(before)], expected.word, evaluation);
    }
    if (expected.subject != Subject::decision) return;
    for (OptionSeen& option : into_.options) {
      if (option.decision->id == expected.id && option.option->id == expected.word) option.seen = true;
    }
  }

  void saw(const Stage& stage, const std::string& name, const Evaluation& evaluation) {
    for (const Limit& limit : stage.limits) {
      if (limit.id == name) saw(limit, evaluation);
    }
  }

  void saw(const Limit& limit, const Evaluation& evaluation) {
    if (!there(limit, evaluation)) return;
    const double used = full(limit, evaluation);
    Boundary& boundary = of(limit);
    if (holds(used)) {
      boundary.held = std::max(boundary.held.value_or(0), used);
    } else {
      boundary.broke = std::min(boundary.broke.value_or(used), used);
    }
  }

  const Program& program_;
  Coverage& into_;
  std::map<const Limit*, std::size_t> index_;
};

}  // namespace

double Coverage::limit_share() const {
  std::vector<const Boundary*> counted;
  for (const Boundary& boundary : limits) {
    if (!boundary.aside() && !boundary.inherited) counted.push_back(&boundary);
  }
  return share(counted, [](const Boundary* b) { return b->held_near() && b->broke_near(); });
}

double Coverage::option_share() const {
  return share(own(options), [](const OptionSeen& option) { return option.seen; });
}

double Coverage::stage_share() const {
  return share(own(stages), [](const StageSeen& stage) { return stage.seen; });
}

std::size_t CaseRun::failed() const {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](const CaseResult& r) { return !r.passed(); }));
}

bool CaseRun::covers(double threshold) const {
  return seen.limit_share() >= threshold && seen.option_share() >= threshold &&
         seen.stage_share() >= threshold;
}

Coverage coverage(const Program& program, const std::vector<CaseFile>& files,
                  const std::vector<CaseResult>& results, const Program* base) {
  Coverage result;
  Observer observer(program, result);
  if (base != nullptr) plan::mark_inherited(program, *base, results, result);
  for (const CaseFile& file : files) {
    for (const Unreachable& reason : file.unreachable) observer.set_aside(reason);
  }
  for (const CaseResult& one : results) observer.look(one);
  return result;
}

}  // namespace scaleplan
