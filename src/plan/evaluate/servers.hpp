// How many servers keep a queue short: Erlang C.
#pragma once

namespace scaleplan::plan {

/// Servers needed so that the mean wait is at most `wait` (s) at `rate` (1/s) and `time` (s) of work each;
/// exact by Erlang C up to 1,000 servers, by square-root staffing above.
double servers_needed(double rate, double time, double wait);

}  // namespace scaleplan::plan
