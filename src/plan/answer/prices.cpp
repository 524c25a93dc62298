// Goes through the lines of a bill: each price that one of them reads counts where the line is not zero.
#include "prices.hpp"

#include <algorithm>

#include "evaluate/reached.hpp"

namespace scaleplan::plan {
namespace {

class Remarks {
 public:
  Remarks(const Evaluation& from, Recommendation& answer)
      : program_(*answer.program),
        from_(from),
        answer_(answer),
        stage_(as_index(answer.shown)),
        reached_(program_, from, 0) {
    for (const ComponentResult& component : answer.topology) {
      for (const BillLine& line : component.bill) reached_.by(line.line->usd_per_second);
    }
  }

  void all() {
    for (const ComponentResult& component : answer_.topology) {
      size(component);
      for (const BillLine& line : component.bill) {
        if (line.usd_per_month == 0) continue;
        for (const std::int32_t index : line.line->figures)
          figure(component, program_.figures[as_index(index)]);
      }
    }
  }

 private:
  void date(Text as_of) {
    if (as_of.empty()) return;
    Text& oldest = answer_.prices_as_of;
    oldest = oldest.empty() ? as_of : std::min(oldest, as_of);
  }

  void size(const ComponentResult& component) {
    date(component.price_as_of);
    const PriceNote* note = component.price_note;
    if (note == nullptr) return;
    answer_.price_remarks.push_back(
        {component.component, {}, note->estimated, note->because, component.price_as_of});
  }

  void figure(const ComponentResult& component, const TableFigure& figure) {
    const Register at = figure.by_stage[stage_];
    // One that is the same for every workload leaves no trace in the bill but its value.
    if (program_.code[as_index(at)].op != Op::constant && !reached_.has(at)) return;
    date(figure.as_of);
    if (figure.estimated.empty() || figure.chosen[stage_] == none) return;
    if (figure.estimated[static_cast<std::size_t>(from_.at(figure.chosen[stage_], 0))] == 0) return;
    const auto& known = answer_.price_remarks;
    if (std::any_of(known.begin(), known.end(),
                    [&](const PriceRemark& one) { return one.figure == figure.id; }))
      return;
    answer_.price_remarks.push_back({component.component, figure.id, true, figure.because, figure.as_of});
  }

  const Program& program_;
  const Evaluation& from_;
  Recommendation& answer_;
  std::size_t stage_;
  Reached reached_;
};

}  // namespace

void remark_prices(const Evaluation& from, Recommendation& answer) { Remarks(from, answer).all(); }

}  // namespace scaleplan::plan
