// Decides on colour by the conventions of terminals.
#include "colour.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace scaleplan::cli {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' && std::string_view(value) != "0";
}

/// Only the process's own streams can be terminals; a string stream is not one.
bool is_terminal(const std::ostream& stream) {
  if (&stream == &std::cout) return isatty(STDOUT_FILENO) != 0;
  return &stream == &std::cerr && isatty(STDERR_FILENO) != 0;
}

}  // namespace

bool coloured(const std::string& wish, const std::ostream& stream) {
  if (wish == "always") return true;
  if (wish == "never" || is_set("NO_COLOR")) return false;
  if (is_set("CLICOLOR_FORCE")) return true;
  const char* terminal = std::getenv("TERM");
  return is_terminal(stream) && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace scaleplan::cli
