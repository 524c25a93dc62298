// Reads waivers and baselines.
#include "agreed.hpp"

#include <optional>
#include <string_view>

#include "day.hpp"
#include "read/texts/fields.hpp"
#include "read/texts/tree.hpp"
#include "verb.hpp"
#include "words/number.hpp"

namespace scaleplan::cli {
namespace {

/// The number under `key`; nothing where there is none.
std::optional<double> number(const read::Node& map, std::string_view key) {
  const read::Node* value = map.find(key);
  if (value == nullptr || value->kind != read::Node::Kind::scalar) return std::nullopt;
  return read_number(value->text);
}

/// Whether a finding of an earlier check is about what `finding` is about.
bool same(const CheckFinding& finding, const read::Node& before) {
  const read::Node* code = before.find("code");
  const read::Node* address = before.find("address");
  const bool nowhere = address == nullptr || address->kind == read::Node::Kind::nothing;
  return code != nullptr && code->text == finding.code &&
         (nowhere ? finding.address.empty() : address->text == finding.address);
}

/// Whether less is declared, or it is fuller, than an earlier check found; what that did not tell is not.
bool worse(const CheckFinding& finding, const read::Node& before) {
  constexpr double noise = 1e-9;  // of the digits that are written
  const read::Node* status = before.find("status");
  const auto least = number(before, "declared_least");
  const auto fill = number(before, "fill");
  if (least && finding.demand != nullptr) {
    const bool settled = status != nullptr && status->text == "unknown" && finding.met == Met::no;
    return settled || finding.demand->declared.least < *least;
  }
  return fill && finding.fill() && *finding.fill() > *fill * (1 + noise);
}

}  // namespace

std::vector<Waiver> read_waivers(const std::string& path) {
  read::Report report;
  const read::Node tree = read::read_tree(read::read_file(path), path, report);
  std::vector<Waiver> all;
  const read::Node* list = tree.find("waivers");
  if (list == nullptr || list->kind != read::Node::Kind::list)
    report.error(tree.at, "R002", "a waiver file has a list \"waivers\"",
                 "write waivers: and - {address: ...} below it");
  for (const read::Node& item : list == nullptr ? std::vector<read::Node>{} : list->items) {
    read::Fields fields(item, "a waiver", report, {"address", "requirement", "reason", "expires"});
    Waiver waiver;
    waiver.address = fields.text("address", "*");
    if (fields.need("requirement") != nullptr) waiver.requirement = fields.text("requirement");
    if (const read::Node* reason = fields.need("reason")) {
      waiver.reason = fields.text("reason");
      if (waiver.reason.find_first_not_of(" \t\n") == std::string::npos)
        report.error(reason->at, "R004", "the reason of a waiver is empty", "write why it is agreed to");
    }
    if (const read::Node* expires = fields.need("expires")) {
      waiver.expires = expires->text;
      if (!is_day(waiver.expires))
        report.error(expires->at, "R004", "\"" + expires->text + "\" is no day of the calendar",
                     "write it 2027-01-31");
    }
    fields.done();
    waiver.at = {path, item.at.line, item.at.column, 1};
    all.push_back(std::move(waiver));
  }
  report.stop_if_failed();
  return all;
}

void mark_known(Check& check, const std::string& path) {
  read::Report report;
  const read::Node tree = read::read_tree(read::read_file(path), path, report);
  report.stop_if_failed();
  const read::Node* schema = tree.find("schema");
  const read::Node* findings = tree.find("findings");
  if (schema == nullptr || schema->text != "scaleplan.check/1" || findings == nullptr) {
    throw usage_error("\"" + path + "\" is not the JSON of a check",
                      "write one with scaleplan check ... --write-baseline " + path);
  }
  for (const read::Node& item : findings->items) {
    for (CheckFinding& finding : check.findings) {
      if (!same(finding, item)) continue;
      (worse(finding, item) ? finding.worse : finding.known) = true;
    }
  }
  judge(check);
}

}  // namespace scaleplan::cli
