// Turns mistakes written by hand into mutants of the shipped files.
#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "mutants.hpp"
#include "support.hpp"

namespace scaleplan::test {
namespace {

/// Where the first line begins that holds nothing before `words`.
std::size_t line_of(const std::string& text, const std::string& words) {
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    const std::size_t before = text.find_last_not_of(' ', at - (at == 0 ? 0 : 1));
    if (at == 0 || text[at - 1] == '\n' || (before != std::string::npos && text[before] == '\n')) return at;
  }
  return std::string::npos;
}

Mutant mutant_of(const Mistake& mistake) {
  Mutant mutant;
  mutant.category = mistake.category;
  mutant.file = mistake.file;
  mutant.root = mutant.file == aws || mutant.file == cases_of_book ? mutant.file : book;
  mutant.text = right_file(mutant.file);
  mutant.what = std::string(mistake.old) + " -> " + mistake.now;
  mutant.meant = mistake.meant;
  const std::size_t at = mutant.text.find(mistake.old);
  if (at == std::string::npos) throw std::runtime_error("not in " + mutant.file + ": " + mistake.old);
  const std::size_t length = *mistake.old == '\0' ? mutant.text.size() : std::strlen(mistake.old);
  mutant.text.replace(at, length, mistake.now);
  const std::string marked = mistake.marked;
  const std::size_t mark = marked.starts_with('^') ? line_of(mutant.text, marked.substr(1))
                                                   : std::string(mistake.now).find(marked);
  if (mark == std::string::npos) throw std::runtime_error("nothing to mark: " + mutant.what);
  place(mutant, marked.starts_with('^') ? mark : at + mark);
  return mutant;
}

}  // namespace

void place(Mutant& mutant, std::size_t at) {
  const std::string before = mutant.text.substr(0, at);
  mutant.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t feed = before.rfind('\n');
  mutant.column = static_cast<int>(at - (feed == std::string::npos ? 0 : feed + 1)) + 1;
}

std::vector<Mutant> other_mistakes() {
  std::vector<Mutant> all;
  for (const auto* list : {&mistakes_of_values(), &mistakes_of_names(), &mistakes_of_layout()}) {
    for (const Mistake& mistake : *list) all.push_back(mutant_of(mistake));
  }
  return all;
}

std::string right_file(const std::string& file) {
  return content(file == "catalog/cache.yaml" ? "tests/rules/cache.yaml" : "rules/" + file);
}

}  // namespace scaleplan::test
