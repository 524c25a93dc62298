// scaleplan check: a gate for pipelines that compares declared infrastructure with the needs of a workload.
#include "scaleplan/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>
#include <sstream>

#include "day.hpp"
#include "ids.hpp"
#include "inside.hpp"
#include "nearest.hpp"
#include "output.hpp"
#include "question.hpp"
#include "scaleplan/declared.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/waivers.hpp"
#include "settings.hpp"
#include "shown.hpp"

namespace scaleplan::cli {
namespace {

/// The flags of check, besides the workload.
struct CheckOptions {
  std::string stage, fail_on = "too-small,sized-below", unknown = "warn", waivers, as_of, baseline,
                     write_baseline;
  std::vector<std::string> terraform, cloudformation, files, parameters, elsewhere;
  std::string project_file;  // read before the command line, as is the next
  bool declared_only = false, explain = false, no_project_file = false;
};

void offer(CommandLine& line, CheckOptions& options) {
  line.option("--stage", options.stage, "declared stage, instead of files");
  line.option("--terraform", options.terraform,
              "Terraform plans as JSON (terraform show -json); - for stdin");
  line.option("--cloudformation", options.cloudformation,
              "CloudFormation templates, YAML or JSON; - for stdin");
  line.option("--file", options.files, "declared infrastructure of either kind, detected from its content");
  line.option("--parameter", options.parameters, "parameter of the templates, NAME=VALUE");
  line.option("--elsewhere", options.elsewhere,
              "components that their owner declares elsewhere, taken as met: a list, or several times");
  line.flag("--declared-only", options.declared_only, "report what is declared, without a workload");
  line.flag("--explain", options.explain,
            "how many users the files carry as declared, which limit ends that, and the cost");
  line.option("--fail-on", options.fail_on,
              "what fails: never, or a list of too-small (the stage is), sized-below (its machines are) and "
              "larger (a smaller stage is enough)");
  line.option("--unknown", options.unknown,
              "what to do when an unknown value decides the verdict: warn, fail or pass")
      .among({"warn", "fail", "pass"});
  line.option("--waivers", options.waivers, "file of accepted findings, each until a date");
  line.option("--as-of", options.as_of, "day on which waivers have to be valid; default: today");
  line.option(
      "--baseline", options.baseline,
      "JSON of an earlier check; its findings fail only where less is declared or the load has grown");
  line.option("--write-baseline", options.write_baseline,
              "file to write the JSON of this check to, for --baseline");
  line.option("--project-file", options.project_file, "project file instead of .scaleplan.yaml");
  line.flag("--no-project-file", options.no_project_file, "read no project file");
}

/// The formats of `check`, which has to stay where it is.
std::vector<Format> formats_of(const Program& program, const Check& check) {
  const auto findings_in = [&program, &check](std::string (*write)(const Findings&)) {
    return [&program, &check, write](bool) {
      Findings findings = check_findings(program, check);
      findings.version = program_version();
      return write(findings);
    };
  };
  return {{"text", [&](bool colour) { return check_text(program, check, colour); }},
          {"json", [&](bool) { return check_json(program, check); }},
          {"markdown", [&](bool) { return check_markdown(program, check); }},
          {"sarif", findings_in(findings_sarif)},
          {"junit", findings_in(findings_junit)},
          {"tap", findings_in(findings_tap)},
          {"github", findings_in(findings_github)},
          {"gitlab", findings_in(findings_gitlab)}};
}

int stage_named(const Program& program, const std::string& id) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < program.stages.size(); ++i) {
    if (program.stages[i].id == id) return static_cast<int>(i);
    known.emplace_back(program.stages[i].id);
  }
  const std::string near = nearest(id, known);
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "known: " : ", ") + one;
  throw usage_error(fmt::format("there is no stage \"{}\"", id), did_you_mean(near, all));
}

/// The components of lists of ids; throws Error for one that the rule set lacks.
std::vector<std::string> components_named(const Program& program, const std::vector<std::string>& lists) {
  std::vector<std::string> known, all;
  for (const Component& component : program.components) known.emplace_back(component.id);
  for (const std::string& list : lists) {
    std::istringstream words(list);
    for (std::string word; std::getline(words, word, ',');) {
      if (std::find(known.begin(), known.end(), word) == known.end())
        throw usage_error(fmt::format("--elsewhere: there is no component \"{}\"", word),
                          near_hint(nearest(word, known), known, "known: "));
      all.push_back(word);
    }
  }
  return all;
}

Declaration declaration(Call& call, const CheckOptions& options, bool may_miss, const Recognition& rules) {
  std::vector<DeclaredText> texts;
  const auto take = [&](const std::vector<std::string>& paths, std::optional<Dialect> wanted) {
    for (const std::string& path : paths) {
      DeclaredText text = path == "-"
                              ? DeclaredText{"<stdin>", {std::istreambuf_iterator<char>(call.in), {}}, {}}
                              : read_declared_file(path);
      text.wanted = wanted;
      texts.push_back(std::move(text));
    }
  };
  take(options.terraform, Dialect::terraform);
  take(options.cloudformation, Dialect::cloudformation);
  take(options.files, std::nullopt);
  DeclaredOptions reading;
  reading.may_miss = may_miss;
  for (const std::string& parameter : options.parameters) {
    const std::size_t equals = parameter.find('=');
    if (equals == std::string::npos || equals == 0)
      throw usage_error(fmt::format("\"{}\" is not a parameter", parameter), "write --parameter NAME=VALUE");
    reading.parameters.emplace_back(parameter.substr(0, equals), parameter.substr(equals + 1));
  }
  for (const Text one : rules.assumed) {
    const std::size_t equals = one.find('=');
    if (equals != Text::npos) reading.assumed.emplace_back(one.substr(0, equals), one.substr(equals + 1));
  }
  for (const Text type : rules.types) reading.types.emplace_back(type);
  std::vector<std::string> named;
  for (const DeclaredText& text : texts) named.push_back(text.name);
  reading.load = [&named](const std::string& path) { return content_inside(path, named); };
  return read_declaration(texts, reading);
}

/// Whether files are declared rather than a stage; drops project settings about files where a stage is.
bool declares_files(CheckOptions& options, const EffectiveSettings& settings) {
  const bool files = !options.terraform.empty() || !options.cloudformation.empty() || !options.files.empty();
  if (files == !options.stage.empty()) {
    throw usage_error(files ? "check takes a stage or files, not both" : "nothing is declared",
                      "give --terraform FILE, --cloudformation FILE, --file FILE or --stage ID");
  }
  for (const auto& [flag, wish] :
       {std::pair("explain", &options.explain), {"declared-only", &options.declared_only}}) {
    if (files || !*wish) continue;
    if (!settings.sets(flag)) throw usage_error(fmt::format("--{} needs files", flag), "give --file FILE");
    *wish = false;
  }
  return files;
}

/// Prints what reading left out, and, with `guessed`, the kind that the content of the files showed.
void print_notes(Call& call, const Declaration& declared, bool guessed) {
  for (const Diagnostic& note : declared.notes)
    call.err << "note: " << shown(note.at.file)
             << (note.at.line > 0 ? ":" + std::to_string(note.at.line) : "") << ": " << shown(note.message)
             << "\n";
  if (!guessed) return;
  call.err << "note: read as a "
           << (declared.dialect == Dialect::terraform ? "Terraform plan" : "CloudFormation template") << "\n";
}

/// Why a waiver has no effect: nothing matches it, or no rule has its code.
std::string without_effect(const Program& program, const Waiver& waiver) {
  const std::vector<std::string> codes = finding_codes(program, recognition_of(program));
  const bool known = waiver.requirement.find('*') != std::string::npos ||
                     std::find(codes.begin(), codes.end(), waiver.requirement) != codes.end();
  if (known) return "matches no finding";
  const std::string near = nearest(waiver.requirement, codes);
  return fmt::format("matches no finding: there is no requirement {}{}", waiver.requirement,
                     near.empty() ? "" : "; did you mean " + near + "?");
}

/// Marks the findings that the baseline has or a waiver covers, and warns about waivers without effect.
void apply_agreements(Call& call, const CheckOptions& options, const Program& program, Check& check) {
  const std::string today = day(options.as_of);
  if (!options.baseline.empty())
    apply_baseline(check, read_baseline(read_file(options.baseline), options.baseline));
  if (options.waivers.empty()) return;
  std::vector<Waiver> waivers = read_waivers(read_file(options.waivers), options.waivers);
  apply_waivers(check, waivers, today);
  for (const Waiver& waiver : waivers) {
    if (waiver.used) continue;
    call.err << "warning: " << shown(waiver.at.file) << ":" << waiver.at.line << ": the waiver for "
             << shown(waiver.requirement) << " at " << shown(waiver.address) << " "
             << (waiver.expired ? "expired on " + waiver.expires : without_effect(program, waiver)) << "\n";
  }
}

/// Whether the workload gives the number of users, or the inputs it follows from.
bool gives_growing_input(const Program& program, const std::vector<Given>& given) {
  if (program.growing < 0) return true;
  const auto is_given = [&](std::int32_t i) {
    return std::any_of(given.begin(), given.end(), [&](const Given& one) {
      return formula_id(one.name) == program.inputs[as_index(i)].id;
    });
  };
  const auto& instead = program.inputs[as_index(program.growing)].instead;
  return is_given(program.growing) || std::any_of(instead.begin(), instead.end(), [&](const auto& way) {
           return std::all_of(way.begin(), way.end(), is_given);
         });
}

Carries explained(const Program& program, const Architecture& architecture, const Block& workload,
                  const std::optional<Recommendation>& answer) {
  std::optional<double> users;
  if (answer && program.growing >= 0) users = answer->inputs[as_index(program.growing)].value;
  return carries_of(program, architecture, workload, users);
}

/// The workload to check: each range at the end that needs more, which is enough for the rest of it, too.
Block demanding_workload(const Program& program, const Asked& asked, std::vector<InputValue>& ends) {
  Block workload = most_demanding(program, asked.workload, asked.ranges);
  for (const InputRange& range : asked.ranges)
    ends.push_back({&program.inputs[range.input], workload.value(range.input, 0), Origin::given});
  return workload;
}

FailOn fail_on(const CheckOptions& options) {
  FailOn on;
  on.too_small = on.sized_below = false;
  const std::vector<std::string> known{"too-small", "sized-below", "larger", "never"};
  std::istringstream words(options.fail_on);
  bool never = false, any = false;
  for (std::string word; std::getline(words, word, ',');) {
    if (std::find(known.begin(), known.end(), word) == known.end())
      throw usage_error("--fail-on: \"" + word + "\" is not a reason to fail",
                        near_hint(nearest(word, known), known, "known: "));
    (word == "never" ? never : any) = true;
    on.too_small = on.too_small || word == "too-small";
    on.sized_below = on.sized_below || word == "sized-below";
    on.larger = on.larger || word == "larger";
  }
  if (never == any)
    throw usage_error("--fail-on takes reasons, or never alone", "--fail-on too-small,sized-below");
  on.unknown = options.unknown == "fail"   ? FailOn::Unknown::fail
               : options.unknown == "pass" ? FailOn::Unknown::pass
                                           : FailOn::Unknown::warn;
  return on;
}

}  // namespace

int check_verb(Call& given) {
  const EffectiveSettings settings = effective_settings(given.arguments);
  Call call{settings.arguments, given.in, given.out, given.err};
  for (const std::string& fault : mistyped_variables()) call.err << "warning: " << fault << "\n";
  Question question(
      "check",
      "Whether the declared infrastructure is enough for a workload; exit 1 when it is not. For a\n"
      "range, such as --users 1k..20k, check uses the end that needs more.",
      call);
  Check check;
  Output output(question.line(), formats_of(question.program(), check), call.out);
  CheckOptions options;
  offer(question.line(), options);
  question.parse();
  const bool files = declares_files(options, settings);
  const Program& program = question.program();
  std::optional<Recommendation> answer;
  bool asked = !options.declared_only;
  if (options.explain && !gives_growing_input(program, question.given())) {
    const Input& growing = program.inputs[as_index(program.growing)];
    question.assume(std::string(growing.id), std::max(1.0, growing.low) / growing.unit.factor);
    asked = false;
  }
  std::optional<Block> workload;
  std::vector<InputValue> ends;
  if (asked || options.explain) workload = demanding_workload(program, question.asked(), ends);
  Recognition rules;
  Declaration declared;
  Architecture architecture;
  if (!files) {
    answer = recommend(program, *workload);
    check = check_stage(*answer, stage_named(program, options.stage));
    check.named_at = settings.place("stage");
    if (check.named_at.file.empty()) check.named_at.file = question.workload_file();
  } else {
    rules = recognition_of(program);
    declared = declaration(call, options, settings.sets("parameter"), rules);
    print_notes(call, declared, !options.files.empty());
    architecture = architecture_of(program, rules, declared, workload ? &*workload : nullptr,
                                   components_named(program, options.elsewhere));
    if (workload) workload = as_declared(program, architecture, std::move(*workload));
    if (asked) answer = recommend(program, *workload);
    check = check_declared(answer ? &*answer : nullptr, architecture, declared);
    if (answer) check_sizes(check, program, *workload);
    if (options.explain) check.carries = explained(program, architecture, *workload, answer);
  }
  check.fail_on = fail_on(options);
  check.agreed = settings.loosening();
  check.ends = std::move(ends);
  apply_agreements(call, options, program, check);
  if (!options.write_baseline.empty()) output.add("json", options.write_baseline);
  output.write();
  if (check.verdict == Verdict::not_provable && !check.failed() && options.unknown == "warn")
    call.err << "warning: an unknown value decides the verdict; --unknown fail makes this fail\n";
  return check.failed() ? no : yes;
}

}  // namespace scaleplan::cli
