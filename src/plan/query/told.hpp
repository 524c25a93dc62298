// What a question about a resource was answered: a value that may be nothing, or not known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resources.hpp"
#include "scaleplan/truth.hpp"

namespace scaleplan::plan {

/// One answer. A `block` is a map; `many` are the items of a list, or several values that one path leads to.
struct Told {
  enum class Kind { nothing, yes_no, number, text, block, many, unknown };
  Kind kind = Kind::nothing;
  bool yes = false;
  double number = 0;
  std::string text;
  std::vector<const Attribute*> from;  ///< where it was read; of many: its items
  ResourceList resources;              ///< of places()

  static Told of(double number);
  static Told of(Truth truth);
  static Told not_known();
};

/// The answer that an attribute is.
Told told(const Attribute& value);
/// What the path `text` ("scaling_config.min_size") leads to; through every item of a list.
Told told_at(const Attribute& value, std::string_view path);

/// The number that an answer is; nothing where it is none, which `kind` tells from not known.
std::optional<double> number_of(const Told& told);
std::optional<std::string> text_of(const Told& told);
/// Nothing and texts that are no yes are no.
Truth truth_of(const Told& told);
/// Whether a equals b; of many, whether one of them does.
Truth equal(const Told& a, const Told& b);
/// Whether there is something: nothing, an empty text or list are not.
Truth has(const Told& told);
/// Whether somebody wrote it: what the provider computes by itself is not.
Truth given(const Told& told);
/// Whether a text fits a pattern with *, letters large or small; of many, whether one does.
Truth like(const Told& told, std::string_view pattern);

bool fits(std::string_view text, std::string_view pattern);

}  // namespace scaleplan::plan
