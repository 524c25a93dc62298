// Reads the limits and stages that a case names: "web.cpu", "outage in multi-az".
#include <algorithm>

#include "expectation.hpp"
#include "nearest.hpp"

namespace scaleplan::read {

Span span_of(const Mark& at) {
  return {at.text != nullptr ? at.text->name : std::string(), at.line, at.column, at.length};
}

std::string line_of(const Mark& at) {
  const auto line = static_cast<std::size_t>(at.line);
  return at.text != nullptr && line > 0 && line <= at.text->lines.size() ? at.text->lines[line - 1]
                                                                         : std::string();
}

void ExpectationReader::unknown(const Mark& at, const std::string& what, const std::string& word,
                                const std::vector<std::string>& all) {
  const std::string near = nearest(word, all);
  std::string hint = did_you_mean(near);
  if (near.empty()) {
    hint = "known:";
    constexpr std::size_t most_named = 12;
    for (std::size_t i = 0; i < std::min(all.size(), most_named); ++i) hint += (i == 0 ? " " : ", ") + all[i];
    if (all.size() > most_named) hint += " and " + std::to_string(all.size() - most_named) + " more";
  }
  report_.error(at, "C002", "unknown " + what + " \"" + word + "\"", hint);
}

std::optional<int> ExpectationReader::stage(const std::string& id, const Mark& at) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < program_.stages.size(); ++i) {
    if (program_.stages[i].id == id) return static_cast<int>(i);
    all.emplace_back(program_.stages[i].id);
  }
  unknown(at, "stage", id, all);
  return std::nullopt;
}

std::vector<std::string> ExpectationReader::limits_of(int stage) const {
  std::vector<std::string> all;
  for (std::size_t s = 0; s < program_.stages.size(); ++s) {
    if (stage >= 0 && static_cast<std::size_t>(stage) != s) continue;
    for (const Limit& limit : program_.stages[s].limits) {
      const std::string name(limit.id);
      if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    }
  }
  return all;
}

std::optional<std::pair<std::string, int>> ExpectationReader::limit(const std::string& written,
                                                                    const Mark& at) {
  const std::size_t in = written.find(" in ");
  int of = -1;
  if (in != std::string::npos) {
    const auto found = stage(written.substr(in + 4), at);
    if (!found) return std::nullopt;
    of = *found;
  }
  const std::string name = written.substr(0, in);
  const auto all = limits_of(of);
  if (std::find(all.begin(), all.end(), name) == all.end()) {
    unknown(at, of < 0 ? "limit" : "limit of stage " + written.substr(in + 4), name, all);
    return std::nullopt;
  }
  return std::pair{name, of};
}

void ExpectationReader::limits(const Target& target, const std::string& name, const Node& value,
                               std::vector<Expectation>& into) {
  std::vector<const Node*> all;
  if (value.kind == Node::Kind::list) {
    for (const Node& item : value.items) all.push_back(&item);
  } else {
    all.push_back(&value);
  }
  for (const Node* one : all) {
    if (one->kind != Node::Kind::scalar) {
      report_.error(one->at, "C003", "\"" + name + "\" expects limits",
                    "write " + name + ": LIMIT, or " + name + ": [LIMIT, LIMIT in STAGE]");
      continue;
    }
    const auto found = limit(one->text, one->at);
    if (!found) continue;
    Expectation expectation;
    expectation.subject = target.subject;
    expectation.name = name;
    expectation.written = one->text;
    expectation.word = name;
    expectation.unit = {"ratio", 1};
    expectation.id = found->first;
    expectation.stage = found->second;
    expectation.at = span_of(one->at);
    expectation.excerpt = line_of(one->at);
    into.push_back(std::move(expectation));
  }
}

}  // namespace scaleplan::read
