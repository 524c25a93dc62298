// The answer as JSON: scaleplan.recommendation/1.
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>

#include "number.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan {
namespace {

using Json = nlohmann::ordered_json;

/// The value to twelve digits: what the engine computed, without the noise of binary fractions.
double rounded(double value) {
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general, 12);
  std::from_chars(digits.data(), written.ptr, value);
  return value;
}

Json number(double value) { return std::isfinite(value) ? Json(rounded(value)) : Json(nullptr); }
Json money(double usd) { return Json(std::round(usd * 100) / 100); }

Json labels(const std::vector<Citation>& source) {
  Json all = Json::array();
  for (const Citation& citation : source) all.push_back(citation.label);
  return all;
}

Json texts(const std::vector<Text>& list) {
  Json all = Json::array();
  for (const Text text : list) all.push_back(text);
  return all;
}

const char* name_of(Origin origin) {
  switch (origin) {
    case Origin::given: return "given";
    case Origin::derived: return "derived";
    case Origin::assumed: break;
  }
  return "assumed";
}

const char* name_of(LimitKind kind) {
  switch (kind) {
    case LimitKind::guidance: return "guidance";
    case LimitKind::capacity: return "capacity";
    case LimitKind::availability: break;
  }
  return "availability";
}

Json value_of(const Input& input, double value) {
  if (input.type == InputType::choice) return input.values[static_cast<std::size_t>(value)];
  if (input.type == InputType::yes_no) return value != 0;
  return number(value / input.unit.factor);
}

Json workload(const Recommendation& answer) {
  Json all = Json::object();
  for (const InputValue& value : answer.inputs) {
    const Input& input = *value.input;
    all[render::flag(input.id)] = {{"value", value_of(input, value.value)}, {"unit", input.unit.text},
                                   {"origin", name_of(value.origin)}, {"source", labels(input.source)}};
  }
  return all;
}

Json limit_of(const LimitResult& result) {
  const Limit& limit = *result.limit;
  return {{"id", limit.id}, {"part", limit.part}, {"kind", name_of(limit.kind)}, {"title", limit.title},
          {"need", number(result.need / limit.unit.factor)}, {"limit", number(result.most / limit.unit.factor)},
          {"unit", limit.unit.text}, {"utilization", number(result.utilization)}, {"because", limit.because},
          {"source", labels(limit.source)}, {"file", limit.place.file}, {"line", limit.place.line}};
}

Json stage_of(const StageResult& stage) {
  Json limits = Json::array();
  for (const LimitResult& limit : stage.limits) limits.push_back(limit_of(limit));
  return {{"id", stage.stage->id}, {"title", stage.stage->title}, {"score", number(stage.score)}, {"holds", stage.holds},
          {"availability", number(1 - stage.outage)}, {"usd_per_month", money(stage.usd_per_month())}, {"limits", limits}};
}

Json part_of(const PartResult& part) {
  Json fills = Json::array();
  for (const Fill& fill : part.fills) {
    fills.push_back({{"need", fill.need->id}, {"utilization", number(fill.healthy)}, {"zone_lost", number(fill.zone_lost)}});
  }
  Json bill = Json::array();
  for (const BillLine& line : part.bill) {
    bill.push_back({{"id", line.line->id}, {"title", line.line->title}, {"kind", line.line->firm ? "firm" : "soft"},
                    {"usd_per_month", money(line.usd_per_month)}, {"source", labels(line.line->source)}});
  }
  return {{"id", part.part->id}, {"title", part.part->title}, {"service", part.service}, {"tier", part.part->tier},
          {"count", part.count}, {"standbys", part.count * (part.copies - 1)},
          {"size", part.size.empty() ? Json(nullptr) : Json(part.size)}, {"azs", part.zones}, {"enough", part.enough},
          {"usd_per_month", money(part.usd_per_month)}, {"utilization", fills}, {"bill", bill},
          {"because", part.part->because}, {"source", labels(part.part->source)}};
}

Json topology(const Recommendation& answer) {
  Json parts = Json::array();
  Json links = Json::array();
  for (const PartResult& part : answer.topology) parts.push_back(part_of(part));
  for (const PartResult& from : answer.topology) {
    for (const Text to : from.part->links) {
      for (const PartResult& other : answer.topology) {
        if (other.part->id == to) links.push_back({{"from", from.part->id}, {"to", to}});
      }
    }
  }
  return {{"components", parts}, {"links", links}};
}

Json cost(const Recommendation& answer) {
  const StageResult& stage = answer.stages[static_cast<std::size_t>(answer.shown)];
  Json region = nullptr;
  if (answer.program->price_input >= 0) {
    const InputValue& value = answer.inputs[static_cast<std::size_t>(answer.program->price_input)];
    region = value_of(*value.input, value.value);
  }
  return {{"firm", money(stage.firm)}, {"soft", money(stage.soft)}, {"total", money(stage.usd_per_month())},
          {"region", region}, {"as_of", answer.program->prices_as_of}, {"not_counted", texts(answer.program->not_counted)}};
}

Json id_of(const Recommendation& answer, int stage) {
  return stage < 0 ? Json(nullptr) : Json(answer.stages[static_cast<std::size_t>(stage)].stage->id);
}

Json lens_of(const Recommendation& answer, const Lens& lens) {
  return {{"stage", id_of(answer, lens.stage)}, {"usd_per_month", lens.stage < 0 ? Json(nullptr) : money(lens.usd_per_month)}};
}

Json why(const Recommendation& answer) {
  Json small = Json::array();
  const int end = answer.chosen < 0 ? static_cast<int>(answer.stages.size()) : answer.chosen;
  for (int s = 0; s < end; ++s) {
    const StageResult& stage = answer.stages[static_cast<std::size_t>(s)];
    Json broken = Json::array();
    for (const LimitResult& limit : stage.limits) {
      if (!holds(limit.utilization)) broken.push_back(limit.limit->id);
    }
    small.push_back({{"id", stage.stage->id}, {"breaks", broken}});
  }
  Json next = nullptr;
  if (answer.chosen >= 0 && static_cast<std::size_t>(answer.chosen) + 1 < answer.stages.size()) {
    const StageResult& after = answer.stages[static_cast<std::size_t>(answer.chosen) + 1];
    const double more = after.usd_per_month() - answer.stages[static_cast<std::size_t>(answer.chosen)].usd_per_month();
    next = {{"id", after.stage->id}, {"title", after.stage->title}, {"usd_per_month_more", money(more)}, {"holds", after.holds}};
  }
  return {{"too_small", small}, {"next", next}};
}

Json decisions(const Recommendation& answer) {
  Json all = Json::array();
  for (const DecisionResult& result : answer.decisions) {
    all.push_back({{"id", result.decision->id}, {"title", result.decision->title}, {"option", result.option->id},
                   {"option_title", result.option->title}, {"shown", result.shown}, {"because", result.option->because},
                   {"source", labels(result.option->source)}, {"file", result.option->place.file}, {"line", result.option->place.line}});
  }
  return all;
}

Json early_moves(const Recommendation& answer) {
  Json all = Json::array();
  for (const EarlyMove& move : answer.early_moves) {
    all.push_back({{"id", move.move->id}, {"title", move.move->title}, {"advised", move.advised}, {"accepted", move.accepted},
                   {"stage", id_of(answer, move.stage)}, {"usd_per_month_change", money(move.usd_per_month_change)},
                   {"because", move.move->because}, {"source", labels(move.move->source)}});
  }
  return all;
}

Json advice(const Recommendation& answer) {
  Json all = Json::array();
  for (const AdviceResult& advice : answer.advice) {
    all.push_back({{"id", advice.advice->id}, {"title", advice.advice->title}, {"says", advice.advice->says},
                   {"value", number(advice.value)}, {"unit", advice.advice->unit.text}, {"source", labels(advice.advice->source)}});
  }
  return all;
}

Json flip_of(const Recommendation& answer, const Input& input, const std::optional<Flip>& flip) {
  if (!flip) return nullptr;
  return {{"value", number(flip->value / input.unit.factor)}, {"stage", id_of(answer, flip->stage)}, {"usd_per_month", money(flip->usd_per_month)}};
}

Json assumptions(const Recommendation& answer) {
  Json all = Json::array();
  for (const Assumption& assumption : answer.assumptions) {
    const Input& input = *assumption.input.input;
    all.push_back({{"id", render::flag(input.id)}, {"value", value_of(input, assumption.input.value)}, {"unit", input.unit.text},
                   {"because", input.because}, {"source", labels(input.source)}, {"where_to_look", input.where_to_look},
                   {"low", flip_of(answer, input, assumption.low)}, {"high", flip_of(answer, input, assumption.high)}});
  }
  return all;
}

}  // namespace

std::string render_json(const Recommendation& answer) {
  const Program& program = *answer.program;
  Json stage = nullptr;
  if (answer.chosen >= 0) {
    const Stage& chosen = *answer.stages[static_cast<std::size_t>(answer.chosen)].stage;
    stage = {{"id", chosen.id}, {"index", answer.chosen}, {"of", answer.stages.size()}, {"title", chosen.title}};
  }
  Json stages = Json::array();
  for (const StageResult& result : answer.stages) stages.push_back(stage_of(result));
  const StageResult& shown = answer.stages[static_cast<std::size_t>(answer.shown)];
  Json all;
  all["schema"] = "scaleplan.recommendation/1";
  all["ruleset"] = {{"name", program.id}, {"title", program.title}, {"version", program.version}};
  all["workload"] = workload(answer);
  all["stage"] = stage;
  all["score"] = number(shown.score);
  all["topology"] = topology(answer);
  all["cost"] = cost(answer);
  all["lenses"] = {{"book", lens_of(answer, answer.book)}, {"load", lens_of(answer, answer.load)},
                   {"binding", answer.binding ? Json(name_of(*answer.binding)) : Json(nullptr)}};
  all["why"] = why(answer);
  all["decisions"] = decisions(answer);
  all["early_moves"] = early_moves(answer);
  all["advice"] = advice(answer);
  all["assumptions"] = assumptions(answer);
  all["stages"] = stages;
  return all.dump(2) + "\n";
}

}  // namespace scaleplan
