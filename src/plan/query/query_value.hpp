// The value of a query about a resource, which may be nothing, or unknown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resources.hpp"
#include "scaleplan/truth.hpp"

namespace scaleplan::plan {

/// One value. A `block` is a map; `many` are the items of a list, or several values that one path leads to.
struct QueryValue {
  enum class Kind { nothing, yes_no, number, text, block, many, unknown };
  Kind kind = Kind::nothing;
  bool yes = false;
  double number = 0;
  std::string text;
  std::vector<const Attribute*> from;  ///< the attributes that it was read from; of many: its items
  ResourceList resources;              ///< of places()

  static QueryValue of(double number);
  static QueryValue of(Truth truth);
  static QueryValue unknown();
};

/// The value of an attribute.
QueryValue value_of(const Attribute& value);
/// The value at a path ("scaling_config.min_size"), which goes through every item of a list.
QueryValue value_at(const Attribute& value, std::string_view path);

/// The value as a number; empty where it is no number, or unknown (see `kind`).
std::optional<double> number_of(const QueryValue& answer);
/// The value as a text; empty where it is neither text nor number.
std::optional<std::string> text_of(const QueryValue& answer);
/// The value as a condition; nothing, and every text but "true", are no.
Truth truth_of(const QueryValue& answer);
/// Whether a equals b; of many, whether one item does.
Truth equal(const QueryValue& a, const QueryValue& b);
/// Whether the value is there: nothing, an empty text and an empty list are not.
Truth has(const QueryValue& answer);
/// Whether a person wrote the value, rather than the provider will compute it.
Truth given(const QueryValue& answer);
/// Whether a text matches a pattern with *, in any case; of many, whether one item does.
Truth like(const QueryValue& answer, std::string_view pattern);

/// Whether a text matches a pattern with *, in any case.
bool fits(std::string_view text, std::string_view pattern);

}  // namespace scaleplan::plan
