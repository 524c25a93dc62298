// Compares two resolved rule sets as the language describes them: key by key, each value by what it means.
#include <algorithm>
#include <array>

#include "formulas/meaning.hpp"
#include "grammar/described.hpp"
#include "scaleplan/rules_diff.hpp"

namespace scaleplan {
namespace read {
namespace {

using Kind = RuleDifference::Kind;
using Names = std::vector<std::string_view>;

const RuleNode* there(const RuleNode* map, std::string_view key) {
  const RuleNode* found = map == nullptr ? nullptr : map->find(key);
  return found == nullptr || found->kind == RuleNode::Kind::nothing ? nullptr : found;
}

/// The keys of both: those of `a` in their order, then what `b` has besides.
Names keys_of(const RuleNode& a, const RuleNode& b) {
  Names names;
  for (const RuleNode& one : a.inside) names.push_back(one.key);
  for (const RuleNode& one : b.inside) {
    if (a.find(one.key) == nullptr) names.push_back(one.key);
  }
  return names;
}

/// The ids that `map` shares with `other`, in the order of `map`.
std::string shared_ids(const RuleNode& map, const RuleNode& other) {
  std::string text;
  for (const RuleNode& one : map.inside) {
    if (other.find(one.key) != nullptr) text += (text.empty() ? "" : ", ") + one.key;
  }
  return text;
}

/// A list, or the one text that may stand for it.
std::vector<std::string> items_of(const RuleNode& node) {
  std::vector<std::string> all;
  if (node.kind == RuleNode::Kind::text) all.push_back(node.text);
  for (const RuleNode& item : node.inside) all.push_back(item.text);
  return all;
}

/// One side: its tree, its units, and the catalogue it is in at the moment.
struct Side {
  explicit Side(const RuleNode& root)
      : units(root.find("units") == nullptr ? std::vector<std::string>() : items_of(*root.find("units"))) {}
  Units units;
  const RuleNode* catalog = nullptr;
};

class Compare {
 public:
  Compare(const RuleNode& a, const RuleNode& b) : a_(a), b_(b), sides_{Side(a), Side(b)} {}

  std::vector<RuleDifference> all() {
    map(rule_sections().front(), a_, b_, false);
    return std::move(found_);
  }

 private:
  /// One map; `partial`: what is missing is as in the stage before and has no value of its own.
  void map(const Section& section, const RuleNode& a, const RuleNode& b, bool partial) {
    for (const std::string_view name : keys_of(a, b)) {
      if (is_common(name)) continue;
      const Key key = key_of(section, name);
      const RuleNode* one = there(&a, name);
      const RuleNode* other = there(&b, name);
      // The content of a catalogue is in place of the name of its file.
      path_.emplace_back(key.name == catalog_content ? "file" : name);
      if (one != nullptr && other != nullptr) {
        units_ = {there(&a, "unit"), there(&b, "unit")};
        value(key, *one, *other, partial || name == "change");
      } else if (one != nullptr || other != nullptr) {
        const RuleNode filled = missing(section, key, one == nullptr ? a : b, partial);
        if (filled.kind == RuleNode::Kind::nothing) {
          one_sided(key, one, other, nullptr, nullptr);
        } else {
          value(key, one == nullptr ? filled : *one, other == nullptr ? filled : *other, partial);
        }
      }
      path_.pop_back();
    }
  }

  /// The default of a key that `map` does not have; empty where there is none.
  static RuleNode missing(const Section& section, const Key& key, const RuleNode& map, bool partial) {
    RuleNode node;
    if (partial || key.without.empty()) return node;
    const Key beside = key_of(section, key.without);
    if (!beside.name.empty()) {
      const RuleNode* said = there(&map, key.without);
      return said != nullptr ? *said : missing(section, beside, map, partial);
    }
    node.kind = RuleNode::Kind::text;
    node.text = key.without;
    return node;
  }

  void value(const Key& key, const RuleNode& a, const RuleNode& b, bool partial) {
    switch (key.form) {
      case Form::section:
        return section_value(key, a, b, partial);
      case Form::by_id:
      case Form::texts:
      case Form::formulas:
        return by_id(key, a, b, partial);
      case Form::as_needed:
        return anything(key, a, b);
      case Form::words:
      case Form::labels:
        return list(key, a, b);
      case Form::text:
      case Form::prose:
      case Form::number:
      case Form::literal:
      case Form::share:
      case Form::unit:
      case Form::formula:
      case Form::yes_no:
      case Form::one_of:
        return leaf(key, a, b);
    }
  }

  void section_value(const Key& key, const RuleNode& a, const RuleNode& b, bool partial) {
    const Section* its = section_of(key);
    const bool text_a = a.kind == RuleNode::Kind::text, text_b = b.kind == RuleNode::Kind::text;
    // Laid over the stage before, a single value replaces what a map would be merged into.
    if (its == nullptr || (text_a && text_b) || (partial && text_a != text_b)) return leaf(key, a, b);
    const RuleNode whole_a = as_map(*its, a), whole_b = as_map(*its, b);
    if (whole_a.kind != RuleNode::Kind::map || whole_b.kind != RuleNode::Kind::map) return leaf(key, a, b);
    if (its->id == "catalog") {
      sides_[0].catalog = &a;
      sides_[1].catalog = &b;
    }
    map(*its, whole_a, whole_b, partial);
  }

  void by_id(const Key& key, const RuleNode& a, const RuleNode& b, bool partial) {
    if (a.kind != RuleNode::Kind::map || b.kind != RuleNode::Kind::map) return leaf(key, a, b);
    const Key inner{"",
                    key.form == Form::texts      ? Form::text
                    : key.form == Form::formulas ? Form::formula
                                                 : Form::section,
                    key.help,
                    {},
                    key.of};
    for (const std::string_view id : keys_of(a, b)) {
      const RuleNode* one = there(&a, id);
      const RuleNode* other = there(&b, id);
      path_.emplace_back(id);
      if (one != nullptr && other != nullptr) {
        value(inner, *one, *other, partial);
      } else if (one != nullptr || other != nullptr) {
        one_sided(inner, one, other, key.ordered ? &a : nullptr, key.ordered ? &b : nullptr);
      }
      path_.pop_back();
    }
    if (!key.ordered) return;
    const std::string order_a = shared_ids(a, b), order_b = shared_ids(b, a);
    if (order_a != order_b)
      found_.push_back({Kind::reordered,
                        path_,
                        false,
                        Spelling{order_a, {}, a.file, a.line},
                        Spelling{order_b, {}, b.file, b.line},
                        {},
                        {}});
  }

  /// A part of the file of which the language says nothing: maps by key, all else by meaning.
  void anything(const Key& key, const RuleNode& a, const RuleNode& b) {
    if (a.kind != RuleNode::Kind::map || b.kind != RuleNode::Kind::map) return leaf(key, a, b);
    for (const std::string_view name : keys_of(a, b)) {
      if (is_common(name)) continue;
      const RuleNode* one = there(&a, name);
      const RuleNode* other = there(&b, name);
      path_.emplace_back(name);
      if (one != nullptr && other != nullptr) {
        anything(key, *one, *other);
      } else if (one != nullptr || other != nullptr) {
        one_sided(key, one, other, nullptr, nullptr);
      }
      path_.pop_back();
    }
  }

  void list(const Key& key, const RuleNode& a, const RuleNode& b) {
    const auto means = [&](const RuleNode& node, std::size_t side) {
      std::vector<std::string> all;
      for (const std::string& item : items_of(node)) all.push_back(bound(item, units_[side], sides_[side]));
      if (!key.ordered) std::sort(all.begin(), all.end());
      return all;
    };
    if (means(a, 0) != means(b, 1)) changed(key, a, b);
  }

  /// One item of a list; a bare number is in the unit that stands beside the list.
  static std::string bound(const std::string& item, const RuleNode* unit, const Side& side) {
    const auto number = quantity_of(item, side.units);
    if (unit == nullptr || !number || !number->dimension.empty()) return meaning_of(item, side.units);
    const auto whole = quantity_of(item + " * 1 " + unit->text, side.units);
    return meaning_of(whole ? item + " * 1 " + unit->text : item, side.units);
  }

  /// Everything below a node, by meaning.
  std::string deep(const RuleNode& node, const Side& side) const {
    if (node.kind == RuleNode::Kind::text) return meaning_of(node.text, side.units);
    std::vector<std::string> all;
    for (const RuleNode& one : node.inside) {
      if (!is_common(one.key)) all.push_back(one.key + ": " + deep(one, side));
    }
    if (node.kind == RuleNode::Kind::map) std::sort(all.begin(), all.end());
    std::string text = "[";
    for (const std::string& one : all) text += one + "; ";
    return text + "]";
  }

  void leaf(const Key& key, const RuleNode& a, const RuleNode& b) {
    if (key.form == Form::prose ? a.text != b.text : deep(a, sides_[0]) != deep(b, sides_[1]))
      changed(key, a, b);
  }

  [[nodiscard]] bool prose(const Key& key) const {
    if (key.form == Form::prose || key.form == Form::labels) return true;
    const Section* its = key.form == Form::section || key.form == Form::by_id ? section_of(key) : nullptr;
    return its != nullptr && all_prose(*its);
  }

  void changed(const Key& key, const RuleNode& a, const RuleNode& b) {
    RuleDifference one{Kind::changed,           path_, prose(key), said(key, a, sides_[0]),
                       said(key, b, sides_[1]), {},    {}};
    if (!one.prose && a.kind == RuleNode::Kind::text && b.kind == RuleNode::Kind::text) {
      const auto x = quantity_of(a.text, sides_[0].units), y = quantity_of(b.text, sides_[1].units);
      if (x && y && x->dimension == y->dimension && x->number != 0) one.change = y->number / x->number - 1;
    }
    found_.push_back(std::move(one));
  }

  /// The entries of one side alone; `order_a` and `order_b` are the maps it is one of, where their order
  /// counts.
  void one_sided(const Key& key, const RuleNode* a, const RuleNode* b, const RuleNode* order_a,
                 const RuleNode* order_b) {
    RuleDifference one;
    one.kind = a == nullptr ? Kind::added : Kind::removed;
    one.path = path_;
    one.prose = prose(key);
    if (a != nullptr) one.a = said(key, *a, sides_[0]);
    if (b != nullptr) one.b = said(key, *b, sides_[1]);
    const RuleNode* order = a == nullptr ? order_b : order_a;
    for (std::size_t i = 1; order != nullptr && i < order->inside.size(); ++i) {
      if (order->inside[i].key == path_.back()) one.after = order->inside[i - 1].key;
    }
    found_.push_back(std::move(one));
  }

  [[nodiscard]] Spelling said(const Key& key, const RuleNode& node, const Side& side) const {
    return {written(key, node), unit_of(side), node.file, node.line};
  }

  /// The unit of a bare number of a catalogue: that of its column or of all prices.
  [[nodiscard]] std::string unit_of(const Side& side) const {
    if (side.catalog == nullptr || path_.size() < 6 || path_[3] != "rows") return {};
    const RuleNode* unit = path_[5] == "price"
                               ? there(side.catalog, "price_unit")
                               : there(there(there(side.catalog, "columns"), path_[5]), "unit");
    return unit == nullptr || unit->text == "ratio" ? std::string() : unit->text;
  }

  const RuleNode& a_;
  const RuleNode& b_;
  std::array<Side, 2> sides_;
  std::array<const RuleNode*, 2> units_{};  ///< the values of `unit` in the maps compared
  std::vector<std::string> path_;
  std::vector<RuleDifference> found_;
};

}  // namespace
}  // namespace read

bool RulesDiff::same_meaning() const {
  return std::all_of(rules.begin(), rules.end(), [](const RuleDifference& one) { return one.prose; });
}

std::vector<RuleDifference> compare_rules(const RuleNode& a, const RuleNode& b) {
  return read::Compare(a, b).all();
}

}  // namespace scaleplan
