// Text from outside as it is shown: what steers or hides is an escape, all else stays.
#include "shown.hpp"

#include "catch.hpp"

using namespace scaleplan;

TEST_CASE("what would steer or hide is shown as an escape", "[shown]") {
  struct Row {
    std::string_view text, as;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"aws_instance.web[0]", "aws_instance.web[0]"},
           Row{"Gr\xC3\xB6\xC3\x9F"
               "e\t\xE2\x82\xAC",
               "Gr\xC3\xB6\xC3\x9F"
               "e\t\xE2\x82\xAC"},
           Row{"a\nb\rc", "a\\u000ab\\u000dc"},
           Row{"\x1b[31mred", "\\u001b[31mred"},
           Row{"\x7f\xC2\x9B", "\\u007f\\u009b"},
           Row{"\xE2\x80\xAE"
               "abc",
               "\\u202eabc"},
           Row{"\xE2\x80\xA8\xE2\x81\xA6\xEF\xBB\xBF", "\\u2028\\u2066\\ufeff"},
           Row{"\xEF\xBF\xBE", "\\ufffe"},
           Row{"\xF3\xA0\x80\x81", "\\U000e0001"},
           Row{"\xFF", "\\u00ff"},
       }) {
    CHECK(shown(row.text) == row.as);
  }
}

TEST_CASE("lines stay lines", "[shown]") {
  CHECK(lines_shown("a\nb\x1b\n") == "a\nb\\u001b\n");
  CHECK(lines_shown("").empty());
}

TEST_CASE("Markdown shows what would begin code, a link, a mention or HTML", "[shown]") {
  CHECK(shown_in_markdown("a <b> & `c` [d](e) @f *g") == "a &lt;b> &amp; \\`c\\` \\[d](e) &#64;f \\*g");
  CHECK(markdown_code("plain") == "`plain`");
  CHECK(markdown_code("a`b``c") == "``` a`b``c ```");
  CHECK(markdown_code("a\nb") == "`a\\u000ab`");
}
