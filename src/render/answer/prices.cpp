// Says which list the prices of a bill are from, and which of them no list gives.
#include <fmt/format.h>

#include <algorithm>

#include "ids.hpp"
#include "sentences.hpp"

namespace scaleplan::render {
namespace {

bool alike(const PriceRemark& a, const PriceRemark& b) {
  return a.figure.empty() && b.figure.empty() && a.because == b.because && a.estimated == b.estimated;
}

const PriceRemark& first_like(const Recommendation& answer, const PriceRemark& remark) {
  return *std::find_if(answer.price_remarks.begin(), answer.price_remarks.end(),
                       [&](const PriceRemark& one) { return alike(one, remark); });
}

/// "web, workers": the components whose sizes have the same remark.
std::string like(const Recommendation& answer, const PriceRemark& remark) {
  std::string names;
  for (const PriceRemark& one : answer.price_remarks) {
    if (alike(one, remark)) names += (names.empty() ? "" : ", ") + std::string(one.component->id);
  }
  return names;
}

}  // namespace

std::string prices_sentence(const Recommendation& answer) {
  const Program& program = *answer.program;
  std::string text;
  for (const std::int32_t chooses : program.price_inputs) {
    const InputValue& list = answer.inputs[as_index(chooses)];
    text += fmt::format("{} {}, ", flag_name(list.input->id), value_text(*list.input, list.value));
  }
  text += "list prices";
  if (!answer.prices_as_of.empty()) text += fmt::format(" of {} or later", answer.prices_as_of);
  text += (program.prices_word.empty() ? "" : ", " + std::string(program.prices_word)) + ".";
  std::string figures;
  for (const PriceRemark& one : answer.price_remarks) {
    if (!one.figure.empty()) {
      figures += (figures.empty() ? "" : ", ") + std::string(one.figure);
    } else if (&one == &first_like(answer, one)) {
      text += fmt::format(" {} of {}: {}.", one.estimated ? "Estimated price" : "Price", like(answer, one),
                          one.because);
    }
  }
  if (!figures.empty()) text += fmt::format(" Estimated: {}; scaleplan explain says by which rule.", figures);
  return text;
}

}  // namespace scaleplan::render
