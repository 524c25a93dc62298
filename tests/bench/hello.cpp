// The floor of a whole process: the same libraries, linked the same way, doing nothing.
#include <fmt/core.h>

#include <CLI/CLI.hpp>

int main(int count, char** arguments) {
  CLI::App app("hello");
  std::string name = "world";
  app.add_option("--name", name, "who");
  CLI11_PARSE(app, count, arguments);
  fmt::print("hello {}\n", name);
}
