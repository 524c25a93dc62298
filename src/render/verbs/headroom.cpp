// How far an answer carries: every limit with the user count at which it breaks, for a terminal and as JSON.
#include "scaleplan/headroom.hpp"

#include <fmt/format.h>

#include "answer/sentences.hpp"
#include "json/fields.hpp"
#include "scaleplan/recommend.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace render {
namespace {

const std::vector<Column> limit_columns = {{30}, {17, true}, {17, true}, {14, true}};

class HeadroomDocument : JsonFields {
 public:
  using JsonFields::JsonFields;

  void all() {
    out_.begin_object();
    out_.field("schema", "scaleplan.headroom/1");
    write_ruleset(out_, *answer_.program);
    stage_id("stage", answer_.chosen);
    write_headroom(out_, answer_);
    out_.key("limits");
    out_.begin_array();
    if (answer_.chosen >= 0) {
      for (const LimitResult& one : answer_.stages[as_index(answer_.chosen)].limits) write_limit(out_, one);
    }
    out_.end_array();
    out_.end_object();
  }
};

const LimitResult* result_of(const Recommendation& answer, const Limit* limit) {
  for (const LimitResult& result : answer.stages[as_index(answer.chosen)].limits) {
    if (result.limit == limit) return &result;
  }
  return nullptr;
}

/// "room to grow: 30%" where the stage ends at 1.3 times the users.
std::string room_to_grow(double times) {
  if (times < 1.00005) return "no room to grow";
  return "room to grow: " + (times < 2 ? percent(times - 1) : figure(times) + " times");
}

}  // namespace
}  // namespace render

std::string headroom_text(const Recommendation& answer, bool colour) {
  render::Page page(colour);
  if (answer.chosen < 0) {
    page.paragraph("No stage of " + std::string(answer.program->id) + " holds; there is no headroom.");
    return page.text();
  }
  if (answer.program->growing < 0) {
    page.paragraph(fmt::format("Rule set {} names no input that grows (grows:), so it has no headroom.",
                               answer.program->id));
    return page.text();
  }
  const StageResult& stage = answer.stages[as_index(answer.chosen)];
  page.edges(std::string(stage.stage->id) + " at " + render::grown(answer, answer.headroom.users),
             answer.headroom.stage && answer.headroom.users > 0
                 ? render::room_to_grow(*answer.headroom.stage / answer.headroom.users)
                 : "no end within the range of the input",
             render::Tone::strong);
  page.line();
  render::headroom_section(page, answer);
  page.line();
  const Unit& unit = answer.program->inputs[as_index(answer.program->growing)].unit;
  page.line(" " + page.toned(render::row(render::limit_columns, {"LIMIT OF THE STAGE", "need now",
                                                                 "limit now", render::unit_name(unit)}),
                             render::Tone::strong));
  for (const LimitEnd& end : answer.headroom.limits) {
    const LimitResult* now = render::result_of(answer, end.limit);
    page.line(" " + render::row(render::limit_columns,
                                {render::limit_name(*now), render::limit_amount(*end.limit, now->need),
                                 render::limit_amount(*end.limit, now->most),
                                 end.users ? render::figure(*end.users / unit.factor) : "no end"}));
  }
  return page.text();
}

std::string headroom_json(const Recommendation& answer) {
  render::JsonWriter out;
  render::HeadroomDocument(out, answer).all();
  return out.take();
}

}  // namespace scaleplan
