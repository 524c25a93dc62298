// Feeds any text to the reader of formulas: what it takes is compiled and evaluated, what it refuses has a
// place in the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "read/formulas/typed.hpp"
#include "read/program/graph.hpp"
#include "scaleplan/evaluate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace scaleplan::read;
  if (size > 2000) return 0;
  static const Units units({"user", "req"});
  Report report;
  Node node;
  node.kind = Node::Kind::scalar;
  node.text.assign(reinterpret_cast<const char*>(data), size);
  node.exact = true;
  const Formula formula = parse_formula(node, units, report);
  if (formula.good == report.failed()) std::abort();
  Graph graph;
  const scaleplan::Register given = graph.given_value(0, {0, 1e9});
  const Lookup lookup{[&](const Formula&, const Term&) {
                        return Value{given, {Type::Kind::number, {}, false, nullptr}};
                      },
                      [&](const std::string&) { return std::optional(graph.is_given(0)); }};
  const Value value = compile(formula, lookup, graph, units, report);
  if (report.failed()) return 0;
  scaleplan::Program program;
  program.columns = 1;
  program.code = graph.code();
  program.constants = graph.constants();
  program.answered = static_cast<std::int32_t>(graph.code().size());
  if (value.at >= program.answered) std::abort();
  scaleplan::evaluate(program, scaleplan::Block(1, 2));
  return 0;
}
