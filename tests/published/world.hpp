// Published architectures held against the ladder: a case's facts, what the program answers, how far apart
// they are.
#pragma once

#include <string>
#include <vector>

namespace scaleplan::test {

/// One published architecture; what its source does not say is empty, or -1.
struct PublishedCase {
  std::string id;
  std::string system;
  std::string counts;  ///< the kind of its users; `unsaid`
  std::string database;
  std::string cache;
  std::string why;  ///< the reason for a miss
  std::string source;
  double users = 0;
  double peak_rps = -1;
  double web = -1;
  double vcpu = -1, memory = -1;  ///< of all web servers, memory in GiB
  std::string app_kind;
  int available = -1;  ///< 1 yes, 0 no
  int balancer = -1;
  int cdn = -1;
  int nosql = -1;
  bool graded = true;  ///< false when the source does not tie the layout to the users
};

/// The stages, from first to last, that a published layout may be: what is not said leaves them open.
struct Span {
  int first = 0;
  int last = 0;
};

/// A case beside the program's answer.
struct Held {
  PublishedCase published;
  std::vector<std::string> flags;
  Span layout;
  int stage = -1;                 ///< the recommendation
  double servers = -1;            ///< machines of its web tier
  double vcpu = -1, memory = -1;  ///< of them together, memory in GiB
  /// Stages between the answer and the layout; 0 when the answer is one the layout may be.
  [[nodiscard]] int distance() const;
  /// The answer's vCPUs of the web tier over the published ones; 0 when the source names no machine.
  [[nodiscard]] double power() const;
  /// The same of memory.
  [[nodiscard]] double room() const;
  /// How many times one count of web servers is the other; 0 when the source states none.
  [[nodiscard]] double factor() const;
};

/// Whether one of two figures is at most three times the other, by their quotient.
bool within_three(double quotient);

/// The cases of tests/published/cases.yaml, in file order.
std::vector<PublishedCase> published_cases();

/// The stages a layout may be, by the marks of the default ladder.
Span layout_of(const PublishedCase& published);

/// Asks the program each case as a person would, from the command line.
std::vector<Held> held_against_the_world();

/// The table of README.md: how many agree, and each miss with its reason.
std::string table_of_misses(const std::vector<Held>& held);

/// Every graded case, one row each, for tests/published/README.md.
std::string table_of_cases(const std::vector<Held>& held);

}  // namespace scaleplan::test
