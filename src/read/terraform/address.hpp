// Addresses of Terraform: module.web["a.b"].aws_instance.app[0] taken apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scaleplan::read {

/// A module on the way to a resource: its name, and its index with brackets, or nothing.
struct ModuleStep {
  std::string_view name;
  std::string_view index;
};

struct Address {
  std::vector<ModuleStep> modules;
  std::string_view resource;  ///< behind the modules: aws_instance.app[0]
};

/// One word of a reference and the brackets behind it; brackets hold any text in quotes.
struct Word {
  std::string_view name;
  std::string_view index;
};

/// Takes the first word and its dot from `rest`.
Word take_word(std::string_view& rest);

/// Takes an address apart; what cannot be one is all resource.
Address parse_address(std::string_view address);

/// The address without any index.
std::string without_indexes(std::string_view address);

/// Whether `address` is one of those that `pattern` means: equal, but for indexes that `pattern` leaves out.
bool is_meant(std::string_view pattern, std::string_view address);

}  // namespace scaleplan::read
