// Sentences about cases that text, JSON and reports share.
#pragma once

#include <string>

#include "scaleplan/cases.hpp"

namespace scaleplan::render {

/// "the bands: users 501": the name of a case, with that of its table before it.
std::string name_of(const Case& tested);

/// The expected and the actual value: "expected split-database, got single-instance".
std::string sentence(const Mismatch& mismatch);

/// The actual value: "single-instance", "$920/month", "not there".
std::string got(const Mismatch& mismatch);

/// A limit of a boundary with its stages: "web.cpu in multi-az", "outage in every stage".
std::string name_of(const Boundary& boundary, const Program& program);

/// The missing half of the coverage of a limit: "not seen near its boundary: holding (highest 45%)"; empty if
/// it was.
std::string missing(const Boundary& boundary);

}  // namespace scaleplan::render
