// Looks up the meaning of a code.
#include "codes.hpp"

#include <array>

#include "ascii.hpp"
#include "writing/json_writer.hpp"
#include "writing/page.hpp"

namespace scaleplan {
namespace render {
namespace {

std::array<std::span<const Code>, 6> families() {
  return {file_codes(), rule_codes(), case_codes(), declared_codes(), question_codes(), lint_codes()};
}

bool same(std::string_view id, std::string_view asked) {
  if (id.size() != asked.size()) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (id[i] != to_capital(asked[i])) return false;
  }
  return true;
}

}  // namespace
}  // namespace render

std::vector<Code> all_codes() {
  std::vector<Code> all;
  for (const auto family : render::families()) all.insert(all.end(), family.begin(), family.end());
  return all;
}

const Code* find_code(std::string_view id) {
  for (const auto family : render::families()) {
    for (const Code& code : family) {
      if (render::same(code.id, id)) return &code;
    }
  }
  return nullptr;
}

std::string code_text(const Code& code, bool colour) {
  render::Page page(colour);
  page.line(page.toned(std::string(code.id) + "  " + std::string(code.title), render::Tone::strong));
  page.line();
  page.paragraph(code.means);
  page.line();
  page.labelled("WHAT TO DO", code.remedy);
  return page.text();
}

std::string code_json(const Code& code) {
  render::JsonWriter out;
  out.begin_object();
  out.field("schema", "scaleplan.code/1");
  out.field("code", code.id);
  out.field("title", code.title);
  out.field("means", code.means);
  out.field("remedy", code.remedy);
  out.end_object();
  return out.take();
}

}  // namespace scaleplan
