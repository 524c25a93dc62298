// Reads formulas by recursive descent; spelled as in CEL.
#include "formula.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "fault.hpp"

namespace scaleplan::read {
namespace {

Term term_of(Term::Kind kind) {
  Term term;
  term.kind = kind;
  return term;
}

/// Binary operators from the loosest to the tightest; comparisons do not chain.
const std::vector<std::vector<std::string_view>>& levels() {
  static const std::vector<std::vector<std::string_view>> all = {
      {"||"}, {"&&"}, {"==", "!=", "<=", ">=", "<", ">", "in"}, {"+", "-"}, {"*", "/"}};
  return all;
}

class Parser {
 public:
  Parser(std::string_view text, const Units& units) : text_(text), units_(units) {}

  Term whole() {
    Term term = conditional();
    skip();
    if (at_ < text_.size() && text_[at_] == ':' && at_ > 0 && is_digit(text_[at_ - 1]))
      fail("a time such as 1:30 is not accepted: YAML reads it in base 60", "write 90 min or 1.5 h");
    if (at_ < text_.size() && text_[at_] == ',') {
      if (auto separated = separated_number(text_, at_)) throw FormulaFault(*separated);
    }
    if (at_ < text_.size()) fail("this is unexpected here", "an operator may be missing");
    return term;
  }

 private:
  static constexpr int deepest = 64;

  [[noreturn]] void fail(std::string message, std::string hint = {}) const {
    fail_at(std::min(at_, text_.empty() ? 0 : text_.size() - 1), std::move(message), std::move(hint));
  }

  [[noreturn]] static void fail_at(std::size_t at, std::string message, std::string hint = {},
                                   std::size_t length = 1) {
    throw FormulaFault{at, length, std::move(message), std::move(hint)};
  }

  /// The sign that closes the bracket at `open`.
  void close(std::string_view sign, std::size_t open) {
    if (accept(sign)) return;
    if (at_ >= text_.size())
      fail_at(open, std::string("this ") + text_[open] + " is never closed",
              "write the " + std::string(sign));
    fail("expected \"" + std::string(sign) + "\"", "an operator or a comma may be missing");
  }

  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) ++at_;
  }

  bool accept(std::string_view sign) {
    skip();
    if (!text_.substr(at_).starts_with(sign)) return false;
    if (starts_name(sign[0]) && at_ + sign.size() < text_.size() &&
        (starts_name(text_[at_ + sign.size()]) || is_digit(text_[at_ + sign.size()]))) {
      return false;
    }
    at_ += sign.size();
    return true;
  }

  void expect(std::string_view sign) {
    if (!accept(sign))
      fail("expected \"" + std::string(sign) + "\"",
           sign == ":" ? "a choice is written condition ? value : other value" : "write it here");
  }

  Term finish(Term term, std::size_t begin) const {
    term.begin = static_cast<int>(begin);
    term.length = std::max(1, static_cast<int>(at_ - begin));
    return term;
  }

  std::size_t start() {
    skip();
    return at_;
  }

  Term conditional() {
    if (++depth_ > deepest) fail("this formula is nested too deeply", "at most 64 levels");
    const std::size_t begin = start();
    Term term = level(0);
    if (accept("?")) {
      Term choice = term_of(Term::Kind::conditional);
      choice.operands.push_back(std::move(term));
      choice.operands.push_back(conditional());
      expect(":");
      choice.operands.push_back(conditional());
      term = finish(std::move(choice), begin);
    }
    --depth_;
    return term;
  }

  Term level(std::size_t which) {
    if (which == levels().size()) return unary();
    const std::size_t begin = start();
    Term left = level(which + 1);
    for (int chained = 0;;) {
      const auto sign = next_operator(which);
      if (sign.empty()) return left;
      if (which == 2 && ++chained > 1) fail("comparisons cannot be chained", "join them with &&");
      Term pair = term_of(sign == "in" ? Term::Kind::membership : Term::Kind::binary);
      pair.word = sign;
      pair.operands.push_back(std::move(left));
      if (sign == "in") {
        list(pair);
      } else {
        pair.operands.push_back(level(which + 1));
      }
      left = finish(std::move(pair), begin);
    }
  }

  std::string_view next_operator(std::size_t which) {
    for (const auto sign : levels()[which]) {
      if (accept(sign)) return sign;
    }
    skip();
    const auto rest = text_.substr(at_);
    if (rest.starts_with("and ") || rest.starts_with("or "))
      fail("\"and\" and \"or\" are written && and ||", rest[0] == 'a' ? "write &&" : "write ||");
    if (rest.starts_with('=') && !rest.starts_with("=="))
      fail("a single = does nothing here", "write == to compare");
    if (rest.starts_with('%')) fail("there is no modulus operator", "% follows a number and means percent");
    return {};
  }

  void list(Term& into) {
    expect("[");
    const std::size_t open = at_ - 1;
    do {
      into.operands.push_back(unary());
    } while (accept(","));
    close("]", open);
  }

  Term unary() {
    const std::size_t begin = start();
    if (++depth_ > deepest) fail("this formula is nested too deeply", "at most 64 levels");
    Term term;
    if (accept("-")) {
      term.kind = Term::Kind::negate;
      term.operands.push_back(unary());
    } else if (!text_.substr(at_).starts_with("!=") && accept("!")) {
      term.kind = Term::Kind::opposite;
      term.operands.push_back(unary());
    } else {
      --depth_;
      return primary();
    }
    --depth_;
    return finish(std::move(term), begin);
  }

  Term primary() {
    const std::size_t begin = start();
    if (at_ >= text_.size())
      fail("the formula ends too early", "a number, a name or a bracket is missing at its end");
    const char c = text_[at_];
    if (accept("(")) {
      Term inside = conditional();
      close(")", begin);
      return inside;
    }
    if (c == '\'' || c == '"') return quoted(c);
    if (is_digit(c) || c == '.' || c == '$') return literal();
    if (starts_name(c)) return name(begin);
    if (c == '=' && at_ > 0 && text_[at_ - 1] == '=') fail("one = too many", "write == to compare");
    fail("this is unexpected here", "a number, a name or a bracket can stand here");
  }

  Term quoted(char mark) {
    const std::size_t begin = at_++;
    const std::size_t end = text_.find(mark, at_);
    if (end == std::string_view::npos)
      fail_at(begin, "the quotation is not closed", std::string("write the closing ") + mark);
    Term term = term_of(Term::Kind::text);
    term.word = text_.substr(at_, end - at_);
    at_ = end + 1;
    return finish(std::move(term), begin);
  }

  Term literal() {
    const std::size_t begin = at_;
    const auto read = literal_at(text_.substr(at_), units_);
    if (!read) throw wrong_literal(text_, begin, units_);
    Term term;
    term.number = read->number * read->measure.factor;
    term.dimension = read->measure.dimension;
    term.bare = !read->has_unit;
    at_ += read->length;
    if (auto wrong = plural_behind_unit(text_, at_, *read, units_)) throw FormulaFault(*wrong);
    skip();
    if (auto wrong = behind_literal(text_, begin, at_, units_)) throw FormulaFault(*wrong);
    return finish(std::move(term), begin);
  }

  Term name(std::size_t begin) {
    while (at_ < text_.size() && (starts_name(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '.'))
      ++at_;
    Term term = term_of(Term::Kind::name);
    term.word = text_.substr(begin, at_ - begin);
    if (term.word == "not" && at_ + 1 < text_.size() && text_[at_] == ' ' && starts_name(text_[at_ + 1]))
      fail_at(begin, "\"not\" is written !", "write !(...) around the condition", 3);
    if (term.word == "true" || term.word == "false") {
      term.kind = Term::Kind::yes_no;
      term.number = term.word == "true" ? 1 : 0;
    } else if (accept("(")) {
      const std::size_t open = at_ - 1;
      term.kind = Term::Kind::call;
      if (!accept(")")) {
        do {
          term.operands.push_back(conditional());
        } while (accept(","));
        close(")", open);
      }
    }
    return finish(std::move(term), begin);
  }

  std::string_view text_;
  const Units& units_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Mark Formula::place(const Term& part) const {
  Mark mark = at;
  if (exact) {
    mark.column += part.begin;
    mark.length = part.length;
  }
  return mark;
}

Formula parse_formula(const Node& scalar, const Units& units, Report& report) {
  Formula formula;
  formula.text = scalar.text;
  formula.at = scalar.at;
  formula.exact = scalar.exact;
  if (scalar.kind != Node::Kind::scalar) {
    report.error(scalar.at, "R020", "a formula is expected here, as a single value",
                 "quote the formula if it holds , { } or :");
    return formula;
  }
  const auto date = [&] {
    const std::string& text = formula.text;
    return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '-'; });
  };
  if (date()) {
    report.error(scalar.at, "R020", "a formula is expected here, not a date", "dates belong in as_of:");
    return formula;
  }
  try {
    formula.term = Parser(formula.text, units).whole();
    formula.good = true;
  } catch (const FormulaFault& fault) {
    Term where;
    where.begin = static_cast<int>(fault.begin);
    where.length = static_cast<int>(fault.length);
    if (fault.word.empty()) {
      report.error(formula.place(where), "R021", "in the formula: " + fault.message, fault.hint);
    } else {
      report.unknown(formula.place(where), "R010", fault.word, fault.near, fault.message, fault.hint);
    }
  }
  return formula;
}

}  // namespace scaleplan::read
