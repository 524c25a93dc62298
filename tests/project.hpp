// A project folder with a plan, a workload and settings, in which the program runs.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

namespace scaleplan::test {

/// A folder of its own with the project of examples/ci; the program runs in it while it lives.
class Project {
 public:
  Project()
      : path_(std::filesystem::temp_directory_path() / ("scaleplan-project-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::copy(std::filesystem::path(SCALEPLAN_SOURCE_DIR) / "examples/ci", path_,
                          std::filesystem::copy_options::recursive);
    std::filesystem::current_path(path_);
  }
  ~Project() {
    std::filesystem::current_path(SCALEPLAN_SOURCE_DIR);
    std::filesystem::remove_all(path_);
  }
  /// Writes what `text` becomes once `what` of it is `with`.
  void write_with(const std::string& name, std::string text, const std::string& what,
                  const std::string& with) const {
    replace(text, what, with);
    write(name, text);
  }
  /// Makes the group of the plan start with one server, and the database stand alone.
  void shrink() const {
    std::string plan = read("plan.json");
    replace(plan, "\"min_size\": 2", "\"min_size\": 1");
    replace(plan, "\"multi_az\": true", "\"multi_az\": false");
    write("plan.json", plan);
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

 private:
  static void replace(std::string& text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
  }
  std::filesystem::path path_;
};

}  // namespace scaleplan::test
