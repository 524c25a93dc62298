// Workloads as columns: what was given, and what was not.
#include "scaleplan/evaluate.hpp"

#include <numeric>

namespace scaleplan {

Block::Block(std::size_t columns, std::size_t lanes)
    : columns_(columns), lanes_(lanes), values_(columns * lanes), given_(columns * lanes) {}

Block::Block(const Block& from, std::span<const std::size_t> times)
    : columns_(from.columns_), lanes_(std::accumulate(times.begin(), times.end(), std::size_t{0})) {
  values_.reserve(columns_ * lanes_);
  given_.reserve(columns_ * lanes_);
  for (std::size_t column = 0; column < columns_; ++column) {
    for (std::size_t lane = 0; lane < times.size(); ++lane) {
      const std::size_t at = column * from.lanes_ + lane;
      values_.insert(values_.end(), times[lane], from.values_[at]);
      given_.insert(given_.end(), times[lane], from.given_[at]);
    }
  }
}

Block Block::repeated(const Block& from, std::size_t lanes) { return {from, std::span(&lanes, 1)}; }

void Block::give(std::size_t column, std::size_t lane, double value) {
  values_[column * lanes_ + lane] = value;
  given_[column * lanes_ + lane] = 1;
}

void Block::forget(std::size_t column, std::size_t lane) {
  values_[column * lanes_ + lane] = 0;
  given_[column * lanes_ + lane] = 0;
}

void Block::copy(std::size_t to, const Block& from, std::size_t lane) {
  std::size_t there = to, here = lane;
  for (std::size_t column = 0; column < columns_; ++column, there += lanes_, here += from.lanes_) {
    values_[there] = from.values_[here];
    given_[there] = from.given_[here];
  }
}

}  // namespace scaleplan
