// Keys with their values, as every section of the JSON answer writes them.
#pragma once

#include <cmath>

#include "scaleplan/recommend.hpp"
#include "writing/json_writer.hpp"
#include "writing/number.hpp"

namespace scaleplan::render {

/// The writer of one answer; each section is a class that builds on it.
class JsonFields {
 public:
  JsonFields(JsonWriter& out, const Recommendation& answer) : answer_(answer), out_(out) {}

 protected:
  void field(std::string_view name, std::string_view value) {
    out_.key(name);
    out_.text(value);
  }
  void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
  void field(std::string_view name, double value) {
    out_.key(name);
    out_.number(value);
  }
  void field(std::string_view name, int value) {
    out_.key(name);
    out_.integer(value);
  }
  void field(std::string_view name, bool value) {
    out_.key(name);
    out_.boolean(value);
  }
  void money(std::string_view name, double usd) { field(name, std::floor(usd * 100 + 0.5) / 100); }
  void none_at(std::string_view name) {
    out_.key(name);
    out_.null();
  }

  void source(const Citations& citations) {
    out_.key("source");
    out_.begin_array(true);
    for (const Citation& citation : citations) out_.text(citation.label);
    out_.end_array();
  }

  void place(const Place& at) {
    field("file", at.file);
    field("line", static_cast<int>(at.line));
  }

  void value(std::string_view name, const Input& input, double value) {
    if (input.type == InputType::choice) return field(name, input.values[as_index(value)]);
    if (input.type == InputType::yes_no) return field(name, value != 0);
    field(name, value / input.unit.factor);
  }

  void stage_id(std::string_view name, int stage) {
    if (stage < 0) return none_at(name);
    field(name, answer_.stages[as_index(stage)].stage->id);
  }

  static std::string_view name_of(Origin origin) {
    if (origin == Origin::given) return "given";
    return origin == Origin::derived ? "derived" : "assumed";
  }

  static std::string_view name_of(LimitKind kind) {
    if (kind == LimitKind::guidance) return "guidance";
    return kind == LimitKind::capacity ? "capacity" : "availability";
  }

  const Recommendation& answer_;
  JsonWriter& out_;
};

/// Components with counts, sizes and bills, links, and the cost of all.
void write_topology(JsonWriter& out, const Recommendation& answer);

/// Until when the answer stands.
void write_headroom(JsonWriter& out, const Recommendation& answer);

/// What would change the answer, and what cannot.
void write_flips(JsonWriter& out, const Recommendation& answer);

/// Which stages a range covers, where one was given.
void write_range(JsonWriter& out, const Recommendation& answer);

/// Lenses, why, decisions, early moves, advice, assumptions.
void write_reasons(JsonWriter& out, const Recommendation& answer);

}  // namespace scaleplan::render
