// Reads formulas by recursive descent; spelled as in CEL.
#include "formula.hpp"

#include <algorithm>

namespace scaleplan::read {
namespace {

struct Fault {
  int begin = 0;
  int length = 1;
  std::string message;
  std::string hint;
  std::string word = {}, near = {};  ///< of an unknown unit
};

Term term_of(Term::Kind kind) {
  Term term;
  term.kind = kind;
  return term;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

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
    if (at_ < text_.size() && text_[at_] == ':' && at_ > 0 && digit(text_[at_ - 1]))
      fail("a time such as 1:30 is not read here; YAML reads it in base 60", "write 90 min or 1.5 h");
    if (at_ < text_.size()) fail("this was not expected here", "an operator may be missing");
    return term;
  }

 private:
  static constexpr int deepest = 64;

  [[noreturn]] void fail(std::string message, std::string hint = {}) const {
    throw Fault{static_cast<int>(std::min(at_, text_.empty() ? 0 : text_.size() - 1)), 1, std::move(message),
                std::move(hint)};
  }

  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) ++at_;
  }

  bool accept(std::string_view sign) {
    skip();
    if (!text_.substr(at_).starts_with(sign)) return false;
    if (letter(sign[0]) && at_ + sign.size() < text_.size() &&
        (letter(text_[at_ + sign.size()]) || digit(text_[at_ + sign.size()]))) {
      return false;
    }
    at_ += sign.size();
    return true;
  }

  void expect(std::string_view sign) {
    if (!accept(sign)) fail("expected \"" + std::string(sign) + "\"");
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
    if (rest.starts_with("and ") || rest.starts_with("or ")) fail("\"and\" and \"or\" are written && and ||");
    if (rest.starts_with('=') && !rest.starts_with("=="))
      fail("a single = does nothing here", "write == to compare");
    if (rest.starts_with('%')) fail("there is no modulus", "% follows a number and means percent");
    return {};
  }

  void list(Term& into) {
    expect("[");
    do {
      into.operands.push_back(unary());
    } while (accept(","));
    expect("]");
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
    if (at_ >= text_.size()) fail("the formula ends too early");
    const char c = text_[at_];
    if (accept("(")) {
      Term inside = conditional();
      expect(")");
      return inside;
    }
    if (c == '\'' || c == '"') return quoted(c);
    if (digit(c) || c == '.' || c == '$') return literal();
    if (letter(c)) return name(begin);
    fail("this was not expected here", "a number, a name or a bracket can stand here");
  }

  Term quoted(char mark) {
    const std::size_t begin = at_++;
    const std::size_t end = text_.find(mark, at_);
    if (end == std::string_view::npos) fail("the quotation is not closed");
    Term term = term_of(Term::Kind::text);
    term.word = text_.substr(at_, end - at_);
    at_ = end + 1;
    return finish(std::move(term), begin);
  }

  Term literal() {
    const std::size_t begin = at_;
    const auto read = literal_at(text_.substr(at_), units_);
    if (!read) {
      std::size_t end = at_;
      while (end < text_.size() && (digit(text_[end]) || letter(text_[end]) || text_[end] == '.')) ++end;
      const std::string whole(text_.substr(begin, end - begin));
      const int length = static_cast<int>(std::max<std::size_t>(1, end - begin));
      if (whole.size() > 1 && whole[0] == '0' && digit(whole[1])) {
        throw Fault{static_cast<int>(begin), length,
                    "\"" + whole + "\" begins with 0, which YAML reads in base 8",
                    "write the number without the 0"};
      }
      std::size_t unit = 0;
      while (unit < whole.size() && !letter(whole[unit])) ++unit;
      const std::string word = whole.substr(unit);
      if (const std::string near = nearest(word, units_.names()); !word.empty() && !near.empty()) {
        throw Fault{static_cast<int>(begin + unit),
                    static_cast<int>(word.size()),
                    "unknown unit \"" + word + "\"",
                    "did you mean \"" + near + "\"?",
                    word,
                    near};
      }
      throw Fault{
          static_cast<int>(begin), static_cast<int>(std::max<std::size_t>(1, end - begin)),
          "\"" + std::string(text_.substr(begin, end - begin)) + "\" is not a number with a known unit",
          "units are built in (s, GiB, $) or declared under units:"};
    }
    Term term;
    term.number = read->number * read->measure.factor;
    term.dimension = read->measure.dimension;
    term.bare = !read->has_unit;
    at_ += read->length;
    unknown_unit();
    return finish(std::move(term), begin);
  }

  /// A word right behind a number is meant as its unit.
  void unknown_unit() {
    skip();
    std::size_t end = at_;
    while (end < text_.size() && letter(text_[end])) ++end;
    const std::string word(text_.substr(at_, end - at_));
    if (word.empty() || word == "in" || word == "and" || word == "or") return;
    const std::string near = nearest(word, units_.names());
    throw Fault{static_cast<int>(at_),
                static_cast<int>(word.size()),
                "unknown unit \"" + word + "\"",
                near.empty() ? "units are built in (s, GiB, $) or declared under units:"
                             : "did you mean \"" + near + "\"?",
                word,
                near};
  }

  Term name(std::size_t begin) {
    while (at_ < text_.size() && (letter(text_[at_]) || digit(text_[at_]) || text_[at_] == '.')) ++at_;
    Term term = term_of(Term::Kind::name);
    term.word = text_.substr(begin, at_ - begin);
    if (term.word == "true" || term.word == "false") {
      term.kind = Term::Kind::yes_no;
      term.number = term.word == "true" ? 1 : 0;
    } else if (accept("(")) {
      term.kind = Term::Kind::call;
      if (!accept(")")) {
        do {
          term.operands.push_back(conditional());
        } while (accept(","));
        expect(")");
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

const std::vector<std::string>& function_names() {
  static const std::vector<std::string> names = {"min",   "max",   "ceil",     "floor", "round",  "sqrt",
                                                 "clamp", "given", "parallel", "tiers", "servers"};
  return names;
}

Formula parse_formula(const Node& scalar, const Units& units, Report& report) {
  Formula formula;
  formula.text = scalar.text;
  formula.at = scalar.at;
  formula.exact = scalar.exact;
  if (scalar.kind != Node::Kind::scalar) {
    report.error(scalar.at, "R020", "a formula is expected here, and this is not a single value",
                 "quote the formula if it holds , { } or :");
    return formula;
  }
  const auto date = [&] {
    const std::string& text = formula.text;
    return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
           std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || c == '-'; });
  };
  if (date()) {
    report.error(scalar.at, "R020", "a formula is expected here, and this is a date",
                 "dates belong into as_of:");
    return formula;
  }
  try {
    formula.term = Parser(formula.text, units).whole();
    formula.good = true;
  } catch (const Fault& fault) {
    Term where;
    where.begin = fault.begin;
    where.length = fault.length;
    if (fault.word.empty()) {
      report.error(formula.place(where), "R021", "in the formula: " + fault.message, fault.hint);
    } else {
      report.unknown(formula.place(where), "R010", fault.word, fault.near, fault.message, fault.hint);
    }
  }
  return formula;
}

}  // namespace scaleplan::read
