// JSON Schemas of rule files and catalogues, written from the description of their language; editors
// complete, explain and check with them.
#include <algorithm>

#include "ascii.hpp"
#include "scaleplan/grammar.hpp"
#include "writing/flow.hpp"
#include "writing/json_writer.hpp"

namespace scaleplan {
namespace {

class LanguageSchema {
 public:
  explicit LanguageSchema(std::span<const Section> sections, std::span<const Key> common)
      : sections_(sections), common_(common) {}

  std::string write(std::string_view id, std::string_view title) {
    const Section& file = sections_.front();
    out_.begin_object();
    out_.field("$schema", "https://json-schema.org/draft/2020-12/schema");
    out_.field("$id", id);
    out_.field("title", title);
    out_.field("description", sentence(file.help));
    body(file);
    if (extends()) {
      out_.key("if");
      out_.inline_object();
      out_.texts("required", std::vector<std::string_view>{"extends"});
      out_.end_object();
      out_.key("else");
      required(file);
    }
    out_.key("$defs");
    out_.begin_object();
    for (const Section& section : sections_.subspan(1)) {
      out_.key(section.id);
      out_.begin_object();
      out_.field("description", sentence(section.help));
      body(section);
      out_.end_object();
    }
    out_.end_object();
    out_.end_object();
    return out_.take();
  }

 private:
  const Section& section(std::string_view id) const {
    return *std::find_if(sections_.begin(), sections_.end(), [&](const Section& s) { return s.id == id; });
  }

  /// Whether a file of this language can leave to another what it must have.
  bool extends() const {
    const auto& keys = sections_.front().keys;
    return std::any_of(keys.begin(), keys.end(), [](const Key& key) { return key.name == "extends"; });
  }

  /// Whether a map of this kind stands under an id that the author chose, so that it can be moved.
  bool has_id(const Section& section) const {
    return std::any_of(sections_.begin(), sections_.end(), [&](const Section& s) {
      return s.others_of == section.id || std::any_of(s.keys.begin(), s.keys.end(), [&](const Key& key) {
               return key.form == Form::by_id && key.of == section.id;
             });
    });
  }

  static std::string sentence(std::string_view help) {
    std::string text(help);
    if (!text.empty()) text[0] = to_capital(text[0]);
    return text + ".";
  }

  /// The types in which YAML gives a value of this form; nothing is always one, for `~` removes.
  static std::vector<std::string_view> types(Form form) {
    switch (form) {
      case Form::number:
        return {"number", "null"};
      case Form::unit:
        return {"string", "null"};
      case Form::words:
      case Form::labels:
        return {"array", "string", "number", "boolean", "null"};
      case Form::section:
      case Form::by_id:
      case Form::texts:
      case Form::formulas:
        return {"object", "null"};
      case Form::text:
      case Form::prose:
      case Form::literal:
      case Form::share:
      case Form::formula:
      case Form::yes_no:
      case Form::one_of:
      case Form::as_needed:
        return {"string", "number", "boolean", "null"};
    }
    return {};
  }

  /// What makes a map of this kind: its types, keys and what must be there.
  void body(const Section& section) {
    std::vector<std::string_view> accepted = {"object"};
    for (const std::string_view type : types(section.alone)) {
      if (type != "object") accepted.push_back(type);
    }
    out_.texts("type", accepted);
    out_.key("properties");
    out_.begin_object();
    for (const Key& key : section.keys) property(key);
    for (const Key& key : common_) {
      const bool of_extensions = key.name == "after" || key.name == "replace";
      if (!of_extensions || (extends() && (key.name == "replace" || has_id(section)))) property(key);
    }
    out_.end_object();
    out_.key("additionalProperties");
    if (section.others == Form::section && section.others_of.empty()) {
      out_.boolean(false);
    } else {
      out_.inline_object();
      if (!section.others_help.empty()) out_.field("description", sentence(section.others_help));
      value(section.others, section.others_of);
      out_.end_object();
    }
    if (!extends()) demand(section);
  }

  void property(const Key& key) {
    out_.key(key.name);
    out_.inline_object();
    out_.field("description", sentence(key.help));
    if (!key.example.empty()) {
      out_.key("examples");
      out_.inline_array();
      render::write_flow(out_, key.example);
      out_.end_array();
    }
    value(key.form, key.of);
    out_.end_object();
  }

  void value(Form form, std::string_view of) {
    if (form == Form::as_needed) return;
    if (form == Form::section) return out_.field("$ref", "#/$defs/" + std::string(of));
    if (form == Form::one_of || form == Form::yes_no)
      return words(form == Form::yes_no ? "yes no true false" : of);
    out_.texts("type", types(form));
    if (form == Form::words || form == Form::labels) {
      out_.key("items");
      out_.inline_object();
      out_.texts("type", std::vector<std::string_view>{"string", "number", "boolean"});
      out_.end_object();
    } else if (form == Form::by_id || form == Form::texts || form == Form::formulas) {
      out_.key("additionalProperties");
      out_.inline_object();
      if (form == Form::by_id) {
        value(Form::section, of);
      } else {
        value(form == Form::texts ? Form::text : Form::formula, {});
      }
      out_.end_object();
    }
  }

  /// The accepted words, and what else YAML may take them for.
  void words(std::string_view all) {
    out_.key("enum");
    out_.inline_array();
    while (!all.empty()) {
      const std::string_view word = all.substr(0, all.find(' '));
      out_.text(word);
      if (word == "1") out_.integer(1);
      if (word == "true" || word == "false") out_.boolean(word == "true");
      all.remove_prefix(std::min(all.size(), word.size() + 1));
    }
    out_.end_array();
  }

  void demand(const Section& section) {
    std::vector<std::string_view> keys;
    for (const Key& key : section.keys) {
      if (key.required) keys.push_back(key.name);
    }
    if (!keys.empty()) out_.texts("required", keys);
  }

  /// Whether anything below must be there. What a stage changes of a component is never whole.
  bool demands(const Section& section) const {
    return std::any_of(section.keys.begin(), section.keys.end(),
                       [&](const Key& key) { return key.required || demands_below(key); });
  }
  bool demands_below(const Key& key) const {
    return (key.form == Form::section || key.form == Form::by_id) && key.name != "change" &&
           demands(section(key.of));
  }

  /// What must be there in a file that extends no other: nothing else is said here.
  void required(const Section& file) {
    out_.inline_object();
    demand(file);
    out_.key("properties");
    out_.inline_object();
    for (const Key& key : file.keys) {
      if (!demands_below(key)) continue;
      out_.key(key.name);
      if (key.form == Form::by_id) {
        out_.inline_object();
        out_.key("additionalProperties");
      }
      required(section(key.of));
      if (key.form == Form::by_id) out_.end_object();
    }
    out_.end_object();
    out_.end_object();
  }

  std::span<const Section> sections_;
  std::span<const Key> common_;
  render::JsonWriter out_;
};

}  // namespace

std::string language_schema(std::string_view id, std::string_view title, std::span<const Section> sections,
                            std::span<const Key> common) {
  return LanguageSchema(sections, common).write(id, title);
}

}  // namespace scaleplan
