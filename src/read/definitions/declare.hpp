// Reads the sections of a rule file into definitions, each fault with its place.
#pragma once

#include <functional>
#include <string>

#include "definitions.hpp"
#include "texts/fields.hpp"

namespace scaleplan::read {

/// Access of a rule file to others: the content of a file named relative to the file that names
/// it.
using Open = std::function<Node(const Mark& from, const std::string& path)>;

class Declare {
 public:
  Declare(Definitions& into, Texts& texts, Report& report, Open open)
      : into_(into), texts_(texts), report_(report), open_(std::move(open)) {}
  /// Reads every section of `into.root`; `program` receives what is only shown.
  void all(Program& program);

  Text keep(std::string_view text) { return texts_.keep(text); }
  Place place(const Mark& at);
  Citations cited(Fields& fields, std::string_view key = "source");
  std::optional<Formula> maybe_formula(Fields& fields, std::string_view key);
  /// The date under `as_of`, of which the day and the month may be left out.
  Text date(Fields& fields);
  /// A unit expression under `key`, or the ratio; `text` receives its spelling.
  Measure unit(Fields& fields, std::string_view key, Unit& shown);
  std::vector<std::string> component_ids(Fields& fields, std::string_view key);
  /// The values of an input or a decision as formulas spell it; null when it is no choice.
  [[nodiscard]] const std::vector<std::string>* values_of(std::string_view choice) const;
  Units& units() { return into_.units; }
  Report& report() { return report_; }
  Texts& texts() { return texts_; }

 private:
  bool other_kind();
  void regret(Fields& fields, Program& program);
  void readings(Fields& fields, Program& program);
  void heading(Fields& fields, Program& program);
  std::vector<std::string> counted_units(Fields& fields);
  void sources(const std::vector<Entry>& entries);
  void tables(const std::vector<Entry>& entries);
  const Node& in_unit(const Node& cell, const std::string& unit);
  void table_row(const Entry& row, Table& table, const std::string& name);
  [[nodiscard]] const Entry* misspelled_by(const Entry& table) const;
  void catalogs(const std::vector<Entry>& entries);
  const Node* offers_of(const Node& offers, const std::vector<Entry>& catalogs);
  void candidates(Program& program);
  void words_of_answers(Fields& fields, Program& program);
  void what_grows(Fields& fields);
  void growing(Fields& fields, Program& program);
  void inputs(const std::vector<Entry>& entries);
  void input(const Entry& entry);
  void input_type(Fields& fields, InputDef& def);
  void input_else(Fields& fields, InputDef& def);
  void input_default(Fields& fields, InputDef& def);
  void input_mistake(Fields& fields, InputDef& def);
  void input_range(Fields& fields, InputDef& def);
  void metrics(const std::vector<Entry>& entries);
  void decisions(const std::vector<Entry>& entries);
  void option(const Entry& entry, DecisionDef& def, bool last);
  void components(const std::vector<Entry>& entries);
  void only_found(const std::vector<Entry>& entries);
  void moves(const std::vector<Entry>& entries);
  void stages(const std::vector<Entry>& entries);
  double lead_time(Fields& fields);
  void migration(Fields& fields, Migration& into);
  void advice(const std::vector<Entry>& entries);
  void around(const std::vector<Entry>& entries);
  void moved(Fields& fields, MoveDef& into);
  void redefinitions(Fields& fields, int move, std::vector<Redefinition>& into);
  double bound(const Node& scalar, const InputDef& def);
  void new_name(const std::string& id, const Mark& at, bool snake);
  std::vector<std::string> words(Fields& fields, std::string_view key);

  Definitions& into_;
  Texts& texts_;
  Report& report_;
  Open open_;
  std::map<std::string, Mark> names_;  ///< ids that formulas can say
};

/// Reads a catalogue; offers are computed by `offers`.
Catalog read_catalog(const std::string& id, const Node& file, const Node* offers, Declare& declare,
                     Definitions& all);

}  // namespace scaleplan::read
