// scaleplan roadmap: which stage is needed in which month, as users grow.
#include "scaleplan/roadmap.hpp"

#include <fmt/format.h>

#include <cmath>

#include "numbers.hpp"
#include "output.hpp"
#include "question.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::cli {
namespace {

/// A number as people write it: 500, 50k, 0.5M; throws Error.
double count_of(std::string_view text, const std::string& flag) {
  double factor = 1;
  std::string_view digits = text;
  for (const auto& [letter, times] : {std::pair{'k', 1e3}, {'M', 1e6}, {'G', 1e9}}) {
    if (!digits.ends_with(letter)) continue;
    digits.remove_suffix(1);
    factor = times;
    break;
  }
  const double value = read_number(digits).value_or(0);
  if (value <= 0) {
    throw usage_error(flag + ": \"" + std::string(text) + "\" is not a number above 0",
                      "write a number such as 500, 50k or 0.5M");
  }
  return value * factor;
}

/// "12%/month", "-5%/month", "+500/month" or "-500/month".
GrowthModel growth_of(const std::string& text) {
  std::string_view rest = text;
  if (rest.ends_with("/month")) rest.remove_suffix(6);
  const bool shrinks = rest.starts_with('-');
  const bool added = shrinks || rest.starts_with('+');
  if (added) rest.remove_prefix(1);
  GrowthModel growth;
  if (rest.ends_with('%')) {
    rest.remove_suffix(1);
    growth.share = count_of(rest, "--growth") / 100 * (shrinks ? -1 : 1);
    if (growth.share <= -1)
      throw usage_error("--growth: \"" + text + "\" leaves nobody", "write less than 100%");
  } else if (added) {
    growth.added = count_of(rest, "--growth") * (shrinks ? -1 : 1);
  } else {
    throw usage_error(fmt::format("--growth: \"{}\" is not a growth rate", text),
                      "write 12%/month or +500/month; -5%/month shrinks");
  }
  return growth;
}

/// Factors of the months, separated by commas.
std::vector<double> season_of(const std::string& text) {
  std::vector<double> factors;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    factors.push_back(count_of(std::string_view(text).substr(at, end - at), "--season"));
    at = end + 1;
  }
  return factors;
}

/// The flags about the months ahead.
struct Flags {
  std::string growth, history, ceiling, until, season;
  int months = 36;
  int settle = 2;
  bool ascii = false;
  std::optional<Flag> months_flag;
};

void offer(CommandLine& line, Flags& flags) {
  line.option("--growth", flags.growth, "12%/month or +500/month; -5%/month shrinks");
  line.option("--history", flags.history, "CSV file of date,users to fit the growth to");
  line.option("--ceiling", flags.ceiling, "upper bound of users; growth in percent slows towards it");
  line.option("--season", flags.season, "factors of the coming months, such as 1,1,1.5, repeated");
  flags.months_flag =
      line.option("--months", flags.months, "months to plan; default 36, or as many as --until needs")
          .within(1, 1200);
  line.option("--until", flags.until, "plan until this many users are reached");
  line.option("--settle", flags.settle,
              "months that a stage has to be needed for to justify the move; default 2")
      .within(1, 120);
  line.flag("--ascii", flags.ascii, "draw the chart without Unicode");
}

/// The growth of --growth, or of a history, whose last number of users goes to `last`.
GrowthModel growth_from(const Flags& flags, std::optional<double>& last) {
  if (flags.growth.empty() == flags.history.empty())
    throw usage_error("roadmap needs one of --growth and --history", "write --growth 12%/month");
  GrowthModel growth;
  if (flags.history.empty()) {
    growth = growth_of(flags.growth);
  } else {
    const auto history = read_history(read_file(flags.history), flags.history);
    growth = fit_growth(history);
    last = history.back().users;
  }
  if (!flags.ceiling.empty()) growth.ceiling = count_of(flags.ceiling, "--ceiling");
  if (!flags.season.empty()) growth.season = season_of(flags.season);
  return growth;
}

}  // namespace

int roadmap_verb(Call& call) {
  Question question(
      "roadmap", "Month by month: users, the stage they need, its cost, and the start of each move.", call);
  Flags flags;
  Recommendation now;
  Roadmap road;
  Output output(question.line(),
                {{"text", [&](bool colour) { return roadmap_text(now, road, flags.ascii, colour); }},
                 {"json", [&](bool) { return roadmap_json(now, road); }},
                 {"csv", [&](bool) { return roadmap_csv(now, road); }}},
                call.out);
  offer(question.line(), flags);
  question.parse();
  std::optional<double> last;
  const GrowthModel growth = growth_from(flags, last);
  if (last && question.program().growing >= 0) {
    const auto growing = static_cast<std::size_t>(question.program().growing);
    question.assume(std::string(question.program().inputs[growing].id), *last);
  }
  const Block workload = question.workload();
  std::optional<double> until;
  if (!flags.until.empty()) until = count_of(flags.until, "--until");
  std::optional<int> span;
  if (!until || flags.months_flag->given()) span = flags.months;
  now = recommend(question.program(), workload);
  road = roadmap(question.program(), workload, now, growth, span, until, flags.settle);
  if (road.months.empty())
    throw usage_error("the rule set has no input that could grow", "name one under grows: in the rule file");
  const auto growing = static_cast<std::size_t>(question.program().growing);
  for (std::size_t month = 1; month < road.months.size(); ++month) {
    if (road.months[month].stage == road.months[month - 1].stage) continue;
    Block then = workload;
    then.give(growing, 0, road.months[month].users);
    question.require_prices(then);
  }
  if (until && !span && road.months.back().users < *until) {
    throw usage_error("growth never reaches \"" + flags.until + "\"",
                      "raise --growth or --ceiling, or give --months");
  }
  output.write();
  return road.months.back().planned >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
