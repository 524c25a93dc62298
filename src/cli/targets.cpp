// Sorts values of -o into formats and files, and finds the format of a file by its ending.
#include "targets.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "ascii.hpp"
#include "nearest.hpp"
#include "verb.hpp"

namespace scaleplan::cli {
namespace {

/// An ending of files, and a format that such files may hold.
struct Ending {
  std::string_view ending, format;
};

/// The endings of every format of the program; of formats with one ending, the usual one first.
constexpr std::array endings = {
    Ending{".txt", "text"},          Ending{".json", "json"},   Ending{".md", "markdown"},
    Ending{".markdown", "markdown"}, Ending{".csv", "csv"},     Ending{".yaml", "yaml"},
    Ending{".yml", "yaml"},          Ending{".sarif", "sarif"}, Ending{".xml", "junit"},
    Ending{".tap", "tap"},           Ending{".json", "sarif"},  Ending{".json", "gitlab"},
    Ending{".txt", "tap"},           Ending{".txt", "github"}};

bool is_format(std::string_view word) {
  return std::any_of(endings.begin(), endings.end(), [&](const Ending& e) { return e.format == word; });
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_letter);
}

bool among(const std::vector<std::string>& formats, std::string_view format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

/// The format of `formats` that `word` misspells, or whose ending it is; empty when there is none.
std::string meant(std::string_view word, const std::vector<std::string>& formats) {
  for (const Ending& e : endings) {
    if (e.ending.substr(1) == word && among(formats, e.format)) return std::string(e.format);
  }
  return nearest(word, formats);
}

std::string listed(const std::vector<std::string>& formats) {
  return fmt::format("formats: {}; write -o FORMAT=FILE for a file with any ending",
                     fmt::join(formats, ", "));
}

[[noreturn]] void no_format(const std::string& word, const std::vector<std::string>& formats) {
  throw usage_error(fmt::format("there is no format \"{}\"", word),
                    did_you_mean(meant(word, formats), fmt::format("formats: {}", fmt::join(formats, ", "))));
}

std::string format_of_file(const std::string& file, const std::vector<std::string>& formats,
                           const std::string& asked) {
  bool familiar = false;
  std::vector<std::string> possible;
  for (const Ending& e : endings) {
    if (!file.ends_with(e.ending)) continue;
    familiar = true;
    if (among(formats, e.format)) possible.emplace_back(e.format);
  }
  if (!asked.empty() && (!familiar || among(possible, asked))) return asked;
  if (!asked.empty())
    throw usage_error(fmt::format("--format is {}, but \"{}\" has the ending of another format", asked, file),
                      fmt::format("leave --format out, or write -o {}={}", asked, file));
  if (!possible.empty()) return possible.front();
  if (std::filesystem::path(file).has_extension())
    throw usage_error(fmt::format("the ending of \"{}\" names no format of this answer", file),
                      listed(formats));
  return formats.front();
}

Target target_of(const std::string& output, const std::vector<std::string>& formats,
                 const std::string& asked) {
  const std::size_t begin = file_begin(output);
  const std::string file = output.substr(begin);
  if (begin == 0) {
    if (const std::string near = is_word(file) ? meant(file, formats) : ""; !near.empty())
      throw usage_error(fmt::format("there is no format \"{}\"", file),
                        fmt::format("{} for a file of that name write ./{}", did_you_mean(near), file));
    return {format_of_file(file, formats, asked), file};
  }
  const std::string format = output.substr(0, output.find('='));
  if (!among(formats, format)) no_format(format, formats);
  return {format, file};
}

}  // namespace

std::size_t file_begin(std::string_view output) {
  const std::size_t equals = output.find('=');
  if (equals != std::string_view::npos && is_word(output.substr(0, equals))) return equals + 1;
  return is_format(output) ? output.size() : 0;
}

std::vector<Target> targets_of(const std::vector<std::string>& outputs,
                               const std::vector<std::string>& formats, const std::string& asked) {
  if (outputs.empty()) return {{asked.empty() ? formats.front() : asked, {}}};
  std::vector<Target> targets;
  targets.reserve(outputs.size());
  for (const std::string& output : outputs) targets.push_back(target_of(output, formats, asked));
  const auto shown =
      std::count_if(targets.begin(), targets.end(), [](const Target& t) { return t.file.empty(); });
  if (shown > 1) throw usage_error("two formats cannot both go to stdout", "write one as FORMAT=FILE");
  return targets;
}

}  // namespace scaleplan::cli
