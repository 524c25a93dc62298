// Finds the line of an extending file that makes lines wrong which its author did not write: each is left out
// in turn, and what is no longer wrong without it is its fault.
#include "blame.hpp"

#include <algorithm>

#include "definitions/settle.hpp"

namespace scaleplan::read {
namespace {

using Positions = std::vector<std::size_t>;

bool same_fault(const Diagnostic& a, const Diagnostic& b) {
  return a.code == b.code && a.at.file == b.at.file && a.at.line == b.at.line && a.at.column == b.at.column;
}

/// Those of `from` that are not in `without`.
Positions rest(const Positions& from, const Positions& without) {
  Positions left;
  std::copy_if(from.begin(), from.end(), std::back_inserter(left),
               [&](std::size_t i) { return std::find(without.begin(), without.end(), i) == without.end(); });
  return left;
}

const Node* at_path(const Node& root, const std::vector<std::string>& path) {
  const Node* at = &root;
  for (const std::string& key : path) {
    at = at->find(key);
    if (at == nullptr) return nullptr;
  }
  return at;
}

/// The short list that an extension replaces: it has to be repeated.
std::string replaced(const Entry& entry, const Node* base) {
  if (base == nullptr || base->kind != Node::Kind::list || entry.value.kind != Node::Kind::list) return {};
  std::string all;
  for (const Node& item : base->items) all += (all.empty() ? "[" : ", ") + item.text;
  return "; a list replaces the extended one, " + all + "]: repeat the items that are still read";
}

class Blaming {
 public:
  Blaming(Reading& reading, const std::function<Reading(const Omission&)>& again, std::size_t file)
      : report_(reading.loaded->report),
        lookalikes_(reading.loaded->all.overlaid.lookalikes),
        reached_(reading.reached),
        again_(again),
        over_(reading.files[file]) {}

  /// Rewrites inherited errors that a line of this file caused.
  void run(const Positions& inherited) {
    Omission omission{over_.at.text->name, {}};
    const Positions its = vanished(inherited, again_(omission));
    if (its.empty()) return;
    search(over_, omission, its);
    std::sort(dropped_.begin(), dropped_.end());
    dropped_.erase(std::unique(dropped_.begin(), dropped_.end()), dropped_.end());
    report_.drop(dropped_);
  }

 private:
  /// Looks among the keys of `map` for those to blame for `open`; returns the positions of rewritten errors.
  Positions search(const Node& map, Omission& omission, Positions open) {
    Positions rewritten;
    for (const Entry& entry : map.entries) {
      if (open.empty()) break;
      if (&map == &over_ && is_heading_key(entry.key)) continue;
      omission.path.push_back(entry.key);
      const Reading without = again_(omission);
      if (Positions gone = vanished(open, without); !gone.empty()) {
        const Node* base = at_path(without.loaded->all.root, omission.path);
        if (base != nullptr && base->kind == Node::Kind::map && entry.value.kind == Node::Kind::map) {
          const Positions deeper = search(entry.value, omission, gone);
          rewritten.insert(rewritten.end(), deeper.begin(), deeper.end());
          open = rest(open, deeper);
          gone = rest(gone, deeper);
        }
        if (!gone.empty()) rewrite(entry, base, gone, without);
        rewritten.insert(rewritten.end(), gone.begin(), gone.end());
        open = rest(open, gone);
      }
      omission.path.pop_back();
    }
    return rewritten;
  }

  [[nodiscard]] Positions vanished(const Positions& of, const Reading& without) const {
    if (without.reached < reached_) return {};
    Positions gone;
    const auto& left = without.loaded->report.found();
    std::copy_if(of.begin(), of.end(), std::back_inserter(gone), [&](std::size_t i) {
      return std::none_of(left.begin(), left.end(),
                          [&](const Diagnostic& one) { return same_fault(one, report_.found()[i]); });
    });
    return gone;
  }

  void rewrite(const Entry& entry, const Node* base, const Positions& gone, const Reading& without) {
    const Diagnostic first = report_.found()[gone.front()];
    const std::string places = lines_in_words(report_, gone);
    // Other faults in the extending file that come from it follow, too.
    Positions all(report_.found().size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const Positions follows = rest(vanished(rest(all, dropped_), without), rewritten_);
    // A mistake in the value itself is the cause of what follows from it.
    const Positions own = in_value(entry.value, follows);
    rewritten_.insert(rewritten_.end(), own.begin(), own.end());
    if (own.empty()) rewritten_.push_back(gone.front());
    const Positions others = rest(follows, rewritten_);
    dropped_.insert(dropped_.end(), others.begin(), others.end());
    if (!own.empty()) return;
    if (entry.value.kind == Node::Kind::nothing) {
      report_.replace(gone, entry.at, "R024", "\"" + entry.key + "\" is removed here, but others use it",
                      "they are in " + places);
      return;
    }
    const auto alike = std::find_if(lookalikes_.begin(), lookalikes_.end(), [&](const Lookalike& one) {
      return one.at.text == entry.at.text && one.at.line == entry.at.line && one.at.column == entry.at.column;
    });
    if (alike != lookalikes_.end()) {
      report_.replace(gone, entry.at, "R023", "the extended rule set has no \"" + entry.key + "\"",
                      "did you mean \"" + alike->near + "\"? else " + first.message);
      return;
    }
    report_.replace(gone, entry.at, "R032",
                    "\"" + entry.key + "\" as written here breaks the extended rule set: " + first.message,
                    "that is in " + places + way_out(first) + replaced(entry, base));
  }

  /// The hint of a fault, unless it corrects the spelling of an inherited word.
  static std::string way_out(const Diagnostic& fault) {
    const auto spelling = {"R001", "R010", "R011", "R022", "R023"};
    const bool none =
        fault.hint.empty() || std::find(spelling.begin(), spelling.end(), fault.code) != spelling.end();
    return none ? "" : ": " + fault.hint;
  }

  /// Those of `all` at a place within `value`.
  [[nodiscard]] Positions in_value(const Node& value, const Positions& all) const {
    Positions inside;
    const auto at = [&](const Node& scalar, const Span& place) {
      return place.file == over_.at.text->name && place.line == scalar.at.line &&
             place.column >= scalar.at.column && place.column < scalar.at.column + scalar.at.length;
    };
    if (value.kind == Node::Kind::scalar) {
      std::copy_if(all.begin(), all.end(), std::back_inserter(inside),
                   [&](std::size_t i) { return at(value, report_.found()[i].at); });
    }
    const auto add = [&](const Node& part) {
      const Positions more = in_value(part, all);
      inside.insert(inside.end(), more.begin(), more.end());
    };
    for (const Node& item : value.items) add(item);
    for (const Entry& inner : value.entries) add(inner.value);
    return inside;
  }

  Report& report_;
  const std::vector<Lookalike>& lookalikes_;
  int reached_;
  const std::function<Reading(const Omission&)>& again_;
  const Node& over_;
  Positions rewritten_, dropped_;
};

}  // namespace

void find_culprits(Reading& reading, const std::function<Reading(const Omission&)>& again,
                   const std::function<bool(const std::string&)>& built_in) {
  for (std::size_t file = reading.files.size(); file-- > 0;) {
    const auto name = [&](std::size_t i) { return reading.files[i].at.text->name; };
    Positions inherited;
    const auto& found = reading.loaded->report.found();
    for (std::size_t i = 0; i < found.size(); ++i) {
      bool below = built_in(found[i].at.file);
      for (std::size_t under = 0; under < file; ++under) below = below || name(under) == found[i].at.file;
      if (below && found[i].severity == Severity::error) inherited.push_back(i);
    }
    if (!inherited.empty()) Blaming(reading, again, file).run(inherited);
  }
}

}  // namespace scaleplan::read
