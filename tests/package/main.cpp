// Ten lines that use the library: the stage for ten thousand users.
#include <iostream>

#include "scaleplan/recommend.hpp"
#include "scaleplan/rules.hpp"

int main() {
  const scaleplan::Program program = scaleplan::load_rules("aws");
  const scaleplan::Block question = scaleplan::workload_of(program, {{"users", "10k", {}, {}}});
  const scaleplan::Recommendation answer = scaleplan::recommend(program, question);
  std::cout << answer.stages[static_cast<std::size_t>(answer.chosen)].stage->id << "\n";
}
