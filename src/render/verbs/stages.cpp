// The ladder of a rule set, with the limits that are the stages' own and their sources.
#include <algorithm>

#include "answer/sentences.hpp"
#include "scaleplan/stages.hpp"
#include "writing/number.hpp"

namespace scaleplan {
namespace {

using render::Page;
using render::Tone;

/// A limit as its figure where it is the same for every workload, else as its formula.
std::string limit_text(const Program& program, const Limit& limit) {
  const Instruction& step = program.code[as_index(limit.limit)];
  if (step.op != Op::constant) return std::string(limit.formula);
  return "up to " + render::limit_amount(limit, program.constants[as_index(step.a)]);
}

void limit_line(Page& page, const Program& program, const Limit& limit) {
  page.labelled(
      limit.title,
      limit_text(program, limit) + ": " + std::string(limit.because) + "  " + render::labels(limit.source),
      Tone::plain);
}

/// Whether every stage has this limit.
bool everywhere(const Program& program, const Limit& limit) {
  return std::all_of(program.stages.begin(), program.stages.end(), [&](const Stage& stage) {
    return std::any_of(stage.limits.begin(), stage.limits.end(),
                       [&](const Limit& l) { return l.component.empty() && l.id == limit.id; });
  });
}

/// Whether the component belongs to the stage itself, not to a move that may be taken early.
bool own(const Program& program, const Stage& stage, Text component) {
  return std::any_of(stage.components.begin(), stage.components.end(), [&](std::int32_t index) {
    const Component& p = program.components[as_index(index)];
    return p.id == component && !p.early;
  });
}

}  // namespace

std::string stages_text(const Program& program, bool colour) {
  Page page(colour);
  page.line(" " + page.toned(std::string(program.id) + " " + std::string(program.version), Tone::strong) +
            "  " + std::string(program.title));
  page.line();
  page.line(" " + page.toned("In every stage", Tone::strong));
  for (const Limit& limit : program.stages.front().limits) {
    if (limit.component.empty() && everywhere(program, limit)) limit_line(page, program, limit);
  }
  for (std::size_t s = 0; s < program.stages.size(); ++s) {
    const Stage& stage = program.stages[s];
    page.line();
    page.line(" " + page.toned(std::to_string(s + 1) + ". " + std::string(stage.id), Tone::strong) + "  " +
              page.toned(render::labels(stage.source), Tone::faint));
    page.paragraph(stage.summary);
    std::string components;
    for (const Limit& limit : stage.limits) {
      if (limit.component.empty()) {
        if (!everywhere(program, limit)) limit_line(page, program, limit);
      } else if (!limit.zone_lost && own(program, stage, limit.component)) {
        components += (components.empty() ? "" : ", ") + std::string(limit.id);
      }
    }
    if (!components.empty()) page.labelled("its components carry", components, Tone::plain);
  }
  return page.text();
}

}  // namespace scaleplan
