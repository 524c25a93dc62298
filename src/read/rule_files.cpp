// Reads a rule set from its files: the file, what it extends, its catalogues; then compiles it.
#include <algorithm>
#include <memory>

#include "ladder.hpp"
#include "merge.hpp"
#include "rule_files.hpp"

namespace scaleplan {
namespace read {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

class RuleFiles {
 public:
  RuleFiles(const std::vector<TextFile>& builtin, Report& report) : builtin_(builtin), report_(report) {}

  /// The tree of `path` laid over the trees it extends.
  Node chain(const std::string& path, const Mark& from) {
    if (std::find(under_way_.begin(), under_way_.end(), path) != under_way_.end()) {
      report_.error(from, "R026", "\"" + path + "\" extends itself", "break the circle");
      return {};
    }
    under_way_.push_back(path);
    Node own = file(path, from);
    const Node* base = own.find("extends");
    if (base != nullptr && base->kind == Node::Kind::scalar) own = merged(chain(base_path(path, base->text), base->at), own, false, report_);
    under_way_.pop_back();
    return own;
  }

  Node file(const std::string& path, const Mark& from) {
    for (const TextFile& known : builtin_) {
      if (known.name == path) return read_tree(known.content, path, report_);
    }
    try {
      return read_tree(read_file(path), path, report_);
    } catch (const Error& error) {
      if (from.text == nullptr) throw;
      report_.error(from, "R026", error.diagnostics().front().message, "the path is relative to this file");
      return {};
    }
  }

 private:
  /// A bare name is a built-in rule set, or NAME.yaml beside the file; anything else is a path from the file.
  std::string base_path(const std::string& path, const std::string& name) const {
    if (name.find_first_of("./") != std::string::npos) return folder_of(path) + name;
    for (const TextFile& known : builtin_) {
      if (known.name == "rules/" + name + ".yaml") return std::string(known.name);
    }
    return folder_of(path) + name + ".yaml";
  }

  const std::vector<TextFile>& builtin_;
  Report& report_;
  std::vector<std::string> under_way_;
};

}  // namespace

Program read_program(const std::string& path, const std::vector<TextFile>& builtin) {
  const auto texts = std::make_shared<Texts>();
  Definitions all;
  Report report;
  RuleFiles files(builtin, report);
  all.root = files.chain(path, {});
  report.stop_if_failed();
  Program program;
  Declare declare(all, *texts, report, [&](const Mark& from, const std::string& name) {
    return files.file(folder_of(from.text == nullptr ? path : from.text->name) + name, from);
  });
  declare.all(program);
  if (!report.failed()) compile_ladder(all, declare, program);
  report.stop_if_failed();
  program.memory = texts;
  return program;
}

}  // namespace read

Program read_rules(const std::string& path) { return read::read_program(path, {}); }

}  // namespace scaleplan
