// The front door: the whole program as a function, so that tests and other programs run it in process.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace scaleplan {

/// The kind of stdin: for `look` the system is asked, and anything but the process's own stdin is a file.
enum class Stdin { look, terminal, file };

/// Runs one command line (without the program's name) and returns its exit code: 0 yes, 1 no, 2 could not
/// ask, 3 internal error. The answer goes to `out`, everything else to `err`; never throws.
int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& err,
        Stdin stdin_is = Stdin::look);

}  // namespace scaleplan
