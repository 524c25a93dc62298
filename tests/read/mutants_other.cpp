// Mistakes written by hand: what is replaced, by what, and which word of it is to be marked.
#include <algorithm>
#include <stdexcept>

#include "mutants.hpp"
#include "support.hpp"

namespace scaleplan::test {
namespace {

struct Row {
  const char* category;
  const char* file;
  const char* old;
  const char* now;
  const char* marked;  ///< the first of this in `now`
};

constexpr const char* book = "learning-aws.yaml";
constexpr const char* aws = "aws.yaml";
constexpr const char* cache = "catalog/cache.yaml";

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"type", book, "    default: 10 GiB\n", "    default: [10 GiB]\n", "[10"},
      {"type", book, "    range: [1, 1G]\n", "    range: 1\n", "1\n"},
      {"type", book, "    adds: [balancer]\n", "    adds: {balancer: yes}\n", "{bal"},
      {"type", book, "    title: Read replicas\n", "    title: [Read replicas]\n", "[Read"},
      {"type", book, "      lead: 7 days\n", "      lead: soon\n", "soon"},
      {"type", book, "    type: yes/no\n", "    type: bool\n", "bool"},
      {"type", book, "users_kind:\n    values: [typical, registered, monthly, daily, concurrent]\n",
       "users_kind: typical\n", "typical"},
      {"type", cache, "vcpu: 2, memory: 0.5,", "vcpu: two, memory: 0.5,", "two"},
      {"unit", book, "        limit: 500 user\n", "        limit: 10k users\n", "users"},
      {"unit", book, "        limit: 500 user\n", "        limit: 500\n", "500"},
      {"unit", book, "        limit: 500 user\n", "        limit: 500 GiB\n", "500"},
      {"unit", book, "    default: 10 GiB\n", "    default: 10GIB\n", "GIB"},
      {"unit", book, "    default: 10 GiB\n", "    default: 10\n", "10"},
      {"unit", book, "    default: 200 ms\n", "    default: 200 MiB\n", "200"},
      {"unit", book, "gp3:        {us-east-1: $0.08/GiB/month", "gp3:        {us-east-1: $0.08/GB/moth",
       "moth"},
      {"unit", book, "    unit: GiB/month\n", "    unit: GiB/moth\n", "GiB/moth"},
      {"unit", cache, "price_unit: $/h", "price_unit: $/hr", "$/hr"},
      {"range", book, "    range: [1, 50]", "    range: [50, 1]", "50"},
      {"range", book, "published: [1.6, 7]", "published: [1.6, 70]", "1.6"},
      {"range", book, "count: {min: 2, max: 200,", "count: {min: 300, max: 200,", "{min"},
      {"range", book, "count: {min: 2, max: 90,", "count: {min: -2, max: 90,", "-2"},
      {"range", book, "    outage: 0.5%\n    cost:", "    outage: 50\n    cost:", "50"},
      {"range", cache, "{vcpu: 2, memory: 0.5,", "{vcpu: 2, memory: -0.5,", "-0.5"},
      {"order", aws, "    after: web\n", "    after: wep\n", "wep"},
      {"order", aws, "    after: queue\n", "    after: server-room\n", "server-room"},
      {"order", book, "    drops: [server]\n", "    drops: [web]\n", "web"},
      {"order", book, "    adds: [balancer]\n", "    adds: [balancer, web]\n", "web"},
      {"structure", book, "  multi-az:\n    title", "   multi-az:\n    title", "multi-az"},
      {"structure", book, "  multi-az:\n    title", "\tmulti-az:\n    title", "\t"},
      {"structure", book, "    title: Read replicas\n", "    title: Readers\n    title: Read replicas\n",
       "title: Read r"},
      {"structure", book, "    takes: [readers]\n", "    takes: [readers\n", "["},
      {"structure", book, "    help: size of a static file\n", "    help: size: of a static file\n", ": of"},
      {"structure", book, "    default: 10 GiB\n", "    <<: x\n    default: 10 GiB\n", "<<"},
      {"structure", book, "    default: 10 GiB\n", "    default: &ten 10 GiB\n", "&ten"},
      {"structure", book, "    default: 10 GiB\n", "    default: *ten\n", "*ten"},
      {"structure", book, "    default: 10 GiB\n", "    default: !gib 10\n", "!gib"},
      {"structure", book, "    default: 10 GiB\n", "    default: \"10 GiB\n", "\"10"},
      {"structure", aws, "components:\n", "components:\n  web: ~\n", "web"},
      {"formula", book, "is: peak_rps / peak_to_mean", "is: peak_rps / peak_to_mean)", ")"},
      {"formula", book, "is: peak_rps / peak_to_mean", "is: peak_rps // peak_to_mean", "/ peak_to"},
      {"formula", book, "when: \"sessions == 'sticky'\"", "when: \"sessions = 'sticky'\"", "= 's"},
      {"formula", book, "when: \"sessions == 'sticky'\"", "when: \"sessions == 'stiky'\"", "'stiky"},
      {"formula", book, "when: \"sessions == 'sticky'\"", "when: \"sessions == sticky\"", "sticky"},
      {"formula", book, "is: peak_rps / peak_to_mean", "is: peak_rps + peak_to_mean", "peak_to_mean"},
      {"formula", book, "is: peak_rps / peak_to_mean", "is: peak_rps / static_share", "static_share"},
      {"formula", book, "is: peak_rps / peak_to_mean", "is: peek(peak_rps)", "peek"},
      {"formula", book, "    default: 10 GiB\n", "    default: no\n", "no"},
      {"formula", book, "    default: 10 GiB\n", "    default: 010 GiB\n", "010"},
      {"formula", book, "    default: 10 GiB\n", "    default: 1:30\n", ":30"},
      {"formula", book, "    default: 10 GiB\n", "    default: 2026-01-01\n", "2026"},
      {"circle", book, "is: jobs_per_second * cpu_per_job * 1 vCPU/job, source: judgement",
       "is: web_cpu, source: judgement", "web_cpu"},
      {"circle", aws, "extends: learning-aws", "extends: ./aws.yaml", "./aws"},
      {"name", aws, "extends: learning-aws", "extends: lerning-aws", "lerning"},
      {"name", book, "source: [S36, judgement]\n    ask: Is", "source: [S99, judgement]\n    ask: Is", "S99"},
      {"name", cache, "price_by: region", "price_by: regin", "regin"},
      {"name", cache, "us-east-1: 0.017", "us-east-2: 0.017", "us-east-2"},
      {"name", book, "file: catalog/cache.yaml", "file: catalog/cash.yaml", "catalog/cash"},
      {"name", book, "values: [us-east-1, eu-west-1]", "values: [us-eest-1, eu-west-1]", "us-eest-1"},
      {"name", book, "units: [user, req", "units: [usr, req", "usr"},
      {"missing", book, "  users:\n    unit: user\n", "  users:\n", "users"},
      {"missing", book, "    range: [1, 1G]\n    help: people", "    help: people", nullptr},
      {"missing", book, "        limit: 500 user\n", "", nullptr},
      {"missing", book, "mean_rps:       {unit: req/s, is: peak_rps / peak_to_mean",
       "mean_rps:       {unit: req/s", "mean_rps"},
      {"missing", book, "mean_rps:       {unit: req/s, is", "mean_rps:       {is", "mean_rps"},
      {"missing", book, "ruleset: learning-aws\n", "", nullptr},
      {"missing", book, "gp3:        {us-east-1: $0.08/GiB/month, ", "gp3:        {", "gp3"},
      {"missing", book, "    file: catalog/cache.yaml\n", "", nullptr},
      {"missing", cache, "{vcpu: 2, memory: 0.5, ", "{vcpu: 2, ", "{vcpu"},
  };
  return all;
}

/// Where the owner of a key stands that was deleted: for those that no word of the row marks.
std::size_t owner(const std::string& text, const std::string& old) {
  if (old.starts_with("ruleset")) return text.find("format:");
  if (old.starts_with("    range")) return text.find("  users:") + 2;
  if (old.starts_with("    file")) return text.find("\n  cache:\n") + 3;
  return text.find("several-hundred:");
}

}  // namespace

std::vector<Mutant> other_mistakes() {
  std::vector<Mutant> all;
  for (const Row& row : rows()) {
    Mutant mutant;
    mutant.category = row.category;
    mutant.file = row.file;
    mutant.root = row.file == aws ? aws : book;
    mutant.text = content("rules/" + mutant.file);
    mutant.what = std::string(row.old) + " -> " + row.now;
    const std::size_t at = mutant.text.find(row.old);
    if (at == std::string::npos) throw std::runtime_error("not in " + mutant.file + ": " + row.old);
    mutant.text.replace(at, std::string(row.old).size(), row.now);
    const std::size_t marked =
        row.marked == nullptr ? owner(mutant.text, row.old) : at + std::string(row.now).find(row.marked);
    mutant.line =
        1 + static_cast<int>(std::count(mutant.text.begin(),
                                        mutant.text.begin() + static_cast<std::ptrdiff_t>(marked), '\n'));
    const std::size_t before = marked == 0 ? std::string::npos : mutant.text.rfind('\n', marked - 1);
    mutant.column = static_cast<int>(marked - (before == std::string::npos ? 0 : before + 1)) + 1;
    all.push_back(std::move(mutant));
  }
  return all;
}

}  // namespace scaleplan::test
