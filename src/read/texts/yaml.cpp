// The only file that knows yaml-cpp: hands a checked text to its parser and passes its events on.
//
// Codes of faults in texts and in YAML:
//   Y001 empty file                      Y013 merge key <<
//   Y002 larger than 4 MB                Y014 a key twice in a map
//   Y003 not UTF-8                       Y015 more than 64 levels
//   Y004 binary file                     Y016 a key that is no text
//   Y005 UTF-16 or UTF-32                Y017 a formula cut at its comma among brackets
//   Y006 control character               Y018 a value that needs quotes
//   Y007 tab in the indentation          Y019 quotes never closed
//   Y008 other syntax                    Y020 a line that begins with %
//   Y009 a second document               Y021 no such file
//   Y010 anchor                          Y022 a folder
//   Y011 alias                           Y023 a file that cannot be opened
//   Y012 tag                             Y024 aliases that repeat too much
//
// yaml-cpp 0.7 counts columns in bytes and places an empty value at whatever comes next; its offset
// is right for text in UTF-8 without a byte order mark, so places are computed from that alone.
// Quotes still open at a final line feed are no fault to it, and `%` lines vanish: the Builder
// looks for both.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <exception>
#include <sstream>

#include "builder.hpp"
#include "tagged.hpp"
#include "text.hpp"
#include "tree.hpp"

namespace scaleplan::read {
namespace {

std::size_t origin(const Shifted& text, const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : text.origin(static_cast<std::size_t>(mark.pos));
}

class Events final : public YAML::EventHandler {
 public:
  Events(Builder& into, const Shifted& text) : into_(into), text_(text) {}

  void OnDocumentStart(const YAML::Mark& mark) override { into_.document(offset(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { into_.nothing(offset(mark), anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { into_.alias(offset(mark), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    into_.scalar(offset(mark), tag, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    into_.open(Node::Kind::list, offset(mark), tag, anchor, style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override { into_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    into_.open(Node::Kind::map, offset(mark), tag, anchor, style == YAML::EmitterStyle::Flow);
  }
  void OnMapEnd() override { into_.close(); }

 private:
  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const { return origin(text_, mark); }

  Builder& into_;
  const Shifted& text_;
};

void parse(const Shifted& text, Builder& builder) {
  try {
    std::istringstream stream(text.text);
    YAML::Parser parser(stream);
    Events events(builder, text);
    // A second document stops the builder, so this ends after the first.
    while (parser.HandleNextDocument(events)) {
    }
    builder.finish();
  } catch (const YAML::Exception& error) {
    builder.broken(error.msg, origin(text, error.mark));
  }
}

}  // namespace

Node read_tree(std::string_view content, const std::string& name, Report& report,
               const TreeOptions& options) {
  if (auto fault = find_text_fault(content)) {
    // A text is kept for its excerpt only when it has one: what is no text at all is never shown.
    const bool placed = fault->at != std::string_view::npos;
    const SourceText* text = report.add(name, placed ? content : std::string_view());
    Mark mark;
    mark.text = text;
    if (placed) {
      const std::string before = normalised(content.substr(0, fault->at));
      // The mark is set on the text before the fault, which lacks only the line feed added to its
      // end.
      const std::string whole = before + "?";
      const bool open = !before.empty() && content[fault->at - 1] != '\n' && content[fault->at - 1] != '\r';
      mark = Places(text, whole).mark(open ? before.size() - 1 : before.size());
    }
    report.error(mark, std::move(fault->code), std::move(fault->message), std::move(fault->hint));
    return {};
  }
  const SourceText* text = report.add(name, content);
  const std::string checked = normalised(content);
  Places places(text, checked);
  Builder builder(places, report, options);
  try {
    parse(options.tags ? shift_tagged(checked) : Shifted{checked, {}}, builder);
  } catch (const Builder::Stop&) {
    // The reason is in the report already.
  } catch (const std::exception& error) {
    report.error(places.mark(0), "Y008", std::string("this cannot be read: ") + error.what());
  }
  return builder.take();
}

}  // namespace scaleplan::read
