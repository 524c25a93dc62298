// The codes of texts and of YAML.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array<Code, 24> of_files = {{
    {"Y001", "empty file", "The file holds nothing, or nothing but comments.",
     "Write the keys it needs; see examples/ and rules/ for whole files."},
    {"Y002", "file too large", "The file is larger than 4 MB, which no rule or workload file is.",
     "Check that it is the file you meant; split a file that is really so large."},
    {"Y003", "not UTF-8", "A byte of the file belongs to no character of UTF-8.",
     "Save the file as UTF-8 in your editor."},
    {"Y004", "binary file", "The file holds zero bytes, so it is not text.", "Give a YAML or JSON file."},
    {"Y005", "UTF-16 or UTF-32", "The file begins with the mark of UTF-16 or UTF-32; only UTF-8 is read.",
     "Convert it, for instance with iconv."},
    {"Y006", "control character", "The file holds an invisible character that no text needs.",
     "Delete it, or write it as an escape in double quotes."},
    {"Y007", "tab in the indentation", "YAML is indented with spaces; a tab there has no width.",
     "Replace the tab by spaces."},
    {"Y008", "not YAML",
     "The text breaks the grammar of YAML: most often a key is indented unlike its neighbours, or a "
     "bracket is not closed.",
     "Look at the marked place and the line above it."},
    {"Y009", "second document", "A line of --- begins a second document; a file holds one.",
     "Put the second document in a file of its own."},
    {"Y010", "anchor",
     "A name after & lets YAML repeat a value elsewhere. It is not accepted: a rule must be readable in one "
     "place.",
     "Write the value out where it is needed; quote a value that begins with &."},
    {"Y011", "alias", "A name after * repeats the value of an anchor, and anchors are not accepted.",
     "Write the value out; quote a value that begins with *."},
    {"Y012", "tag", "A word after ! gives a value a type, and types are not accepted.",
     "Delete the tag; quote a value that begins with !."},
    {"Y013", "merge key", "The key << copies the keys of another map, and it is not accepted.",
     "Write the keys out, or extend a rule set with extends:."},
    {"Y014", "key written twice", "A map has the same key twice, so one of the two would silently be lost.",
     "Delete or rename one of them."},
    {"Y015", "too deep", "Maps and lists are nested more than 64 levels deep.",
     "Check brackets and indentation; no file needs so many."},
    {"Y016", "key that is not text", "A key is empty, null, a map or a list.",
     "Write a word before the colon, in quotes if it is null or ~."},
    {"Y017", "formula cut at a comma",
     "Inside { } and [ ] a comma ends a value, so {is: max(20, x)} becomes two keys.",
     "Put the whole formula in quotes."},
    {"Y018", "value that needs quotes", "The value holds a character with a meaning in YAML, such as \": \".",
     "Put the whole value in quotes."},
    {"Y019", "quotes not closed", "A quoted text has no end, or ends at the quotes of another text.",
     "Add the closing quotes."},
    {"Y020", "line that begins with %", "YAML reads such a line as a directive and drops it.",
     "Delete it, or indent it."},
    {"Y021", "no such file", "There is no file of that name.", "Check the path and the folder you are in."},
    {"Y022", "folder", "The path names a folder, but a file is needed.", "Name a file in it."},
    {"Y023", "file that cannot be opened", "The system refuses to read the file, for the reason given.",
     "Check the permissions and the disk."},
    {"Y024", "aliases repeat too much", "A few aliases of aliases can expand beyond any memory.",
     "Write the values out."},
}};

}  // namespace

std::span<const Code> file_codes() { return of_files; }

}  // namespace scaleplan::render
