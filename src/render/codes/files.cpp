// What the codes of texts and of YAML mean.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 24> of_files = {{
    {"Y001", "empty file", "The file holds nothing, or nothing but comments.",
     "Write the keys it needs; examples/ and rules/ show whole files."},
    {"Y002", "file too large", "The file is larger than 4 MB, which no rule or workload file is.",
     "Check that it is the file you meant; split a file that is really so large."},
    {"Y003", "not UTF-8", "A byte of the file belongs to no character of UTF-8.",
     "Save the file as UTF-8 in your editor."},
    {"Y004", "binary file", "The file holds zero bytes, so it is no text.", "Give a YAML or JSON file."},
    {"Y005", "UTF-16 or UTF-32", "The file begins with the mark of UTF-16 or UTF-32; only UTF-8 is read.",
     "Convert it, for instance with iconv."},
    {"Y006", "control character", "A character that cannot be seen, and that no text needs, is in the file.",
     "Delete it, or write it as an escape in double quotes."},
    {"Y007", "tab in the indentation", "YAML is indented with spaces; a tab there has no width.",
     "Replace the tab by spaces."},
    {"Y008", "not YAML",
     "The text breaks the grammar of YAML: most often a key is indented otherwise than its neighbours, or a "
     "bracket is not closed.",
     "Look at the place that is marked and the line above it."},
    {"Y009", "second document", "A line of --- begins a second document, and a file holds one.",
     "Put the second document into a file of its own."},
    {"Y010", "anchor",
     "A name after & lets YAML repeat a value elsewhere. It is not accepted: a reader could not see in one "
     "place what a rule says.",
     "Write the value out where it is needed; quote a value that begins with &."},
    {"Y011", "alias", "A name after * repeats the value of an anchor, and anchors are not accepted.",
     "Write the value out; quote a value that begins with *."},
    {"Y012", "tag", "A word after ! gives a value a type, and types are not accepted.",
     "Delete the tag; quote a value that begins with !."},
    {"Y013", "merge key", "The key << copies the keys of another map, and it is not accepted.",
     "Write the keys out, or extend a rule set with extends:."},
    {"Y014", "key written twice", "A map has the same key twice, so one of the two would silently be lost.",
     "Delete or rename one of them."},
    {"Y015", "too deep", "More than 64 levels of maps and lists stand inside each other.",
     "Check brackets and indentation; no file needs so many."},
    {"Y016", "key that is no text", "A key is empty, null, a map or a list.",
     "Write a word before the colon, in quotes if it is null or ~."},
    {"Y017", "formula cut at a comma",
     "Inside { } and [ ] a comma ends a value, so {is: max(20, x)} becomes two keys.",
     "Put the whole formula in quotes."},
    {"Y018", "value that needs quotes", "The value holds a sign that YAML takes for its own, such as \": \".",
     "Put the whole value in quotes."},
    {"Y019", "quotes not closed", "A text in quotes has no end, or ends at the quotes of another text.",
     "Add the closing quotes."},
    {"Y020", "line that begins with %", "YAML takes such a line for a directive and drops it.",
     "Delete it, or indent it."},
    {"Y021", "no such file", "There is no file of that name.", "Check the path and the folder you are in."},
    {"Y022", "folder", "The name is that of a folder, and a file is needed.", "Name a file in it."},
    {"Y023", "file that cannot be opened", "The system refuses to read the file; it says why.",
     "Check the permissions and the disk."},
    {"Y024", "aliases repeat too much", "A few aliases of aliases can stand for more than any memory holds.",
     "Write the values out."},
}};

}  // namespace

std::span<const Code> file_codes() { return of_files; }

}  // namespace scaleplan::render
