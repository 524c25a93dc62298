// Scans arguments for one flag.
#include "arguments.hpp"

#include <cstddef>

namespace scaleplan::cli {
namespace {

bool is_short(std::string_view argument, std::string_view name) {
  return name == "output" && argument.starts_with("-o");
}

}  // namespace

bool is_flag(std::string_view argument, std::string_view name) {
  if (is_short(argument, name)) return true;
  if (!argument.starts_with("--")) return false;
  argument.remove_prefix(2);
  return argument.starts_with(name) && (argument.size() == name.size() || argument[name.size()] == '=');
}

std::vector<std::string> values_of(const std::vector<std::string>& arguments, std::string_view name) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!is_flag(arguments[i], name)) continue;
    const bool brief = is_short(arguments[i], name);
    const std::size_t flag = brief ? 2 : name.size() + 2;
    if (arguments[i].size() > flag) {
      values.push_back(arguments[i].substr(brief ? flag : flag + 1));
    } else if (i + 1 < arguments.size()) {
      values.push_back(arguments[i + 1]);
    }
  }
  return values;
}

}  // namespace scaleplan::cli
