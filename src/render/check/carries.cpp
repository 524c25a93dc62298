// Writes how far declared machines carry, what ends them, and what they cost.
#include "carries.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answer/sentences.hpp"
#include "ids.hpp"
#include "words.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

std::string users_words(const Program& program, double users) {
  return users < 1 ? "not even " + grown(program, 1) : grown(program, users);
}

/// The components whose machines are unknown: "web, database".
std::string unknown_components(const Carries& carries) {
  std::string all;
  for (const MachinesEnd& end : carries.components) {
    if (end.machines.reason == UnknownReason::nothing) continue;
    all += (all.empty() ? "" : ", ") + std::string(end.machines.component->id);
  }
  return all;
}

std::string end_words(const Program& program, const Carries& carries) {
  std::string text;
  const bool by_machines = carries.machines && carries.users == carries.machines && carries.fullest >= 0 &&
                           (!carries.stage_users || *carries.machines < *carries.stage_users);
  if (!carries.users) {
    text = "any load, as far as the files show";
  } else if (by_machines) {
    const MachinesEnd& end = carries.components[as_index(carries.fullest)];
    text = users_words(program, *carries.users) + (*carries.users < 1 ? ", as " : ", then ") +
           std::string(end.machines.component->id) + (*carries.users < 1 ? " is too small (" : " is full (") +
           full_of_words(end.need, end.zone_lost) + ")";
    if (carries.stage_users)
      text += "; " + stage_id(program, carries.stage) + " itself ends at " +
              users_words(program, *carries.stage_users);
  } else {
    text = users_words(program, *carries.users) + ", then " + stage_id(program, carries.stage) + " ends (" +
           limit_name(LimitResult{carries.limit}) + ")";
    if (carries.machines) text += "; its machines carry " + users_words(program, *carries.machines);
  }
  const bool any =
      std::any_of(carries.components.begin(), carries.components.end(),
                  [](const MachinesEnd& end) { return end.machines.reason == UnknownReason::nothing; });
  if (!any) return text + ". No machines are known, so only the limits of the stage count.";
  return text +
         (carries.all_known() ? "" : ". Unknown, so not counted: " + unknown_components(carries) + ".");
}

std::string component_words(const Program& program, const MachinesEnd& end) {
  const DeclaredMachines& machines = end.machines;
  if (machines.reason != UnknownReason::nothing) return reason_words(machines);
  std::string text = machines_words(machines) + (machines.more_possible ? " or more" : "");
  if (machines.standbys > 0)
    text += " and " + counted(static_cast<std::size_t>(machines.standbys), "standby");
  if (!end.users) return text + ", never full";
  if (*end.users < 1)
    return text + ", too small for " + grown(program, 1) + " (" + full_of_words(end.need, end.zone_lost) +
           ")";
  return text + ", full at " + users_words(program, *end.users) + " (" +
         full_of_words(end.need, end.zone_lost) + ")";
}

std::string cost_words(const Program& program, const Carries& carries) {
  if (!carries.unpriced.empty()) {
    const DecidedValue& one = carries.unpriced.front();
    return fmt::format("not known: no price here is for {} {}", flag_name(one.input->id), one.value);
  }
  std::string text = dollars(carries.firm + carries.soft) + " a month at " +
                     users_words(program, carries.at_users) + ": " +
                     cost_kind(program.firm_word, "firm", whole(std::round(carries.firm))) + " + " +
                     cost_kind(program.soft_word, "soft", whole(std::round(carries.soft)));
  if (!carries.all_known()) text += "; unknown, so priced as recommended: " + unknown_components(carries);
  if (carries.above) text += "; components of later stages not counted";
  return text;
}

}  // namespace

std::string_view name_of(UnknownReason reason) {
  constexpr std::string_view names[] = {"known",   "not-declared", "count-unknown",
                                        "no-size", "size-unknown", "not-in-catalogue"};
  return names[static_cast<std::size_t>(reason)];
}

std::string full_of_words(const Need* need, bool zone_lost) {
  if (need == nullptr) return "nothing";
  return std::string(need->title) + (zone_lost ? ", with a zone lost" : "");
}

std::string reason_words(const DeclaredMachines& machines) {
  const std::string address = machines.resource == nullptr ? "" : machines.resource->resource->address;
  switch (machines.reason) {
    case UnknownReason::nothing:
      return {};
    case UnknownReason::absent:
      return "not declared; pass the file that declares it";
    case UnknownReason::count:
      return "count unknown; set a known minimum at " + address;
    case UnknownReason::no_size:
      return "size unknown: " + address + " names no size; only the limits of the stage count";
    case UnknownReason::size_unknown:
      return "size unknown; set a known size at " + address;
    case UnknownReason::not_sold:
      return machines.size + " is not in the catalogue; add a row with its figures and price";
  }
  return {};
}

CarriesLines carries_lines(const Program& program, const Carries& carries) {
  if (carries.stage < 0) return {{"carries", "unknown: no stage is reached"}};
  CarriesLines lines{{"carries", end_words(program, carries)}};
  for (const MachinesEnd& end : carries.components)
    lines.emplace_back(std::string(end.machines.component->id), component_words(program, end));
  lines.emplace_back("costs", cost_words(program, carries));
  return lines;
}

}  // namespace scaleplan::render
