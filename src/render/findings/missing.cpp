// The error that prices are missing: which, who needs them, and the rules to fill in.
#include "scaleplan/missing.hpp"

#include <algorithm>
#include <map>

namespace scaleplan {
namespace {

std::string listed(const std::vector<Text>& words) {
  std::string all;
  for (const Text word : words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

/// "region is me-south-1 and commitment is 1y"
std::string condition(const std::vector<Chosen>& where) {
  std::string all;
  for (const Chosen& one : where)
    all += (all.empty() ? "" : " and ") + std::string(one.by) + " is " + std::string(one.value);
  return all;
}

std::string name(const MissingPrice& one) {
  const std::string what =
      one.figure.empty() ? "catalogue " + std::string(one.catalog) : std::string(one.figure);
  return one.components.empty() ? what : what + " (" + listed(one.components) + ")";
}

/// A price to be filled in, below the values that choose it.
std::string open_price(const MissingPrice& one, const std::string& unit) {
  std::string text = unit.starts_with('$') ? "$?" + unit.substr(1) : "? " + unit;
  for (std::size_t i = one.choices.size(); i-- > 0;)
    text = "{" + std::string(one.choices[i].value) + ": " + text + "}";
  return text;
}

/// The rules that would give all of them, each price left open.
std::string rules_for(const std::vector<MissingPrice>& missing) {
  std::string catalogs, tables;
  for (const MissingPrice& one : missing) {
    if (one.catalog.empty()) continue;
    catalogs += "  " + std::string(one.catalog) + ":\n    rows:\n";
    for (const Text row : one.rows)
      catalogs += "      " + std::string(row) + ": {price: " + open_price(one, "$/h") + "}\n";
  }
  std::map<std::string, std::string> rows;  // by table
  for (const MissingPrice& one : missing) {
    const std::size_t dot = one.figure.find('.');
    if (one.figure.empty()) continue;
    rows[std::string(one.figure.substr(0, dot))] += "    " + std::string(one.figure.substr(dot + 1)) + ": " +
                                                    open_price(one, std::string(one.unit)) + "\n";
  }
  for (const auto& [table, lines] : rows) tables += "  " + table + ":\n" + lines;
  return (catalogs.empty() ? "" : "catalogs:\n" + catalogs) + (tables.empty() ? "" : "tables:\n" + tables);
}

}  // namespace

Error missing_prices_error(const std::vector<MissingPrice>& missing) {
  std::vector<Diagnostic> found;
  for (const MissingPrice& one : missing) {
    const std::string code = "W011";
    const std::string message = "no price where " + condition(one.where) + ": ";
    const auto same = std::find_if(found.begin(), found.end(), [&](const Diagnostic& known) {
      return known.message.starts_with(message);
    });
    if (same != found.end()) {
      same->message += ", " + name(one);
    } else {
      Diagnostic fault;
      fault.code = code;
      fault.message = message + name(one);
      found.push_back(std::move(fault));
    }
  }
  found.back().hint = "give them in a rule file that extends this one; of a catalogue one row is enough:";
  found.back().paste = rules_for(missing);
  return Error(std::move(found));
}

}  // namespace scaleplan
