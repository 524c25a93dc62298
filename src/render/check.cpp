// The verdict on a declared stage, for a terminal, as JSON and as annotations of a GitHub workflow.
#include <cmath>

#include "json_fields.hpp"
#include "number.hpp"
#include "scaleplan/render.hpp"
#include "sentences.hpp"

namespace scaleplan {
namespace render {
namespace {

std::string_view name_of(Verdict verdict) {
  if (verdict == Verdict::enough) return "enough";
  return verdict == Verdict::too_small ? "too small" : "larger than needed";
}

std::string id_of(const Recommendation& answer, int stage) {
  return stage < 0 ? "no stage" : std::string(answer.stages[static_cast<std::size_t>(stage)].stage->id);
}

std::string money(double usd) {
  if (std::abs(usd) < 0.005) return "for the same money";
  return usd > 0 ? dollars(usd) + " a month more" : dollars(-usd) + " a month less";
}

/// What is declared, what is needed, and what that costs.
std::string sentence(const Recommendation& answer, const Check& check) {
  const std::string declared = id_of(answer, check.declared);
  if (check.verdict == Verdict::enough) return declared + " is declared, and it is what is needed.";
  if (check.verdict == Verdict::larger_than_needed) {
    return declared + " is declared, and " + id_of(answer, check.needed) + " is enough, " +
           money(check.usd_per_month_needed) + ".";
  }
  if (check.needed < 0)
    return declared + " is declared, and no stage of " + std::string(answer.program->id) + " is enough.";
  return declared + " is declared, and " + id_of(answer, check.needed) + " is needed, " +
         money(check.usd_per_month_needed) + ".";
}

class Document : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all(const Check& check) {
    const StageResult& have = answer_.stages[static_cast<std::size_t>(check.declared)];
    out_.begin_object();
    field("schema", "scaleplan.check/1");
    field("ruleset", answer_.program->id);
    field("verdict", render::name_of(check.verdict));
    stage_id("declared", check.declared);
    stage_id("needed", check.needed);
    JsonFields::money("usd_per_month_declared", have.usd_per_month());
    JsonFields::money("usd_per_month_more", check.usd_per_month_needed);
    out_.key("findings");
    out_.begin_array();
    for (const LimitResult& limit : have.limits) {
      if (!holds(limit.utilization)) finding(limit);
    }
    out_.end_array();
    out_.end_object();
  }

 private:
  void finding(const LimitResult& limit) {
    out_.begin_object(true);
    field("limit", limit.limit->id);
    field("kind", JsonFields::name_of(limit.limit->kind));
    field("need", limit.need / limit.limit->unit.factor);
    field("most", limit.most / limit.limit->unit.factor);
    field("unit", limit.limit->unit.text);
    field("utilization", limit.utilization);
    field("because", limit.limit->because);
    source(limit.limit->source);
    place(limit.limit->place);
    out_.end_object();
  }
};

}  // namespace
}  // namespace render

std::string check_text(const Recommendation& answer, const Check& check, bool colour) {
  render::Page page(colour);
  const render::Tone tone = check.verdict == Verdict::enough      ? render::Tone::good
                            : check.verdict == Verdict::too_small ? render::Tone::bad
                                                                  : render::Tone::warning;
  page.line(" " + page.toned(render::name_of(check.verdict), tone));
  page.paragraph(render::sentence(answer, check));
  for (const LimitResult& limit : answer.stages[static_cast<std::size_t>(check.declared)].limits) {
    if (holds(limit.utilization)) continue;
    page.labelled(render::limit_name(limit),
                  render::limit_amount(*limit.limit, limit.need) + " needed of " +
                      render::limit_amount(*limit.limit, limit.most) + ", " +
                      render::fullness(limit.utilization) + ": " + std::string(limit.limit->because) + "  " +
                      render::labels(limit.limit->source),
                  render::Tone::plain);
  }
  return page.text();
}

std::string check_json(const Recommendation& answer, const Check& check) {
  render::JsonWriter out;
  render::Document(out, answer).all(check);
  return out.take();
}

std::string check_github(const Recommendation& answer, const Check& check) {
  const std::string level = check.verdict == Verdict::enough      ? "notice"
                            : check.verdict == Verdict::too_small ? "error"
                                                                  : "warning";
  std::string text = "::" + level + " title=scaleplan: " + std::string(render::name_of(check.verdict)) +
                     "::" + render::sentence(answer, check);
  for (const LimitResult& limit : answer.stages[static_cast<std::size_t>(check.declared)].limits) {
    if (holds(limit.utilization)) continue;
    text += "%0A" + render::limit_name(limit) + ": " + render::limit_amount(*limit.limit, limit.need) +
            " needed of " + render::limit_amount(*limit.limit, limit.most);
  }
  return text + "\n";
}

}  // namespace scaleplan
