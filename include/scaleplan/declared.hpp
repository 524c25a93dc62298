// Reading declared infrastructure: Terraform plans as JSON and CloudFormation templates, text in, Declaration
// out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scaleplan/declaration.hpp"

namespace scaleplan {

/// The content of one file, as bytes.
struct DeclaredText {
  std::string name;  ///< as the person named it, for messages; nested templates are looked for beside it
  std::string content;
  std::optional<Dialect> wanted;  ///< the dialect given by flag; else the content decides
};

/// Options for reading declared files.
struct DeclaredOptions {
  std::vector<std::pair<std::string, std::string>> parameters;  ///< of CloudFormation, later ones win
  bool may_miss = false;  ///< whether parameters that no template has are passed over
  std::vector<std::pair<std::string, std::string>> assumed;  ///< of "AWS::" names that are not given
  std::vector<std::string> types;  ///< resource types to keep, in any order; empty keeps all
  /// The content of a file that a template names, by path, or nothing; without it no such file is read.
  std::function<std::optional<std::string>(const std::string& path)> load;
};

/// The content of a file of any encoding; a missing file, a folder, or more than 512 MB throws Error.
DeclaredText read_declared_file(const std::string& path);

/// The joint declaration of `files`; throws Error (codes D001 and on) where one cannot be read, and notes
/// the parts passed over.
Declaration read_declaration(const std::vector<DeclaredText>& files, const DeclaredOptions& options);

}  // namespace scaleplan
