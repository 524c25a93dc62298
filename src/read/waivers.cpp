// Reads waiver files, and the JSON of earlier checks.
#include "scaleplan/waivers.hpp"

#include <algorithm>
#include <array>

#include "days.hpp"
#include "numbers.hpp"
#include "texts/fields.hpp"
#include "texts/tree.hpp"

namespace scaleplan {
namespace {

using read::Fields;
using read::Node;
using read::Report;

Waiver waiver_of(const Node& item, const std::string& file, Report& report) {
  Fields fields(item, "a waiver", report, {"address", "requirement", "reason", "expires"});
  Waiver waiver;
  waiver.address = fields.text("address", "*");
  if (fields.need("requirement") != nullptr) waiver.requirement = fields.text("requirement");
  if (const Node* reason = fields.need("reason")) {
    waiver.reason = fields.text("reason");
    if (waiver.reason.find_first_not_of(" \t\n") == std::string::npos)
      report.error(reason->at, "R004", "the reason of a waiver is empty",
                   "write why the finding is accepted");
  }
  if (const Node* expires = fields.need("expires")) {
    waiver.expires = expires->text;
    if (!is_day(waiver.expires))
      report.error(expires->at, "R004", "\"" + expires->text + "\" is not a calendar day",
                   "write a day such as 2027-01-31");
  }
  fields.done();
  waiver.at = {file, item.at.line, item.at.column, 1};
  return waiver;
}

/// The keys of a finding in the JSON of a check, whether a baseline needs them or not.
constexpr std::array<std::string_view, 16> finding_keys = {
    "code",        "requirement", "status",  "stage",  "address", "place",  "declared", "declared_least",
    "utilization", "needed",      "because", "source", "rule",    "action", "waived",   "in_baseline"};

/// An unknown key was written by another version, where it may matter.
void refuse_unknown_keys(const Node& finding, const std::string& file, Report& report) {
  for (const read::Entry& entry : finding.entries) {
    if (std::find(finding_keys.begin(), finding_keys.end(), entry.key) != finding_keys.end()) continue;
    report.error(entry.at, "R001", "a finding of a check has no key \"" + entry.key + "\"",
                 "write the baseline anew: scaleplan check ... --write-baseline " + file);
  }
}

std::string text_at(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value == nullptr || value->kind != Node::Kind::scalar ? std::string() : value->text;
}

}  // namespace

std::vector<Waiver> read_waivers(std::string_view text, const std::string& file) {
  Report report;
  const Node tree = read::read_tree(text, file, report);
  std::vector<Waiver> all;
  const Node* list = tree.find("waivers");
  if (list == nullptr || list->kind != Node::Kind::list) {
    report.error(tree.at, "R002", "a waiver file has a list \"waivers\"",
                 "write waivers: and - {address: ...} below it");
  } else {
    for (const Node& item : list->items) all.push_back(waiver_of(item, file, report));
  }
  report.stop_if_failed();
  return all;
}

std::vector<BaselineFinding> read_baseline(std::string_view text, const std::string& file) {
  Report report;
  const Node tree = read::read_tree(text, file, report);
  report.stop_if_failed();
  const Node* findings = tree.find("findings");
  if (text_at(tree, "schema") != "scaleplan.check/1" || findings == nullptr) {
    Diagnostic fault;
    fault.code = "U001";
    fault.message = "\"" + file + "\" is not the JSON of a check";
    fault.hint = "write one with scaleplan check ... --write-baseline " + file;
    throw Error({fault});
  }
  std::vector<BaselineFinding> all;
  for (const Node& item : findings->items) {
    refuse_unknown_keys(item, file, report);
    all.push_back({text_at(item, "code"), text_at(item, "address"), text_at(item, "status") == "unknown",
                   read_number(text_at(item, "declared_least")), read_number(text_at(item, "utilization"))});
  }
  report.stop_if_failed();
  return all;
}

}  // namespace scaleplan
