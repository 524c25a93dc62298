// The components of the answer as a table, and what happens when a zone is lost.
#include <fmt/format.h>

#include <algorithm>

#include "ids.hpp"
#include "sentences.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {
namespace {

const std::vector<Column> component_columns = {{11}, {16}, {22}, {6, true}, {14}, {10, true}};

std::string cells(const std::vector<std::string>& all) { return " " + row(component_columns, all); }

std::string count_and_size(const ComponentResult& component) {
  if (component.size.empty()) return component.count > 1 ? std::to_string(component.count) : "";
  std::string count = std::to_string(component.count);
  if (component.copies > 1) count += "+" + std::to_string(component.count * (component.copies - 1));
  return count + " x " + std::string(component.size);
}

/// The needs that fill the component most, healthy or with a zone lost (marked *), fullest first.
std::vector<std::string> full_at(const ComponentResult& component) {
  std::vector<Fill> fills = component.fills;
  const auto worst = [](const Fill& fill) { return std::max(fill.healthy, fill.zone_lost); };
  std::stable_sort(fills.begin(), fills.end(),
                   [&](const Fill& a, const Fill& b) { return worst(a) > worst(b); });
  std::vector<std::string> all;
  for (const Fill& fill : fills) {
    if (all.size() == 2 || worst(fill) < 0.1) break;
    const bool lost = fill.zone_lost > fill.healthy;
    all.push_back("  " + fullness(worst(fill)) + " " + std::string(fill.need->title) + (lost ? " *" : ""));
  }
  return all;
}

std::string quantity(const BillLine& line) {
  if (line.line->quantity < 0) return "";
  const std::string unit =
      line.line->quantity_unit.text == "ratio" ? "" : " " + std::string(line.line->quantity_unit.text);
  return figure(line.quantity) + unit;
}

/// One line for each component; a component without machines shows its bill line by line, with what is
/// billed.
void component_lines(Page& page, const ComponentResult& component) {
  auto full = full_at(component);
  const bool machines = !component.size.empty();
  const std::string zones = component.zones > 1 ? std::to_string(component.zones) : "";
  const auto detail = [&](std::size_t i) { return i < full.size() ? full[i] : std::string(); };
  std::vector<const BillLine*> bill;
  for (const BillLine& line : component.bill) {
    if (line.usd_per_month >= 0.005) bill.push_back(&line);
  }
  std::string second;
  if (!machines && bill.size() == 1) second = quantity(*bill.front());
  const auto head = [&] {
    return cells({flag_name(component.component->id), std::string(component.service),
                  machines ? count_and_size(component) : second, zones, detail(0),
                  cents(component.usd_per_month)});
  };
  // Long names leave no room for how full it is: that moves a line down.
  if (width(head()) > Page::columns) full.insert(full.begin(), "");
  page.line(head());
  const std::size_t extra = bill.size() > 1 ? bill.size() : 0;
  for (std::size_t i = 0; i < std::max(extra, full.empty() ? 0 : full.size() - 1); ++i) {
    const std::string what = i < extra ? std::string(bill[i]->line->title) : "";
    const std::string amount = i < extra ? quantity(*bill[i]) : "";
    const std::string sum = i < extra ? cents(bill[i]->usd_per_month) : "";
    std::string text = what + (amount.empty() ? "" : " " + amount);
    page.line(page.toned(" " + row({{13}, {42}, {14}, {10, true}},
                                   {"", text + (sum.empty() ? "" : ": " + sum), detail(i + 1), ""}),
                         Tone::faint));
  }
}

}  // namespace

void topology_section(Page& page, const Recommendation& answer) {
  page.line(page.toned(cells({"COMPONENT", "SERVICE", "COUNT x SIZE", "ZONES", "  FULL AT", "USD/month"}),
                       Tone::strong));
  bool starred = false;
  for (const ComponentResult& component : answer.topology) {
    component_lines(page, component);
    starred = starred || std::any_of(component.fills.begin(), component.fills.end(),
                                     [](const Fill& f) { return f.zone_lost > f.healthy; });
    if (!component.enough)
      page.paragraph(page.toned(
          "not enough: no size and count of " + std::string(component.component->title) + " meets its needs",
          Tone::bad));
  }
  const StageResult& stage = answer.arrangement.stage;
  const bool standbys = std::any_of(answer.topology.begin(), answer.topology.end(),
                                    [](const ComponentResult& p) { return !p.size.empty() && p.copies > 1; });
  const std::string left = std::string(standbys ? "+ standby " : "") + (starred ? "* zone lost" : "");
  const std::string right = cost_kind(answer.program->firm_word, "firm", whole(stage.cost.firm)) + " + " +
                            cost_kind(answer.program->soft_word, "soft", whole(stage.cost.soft)) + " " +
                            cents(stage.usd_per_month());
  page.edges(left, right, Tone::plain);
}

void outage_section(Page& page, const Recommendation& answer) {
  std::string spread;
  std::string alone;
  bool overloaded = false;
  for (const ComponentResult& component : answer.topology) {
    if (component.size.empty()) continue;
    if (component.zones > 1) {
      double worst = 0;
      for (const Fill& fill : component.fills) worst = std::max(worst, fill.zone_lost);
      overloaded = overloaded || !holds(worst);
      if (worst >= 0.005)
        spread +=
            (spread.empty() ? "" : ", ") + flag_name(component.component->id) + " full at " + fullness(worst);
    } else if (component.copies > 1) {
      spread +=
          (spread.empty() ? "" : ", ") + flag_name(component.component->id) + " fails over to its standby";
    } else {
      alone += (alone.empty() ? "" : " and ") + flag_name(component.component->id);
    }
  }
  const StageResult& stage = answer.arrangement.stage;
  std::string text;
  const std::string_view effect = overloaded ? "Overloaded: " : alone.empty() ? "Service continues: " : "";
  if (!spread.empty()) text += fmt::format("{}{}. ", effect, spread);
  if (!alone.empty())
    text += "Without " + alone + " the service is down until the machine is replaced and its data restored. ";
  text += fmt::format("Availabilities multiply to {}, {} down", percent(1 - stage.outage),
                      downtime(stage.outage));
  for (const LimitResult& limit : stage.limits) {
    if (limit.limit->kind == LimitKind::availability && limit.limit->unit.text == "ratio")
      text += " (" + downtime(limit.most) + " allowed)";
  }
  text += "; these are planning values, and your own releases and bugs add to it.";
  page.labelled(spread.empty() ? "LOSE A MACHINE" : "LOSE A ZONE", text);
}

}  // namespace scaleplan::render
