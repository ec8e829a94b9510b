/* SPDX-License-Identifier: EUPL-1.2 */
/* Who has what in a scheme on a day: which agreement, which areas, and who is liable for an area. */
#ifndef COMMON_SCHEME_HOLDING_H
#define COMMON_SCHEME_HOLDING_H

#include "common/scheme/scheme.h"

/*
 * Whether the party has the agreement on the day; agreement NULL asks for any. Of a combination that is the
 * combination itself, not its members.
 */
bool scheme_holds(const struct scheme *scheme, const char *agreement, const char *party, struct date on);
/* The names of the contract parties of an agreement on a day, in the order of the scheme. */
struct texts scheme_holders(const struct scheme *scheme, const char *agreement, struct date on,
                            struct arena *arena);
/* The names of the areas in which the party may deliver or answers for who does, on a day; agreement NULL:
 * under any. */
struct texts scheme_areas_of(const struct scheme *scheme, const char *agreement, const char *party,
                             struct date on, struct arena *arena);
/* The names of the areas in which the party works for another, on a day. */
struct texts scheme_areas_under(const struct scheme *scheme, const char *party, struct date on,
                                struct arena *arena);
/* Whether the party works under an agreement on the day: by itself, as a member or as a subcontractor. */
bool scheme_works(const struct scheme *scheme, const char *party, struct date on);
/*
 * The contract party that is liable for what a subcontractor does in an area on a day: the first one upwards
 * that has the area itself, or its combination. NULL where no chain leads to one.
 */
const char *scheme_liable(const struct scheme *scheme, const struct scheme_subcontractor *below,
                          const char *area, struct date on);
/* The member that has an area within a combination on a day; NULL where nobody has. */
const char *scheme_holder_of(const struct scheme *scheme, const char *combination, const char *area,
                             struct date on);
/* The names of the areas that no member has on a day on which the combination works. */
struct texts scheme_uncovered(const struct scheme *scheme, const char *combination, struct date on,
                              struct arena *arena);
/*
 * How concentrated shares are, from 0 to 10000: the sum of the squares of the shares in percents (the index
 * of Herfindahl and Hirschman). 0 without shares.
 */
int64_t scheme_concentration(const int64_t *shares, size_t count);

#endif
