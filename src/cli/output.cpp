// Offers the flags of an answer's formats, and writes the answer where they say.
#include "output.hpp"

#include <algorithm>

#include "colour.hpp"
#include "files.hpp"

namespace scaleplan::cli {

Output::Output(CommandLine& line, std::vector<Format> formats, std::ostream& out)
    : formats_(std::move(formats)), out_(out) {
  std::vector<std::string> names;
  for (const Format& format : formats_) names.emplace_back(format.name);
  if (names.size() > 1) line.format(format_, names);
  line.option("--output,-o", outputs_,
              names.size() == 1 ? "file to write the answer to"
                                : "FILE (its ending names the format), FORMAT=FILE or FORMAT; repeatable")
      .one_at_a_time();
  if (std::find(names.begin(), names.end(), "text") != names.end()) line.color(color_);
  line.after_parsing([this, names] { targets_ = targets_of(outputs_, names, format_); });
}

void Output::add(std::string format, std::string file) {
  targets_.push_back({std::move(format), std::move(file)});
}

bool Output::only(std::string_view format) const {
  return std::all_of(targets_.begin(), targets_.end(), [&](const Target& t) { return t.format == format; });
}

void Output::write() const {
  for (const Target& target : targets_) {
    if (!target.file.empty()) write_file(target.file, text(target));
  }
  for (const Target& target : targets_) {
    if (target.file.empty()) out_ << text(target);
  }
}

std::string Output::text(const Target& target) const {
  const auto format = std::find_if(formats_.begin(), formats_.end(),
                                   [&](const Format& f) { return f.name == target.format; });
  return format->text(target.file.empty() && coloured(color_, out_));
}

}  // namespace scaleplan::cli
