/* SPDX-License-Identifier: EUPL-1.2 */
/* A scheme: how a municipality arranges support at home, as its file in schemes/ says it. */
#ifndef COMMON_SCHEME_SCHEME_H
#define COMMON_SCHEME_SCHEME_H

#include "common/lane/lane.h"
#include "common/lane/lane_change.h"
#include "common/scheme/sections.h"

extern const struct record scheme_record;
extern const struct choice scheme_units[];
extern const struct choice scheme_frequencies[];
extern const struct choice scheme_phase_kinds[];
extern const struct choice scheme_measures[];       /* what a norm is measured by */
extern const struct choice scheme_birthday_rules[]; /* what happens at a birthday */

/* The items of a section. */
#define SCHEME_ITEMS(type_, records_) ((struct type_ *)(records_).items)

/*
 * Reads a scheme file and checks it. FINDINGS, in the order of the lines, when something must change; what
 * could be read then still stands in ret_scheme. A series of parties has been written out. Texts live in the
 * findings' arena, which needs room for some 64 MiB.
 */
enum status scheme_read(const char *bytes, size_t length, struct scheme *ret_scheme,
                        struct findings *findings) MUST_CHECK;
/* The register's id: the code of the authority that is named first, as a number. */
int64_t scheme_register(const struct scheme *scheme);
/* The iWmo code of a unit of scheme_units (WJ756) or a frequency of scheme_frequencies (WMO757), or NULL. */
const char *scheme_unit_code(const char *unit);
const char *scheme_frequency_code(const char *frequency);
/* The item of that name, or NULL. */
const struct scheme_product *scheme_product(const struct scheme *scheme, const char *name);
const struct scheme_area *scheme_area(const struct scheme *scheme, const char *name);
const struct scheme_party *scheme_party(const struct scheme *scheme, const char *name);
/*
 * The area of an address on a day, or NULL: "9359AB 12". Of only a postcode, of four digits or all of it, the
 * area in which the postcode lies.
 */
const struct scheme_area *scheme_area_of(const struct scheme *scheme, const char *address, struct date on);
/* The team of an area, or NULL. */
const struct scheme_team *scheme_team_of(const struct scheme *scheme, const char *area);
/* For whom a question about a theme is on a day; NULL when the scheme does not say. */
const struct scheme_scope *scheme_scope_on(const struct scheme *scheme, const char *theme, struct date on);
/* The phase of an agreement on a day, or NULL. */
const struct scheme_phase *scheme_phase_on(const struct scheme *scheme, const char *agreement,
                                           struct date on);
/*
 * The scheme with what happened after its adoption laid over it, in the order of the days: changes are struct
 * lane_change, ordered as lane_changes_of gives them. Lanes, combinations and subcontractors are cut in
 * stretches of time, so that nothing before a change's day changes; what a file says of a later day stays.
 * Changes after the day known_on are left out; none are when it is no date. The result lives in arena.
 */
struct scheme scheme_changed(const struct scheme *scheme, const struct records *changes, struct date known_on,
                             struct arena *arena);
/* The line-up of a combination on a day, or NULL. */
const struct scheme_combination *scheme_combination_on(const struct scheme *scheme, const char *name,
                                                       struct date on);
/* Whether the members of a combination have areas of their own; else they share the work another way. */
bool scheme_is_divided(const struct scheme *scheme, const char *combination);
/* Who has on the day what a party had: its successor, or that one's; the party itself where nobody took it
 * over. */
const char *scheme_successor(const struct scheme *scheme, const char *party, struct date on);
/* The lanes of a scheme without findings, ready for questions, in arena. */
struct lane_set scheme_lanes(const struct scheme *scheme, struct arena *arena);
/* Whether by these lanes of the scheme anybody delivers a product at a postcode of four digits on a day. */
bool scheme_offers(const struct scheme *scheme, const struct lane_set *lanes, const char *product,
                   const char *postcode, struct date on);

#endif
