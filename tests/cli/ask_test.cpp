// The dialogue, with somebody at the terminal who is made up.
#include <sstream>

#include "catch.hpp"
#include "folder.hpp"
#include "scaleplan/run.hpp"
#include "support.hpp"

namespace {

scaleplan::test::Outcome talk(const std::vector<std::string>& arguments, const std::string& typed) {
  std::istringstream in(typed);
  std::ostringstream out;
  std::ostringstream err;
  const int code = scaleplan::run(arguments, in, out, err, scaleplan::Stdin::terminal);
  return {code, out.str(), err.str()};
}

int questions(const std::string& dialogue) {
  int count = 0;
  for (std::size_t at = dialogue.find("\n> "); at != std::string::npos; at = dialogue.find("\n> ", at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("ask answers as recommend does, and writes the answers it got", "[ask]") {
  const scaleplan::test::Folder folder;
  const std::string file = folder.file("asked.yaml");
  const auto outcome = talk({"ask", "--output", file}, "50000\n\nconcurrent\n\n\n\n\n\n");
  REQUIRE(outcome.code == 0);
  CHECK(outcome.err.find("1. How many users do you expect?") != std::string::npos);
  CHECK(outcome.err.find("why it matters") != std::string::npos);
  CHECK(questions(outcome.err) <= 7);
  const auto again = scaleplan::test::invoke({"recommend", "--workload", file});
  CHECK(again.out == outcome.out);
  CHECK(folder.read("asked.yaml").find("users: \"50000\"\n") == 0);
}

TEST_CASE("ask puts a question again when the answer is none", "[ask]") {
  const auto outcome = talk({"ask"}, "many\n-5\n700\n");
  REQUIRE(outcome.code == 0);
  CHECK(outcome.err.find("error[W002]: \"many\" is not a value of users") != std::string::npos);
  CHECK(outcome.err.find("error[W003]: \"-5\" is out of range for users") != std::string::npos);
  const auto same = scaleplan::test::invoke({"recommend", "--users", "700"});
  CHECK(outcome.out == same.out);
}

TEST_CASE("whoever does not know the users is asked for the load", "[ask]") {
  const auto outcome = talk({"ask"}, "\n900\n");
  REQUIRE(outcome.code == 0);
  CHECK(outcome.err.find("2. How many requests arrive in the busiest minute?") != std::string::npos);
  const auto same = scaleplan::test::invoke({"recommend", "--peak-rps", "900"});
  CHECK(outcome.out == same.out);
}

TEST_CASE("inputs given by flags are not asked", "[ask]") {
  const auto outcome = talk({"ask", "--users", "50000", "--users-kind", "concurrent"}, "");
  REQUIRE(outcome.code == 0);
  CHECK(outcome.err.find("How many users") == std::string::npos);
  CHECK(outcome.err.find("signed up, active in a month") == std::string::npos);
}

TEST_CASE("a dialogue that says nothing cannot be answered", "[ask]") {
  const auto outcome = talk({"ask"}, "");
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find("error[W004]") != std::string::npos);
}
