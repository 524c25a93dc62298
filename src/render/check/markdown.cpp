// A check as a comment on a pull request: the verdict first, then one table.
#include "answer/sentences.hpp"
#include "carries.hpp"
#include "scaleplan/check.hpp"
#include "shown.hpp"
#include "words.hpp"
#include "writing/page.hpp"

namespace scaleplan {
namespace {

constexpr std::size_t most_characters = 65000;
constexpr std::string_view marker = "<!-- scaleplan-check -->\n";

std::string table(const Program& program, const Check& check, std::size_t room) {
  if (check.findings.empty()) return {};
  std::string text = render::table_line({"needed", "declared", "where", "do"});
  text += render::table_line({"---", "---", "---", "---"});
  std::size_t left = check.findings.size();
  for (const CheckFinding& finding : check.findings) {
    const render::FindingWords words = render::words_of(program, check, finding);
    std::string where = finding.address.empty() ? "" : markdown_code(finding.address);
    if (!words.at.file.empty() && words.at.line > 0)
      where += " " + shown_in_markdown(words.at.file) + ":" + std::to_string(words.at.line);
    std::string state = words.declared;
    if (finding.waived) state += ", waived: " + finding.agreed;
    if (finding.known) state += ", in the baseline";
    if (finding.worse && finding.counts()) state += ", worse than the baseline";
    const std::string line =
        render::table_line({shown_in_markdown(words.requirement), shown_in_markdown(state), where,
                            shown_in_markdown(words.action)});
    if (text.size() + line.size() > room) return text + "\n" + std::to_string(left) + " more findings.\n";
    text += line;
    --left;
  }
  return text;
}

}  // namespace

std::string check_markdown(const Program& program, const Check& check) {
  std::string text(marker);
  text += "**scaleplan: " + render::verdict_words(check.verdict) + ".** " +
          shown_in_markdown(render::verdict_sentence(program, check)) + "\n";
  std::string notes;
  std::string carries;
  if (check.architecture != nullptr) {
    for (const AdvisoryFinding& advised : check.architecture->advisories) {
      notes += "- " + markdown_code(advised.resource->address) + ": " +
               shown_in_markdown(std::string(advised.advisory->says) + "; " + advised.action) + "\n";
    }
    if (check.carries) {
      for (const auto& [label, words] : render::carries_lines(program, *check.carries))
        carries += render::table_line({label, shown_in_markdown(words)});
    }
    if (notes.size() > most_characters / 4) notes = "Too many notes to show here.\n";
  }
  const std::string findings =
      table(program, check, most_characters - text.size() - notes.size() - carries.size() - 100);
  if (!findings.empty()) text += "\n" + findings;
  if (!carries.empty())
    text += "\n" + render::table_line({"as declared", ""}) + render::table_line({"---", "---"}) + carries;
  if (!notes.empty()) text += "\n" + notes;
  return text;
}

}  // namespace scaleplan
