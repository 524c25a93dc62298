// The ladder of a rule set, with the limits that are the stages' own and their sources.
#include "number.hpp"
#include "scaleplan/render.hpp"
#include "sentences.hpp"

namespace scaleplan {
namespace {

using render::Page;
using render::Tone;

/// A limit that is the same for every workload is told with its figure, any other with its formula.
std::string told(const Program& program, const Limit& limit) {
  const Instruction& step = program.code[static_cast<std::size_t>(limit.limit)];
  if (step.op != Op::constant) return std::string(limit.formula);
  return "up to " + render::limit_amount(limit, program.constants[static_cast<std::size_t>(step.a)]);
}

}  // namespace

std::string render_stages(const Program& program, bool colour) {
  Page page(colour);
  page.line(" " + page.toned(std::string(program.id) + " " + std::string(program.version), Tone::strong) +
            "  " + std::string(program.title));
  for (std::size_t s = 0; s < program.stages.size(); ++s) {
    const Stage& stage = program.stages[s];
    page.line();
    page.line(" " + page.toned(std::to_string(s + 1) + ". " + std::string(stage.id), Tone::strong) + "  " +
              page.toned(render::labels(stage.source), Tone::faint));
    page.paragraph(stage.summary);
    for (const Limit& limit : stage.limits) {
      if (!limit.part.empty()) continue;
      page.labelled(
          limit.title,
          told(program, limit) + ": " + std::string(limit.because) + "  " + render::labels(limit.source),
          Tone::plain);
    }
    std::string parts;
    for (const Limit& limit : stage.limits) {
      if (!limit.part.empty() && !limit.id.ends_with(".az-lost"))
        parts += (parts.empty() ? "" : ", ") + std::string(limit.id);
    }
    if (!parts.empty()) page.labelled("and of its parts", parts, Tone::plain);
  }
  return page.text();
}

}  // namespace scaleplan
