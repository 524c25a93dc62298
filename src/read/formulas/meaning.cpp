// Writes the tree of a formula in one spelling: numbers worked out, operands sorted where they may be.
#include "meaning.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "formula.hpp"
#include "numbers.hpp"

namespace scaleplan::read {
namespace {

/// Powers by the name of the unit, so that rule sets that count other things can be compared.
std::string dimension_text(const Dimension& dimension, const Units& units) {
  std::map<std::string, int> powers;
  for (std::size_t i = 0; i < Dimension::most; ++i) {
    if (dimension.power[i] == 0) continue;
    Dimension one;
    one.power[i] = 1;
    powers[units.spell(one)] = dimension.power[i];
  }
  std::string text;
  for (const auto& [name, power] : powers) text += (text.empty() ? "" : " ") + name + std::to_string(power);
  return text;
}

/// A number if that is what the term is.
struct Worked {
  double number = 0;
  Dimension dimension;
};

std::optional<Worked> worked(const Term& term);

std::optional<Worked> worked_pair(const Term& term) {
  const auto a = worked(term.operands[0]);
  const auto b = worked(term.operands[1]);
  if (!a || !b) return std::nullopt;
  if (term.word == "*") return Worked{a->number * b->number, a->dimension * b->dimension};
  if (term.word == "/" && b->number != 0) return Worked{a->number / b->number, a->dimension / b->dimension};
  if (a->dimension != b->dimension) return std::nullopt;
  if (term.word == "+") return Worked{a->number + b->number, a->dimension};
  if (term.word == "-") return Worked{a->number - b->number, a->dimension};
  return std::nullopt;
}

std::optional<Worked> worked(const Term& term) {
  if (term.kind == Term::Kind::number) return Worked{term.number, term.dimension};
  if (term.kind == Term::Kind::binary) return worked_pair(term);
  if (term.kind != Term::Kind::negate) return std::nullopt;
  const auto inner = worked(term.operands[0]);
  return inner ? std::optional(Worked{-inner->number, inner->dimension}) : std::nullopt;
}

class Writer {
 public:
  explicit Writer(const Units& units) : units_(units) {}

  [[nodiscard]] std::string text(const Term& term) const {
    if (const auto number = worked(term)) {
      const std::string dimension = number->number == 0 ? "" : dimension_text(number->dimension, units_);
      return write_number(number->number) + (dimension.empty() ? "" : "[" + dimension + "]");
    }
    switch (term.kind) {
      case Term::Kind::text:
        return "'" + term.word + "'";
      case Term::Kind::yes_no:
        return term.number == 0 ? "false" : "true";
      case Term::Kind::negate:
        return "-(" + text(term.operands[0]) + ")";
      case Term::Kind::opposite:
        return opposite(term.operands[0]);
      case Term::Kind::binary:
        return binary(term);
      case Term::Kind::call:
        return call(term);
      case Term::Kind::conditional:
        return list("?", texts(term.operands));
      case Term::Kind::membership: {
        std::vector<std::string> among = texts(term.operands);
        std::sort(among.begin() + 1, among.end());
        return list("in", among);
      }
      case Term::Kind::number:
      case Term::Kind::name:
        return term.word;
    }
    return term.word;
  }

 private:
  [[nodiscard]] std::vector<std::string> texts(const std::vector<Term>& terms) const {
    std::vector<std::string> all;
    all.reserve(terms.size());
    for (const Term& term : terms) all.push_back(text(term));
    return all;
  }

  static std::string list(const std::string& head, const std::vector<std::string>& all) {
    std::string out = head + "(";
    for (std::size_t i = 0; i < all.size(); ++i) out += (i == 0 ? "" : ", ") + all[i];
    return out + ")";
  }

  [[nodiscard]] std::string opposite(const Term& inner) const {
    if (inner.kind == Term::Kind::opposite) return text(inner.operands[0]);
    return "!(" + text(inner) + ")";
  }

  /// The operands of a chain such as a + b + c, whatever the brackets.
  void chain(const Term& term, const std::string& sign, std::vector<std::string>& into) const {
    const bool inside = term.kind == Term::Kind::binary && term.word == sign && !worked(term);
    if (!inside) return into.push_back(text(term));
    for (const Term& operand : term.operands) chain(operand, sign, into);
  }

  [[nodiscard]] std::string binary(const Term& term) const {
    const std::string& sign = term.word;
    if (sign == "+" || sign == "*" || sign == "&&" || sign == "||") {
      std::vector<std::string> all;
      chain(term, sign, all);
      std::sort(all.begin(), all.end());
      return list(sign, all);
    }
    std::vector<std::string> pair = texts(term.operands);
    if (sign == "==" || sign == "!=") std::sort(pair.begin(), pair.end());
    if (sign != ">" && sign != ">=") return list(sign, pair);
    std::swap(pair[0], pair[1]);
    return list(sign == ">" ? "<" : "<=", pair);
  }

  [[nodiscard]] std::string call(const Term& term) const {
    std::vector<std::string> all = texts(term.operands);
    if (term.word == "min" || term.word == "max") std::sort(all.begin(), all.end());
    return list(term.word, all);
  }

  const Units& units_;
};

std::optional<Formula> parsed(const std::string& text, const Units& units) {
  Node scalar;
  scalar.kind = Node::Kind::scalar;
  scalar.text = text;
  Report unheard;
  Formula formula = parse_formula(scalar, units, unheard);
  return formula.good ? std::optional(std::move(formula)) : std::nullopt;
}

std::string single_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::optional<Quantity> quantity_of(const std::string& text, const Units& units) {
  const auto formula = parsed(text, units);
  const auto number = formula ? worked(formula->term) : std::nullopt;
  if (!number || !std::isfinite(number->number)) return std::nullopt;
  return Quantity{number->number, dimension_text(number->dimension, units)};
}

std::string meaning_of(const std::string& text, const Units& units) {
  const auto formula = parsed(text, units);
  return formula ? Writer(units).text(formula->term) : single_blanks(text);
}

}  // namespace scaleplan::read
