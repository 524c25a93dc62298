// Turns formulas about declared resources into questions.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "formulas/formula.hpp"
#include "program/pool.hpp"
#include "scaleplan/recognition.hpp"

namespace scaleplan::read {

class Questions {
 public:
  /// `term` gives the question that a name of the rule file stands for, if it does; `type` is told every
  /// resource type that a question mentions.
  Questions(Recognition& into, Texts& texts, Report& report,
            std::function<std::optional<std::int32_t>(const std::string&)> term,
            std::function<void(Text)> type)
      : into_(into), texts_(texts), report_(report), term_(std::move(term)), type_(std::move(type)) {}

  /// The index of the question that `formula` asks; -1 when it makes no sense, which is reported.
  std::int32_t compile(const Formula& formula);

 private:
  std::int32_t compile(const Formula& formula, const Term& term);
  std::int32_t call(const Formula& formula, const Term& term);
  std::int32_t put(Ask::Kind kind, std::vector<std::int32_t> operands, Text text = {}, double number = 0);
  std::int32_t broken(const Formula& formula, const Term& term, std::string code, const std::string& message,
                      std::string hint);

  Recognition& into_;
  Texts& texts_;
  Report& report_;
  std::function<std::optional<std::int32_t>(const std::string&)> term_;
  std::function<void(Text)> type_;
};

}  // namespace scaleplan::read
