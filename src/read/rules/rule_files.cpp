// Reads a rule set from its files: the file, what it extends, its catalogues; then compiles it.
#include <algorithm>
#include <memory>
#include <optional>

#include "blame.hpp"
#include "compile/ladder.hpp"
#include "compile/recognition_compiler.hpp"
#include "definitions/catalog_files.hpp"
#include "definitions/settle.hpp"
#include "grammar/described.hpp"
#include "nearest.hpp"
#include "program/prepared.hpp"
#include "rule_files.hpp"
#include "rule_place.hpp"
#include "scaleplan/files.hpp"
#include "texts/csv.hpp"
#include "texts/merge.hpp"

namespace scaleplan {
namespace read {
namespace {

class RuleFiles {
 public:
  RuleFiles(const std::vector<TextFile>& builtin, Report& report, Overlaid& overlaid)
      : builtin_(builtin), report_(report), overlaid_(overlaid) {}
  /// Leaves out what `omission` says, and keeps the files of the disk in `into`.
  RuleFiles(const std::vector<TextFile>& builtin, Report& report, Overlaid& overlaid,
            const Omission& omission, std::vector<Node>& into)
      : builtin_(builtin), report_(report), overlaid_(overlaid), omission_(&omission), files_(&into) {}

  /// A bare name is a built-in rule set when there is one; anything else is a path from the folder of `from`.
  [[nodiscard]] RulePlace place(const RulePlace& from, const std::string& name) const {
    if (!bare(name)) return {beside(from.path, name), from.inside};
    const std::string path = "rules/" + name + ".yaml";
    return known(path) ? RulePlace{path, true}
                       : RulePlace{folder_of(from.path) + name + ".yaml", from.inside};
  }

  /// The tree of the file at `here` laid over the trees it extends.
  Node chain(const RulePlace& here, const Mark& from) {
    if (std::find(under_way_.begin(), under_way_.end(), here) != under_way_.end()) {
      report_.error(from, "R026", "\"" + here.path + "\" extends itself", "break the circle");
      return {};
    }
    under_way_.push_back(here);
    Node own = file(here, from);
    if (report_.failed()) {  // what follows from a tree that is read in part is no news
      under_way_.pop_back();
      return own;
    }
    const auto further = includes(own);
    const Node* base = own.find("extends");
    if (base != nullptr && base->kind == Node::Kind::scalar) {
      const Node below = chain(place(here, base->text), base->at);
      // Without what it extends, everything in the file would be wrong.
      if (below.kind == Node::Kind::nothing) {
        under_way_.pop_back();
        return {};
      }
      keep(own, here);
      const Mark begin = own.at;
      add_units(own, below);
      own = merged(below, own, "ruleset", report_, &overlaid_);
      own.at = begin;
    } else {
      keep(own, here);
    }
    for (const auto& [name, at] : further) {
      if (place(here, name) == here) {
        report_.error(at, "R026", "\"" + here.path + "\" includes itself", "delete it, or name another file");
        continue;
      }
      const Node section = file(place(here, name), at);
      keep(section, place(here, name));
      Overlaid of_sections;
      own = merged(own, section, "ruleset", report_, &of_sections);
    }
    under_way_.pop_back();
    return own;
  }

  /// The place of what the file at `here` extends; nothing when it extends nothing.
  std::optional<RulePlace> base(const RulePlace& here) {
    const Node own = file(here, {});
    report_.stop_if_failed();
    const Node* base = own.find("extends");
    if (base == nullptr || base->kind != Node::Kind::scalar) return std::nullopt;
    return place(here, base->text);
  }

  /// The tree of a file named `name` in the file that `from` is in; a file inside the binary has its full
  /// name.
  Node named(const Mark& from, const std::string& name) {
    const RulePlace here{beside(from.text->name, name), is_inside(from)};
    if (here.inside || !known(name) || std::filesystem::exists(here.path)) return file(here, from);
    return file({name, true}, from);
  }

  /// Reports a rule set that `root` names as its continuation and that is neither built in nor a file.
  void goes_on(const Node& root) {
    const Node* named = root.find("goes_on");
    if (named == nullptr || named->kind != Node::Kind::scalar) return;
    const RulePlace next = place({named->at.text->name, is_inside(named->at)}, named->text);
    if (next.inside ? known(next.path) : std::filesystem::exists(next.path)) return;
    if (!bare(named->text) && std::filesystem::exists(named->text)) return;
    report_.error(named->at, "R026", "\"" + named->text + "\" under goes_on is not a rule set",
                  hint(next, "name a built-in rule set, or a file relative to this one"));
  }

  /// The path, from the working folder, of `name` in the file of `from`.
  [[nodiscard]] std::string seen_from_here(const Mark& from, const std::string& name) const {
    return beside(from.text->name, name);
  }

 private:
  [[nodiscard]] bool is_inside(const Mark& from) const {
    return std::find(inside_.begin(), inside_.end(), from.text) != inside_.end();
  }

  [[nodiscard]] bool known(const std::string& path) const {
    return std::any_of(builtin_.begin(), builtin_.end(), [&](const TextFile& f) { return f.name == path; });
  }

  void keep(const Node& tree, const RulePlace& here) {
    if (files_ != nullptr && !here.inside && tree.at.text != nullptr) files_->push_back(tree);
  }

  Node file(const RulePlace& here, const Mark& from) {
    Node tree = whole_file(here, from);
    take_table_files(
        tree, [&](const Mark& at, const std::string& name) { return named(at, name); }, report_);
    if (omission_ == nullptr || here.path != omission_->file) return tree;
    if (omission_->path.empty())
      std::erase_if(tree.entries, [](const Entry& e) { return !is_heading_key(e.key); });
    Node* map = &tree;
    for (std::size_t i = 0; map != nullptr && i < omission_->path.size(); ++i) {
      const std::string& key = omission_->path[i];
      const auto entry = std::find_if(map->entries.begin(), map->entries.end(),
                                      [&](const Entry& one) { return one.key == key; });
      if (entry == map->entries.end()) break;
      if (i + 1 == omission_->path.size()) {
        map->entries.erase(entry);
        break;
      }
      map = &entry->value;
    }
    return tree;
  }

  Node read_any(const std::string& content, const std::string& path) {
    return path.ends_with(".csv") ? csv_tree(content, path, report_) : read_tree(content, path, report_);
  }

  Node whole_file(const RulePlace& here, const Mark& from) {
    if (here.inside) {
      for (const TextFile& known : builtin_) {
        if (known.name != here.path) continue;
        Node tree = read_any(std::string(known.content), here.path);
        inside_.push_back(tree.at.text);
        return tree;
      }
    }
    try {
      return read_any(read_file(here.path), here.path);
    } catch (const Error& error) {
      if (from.text == nullptr) throw;
      report_.error(from, "R026", error.diagnostics().front().message + ": " + here.path,
                    hint(here, error.diagnostics().front().hint));
      return {};
    }
  }

  /// A built-in rule set or a file beside it of nearly that name, else how paths are read.
  [[nodiscard]] std::string hint(const RulePlace& here, const std::string& of_file) const {
    const std::size_t slash = here.path.find_last_of('/');
    const std::string file = slash == std::string::npos ? here.path : here.path.substr(slash + 1);
    std::vector<std::string> known;
    for (const TextFile& one : builtin_) {
      const std::size_t begin = one.name.find_last_of('/') + 1;
      if (one.name.starts_with("rules/") && one.name.find('/', 6) == std::string_view::npos)
        known.emplace_back(one.name.substr(begin, one.name.size() - begin - 5));
    }
    const std::string bare_name = file.ends_with(".yaml") ? file.substr(0, file.size() - 5) : file;
    if (const std::string near = nearest(bare_name, known); !near.empty()) return did_you_mean(near);
    std::vector<std::string> beside;
    for (const TextFile& one : builtin_) beside.emplace_back(one.name);
    if (here.inside) {
      if (const std::string near = nearest(here.path, beside); !near.empty()) return did_you_mean(near);
    }
    return of_file.starts_with("did you mean") ? of_file : "the path is relative to this file";
  }

  /// Puts the units that `below` counts in before those of `own`: what is inherited is counted in them.
  static void add_units(Node& own, const Node& below) {
    const auto units = std::find_if(own.entries.begin(), own.entries.end(),
                                    [](const Entry& entry) { return entry.key == "units"; });
    const Node* inherited = below.find("units");
    if (units == own.entries.end() || inherited == nullptr || units->value.kind != Node::Kind::list) return;
    std::vector<Node>& all = units->value.items;
    std::vector<Node> first = inherited->items;
    // One that is repeated is the inherited one; if it is repeated twice, that is reported.
    for (const Node& unit : first) {
      const auto again =
          std::find_if(all.begin(), all.end(), [&](const Node& one) { return one.text == unit.text; });
      if (again != all.end()) all.erase(again);
    }
    all.insert(all.begin(), first.begin(), first.end());
  }

  /// The files that `includes` names: further sections of the same rule set.
  static std::vector<std::pair<std::string, Mark>> includes(const Node& own) {
    std::vector<std::pair<std::string, Mark>> all;
    const Node* node = own.find("includes");
    if (node == nullptr) return all;
    if (node->kind == Node::Kind::scalar) all.emplace_back(node->text, node->at);
    for (const Node& item : node->items) all.emplace_back(item.text, item.at);
    return all;
  }

  const std::vector<TextFile>& builtin_;
  Report& report_;
  Overlaid& overlaid_;
  const Omission* omission_ = nullptr;
  std::vector<Node>* files_ = nullptr;
  std::vector<RulePlace> under_way_;
  std::vector<const SourceText*> inside_;
};

Reading read_as(const std::string& name_or_path, const std::vector<TextFile>& builtin,
                const Omission& omission) {
  Reading reading;
  auto& [texts, report, all, program, ranges] = *reading.loaded;
  RuleFiles files(builtin, report, all.overlaid, omission, reading.files);
  all.root = files.chain(bare(name_or_path) ? files.place({}, name_or_path) : RulePlace{name_or_path}, {});
  files.goes_on(all.root);
  if (!report.failed()) {
    reading.reached = 1;
    Declare declare(all, *texts, report,
                    [&](const Mark& from, const std::string& name) { return files.named(from, name); });
    declare.all(program);
    if (!report.failed()) {
      reading.reached = 2;
      ranges = compile_ladder(all, declare, program);
    }
    if (!report.failed()) {
      reading.reached = 3;
      program.recognition = texts->keep(freeze(RecognitionCompiler(all, declare).compile()));
    }
  }
  settle(report, all);
  return reading;
}

}  // namespace

std::unique_ptr<Loaded> load(const std::string& name_or_path, const std::vector<TextFile>& builtin) {
  const auto again = [&](const Omission& omission) { return read_as(name_or_path, builtin, omission); };
  Reading reading = again({});
  auto& loaded = reading.loaded;
  if (loaded->report.failed()) {
    find_culprits(reading, again, [&](const std::string& file) {
      return std::any_of(builtin.begin(), builtin.end(), [&](const TextFile& f) { return f.name == file; });
    });
  }
  loaded->report.stop_if_failed();
  loaded->program.memory = loaded->texts;
  return std::move(loaded);
}

Program read_program(const std::string& name_or_path, const std::vector<TextFile>& builtin) {
  return std::move(load(name_or_path, builtin)->program);
}

namespace {

/// The sources, or what else both say under `key`, of a catalogue and of its use.
void join_lists(Node& use, const Node& catalog, std::string_view key) {
  const Node* more = catalog.find(key);
  if (more == nullptr) return;
  const auto own = std::find_if(use.entries.begin(), use.entries.end(),
                                [&](const Entry& entry) { return entry.key == key; });
  if (own == use.entries.end()) {
    use.entries.push_back({std::string(key), more->at, *more});
    return;
  }
  const auto items = [](const Node& node) {
    return node.kind == Node::Kind::list ? node.items : std::vector<Node>{node};
  };
  Node& all = own->value;
  if (all.kind == Node::Kind::map) {
    for (const Entry& entry : more->entries) {
      if (all.find(entry.key) == nullptr) all.entries.push_back(entry);
    }
    return;
  }
  std::vector<Node> both = items(all);
  for (const Node& item : items(*more)) {
    if (std::none_of(both.begin(), both.end(), [&](const Node& one) { return one.text == item.text; }))
      both.push_back(item);
  }
  all.kind = Node::Kind::list;
  all.items = std::move(both);
}

/// The use of a catalogue without a file: the catalogue's own keys are among its own.
void put_rows(Node& use, const Node& catalog) {
  for (const std::string_view key : {"source", "lint"}) join_lists(use, catalog, key);
  for (const Entry& entry : catalog.entries) {
    if (is_catalog_key(entry.key)) use.entries.push_back(entry);
  }
}

}  // namespace

Node resolved_tree(const std::string& name_or_path, const std::vector<TextFile>& builtin, Catalogs catalogs,
                   Report& report) {
  Overlaid overlaid;
  RuleFiles files(builtin, report, overlaid);
  Node root = files.chain(bare(name_or_path) ? files.place({}, name_or_path) : RulePlace{name_or_path}, {});
  report.stop_if_failed();
  std::erase_if(root.entries, [](const Entry& e) { return e.key == "extends" || e.key == "includes"; });
  for (Entry& section : root.entries) {
    if (section.key != "catalogs") continue;
    const Open open = [&](const Mark& from, const std::string& name) { return files.named(from, name); };
    for (Entry& catalog : section.value.entries) {
      if (catalogs == Catalogs::named) {
        for (Entry& entry : catalog.value.entries) {
          if (entry.key == "file" && entry.value.kind == Node::Kind::scalar)
            entry.value.text = files.seen_from_here(entry.value.at, entry.value.text);
        }
        continue;
      }
      Node whole = whole_catalog(catalog, open, report);
      std::erase_if(catalog.value.entries, [](const Entry& e) { return is_catalog_key(e.key); });
      if (catalogs == Catalogs::rows) {
        put_rows(catalog.value, whole);
      } else {
        Entry content{std::string(catalog_content), catalog.at, std::move(whole)};
        catalog.value.entries.insert(catalog.value.entries.begin(), std::move(content));
      }
    }
  }
  report.stop_if_failed();
  return root;
}

std::string base_of(const std::string& name_or_path, const std::vector<TextFile>& builtin) {
  Report report;
  Overlaid overlaid;
  RuleFiles files(builtin, report, overlaid);
  const auto base = files.base(bare(name_or_path) ? files.place({}, name_or_path) : RulePlace{name_or_path});
  if (!base) return {};
  if (!base->inside) return base->path;
  const std::size_t begin = base->path.find_last_of('/') + 1;
  return base->path.substr(begin, base->path.find_last_of('.') - begin);
}

}  // namespace read

Program read_rules(const std::string& path) { return read::read_program(path, {}); }

}  // namespace scaleplan
