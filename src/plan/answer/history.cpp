// Fits steady growth to a history of users.
#include <algorithm>
#include <cmath>

#include "evaluate/logarithm.hpp"
#include "scaleplan/roadmap.hpp"

namespace scaleplan {

GrowthModel fit_growth(const std::vector<HistoryPoint>& history) {
  constexpr double days_a_month = seconds_a_month / 86400;
  const auto count = static_cast<double>(history.size());
  double mean_time = 0;
  double mean_log = 0;
  for (const HistoryPoint& point : history) {
    mean_time += point.days / days_a_month / count;
    mean_log += plan::natural_log(point.users) / count;
  }
  double along = 0;
  double across = 0;
  for (const HistoryPoint& point : history) {
    const double time = point.days / days_a_month - mean_time;
    along += time * time;
    across += time * (plan::natural_log(point.users) - mean_log);
  }
  const double slope = across / along;
  double squares = 0;
  for (const HistoryPoint& point : history) {
    const double fitted = mean_log + slope * (point.days / days_a_month - mean_time);
    const double off = plan::natural_log(point.users) - fitted;
    squares += off * off;
  }
  GrowthModel growth;
  growth.share = plan::exponential(slope) - 1;
  growth.fit_error = plan::exponential(std::sqrt(squares / count)) - 1;
  return growth;
}

}  // namespace scaleplan
