// CSV rows: which fields are quoted, and how.
#include "writing/csv.hpp"
#include "catch.hpp"

using scaleplan::render::csv_row;

TEST_CASE("a CSV row quotes the fields that need it, and no others", "[csv]") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> rows = {
      {{"a"}, "a\n"},
      {{"a", "b", "1.5"}, "a,b,1.5\n"},
      {{"", ""}, ",\n"},
      {{"", "b", ""}, ",b,\n"},
      {{"a b", " c "}, "a b, c \n"},
      {{"NAT gateway, IPv4", "32"}, "\"NAT gateway, IPv4\",32\n"},
      {{"a \"large\" one"}, "\"a \"\"large\"\" one\"\n"},
      {{"\""}, "\"\"\"\"\n"},
      {{"two\nlines", "x"}, "\"two\nlines\",x\n"},
      {{"carriage\rreturn"}, "\"carriage\rreturn\"\n"},
      {{"a,b", "c\r\nd", "e"}, "\"a,b\",\"c\r\nd\",e\n"}};
  for (const auto& [fields, row] : rows) {
    INFO(row);
    CHECK(csv_row(fields) == row);
  }
}
