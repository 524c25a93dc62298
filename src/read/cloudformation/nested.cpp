// Templates inside templates: found by the name of their file beside the one that names them.
#include <algorithm>
#include <utility>

#include "functions.hpp"
#include "template.hpp"

namespace scaleplan::read {
namespace {

constexpr int deepest = 8;
constexpr int most_nested = 200;

std::string folder_of(const std::string& name) {
  const std::size_t slash = name.find_last_of('/');
  return slash == std::string::npos ? std::string() : name.substr(0, slash + 1);
}

/// Paths that an address may mean here, the longest first: https://host/a/b.yaml is a/b.yaml, or b.yaml.
std::vector<std::string> paths_in(std::string_view address) {
  std::vector<std::string> paths;
  address = address.substr(0, address.find('?'));
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address = address.substr(address.find('/', scheme + 3) + 1);
  while (address.starts_with("./")) address.remove_prefix(2);
  while (!address.empty()) {
    // The unknown part of an address is in ${}: the path follows it.
    if (address.front() != '/' && address.find("${") == std::string_view::npos) paths.emplace_back(address);
    const std::size_t slash = address.find('/');
    if (slash == std::string_view::npos) break;
    address.remove_prefix(slash + 1);
  }
  return paths;
}

struct FoundFile {
  std::string path, content;
};

std::optional<FoundFile> find_file(const Template& above, const Attribute& address, TemplateRun& run) {
  if (!run.options.load) return std::nullopt;
  for (const std::string& path : paths_in(address.text)) {
    const std::string there = folder_of(above.name) + path;
    if (auto content = run.options.load(there)) return FoundFile{there, std::move(*content)};
  }
  return std::nullopt;
}

bool is_above(const Template& above, const std::string& path) {
  for (const Template* one = &above; one != nullptr; one = one->above) {
    if (one->name == path) return true;
  }
  return false;
}

/// A list written with Join(",") is passed as the list it was.
std::optional<Attribute> passed_value(const Node& node, Template& above, TemplateRun& run) {
  const auto call = call_of(node);
  if (call && call->name == "Join" && call->argument->items.size() == 2 &&
      call->argument->items[0].text == ",") {
    return evaluate(call->argument->items[1], above, run);
  }
  return evaluate(node, above, run);
}

std::unique_ptr<Template> open(Template& above, const Entry& stack, TemplateRun& run) {
  const Node* properties = stack.value.find("Properties");
  const Node* address = properties == nullptr ? nullptr : properties->find("TemplateURL");
  if (address == nullptr) return nullptr;
  const auto value = evaluate(*address, above, run);
  const auto found = value ? find_file(above, *value, run) : std::nullopt;
  const bool again = found && is_above(above, found->path);
  if (!found || again || above.depth >= deepest || run.nested >= most_nested) {
    run.into.unread = true;
    note(run, address->at, "D202",
         again    ? "this template nests itself"
         : !found ? "the template of this stack is not beside this file"
                  : "templates are nested too deeply",
         "its resources are not counted; check it separately");
    return nullptr;
  }
  ++run.nested;
  auto nested = std::make_unique<Template>();
  nested->name = found->path;
  nested->prefix = above.prefix + stack.key + ".";
  nested->depth = above.depth + 1;
  nested->above = &above;
  nested->file = static_cast<std::int32_t>(run.into.files.size());
  run.into.files.push_back(found->path);
  nested->tree = template_tree({found->path, found->content, {}}, run.report);
  std::map<std::string, Attribute> passed;
  if (const Node* given = properties->find("Parameters")) {
    for (const Entry& entry : given->entries) {
      if (auto one = passed_value(entry.value, above, run)) passed.emplace(entry.key, std::move(*one));
    }
  }
  fill_parameters(*nested, run, passed);
  return nested;
}

}  // namespace

Template* nested_template(Template& above, std::string_view stack, TemplateRun& run) {
  const auto known = above.nested.find(stack);
  if (known != above.nested.end()) return known->second.get();
  const Node* resources = above.tree.find("Resources");
  if (resources == nullptr) return nullptr;
  for (const Entry& entry : resources->entries) {
    if (entry.key != stack) continue;
    const Node* type = entry.value.find("Type");
    if (type == nullptr || type->text != stack_type) return nullptr;
    // A template inside itself is not opened again.
    above.nested.emplace(stack, nullptr);
    auto opened = open(above, entry, run);
    return (above.nested.find(stack)->second = std::move(opened)).get();
  }
  return nullptr;
}

}  // namespace scaleplan::read
