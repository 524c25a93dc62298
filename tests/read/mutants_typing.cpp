// Typing mistakes: a letter left out, added, doubled, changed, swapped with its neighbour, or hit beside its
// key, from a fixed seed.
#include <algorithm>
#include <map>
#include <set>

#include "mutants.hpp"
#include "read/formulas/units.hpp"
#include "scaleplan/grammar.hpp"
#include "scaleplan/rules.hpp"
#include "support.hpp"

namespace scaleplan::test {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

/// A word of a rule file where a mistake can be made.
struct Spot {
  std::string category, file;
  std::size_t at = 0;
  std::string word;
};

/// A key beside that of `c`, or `c` when it is no small letter.
char beside(char c, Random& random) {
  for (const std::string_view row : {"qwertyuiop", "asdfghjkl", "zxcvbnm"}) {
    const std::size_t at = row.find(c);
    if (at == std::string_view::npos) continue;
    return at == 0 || (at + 1 < row.size() && random.below(2) == 0) ? row[at + 1] : row[at - 1];
  }
  return c;
}

std::string one_edit(const std::string& word, Random& random) {
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  std::string edited = word;
  const std::size_t i = random.below(word.size());
  switch (random.below(6)) {
    case 0:
      edited.erase(i, 1);
      break;
    case 1:
      edited.insert(i, 1, letters[random.below(letters.size())]);
      break;
    case 2:
      edited[i] = letters[random.below(letters.size())];
      break;
    case 3:
      edited.insert(i, 1, edited[i]);
      break;
    case 4:
      edited[i] = beside(edited[i], random);
      break;
    default:
      if (i + 1 < word.size()) std::swap(edited[i], edited[i + 1]);
  }
  return edited;
}

/// The meanings of the words of rule files.
struct Vocabulary {
  std::set<std::string> keys, formula_keys, names, labels, ids, units, values;

  [[nodiscard]] bool has(const std::string& word) const {
    return keys.contains(word) || names.contains(word) || labels.contains(word) || ids.contains(word) ||
           units.contains(word) || values.contains(word);
  }
};

Vocabulary vocabulary() {
  Vocabulary all;
  for (const auto sections : {rule_sections(), catalog_sections()}) {
    for (const Section& section : sections) {
      for (const Key& key : section.keys) {
        all.keys.emplace(key.name);
        if (key.form == Form::formula) all.formula_keys.emplace(key.name);
      }
    }
  }
  const Program program = load_rules("aws");
  for (const Input& input : program.inputs) all.names.emplace(input.id);
  for (const Metric& metric : program.metrics) all.names.emplace(metric.id);
  for (const Source& source : program.sources) all.labels.emplace(source.id);
  for (const Component& component : program.components) all.ids.emplace(component.id);
  for (const Move& move : program.moves) all.ids.emplace(move.id);
  std::vector<std::string> counted(program.units.begin(), program.units.end());
  for (const std::string& unit : read::Units(std::move(counted)).names()) all.units.insert(unit);
  for (const TableFigure& figure : program.figures) all.names.emplace(figure.id);
  for (const char* word : {"guidance", "capacity", "availability", "firm", "soft", "high", "medium", "low"})
    all.values.emplace(word);
  for (const Function& function : rule_functions()) all.names.emplace(function.name);
  return all;
}

/// Every spot of one line; `key` is the key whose value is being read.
void spots_of_line(const Vocabulary& known, const std::string& file, const std::string& text,
                   std::size_t begin, std::size_t end, std::vector<Spot>& into) {
  std::string key;
  char quote = 0;
  for (std::size_t at = begin; at < end; ++at) {
    if (quote == 0 && text[at] == '#' && (at == begin || text[at - 1] == ' ')) return;
    if (text[at] == '"') quote = quote == 0 ? '"' : '\0';
    if (!letter(text[at]) || (at > begin && (letter(text[at - 1]) || text[at - 1] == '-' ||
                                             text[at - 1] == '\'' || text[at - 1] == '.')))
      continue;
    std::size_t stop = at;
    while (stop < end && (letter(text[stop]) || digit(text[stop]) ||
                          (text[stop] == '.' && stop + 1 < end && letter(text[stop + 1]))))
      ++stop;
    const std::string word = text.substr(at, stop - at);
    const char next = stop < end ? text[stop] : '\n';
    const bool is_key = quote == 0 && next == ':' && (stop + 1 >= end || text[stop + 1] == ' ');
    if (is_key) {
      key = word;
      if (known.keys.contains(word) && word.size() > 2) into.push_back({"keys", file, at, word});
    } else if (next != '-' && next != '\'' && next != '.') {
      const bool formula = known.formula_keys.contains(key);
      const bool after_number =
          at > begin &&
          (digit(text[at - 1]) || (text[at - 1] == ' ' && at > begin + 1 && digit(text[at - 2])));
      if (formula && known.names.contains(word) && word.size() > 3) into.push_back({"names", file, at, word});
      if (formula && after_number && known.units.contains(word) && word.size() > 2)
        into.push_back({"units", file, at, word});
      if ((key == "kind" || key == "confidence") && known.values.contains(word))
        into.push_back({"values", file, at, word});
      if (key == "source" && known.labels.contains(word)) into.push_back({"labels", file, at, word});
      if ((key == "adds" || key == "drops" || key == "takes" || key == "links") && known.ids.contains(word))
        into.push_back({"references", file, at, word});
    }
    at = stop - 1;
  }
}

std::vector<Spot> spots(const Vocabulary& known, const std::map<std::string, std::string>& files) {
  std::vector<Spot> all;
  for (const auto& [file, text] : files) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      spots_of_line(known, file, text, begin, end, all);
      begin = end + 1;
    }
  }
  return all;
}

/// The ids of metrics and components, where they are declared and read more than once.
void declared(const Vocabulary& known, const std::string& file, const std::string& text,
              std::vector<Spot>& into) {
  for (const auto& words : {known.names, known.ids}) {
    for (const std::string& word : words) {
      const std::size_t at = text.find("\n  " + word + ":");
      std::size_t uses = 0;
      for (std::size_t use = text.find(word); use != std::string::npos; use = text.find(word, use + 1)) {
        const char after = use + word.size() < text.size() ? text[use + word.size()] : '\n';
        if (!letter(text[use - 1]) && !digit(after) && !letter(after)) ++uses;
      }
      if (at != std::string::npos && uses > 3 && word.size() > 4) into.push_back({"ids", file, at + 3, word});
    }
  }
}

}  // namespace

std::vector<Mutant> typing_mistakes(std::size_t count) {
  const Vocabulary known = vocabulary();
  const std::map<std::string, std::string> files = {
      {"aws.yaml", content("rules/aws.yaml")},
      {"learning-aws.yaml", content("rules/learning-aws.yaml")},
      {"catalog/cache.yaml", content("tests/rules/cache.yaml")}};
  std::map<std::string, std::vector<Spot>> by_category;
  for (Spot& spot : spots(known, files)) by_category[spot.category].push_back(std::move(spot));
  declared(known, "learning-aws.yaml", files.at("learning-aws.yaml"), by_category["ids"]);
  std::vector<Mutant> all;
  Random random(20);
  while (all.size() < count) {
    for (const auto& [category, list] : by_category) {
      const Spot& spot = list[random.below(list.size())];
      const std::string wrong = one_edit(spot.word, random);
      if (known.has(wrong) || wrong.empty() || !letter(wrong[0]) || wrong.ends_with('.')) continue;
      std::string text = files.at(spot.file);
      Mutant mutant;
      mutant.category = "typing: " + category;
      mutant.file = spot.file;
      mutant.root = spot.file == "aws.yaml" ? "aws.yaml" : "learning-aws.yaml";
      mutant.what = spot.word + " -> " + wrong;
      mutant.meant = spot.word;
      mutant.text = text.replace(spot.at, spot.word.size(), wrong);
      place(mutant, spot.at);
      all.push_back(std::move(mutant));
    }
  }
  return all;
}

}  // namespace scaleplan::test
