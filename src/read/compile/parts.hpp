// Compiles components: their size and count, their limits, their bill.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "definitions/declare.hpp"
#include "scope.hpp"
#include "size_table.hpp"
#include "topology.hpp"

namespace scaleplan::read {

class Components {
 public:
  Components(Scope& scope, Declare& declare, Program& program)
      : scope_(scope),
        declare_(declare),
        program_(program),
        graph_(scope.graph()),
        size_tables_(declare.texts(), declare.report()) {}

  /// Compiles a component as stage `stage` has it. Its limits go to `limits`. Returns its index in
  /// Program::components, -1 if it is never there.
  int compile(const StagedComponent& standing, int stage, std::vector<Limit>& limits);
  /// Everything a stage's components cost, firm or soft, in USD/s.
  Register cost(const std::vector<std::int32_t>& components, bool firm);
  /// The work of running a stage's components: time over time.
  Register upkeep(const std::vector<std::int32_t>& components);
  /// Share of time in which the components together are down.
  Register outage(const std::vector<std::int32_t>& components);
  /// A limit from its map; `component` is empty for one of a stage.
  std::optional<Limit> limit(const Entry& entry, const std::string& component, const Where& where,
                             LimitKind standard, Register present);

  /// A unit in which amounts of `dimension` can be printed.
  Unit unit_for(const Dimension& dimension);

 private:
  struct Sized {
    int pick = -1;
    Register at = none;
    std::vector<std::string> columns;  ///< of `size.X` locals, in order of the pick's tables
  };
  /// The choice that `by:` names in the map `node`.
  std::optional<Value> by(const Node& node, const std::string& what, int stage);
  static Fields::Keys with_by(const std::vector<std::string>& values);
  void service(Fields& fields, Component& component, int stage);
  void check_counts(const Node& fixed, Fields& counts, Text component, const Pick& pick);
  void counts(Fields& fields, Component& component, Pick& pick, int stage);
  void size(Fields& fields, Component& component, Pick pick, int stage, std::vector<Limit>& limits,
            Locals& locals);
  void needs(Fields& fields, Pick& pick, int stage, const std::vector<const Catalog*>& from,
             std::vector<Limit>& limits);
  /// Whether a catalogue has the column that the key of `entry` names; reports when none has.
  bool has_column(const SizeQuery& query, const Entry& entry);
  /// Has the value of the choice `name` select among the sizes of a pick.
  bool select(Pick& pick, std::vector<SizeSelector>& into, const std::string& name, int stage,
              const Mark& at);
  void selectors(Fields& size, SizeQuery& query, Pick& pick, int stage);
  PricedCatalog priced(PriceFormulas& formulas, const Catalog& catalog, std::size_t index);
  void recognised_columns(SizeQuery& query) const;
  void prices(SizeQuery& query, Pick& pick, int stage);
  void size_locals(const SizeQuery& query, const Component& component, const Pick& pick, Locals& locals);
  void need_limits(const Component& component, const Pick& pick, std::vector<Limit>& limits);
  std::vector<const Catalog*> catalogs(Fields& fields, Pick& pick, int stage);
  /// The catalogue that has the row which `is` of `fields` names, where `from` names none; none with a fault.
  const Catalog* catalog_of_row(Fields& fields, const Node& is);
  /// Whether one of the catalogues has the row `is`; reports when none has.
  bool has_row(const std::vector<const Catalog*>& from, const Node& is);
  Citations sources_of(const std::vector<const Catalog*>& catalogs);
  void costs(Fields& fields, Component& component, int stage, const Locals& locals);
  /// The rows of tables with prices that a term reads, also through metrics and other rows.
  void prices_read(const Term& term, std::set<std::string>& seen, std::vector<std::int32_t>& figures) const;
  std::vector<std::int32_t> prices_read(const Formula& formula) const;
  void add_cost(Component& component, CostLine line, Register amount);
  void used_columns(const Term& term, std::vector<std::string>& columns) const;
  Register number(const Node* node, int stage, double otherwise, const std::string& what);
  /// The work of running the component, time over time; 0 without it.
  Register work(Fields& fields, int stage);
  /// A share of time under `key`; 0 without it.
  Register share(Fields& fields, const std::string& key, int stage);
  Register masked(Register amount, Register present);

  Scope& scope_;
  Declare& declare_;
  Program& program_;
  Graph& graph_;
  SizeTables size_tables_;
  std::map<std::pair<const Catalog*, std::vector<Register>>, PricedCatalog> priced_;
  std::set<std::string_view> wrong_counts_;  ///< components already reported: later stages have them, too
};

}  // namespace scaleplan::read
