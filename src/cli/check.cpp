// scaleplan check: a gate for pipelines, is what we declare enough for the workload we expect?
#include "scaleplan/check.hpp"

#include <algorithm>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>

#include "check_output.hpp"
#include "colour.hpp"
#include "day.hpp"
#include "files.hpp"
#include "ids.hpp"
#include "nearest.hpp"
#include "question.hpp"
#include "scaleplan/declared.hpp"
#include "scaleplan/files.hpp"
#include "scaleplan/waivers.hpp"
#include "settings.hpp"

namespace scaleplan::cli {
namespace {

/// What the command line says, beside the workload.
struct Wishes {
  std::string stage, fail_on = "too-small", unknown = "warn", waivers, as_of, baseline, write_baseline;
  std::vector<std::string> terraform, cloudformation, files, parameters, outputs;
  bool declared_only = false, explain = false;
};

void offer(CommandLine& line, Question& question, Wishes& wishes) {
  line.drop("--output");
  line.option("--stage", wishes.stage, "the stage that is declared");
  line.option("--terraform", wishes.terraform, "Terraform plans as JSON (terraform show -json); - for stdin");
  line.option("--cloudformation", wishes.cloudformation,
              "CloudFormation templates, YAML or JSON; - for stdin");
  line.option("--file", wishes.files, "declared infrastructure of either kind; its content tells which");
  line.option("--parameter", wishes.parameters, "a parameter of the templates, NAME=VALUE");
  line.flag("--declared-only", wishes.declared_only, "only what is declared, against no workload");
  line.flag("--explain", wishes.explain,
            "how many users the files would carry as declared, what ends it, what it costs");
  line.option("--fail-on", wishes.fail_on,
              "too-small; larger: fail as well when less would do; sized-below: when machines are too small")
      .among({"too-small", "larger", "sized-below"});
  line.option("--unknown", wishes.unknown, "when what is not known decides: warn, fail or pass")
      .among({"warn", "fail", "pass"});
  line.option("--waivers", wishes.waivers, "file of findings that are agreed to, until a date");
  line.option("--as-of", wishes.as_of, "the day on which waivers are judged; today without it");
  line.option("--baseline", wishes.baseline,
              "JSON of an earlier check; what it found fails only when less is declared, or fuller");
  line.option("--write-baseline", wishes.write_baseline, "write the JSON of this check to a file");
  line.format(question.format, check_formats());
  line.option("-o,--output", wishes.outputs, "FORMAT, or FORMAT=FILE; may be given several times")
      .one_at_a_time();
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
  throw usage_error("there is no stage \"" + id + "\"", did_you_mean(near, all));
}

Declaration declaration(Call& call, const Wishes& wishes, bool may_miss, const Recognition& rules) {
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
  take(wishes.terraform, Dialect::terraform);
  take(wishes.cloudformation, Dialect::cloudformation);
  take(wishes.files, std::nullopt);
  DeclaredOptions options;
  options.may_miss = may_miss;
  for (const std::string& parameter : wishes.parameters) {
    const std::size_t equals = parameter.find('=');
    if (equals == std::string::npos || equals == 0)
      throw usage_error("\"" + parameter + "\" is no parameter", "write --parameter NAME=VALUE");
    options.parameters.emplace_back(parameter.substr(0, equals), parameter.substr(equals + 1));
  }
  for (const Text one : rules.assumed) {
    const std::size_t equals = one.find('=');
    if (equals != Text::npos) options.assumed.emplace_back(one.substr(0, equals), one.substr(equals + 1));
  }
  for (const Text type : rules.types) options.types.emplace_back(type);
  options.load = [](const std::string& path) -> std::optional<std::string> {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(file), {}};
  };
  return read_declaration(texts, options);
}

/// Whether files are declared rather than a stage. What a project sets about files is not meant for a stage.
bool declares_files(Wishes& wishes, const Settled& settings) {
  const bool files = !wishes.terraform.empty() || !wishes.cloudformation.empty() || !wishes.files.empty();
  if (files == !wishes.stage.empty()) {
    throw usage_error(files ? "a stage and files are declared, and one is checked" : "nothing is declared",
                      "give --terraform FILE, --cloudformation FILE, --file FILE or --stage ID");
  }
  for (const auto& [flag, wish] :
       {std::pair("explain", &wishes.explain), {"declared-only", &wishes.declared_only}}) {
    if (files || !*wish) continue;
    if (!settings.sets(flag))
      throw usage_error("--" + std::string(flag) + " tells about files", "give --file FILE");
    *wish = false;
  }
  return files;
}

/// What was passed over, and what a file was taken for where its content told.
void tell(Call& call, const Declaration& declared, bool taken) {
  for (const Diagnostic& note : declared.notes)
    call.err << "note: " << note.at.file << (note.at.line > 0 ? ":" + std::to_string(note.at.line) : "")
             << ": " << note.message << "\n";
  if (!taken) return;
  call.err << "note: read as a "
           << (declared.dialect == Dialect::terraform ? "Terraform plan" : "CloudFormation template") << "\n";
}

/// Why a waiver is of no use: nothing like it was found, or no rule finds it.
std::string agrees_to_nothing(const Program& program, const Waiver& waiver) {
  const std::vector<std::string> codes = finding_codes(program, recognition_of(program));
  const bool known = waiver.requirement.find('*') != std::string::npos ||
                     std::find(codes.begin(), codes.end(), waiver.requirement) != codes.end();
  if (known) return "agrees to nothing that was found";
  const std::string near = nearest(waiver.requirement, codes);
  return "agrees to nothing: no rule finds " + waiver.requirement +
         (near.empty() ? "" : "; did you mean " + near + "?");
}

void agree(Call& call, const Wishes& wishes, const Program& program, Check& check) {
  const std::string today = day(wishes.as_of);
  if (!wishes.baseline.empty())
    apply_baseline(check, read_baseline(read_file(wishes.baseline), wishes.baseline));
  if (wishes.waivers.empty()) return;
  std::vector<Waiver> waivers = read_waivers(read_file(wishes.waivers), wishes.waivers);
  apply_waivers(check, waivers, today);
  for (const Waiver& waiver : waivers) {
    if (waiver.used) continue;
    call.err << "warning: " << waiver.at.file << ":" << waiver.at.line << ": the waiver for "
             << waiver.requirement << " at " << waiver.address << " "
             << (waiver.expired ? "expired on " + waiver.expires : agrees_to_nothing(program, waiver))
             << "\n";
  }
}

/// Whether the command line or the file tells how many users there are, or enough to derive it.
bool tells_growth(const Program& program, const std::vector<Given>& given) {
  if (program.growing < 0) return true;
  const auto told = [&](std::int32_t i) {
    return std::any_of(given.begin(), given.end(), [&](const Given& one) {
      return formula_id(one.name) == program.inputs[as_index(i)].id;
    });
  };
  const auto& instead = program.inputs[as_index(program.growing)].instead;
  return told(program.growing) || (!instead.empty() && std::all_of(instead.begin(), instead.end(), told));
}

Carries explained(const Program& program, const Architecture& architecture, const Block& workload,
                  const std::optional<Recommendation>& answer) {
  std::optional<double> users;
  if (answer && program.growing >= 0) users = answer->inputs[as_index(program.growing)].value;
  return carries_of(program, shelf_of(program), architecture, workload, users);
}

/// The workload that is judged: every range at the end that needs most, so that what is enough there is
/// enough for all of it.
Block judged_at(const Program& program, const Asked& asked, std::vector<InputValue>& ends) {
  Block workload = most_demanding(program, asked.workload, asked.ranges);
  for (const InputRange& range : asked.ranges)
    ends.push_back({&program.inputs[range.input], workload.value(range.input, 0), Origin::given});
  return workload;
}

FailOn fail_on(const Wishes& wishes) {
  FailOn on;
  on.larger = wishes.fail_on == "larger";
  on.sized_below = wishes.fail_on == "sized-below";
  on.unknown = wishes.unknown == "fail"   ? FailOn::Unknown::fail
               : wishes.unknown == "pass" ? FailOn::Unknown::pass
                                          : FailOn::Unknown::warn;
  return on;
}

}  // namespace

int check_verb(Call& given) {
  const Settled settings = settled(given.arguments);
  Call call{settings.arguments, given.in, given.out, given.err};
  for (const std::string& fault : mistyped_variables()) call.err << "warning: " << fault << "\n";
  Question question("check",
                    "Whether what is declared is enough for a workload; exit 1 when it is not. Of a range, "
                    "such as --users 1k..20k, the end that needs most is judged.",
                    call);
  Wishes wishes;
  offer(question.line(), question, wishes);
  question.parse();
  const bool files = declares_files(wishes, settings);
  const Program& program = question.program();
  std::optional<Recommendation> answer;
  bool asked = !wishes.declared_only;
  if (wishes.explain && !tells_growth(program, question.given())) {
    const Input& growing = program.inputs[as_index(program.growing)];
    question.assume(std::string(growing.id), std::max(1.0, growing.low) / growing.unit.factor);
    asked = false;
  }
  std::optional<Block> workload;
  std::vector<InputValue> ends;
  if (asked || wishes.explain) workload = judged_at(program, question.asked(), ends);
  if (asked) answer = recommend(program, *workload);
  Check check;
  Recognition rules;
  Declaration declared;
  Architecture architecture;
  if (!files) {
    check = check_stage(*answer, stage_named(program, wishes.stage));
    check.named_at = settings.place("stage");
    if (check.named_at.file.empty()) check.named_at.file = question.workload_file();
  } else {
    rules = recognition_of(program);
    declared = declaration(call, wishes, settings.sets("parameter"), rules);
    tell(call, declared, !wishes.files.empty());
    architecture = architecture_of(program, rules, declared);
    check = check_declared(answer ? &*answer : nullptr, architecture, declared);
    if (answer) check_sizes(check, program, shelf_of(program), *workload);
    if (wishes.explain) check.carries = explained(program, architecture, *workload, answer);
  }
  check.fail_on = fail_on(wishes);
  check.ends = std::move(ends);
  agree(call, wishes, program, check);
  auto outputs = wishes.outputs.empty() ? std::vector{question.format} : wishes.outputs;
  if (!wishes.write_baseline.empty()) outputs.push_back("json=" + wishes.write_baseline);
  write_check(call, program, check, outputs, coloured(question.color, call.out));
  if (check.verdict == Verdict::not_provable && !check.failed() && wishes.unknown == "warn")
    call.err << "warning: it cannot be proved; --unknown fail makes this fail\n";
  return check.failed() ? no : yes;
}

}  // namespace scaleplan::cli
