// scaleplan ask: a short dialogue about what is not known yet, in the order in which it would matter.
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
    for (std::size_t i = 0; i < asked_.size(); ++i) asked_[i] = told(i);
  }

  /// Asks until nothing that is left can change the stage, or enough was asked; throws Error when too little
  /// is known in the end.
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
  [[nodiscard]] bool told(std::size_t input) const {
    return std::any_of(known_.begin(), known_.end(),
                       [&](const Given& g) { return formula_id(g.name) == program_.inputs[input].id; });
  }

  [[nodiscard]] Block workload() const { return asked_workload(program_, known_, {}).workload; }

  /// Asks for what nothing else can be worked out without, then for what it could follow from.
  void needed() {
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const Input& input = program_.inputs[i];
      if (!input.required || asked_[i]) continue;
      const auto knows = [&](std::int32_t other) { return told(static_cast<std::size_t>(other)); };
      if (!input.instead.empty() && std::all_of(input.instead.begin(), input.instead.end(), knows)) continue;
      while (!over_) {
        if (ask(i, nullptr)) break;
        bool all = !input.instead.empty();
        for (const std::int32_t other : input.instead) {
          all = all && !over_ && ask(static_cast<std::size_t>(other), nullptr);
        }
        if (all) break;
      }
    }
  }

  /// The question that would change the answer soonest; nothing when none is left that could.
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

  /// Puts one question until the answer is good; whether there was one.
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

  /// Takes an answer when it is a value of its input, and says what is wrong with it otherwise.
  bool good(const Given& given) {
    std::vector<Given> with = known_;
    with.push_back(given);
    try {
      asked_workload(program_, with, {});
    } catch (const Error& error) {
      // What is still missing is asked for next; it is nothing against this answer.
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
  bool over_ = false;  ///< whether nobody answers any more
};

/// The workload file: what was told, a line each.
std::string workload_file(const std::vector<Given>& known) {
  std::string text;
  for (const Given& given : known) {
    text += flag_name(given.name) + ": \"" + given.value + "\"\n";
  }
  return text;
}

}  // namespace

int ask_verb(Call& call) {
  Question question("ask", "A dialogue of at most seven questions; writes a workload file and answers it.",
                    call);
  std::string output, color = "auto";
  question.line().option("--output,-o", output,
                         "write the workload file to this file; the answer goes to stdout");
  question.line().color(color);
  question.parse();
  if (!call.terminal) {
    throw usage_error("ask is a dialogue, and stdin is not a terminal",
                      "say what you know by flags: scaleplan recommend --users 50000");
  }
  Dialogue dialogue(question, question.given(), call);
  const Recommendation answer = dialogue.run();
  if (!output.empty()) write_file(output, workload_file(dialogue.known()));
  call.err << dialogue_end_text(dialogue.settled(), output);
  call.out << recommend_text(answer, coloured(color, call.out));
  return answer.chosen >= 0 ? yes : no;
}

}  // namespace scaleplan::cli
