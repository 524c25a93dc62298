// scaleplan config show: every setting of environment and project file, with its origin.
#include "command_line.hpp"
#include "settings.hpp"
#include "verb.hpp"

namespace scaleplan::cli {

int config_show_verb(Call& call) {
  CommandLine line("config show", "Every setting with its value and its origin.");
  line.parse(call.arguments);
  const std::vector<Setting> all = settings({});
  for (const std::string& fault : mistyped_variables()) call.err << "warning: " << fault << "\n";
  if (all.empty()) {
    call.out << " no settings: no .scaleplan.yaml here or above, no SCALEPLAN_* variable\n";
    return yes;
  }
  for (const Setting& setting : all) {
    const auto padded = [](const std::string& text, std::size_t width) {
      return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
    };
    call.out << " " << padded(setting.name, 16) << padded(setting.value, 32) << setting.from << "\n";
  }
  return yes;
}

}  // namespace scaleplan::cli
