// How a rule set recognises its components among declared resources: compiled from found_as and recognition.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

/// One node of a query about a declared resource; operands come before it in Recognition::queries.
struct Query {
  enum class Kind : std::uint8_t {
    number,
    yes_no,
    text,
    attribute,  ///< text: a path such as "scaling_config.min_size"
    negate,
    opposite,
    add,
    subtract,
    multiply,
    divide,
    less,
    less_equal,
    equal,
    differs,
    both,
    either,
    conditional,
    one_of,  ///< the first operand is among the others
    has,
    given,
    count,
    least,
    greatest,
    first,
    like,
    mentions,
    item,
    exists,
    referred_by,
    referred_at,
    refers_to,
    any,
    deleted,  ///< as any, among the resources that the declaration deletes
    any_referrer,
    any_target,
    of_referrer,
    of_target,
    of_naming,  ///< of resources that name this one in a text
    of_all,     ///< x of the resources of some types for which a condition holds
    total_of,   ///< the sum of x over them
    places,
    in_group,
    self,
    unknown,
    number_behind,    ///< the number after one of some words in a text
    alike_referrers,  ///< whether two or more refer to it, with the same value
    most_of,          ///< the greatest value among resources of some types
    instances_of,     ///< instances and zones of a component as found
    zones_of,
  };
  Kind kind = Kind::number;
  double number = 0;
  Text text;
  std::vector<std::int32_t> operands;
};

/// A figure of a size, by the column of the catalogue that holds it.
struct SizeFigure {
  Text column;
  Text unit;                ///< as the column has it; empty where none is known
  std::int32_t query = -1;  ///< in the unit of the column
};

/// An input of the workload that a declaration decides, unless the workload gives it.
struct DecidedInput {
  Text input;
  std::int32_t query = -1;  ///< one of the values of the input, as a text
};

/// Matches resources of `types` for which `where` holds as a component; numbers are indices into queries.
struct Matcher {
  Text id, component;
  std::vector<Text> types;
  std::int32_t where = -1;          ///< -1: always
  std::int32_t instances = -1;      ///< that one resource stands for; -1: one
  std::int32_t copies = -1;         ///< each instance with its standbys; -1: not given
  std::int32_t group = -1;          ///< resources with the same value are one group; -1: all are
  std::int32_t size = -1;           ///< name of the size
  std::vector<SizeFigure> figures;  ///< that make the size where it has no name
  std::vector<std::int32_t> zones;  ///< the first with a value gives the zones of its instances
  std::vector<DecidedInput> decides;
  /// Actions; may hold {needed}, and types and attributes in braces, which each dialect spells in its way.
  Text instances_action, zones_action, copies_action;
  Place place;
};

/// A stage that any one of some components proves.
struct Proof {
  Text stage;
  std::vector<Text> components;
};

/// A type of resource that has zones, or refers to resources that have them.
struct ZoneSource {
  Text type;
  std::int32_t query = -1;  ///< its zones, or the resources that have them
  std::int32_t where = -1;  ///< -1: always
  std::int32_t zones = 0;   ///< 1: it is in one; more: it needs that many; 0: neither
};

/// A component that another file may declare, so that its absence is unknown.
struct Elsewhere {
  Text component;
  std::int32_t when = -1;  ///< over the components that were found and over what exists
};

/// A kind of declaration that is no web application, so that the ladder does not size it.
struct OutOfScope {
  Text id, title, says;
  std::int32_t when = -1;  ///< over the components that were found and over what exists
};

/// An advisory on declared resources of `types` for which `when` holds.
struct Advisory {
  Text id, title, says, action;
  std::vector<Text> types;
  std::int32_t when = -1;
  Citations source;
  Place place;
};

/// A resource type of a dialect, and the type by which rules know it.
struct DialectType {
  Text native;              ///< as files of the dialect spell it
  Text type;                ///< as rules spell it
  std::int32_t where = -1;  ///< condition in native words; -1: always
};

/// An attribute that rules name, and the query in native words that answers it.
struct DialectAttribute {
  Text native;  ///< the resource type that has it; empty: every type of the dialect
  Text path;    ///< as rules spell it
  std::int32_t query = -1;
};

/// How one language of declarations spells the types and attributes that rules name.
struct DialectTable {
  Text id;
  bool written = false;  ///< whether people wrote every value of a file, so that given() is has()
  std::vector<DialectType> types;
  std::vector<DialectAttribute> attributes;
};

/// Everything that a rule set says about declarations.
struct Recognition {
  std::vector<Query> queries;
  std::vector<Matcher> matchers;
  std::vector<Proof> proofs;
  std::vector<ZoneSource> zone_sources;
  std::vector<Text> everywhere;     ///< patterns of references that name several zones
  std::vector<Text> unplaced;       ///< patterns of texts that name a place, but not its zone
  std::vector<Text> assumed;        ///< NAME=VALUE: values that only a deployment knows
  std::vector<std::int32_t> names;  ///< queries for the names of a resource
  std::vector<Text> types;          ///< every resource type that is mentioned anywhere, as files spell it
  std::vector<DialectTable> dialects;
  std::vector<DecidedInput> decides;  ///< over the declaration as a whole
  std::vector<Text> every_group;      ///< components all of whose groups have to meet a demand
  std::vector<Elsewhere> elsewhere;
  std::vector<OutOfScope> out_of_scope;
  std::vector<Advisory> advisories;
  std::shared_ptr<const void> memory;  ///< storage of texts and lists
};

/// The recognition of `program`; read on demand, since few commands need it.
Recognition recognition_of(const Program& program);

}  // namespace scaleplan
