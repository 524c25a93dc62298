// Erlang C: the least number of servers that keeps the mean wait below a bound.
#include "servers.hpp"

#include <algorithm>
#include <cmath>

namespace scaleplan::plan {

double servers_needed(double rate, double time, double wait) {
  constexpr double exact_up_to = 1000;
  const double load = rate * time;  // mean number busy
  if (!(load > 0)) return 0;
  double blocked = 1;  // Erlang B, built up one server at a time
  for (double n = 1; n <= exact_up_to; n += 1) {
    blocked = load * blocked / (n + load * blocked);
    if (n <= load) continue;
    const double waiting = n * blocked / (n - load * (1 - blocked));  // Erlang C: share that waits
    if (waiting * time / (n - load) <= wait) return n;
  }
  return std::max(exact_up_to + 1, std::ceil(load + std::sqrt(load)));
}

}  // namespace scaleplan::plan
