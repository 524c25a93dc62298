// scaleplan ask: a short dialogue about missing inputs, the most decisive first.
#include <algorithm>
#include <fstream>
#include <istream>
#include <ostream>

#include "colour.hpp"
#include "files.hpp"
#include "ids.hpp"
#include "question.hpp"
#include "scaleplan/diagnostics.hpp"
#include "scaleplan/dialogue.hpp"
#include "scaleplan/error.hpp"
#include "scaleplan/recommend.hpp"

namespace scaleplan::cli {
namespace {

constexpr int most_questions = 7;

class Dialogue {
 public:
  Dialogue(const Question& question, std::vector<Given> known, Call& call)
      : program_(question.program()), known_(std::move(known)), call_(call) {
    asked_.resize(program_.inputs.size());
    for (std::size_t i = 0; i < asked_.size(); ++i) asked_[i] = is_known(i);
  }

  /// Asks until no open question can change the stage, or the limit of questions is reached; throws Error
  /// when a required input is missing in the end.
  Recommendation run() {
    needed();
    while (true) {
      Recommendation answer = recommend(program_, workload());
      const auto next = most_decisive(answer);
      settled_ = !next;
      if (!next || count_ == most_questions || over_) return answer;
      ask(*next, &answer);
    }
  }

  [[nodiscard]] const std::vector<Given>& known() const { return known_; }
  [[nodiscard]] bool settled() const { return settled_; }

 private:
  [[nodiscard]] bool is_known(std::size_t input) const {
    return std::any_of(known_.begin(), known_.end(),
                       [&](const Given& g) { return formula_id(g.name) == program_.inputs[input].id; });
  }

  [[nodiscard]] Block workload() const { return asked_workload(program_, known_).workload; }

  /// Asks for each required input, and without an answer for the inputs that it could follow from.
  void needed() {
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const Input& input = program_.inputs[i];
      if (!input.required || asked_[i]) continue;
      const auto knows = [&](std::int32_t other) { return is_known(static_cast<std::size_t>(other)); };
      const bool derived = std::any_of(input.instead.begin(), input.instead.end(), [&](const auto& way) {
        return std::all_of(way.begin(), way.end(), knows);
      });
      if (derived) continue;
      while (!over_) {
        if (ask(i, nullptr)) break;
        bool all = !input.instead.empty();
        for (std::size_t k = 0; all && k < input.instead.front().size(); ++k)
          all = !over_ && ask(as_index(input.instead.front()[k]), nullptr);
        if (all) break;
      }
    }
  }

  /// The open input that would change the answer soonest; nothing when no input could.
  [[nodiscard]] std::optional<std::size_t> most_decisive(const Recommendation& answer) const {
    for (const bool certain : {true, false}) {
      for (const InputFlips& flips : answer.flips) {
        const auto input = static_cast<std::size_t>(flips.input - program_.inputs.data());
        const bool open = certain ? flips.moves(answer.chosen) : !flips.known;
        if (open && flips.assumed && !asked_[input] && !flips.input->ask.empty()) return input;
      }
    }
    return std::nullopt;
  }

  /// Asks one question until its answer is valid; whether there was an answer.
  bool ask(std::size_t index, const Recommendation* answer) {
    const Input& input = program_.inputs[index];
    asked_[index] = true;
    call_.err << question_text(++count_, input, accepted_values(input), answer);
    while (true) {
      call_.err << "> " << std::flush;
      std::string line;
      if (!std::getline(call_.in, line)) {
        over_ = true;
        return false;
      }
      const std::size_t first = line.find_first_not_of(" \t\r");
      if (first == std::string::npos) return false;
      line = line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
      if (good({flag_name(input.id), line, {}, {}, {}})) return true;
    }
  }

  /// Whether an answer is a value of its input; accepts it, or prints the error.
  bool good(const Given& given) {
    std::vector<Given> with = known_;
    with.push_back(given);
    try {
      asked_workload(program_, with);
    } catch (const Error& error) {
      // A missing input is the next question, and no fault of this answer.
      if (error.diagnostics().front().code != "W004") {
        call_.err << error_text(error, coloured("auto", call_.err));
        return false;
      }
    }
    known_ = std::move(with);
    return true;
  }

  const Program& program_;
  std::vector<Given> known_;
  Call& call_;
  std::vector<bool> asked_;
  int count_ = 0;
  bool settled_ = false;
  bool over_ = false;  ///< whether stdin has ended
};

/// The workload file, one answer a line.
std::string workload_file(const std::vector<Given>& known) {
  std::string text;
  for (const Given& given : known) {
    text += flag_name(given.name) + ": \"" + given.value + "\"\n";
  }
  return text;
}

}  // namespace

int ask_verb(Call& call) {
  Question question("ask", "A dialogue of at most seven questions that ends in a recommendation.", call);
  std::string output, color = "auto";
  question.line().option("--output,-o", output,
                         "write the answers as a workload file; the recommendation goes to stdout");
  question.line().color(color);
  question.parse();
  if (!call.terminal) {
    throw usage_error("ask is a dialogue, and stdin is not a terminal",
                      "give the inputs as flags: scaleplan recommend --users 50000");
  }
  Dialogue dialogue(question, question.given(), call);
  const Recommendation answer = dialogue.run();
  if (!output.empty()) write_file(output, workload_file(dialogue.known()));
  call.err << dialogue_end_text(dialogue.settled(), output);
  call.out << recommend_text(answer, coloured(color, call.out));
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
