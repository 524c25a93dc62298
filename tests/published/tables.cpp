// The tables of published cases as Markdown: the misses for README.md, every case for
// tests/published/README.md.
#include <algorithm>
#include <cmath>

#include "scaleplan/rules.hpp"
#include "world.hpp"

namespace scaleplan::test {

namespace {

constexpr double near_enough = 3.0;

std::string stage_name(int index) {
  static const Program program = load_rules("aws");
  return index < 0 ? "none" : std::string(program.stages[static_cast<std::size_t>(index)].id);
}

std::string layout_name(Span span) {
  return stage_name(span.first) + (span.last > span.first ? " to " + stage_name(span.last) : "");
}

std::string whole(double value) { return value < 0 ? "" : std::to_string(std::llround(value)); }

/// "2.7", "6".
std::string tenths(double value) {
  const auto all = std::llround(value * 10);
  return std::to_string(all / 10) + (all % 10 == 0 ? "" : "." + std::to_string(all % 10));
}

std::string share(std::size_t some, std::size_t all) {
  return std::to_string(some) + " of " + std::to_string(all) + " (" +
         std::to_string(all == 0 ? 0 : 100 * some / all) + " %)";
}

bool stated(const Held& held) { return held.published.peak_rps > 0 || held.published.available >= 0; }

bool miss(const Held& held) { return held.distance() > 1 || held.factor() > near_enough; }

std::string quotient(double value) {
  if (value <= 0) return "";
  return value < 1 ? "1/" + tenths(1 / value) : tenths(value);
}

std::string asked(const Held& held) {
  std::string flags;
  for (const std::string& word : held.flags) flags += (flags.empty() ? "" : " ") + word;
  return "`" + flags + "`";
}

template <class Wanted, class Good>
std::string counted(const std::vector<Held>& held, const Wanted& wanted, const Good& good) {
  std::size_t all = 0;
  std::size_t some = 0;
  for (const Held& one : held) {
    if (!one.published.graded || !wanted(one)) continue;
    ++all;
    some += good(one) ? 1U : 0U;
  }
  return share(some, all);
}

}  // namespace

std::string table_of_misses(const std::vector<Held>& held) {
  const auto any = [](const Held&) { return true; };
  const auto exact = [](const Held& one) { return one.distance() == 0; };
  const auto near = [](const Held& one) { return one.distance() <= 1; };
  const auto counts = [](const Held& one) { return one.factor() > 0; };
  const auto close = [](const Held& one) { return one.factor() <= near_enough; };
  std::string text = "| Published cases | same stage | within one |\n|---|---|---|\n";
  text += "| that state their load or whether they must be available | " + counted(held, stated, exact) +
          " | " + counted(held, stated, near) + " |\n";
  text += "| all | " + counted(held, any, exact) + " | " + counted(held, any, near) + " |\n\n";
  const auto machines = [](const Held& one) { return one.power() > 0; };
  const auto strong = [](const Held& one) { return within_three(one.power()); };
  const auto roomy = [](const Held& one) { return within_three(one.room()); };
  text += "Web servers are within a factor of three in " + counted(held, counts, close) +
          ". Where the source names their machine, their vCPUs together are so in " +
          counted(held, machines, strong) + " and their memory in " + counted(held, machines, roomy) +
          ", all misses too small. The misses:\n\n";
  text += "| Case | published | scaleplan | why |\n|---|---|---|---|\n";
  for (const Held& one : held) {
    if (!one.published.graded || !miss(one)) continue;
    const bool stages = one.distance() > 1;
    const std::string published =
        stages ? layout_name(one.layout) : whole(one.published.web) + " web servers";
    text += "| " + one.published.id + " | " + published + " | " +
            (stages ? stage_name(one.stage) : whole(one.servers)) + " | " + one.published.why + " |\n";
  }
  return text;
}

std::string table_of_cases(const std::vector<Held>& held) {
  std::string text =
      "| Case | asked | published | scaleplan | off | web published | ours | vCPU | memory "
      "|\n|---|---|---|---|---|---|---|---|---|\n";
  for (const Held& one : held) {
    if (!one.published.graded) continue;
    const std::string servers = one.factor() > 0 ? whole(one.servers) : "";
    text += "| " + one.published.id + " | " + asked(one) + " | " + layout_name(one.layout) + " | " +
            stage_name(one.stage) + " | " + std::to_string(one.distance()) + " | " +
            whole(one.published.web) + " | " + servers + " | " + quotient(one.power()) + " | " +
            quotient(one.room()) + " |\n";
  }
  return text;
}

}  // namespace scaleplan::test
