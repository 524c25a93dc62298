// Feeds any bytes to the reader of rule files: it may refuse them with an Error, and nothing else may happen;
// what it takes is evaluated.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/rules/rule_files.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string_view machines =
      "catalog: machines\ntitle: M\nas_of: 2026-01-01\nprice_unit: $/h\ncolumns:\n  cores: {unit: ratio}\n"
      "  memory: {unit: GiB}\nrows:\n  one: {cores: 1, memory: 4, price: 0.01}\n  two: {cores: 2, memory: 8, "
      "price: 0.02}\n";
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  if (content.find("/") != std::string_view::npos && content.find("extends") != std::string_view::npos)
    return 0;
  try {
    const scaleplan::Program program = scaleplan::read::read_program(
        "fuzz", {{"rules/fuzz.yaml", content}, {"rules/machines.yaml", machines}});
    const scaleplan::Block block(static_cast<std::size_t>(program.columns), 3);
    scaleplan::chosen_stages(program, block);
  } catch (const scaleplan::Error& error) {
    if (error.diagnostics().empty()) std::abort();
    if (scaleplan::error_text(error, false).empty()) std::abort();
  }
  return 0;
}
