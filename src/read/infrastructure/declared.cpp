// Reads infrastructure files into one declaration; their content decides the dialect.
#include "scaleplan/declared.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "cloudformation/template.hpp"
#include "nearest.hpp"
#include "terraform/plan.hpp"
#include "texts/json.hpp"
#include "texts/located.hpp"
#include "texts/readable.hpp"

namespace scaleplan {
namespace {

using read::JsonKind;
using read::JsonValue;
using read::Located;

[[noreturn]] void refuse(Located& text, JsonValue at, std::string code, std::string message,
                         std::string hint) {
  throw Error(
      {text.finding(Severity::error, std::move(code), at.node().at, 1, std::move(message), std::move(hint))});
}

/// The first keys of a map, for a message.
std::string some_keys(JsonValue root) {
  constexpr int most_named = 5;
  std::string text;
  if (root.kind() != JsonKind::map) return text;
  int named = 0;
  for (JsonValue child = root.first(); child && named < most_named; child = root.after(child), ++named) {
    text += (named == 0 ? "" : ", ") + std::string(child.key().substr(0, 40));
  }
  return text;
}

/// The dialect of a JSON file; throws Error when it is neither of the two.
Dialect dialect_of(JsonValue root, Located& text) {
  const auto has = [&](std::string_view key) { return static_cast<bool>(root.find(key)); };
  if (has("planned_values") || has("resource_changes")) return Dialect::terraform;
  if (has("format_version") && has("values")) return Dialect::terraform;
  if (has("Resources") || has("AWSTemplateFormatVersion")) return Dialect::cloudformation;
  if (has("@level") || has("@message")) {
    refuse(text, root, "D017", "this is the log of terraform plan -json, which holds no plan",
           "terraform plan -out tfplan && terraform show -json tfplan > plan.json");
  }
  if (has("lineage") || (has("serial") && has("terraform_version"))) {
    refuse(text, root, "D019", "this is a raw state file, whose format varies",
           "in its folder: terraform show -json > state.json");
  }
  if (has("TemplateBody")) {
    refuse(text, root, "D020", "this is the output of a command, with a template inside",
           "aws cloudformation get-template --query TemplateBody --stack-name NAME > template.json");
  }
  if (has("format_version")) {
    refuse(text, root, "D018", "nothing is planned here: neither planned_values nor resource_changes",
           "terraform plan -out tfplan && terraform show -json tfplan > plan.json");
  }
  const std::string keys = some_keys(root);
  refuse(text, root, "D011", "this is neither a Terraform plan nor a CloudFormation template",
         keys.empty() ? std::string("give the output of terraform show -json, or a template")
                      : "it holds " + keys + "; give the output of terraform show -json, or a template");
}

class Reader {
 public:
  explicit Reader(const DeclaredOptions& options) : options_(options), wanted_(options.types) {}

  void file(const DeclaredText& file) {
    const auto index = static_cast<std::int32_t>(into_.files.size());
    into_.files.push_back(file.name);
    const read::ReadableText readable = read::readable_text(file);
    Located text(file.name, readable.text, readable.begin);
    if (readable.json && json(file, readable, text, index)) return;
    read::Report report;
    read::Node tree = read::template_tree(file, report);
    const bool known = tree.find("Resources") != nullptr || tree.find("AWSTemplateFormatVersion") != nullptr;
    if (!known) {
      report.error(tree.at, "D011", "this is neither a Terraform plan nor a CloudFormation template",
                   "give the output of terraform show -json, or a template");
      report.stop_if_failed();
    }
    speak(file, Dialect::cloudformation);
    cloudformation(file, std::move(tree), report, index);
  }

  /// Reads the resources of every template; faults go to `found`.
  void resources(std::vector<Diagnostic>& found) {
    for (Root& root : roots_) {
      if (!root.ready) continue;
      try {
        read::TemplateRun run{options_, wanted_, into_, root.report, exports_};
        read_resources(root.top, run);
        into_.notes.insert(into_.notes.end(), root.report.found().begin(), root.report.found().end());
      } catch (const Error& error) {
        found.insert(found.end(), error.diagnostics().begin(), error.diagnostics().end());
      }
    }
  }

  /// All that was read; throws Error when a parameter was given that no template has.
  Declaration take() {
    std::vector<Diagnostic> found;
    for (const auto& [name, value] : options_.parameters) {
      const bool known = std::find(parameters_.begin(), parameters_.end(), name) != parameters_.end();
      if (known || options_.may_miss ||
          (into_.dialect == Dialect::cloudformation && name.starts_with("AWS::")))
        continue;
      const std::string near = nearest(name, parameters_);
      found.push_back(read::file_finding(Severity::error, "D023", {},
                                         "no template here has a parameter " + name,
                                         did_you_mean(near, "the templates list theirs under Parameters")));
    }
    if (!found.empty()) throw Error(std::move(found));
    return std::move(into_);
  }

 private:
  /// Reads JSON; no when it is not, and may be YAML.
  bool json(const DeclaredText& file, const read::ReadableText& readable, Located& text, std::int32_t index) {
    const read::JsonRead read =
        read_json(text.text(), read::plan_root, read::plan_shape(wanted_), text.lines_before());
    if (read.fault && read::is_named_yaml(file.name)) return false;
    if (read.fault) {
      const read::JsonFault& fault = *read.fault;
      throw Error(
          {text.finding(Severity::error, fault.code, fault.at, fault.bytes, fault.message, fault.hint)});
    }
    const JsonValue root = read.tree.root();
    const Dialect dialect = dialect_of(root, text);
    behind(readable, text, read.end);
    speak(file, dialect);
    if (dialect == Dialect::terraform) {
      read::read_terraform(root, text, wanted_, index, into_);
      return true;
    }
    read::Report report;
    read::Node tree = read::template_of(root, file.name, text.text(), report);
    cloudformation(file, std::move(tree), report, index);
    return true;
  }

  /// Resources are read once every file is known: a template may import what another exports.
  void cloudformation(const DeclaredText& file, read::Node tree, read::Report& report, std::int32_t index) {
    Root& root = roots_.emplace_back();
    root.top.tree = std::move(tree);
    root.top.name = file.name;
    root.top.file = index;
    const read::Node* resources = root.top.tree.find("Resources");
    if (resources == nullptr || resources->kind != read::Node::Kind::map) {
      report.error(resources == nullptr ? root.top.tree.at : resources->at, "D022",
                   "this template has no resources", "check that it is the file you meant");
      report.stop_if_failed();
    }
    if (const read::Node* parameters = root.top.tree.find("Parameters")) {
      for (const read::Entry& entry : parameters->entries) parameters_.push_back(entry.key);
    }
    root.report = std::move(report);
    read::TemplateRun run{options_, wanted_, into_, root.report, exports_};
    fill_parameters(root.top, run, {});
    exports_.from.push_back(&root.top);
    root.ready = true;
  }

  /// Checks the text after the value: nothing, or the log of a pipeline.
  void behind(const read::ReadableText& readable, Located& text, std::size_t end) {
    const std::string_view rest = text.text().substr(end);
    if (const std::size_t more = read::behind_log(rest); more != std::string_view::npos) {
      throw Error(
          {text.finding(Severity::error, "D008", end + more, 1, "more text follows the complete value",
                        "give one plan or template in each file")});
    }
    if (!readable.wrapped && rest.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    into_.notes.push_back(read::file_finding(Severity::warning, "D103", text.name(),
                                             std::string("log lines around the plan") +
                                                 (readable.stamped ? ", and a time before each line," : "") +
                                                 " are ignored",
                                             "with setup-terraform, set terraform_wrapper: false"));
  }

  /// All files are of one dialect, and of the one that was asked for.
  void speak(const DeclaredText& file, Dialect dialect) {
    const std::string is = dialect == Dialect::terraform ? "a Terraform plan" : "a CloudFormation template";
    if (file.wanted && *file.wanted != dialect) {
      throw Error({read::file_finding(Severity::error, "D021", file.name, "this is " + is,
                                      "use the flag of its kind")});
    }
    if (spoken_ && into_.dialect != dialect) {
      throw Error({read::file_finding(Severity::error, "D009", file.name,
                                      "this is " + is + ", unlike the files before",
                                      "check plans and templates one after the other")});
    }
    into_.dialect = dialect;
    spoken_ = true;
  }

  /// A template that was given, with its faults.
  struct Root {
    read::Template top;
    read::Report report;
    bool ready = false;
  };

  const DeclaredOptions& options_;
  read::WantedTypes wanted_;
  std::deque<Root> roots_;
  read::Exports exports_;
  Declaration into_;
  std::vector<std::string> parameters_;  ///< of all templates
  bool spoken_ = false;
};

}  // namespace

Declaration read_declaration(const std::vector<DeclaredText>& files, const DeclaredOptions& options) {
  Reader reader(options);
  std::vector<Diagnostic> found;
  for (const DeclaredText& file : files) {
    try {
      reader.file(file);
    } catch (const Error& error) {
      found.insert(found.end(), error.diagnostics().begin(), error.diagnostics().end());
    }
  }
  reader.resources(found);
  if (!found.empty()) throw Error(std::move(found));
  return reader.take();
}

}  // namespace scaleplan
