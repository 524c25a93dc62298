// Reads a file of cases: single ones and tables, each with what is given and what is expected.
#include "scaleplan/cases.hpp"

#include <algorithm>
#include <map>

#include "expectation.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "scaleplan/rules.hpp"
#include "texts/fields.hpp"

namespace scaleplan {
namespace read {
namespace {

/// A name with its value, both placed; `value` lives in the tree.
struct Pair {
  std::string name;
  Mark at;
  const Node* value = nullptr;
};

class CaseReader {
 public:
  CaseReader(const Program& program, Report& report)
      : program_(program), report_(report), expectations_(program, report) {}

  CaseFile file(const Node& root, const std::string& name) {
    CaseFile result;
    result.file = name;
    Fields fields(root, "a file of cases", report_, {"rules", "format", "title", "unreachable", "cases"});
    fields.need("rules");
    if (const Node* format = fields.maybe("format"); format != nullptr && format->text != "1") {
      report_.error(format->at, "C004", "this program reads format 1 of cases", "write format: 1");
    }
    fields.text("title");
    unreachable(fields, result);
    const Node* cases = fields.need("cases");
    for (const Entry& entry : fields.map("cases")) one(entry, result);
    fields.done();
    if (cases != nullptr && cases->kind == Node::Kind::map && cases->entries.empty())
      report_.error(cases->at, "C001", "there are no cases here", "add one: a name, given: and expect:");
    return result;
  }

  /// Faults of workloads, which carry their place themselves.
  std::vector<Diagnostic> refused;

 private:
  void unreachable(Fields& fields, CaseFile& into) {
    for (const Entry& entry : fields.map("unreachable")) {
      const auto limit = expectations_.limit(entry.key, entry.at);
      if (entry.value.kind != Node::Kind::scalar) {
        report_.error(entry.at, "C003", "unreachable \"" + entry.key + "\" has no reason",
                      "write the reason after it");
      }
      if (!limit) continue;
      into.unreachable.push_back(
          {limit->first, limit->second, entry.value.text, span_of(entry.at), line_of(entry.at)});
    }
  }

  [[nodiscard]] bool is_given(const std::string& name) const {
    const std::string wish = flag_name(name);
    return is_move_list(wish) || std::any_of(program_.inputs.begin(), program_.inputs.end(),
                                             [&](const Input& i) { return flag_name(i.id) == wish; });
  }

  void one(const Entry& entry, CaseFile& into) {
    faults_ = report_.found().size();
    Fields fields(entry, "case \"" + entry.key + "\"", report_,
                  {"given", "expect", "columns", "rows", "because"});
    std::vector<Pair> given;
    std::vector<Pair> expected;
    for (const Entry& e : fields.map("given")) given.push_back({e.key, e.at, &e.value});
    const bool form = fields.maybe("expect") == nullptr || fields.maybe("expect")->kind == Node::Kind::map;
    for (const Entry& e : fields.map("expect")) expected.push_back({e.key, e.at, &e.value});
    const Node* columns = fields.maybe("columns");
    const Node* rows = fields.maybe("rows");
    fields.text("because");
    fields.done();
    if (!form) return;
    if ((columns == nullptr) != (rows == nullptr)) {
      report_.error(entry.at, "C005", "a table needs columns and rows, but one is missing",
                    "write columns: [users, stage] and rows: [[500, small], ...]");
      return;
    }
    if (columns != nullptr) return table(entry, *columns, *rows, given, expected, into);
    finish(entry.at, "", entry.key, given, expected, into);
  }

  void table(const Entry& entry, const Node& columns, const Node& rows, const std::vector<Pair>& given,
             const std::vector<Pair>& expected, CaseFile& into) {
    if (columns.kind != Node::Kind::list || rows.kind != Node::Kind::list) {
      const Node& wrong = columns.kind != Node::Kind::list ? columns : rows;
      report_.error(wrong.at, "C005", "columns and rows are lists",
                    "write columns: [users, stage] and rows: [[500, small], ...]");
      return;
    }
    bool good = !rows.items.empty();
    if (!good) report_.error(rows.at, "C001", "this table has no rows", "add one, or delete the table");
    for (const Node& column : columns.items) {
      // Every row would say the same thing again.
      good = good && (is_given(column.text) || expectations_.known(column.text, column.at));
    }
    if (!good) return;
    std::map<std::string, int> seen;
    for (const Node& row : rows.items) {
      if (row.kind != Node::Kind::list || row.items.size() != columns.items.size()) {
        report_.error(row.at, "C005",
                      "a row of \"" + entry.key + "\" has " + std::to_string(columns.items.size()) +
                          " values, but this one has " + std::to_string(row.items.size()),
                      "write [] around the row and ~ where nothing is given or expected");
        continue;
      }
      std::vector<Pair> row_given = given;
      std::vector<Pair> row_expected = expected;
      std::string name;
      for (std::size_t i = 0; i < row.items.size(); ++i) {
        const Node& column = columns.items[i];
        const bool gives = is_given(column.text);
        (gives ? row_given : row_expected).push_back({column.text, column.at, &row.items[i]});
        if (gives && row.items[i].kind == Node::Kind::scalar)
          name += (name.empty() ? "" : ", ") + column.text + " " + row.items[i].text;
      }
      if (name.empty()) name = "row";
      if (const int times = ++seen[name]; times > 1) name += ", " + std::to_string(times);
      finish(row.at, entry.key, name, row_given, row_expected, into);
    }
  }

  void no_twice(const std::vector<Pair>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto same = [&](const Pair& other) { return flag_name(other.name) == flag_name(all[i].name); };
      if (std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), same) ==
          all.begin() + static_cast<std::ptrdiff_t>(i))
        continue;
      report_.error(all[i].at, "C006", "\"" + all[i].name + "\" is set twice for one case",
                    "set it for the whole table, or in a column");
    }
  }

  void finish(const Mark& at, const std::string& table, const std::string& name,
              const std::vector<Pair>& given, const std::vector<Pair>& expected, CaseFile& into) {
    Case result;
    result.table = table;
    result.name = name;
    result.at = span_of(at);
    result.excerpt = line_of(at);
    no_twice(given);
    no_twice(expected);
    for (const Pair& pair : expected) expectations_.read(pair.name, pair.at, *pair.value, result.expected);
    const bool nothing = std::all_of(expected.begin(), expected.end(), [](const Pair& pair) {
      return pair.value->kind == Node::Kind::nothing;
    });
    if (nothing) report_.error(at, "C001", "this case expects nothing", "add expect: {stage: ...}");
    workload(at, given, result, faults_ < report_.found().size());
    into.cases.push_back(std::move(result));
  }

  static bool is_move_list(const std::string& name) { return name == "with" || name == "without"; }

  static void put(const Pair& pair, const Node& value, Case& into, std::vector<Given>& all) {
    const bool quote = value.text.find(' ') != std::string::npos;
    into.given += " --" + flag_name(pair.name) + (quote ? " '" : " ") + value.text + (quote ? "'" : "");
    all.push_back({pair.name, value.text, span_of(value.at), line_of(value.at), span_of(pair.at)});
  }

  /// `faulty`: whether something was wrong with the case before, so that what is missing is no news.
  void workload(const Mark& at, const std::vector<Pair>& given, Case& into, bool faulty) {
    std::vector<Given> all;
    for (const Pair& pair : given) {
      const Node& value = *pair.value;
      if (value.kind == Node::Kind::nothing) continue;
      if (is_move_list(pair.name) && value.kind == Node::Kind::list) {
        for (const Node& item : value.items) put(pair, item, into, all);
        continue;
      }
      if (value.kind != Node::Kind::scalar) {
        report_.error(value.at, "C003", "\"" + pair.name + "\" must be a single value",
                      "write " + pair.name + ": 50k");
        continue;
      }
      put(pair, value, into, all);
    }
    if (!into.given.empty()) into.given.erase(0, 1);
    const bool to_be_refused = std::any_of(into.expected.begin(), into.expected.end(), [](const auto& e) {
      return e.subject == Subject::error && e.word != "none";
    });
    try {
      into.workload = workload_of(program_, all);
    } catch (const Error& error) {
      for (Diagnostic fault : error.diagnostics()) {
        if (fault.code == "W004" && (faulty || error.diagnostics().size() > 1)) continue;
        if (fault.code == "W004") fault.hint = "write given: {" + fault.subject + ": ...}";
        if (fault.at.line == 0) {
          fault.at = span_of(at);
          fault.excerpt = line_of(at);
        }
        (to_be_refused ? into.refused : refused).push_back(std::move(fault));
      }
    }
  }

  const Program& program_;
  Report& report_;
  ExpectationReader expectations_;
  std::size_t faults_ = 0;  ///< in the report when the present case began
};

}  // namespace
}  // namespace read

NamedRules rules_of_cases(std::string_view text, const std::string& file) {
  read::Report report;
  const read::Node root = read::read_tree(text, file, report);
  report.stop_if_failed();
  const read::Node* rules = root.find("rules");
  if (rules == nullptr || rules->kind != read::Node::Kind::scalar || rules->text.empty()) {
    const auto meant = std::find_if(root.entries.begin(), root.entries.end(), [](const read::Entry& entry) {
      return entry.key != "rules" && !nearest(entry.key, {"rules"}).empty();
    });
    const bool near = rules == nullptr && meant != root.entries.end();
    report.error(rules != nullptr ? rules->at
                 : near           ? meant->at
                                  : root.at,
                 "C004", "this file names no rule set",
                 near ? "did you mean \"rules\"?"
                      : "begin with rules: NAME, a built-in rule set or the name of a file beside this one");
  }
  report.stop_if_failed();
  return {rules->text, read::span_of(rules->at), read::line_of(rules->at)};
}

CaseFile read_cases(const Program& program, std::string_view text, const std::string& file) {
  read::Report report;
  const read::Node root = read::read_tree(text, file, report);
  report.stop_if_failed();
  read::CaseReader reader(program, report);
  CaseFile result = reader.file(root, file);
  std::vector<Diagnostic> found = report.found();
  found.insert(found.end(), reader.refused.begin(), reader.refused.end());
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  // A value given for a whole table is refused once, not for each row.
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.at.line == b.at.line && a.at.column == b.at.column && a.code == b.code && a.message == b.message;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  if (report.failed() || !reader.refused.empty()) throw Error(std::move(found));
  return result;
}

}  // namespace scaleplan
