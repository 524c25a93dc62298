// Reads what a case expects: a name of the rule set with the value it must have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formulas/units.hpp"
#include "scaleplan/cases.hpp"
#include "texts/tree.hpp"

namespace scaleplan::read {

/// The expectations of a case, checked against the rule set they are about; faults go to the report.
class ExpectationReader {
 public:
  ExpectationReader(const Program& program, Report& report);

  /// The expectation of `name`, written at `at`, according to `value`; a list of limits gives one for each.
  void read(const std::string& name, const Mark& at, const Node& value, std::vector<Expectation>& into);
  /// Whether `name` is one that something can be expected of; reports when it is not.
  bool known(const std::string& name, const Mark& at);
  /// A limit as cases spell it, "web.cpu" or "outage in multi-az": its name and its stage, -1 for none;
  /// nothing when it was reported.
  std::optional<std::pair<std::string, int>> limit(const std::string& written, const Mark& at);

 private:
  struct Target {
    Subject subject = Subject::stage;
    std::string id;
    int stage = -1;
    Unit unit;
    Dimension dimension;
    const std::vector<Text>* choices = nullptr;  ///< of an input
    const Decision* decision = nullptr;
    bool words = false;    ///< a word is expected
    bool yes_no = false;   ///< yes or no is
    bool no_end = false;   ///< `none` is accepted
    bool anywhere = true;  ///< may be asked of any stage
  };

  std::optional<Target> target(const std::string& name, const Mark& at);
  bool plain(const std::string& name, Target& into) const;
  bool named(const std::string& name, Target& into) const;
  bool of_component(const std::string& component, const std::string& what, Target& into) const;
  bool of_limit(const std::string& limit, const std::string& what, Target& into) const;
  [[nodiscard]] std::vector<std::string> limits_of(int stage) const;
  [[nodiscard]] std::vector<std::string> names() const;
  std::optional<int> stage(const std::string& id, const Mark& at);
  void word(const Target& target, const Node& value, Expectation& into);
  void number(const Target& target, const Node& value, Expectation& into);
  std::optional<double> amount(std::string_view text, const Target& target, const Mark& at);
  void limits(const Target& target, const std::string& name, const Node& value,
              std::vector<Expectation>& into);
  void unknown(const Mark& at, const std::string& what, const std::string& word,
               const std::vector<std::string>& all);

  const Program& program_;
  Report& report_;
  Units units_;
};

/// A place for findings, with the line of the text.
Span span_of(const Mark& at);
std::string line_of(const Mark& at);

}  // namespace scaleplan::read
