// Answers the questions of a rule set about declared resources, in three values; always ends, never fails.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialects.hpp"
#include "scaleplan/architecture.hpp"
#include "told.hpp"

namespace scaleplan::plan {

/// What a question is about.
struct About {
  const Resource* self = nullptr;         ///< null: the declaration as a whole
  const Attribute* attributes = nullptr;  ///< what names in the question are looked up in
  const Told* in_group = nullptr;         ///< units of the whole that the resource belongs to
  bool native = false;  ///< whether names are spelled as the file of `self` spells them, not as rules do
};

class Asking {
 public:
  Asking(const Recognition& rules, const Resources& resources)
      : rules_(rules), resources_(resources), dialects_(rules) {}

  /// The answer to question `ask`; -1 is answered with nothing.
  Told ask(std::int32_t ask, const About& about);
  Told ask(std::int32_t ask, const Resource& self) {
    return this->ask(ask, {&self, &self.attributes, nullptr});
  }
  Truth truth(std::int32_t ask, const Resource& self) { return truth_of(this->ask(ask, self)); }
  /// Whether the resource is what rules call `type`, in whichever dialect it is declared.
  Truth is_a(const Resource& resource, std::string_view type);
  /// The resources that are, or may be, what rules call `type`.
  const ResourceList& of_type(Text type);

  /// From now on questions can ask what was found of each part; `parts` must outlive them.
  void know(const std::vector<FoundPart>& parts) { parts_ = &parts; }

  [[nodiscard]] const Recognition& rules() const { return rules_; }
  [[nodiscard]] const Resources& resources() const { return resources_; }
  [[nodiscard]] const DialectIndex& dialects() const { return dialects_; }

 private:
  Told answer(const Ask& ask, const About& about);
  Told attribute(const Resource& resource, std::string_view path);
  Told given(const Ask& ask, const About& about);
  Told arithmetic(const Ask& ask, const About& about);
  Told comparison(const Ask& ask, const About& about);
  Told extreme(const Ask& ask, const About& about);
  Told number_behind(const Ask& ask, const About& about);
  Told alike(const Ask& ask, const ResourceList& list);
  Told most(const Ask& ask, const ResourceList& list);
  [[nodiscard]] Told found(const Ask& ask) const;
  Told item(const Ask& ask, const About& about);
  [[nodiscard]] Text key_of_item(const Ask& list, Text key, const About& about) const;
  Told linked(const Ask& ask, const About& about);
  Told any(const Ask& ask, const ResourceList& list);
  Told of(const Ask& ask, const ResourceList& list);
  Told of_naming(const Ask& ask, const Resource* self);
  Told referred_at(const Ask& ask, const Resource* self, const ResourceList& list);
  [[nodiscard]] bool means(const Attribute& value, const Resource& self, std::int32_t file) const;
  Truth mentions(const Ask& ask, const Resource& self);
  const std::vector<std::string>& words(const Resource& self);
  Truth is_one(const Ask& ask, std::size_t types, const Resource& resource);
  Told exists(const Ask& ask, const ResourceList& list);
  ResourceList typed(const Ask& ask, std::size_t types, const ResourceList& from);
  ResourceList all_typed(const Ask& ask, std::size_t types);

  const Recognition& rules_;
  const Resources& resources_;
  const DialectIndex dialects_;
  std::map<Text, ResourceList> of_type_;           ///< of types that a dialect spells otherwise
  const std::vector<FoundPart>* parts_ = nullptr;  ///< null before they are known
  std::map<const Ask*, Told> whole_;               ///< answers that do not depend on the resource
  std::map<const Resource*, std::vector<std::string>> words_;
};

/// The words of a name: split at signs, digits and capitals, in small letters.
std::vector<std::string> words_of(std::string_view name);

}  // namespace scaleplan::plan
