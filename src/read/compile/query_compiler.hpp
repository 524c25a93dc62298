// Compiles formulas about declared resources into queries.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "formulas/formula.hpp"
#include "program/pool.hpp"
#include "scaleplan/recognition.hpp"

namespace scaleplan::read {

/// Compiles formulas into the queries of a Recognition.
class QueryCompiler {
 public:
  /// `term` returns the query that a name of the rule file stands for, if any; `type` receives every resource
  /// type that a query mentions.
  QueryCompiler(Recognition& into, Texts& texts, Report& report,
                std::function<std::optional<std::int32_t>(const std::string&)> term,
                std::function<void(Text)> type)
      : into_(into), texts_(texts), report_(report), term_(std::move(term)), type_(std::move(type)) {}

  /// The index of the compiled query; -1 when the formula has a fault, which is reported.
  std::int32_t compile(const Formula& formula);

 private:
  std::int32_t compile(const Formula& formula, const Term& term);
  std::int32_t call(const Formula& formula, const Term& term);
  std::int32_t put(Query::Kind kind, std::vector<std::int32_t> operands, Text text = {}, double number = 0);
  std::int32_t broken(const Formula& formula, const Term& term, std::string code, const std::string& message,
                      std::string hint);

  Recognition& into_;
  Texts& texts_;
  Report& report_;
  std::function<std::optional<std::int32_t>(const std::string&)> term_;
  std::function<void(Text)> type_;
};

}  // namespace scaleplan::read
