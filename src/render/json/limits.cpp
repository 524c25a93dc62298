// A rule set and a limit as JSON, alike in every answer.
#include "fields.hpp"

namespace scaleplan::render {

void write_ruleset(JsonWriter& out, const Program& program) {
  out.key("ruleset");
  out.inline_object();
  out.field("id", program.id);
  out.field("title", program.title);
  out.field("version", program.version);
  out.end_object();
}

void write_limit(JsonWriter& out, const LimitResult& result) {
  const Limit& limit = *result.limit;
  out.inline_object();
  out.field("id", limit.id);
  out.text_or_null("component", limit.component);
  out.field("kind", name_of(limit.kind));
  out.field("zone_lost", limit.zone_lost);
  out.field("title", limit.title);
  out.field("need", result.need / limit.unit.factor);
  out.field("limit", result.most / limit.unit.factor);
  out.field("unit", limit.unit.text);
  out.field("utilization", result.utilization);
  out.field("because", limit.because);
  out.field("source", limit.source);
  out.field("place", limit.place);
  out.end_object();
}

}  // namespace scaleplan::render
