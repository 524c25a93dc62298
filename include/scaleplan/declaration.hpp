// The declaration of some infrastructure files: resources with their attributes, as far as they are known
// before deployment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan {

/// A value as declared. A value that only a deployment knows is `unknown`, which is never the same as false.
/// Templates write numbers and yes or no as texts, too: read them with number_of(), yes_of() and text_of().
struct Attribute {
  enum class Kind : std::uint8_t { nothing, yes_no, number, text, list, map, unknown };
  Kind kind = Kind::nothing;
  bool yes = false;
  double number = 0;
  std::string text;
  std::vector<Attribute> items;   ///< of a list, or the values of a map
  std::vector<std::string> keys;  ///< of a map: keys[i] names items[i]
  /// The sources that it was computed from, known or not: the address of a resource (one without its index
  /// stands for all its instances), or another source as written with its index:
  /// "data.aws_availability_zones.here.names[0]", "Fn::GetAZs[1]", the name of a parameter nobody gave.
  std::vector<std::string> refers;
  std::int32_t line = 0, column = 0;  ///< of the value in the file of its resource; from 1, 0 when not known

  /// The value under `key` of a map, or null.
  [[nodiscard]] const Attribute* find(std::string_view key) const;
};

/// The number that is written there, as a number or as a text; empty when it is no number or unknown.
std::optional<double> number_of(const Attribute& value);
/// Whether it is true, written as such or as the text "true" or "false"; empty when it is neither or
/// unknown.
std::optional<bool> yes_of(const Attribute& value);
/// The text of a text, a number as it was written, or true or false; empty for all else.
std::optional<std::string> text_of(const Attribute& value);

/// One resource that will exist once the declaration is applied.
struct Resource {
  std::string address;    ///< with module, name and index: "module.web.aws_instance.app[0]"
  std::string type;       ///< as its dialect spells it
  Attribute attributes;   ///< a map
  bool certain = true;    ///< false when its existence depends on an unknown condition
  std::int32_t file = 0;  ///< index into Declaration::files
  std::int32_t line = 0, column = 0;
};

/// The dialect in which something is declared.
enum class Dialect : std::uint8_t { terraform, cloudformation };

/// Everything that some files declare together.
struct Declaration {
  Dialect dialect = Dialect::terraform;
  std::vector<std::string> files;
  std::vector<Resource> resources;
  std::vector<Resource> deleted;    ///< resources that a plan deletes, as they were
  std::vector<Resource> looked_up;  ///< data sources; the address is the id
  bool unread = false;              ///< whether more is declared than was read
  std::vector<Diagnostic> notes;    ///< warnings of the reader about ignored or unknown text
};

}  // namespace scaleplan
