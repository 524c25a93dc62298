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
    out_.field("schema", "scaleplan.rules-diff/1");
    out_.field("a", diff.a);
    out_.field("b", diff.b);
    out_.field("same_meaning", diff.same_meaning());
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
  void side(std::string_view key, const std::optional<Spelling>& said) {
    out_.key(key);
    if (!said) return out_.null();
    out_.inline_object();
    out_.field("written", said->written);
    out_.text_or_null("unit", said->unit);
    if (said->line == 0) {
      out_.field("place", std::nullopt);
    } else {
      out_.field("place", Place{said->file, said->line});
    }
    out_.end_object();
  }

  void difference(const RuleDifference& one) {
    out_.begin_object();
    out_.field("kind", word(one.kind));
    out_.texts("path", one.path);
    out_.field("prose", one.prose);
    side("a", one.a);
    side("b", one.b);
    out_.field("change", one.change);
    out_.text_or_null("after", one.after);
    out_.end_object();
  }

  void answer(std::string_view key, const SideAnswer& one) {
    out_.key(key);
    out_.inline_object();
    out_.text_or_null("stage", one.stage);
    out_.money("usd_per_month_first", one.usd_first);
    out_.money("usd_per_month_last", one.usd_last);
    out_.end_object();
  }

  void answers(const AnswersDiff& diff) {
    const bool compared = diff.compared == AnswersDiff::Compared::yes;
    out_.begin_object();
    out_.field("compared", compared);
    out_.text_or_null("not_compared", reason(diff.compared));
    out_.text_or_null("input_a", diff.input_a);
    out_.text_or_null("input_b", diff.input_b);
    out_.texts("needed", diff.needed);
    out_.text_or_null("unit", compared ? diff.unit.text : "");
    out_.field("first", compared ? std::optional(diff.first / diff.unit.factor) : std::nullopt);
    out_.field("last", compared ? std::optional(diff.last / diff.unit.factor) : std::nullopt);
    out_.key("ranges");
    out_.begin_array();
    for (const AnswerRange& one : diff.ranges) {
      out_.begin_object();
      out_.field("first", one.first / diff.unit.factor);
      out_.field("last", one.last / diff.unit.factor);
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
