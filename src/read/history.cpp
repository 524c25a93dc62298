// Reads a history of users: lines of date,users, oldest first.
#include <charconv>
#include <optional>

#include "numbers.hpp"
#include "scaleplan/rules.hpp"

namespace scaleplan {
namespace {

/// The whole number in `text`, or nothing.
std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Days from the first of March of the year 0 to 2026-03 or 2026-03-15, or nothing.
std::optional<double> days_of(std::string_view text) {
  if (text.size() != 7 && text.size() != 10) return std::nullopt;
  if (text[4] != '-' || (text.size() == 10 && text[7] != '-')) return std::nullopt;
  const auto year = whole_number(text.substr(0, 4));
  const auto month = whole_number(text.substr(5, 2));
  const auto day = text.size() == 10 ? whole_number(text.substr(8, 2)) : std::optional(1);
  if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12 || *day < 1 || *day > 31)
    return std::nullopt;
  // Years that begin in March end with the leap day.
  const int from_march = (*month + 9) % 12;
  const int years = *month < 3 ? *year - 1 : *year;
  const int leap_days = years / 4 - years / 100 + years / 400;
  const int days = 365 * years + leap_days + (from_march * 306 + 5) / 10 + *day - 1;
  return static_cast<double>(days);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\"");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1);
}

class HistoryReader {
 public:
  HistoryReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  std::vector<HistoryPoint> all() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      ++line_;
      if (const auto row = text_.substr(at, end - at); !trimmed(row).empty()) one(row);
      at = end + 1;
    }
    if (found_.empty() && points_.size() < 2) {
      line_ = 0;
      fault({}, 0, 0, points_.empty() ? "the history is empty" : "a history of one day shows no growth",
            "write at least two lines of date,users, such as 2026-01-31,1200");
    }
    if (!found_.empty()) throw Error(std::move(found_));
    return std::move(points_);
  }

 private:
  void fault(std::string_view row, std::size_t column, std::size_t length, std::string message,
             std::string hint) {
    Diagnostic fault;
    fault.code = "W009";
    fault.at = {file_, line_, line_ == 0 ? 0 : static_cast<int>(column) + 1,
                std::max(1, static_cast<int>(length))};
    fault.message = std::move(message);
    fault.hint = std::move(hint);
    fault.excerpt = std::string(row.substr(0, row.find('\r')));
    found_.push_back(std::move(fault));
  }

  void one(std::string_view row) {
    const std::size_t comma = std::min(row.find(','), row.size());
    const std::string_view date = trimmed(row.substr(0, comma));
    const std::string_view users = comma < row.size() ? trimmed(row.substr(comma + 1)) : std::string_view();
    const auto days = days_of(date);
    if (!days) {
      if (line_ == 1 && date.find_first_of("0123456789") == std::string_view::npos) return;  // a heading
      return fault(row, 0, comma, "\"" + std::string(date) + "\" is not a date",
                   "write year-month-day, such as 2026-01-31");
    }
    const double count = read_number(users).value_or(0);
    if (count <= 0 || count >= 1e15) {
      return fault(row, std::min(comma + 1, row.size()), users.size(),
                   "\"" + std::string(users) + "\" is not a number of users above 0",
                   "write a plain number, such as 1200");
    }
    if (!points_.empty() && *days <= points_.back().days) {
      return fault(row, 0, comma, "this date is not after the one before it",
                   "sort the lines, oldest first, one for each date");
    }
    points_.push_back({*days, count});
  }

  std::string_view text_;
  std::string file_;
  int line_ = 0;
  std::vector<HistoryPoint> points_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<HistoryPoint> read_history(std::string_view text, const std::string& file) {
  return HistoryReader(text, file).all();
}

}  // namespace scaleplan
