// Support for tests of declared infrastructure: reading a text, and showing a declaration as text to compare.
#pragma once

#include <string>
#include <vector>

#include "scaleplan/declared.hpp"

namespace scaleplan::test {

/// Reads one file of that content.
Declaration declare(const std::string& content, const DeclaredOptions& options = {});

/// The value at a path such as "vpc_config.0.subnet_ids"; fails the test when there is none.
const Attribute& at(const Resource& resource, std::string_view path);

/// The resource of that address; fails the test when there is none.
const Resource& named(const Declaration& declaration, std::string_view address);

/// Addresses in order, with a question mark where it is not certain.
std::vector<std::string> addresses(const Declaration& declaration);

/// A value in one line: maps in braces, lists in brackets, (unknown), and what it refers to behind an arrow.
std::string shown(const Attribute& value);

/// "D004 2:7" of each finding when reading fails, else of each note.
std::vector<std::string> faults(const std::string& content, const DeclaredOptions& options = {});

/// "web 2/2, balancer 1/1": units and zones of each component that is there or may be, with ? where more may
/// be; at the end what it is instead, if it is.
std::string parts_of(const Declaration& declaration);

}  // namespace scaleplan::test
