// The sections of the text answer, each a function of the answer's value.
#pragma once

#include "scaleplan/explain.hpp"
#include "scaleplan/recommend.hpp"
#include "writing/page.hpp"

namespace scaleplan::render {

/// "machines 1,037 (firm)", or "firm 1,037" where the rule set has no word for the kind.
std::string cost_kind(Text word, const std::string& kind, const std::string& amount);

/// A value of the input that grows: "50,000 users", "5,000 tx/s".
std::string grown(const Recommendation& answer, double value);
std::string grown(const Program& program, double value);

/// The deciding reason: the book, the load or availability, and the answer of the other reading.
void lens_section(Page& page, const Recommendation& answer);
/// Components with counts, sizes, how full they are, and the bill.
void topology_section(Page& page, const Recommendation& answer);
/// The moves of later stages that are taken now or refused, and the work of running it all.
void moves_section(Page& page, const Recommendation& answer);
/// What is around the bill: the sum with its span, and the lines: "$284 a month ($90 to $560): logs $20, WAF
/// $9".
std::string around_sentence(const Recommendation& answer);
/// " Its load is taken as 20 requests/s, since --users-kind is not given."; empty where the kind is given.
std::string load_sentence(const Recommendation& answer);
/// ", with cdn and readers": the moves that are taken early; empty where none is.
std::string with_moves(const Recommendation& answer);
/// A move with what it saves and what it takes: "a cache: costs $74 a month for 1.5 hours of work a month".
std::string move_sentence(const MoveResult& move);
/// The effect of a lost zone, and how long the components are down in a year.
void outage_section(Page& page, const Recommendation& answer);
/// Why not less, why not more, until when.
void why_section(Page& page, const Recommendation& answer);
/// How far the machines and the stage carry, and what follows.
void headroom_section(Page& page, const Recommendation& answer);
/// Decisions and advice.
void decision_section(Page& page, const Recommendation& answer);
/// The next fact to find out: the nearest value that would change the stage, and where to look it up.
void find_out_section(Page& page, const Recommendation& answer);
/// Which stages a range covers, and which is regretted least; nothing when no range was given.
void spread_section(Page& page, const Recommendation& answer);
std::string spread_sentence(const Recommendation& answer);
/// The assumptions, the most decisive first, and those that cannot change the answer.
void assumption_section(Page& page, const Recommendation& answer);

/// The list that the prices are from, its oldest date, and the prices that no list gives.
std::string prices_sentence(const Recommendation& answer);

/// "S15 S16": the labels of sources.
std::string labels(const Citations& source);
/// The value of an input for people.
std::string value_text(const Input& input, double value);
/// "no stage" for -1.
std::string stage_name(const Recommendation& answer, int stage);
/// Where an input changes the stage: "under 0.004 multi-az, $3,498; over 0.02 cdn, $3,766".
std::string turns(const Recommendation& answer, const InputFlips& flips);
/// The name of a limit: its component and title, such as "web cpu".
std::string limit_name(const LimitResult& result);
/// A need or limit in its unit; availability in hours a year.
std::string limit_amount(const Limit& limit, double value);
/// The result of a step: "web_cpu = 6.42 vCPU", "outage needs 88 h/yr, 998%: breaks".
std::string step_text(const Derivation& step);
/// Green, yellow or red for a utilization.
Tone tone_of(double utilization);

}  // namespace scaleplan::render
