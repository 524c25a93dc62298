// A project folder with a plan, a workload and settings, in which the program runs.
#pragma once

#include <filesystem>
#include <string>

#include "catch.hpp"
#include "folder.hpp"

namespace scaleplan::test {

/// A folder of its own with the project of examples/ci; the program runs in it while it lives.
class Project {
 public:
  Project() { std::filesystem::current_path(folder_.path()); }
  ~Project() { std::filesystem::current_path(SCALEPLAN_SOURCE_DIR); }
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

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
  [[nodiscard]] std::string read(const std::string& name) const { return folder_.read(name); }
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }

 private:
  static void replace(std::string& text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
  }
  Folder folder_{"examples/ci"};
};

}  // namespace scaleplan::test
