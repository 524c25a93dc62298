// Sentences about cases that text, JSON and reports share.
#pragma once

#include <string>

#include "scaleplan/cases.hpp"

namespace scaleplan::render {

/// "the bands: users 501": the name of a case, with that of its table before it.
std::string name_of(const Case& tested);

/// What was expected and what came: "expected split-database, got single-instance".
std::string sentence(const Mismatch& mismatch);

/// What came: "single-instance", "$920/month", "not there".
std::string got(const Mismatch& mismatch);

/// A limit of a boundary with its stages: "web.cpu in multi-az", "outage in every stage".
std::string name_of(const Boundary& boundary, const Program& program);

/// What a limit was not seen to do: "not seen near its boundary: holding (highest 45%)"; empty if it was.
std::string missing(const Boundary& boundary);

}  // namespace scaleplan::render
