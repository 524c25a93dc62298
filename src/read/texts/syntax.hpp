// Says in plain words what the YAML parser means when it stops.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "places.hpp"

namespace scaleplan::read {

inline constexpr std::size_t nowhere = std::string_view::npos;

/// How far reading had come when the parser stopped.
struct Progress {
  std::size_t scalar_begin = nowhere;  ///< of the scalar read last, its quote included
  bool scalar_quoted = false;
  std::size_t open_bracket = nowhere;  ///< the innermost { or [ that is open
  bool after_key = false;              ///< a value was expected
};

struct SyntaxFault {
  std::string code;
  std::string message;
  std::string hint;
  std::size_t at = 0;
  std::size_t bytes = 1;
};

/// The meaning of `message` of the parser about the place `at`.
SyntaxFault explain(std::string_view message, std::size_t at, const Places& places, const Progress& progress);

}  // namespace scaleplan::read
