// Two rule sets side by side for programs: `scaleplan.rules-diff/1`.
#include "scaleplan/rules_diff.hpp"
#include "writing/json_writer.hpp"

namespace scaleplan {
namespace render {
namespace {

std::string_view word(RuleDifference::Kind kind) {
  switch (kind) {
    case RuleDifference::Kind::added:
      return "added";
    case RuleDifference::Kind::removed:
      return "removed";
    case RuleDifference::Kind::reordered:
      return "reordered";
    case RuleDifference::Kind::changed:
      break;
  }
  return "changed";
}

/// Null when they were compared.
std::string_view reason(AnswersDiff::Compared compared) {
  switch (compared) {
    case AnswersDiff::Compared::nothing_grows:
      return "nothing grows";
    case AnswersDiff::Compared::other_input:
      return "another input grows";
    case AnswersDiff::Compared::no_common_range:
      return "no common range";
    case AnswersDiff::Compared::more_needed:
      return "inputs needed";
    case AnswersDiff::Compared::yes:
      break;
  }
  return {};
}

class Writer {
 public:
  std::string all(const RulesDiff& diff) {
    out_.begin_object();
    field("schema", "scaleplan.rules-diff/1");
    field("a", diff.a);
    field("b", diff.b);
    out_.key("same_meaning");
    out_.boolean(diff.same_meaning());
    out_.key("differences");
    out_.begin_array();
    for (const RuleDifference& one : diff.rules) difference(one);
    out_.end_array();
    out_.key("answers");
    answers(diff.answers);
    out_.end_object();
    return out_.take();
  }

 private:
  void field(std::string_view key, std::string_view text) {
    out_.key(key);
    out_.text(text);
  }
  /// A text, or null where there is none.
  void maybe(std::string_view key, std::string_view text) {
    out_.key(key);
    if (text.empty()) return out_.null();
    out_.text(text);
  }
  void amount(std::string_view key, const std::optional<double>& value) {
    out_.key(key);
    if (!value) return out_.null();
    out_.number(*value);
  }
  void texts(std::string_view key, const std::vector<std::string>& all) {
    out_.key(key);
    out_.begin_array(true);
    for (const std::string& one : all) out_.text(one);
    out_.end_array();
  }

  void side(std::string_view key, const std::optional<Spelling>& said) {
    out_.key(key);
    if (!said) return out_.null();
    out_.begin_object(true);
    field("written", said->written);
    maybe("unit", said->unit);
    maybe("file", said->line == 0 ? "" : said->file);
    out_.key("line");
    said->line == 0 ? out_.null() : out_.integer(said->line);
    out_.end_object();
  }

  void difference(const RuleDifference& one) {
    out_.begin_object();
    field("kind", word(one.kind));
    texts("path", one.path);
    out_.key("prose");
    out_.boolean(one.prose);
    side("a", one.a);
    side("b", one.b);
    amount("change", one.change);
    maybe("after", one.after);
    out_.end_object();
  }

  void answer(std::string_view key, const SideAnswer& one) {
    out_.key(key);
    out_.begin_object(true);
    maybe("stage", one.stage);
    amount("usd_per_month_first", one.usd_first);
    amount("usd_per_month_last", one.usd_last);
    out_.end_object();
  }

  void answers(const AnswersDiff& diff) {
    const bool compared = diff.compared == AnswersDiff::Compared::yes;
    out_.begin_object();
    out_.key("compared");
    out_.boolean(compared);
    maybe("not_compared", reason(diff.compared));
    maybe("input_a", diff.input_a);
    maybe("input_b", diff.input_b);
    texts("needed", diff.needed);
    maybe("unit", compared ? diff.unit.text : "");
    amount("first", compared ? std::optional(diff.first / diff.unit.factor) : std::nullopt);
    amount("last", compared ? std::optional(diff.last / diff.unit.factor) : std::nullopt);
    out_.key("ranges");
    out_.begin_array();
    for (const AnswerRange& one : diff.ranges) {
      out_.begin_object();
      amount("first", one.first / diff.unit.factor);
      amount("last", one.last / diff.unit.factor);
      answer("a", one.a);
      answer("b", one.b);
      out_.end_object();
    }
    out_.end_array();
    out_.end_object();
  }

  JsonWriter out_;
};

}  // namespace
}  // namespace render

std::string rules_diff_json(const RulesDiff& diff) { return render::Writer().all(diff); }

}  // namespace scaleplan
