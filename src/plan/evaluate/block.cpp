// Workloads as columns: what was given, and what was not.
#include "scaleplan/evaluate.hpp"

namespace scaleplan {

Block::Block(std::size_t columns, std::size_t lanes)
    : columns_(columns), lanes_(lanes), values_(columns * lanes), given_(columns * lanes) {}

void Block::give(std::size_t column, std::size_t lane, double value) {
  values_[column * lanes_ + lane] = value;
  given_[column * lanes_ + lane] = 1;
}

void Block::forget(std::size_t column, std::size_t lane) {
  values_[column * lanes_ + lane] = 0;
  given_[column * lanes_ + lane] = 0;
}

void Block::copy(std::size_t to, const Block& from, std::size_t lane) {
  for (std::size_t column = 0; column < columns_; ++column) {
    values_[column * lanes_ + to] = from.values_[column * from.lanes_ + lane];
    given_[column * lanes_ + to] = from.given_[column * from.lanes_ + lane];
  }
}

}  // namespace scaleplan
