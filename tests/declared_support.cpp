// Shows declarations in a form that tests can compare.
#include "declared_support.hpp"

#include <sstream>
#include <stdexcept>

#include "scaleplan/architecture.hpp"
#include "scaleplan/rules.hpp"

namespace scaleplan::test {

Declaration declare(const std::string& content, const DeclaredOptions& options) {
  return read_declaration({{"f", content, {}}}, options);
}

const Resource& named(const Declaration& declaration, std::string_view address) {
  for (const Resource& resource : declaration.resources) {
    if (resource.address == address) return resource;
  }
  throw std::runtime_error("no resource " + std::string(address));
}

const Attribute& at(const Resource& resource, std::string_view path) {
  const Attribute* value = &resource.attributes;
  std::istringstream words{std::string(path)};
  for (std::string word; std::getline(words, word, '.');) {
    const bool list = value->kind == Attribute::Kind::list;
    const Attribute* next =
        list && std::stoul(word) < value->items.size() ? &value->items[std::stoul(word)] : value->find(word);
    if (next == nullptr) throw std::runtime_error("no " + std::string(path) + " in " + resource.address);
    value = next;
  }
  return *value;
}

std::vector<std::string> addresses(const Declaration& declaration) {
  std::vector<std::string> result;
  for (const Resource& resource : declaration.resources) {
    result.push_back(resource.address + (resource.certain ? "" : "?"));
  }
  return result;
}

std::string shown(const Attribute& value) {
  std::string text;
  switch (value.kind) {
    case Attribute::Kind::nothing:
      text = "null";
      break;
    case Attribute::Kind::unknown:
      text = "(unknown)";
      break;
    case Attribute::Kind::text:
      text = "'" + value.text + "'";
      break;
    case Attribute::Kind::number:
    case Attribute::Kind::yes_no:
      text = text_of(value).value();
      break;
    case Attribute::Kind::list:
    case Attribute::Kind::map: {
      const bool map = value.kind == Attribute::Kind::map;
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        text +=
            (i == 0 ? "" : ", ") + (map ? value.keys.at(i) + ": " : std::string()) + shown(value.items[i]);
      }
      text = (map ? "{" : "[") + text + (map ? "}" : "]");
      break;
    }
  }
  for (std::size_t i = 0; i < value.refers.size(); ++i) text += (i == 0 ? " <- " : ", ") + value.refers[i];
  return text;
}

std::vector<std::string> faults(const std::string& content, const DeclaredOptions& options) {
  std::vector<Diagnostic> found;
  try {
    found = declare(content, options).notes;
  } catch (const Error& error) {
    found = error.diagnostics();
  }
  std::vector<std::string> result;
  for (const Diagnostic& one : found) {
    result.push_back(one.code + (one.at.line == 0 ? std::string()
                                                  : " " + std::to_string(one.at.line) + ":" +
                                                        std::to_string(one.at.column)));
  }
  return result;
}

std::string parts_of(const Declaration& declaration) {
  static const Program program = load_rules("aws");
  static const Recognition rules = recognition_of(program);
  const Architecture found = architecture_of(program, rules, declaration);
  const auto shown = [](const Amount& amount) {
    return std::to_string(amount.least) + (amount.open ? "?" : "");
  };
  std::string all;
  for (const FoundComponent& component : found.components) {
    if (component.resources.empty()) continue;
    all += (all.empty() ? "" : ", ") + std::string(component.id) + " " + shown(component.instances) + "/" +
           shown(component.zones);
  }
  if (found.out_of_scope != nullptr) all += (all.empty() ? "" : ", ") + std::string(found.out_of_scope->id);
  return all;
}

}  // namespace scaleplan::test
