// The verbs of the command line: their input and their exit codes.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "scaleplan/error.hpp"

namespace scaleplan::cli {

/// Exit codes of the program.
enum Exit { yes = 0, no = 1, could_not_ask = 2, internal_error = 3 };

/// One command line on its way through a verb; `arguments` are those after the verb.
struct Call {
  std::vector<std::string> arguments;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  ///< whether stdin is a terminal
};

/// A verb of the program: one file each.
struct Verb {
  std::string_view name;
  std::string_view help;
  int (*run)(Call& call);
};

int ask_verb(Call& call);
int recommend_verb(Call& call);
int check_verb(Call& call);
int compare_verb(Call& call);
int config_show_verb(Call& call);
int explain_verb(Call& call);
int flips_verb(Call& call);
int headroom_verb(Call& call);
int roadmap_verb(Call& call);
int stages_verb(Call& call);
int schema_verb(Call& call);
int rules_diff_verb(Call& call);
int rules_fmt_verb(Call& call);
int rules_new_verb(Call& call);
int rules_show_verb(Call& call);
int rules_test_verb(Call& call);
int workload_new_verb(Call& call);
int rules_lint_verb(Call& call);

/// The help of a verb; thrown by parsing when --help is given, printed by run().
struct HelpWanted {
  std::string text;
};

/// The version of the program, "0.1.0".
std::string_view program_version();

/// An error of usage with a code of its own.
Error usage_error(std::string message, std::string hint);

}  // namespace scaleplan::cli
