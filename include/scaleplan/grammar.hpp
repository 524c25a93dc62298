// The rule file as a language: the maps it is made of, their keys, the functions of its formulas. Schemas and
// the documentation of rule files are written from it, and the reader is held against it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace scaleplan {

/// The form of the value of a key.
enum class Form : std::uint8_t {
  text,       ///< one line
  prose,      ///< one line for people: no figure and no stage hangs on it
  number,     ///< digits alone; the column or key gives the unit
  literal,    ///< a number with its unit: `20 GiB`
  share,      ///< `60%`
  unit,       ///< `req/s/user`
  formula,    ///< an expression
  yes_no,     ///< `yes` or `no`
  one_of,     ///< one of Key::of, separated by spaces
  words,      ///< texts: a list, or one
  labels,     ///< labels of sources: a list, or one
  section,    ///< a map as Key::of describes it
  by_id,      ///< a map from ids to maps as Key::of describes them
  texts,      ///< a map from ids to texts
  formulas,   ///< a map from ids to formulas
  as_needed,  ///< anything
};

/// One key of a map of a rule file.
struct Key {
  std::string_view name;
  Form form = Form::text;
  std::string_view help = {};     ///< one sentence without its full stop
  std::string_view example = {};  ///< a value as it is written; may be empty
  std::string_view of = {};       ///< id of a section, or the accepted words
  bool required = false;          ///< unless it comes from what the file extends
  /// The default of a missing key: a value, or the name of a key beside it; may be empty.
  std::string_view without = {};
  bool ordered = false;  ///< of a list or a map by id: whether another order is another meaning
};

/// One kind of map.
struct Section {
  std::string_view id;
  std::string_view title;      ///< "a stage"
  std::string_view help = {};  ///< one sentence without its full stop
  std::span<const Key> keys = {};
  /// The form that can replace a map of one key alone; Form::section where it must be a map.
  Form alone = Form::section;
  /// The form of other keys, where the author chooses them; an empty Form::section where there are none.
  Form others = Form::section;
  std::string_view others_of = {};    ///< as Key::of
  std::string_view others_help = {};  ///< the meaning of the other keys
};

/// Every kind of map of a rule file; the first is the file itself.
std::span<const Section> rule_sections();

/// Every kind of map of a catalogue file; the first is the file itself.
std::span<const Section> catalog_sections();

/// Every kind of map of a file of cases; the first is the file itself.
std::span<const Section> case_sections();

/// The section `id` of `sections`, or null.
const Section* section(std::span<const Section> sections, std::string_view id);

/// Keys that every map takes: a note for readers, and for those that have an id, where it goes when it
/// extends.
std::span<const Key> common_keys();

/// A function of formulas.
struct Function {
  std::string_view name;
  std::string_view call;          ///< "clamp(x, low, high)"
  std::string_view help = {};     ///< one sentence without its full stop
  std::string_view example = {};  ///< a formula without names
  std::string_view result = {};   ///< the formula that the example equals
  std::size_t least = 1;          ///< how many operands it takes
  std::size_t most = 1;           ///< 0: any number
};

/// Every function that a formula may call.
std::span<const Function> rule_functions();

/// Whether formulas may call a function of that name.
bool is_function(std::string_view name);

/// The JSON Schema (2020-12) of files in a language of `sections`, whose maps all take the `common` keys.
std::string language_schema(std::string_view id, std::string_view title, std::span<const Section> sections,
                            std::span<const Key> common);

}  // namespace scaleplan
