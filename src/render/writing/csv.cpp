// Quotes the fields of a CSV row where they need it.
#include "csv.hpp"

#include <string_view>

namespace scaleplan::render {
namespace {

std::string quoted(std::string_view field) {
  std::string text = "\"";
  for (const char c : field) {
    if (c == '"') text += '"';
    text += c;
  }
  return text += '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) row += ',';
    row += field.find_first_of(",\"\r\n") == std::string::npos ? field : quoted(field);
  }
  return row += '\n';
}

}  // namespace scaleplan::render
