// A page for a terminal: lines of at most 80 columns, labelled paragraphs, tables, colour when it is wanted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scaleplan::render {

enum class Tone { plain, strong, faint, good, warning, bad };

/// Columns that a text takes on a terminal.
std::size_t width(std::string_view text);

/// The text broken at spaces into lines of at most `columns`.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

class Page {
 public:
  static constexpr std::size_t columns = 80;
  explicit Page(bool colour) : colour_(colour) {}

  /// The text in a tone, as far as there is colour.
  [[nodiscard]] std::string toned(std::string_view text, Tone tone) const;
  void line(std::string_view text = {});
  /// Text wrapped behind one space.
  void paragraph(std::string_view text);
  /// A heading in the first column and text beside it, wrapped below itself.
  void labelled(std::string_view label, std::string_view text, Tone tone = Tone::strong);
  /// Left and right at the edges of one line.
  void edges(std::string_view left, std::string_view right, Tone tone);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  bool colour_;
  std::string text_;
};

/// One column of a table: its width, and whether it is flush right.
struct Column {
  std::size_t width;
  bool right = false;
};

/// Cells laid out in columns, cut to nothing: a cell that is too wide pushes the rest.
std::string row(const std::vector<Column>& columns, const std::vector<std::string>& cells);

/// One line of a Markdown table.
std::string table_line(const std::vector<std::string>& cells);

}  // namespace scaleplan::render
