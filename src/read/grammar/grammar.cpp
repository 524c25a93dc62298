// The whole language: the sections of its parts together, and the functions of formulas.
#include "scaleplan/grammar.hpp"

#include <algorithm>
#include <vector>

#include "sections.hpp"

namespace scaleplan {
namespace {

constexpr std::array functions = {
    Function{"min", "min(a, b, ...)", "the smallest; all in one dimension", "min(3 GiB, 2 GiB)", "2 GiB"},
    Function{"max", "max(a, b, ...)", "the largest; all in one dimension", "max(20, 30, 10)", "30"},
    Function{"ceil", "ceil(x)", "the next whole number up, in the engine's units (s, B, USD)", "ceil(2.1)",
             "3"},
    Function{"floor", "floor(x)", "the next whole number down, in the engine's units", "floor(2.9)", "2"},
    Function{"round", "round(x)", "the nearest whole number, in the engine's units", "round(2.6)", "3"},
    Function{"sqrt", "sqrt(x)", "the square root; the dimension of x must be a square", "sqrt(9)", "3"},
    Function{"clamp", "clamp(x, low, high)", "x, but at least low and at most high; all in one dimension",
             "clamp(50 ms, 100 ms, 200 ms)", "100 ms"},
    Function{"given", "given(input)",
             "whether a person gave this input; its name only, not a formula. Choices and yes/no too", "",
             ""},
    Function{"parallel", "parallel(outage, n)", "outage when n of it must fail together: outage to the nth",
             "parallel(1%, 2)", "0.01%"},
    Function{"tiers", "tiers(x, upto1, price1, ..., price_n)",
             "what x costs where each part of it has its own price, as price lists do",
             "tiers(15 GiB, 10 GiB, $2/GiB, $1/GiB)", "$25"},
    Function{"servers", "servers(rate, time, wait)",
             "how many servers a queue needs so that the mean wait stays under wait (Erlang C)",
             "servers(10 /s, 0.5 s, 0.1 s)", "7"},
};

constexpr std::array common = {
    Key{"lint", Form::texts, "findings of `rules lint` that are accepted here, each with the reason",
        "{L011: availability leads here}"},
    Key{"note", Form::text, "for readers of the file; answers do not show it", "measured on one machine"},
    Key{"after", Form::text, "in a file that extends: the id behind which this one goes; ~ puts it first",
        "web"},
    Key{"replace", Form::one_of, "in a file that extends: nothing stays of the map that this one changes",
        "yes", "yes true"},
};

}  // namespace

std::span<const Section> rule_sections() {
  static const std::vector<Section> all = [] {
    std::vector<Section> together;
    for (const auto part : {read::heading_sections(), read::figure_sections(), read::component_sections(),
                            read::ladder_sections(), read::recognition_sections()})
      together.insert(together.end(), part.begin(), part.end());
    return together;
  }();
  return all;
}

const Section* section(std::span<const Section> sections, std::string_view id) {
  const auto found =
      std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.id == id; });
  return found == sections.end() ? nullptr : &*found;
}

std::span<const Key> common_keys() { return common; }

std::span<const Function> rule_functions() { return functions; }

}  // namespace scaleplan
