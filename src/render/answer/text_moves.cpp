// The moves of later stages that are taken now, and those that are not, each with what it saves and what it
// takes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sentences.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

/// A way to run is close where it costs at most a tenth more.
constexpr double close = 1.1;

std::string hours(double count) { return figure(count) + (count == 1 ? " hour" : " hours"); }

/// "saves $290 a month", "costs $74 a month", "costs the same".
std::string money(double saves) {
  if (std::abs(saves) < 0.005) return "costs the same";
  return fmt::format("{} {} a month", saves > 0 ? "saves" : "costs", dollars(std::abs(saves)));
}

std::string effect(const MoveResult& move) {
  if (!move.holds) return "breaks a limit of the stage";
  std::string text = money(*move.saves_usd_per_month);
  if (move.upkeep_hours > 0) text += fmt::format(" for {} of work a month", hours(move.upkeep_hours));
  if (move.upkeep_hours < 0) text += fmt::format(" and {} of work a month less", hours(-move.upkeep_hours));
  return text;
}

std::string names(const Program& program, MoveSet moves) {
  std::string text;
  for (std::size_t m = 0; m < program.moves.size(); ++m) {
    if ((moves >> m & 1) != 0) text += (text.empty() ? "" : ", ") + std::string(program.moves[m].id);
  }
  return text.empty() ? "the stage as it is" : "with " + text;
}

}  // namespace

std::string move_sentence(const MoveResult& move) {
  std::string text(move.move->title);
  if (move.saves_usd_per_month) text += ": " + effect(move);
  if (move.asked) text += fmt::format(" (--{} {})", *move.asked ? "with" : "without", move.move->id);
  if (move.taken) text += fmt::format("; {}  {}", move.move->because, labels(move.move->source));
  return text;
}

std::string with_moves(const Recommendation& answer) {
  std::string text;
  for (const MoveResult& move : answer.arrangement.moves) {
    if (move.taken) text += (text.empty() ? ", with " : " and ") + std::string(move.move->id);
  }
  return text;
}

std::string around_sentence(const Recommendation& answer) {
  const AroundResult all = sum(answer.around);
  std::string lines;
  for (const AroundResult& one : answer.around) {
    if (!lines.empty()) lines += ", ";
    lines += fmt::format("{} {}", one.line->title, dollars(one.usd_per_month));
  }
  return fmt::format("{} a month, usually {} to {}, not in the bill: {}.", dollars(all.usd_per_month),
                     dollars(all.low), dollars(all.high), lines);
}

void moves_section(Page& page, const Recommendation& answer) {
  const Arrangement& arrangement = answer.arrangement;
  for (const MoveResult& move : arrangement.moves) {
    if (move.taken || move.open || move.asked)
      page.labelled(move.taken ? "TAKEN NOW" : "NOT TAKEN", move_sentence(move));
  }
  const RunningCost& cost = arrangement.stage.cost;
  const double plain = answer.stages[as_index(answer.shown)].usd_per_month();
  if (std::abs(plain - cost.usd_per_month()) >= 0.005) {
    page.labelled("AS IT IS", fmt::format("{} alone would cost {} a month.", arrangement.stage.stage->id,
                                          dollars(plain)));
  }
  const auto& next = arrangement.runner_up;
  if (next && next->cost.total() <= cost.total() * close) {
    page.labelled("NEXT BEST",
                  fmt::format("{}: {} a month and {} of work.", names(*answer.program, next->moves),
                              dollars(next->cost.usd_per_month()), hours(next->cost.upkeep_hours)));
  }
  if (cost.upkeep_usd > 0) {
    page.labelled("UPKEEP", fmt::format("{} of work a month, {}, beside the bill.", hours(cost.upkeep_hours),
                                        dollars(cost.upkeep_usd)));
  }
  if (!answer.around.empty()) page.labelled("AROUND IT", around_sentence(answer));
}

}  // namespace scaleplan::render
