// scaleplan rules new: a first rule set, its cases, and a CI job that runs them.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "ascii.hpp"
#include "command_line.hpp"
#include "files.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

bool good_name(const std::string& name) {
  return !name.empty() && is_small(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_small(c) || is_digit(c) || c == '-'; });
}

}  // namespace

int rules_new_verb(Call& call) {
  std::string name;
  std::string folder = ".";
  CommandLine line("rules new",
                   "Writes a rule set that extends a built-in one, its cases, and a CI job that runs them.");
  line.option("name", name, "name of the rule set, such as our-shop").required();
  line.option("--dir", folder, "folder to write to");
  line.parse(call.arguments);
  if (!good_name(name))
    throw usage_error(fmt::format("\"{}\" is not a name for a rule set", name),
                      "write small letters, digits and -: our-shop");
  const auto builtin = builtin_rule_sets();
  if (std::find(builtin.begin(), builtin.end(), name) != builtin.end())
    throw usage_error(fmt::format("\"{}\" is a built-in rule set", name), "take another name");
  const auto files = new_rules(name);
  for (const NewFile& file : files) {
    const auto path = std::filesystem::path(folder) / file.path;
    if (std::filesystem::exists(path))
      throw usage_error(fmt::format("\"{}\" exists already", path.string()),
                        "nothing was written; take another name or folder");
  }
  for (const NewFile& file : files) {
    const auto path = std::filesystem::path(folder) / file.path;
    std::error_code failed;  // write_file reports it
    std::filesystem::create_directories(path.parent_path(), failed);
    write_file(path.string(), file.text);
    call.out << path.lexically_normal().string() << "\n";
  }
  return yes;
}

}  // namespace scaleplan::cli
