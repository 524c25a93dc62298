// Keeps the texts and numbers that a program points into.
#pragma once

#include <algorithm>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan::read {

class Texts {
 public:
  /// The same text, owned here; equal texts are kept once.
  std::string_view keep(std::string_view text) {
    const auto found = known_.find(text);
    if (found != known_.end()) return *found;
    kept_.emplace_back(text);
    return *known_.insert(kept_.back()).first;
  }
  /// The list, owned here; equal lists are kept once.
  Citations keep(const std::vector<Citation>& list) {
    const auto same = [&](const std::vector<Citation>& kept) {
      return std::equal(kept.begin(), kept.end(), list.begin(), list.end(),
                        [](const Citation& a, const Citation& b) { return a.label == b.label; });
    };
    auto found = std::find_if(citations_.begin(), citations_.end(), same);
    if (found == citations_.end()) found = citations_.insert(citations_.end(), list);
    return Citations(*found);
  }
  std::span<const double> keep(std::vector<double> numbers) {
    numbers_.push_back(std::move(numbers));
    return numbers_.back();
  }
  std::span<const std::int32_t> keep(std::vector<std::int32_t> numbers) {
    integers_.push_back(std::move(numbers));
    return integers_.back();
  }
  std::span<const Instruction> keep(std::vector<Instruction> code) {
    code_.push_back(std::move(code));
    return code_.back();
  }

 private:
  std::deque<std::string> kept_;
  std::unordered_set<std::string_view> known_;
  std::deque<std::vector<Citation>> citations_;
  std::deque<std::vector<double>> numbers_;
  std::deque<std::vector<std::int32_t>> integers_;
  std::deque<std::vector<Instruction>> code_;
};

}  // namespace scaleplan::read
