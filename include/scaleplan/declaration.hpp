// What infrastructure files declare: resources with their attributes, as far as they are known before
// anything runs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan {

/// A value as declared. What is only known once it runs is `unknown`, which is never the same as false.
struct Attribute {
  enum class Kind : std::uint8_t { nothing, yes_no, number, text, list, map, unknown };
  Kind kind = Kind::nothing;
  bool yes = false;
  double number = 0;
  std::string text;
  std::vector<Attribute> items;       ///< of a list, or the values of a map
  std::vector<std::string> keys;      ///< of a map: keys[i] names items[i]
  std::vector<std::string> refers;    ///< addresses of the resources it was computed from, known or not
  std::int32_t line = 0, column = 0;  ///< of the value in the file of its resource; from 1, 0 when not known

  /// The value under `key` of a map, or null.
  [[nodiscard]] const Attribute* find(std::string_view key) const;
};

/// One resource that will exist once the declaration is applied.
struct Resource {
  std::string address;    ///< with module, name and index: "module.web.aws_instance.app[0]"
  std::string type;       ///< "aws_instance", "AWS::EC2::Instance"
  Attribute attributes;   ///< a map
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
  std::vector<Diagnostic> notes;  ///< what the reader passed over or could not know, as warnings with a place
};

}  // namespace scaleplan
