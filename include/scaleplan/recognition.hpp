// How a rule set recognises its parts among declared resources: values made from found_as and recognition.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/program.hpp"

namespace scaleplan {

/// One node of a question about a declared resource; operands come before it in Recognition::asks.
struct Ask {
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
    any_referrer,
    any_target,
    of_referrer,
    of_target,
    of_naming,  ///< what those answer that name this resource in a text
    places,
    in_group,
    self,
    unknown,
    number_behind,    ///< the number that follows one of some words in a text
    alike_referrers,  ///< whether two or more refer to it, and all answer the same
    most_of,          ///< the greatest number that resources of some types answer
    units_of,         ///< units and zones of a part as it was found
    zones_of,
  };
  Kind kind = Kind::number;
  double number = 0;
  Text text;
  std::vector<std::int32_t> operands;
};

/// One way to recognise a part: resources of `types` for which `where` holds; questions are indices into
/// asks.
struct Way {
  Text id, part;
  std::vector<Text> types;
  std::int32_t where = -1;          ///< -1: always
  std::int32_t units = -1;          ///< how many units one resource stands for; -1: one
  std::int32_t copies = -1;         ///< each unit with its standbys; -1: it does not say
  std::int32_t group = -1;          ///< resources with the same answer are one whole; -1: all are
  std::int32_t size = -1;           ///< name of the size
  std::vector<std::int32_t> zones;  ///< the first that is there tells where its units are
  /// What to change; may hold {needed}, and types and attributes in braces, which a dialect spells its way.
  Text units_action, zones_action, copies_action;
  Place place;
};

/// A stage that any one of some parts proves.
struct Proof {
  Text stage;
  std::vector<Text> parts;
};

/// A kind of resource that says in which zones it is, or what it is made of that says so.
struct PlaceOf {
  Text type;
  std::int32_t ask = -1;    ///< its zones, or the resources that have them
  std::int32_t where = -1;  ///< -1: always
  std::int32_t zones = 0;   ///< 1: it is in one; more: it cannot be made with fewer; 0: neither is said
};

/// What some declarations are instead of a web application, so that the ladder does not size them.
struct Beside {
  Text id, title, says;
  std::int32_t when = -1;  ///< over the parts that were found and over what exists
};

/// A remark about declared resources of `types` for which `when` holds.
struct Lesson {
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

/// An attribute that rules ask for, and the query in native words that answers it.
struct DialectAttribute {
  Text native;  ///< the resource type that has it; empty: every type of the dialect
  Text path;    ///< as rules spell it
  std::int32_t ask = -1;
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
  std::vector<Ask> asks;
  std::vector<Way> ways;
  std::vector<Proof> proofs;
  std::vector<PlaceOf> places;
  std::vector<Text> everywhere;     ///< patterns of references that name several zones
  std::vector<Text> unplaced;       ///< patterns of texts that name a place, but not its zone
  std::vector<Text> assumed;        ///< NAME=VALUE: what is known only when it is made
  std::vector<std::int32_t> names;  ///< questions that tell how a resource is called
  std::vector<Text> types;          ///< every resource type that is mentioned anywhere, as files spell it
  std::vector<DialectTable> dialects;
  std::vector<Beside> beside;
  std::vector<Lesson> lessons;
  std::shared_ptr<const void> memory;  ///< what texts and lists point into
};

/// What `program` says about declarations; read when it is asked for, since few questions need it.
Recognition recognition_of(const Program& program);

}  // namespace scaleplan
