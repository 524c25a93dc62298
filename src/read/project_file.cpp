// Reads a project file, each key by the kind of its values.
#include "scaleplan/project_file.hpp"

#include <algorithm>

#include "ids.hpp"
#include "nearest.hpp"
#include "texts/tree.hpp"

namespace scaleplan {
namespace {

using read::Entry;
using read::Node;
using read::Report;

void report_unknown(const Entry& entry, const std::vector<ProjectKey>& keys, Report& report) {
  std::vector<std::string> names;
  names.reserve(keys.size());
  std::string all = "inputs belong in the workload file; known:";
  for (const ProjectKey& key : keys) {
    names.emplace_back(key.name);
    all += " " + names.back();
  }
  report.error(entry.at, "R001", "unknown key \"" + entry.key + "\" in a project file",
               did_you_mean(nearest(flag_name(entry.key), names), all));
}

/// The form that a value lacks; null where it is right.
const char* wanted(const ProjectKey& key, const Node& value, bool in_list) {
  if (value.kind != Node::Kind::scalar) return key.many ? "text or a list of texts" : "text";
  if (in_list && !key.many) return "one text";
  return key.yes_no && !is_yes_or_no(value.text) ? "yes or no" : nullptr;
}

}  // namespace

bool is_yes(std::string_view text) { return text == "yes" || text == "true"; }
bool is_yes_or_no(std::string_view text) { return is_yes(text) || text == "no" || text == "false"; }

std::vector<ProjectEntry> read_project_file(std::string_view text, const std::string& file,
                                            const std::vector<ProjectKey>& keys) {
  Report report;
  std::vector<ProjectEntry> all;
  const Node tree = read::read_tree(text, file, report);
  if (tree.kind == Node::Kind::list || tree.kind == Node::Kind::scalar)
    report.error(tree.at, "R003", "a project file holds name: value pairs", "write terraform: plan.json");
  for (const Entry& entry : tree.entries) {
    const auto key = std::find_if(keys.begin(), keys.end(),
                                  [&](const ProjectKey& one) { return one.name == flag_name(entry.key); });
    if (key == keys.end()) {
      report_unknown(entry, keys, report);
      continue;
    }
    const bool list = entry.value.kind == Node::Kind::list;
    for (const Node& value : list ? entry.value.items : std::vector<Node>{entry.value}) {
      if (const char* const kind = wanted(*key, value, list)) {
        report.error(value.at, "R003", "\"" + entry.key + "\" must be " + kind, {});
        break;
      }
      all.push_back(
          {std::string(key->name), value.text, {file, entry.at.line, entry.at.column, entry.at.length}});
    }
  }
  report.stop_if_failed();
  return all;
}

}  // namespace scaleplan
