// Translates the messages of yaml-cpp, which name its grammar, into what a writer of the file did.
#include "syntax.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "layout.hpp"
#include "written.hpp"

namespace scaleplan::read {
namespace {

struct Phrase {
  std::string_view parser, code, message, hint;
};

// Messages that mean the same thing wherever they come; the hint "quote" is made from the value.
constexpr std::array<Phrase, 20> phrases = {{
    {"the referenced anchor is not defined", "Y011", "a value cannot begin with *: aliases are not accepted",
     "quote"},
    {"alias not found after *", "Y011", "a value cannot begin with *", "quote"},
    {"illegal character found while scanning alias", "Y011", "a value cannot begin with *", "quote"},
    {"aliases can't have any content", "Y011", "aliases are not accepted", "write the value out"},
    {"anchor not found after &", "Y010", "a value cannot begin with &", "quote"},
    {"illegal character found while scanning anchor", "Y010", "a value cannot begin with &", "quote"},
    {"cannot assign multiple anchors", "Y010", "anchors are not accepted",
     "write the value out where it is needed"},
    {"tag handle with no suffix", "Y012", "a value cannot begin with !", "quote"},
    {"illegal character found while scanning tag handle", "Y012", "a value cannot begin with !", "quote"},
    {"end of verbatim tag not found", "Y012", "a value cannot begin with !", "quote"},
    {"cannot assign multiple tags", "Y012", "tags are not accepted", "delete the tags"},
    {"illegal block entry", "Y008", "a list cannot begin here",
     "begin the list on a new line, or quote a value with -"},
    {"illegal map key", "Y008", "\"? \" is not accepted here", "quote"},
    {"illegal flow end", "Y008", "this bracket does not close the one that is open",
     "quote a value that holds brackets"},
    {"illegal document indicator", "Y008", "--- or ... inside quotes", "indent this line"},
    {"unknown escape character", "Y008", "no such escape in double quotes",
     "write \\\\ for \\, or use single quotes"},
    {"bad character found while scanning hex", "Y008", "this escape needs hexadecimal digits",
     "write \\u and four digits"},
    {"invalid unicode", "Y008", "this escape is not a character", "write the character itself"},
    {"unexpected character in block scalar", "Y018", "text after | or > in the line where it begins",
     "quote"},
    {"cannot set zero indentation", "Y008", "text cannot be indented by 0",
     "write a digit from 1 to 9 after | or >"},
}};

/// The hint to quote the value at `at`; among brackets nobody knows where it was meant to end.
std::string quote_hint(std::size_t at, const Places& places, const Progress& progress) {
  if (progress.open_bracket != nowhere || at >= places.content().size()) return quoting_hint({});
  return quoting_hint(rest_of_line(places.content(), at));
}

bool same_line(std::size_t a, std::size_t b, const Places& places) {
  return a != nowhere && b != nowhere && places.line_begin(a) == places.line_begin(b);
}

std::string line_name(std::size_t at, const Places& places) {
  const std::string_view before = places.content().substr(0, at);
  return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
}

/// A colon where none can be: in the middle of a value, or after a key that stands in the wrong
/// place.
SyntaxFault wrong_colon(std::size_t at, const Places& places, const Progress& progress) {
  const std::size_t begin = progress.scalar_begin;
  const std::size_t first = places.content().find_first_not_of(" \t", places.line_begin(at));
  if (auto wrong = bracket_behind_word(at, places)) return *wrong;
  if (begin != nowhere && begin < at && same_line(begin, at, places) && begin != first) {
    return {"Y018", "\": \" inside an unquoted value", quote_hint(begin, places, progress), at, 1};
  }
  if (const auto wrong = wrong_line(at, places)) return *wrong;
  return {"Y008", "a key cannot stand here: the line above has a value already, or is not \"key: value\"",
          "indent the key like its neighbours", std::min(first, at), at - std::min(first, at)};
}

/// Something that is no key where a block map or list goes on.
SyntaxFault not_continued(std::size_t at, const Places& places) {
  const std::string_view content = places.content();
  if (places.first_in_line(at)) {
    if (content.substr(at, 2) == "- " || content.substr(at, 2) == "-\n") {
      return {"Y008", "a list item where a key is expected", "indent the list below its key", at, 1};
    }
    if (const auto wrong = wrong_line(at, places)) return *wrong;
    return {"Y008", "the indentation of this line fits none of the lines above",
            "indent it exactly like its neighbours", at, 1};
  }
  if (auto wrong = bracket_behind_word(at, places)) return *wrong;
  return {"Y018", "unexpected text after the value", quoting_hint({}), at,
          std::max<std::size_t>(1, rest_of_line(content, at).size())};
}

/// A bracket that is open where a line begins that is no further indented than its own.
std::optional<SyntaxFault> open_bracket(std::size_t at, const Places& places, const Progress& progress) {
  // The parser has not reported a bracket that it is still looking behind.
  const bool item = places.content().substr(at, 2) == "- " && places.first_in_line(at);
  const std::size_t open =
      progress.open_bracket == nowhere && item ? open_bracket_before(at, places) : progress.open_bracket;
  if (open == nowhere || same_line(open, at, places) || indentation(at, places) > indentation(open, places))
    return std::nullopt;
  const std::string bracket(1, places.content()[open]);
  return SyntaxFault{
      "Y008", "this " + bracket + " is never closed",
      std::string("write the closing ") + (bracket == "{" ? "}" : "]") + " before " + line_name(at, places),
      open, 1};
}

/// `{min: 2 max: 90}`: what stands before the colon is a key.
std::optional<SyntaxFault> missing_comma(std::size_t at, const Places& places, const Progress& progress) {
  const std::string_view content = places.content();
  const std::size_t begin = progress.scalar_begin;
  if (begin == nowhere || begin >= at) return std::nullopt;
  std::size_t key = at;
  while (key > begin && content.substr(key - 1, 1).find_first_of(" \t\n,{[\"'") == nowhere) --key;
  if (key == at || key == begin) return std::nullopt;
  return SyntaxFault{"Y018", "a comma is missing before this key, or quotes around the value before it",
                     "write a comma before " + std::string(content.substr(key, at - key)) +
                         ", or put the whole value in quotes",
                     key, at - key};
}

/// Quotes that hold what was meant to stand behind them.
std::optional<SyntaxFault> late_quotes(std::size_t at, const Places& places, const Progress& progress) {
  const std::string_view content = places.content();
  const std::size_t begin = progress.scalar_begin;
  if (!progress.scalar_quoted || begin == nowhere || begin >= at) return std::nullopt;
  if (quotes_over_lines(begin, at, content)) {
    return SyntaxFault{"Y019", "the quotes that open here close only in " + line_name(at, places),
                       "write the closing quote in " + line_name(begin, places), begin, 1};
  }
  const bool key_inside = same_line(begin, at, places) && at >= begin + 3 &&
                          content[at - 1] == content[begin] && content.substr(at - 3, 2) == ": ";
  if (!key_inside) return std::nullopt;
  return SyntaxFault{"Y019", "the quotes that open here close too late",
                     "write the closing quote after the value", begin, 1};
}

SyntaxFault not_closed(std::size_t at, const Places& places, const Progress& progress) {
  const std::string_view content = places.content();
  const char here = at < content.size() ? content[at] : '\0';
  const bool line_is_over = content.find_first_not_of(" \t\n", at) == nowhere;
  const std::size_t open = progress.open_bracket;
  if (here == ':' && open != nowhere) {
    if (const auto missing = missing_comma(at, places, progress)) return *missing;
  }
  if ((here == '?' || here == ':') && !places.first_in_line(at)) {
    return {"Y018", std::string("\"") + here + " \" inside an unquoted value", quoting_hint({}), at, 1};
  }
  if (open == nowhere) return {"Y008", "a bracket is not closed", "close it", at, 1};
  const std::string bracket(1, content[open]);
  if (line_is_over) {
    return {"Y008", "this " + bracket + " is never closed", "close it, or quote the value", open, 1};
  }
  return {
      "Y008",
      "a comma or the end of the " + bracket + " of " + line_name(open, places) + " is missing before this",
      "close the bracket, add a comma, or quote the value", at, 1};
}

SyntaxFault wrong_start(std::size_t at, const Places& places, const Progress& progress) {
  const std::string_view content = places.content();
  const std::string first = at < content.size() ? std::string(1, content[at]) : std::string();
  const std::string_view rest = rest_of_line(content, at);
  // The parser looks ahead, so a bracket may be open that it has not reported yet.
  const bool bracket = !rest.empty() && (rest.back() == ']' || rest.back() == '}');
  return {"Y018", "a value cannot begin with " + first,
          bracket ? quoting_hint({}) : quote_hint(at, places, progress), at, 1};
}

/// yaml-cpp names the end of the file; the place to look at is the quote after the last value read.
SyntaxFault open_quote(std::size_t at, const Places& places, const Progress& progress) {
  const std::size_t from = progress.scalar_begin == nowhere ? 0 : progress.scalar_begin + 1;
  const std::size_t quote = places.content().find_first_of("\"'", from);
  return {"Y019", "these quotes are never closed", "add the closing quote", quote == nowhere ? at : quote, 1};
}

}  // namespace

SyntaxFault explain(std::string_view message, std::size_t at, const Places& places,
                    const Progress& progress) {
  const std::string_view content = places.content();
  at = std::min(at, content.size());
  const std::size_t begin = places.line_begin(at);
  const std::size_t indented = std::min(content.find_first_not_of(" \t", begin), content.size());
  const std::size_t tab = content.substr(begin, indented - begin).find('\t');
  const auto says = [&](std::string_view text) { return message.starts_with(text); };
  if (says("illegal tab") || (progress.open_bracket == nowhere && tab != nowhere)) {
    const std::size_t where = begin + (tab == nowhere ? 0 : tab);
    return {"Y007", "a tab in the indentation", "indent with spaces", where, 1};
  }
  if (const auto late = late_quotes(at, places, progress)) return *late;
  if (const auto open = open_bracket(at, places, progress)) return *open;
  if (auto wrong = bracket_behind_word(at, places); says("illegal flow end") && wrong) return *wrong;
  if (const std::size_t inside = open_inside(at, places); says("illegal flow end") && inside != nowhere) {
    const std::string bracket(1, content[inside]);
    return {"Y008", "this " + bracket + " is never closed",
            std::string("write the closing ") + (bracket == "{" ? "}" : "]"), inside, 1};
  }
  for (const Phrase& phrase : phrases) {
    if (!says(phrase.parser)) continue;
    const bool quote = phrase.hint == "quote";
    std::size_t value = at;
    // The parser stops behind the sign that it stumbles over; the value begins at the sign.
    while (quote && value > begin && content[value - 1] != ' ' && content[value - 1] != '\t') --value;
    if (phrase.code == "Y018") value = std::min(content.find_first_of("|>", begin), at);
    return {std::string(phrase.code), std::string(phrase.message),
            quote ? quote_hint(value, places, progress) : std::string(phrase.hint), quote ? value : at, 1};
  }
  if (says("illegal map value")) return wrong_colon(at, places, progress);
  if (says("end of map flow") || says("end of sequence flow")) return not_closed(at, places, progress);
  // Since 0.9 yaml-cpp has messages of their own for text after quotes and for a comma where a line begins.
  if (says("end of map") || says("end of sequence") || says("unexpected scalar")) {
    return not_continued(at, places);
  }
  if (says("unknown token") || says("plain value cannot start")) return wrong_start(at, places, progress);
  if (says("illegal EOF")) return open_quote(at, places, progress);
  return {"Y008", "this is not YAML: " + std::string(message), "", at, 1};
}

}  // namespace scaleplan::read
