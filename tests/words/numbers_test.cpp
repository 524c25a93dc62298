// Numbers as text and back: tables of rows, and what is written reads back.
#include "numbers.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "catch.hpp"
#include "support.hpp"

using namespace scaleplan;

TEST_CASE("the whole of a text is a decimal number, or nothing is", "[numbers]") {
  struct Row {
    std::string_view text;
    double value;
  };
  for (const Row& row :
       {Row{"0", 0}, Row{"12", 12}, Row{"-3", -3}, Row{"0.5", 0.5}, Row{".5", 0.5}, Row{"1.", 1},
        Row{"1e6", 1e6}, Row{"1E+6", 1e6}, Row{"2.5e-3", 2.5e-3}, Row{"0e999", 0}, Row{"-0", 0},
        Row{"1e308", 1e308}, Row{"5e-324", 5e-324}, Row{"2.2250738585072011e-308", 2.2250738585072011e-308},
        Row{"9007199254740993", 9007199254740992.0}, Row{"0.1", 0.1}}) {
    CAPTURE(row.text);
    const auto read = read_number(row.text);
    REQUIRE(read.has_value());
    CHECK(*read == row.value);
  }
  for (const std::string_view text : {"", "-", ".", "e5", "1e", "1e+", "1,5", "+1", " 1", "1 ", "0x10", "inf",
                                      "nan", "1k", "--1", "1.2.3", "1e999", "-1e999", "1e-999"}) {
    CAPTURE(text);
    CHECK_FALSE(read_number(text).has_value());
  }
}

TEST_CASE("the number at the start of a text ends where its digits do", "[numbers]") {
  struct Row {
    std::string_view text;
    std::size_t length;
  };
  for (const Row& row :
       {Row{"10k user", 2}, Row{"1e6 req", 3}, Row{"1eur", 1}, Row{"1e+x", 1}, Row{"0.5%", 3}, Row{"1.x", 2},
        Row{"-2ms", 2}, Row{"x", 0}, Row{"-x", 0}, Row{".", 0}, Row{"1e999", 5}}) {
    CAPTURE(row.text);
    CHECK(number_length(row.text) == row.length);
  }
}

TEST_CASE("numbers are written to twelve digits", "[numbers]") {
  struct Row {
    double value;
    std::string_view text;
  };
  for (const Row& row :
       {Row{0, "0"}, Row{0.1 + 0.2, "0.3"}, Row{1050.5, "1050.5"}, Row{-2, "-2"}, Row{1e20, "1e+20"},
        Row{1.0 / 3, "0.333333333333"}, Row{1e-5, "1e-05"}, Row{123456789012.5, "123456789012"}}) {
    CHECK(write_number(row.value) == row.text);
  }
}

TEST_CASE("twelve digits are those of printf", "[numbers][property]") {
  test::Random random(12);
  for (std::size_t i = 0; i < test::cases(2000); ++i) {
    const double value = (random.unit() - 0.5) * std::pow(10.0, static_cast<double>(random.below(30)) - 12);
    std::array<char, 40> expected{};
    std::snprintf(expected.data(), expected.size(), "%.12g", value);
    CHECK(write_number(value) == expected.data());
  }
}

TEST_CASE("an exact number reads back as the same bits", "[numbers][property]") {
  test::Random random(11);
  for (std::size_t i = 0; i < test::cases(2000); ++i) {
    const std::uint64_t bits = random.next();
    const auto value = std::bit_cast<double>(bits);
    if (!std::isfinite(value)) continue;
    const std::string text = write_exact_number(value);
    CAPTURE(text);
    const auto read = read_number(text);
    REQUIRE(read.has_value());
    REQUIRE(std::bit_cast<std::uint64_t>(*read) == bits);
  }
}
