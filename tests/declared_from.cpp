// Builds declarations from JSON.
#include "declared_from.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace scaleplan::test {
namespace {

using Json = nlohmann::ordered_json;

Attribute attribute(const Json& json) {
  Attribute value;
  if (json.is_object() && json.contains("unknown")) {
    value.kind = Attribute::Kind::unknown;
    for (const Json& reference : json["unknown"]) value.refers.push_back(reference.get<std::string>());
    return value;
  }
  if (json.is_object() && json.contains("refers")) {
    value = attribute(json["value"]);
    for (const Json& reference : json["refers"]) value.refers.push_back(reference.get<std::string>());
    return value;
  }
  if (json.is_boolean()) {
    value.kind = Attribute::Kind::yes_no;
    value.yes = json.get<bool>();
  } else if (json.is_number()) {
    value.kind = Attribute::Kind::number;
    value.number = json.get<double>();
    value.text = json.dump();
  } else if (json.is_string()) {
    value.kind = Attribute::Kind::text;
    value.text = json.get<std::string>();
  } else if (json.is_array()) {
    value.kind = Attribute::Kind::list;
    for (const Json& item : json) value.items.push_back(attribute(item));
  } else if (json.is_object()) {
    value.kind = Attribute::Kind::map;
    for (const auto& [key, item] : json.items()) {
      value.keys.push_back(key);
      value.items.push_back(attribute(item));
    }
  }
  return value;
}

}  // namespace

Declaration declared_from(const std::string& json) {
  Declaration declaration;
  declaration.files = {"test"};
  std::int32_t line = 0;
  for (Json one : Json::parse(json)) {
    Resource resource;
    resource.type = one["type"].get<std::string>();
    resource.address = one.value("address", resource.type + ".this");
    resource.certain = one.value("certain", true);
    resource.line = ++line;
    const std::string file = one.value("file", "test");
    const auto known = std::find(declaration.files.begin(), declaration.files.end(), file);
    resource.file = static_cast<std::int32_t>(known - declaration.files.begin());
    if (known == declaration.files.end()) declaration.files.push_back(file);
    one.erase("file");
    one.erase("type");
    one.erase("address");
    one.erase("certain");
    resource.attributes = attribute(one);
    declaration.resources.push_back(std::move(resource));
  }
  return declaration;
}

}  // namespace scaleplan::test
