// Builds each stage from the one before it, and compiles what stands beside them.
#include "ladder.hpp"

#include <algorithm>

#include "definitions/priced.hpp"
#include "indices.hpp"
#include "move_change.hpp"
#include "nearest.hpp"
#include "program/order.hpp"
#include "topology.hpp"

namespace scaleplan::read {
namespace {
class Ladder {
 public:
  Ladder(const Definitions& all, Declare& declare, Program& program)
      : all_(all),
        declare_(declare),
        report_(declare.report()),
        program_(program),
        scope_(all, graph_, declare.texts(), report_),
        topology_(all, report_),
        move_change_(scope_),
        components_(scope_, declare, program) {}

  void compile() {
    inputs();
    Topology topology;
    for (std::size_t s = 0; s < all_.stages.size(); ++s) stage(static_cast<int>(s), topology);
    for (Stage& stage : program_.stages) {
      stage.firm = components_.cost(stage.components, true);
      stage.soft = components_.cost(stage.components, false);
      stage.upkeep = components_.upkeep(stage.components);
    }
    if (all_.upkeep_price)
      program_.upkeep_price = scope_.number(*all_.upkeep_price, {}, usd_per_second, "upkeep_price", "$/h");
    mistakes();
    if (all_.readings_show) {
      const Value shown = scope_.formula(*all_.readings_show, {});
      program_.readings.shows = shown.at;
    }
    for (std::size_t s = 0; s < all_.stages.size(); ++s) beside(static_cast<int>(s));
    metrics();
    figures();
    if (!report_.failed()) finish();
  }

  const std::vector<Range>& ranges() const { return ranges_; }

 private:
  const StageDef& def(int stage) const { return all_.stages[as_index(stage)]; }

  void inputs() {
    for (std::size_t i = 0; i < all_.inputs.size(); ++i) {
      const int index = static_cast<int>(i);
      Input input = all_.inputs[i].shown;
      input.value = scope_.input(index).at;
      input.derived = scope_.derived(index);
      input.instead = scope_.instead(index);
      const InputDef& from = all_.inputs[i];
      input.required = !from.standard && from.standard_value.empty();
      program_.inputs.push_back(std::move(input));
    }
  }

  void mistakes() {
    for (std::size_t i = 0; i < all_.inputs.size(); ++i) {
      const InputDef& from = all_.inputs[i];
      if (!from.mistaken) continue;
      program_.inputs[i].mistaken = scope_.number(*from.mistaken, {}, from.shown.dimension, "mistaken_for");
    }
  }

  void apply_stage(int stage, Topology& topology) {
    const StageDef& now = def(stage);
    for (const Node* id : now.drops) topology_.drop(topology, id->text, id->at);
    for (const int m : now.moves) {
      for (const std::string& id : all_.moves[as_index(m)].adds) {
        if (find(topology, id) != topology.end()) topology_.add(topology, id, now.at);  // reports it
      }
      make(topology, m, stage);
    }
    for (const Node* id : now.adds) topology_.add(topology, id->text, id->at);
    topology_.change(topology, now.change);
  }

  /// Adds, drops and changes components as far as move `m` is made in `stage`.
  void make(Topology& topology, int m, int stage) {
    const MoveDef& move = all_.moves[as_index(m)];
    const StagedComponent like{{}, {}, scope_.standing(stage, m), m, !scope_.taken(stage, m)};
    for (const std::string& id : move.drops) {
      const auto found = find(topology, id);
      if (found == topology.end()) continue;
      const Register left = graph_.apply(Op::opposite, like.present);
      found->present = found->present == none ? left : graph_.apply(Op::both, found->present, left);
    }
    for (const std::string& id : move.adds) {
      if (find(topology, id) == topology.end()) topology_.add(topology, id, def(stage).at, like);
    }
    move_change_.apply(topology, move, stage);
  }

  /// The topology with the components that early moves would add, drop or change; in the order in which the
  /// rule file declares the components.
  Topology with_moves(int stage, Topology topology) {
    for (int m = 0; m < static_cast<int>(all_.moves.size()); ++m) {
      if (!scope_.taken(stage, m)) make(topology, m, stage);
    }
    const auto rank = [&](const StagedComponent& standing) {
      const auto& entries = all_.root.find("components")->entries;
      return std::find_if(entries.begin(), entries.end(),
                          [&](const Entry& e) { return e.key == standing.id; });
    };
    std::stable_sort(topology.begin(), topology.end(),
                     [&](const StagedComponent& a, const StagedComponent& b) { return rank(a) < rank(b); });
    return topology;
  }

  void stage(int index, Topology& topology) {
    std::vector<std::string> before;
    for (const StagedComponent& standing : topology) before.push_back(standing.id);
    apply_stage(index, topology);
    Stage stage = def(index).shown;
    std::vector<Limit> of_components;
    for (const StagedComponent& standing : with_moves(index, topology)) {
      const int component = components_.compile(standing, index, of_components);
      if (component < 0) continue;
      if (std::find(before.begin(), before.end(), standing.id) == before.end() && !standing.early) {
        stage.added.push_back(static_cast<std::int32_t>(stage.components.size()));
      }
      stage.components.push_back(component);
    }
    stage.outage = components_.outage(stage.components);
    limits(stage, index, of_components);
    program_.stages.push_back(std::move(stage));
  }

  /// Whether a limit of all stages that has no need was meant for that of one stage, which is reported.
  bool belongs_to_stage(const Entry& limit) {
    if (limit.value.find("need") != nullptr) return false;
    for (const StageDef& stage : all_.stages) {
      std::vector<std::string> known;
      if (stage.limits != nullptr)
        for (const Entry& entry : stage.limits->entries) known.push_back(entry.key);
      const std::string near = nearest(limit.key, known);
      if (near.empty()) continue;
      report_.error(
          limit.at, "R023", "there is no \"" + limit.key + "\" among the limits of all stages",
          "did you mean \"" + near + "\"? that is a limit of the stage " + std::string(stage.shown.id));
      return true;
    }
    return false;
  }

  void limits(Stage& stage, int index, std::vector<Limit>& of_components) {
    const Locals locals{{"outage", {stage.outage, {Type::Kind::number, {}, false, nullptr}}}};
    const Where where{index, &locals};
    const auto own = [&](const Node* node, LimitKind kind) {
      if (node == nullptr) return;
      for (const Entry& entry : node->entries) {
        if (node == all_.limits && belongs_to_stage(entry)) continue;
        if (auto limit = components_.limit(entry, "", where, kind, none)) stage.limits.push_back(*limit);
      }
    };
    own(def(index).limits, LimitKind::capacity);
    own(all_.limits, LimitKind::capacity);
    stage.limits.insert(stage.limits.end(), of_components.begin(), of_components.end());
  }

  /// The rules beside the ladder, as this stage sees them: decisions, early moves, advice.
  void beside(int stage) {
    for (std::size_t d = 0; d < all_.decisions.size(); ++d) {
      const DecisionDef& from = all_.decisions[d];
      if (stage == 0) {
        program_.decisions.push_back(from.shown);
        for (const OptionDef& option : from.options)
          program_.decisions.back().options.push_back(option.shown);
      }
      Decision& decision = program_.decisions[d];
      decision.by_stage.push_back(scope_.decision(stage, static_cast<int>(d)).at);
      decision.shown.push_back(from.shown_when ? scope_.yes_no(*from.shown_when, {stage})
                                               : graph_.constant(1));
    }
    for (std::size_t m = 0; m < all_.moves.size(); ++m) {
      const MoveDef& from = all_.moves[m];
      const int move = static_cast<int>(m);
      if (stage == 0) {
        program_.moves.push_back(from.shown);
        program_.moves.back().input = scope_.column_of_move(move);
      }
      const bool open = from.when && !scope_.taken(stage, move);
      program_.moves[m].when.push_back(open ? scope_.yes_no(*from.when, {stage}) : none);
      program_.moves[m].taken.push_back(scope_.taken(stage, move) ? 1 : 0);
    }
    for (std::size_t a = 0; a < all_.advice.size(); ++a) {
      const AdviceDef& from = all_.advice[a];
      if (stage == 0) program_.advice.push_back(from.shown);
      Advice& advice = program_.advice[a];
      advice.when.push_back(from.when ? scope_.yes_no(*from.when, {stage}) : graph_.constant(1));
      const Type type{Type::Kind::number, from.dimension, false, nullptr};
      const std::string what = "the value of advice \"" + std::string(from.shown.id) + "\"";
      advice.value.push_back(
          from.value
              ? scope_.own(*from.value, {stage}, type, from.no_unit, from.at, what, advice.unit.text).at
              : graph_.constant(0));
    }
    for (std::size_t a = 0; a < all_.around.size(); ++a) {
      if (stage == 0) program_.around.push_back(all_.around[a].shown);
      around(all_.around[a], program_.around[a], stage);
    }
  }

  /// A cost around the bill of `stage`, whose own bill it may name.
  void around(const AroundDef& from, AroundLine& into, int stage) {
    const Stage& of = program_.stages[as_index(stage)];
    const Type money{Type::Kind::number, usd_per_second, false, nullptr};
    const Locals locals{{"bill", {graph_.apply(Op::add, of.firm, of.soft), money}},
                        {"bill_firm", {of.firm, money}}};
    const Where where{stage, &locals};
    const auto cost = [&](const Formula& formula) {
      return scope_.number(formula, where, usd_per_second, "a cost", "$/month");
    };
    into.when.push_back(from.when ? scope_.yes_no(*from.when, where) : graph_.constant(1));
    into.usd_per_second.push_back(cost(*from.is));
    into.low.push_back(from.low ? cost(*from.low) : into.usd_per_second.back());
    into.high.push_back(from.high ? cost(*from.high) : into.usd_per_second.back());
  }

  void metrics() {
    for (std::size_t m = 0; m < all_.metrics.size(); ++m) {
      Metric metric = all_.metrics[m].shown;
      for (std::size_t s = 0; s < all_.stages.size(); ++s) {
        metric.by_stage.push_back(scope_.metric(static_cast<int>(s), static_cast<int>(m)).at);
        for (const Redefinition& again : all_.stages[s].metrics) {
          if (again.metric != metric.id) continue;
          metric.redefined.push_back(
              {static_cast<std::int32_t>(s), declare_.keep(again.is.text), declare_.place(again.is.at)});
        }
      }
      program_.metrics.push_back(std::move(metric));
    }
    for (std::size_t d = 0; d < all_.decisions.size(); ++d) {
      for (std::size_t o = 0; o < all_.decisions[d].options.size(); ++o) {
        for (std::size_t s = 0; s < all_.stages.size(); ++s) {
          program_.decisions[d].options[o].when.push_back(
              scope_.option_when(static_cast<int>(s), static_cast<int>(d), static_cast<int>(o)));
        }
      }
    }
  }

  /// The unit that a figure is written in, such as "$/GiB/month".
  Unit written_unit(const std::string& text, const Dimension& dimension) {
    const auto literal = literal_at(text, all_.units);
    if (!literal || literal->length != text.size() || literal->measure.dimension != dimension)
      return components_.unit_for(dimension);
    const std::string unit = unit_in(text);
    if (unit.empty() || unit == "%") return components_.unit_for(dimension);
    return {declare_.keep(unit), literal->measure.factor};
  }

  /// The rows of all tables, for programs to show.
  void figures() {
    for (const auto& [name, table] : all_.tables) {
      for (const auto& [row, cells] : table.rows) {
        TableFigure figure;
        figure.id = declare_.keep(name + "." + row);
        figure.source = cells.source;
        figure.place = declare_.place(cells.at);
        if (is_price(cells)) figure.as_of = date_of(all_, cells);
        figure.because = cells.because;
        estimates(figure, table, cells);
        for (std::size_t s = 0; s < all_.stages.size(); ++s) {
          const Value value = scope_.figure(static_cast<int>(s), name + "." + row);
          figure.unit = written_unit(cells.by_value.front().second.text, value.type.dimension);
          figure.by_stage.push_back(value.at);
        }
        program_.figures.push_back(std::move(figure));
      }
    }
  }

  /// Notes for which values of the choice of its table a row's figures are estimated.
  void estimates(TableFigure& figure, const Table& table, const TableRow& row) {
    if (row.estimated.empty()) return;
    const auto* values = declare_.values_of(table.by);
    if (values == nullptr) return;
    figure.estimated.resize(values->size());
    for (const Node* word : row.estimated) {
      const auto found = std::find(values->begin(), values->end(), word->text);
      if (found == values->end()) {
        const std::string near = nearest(word->text, *values);
        report_.unknown(word->at, "R025", word->text, near,
                        "\"" + word->text + "\" is not a value of \"" + table.by + "\"",
                        near_hint(near, *values, "known: "));
        continue;
      }
      figure.estimated[static_cast<std::size_t>(found - values->begin())] = 1;
    }
    for (std::size_t s = 0; s < all_.stages.size(); ++s) {
      const auto by = scope_.choice(table.by, static_cast<int>(s), row.at);
      figure.chosen.push_back(by ? by->at : none);
    }
  }

  /// The dates of the prices of each catalogue and of each table that has some.
  void price_dates() {
    const auto widen = [](PriceDates& dates, Text one) {
      if (one.empty()) return;
      dates.oldest = dates.oldest.empty() ? one : std::min(dates.oldest, one);
      dates.newest = std::max(dates.newest, one);
    };
    for (const auto& [id, catalog] : all_.catalogs) {
      PriceDates dates{declare_.keep(id), {}, {}};
      for (const CatalogRow& row : catalog.rows) {
        widen(dates, row.as_of);
        for (const std::int32_t origin : row.origins) {
          if (origin > 0) widen(dates, all_.price_notes[as_index(origin) - 1].as_of);
        }
      }
      if (!dates.oldest.empty()) program_.price_dates.push_back(dates);
    }
    for (const auto& [name, table] : all_.tables) {
      PriceDates dates{declare_.keep(name), {}, {}};
      for (const auto& [row, cells] : table.rows) {
        if (is_price(cells)) widen(dates, date_of(all_, cells));
      }
      if (!dates.oldest.empty()) program_.price_dates.push_back(dates);
    }
  }

  void finish() {
    program_.sources = all_.sources;
    program_.columns = static_cast<std::int32_t>(all_.inputs.size() + all_.moves.size());
    for (const auto& [id, catalog] : all_.catalogs) {
      for (const PriceChoice& by : catalog.price_by) price_input(by.name);
    }
    price_dates();
    program_.gaps = scope_.gaps();
    program_.complete = program_.gaps.empty() &&
                        std::all_of(program_.picks.begin(), program_.picks.end(), [](const Pick& pick) {
                          const auto& groups = pick.sizes.groups;
                          return std::adjacent_find(groups.begin(), groups.end()) == groups.end();
                        });
    program_.constants = declare_.texts().keep(graph_.constants());
    for (const Register from : put_in_order(program_, graph_.code(), declare_.texts()))
      ranges_.push_back(graph_.range(from));
  }

  /// Notes the input `name` as one that chooses among price lists.
  void price_input(const std::string& name) {
    auto& known = program_.price_inputs;
    const auto input = static_cast<std::int32_t>(index_of(all_.inputs, name));
    if (input >= 0 && std::find(known.begin(), known.end(), input) == known.end()) known.push_back(input);
  }

  const Definitions& all_;
  Declare& declare_;
  Report& report_;
  Program& program_;
  Graph graph_;
  std::vector<Range> ranges_;  ///< of the program's columns
  Scope scope_;
  TopologyEditor topology_;
  MoveChange move_change_;
  Components components_;
};

}  // namespace

std::vector<Range> compile_ladder(const Definitions& all, Declare& declare, Program& program) {
  Ladder ladder(all, declare, program);
  ladder.compile();
  return ladder.ranges();
}

}  // namespace scaleplan::read
