// The verdict of a check in sentences: what is reached, what is needed, at which values, and what was agreed.
#include <fmt/format.h>

#include <cmath>

#include "answer/sentences.hpp"
#include "ids.hpp"
#include "words.hpp"
#include "writing/number.hpp"

namespace scaleplan {

std::string_view name_of(Verdict verdict) {
  constexpr std::string_view names[] = {
      "enough", "too-small", "machines-too-small", "larger", "not-provable", "off-ladder", "reaches"};
  return names[static_cast<std::size_t>(verdict)];
}

namespace render {
namespace {

/// " (+$24 a month)"; nothing where the price is not known.
std::string money(std::optional<double> usd) {
  if (!usd) return "";
  if (std::abs(*usd) < 0.005) return " (at the same cost)";
  return fmt::format(" ({}{} a month)", *usd > 0 ? "+" : "-", dollars(std::abs(*usd)));
}

/// The files as the subject of a sentence: "Your plan".
std::string your_files(const Check& check) {
  return check.declaration->dialect == Dialect::terraform ? "Your plan" : "Your template";
}

/// The verdict without the values at which it was checked.
std::string verdict_alone(const Program& program, const Check& check) {
  const std::string declared = stage_id(program, check.declared);
  const std::string needed = stage_id(program, check.needed);
  const std::string reached = check.architecture == nullptr ? fmt::format("Stage {} is declared", declared)
                              : check.declared < 0          ? your_files(check) + " reaches no stage"
                              : check.cannot_tell_stage
                                  ? fmt::format("{} reaches at least stage {}", your_files(check), declared)
                                  : fmt::format("{} reaches stage {}", your_files(check), declared);
  const std::string cost = money(check.usd_per_month_needed);
  switch (check.verdict) {
    case Verdict::enough:
      if (check.declared == check.needed) return reached + ", the stage that this workload needs.";
      return fmt::format(
          "{}; this workload needs {}, and all that is missing is waived, known or declared elsewhere.",
          reached, needed);
    case Verdict::machines_too_small:
      if (check.declared == check.needed)
        return reached + ", the stage that this workload needs, but on machines that are too small.";
      return fmt::format("{}; this workload needs {}, on larger machines.", reached, needed);
    case Verdict::larger:
      return fmt::format("{}; this workload needs only {}{}.", reached, needed, cost);
    case Verdict::too_small:
      if (check.needed < 0) return fmt::format("{}; no stage of {} is enough.", reached, program.id);
      return fmt::format("{}; this workload needs {}{}{}.", reached, needed,
                         check.lacks_early() ? ", with the components taken early" : "", cost);
    case Verdict::not_provable:
      if (check.architecture != nullptr && check.architecture->recognised == 0)
        return "No resource that was read belongs to this ladder; some could not be read.";
      return fmt::format("{}; this workload needs {}. {}", reached, needed,
                         check.cannot_tell_stage
                             ? "Nothing in the files distinguishes the stages above it."
                             : "The verdict depends on values that are unknown until deployment.");
    case Verdict::off_ladder:
      if (check.architecture->out_of_scope == nullptr)
        return "No declared resource belongs to this ladder, so nothing was checked.";
      return fmt::format("This is {}: {}. This ladder does not size it.",
                         check.architecture->out_of_scope->title, check.architecture->out_of_scope->says);
    case Verdict::reaches:
      return reached + ".";
  }
  return {};
}

/// What was taken as met, and what a file of the project sets.
std::string agreed_sentence(const Check& check) {
  std::string text, elsewhere;
  if (check.architecture != nullptr) {
    for (const FoundComponent& one : check.architecture->components) {
      if (one.elsewhere) elsewhere += (elsewhere.empty() ? "" : ", ") + std::string(one.id);
    }
  }
  if (!elsewhere.empty()) text += fmt::format(" Taken as declared elsewhere: {}.", elsewhere);
  if (!check.agreed.empty()) text += fmt::format(" Set for this project: {}.", fmt::join(check.agreed, ", "));
  return text;
}

}  // namespace

std::string verdict_words(Verdict verdict) {
  constexpr const char* words[] = {
      "enough",       "too small",      "machines too small", "larger than needed",
      "not provable", "off the ladder", "stage reached"};
  return words[static_cast<std::size_t>(verdict)];
}

std::string verdict_sentence(const Program& program, const Check& check) {
  std::string ends;
  for (const InputValue& one : check.ends)
    ends += fmt::format("{}--{} {}", ends.empty() ? " Checked at " : ", ", flag_name(one.input->id),
                        value_text(*one.input, one.value));
  if (!ends.empty()) {
    ends += check.ends.size() == 1 ? ", the end of its range that needs more."
                                   : ", the ends of their ranges that need more.";
  }
  return verdict_alone(program, check) + ends +
         (check.answer == nullptr ? "" : load_sentence(*check.answer)) + agreed_sentence(check);
}

}  // namespace render
}  // namespace scaleplan
