// Words that several sections share, and the sentence on what decided.
#include "sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ascii.hpp"
#include "ids.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

std::string compared(double usd, double against) {
  if (usd < against) return dollars(against - usd) + " a month less";
  if (usd > against) return dollars(usd - against) + " a month more";
  return "the same cost";
}

const StageResult& at(const Recommendation& answer, int stage) { return answer.stages[as_index(stage)]; }

/// The reason that rules out the stage before the chosen one.
std::string what_decides(const Recommendation& answer) {
  if (!answer.binding) return "The simplest stage carries it.";
  const LimitResult& limit = *at(answer, answer.chosen - 1).worst();
  const std::string need = limit_amount(*limit.limit, limit.need);
  const std::string most = limit_amount(*limit.limit, limit.most);
  switch (*answer.binding) {
    case LimitKind::guidance:
      return "The band decides: " + std::string(at(answer, answer.chosen - 1).stage->id) + " ends at " +
             most + " (" + std::string(limit.limit->title) + "), and this workload counts as " + need + ".";
    case LimitKind::capacity:
      return "The load decides: " + limit_name(limit) + " of the stage before would need " + need +
             "; its limit is " + most + ".";
    case LimitKind::availability:
      break;
  }
  return "Availability decides: " + limit_name(limit) + " of the stage before is " + need +
         "; the limit is " + most + ".";
}

const std::vector<Column> reading_columns = {{32}, {14, true}, {1}, {17}, {14, true}};

/// What the number of the question was read as, and what it would be as each kind.
void readings_table(Page& page, const Recommendation& answer) {
  if (answer.readings.empty()) return;
  const Readings& of = answer.program->readings;
  const Input& kind = answer.program->inputs[as_index(of.input)];
  const auto name = [&](std::size_t value) {
    return std::string(kind.labels[value].empty() ? kind.values[value] : kind.labels[value]);
  };
  page.line();
  const std::string number =
      answer.program->growing < 0 ? flag_name(kind.id) : grown(answer, answer.headroom.users);
  page.line(" " + page.toned(row(reading_columns, {number + ", READ AS", std::string(of.title), "",
                                                   "BY LOAD ALONE", "USD/month"}),
                             Tone::strong));
  for (const Reading& one : answer.readings) {
    const std::string as = one.value < 0 ? "here: " + name(as_index(answer.inputs[as_index(of.input)].value))
                                         : name(as_index(one.value));
    page.line(" " + row(reading_columns, {as, figure(one.shows / of.unit.factor), "",
                                          stage_name(answer, one.load_stage), cents(one.usd_per_month)}));
  }
  page.paragraph(fmt::format("Which it is, --{} says.", flag_name(kind.id)));
}

/// The answer of the guidance limits from their own inputs alone; empty where they have none.
std::string guide_says(const Recommendation& answer) {
  const auto& inputs = answer.program->inputs;
  const auto first = std::find_if(inputs.begin(), inputs.end(), [](const Input& i) { return i.of_book; });
  if (first == inputs.end()) return {};
  const bool word = std::all_of(first->unit.text.begin(), first->unit.text.end(), is_small);
  const std::string what = word ? std::string(first->unit.text) + " count" : flag_name(first->id);
  const Text guide = answer.program->guide_word;
  const std::string text =
      " From the " + what + " alone " + (guide.empty() ? "guidance" : std::string(guide));
  if (answer.book.stage < 0) return text + " has no stage.";
  return text + " says " + std::string(at(answer, answer.book.stage).stage->id) + ", at " +
         dollars(answer.book.usd_per_month) + " a month.";
}

}  // namespace

std::string load_sentence(const Recommendation& answer) {
  if (answer.readings.empty()) return {};
  const Readings& of = answer.program->readings;
  return fmt::format(" Its load is taken as {} {}, since --{} is not given.",
                     figure(answer.readings.front().shows / of.unit.factor), of.title,
                     flag_name(answer.program->inputs[as_index(of.input)].id));
}

std::string labels(const Citations& source) {
  std::string text;
  for (const Citation& citation : source) text += (text.empty() ? "" : " ") + std::string(citation.label);
  return text;
}

std::string value_text(const Input& input, double value) {
  if (input.type == InputType::choice) return std::string(input.values[as_index(value)]);
  if (input.type == InputType::yes_no) return value != 0 ? "yes" : "no";
  if (input.unit.text == "ratio" && input.high > 1) return figure(value);
  return amount(value, input.unit);
}

std::string limit_name(const LimitResult& result) {
  const Limit& limit = *result.limit;
  std::string name = limit.component.empty() ? "" : flag_name(limit.component) + " ";
  name += limit.title;
  if (limit.zone_lost) name += ", zone lost";
  return name;
}

std::string limit_amount(const Limit& limit, double value) {
  if (limit.kind == LimitKind::availability && limit.unit.text == "ratio") return downtime(value);
  return limit.unit.text == "ratio" ? figure(value) : amount(value, limit.unit);
}

std::string cost_kind(Text word, const std::string& kind, const std::string& amount) {
  if (word.empty()) return kind + " " + amount;
  return std::string(word) + " " + amount + " (" + kind + ")";
}

std::string grown(const Program& program, double value) {
  return amount(value, program.inputs[as_index(program.growing)].unit);
}

std::string grown(const Recommendation& answer, double value) { return grown(*answer.program, value); }

Tone tone_of(double utilization) {
  if (utilization > 1) return Tone::bad;
  return utilization > 0.8 ? Tone::warning : Tone::good;
}

void lens_section(Page& page, const Recommendation& answer) {
  std::string text = what_decides(answer);
  const double cost = answer.arrangement.stage.usd_per_month();
  if (answer.load.stage >= 0 && answer.load.stage != answer.chosen) {
    text += fmt::format(" Load and availability alone need {}, at {}.",
                        at(answer, answer.load.stage).stage->id, compared(answer.load.usd_per_month, cost));
  } else if (answer.binding == LimitKind::guidance) {
    text += " Load and availability alone need the same stage.";
  }
  if (answer.book.stage != answer.chosen) text += guide_says(answer);
  page.paragraph(text);
  readings_table(page, answer);
}

}  // namespace scaleplan::render
