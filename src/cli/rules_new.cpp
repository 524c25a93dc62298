// scaleplan rules new: a rule set to begin with, its cases, and a job that tries them.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "question.hpp"
#include "scaleplan/rule_tree.hpp"
#include "scaleplan/rules.hpp"

namespace scaleplan::cli {
namespace {

bool good_name(const std::string& name) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && letter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush())
    throw usage_error("\"" + path.string() + "\" cannot be written", "name a folder you may write to");
}

}  // namespace

int rules_new_verb(Call& call) {
  std::string name;
  std::string folder = ".";
  CLI::App app("Writes a rule set that extends a built-in one, its cases, and a job that tries them.",
               "rules new");
  app.add_option("name", name, "name of the rule set, such as our-shop")->required();
  app.add_option("--dir", folder, "folder to write to");
  parse_arguments(app, call.arguments);
  if (!good_name(name))
    throw usage_error("\"" + name + "\" is no name of a rule set",
                      "write small letters, digits and -: our-shop");
  const auto builtin = builtin_rule_sets();
  if (std::find(builtin.begin(), builtin.end(), name) != builtin.end())
    throw usage_error("\"" + name + "\" is a built-in rule set", "take another name");
  const auto files = new_rules(name);
  for (const NewFile& file : files) {
    const auto path = std::filesystem::path(folder) / file.path;
    if (std::filesystem::exists(path))
      throw usage_error("\"" + path.string() + "\" is there already",
                        "nothing was written; take another name or folder");
  }
  for (const NewFile& file : files) {
    const auto path = std::filesystem::path(folder) / file.path;
    write(path, file.text);
    call.out << path.lexically_normal().string() << "\n";
  }
  return yes;
}

}  // namespace scaleplan::cli
