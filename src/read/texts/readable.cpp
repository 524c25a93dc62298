// Knows what people give instead of a plan: what their shell, their pipeline or another command made of it.
#include "readable.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "ascii.hpp"
#include "located.hpp"
#include "tree.hpp"
#include "utf8.hpp"

namespace scaleplan::read {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view show_plan =
    "terraform plan -out tfplan && terraform show -json tfplan > plan.json";

[[noreturn]] void refuse(const DeclaredText& file, std::string code, std::string message, std::string hint) {
  throw Error(
      {file_finding(Severity::error, std::move(code), file.name, std::move(message), std::move(hint))});
}

/// UTF-16 as UTF-8; half a character becomes an invalid byte, so that it is reported where it stands.
std::string from_utf16(std::string_view bytes, bool big) {
  std::string text;
  text.reserve(bytes.size() / 2 + 1);
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]),
               second = static_cast<unsigned char>(bytes[at + 1]);
    return big ? static_cast<std::uint32_t>(first << 8 | second)
               : static_cast<std::uint32_t>(second << 8 | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t c = unit(at);
    if (c >= 0xD800 && c < 0xE000) {
      const std::uint32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (c >= 0xDC00 || low < 0xDC00 || low >= 0xE000) {
        text += '\xFF';
        continue;
      }
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    append_character(text, c);
  }
  return text;
}

/// The text in UTF-8: shells on Windows redirect into UTF-16.
std::string decoded(const DeclaredText& file) {
  std::string_view content = file.content;
  if (content.starts_with("\xFF\xFE\0\0"sv) || content.starts_with("\0\0\xFE\xFF"sv)) {
    refuse(file, "D003", "the file is UTF-32; only UTF-8 and UTF-16 are read",
           "convert it: iconv -f UTF-32 -t UTF-8 old.json > new.json");
  }
  if (content.starts_with("\xFF\xFE"sv)) return from_utf16(content.substr(2), false);
  if (content.starts_with("\xFE\xFF"sv)) return from_utf16(content.substr(2), true);
  if (content.starts_with("{\0"sv)) return from_utf16(content, false);
  if (content.starts_with("\0{"sv)) return from_utf16(content, true);
  while (content.starts_with("\xEF\xBB\xBF"sv)) content.remove_prefix(3);
  return std::string(content);
}

void refuse_binary(const DeclaredText& file) {
  const std::string_view content = file.content;
  if (content.starts_with("PK\x03\x04"sv)) {
    refuse(file, "D013", "this is a saved plan (or another zip file), not its JSON",
           "in its folder: terraform show -json " + file.name + " > plan.json");
  }
  if (content.starts_with("\x1F\x8B"sv)) {
    refuse(file, "D014", "this is a compressed file", "unpack it: gunzip -c " + file.name + " > plan.json");
  }
}

std::string_view first_line(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

/// Each line of the first ones, without the blanks before it.
template <class Test>
bool any_line(std::string_view text, Test test) {
  constexpr int most_lines = 400;
  for (int i = 0; i < most_lines && !text.empty(); ++i) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (test(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

/// resource "aws_instance" "web" {
bool is_source_line(std::string_view line) {
  constexpr std::array<std::string_view, 8> words = {"resource ", "data ",   "module ", "provider ",
                                                     "variable ", "output ", "locals ", "terraform "};
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  if (!line.ends_with('{') && line.find('{') == std::string_view::npos) return false;
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (!line.starts_with(word)) return false;
    const std::string_view rest = line.substr(word.size());
    return rest.starts_with('"') || rest.starts_with('{');
  });
}

bool is_plan_for_people(std::string_view line) {
  return line.find("Terraform will perform the following actions") != std::string_view::npos ||
         line.find("Terraform used the selected providers to generate") != std::string_view::npos;
}

/// Where a line begins with the JSON of a plan, behind lines of a log.
std::optional<std::size_t> wrapped_plan(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', at + 1), text.size());
    if (!text.substr(begin).starts_with('{')) continue;
    const std::size_t key = text.find_first_not_of(" \t\r\n", begin + 1);
    if (key != std::string_view::npos && text.substr(key).starts_with("\"format_version\"")) return begin;
  }
  return std::nullopt;
}

/// How long the time and the blank are that pipelines write before a line, as 2026-11-25T10:00:00.123Z; 0
/// without.
std::size_t stamp(std::string_view line) {
  constexpr std::string_view form = "0000-00-00T00:00:00";
  if (line.size() <= form.size()) return 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '0' ? !is_digit(line[i]) : line[i] != form[i]) return 0;
  }
  const std::size_t end = std::min(line.find_first_not_of("0123456789.:+-Z", form.size()), line.size());
  if (end == line.size() || line[end] == '\r' || line[end] == '\n') return end;
  return line[end] == ' ' ? end + 1 : 0;
}

/// The text with blanks for the times before its lines, so that all else stays where it is; nothing when its
/// first line has none.
std::optional<std::string> unstamped(std::string_view text) {
  std::string blank(text);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (stamp(text.substr(first)) == 0) return std::nullopt;
  for (std::size_t at = first; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1)
    std::fill_n(blank.begin() + static_cast<std::ptrdiff_t>(at), stamp(text.substr(at)), ' ');
  return blank;
}

constexpr std::size_t most_declared = 512u * 1024u * 1024u;

}  // namespace

std::size_t behind_log(std::string_view rest) {
  for (std::size_t begin = 0, next = 0; begin < rest.size(); begin = next) {
    next = std::min(rest.find('\n', begin), rest.size() - 1) + 1;
    const std::size_t at = rest.find_first_not_of(" \t\r\n", begin);
    if (at >= next) continue;
    const std::string_view line = rest.substr(at, next - at);
    const bool marked = line.starts_with("::") || line.starts_with("##[") || line.starts_with("[command]");
    const bool words = line.starts_with('[') ? line.size() > 1 && is_letter(line[1])
                                             : "{}],:\""sv.find(line.front()) == std::string_view::npos;
    if (!marked && (begin == 0 || !words)) return at;
  }
  return std::string_view::npos;
}

ReadableText readable_text(const DeclaredText& file) {
  refuse_binary(file);
  ReadableText result;
  result.text = decoded(file);
  const std::string_view text = result.text;
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) {
    refuse(file, "D001", "the file is empty",
           "the command that wrote it failed: run it again and read its output");
  }
  if (text.find('\0') != std::string_view::npos) {
    refuse(file, "D014", "this is a binary file, not text", "give a plan as JSON, or a template");
  }
  if (auto blank = unstamped(text)) {
    const std::size_t value = blank->find_first_not_of(" \t\r\n");
    const auto plan = value != std::string::npos && (*blank)[value] == '{' ? value : wrapped_plan(*blank);
    if (plan) return {std::move(*blank), true, true, *plan, true};
  }
  result.begin = begin;
  result.json = text[begin] == '{';
  if (result.json) return result;
  if (const auto plan = wrapped_plan(text)) {
    result.begin = *plan;
    result.json = result.wrapped = true;
    return result;
  }
  // A list is JSON too, and neither a plan nor a template: its reader says so.
  result.json = text[begin] == '[' && !first_line(text).starts_with("[command]");
  if (any_line(text, is_source_line)) {
    refuse(file, "D015", "this is Terraform source, not a plan", std::string(show_plan));
  }
  if (any_line(text, is_plan_for_people)) {
    refuse(file, "D016", "this is the printed form of a plan, not its JSON", std::string(show_plan));
  }
  return result;
}

}  // namespace scaleplan::read

namespace scaleplan {

DeclaredText read_declared_file(const std::string& path) {
  DeclaredText file{path, read::read_bytes(path, read::most_declared), {}};
  if (file.content.size() > read::most_declared) {
    read::refuse(file, "D002", "the file is larger than 512 MB", "check that it is the file you meant");
  }
  return file;
}

}  // namespace scaleplan
