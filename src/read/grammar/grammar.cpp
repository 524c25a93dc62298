// The whole language: the sections of its parts together.
#include "scaleplan/grammar.hpp"

#include <algorithm>
#include <vector>

#include "sections.hpp"

namespace scaleplan {
namespace {

constexpr std::array common = {
    Key{"lint", Form::texts, "findings of `rules lint` that are accepted here, each with the reason",
        "{L011: availability leads here}"},
    Key{"note", Form::text, "for readers of the file; answers do not show it", "measured on one machine"},
    Key{"after", Form::text, "in a file that extends: the id that this one follows; ~ puts it first", "web"},
    Key{"replace", Form::one_of, "in a file that extends: drops the inherited map that this one changes",
        "yes", "yes true"},
};

}  // namespace

std::span<const Section> rule_sections() {
  static const std::vector<Section> all = [] {
    std::vector<Section> together;
    for (const auto part :
         {read::heading_sections(), read::catalog_use_sections(), read::figure_sections(),
          read::component_sections(), read::ladder_sections(), read::recognition_sections()})
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

}  // namespace scaleplan
