// Writes and reads programs as bytes: one list of fields for each type serves both ways.
#include "prepared.hpp"

#include <cstring>
#include <map>
#include <memory>
#include <type_traits>

namespace scaleplan::read {
namespace {

void fields(auto& a, Unit& x) { a(x.text, x.factor); }
void fields(auto& a, Dimension& x) { a(x.power); }
void fields(auto& a, Place& x) { a(x.file, x.line); }
void fields(auto& a, Source& x) { a(x.id, x.title, x.address, x.as_of, x.confidence, x.note); }
void fields(auto& a, OtherName& x) { a(x.name, x.instead); }
void fields(auto& a, Input& x) {
  a(x.id, x.type, x.unit, x.dimension, x.low, x.high, x.has_published, x.published_low, x.published_high,
    x.values, x.labels, x.other_names);
  a(x.help, x.because, x.ask, x.where_to_look, x.default_text, x.source, x.of_book, x.grows, x.value,
    x.derived, x.required);
  a(x.mistaken, x.mistaken_says, x.instead, x.place);
}
void fields(auto& a, Metric& x) {
  a(x.id, x.unit, x.help, x.formula, x.staged, x.by_stage, x.redefined, x.source, x.place);
}
void fields(auto& a, Redefined& x) { a(x.stage, x.formula, x.place); }
void fields(auto& a, TableFigure& x) {
  a(x.id, x.unit, x.by_stage, x.source, x.place, x.as_of, x.because, x.chosen, x.estimated);
}
void fields(auto& a, PriceDates& x) { a(x.id, x.oldest, x.newest); }
void fields(auto& a, Gap& x) { a(x.figure, x.by, x.value, x.chosen, x.index, x.at, x.unit, x.place); }
void fields(auto& a, Option& x) { a(x.id, x.title, x.because, x.condition, x.source, x.place, x.when); }
void fields(auto& a, Decision& x) { a(x.id, x.title, x.options, x.by_stage, x.shown, x.source, x.place); }
void fields(auto& a, Candidate& x) { a(x.name, x.catalog, x.as_of); }
void fields(auto& a, PriceNote& x) { a(x.id, x.because, x.as_of, x.estimated, x.source); }
void fields(auto& a, Need& x) { a(x.id, x.title, x.unit, x.shared, x.each); }
void fields(auto& a, CatalogRows& x) { a(x.first, x.last, x.own_list, x.prices, x.origins); }
void fields(auto& a, SizeColumn& x) { a(x.name, x.factor, x.figures); }
void fields(auto& a, SizeTable& x) {
  a(x.from, x.lists, x.variants, x.factors, x.names, x.groups, x.candidates, x.healthy, x.zone_lost,
    x.best_healthy, x.best_zone_lost, x.columns);
}
void fields(auto& a, Pick& x) {
  a(x.needs, x.selectors, x.radix, x.sizes, x.factors, x.surcharge, x.least, x.greatest, x.zones, x.copies,
    x.aim);
}
void fields(auto& a, Limit& x) {
  a(x.id, x.title, x.component, x.kind, x.need, x.limit, x.present, x.unit, x.because, x.formula, x.source,
    x.place, x.key, x.zone_lost);
}
void fields(auto& a, CostLine& x) {
  a(x.id, x.title, x.firm, x.usd_per_second, x.quantity, x.quantity_unit, x.source, x.figures);
}
void fields(auto& a, Choice& x) { a(x.by, x.texts); }
void fields(auto& a, Component& x) {
  a(x.id, x.title, x.tier, x.because, x.service, x.present, x.pick, x.picked, x.count, x.zones, x.copies,
    x.outage, x.survives, x.upkeep, x.move, x.early);
  a(x.costs, x.links, x.covers, x.source, x.place);
}
void fields(auto& a, Migration& x) { a(x.lead, x.downtime, x.risk, x.undo, x.lead_seconds, x.steps); }
void fields(auto& a, Move& x) { a(x.id, x.title, x.because, x.source, x.place, x.input, x.when, x.taken); }
void fields(auto& a, AroundLine& x) {
  a(x.id, x.title, x.because, x.when, x.usd_per_second, x.low, x.high, x.source, x.place);
}
void fields(auto& a, Advice& x) { a(x.id, x.title, x.says, x.unit, x.when, x.value, x.source, x.place); }
void fields(auto& a, Readings& x) { a(x.input, x.values, x.shows, x.title, x.unit); }
void fields(auto& a, Regret& x) { a(x.too_small, x.too_big, x.because, x.source); }
void fields(auto& a, Stage& x) {
  a(x.id, x.title, x.summary, x.components, x.added, x.limits, x.outage, x.firm, x.soft, x.upkeep,
    x.migration, x.source, x.place);
}
void fields(auto& a, Program& x) {
  a(x.id, x.title, x.version, x.goes_on, x.units, x.not_counted, x.sources, x.inputs, x.metrics);
  a(x.firm_word, x.soft_word, x.guide_word, x.prices_word, x.growing);
  a(x.decisions, x.price_notes, x.candidates, x.picks, x.components, x.moves, x.advice, x.around, x.stages,
    x.columns, x.price_inputs, x.judged, x.answered);
  a(x.gaps, x.complete, x.price_dates, x.regret, x.readings, x.upkeep_price, x.figures, x.code, x.constants,
    x.recognition);
}
void fields(auto& a, Query& x) { a(x.kind, x.number, x.text, x.operands); }
void fields(auto& a, SizeFigure& x) { a(x.column, x.unit, x.query); }
void fields(auto& a, DecidedInput& x) { a(x.input, x.query); }
void fields(auto& a, Matcher& x) {
  a(x.id, x.component, x.types, x.where, x.instances, x.copies, x.group, x.size, x.figures, x.zones,
    x.decides);
  a(x.instances_action, x.zones_action, x.copies_action, x.place);
}
void fields(auto& a, Proof& x) { a(x.stage, x.components); }
void fields(auto& a, ZoneSource& x) { a(x.type, x.query, x.where, x.zones); }
void fields(auto& a, Elsewhere& x) { a(x.component, x.when); }
void fields(auto& a, OutOfScope& x) { a(x.id, x.title, x.says, x.when); }
void fields(auto& a, Advisory& x) { a(x.id, x.title, x.says, x.action, x.types, x.when, x.source, x.place); }
void fields(auto& a, DialectType& x) { a(x.native, x.type, x.where); }
void fields(auto& a, DialectAttribute& x) { a(x.native, x.path, x.query); }
void fields(auto& a, DialectTable& x) { a(x.id, x.written, x.types, x.attributes); }
void fields(auto& a, Recognition& x) {
  a(x.queries, x.matchers, x.proofs, x.zone_sources, x.everywhere, x.unplaced, x.assumed, x.names, x.types,
    x.dialects);
  a(x.decides, x.every_group, x.elsewhere, x.out_of_scope, x.advisories);
}

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T> ||
    std::is_same_v<T, std::array<std::int8_t, Dimension::most>>;

class Writer {
 public:
  void operator()(auto&... values) { (put(values), ...); }

  std::vector<std::uint64_t> words() const {
    std::vector<std::uint64_t> all{numbers_.size(), integers_.size(), code_.size(), citations_,
                                   labels_.size()};
    const auto append = [&](const void* from, std::size_t bytes) {
      const std::size_t begin = all.size();
      all.resize(begin + (bytes + 7) / 8);
      if (bytes > 0) std::memcpy(&all[begin], from, bytes);
    };
    append(numbers_.data(), numbers_.size() * sizeof(double));
    append(integers_.data(), integers_.size() * sizeof(std::int32_t));
    append(code_.data(), code_.size() * sizeof(Instruction));
    append(labels_.data(), labels_.size());
    append(stream_.data(), stream_.size());
    return all;
  }

 private:
  void put(Plain auto& value) { stream_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void size(std::size_t n) {
    auto small = static_cast<std::uint32_t>(n);
    put(small);
  }
  void put(Text& text) {
    size(text.size());
    stream_.append(text);
  }
  /// Lists of sources are kept once, in a part of their own.
  void put(Citations& list) {
    const auto [known, fresh] = lists_.try_emplace(list.begin(), citations_);
    if (fresh) {
      std::swap(stream_, labels_);
      for (Citation citation : list) {
        put(citation.label);
        put(citation.source);
      }
      std::swap(stream_, labels_);
      citations_ += list.size();
    }
    size(known->second);
    size(list.size());
  }
  void put(std::span<const double>& span) { put(span, numbers_); }
  void put(std::span<const std::int32_t>& span) { put(span, integers_); }
  /// A list that several records point to is kept once.
  template <class T>
  void put(std::span<const T>& span, std::vector<T>& into) {
    const auto [known, fresh] = spans_.try_emplace({span.data(), span.size()}, into.size());
    size(known->second);
    size(span.size());
    if (fresh) into.insert(into.end(), span.begin(), span.end());
  }
  void put(std::span<const Instruction>& span) {
    size(span.size());
    for (const Instruction& from : span) {
      Instruction clean;
      std::memset(static_cast<void*>(&clean), 0, sizeof clean);  // so that padding is the same in every build
      clean.op = from.op;
      clean.a = from.a;
      clean.b = from.b;
      clean.c = from.c;
      code_.push_back(clean);
    }
  }
  template <class T>
  void put(std::vector<T>& list) {
    size(list.size());
    for (T& item : list) put(item);
  }
  void put(auto& record) { fields(*this, record); }

  std::string stream_;
  std::string labels_;
  std::map<const Citation*, std::size_t> lists_;
  std::size_t citations_ = 0;
  std::map<std::pair<const void*, std::size_t>, std::size_t> spans_;
  std::vector<double> numbers_;
  std::vector<std::int32_t> integers_;
  std::vector<Instruction> code_;
};

class Reader {
 public:
  explicit Reader(std::span<const std::uint64_t> words) {
    const std::uint64_t* at = words.data() + 5;
    numbers_ = {reinterpret_cast<const double*>(at), words[0]};
    at += words[0];
    integers_ = {reinterpret_cast<const std::int32_t*>(at), words[1]};
    at += (words[1] + 1) / 2;
    code_ = {reinterpret_cast<const Instruction*>(at), words[2]};
    at += words[2] * sizeof(Instruction) / 8;
    stream_ = reinterpret_cast<const char*>(at);
    citations_ = std::make_shared<std::vector<Citation>>(words[3]);
    for (Citation& citation : *citations_) {
      get(citation.label);
      get(citation.source);
    }
    stream_ = reinterpret_cast<const char*>(at + (words[4] + 7) / 8);
  }

  /// Storage of the program's lists of sources.
  [[nodiscard]] std::shared_ptr<const void> memory() const { return citations_; }

  void operator()(auto&... values) { (get(values), ...); }

 private:
  void get(Plain auto& value) {
    std::memcpy(&value, stream_, sizeof value);
    stream_ += sizeof value;
  }
  std::size_t size() {
    std::uint32_t small = 0;
    get(small);
    return small;
  }
  void get(Text& text) {
    const std::size_t length = size();
    text = {stream_, length};
    stream_ += length;
  }
  void get(Citations& list) {
    const std::size_t begin = size();
    list = Citations({citations_->data() + begin, size()});
  }
  void get(std::span<const double>& span) { get(span, numbers_); }
  void get(std::span<const std::int32_t>& span) { get(span, integers_); }
  template <class T>
  void get(std::span<const T>& span, std::span<const T> from) {
    const std::size_t begin = size();
    span = from.subspan(begin, size());
  }
  void get(std::span<const Instruction>& span) { span = code_.first(size()); }
  template <class T>
  void get(std::vector<T>& list) {
    list.resize(size());
    if constexpr (Plain<T>) {
      if (!list.empty()) std::memcpy(list.data(), stream_, list.size() * sizeof(T));
      stream_ += list.size() * sizeof(T);
    } else {
      for (T& item : list) get(item);
    }
  }
  void get(auto& record) { fields(*this, record); }

  std::span<const double> numbers_;
  std::span<const std::int32_t> integers_;
  std::span<const Instruction> code_;
  const char* stream_ = nullptr;
  std::shared_ptr<std::vector<Citation>> citations_;
};

}  // namespace

// One list of fields serves reading and writing, so it takes what can be written to.
std::vector<std::uint64_t> freeze(Program program) {
  Writer writer;
  fields(writer, program);
  return writer.words();
}

namespace {

std::string as_bytes(auto& record) {
  Writer writer;
  fields(writer, record);
  const std::vector<std::uint64_t> words = writer.words();
  return {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(std::uint64_t)};
}

}  // namespace

std::string freeze(Recognition rules) { return as_bytes(rules); }

Program thaw(std::span<const std::uint64_t> words) {
  Program program;
  Reader reader(words);
  fields(reader, program);
  program.memory = reader.memory();
  return program;
}

}  // namespace scaleplan::read

namespace scaleplan {

namespace {

/// Fills a record from its bytes, which may stand anywhere; it keeps what its texts and lists point into.
template <class T>
T from_bytes(Text bytes) {
  T record;
  if (bytes.empty()) return record;
  struct Memory {
    std::vector<std::uint64_t> words;
    std::shared_ptr<const void> citations;
  };
  const auto memory = std::make_shared<Memory>();
  memory->words.resize(bytes.size() / sizeof(std::uint64_t));
  std::memcpy(memory->words.data(), bytes.data(), memory->words.size() * sizeof(std::uint64_t));
  read::Reader reader(memory->words);
  read::fields(reader, record);
  memory->citations = reader.memory();
  record.memory = memory;
  return record;
}

}  // namespace

Recognition recognition_of(const Program& program) { return from_bytes<Recognition>(program.recognition); }

}  // namespace scaleplan
