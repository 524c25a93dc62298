// Reads what a person gave, from flags and workload files, into a block of one workload.
#include <algorithm>
#include <cmath>
#include <optional>

#include "formulas/units.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "scaleplan/rules.hpp"
#include "texts/separators.hpp"
#include "texts/tree.hpp"

namespace scaleplan {
namespace {

using read::Literal;
using read::Units;

/// A number with an SI suffix where it is large: 0.5, 100, 10k, 1G.
std::string short_number(double value) {
  std::string suffix;
  for (const auto& [factor, letter] : {std::pair{1e9, "G"}, {1e6, "M"}, {1e3, "k"}}) {
    if (value < factor || value / factor != std::floor(value / factor)) continue;
    value /= factor;
    suffix = letter;
    break;
  }
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + suffix;
}

class WorkloadReader {
 public:
  explicit WorkloadReader(const Program& program)
      : program_(program), block_(static_cast<std::size_t>(program.columns), 1) {
    std::vector<std::string> counted(program.units.begin(), program.units.end());
    units_ = Units(std::move(counted));
    tried_.resize(program.inputs.size());
  }

  void give(const Given& given) {
    const std::string name = formula_id(given.name);
    if (name == "with" || name == "without") return move(given, name == "with");
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      if (program_.inputs[i].id != name) continue;
      tried_[i] = true;
      return value(given, program_.inputs[i], i);
    }
    std::vector<std::string> known;
    for (const Input& input : program_.inputs) known.push_back(flag_name(input.id));
    std::string near = other_name(program_.inputs, flag_name(name), given.value);
    if (!near.empty()) {
      for (std::size_t i = 0; i < program_.inputs.size(); ++i)
        tried_[i] = tried_[i] || near.starts_with(flag_name(program_.inputs[i].id) + ":");
    } else {
      near = nearest(flag_name(name), known);
    }
    // It is not missing too.
    for (std::size_t i = 0; i < program_.inputs.size(); ++i)
      tried_[i] = tried_[i] || flag_name(program_.inputs[i].id) == near;
    Given named = given;
    if (named.named_at.line > 0) named.at = named.named_at;
    fault(named, "W001", "unknown input \"" + given.name + "\"",
          did_you_mean(near, "scaleplan recommend --help lists the inputs of this rule set"));
  }

  Asked finish() {
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const Input& input = program_.inputs[i];
      if (!input.required || block_.given(i, 0) || tried_[i]) continue;
      const auto given = [&](std::int32_t other) { return block_.given(static_cast<std::size_t>(other), 0); };
      const bool derived = std::any_of(input.instead.begin(), input.instead.end(), [&](const auto& way) {
        return std::all_of(way.begin(), way.end(), given);
      });
      if (derived) continue;
      std::string hint = "give --" + flag_name(input.id) + " N";
      for (const auto& way : input.instead) {
        for (std::size_t k = 0; k < way.size(); ++k)
          hint += (k == 0 ? " or --" : " and --") + flag_name(program_.inputs[as_index(way[k])].id) + " N";
      }
      fault({std::string(input.id), {}, {}, {}, {}}, "W004",
            flag_name(input.id) + " is required: " + std::string(input.help), hint);
      found_.back().subject = flag_name(input.id);
    }
    if (!found_.empty()) throw Error(std::move(found_));
    return {std::move(block_), std::move(ranges_)};
  }

 private:
  void fault(const Given& given, std::string code, std::string message, std::string hint) {
    found_.push_back(
        {std::move(code), Severity::error, given.at, std::move(message), std::move(hint), given.excerpt});
  }

  /// Takes a move early, or switches it off.
  void move(const Given& given, bool with) {
    for (const Move& move : program_.moves) {
      if (move.id != given.value) continue;
      const auto column = static_cast<std::size_t>(move.input);
      if (block_.given(column, 0) && (block_.value(column, 0) != 0) != with)
        return fault(given, "W010", "\"" + given.value + "\" is asked for and switched off", "name it once");
      return block_.give(column, 0, with ? 1 : 0);
    }
    std::vector<std::string> known;
    for (const Move& move : program_.moves) known.emplace_back(move.id);
    const std::string near = nearest(given.value, known);
    std::string all;
    for (const std::string& one : known) all += (all.empty() ? "known: " : ", ") + one;
    fault(given, "W006", "\"" + given.value + "\" is not a move of this rule set", did_you_mean(near, all));
  }

  void value(const Given& given, const Input& input, std::size_t column) {
    if (input.type == InputType::choice) return choice(given, input, column);
    if (input.type == InputType::yes_no) return yes_no(given, column);
    ranges_.erase(std::remove_if(ranges_.begin(), ranges_.end(),
                                 [&](const InputRange& r) { return r.input == column; }),
                  ranges_.end());
    if (given.value.find("..") != std::string::npos) return range(given, input, column);
    if (const auto value = number(given, given.value, input)) block_.give(column, 0, *value);
  }

  /// `low..high` or `low..likely..high`.
  void range(const Given& given, const Input& input, std::size_t column) {
    std::vector<double> values;
    std::size_t from = 0;
    while (from != std::string::npos) {
      const std::size_t dots = given.value.find("..", from);
      const auto value = number(given, given.value.substr(from, dots - from), input);
      if (!value) return;
      values.push_back(*value);
      from = dots == std::string::npos ? dots : dots + 2;
    }
    const std::string hint = "write low..high or low..likely..high, such as 30k..80k";
    if (values.size() > 3)
      return fault(given, "W002", "\"" + given.value + "\" has more than three values", hint);
    if (!std::is_sorted(values.begin(), values.end()))
      return fault(given, "W008", "the range \"" + given.value + "\" is reversed", hint);
    const double low = values.front();
    const double high = values.back();
    const double likely = values.size() == 3 ? values[1] : rounded_middle(low, high, input.unit.factor);
    ranges_.push_back({column, low, likely, high, true});
    block_.give(column, 0, likely);
  }

  /// The middle to three digits, as long as it stays inside.
  static double rounded_middle(double low, double high, double factor) {
    const double middle = middle_of(low, high) / factor;
    double step = 1;
    while (std::abs(middle) >= step * 1000) step *= 10;
    while (std::abs(middle) < step * 100 && step > 1e-9) step /= 10;
    const double rounded = std::floor(middle / step + 0.5) * step * factor;
    return rounded >= low && rounded <= high ? rounded : middle * factor;
  }

  /// The value in `written`, or nothing when that is a fault.
  std::optional<double> number(const Given& given, const std::string& written, const Input& input) {
    std::string_view text = written;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto literal = read::literal_at(text, units_);
    const std::string name = flag_name(input.id);
    const std::string unit(input.unit.text);
    if (!literal || literal->length != text.size()) {
      const std::string plain = read::without_separators(written);
      fault(given, "W002", "\"" + written + "\" is not a value of " + name,
            !plain.empty()
                ? plain
                : "write a number" + (unit == "ratio" ? std::string(", such as 0.5 or 50%")
                                                      : " in " + unit + ", such as 50, 1.5k or 2 " + unit));
      return std::nullopt;
    }
    if (const std::string plain = read::without_separators(written); !plain.empty()) {
      const std::string point = written.substr(0, written.find('.'));
      fault(given, "W002", "\"" + written + "\" is " + point + " to some, and thousands to others",
            plain + ", or " + point);
      return std::nullopt;
    }
    if (literal->has_unit && literal->measure.dimension != input.dimension) {
      fault(given, "W002",
            "\"" + written + "\" is in " + units_.spell(literal->measure.dimension) + ", but " + name +
                " is in " + unit,
            "leave the unit out, or use one that fits");
      return std::nullopt;
    }
    const double factor = literal->has_unit ? literal->measure.factor : input.unit.factor;
    const double amount = (negative ? -1 : 1) * literal->number * factor;
    if (amount < input.low || amount > input.high) {
      const bool percent = !literal->has_unit && unit == "ratio" && amount > input.high &&
                           amount / 100 >= input.low && amount / 100 <= input.high;
      fault(given, "W003", "\"" + written + "\" is out of range for " + name,
            percent ? "did you mean " + written + "%?" : "accepted: " + accepted_values(input));
      return std::nullopt;
    }
    return amount;
  }

  void choice(const Given& given, const Input& input, std::size_t column) {
    for (std::size_t i = 0; i < input.values.size(); ++i) {
      if (input.values[i] == given.value) return block_.give(column, 0, static_cast<double>(i));
    }
    const std::vector<std::string> known(input.values.begin(), input.values.end());
    const std::string near = nearest(given.value, known);
    std::string all;
    for (const std::string& value : known) all += (all.empty() ? "known: " : ", ") + value;
    fault(given, "W005", "\"" + given.value + "\" is not a value of " + flag_name(input.id),
          did_you_mean(near, all));
  }

  void yes_no(const Given& given, std::size_t column) {
    const bool yes = given.value == "yes" || given.value == "true";
    if (!yes && given.value != "no" && given.value != "false") {
      return fault(given, "W002", "\"" + given.value + "\" is not a value of " + given.name,
                   "write yes or no");
    }
    block_.give(column, 0, yes ? 1 : 0);
  }

  const Program& program_;
  Block block_;
  Units units_;
  std::vector<InputRange> ranges_;
  std::vector<bool> tried_;  ///< inputs that were given, well or badly
  std::vector<Diagnostic> found_;
};

}  // namespace

std::string accepted_values(const Input& input) {
  if (input.type == InputType::yes_no) return "yes, no";
  if (input.type == InputType::choice) {
    std::string all;
    for (const auto value : input.values) all += (all.empty() ? "" : ", ") + std::string(value);
    return all;
  }
  const bool percent = input.unit.text == "ratio" && input.high <= 1;
  const double factor = percent ? 0.01 : input.unit.factor;
  const std::string unit = percent                      ? "%"
                           : input.unit.text == "ratio" ? ""
                                                        : " " + std::string(input.unit.text);
  return short_number(input.low / factor) + " to " + short_number(input.high / factor) + unit;
}

std::vector<Given> read_workload(std::string_view text, const std::string& file) {
  read::Report report;
  const read::Node root = read::read_tree(text, file, report);
  std::vector<Given> all;
  if (root.kind != read::Node::Kind::map && !report.failed()) {
    report.error(root.at, "W007", "a workload file holds name: value pairs", "write users: 50k");
  }
  const auto put = [&](const read::Entry& entry, const read::Node& value) {
    const auto& at = value.at;
    const auto& key = entry.at;
    const std::string line =
        at.text != nullptr && at.line > 0 ? at.text->lines[static_cast<std::size_t>(at.line) - 1] : "";
    all.push_back({entry.key,
                   value.text,
                   {file, at.line, at.column, at.length},
                   line,
                   {file, key.line, key.column, key.length}});
  };
  const auto scalar = [](const read::Node& node) { return node.kind == read::Node::Kind::scalar; };
  for (const read::Entry& entry : root.entries) {
    const bool moves = entry.key == "with" || entry.key == "without";
    const auto& items = entry.value.items;
    if (scalar(entry.value)) {
      put(entry, entry.value);
    } else if (moves && !items.empty() && std::all_of(items.begin(), items.end(), scalar)) {
      for (const read::Node& item : items) put(entry, item);
    } else {
      report.error(entry.value.at, "W007", "\"" + entry.key + "\" must be a single value",
                   moves ? "write " + entry.key + ": [one, another]" : "write " + entry.key + ": 50k");
    }
  }
  report.stop_if_failed();
  return all;
}

Asked asked_workload(const Program& program, const std::vector<Given>& given) {
  WorkloadReader reader(program);
  for (const Given& one : given) reader.give(one);
  return reader.finish();
}

Block workload_of(const Program& program, const std::vector<Given>& given) {
  return asked_workload(program, given).workload;
}

}  // namespace scaleplan
