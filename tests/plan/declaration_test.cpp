// Declared values asked as numbers, yes or no, and texts, however they were written.
#include "scaleplan/declaration.hpp"

#include "catch.hpp"

using namespace scaleplan;

namespace {

Attribute text(const std::string& written) {
  Attribute value;
  value.kind = Attribute::Kind::text;
  value.text = written;
  return value;
}

}  // namespace

TEST_CASE("a declared value is found by its key", "[declared]") {
  Attribute map;
  map.kind = Attribute::Kind::map;
  map.keys = {"a", "b"};
  map.items = {text("1"), text("2")};
  REQUIRE(map.find("b") != nullptr);
  CHECK(map.find("b")->text == "2");
  CHECK(map.find("c") == nullptr);
}

TEST_CASE("numbers and yes or no may be written as texts", "[declared]") {
  CHECK(number_of(text("5")) == 5);
  CHECK(number_of(text("-1.5e2")) == -150);
  for (const char* none : {"", "5 GB", "five", "nan", "inf", "0x10", " 5"}) {
    INFO(none);
    CHECK_FALSE(number_of(text(none)));
  }
  CHECK(yes_of(text("true")) == true);
  CHECK(yes_of(text("False")) == false);
  CHECK_FALSE(yes_of(text("yes")));
  CHECK_FALSE(yes_of(text("1")));
  CHECK(text_of(text("a")) == "a");
}

TEST_CASE("an unknown value is neither a number nor yes nor no nor a text", "[declared]") {
  Attribute value;
  for (const auto kind : {Attribute::Kind::unknown, Attribute::Kind::nothing, Attribute::Kind::list}) {
    value.kind = kind;
    CHECK_FALSE(number_of(value));
    CHECK_FALSE(yes_of(value));
    CHECK_FALSE(text_of(value));
  }
  value.kind = Attribute::Kind::yes_no;
  value.yes = true;
  CHECK(yes_of(value) == true);
  CHECK(text_of(value) == "true");
  CHECK_FALSE(number_of(value));
}
