// scaleplan roadmap: which stage is needed when, as users grow.
#include "scaleplan/roadmap.hpp"

#include <charconv>
#include <cmath>

#include "colour.hpp"
#include "question.hpp"
#include "scaleplan/render.hpp"

namespace scaleplan::cli {
namespace {

/// A number of users as people write it: 500, 50k, 0.5M; throws Error.
double count_of(std::string_view text, const std::string& flag) {
  double factor = 1;
  std::string_view digits = text;
  for (const auto& [letter, times] : {std::pair{'k', 1e3}, {'M', 1e6}, {'G', 1e9}}) {
    if (!digits.ends_with(letter)) continue;
    digits.remove_suffix(1);
    factor = times;
    break;
  }
  double value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || !(value > 0) ||
      !std::isfinite(value)) {
    throw usage_error(flag + ": \"" + std::string(text) + "\" is not a number above 0",
                      "write a number such as 500, 50k or 0.5M");
  }
  return value * factor;
}

/// "12%/month" or "+500/month".
Growth growth_of(const std::string& text) {
  std::string_view rest = text;
  if (rest.ends_with("/month")) rest.remove_suffix(6);
  Growth growth;
  if (rest.ends_with('%')) {
    rest.remove_suffix(1);
    growth.share = count_of(rest, "--growth") / 100;
  } else if (rest.starts_with('+')) {
    rest.remove_prefix(1);
    growth.added = count_of(rest, "--growth");
  } else {
    throw usage_error("--growth: \"" + text + "\" is no growth", "write 12%/month or +500/month");
  }
  return growth;
}

}  // namespace

int roadmap_verb(Call& call) {
  Question question("roadmap",
                    "Month by month: users, the stage they need, what it costs, when each move has to begin.",
                    call);
  std::string growth_text;
  std::string ceiling;
  std::string until_text;
  int months = 36;
  bool ascii = false;
  auto& app = question.app();
  app.add_option("--growth", growth_text, "12%/month, or +500/month")->required();
  app.add_option("--ceiling", ceiling, "what is never passed; growth in percent slows towards them");
  const CLI::Option* months_flag =
      app.add_option("--months", months, "how far to look; 36 without --until")->check(CLI::Range(1, 1200));
  app.add_option("--until", until_text, "look until this is reached");
  app.add_flag("--ascii", ascii, "draw the chart without Unicode");
  app.add_option("--format", question.format, "text, json or csv")
      ->check(CLI::IsMember({"text", "json", "csv"}));
  question.parse();
  const Block workload = question.workload();
  Growth growth = growth_of(growth_text);
  if (!ceiling.empty()) growth.ceiling = count_of(ceiling, "--ceiling");
  std::optional<double> until;
  if (!until_text.empty()) until = count_of(until_text, "--until");
  std::optional<int> span;
  if (!until || months_flag->count() > 0) span = months;
  const Recommendation now = recommend(question.program(), workload);
  const Roadmap road = roadmap(question.program(), workload, now, growth, span, until);
  if (road.months.empty())
    throw usage_error("the rule set has no input that could grow", "name one under grows: in the rule file");
  if (until && !span && road.months.back().users < *until) {
    throw usage_error("growth never reaches \"" + until_text + "\"",
                      "raise --growth or --ceiling, or give --months");
  }
  if (question.format == "json") {
    question.answer(roadmap_json(now, road));
  } else if (question.format == "csv") {
    question.answer(roadmap_csv(now, road));
  } else {
    question.answer(
        roadmap_text(now, road, ascii, question.output.empty() && coloured(question.color, call.out)));
  }
  return road.months.back().stage >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
