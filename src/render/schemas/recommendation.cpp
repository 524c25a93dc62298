// The JSON Schema of scaleplan.recommendation/1, as strict as the answer is regular.
#include <string_view>

#include "scaleplan/recommend.hpp"

namespace scaleplan {

namespace {

constexpr std::string_view recommendation = R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "scaleplan.recommendation/1",
  "title": "Answer of scaleplan recommend",
  "type": "object",
  "additionalProperties": false,
  "required": ["schema", "ruleset", "workload", "stage", "score", "topology", "cost", "lenses", "why", "headroom", "flips", "settled", "idle", "decisions", "early_moves", "advice", "assumptions", "stages"],
  "properties": {
    "schema": {"const": "scaleplan.recommendation/1"},
    "ruleset": {"type": "object", "additionalProperties": false, "required": ["id", "title", "version"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "version": {"type": "string"}}},
    "workload": {"description": "every input of the rule set, by its flag", "type": "object", "additionalProperties": {
      "type": "object", "additionalProperties": false, "required": ["value", "unit", "origin", "source"],
      "properties": {"value": {"$ref": "#/$defs/value"}, "unit": {"type": "string"},
        "origin": {"enum": ["given", "derived", "assumed"]}, "source": {"$ref": "#/$defs/labels"}}}},
    "stage": {"description": "the id of the first stage whose limits all hold; null when none holds", "type": ["string", "null"]},
    "score": {"$ref": "#/$defs/score"},
    "topology": {"type": "object", "additionalProperties": false, "required": ["components", "links"], "properties": {
      "components": {"type": "array", "items": {"$ref": "#/$defs/component"}},
      "links": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["from", "to"],
        "properties": {"from": {"type": "string"}, "to": {"type": "string"}}}}}},
    "cost": {"description": "USD a month", "type": "object", "additionalProperties": false,
      "required": ["firm_usd_per_month", "soft_usd_per_month", "usd_per_month", "region", "as_of", "not_counted"],
      "properties": {"firm_usd_per_month": {"$ref": "#/$defs/money"}, "soft_usd_per_month": {"$ref": "#/$defs/money"}, "usd_per_month": {"$ref": "#/$defs/money"},
        "region": {"type": ["string", "null"]}, "as_of": {"type": "string"}, "not_counted": {"type": "array", "items": {"type": "string"}}}},
    "lenses": {"type": "object", "additionalProperties": false, "required": ["guidance", "load", "binding"],
      "properties": {"guidance": {"$ref": "#/$defs/lens"}, "load": {"$ref": "#/$defs/lens"}, "binding": {"enum": ["guidance", "capacity", "availability", null]}}},
    "why": {"type": "object", "additionalProperties": false, "required": ["too_small", "next"], "properties": {
      "too_small": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "breaks"],
        "properties": {"id": {"type": "string"}, "breaks": {"type": "array", "minItems": 1, "items": {"type": "string"}}}}},
      "next": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false, "required": ["id", "title", "usd_per_month_more", "holds"],
        "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "usd_per_month_more": {"type": "number"}, "holds": {"type": "boolean"}}}]}}},
    "headroom": {"description": "until when the answer stands, in whole units of the input that grows (users, unless the rule set names another), a given load growing with it; null counts have no end",
      "anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false,
      "required": ["users", "stage_users", "factor", "ends_by", "machines_users", "ends", "lifts"],
      "properties": {"users": {"description": "the count of the question", "type": "number"},
        "stage_users": {"description": "the largest count at which the stage is still the recommendation", "type": ["number", "null"]},
        "factor": {"description": "stage_users over users", "type": ["number", "null"]},
        "ends_by": {"description": "the limit that breaks first", "type": ["string", "null"]},
        "machines_users": {"description": "the largest count that the machines as bought carry", "type": ["number", "null"]},
        "ends": {"description": "of the limits of the stage, the soonest first", "type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["limit", "breaks_at_users", "utilization"], "properties": {"limit": {"type": "string"},
            "breaks_at_users": {"description": "the smallest count at which it breaks", "type": ["number", "null"]}, "utilization": {"type": ["number", "null"]}}}},
        "lifts": {"description": "what is done when the machines, then the stage, are full", "type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["kind", "at_users", "component", "need", "zone_lost", "instances", "size", "stage", "usd_per_month_more"],
          "properties": {"kind": {"enum": ["size", "instances", "stage"]}, "at_users": {"type": "number"}, "component": {"type": ["string", "null"]},
            "need": {"description": "what the machines are full of", "type": ["string", "null"]}, "zone_lost": {"description": "whether they are full while a zone is lost", "type": ["boolean", "null"]},
            "instances": {"type": ["integer", "null"]}, "size": {"type": ["string", "null"]}, "stage": {"type": ["string", "null"]}, "usd_per_month_more": {"type": "number"}}}}}}]},
    "flips": {"description": "values of single inputs at which another stage is needed, the nearest first", "type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["input", "assumed", "unit", "published_low", "published_high", "mistaken", "value", "stage", "usd_per_month"],
      "properties": {"input": {"type": "string"}, "assumed": {"$ref": "#/$defs/value"}, "published_low": {"type": ["number", "null"]}, "published_high": {"type": ["number", "null"]},
        "value": {"$ref": "#/$defs/value"}, "unit": {"type": "string"}, "stage": {"type": ["string", "null"]}, "usd_per_month": {"$ref": "#/$defs/money"},
        "mistaken": {"description": "the value was given, and this is what it is if it was meant otherwise", "type": "boolean"}}}},
    "settled": {"description": "assumed inputs that cannot change the stage within their published range", "$ref": "#/$defs/labels"},
    "idle": {"description": "those of settled that do not change the bill either", "$ref": "#/$defs/labels"},
    "range": {"description": "where inputs were given as ranges: the stage at their ends and in their middle, and what share of them each stage covers",
      "type": "object", "additionalProperties": false, "required": ["low_stage", "likely_stage", "high_stage", "shares", "least_regret_stage", "regret", "points", "inputs"],
      "properties": {"low_stage": {"type": ["string", "null"]}, "likely_stage": {"type": ["string", "null"]}, "high_stage": {"type": ["string", "null"]},
        "shares": {"description": "by stage; none: no stage holds", "type": "object", "additionalProperties": {"type": "number", "minimum": 0, "maximum": 1}},
        "least_regret_stage": {"type": ["string", "null"]},
        "regret": {"type": "object", "additionalProperties": false, "required": ["too_small", "too_big", "because", "source"],
          "properties": {"too_small": {"type": "number"}, "too_big": {"type": "number"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}},
        "points": {"type": "integer", "minimum": 1},
        "inputs": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["input", "low", "likely", "high", "unit", "given"],
          "properties": {"input": {"type": "string"}, "low": {"type": "number"}, "likely": {"type": "number"}, "high": {"type": "number"},
            "unit": {"type": "string"}, "given": {"description": "else the published range of an assumed input", "type": "boolean"}}}}}},
    "decisions": {"type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "option", "option_title", "shown", "because", "source", "place"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "option": {"type": "string"}, "option_title": {"type": "string"},
        "shown": {"type": "boolean"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}, "place": {"$ref": "#/$defs/place"}}}},
    "early_moves": {"type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "advised", "accepted", "stage", "usd_per_month_more", "because", "source"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "advised": {"type": "boolean"}, "accepted": {"type": "boolean"},
        "stage": {"type": ["string", "null"]}, "usd_per_month_more": {"type": "number"}, "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}},
    "advice": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "title", "says", "value", "unit", "source"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "says": {"type": "string"}, "value": {"type": ["number", "null"]},
        "unit": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}},
    "assumptions": {"description": "what was not given, the most decisive first", "type": "array", "items": {"type": "object", "additionalProperties": false,
      "required": ["input", "assumed", "unit", "because", "source", "where_to_look", "low", "high"],
      "properties": {"input": {"type": "string"}, "assumed": {"$ref": "#/$defs/value"}, "unit": {"type": "string"}, "because": {"type": "string"},
        "source": {"$ref": "#/$defs/labels"}, "where_to_look": {"type": "string"}, "low": {"$ref": "#/$defs/flip"}, "high": {"$ref": "#/$defs/flip"}}}},
    "stages": {"type": "array", "minItems": 1, "items": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "score", "holds", "availability", "usd_per_month", "limits"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "score": {"$ref": "#/$defs/score"}, "holds": {"type": "boolean"},
        "availability": {"type": "number", "minimum": 0, "maximum": 1}, "usd_per_month": {"$ref": "#/$defs/money"},
        "limits": {"type": "array", "items": {"$ref": "#/$defs/limit"}}}}}
  },
  "$defs": {
    "value": {"type": ["number", "string", "boolean", "null"]},
    "labels": {"type": "array", "items": {"type": "string"}},
    "score": {"type": "number", "minimum": 0, "maximum": 100},
    "money": {"type": "number", "minimum": 0},
    "lens": {"type": "object", "additionalProperties": false, "required": ["stage", "usd_per_month"],
      "properties": {"stage": {"type": ["string", "null"]}, "usd_per_month": {"type": ["number", "null"]}}},
    "place": {"type": "object", "additionalProperties": false, "required": ["file", "line"], "properties": {"file": {"type": "string"}, "line": {"type": "integer", "minimum": 1}}},
    "flip": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": false, "required": ["value", "stage", "usd_per_month"],
      "properties": {"value": {"$ref": "#/$defs/value"}, "stage": {"type": ["string", "null"]}, "usd_per_month": {"$ref": "#/$defs/money"}}}]},
    "limit": {"type": "object", "additionalProperties": false,
      "required": ["id", "component", "kind", "zone_lost", "title", "need", "limit", "unit", "utilization", "because", "source", "place"],
      "properties": {"id": {"type": "string"}, "component": {"description": "null: the limit is the stage's own", "type": ["string", "null"]}, "kind": {"enum": ["guidance", "capacity", "availability"]},
        "zone_lost": {"description": "whether it is what the component carries while a zone is lost", "type": "boolean"}, "title": {"type": "string"},
        "need": {"type": ["number", "null"]}, "limit": {"type": ["number", "null"]}, "unit": {"type": "string"},
        "utilization": {"description": "null: something is needed of nothing", "type": ["number", "null"]}, "because": {"type": "string"},
        "source": {"$ref": "#/$defs/labels"}, "place": {"$ref": "#/$defs/place"}}},
    "component": {"type": "object", "additionalProperties": false,
      "required": ["id", "title", "service", "tier", "instances", "standbys", "size", "zones", "enough", "usd_per_month", "needs", "bill", "because", "source"],
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "service": {"type": "string"}, "tier": {"type": "string"},
        "instances": {"type": "integer", "minimum": 1}, "standbys": {"type": "integer", "minimum": 0}, "size": {"type": ["string", "null"]},
        "zones": {"type": "integer", "minimum": 1}, "enough": {"type": "boolean"}, "usd_per_month": {"$ref": "#/$defs/money"},
        "needs": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["need", "utilization", "zone_lost_utilization"],
          "properties": {"need": {"type": "string"}, "utilization": {"type": ["number", "null"]}, "zone_lost_utilization": {"type": ["number", "null"]}}}},
        "bill": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["id", "title", "kind", "usd_per_month", "source"],
          "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "kind": {"enum": ["firm", "soft"]}, "usd_per_month": {"$ref": "#/$defs/money"}, "source": {"$ref": "#/$defs/labels"}}}},
        "because": {"type": "string"}, "source": {"$ref": "#/$defs/labels"}}}
  }
}
)";

}  // namespace

std::string recommendation_schema() { return std::string(recommendation); }

}  // namespace scaleplan
