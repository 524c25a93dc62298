// Lays out the variations of a workload as lanes of one block.
#include "lanes.hpp"

namespace scaleplan::plan {
namespace {

/// Keeps only what the book knows of; a required input that was derived is given as it was derived.
void keep_book(const Program& program, const Evaluation& now, Block& block, std::size_t lane) {
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (!program.inputs[i].of_book) block.forget(i, lane);
  }
  for (const Move& move : program.moves) block.forget(static_cast<std::size_t>(move.input), lane);
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (!program.inputs[i].required || block.given(i, lane)) continue;
    block.give(i, lane, now.at(program.inputs[i].value, 0));
  }
}

}  // namespace

Lanes variations(const Program& program, const Block& workload, const Evaluation& now, Columns matter) {
  Lanes lanes;
  std::size_t count = 1;
  lanes.book = count++;
  const Readings& readings = program.readings;
  const bool counted = program.growing < 0 || workload.given(as_index(program.growing), 0);
  if (readings.input >= 0 && counted && !workload.given(as_index(readings.input), 0)) {
    lanes.readings = count;
    count += readings.values.size();
  }
  lanes.of_input.resize(program.inputs.size());
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (workload.given(i, 0) || !program.inputs[i].has_published || (matter & bit_of(i)) == 0) continue;
    lanes.of_input[i] = count;
    count += 2;
  }
  lanes.block = Block::repeated(workload, count);
  keep_book(program, now, lanes.block, lanes.book);
  for (std::size_t i = 0; lanes.readings != 0 && i < readings.values.size(); ++i)
    lanes.block.give(as_index(readings.input), lanes.readings + i, static_cast<double>(readings.values[i]));
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    if (lanes.of_input[i] == 0) continue;
    lanes.block.give(i, lanes.of_input[i], program.inputs[i].published_low);
    lanes.block.give(i, lanes.of_input[i] + 1, program.inputs[i].published_high);
  }
  return lanes;
}

}  // namespace scaleplan::plan
