/* SPDX-License-Identifier: EUPL-1.2 */
/* How an agreement stands on a day: what asks attention, who holds what, who speaks for whom. No database. */
#ifndef CONTRACT_AGREEMENT_STANDING_H
#define CONTRACT_AGREEMENT_STANDING_H

#include "common/scheme/holding.h"

/* What it is told from; everything that it returns is in language and arena. */
struct standing {
	const struct scheme *scheme; /* without what happens after the day */
	const struct scheme *ahead;  /* with all that has been recorded */
	const struct scheme_agreement *agreement;
	struct records events;   /* struct place_event of the scheme, in order */
	struct records contacts; /* struct contact_line of the scheme */
	struct date on;
	const char *language;
	struct arena *arena;
};

/* Who spoke for a party in a corner on [valid_from, valid_until). */
struct contact_line {
	const char *party, *corner, *name;
	struct date valid_from, valid_until;
};
extern const struct record contact_line_record;

/* The names of its contract parties on the day. */
struct texts standing_holders(const struct standing *standing);

enum standing_state { STANDING_SOON, STANDING_RUNNING, STANDING_COMING, STANDING_ENDED };
/* Ends within twelve months, runs on, has to begin, or has ended. */
enum standing_state standing_state(const struct standing *standing);
/* Days until the first day without; negative after it, and 0 without an end. */
int64_t standing_days_left(const struct standing *standing);
/* The option that can still be used, or NULL. */
const struct scheme_option *standing_option(const struct standing *standing);

/* What asks attention, the most urgent first; with a form where that mends it. */
struct standing_alarm {
	const char *code, *words;
	const char *action, *address; /* NULL: there is no form for it */
};
extern const struct record standing_alarm_record;
struct records standing_alarms(const struct standing *standing);

/* Who speaks for a party in a corner; name NULL: nobody, since that day. */
struct standing_corner {
	const char *name;
	struct date since;
	int64_t days; /* without anybody */
};
struct standing_corner standing_corner(const struct standing *standing, const char *party,
                                       const char *corner);
/* How many places for contact persons of the agreement's parties are empty; of how many. */
int64_t standing_vacancies(const struct standing *standing, int64_t *ret_places);

/* A stretch of time in which one member had an area; until no date: until the end. */
struct standing_turn {
	const char *member;
	struct date from, until;
	const char *status; /* the code of scheme_starts, or NULL where nobody said */
	const char *reason; /* "" where the scheme began with it */
};
/* Who had an area within a combination, from the first on. */
struct records standing_turns(const struct standing *standing, const char *combination, const char *area);

/* How the seats, a party in an area each, are spread over the contract parties. */
struct standing_spread {
	int64_t index; /* 0 to 10000: one party has all */
	int64_t seats, most;
	int64_t tenths; /* over how many equal parties it would come to the same, in tenths */
};
struct standing_spread standing_spread(const struct standing *standing);

/* The label of an organisation of the scheme, or the name itself. */
const char *standing_label(const struct scheme *scheme, const char *name);
/* The labels of areas or parties with commas between them. */
const char *standing_area_labels(const struct standing *standing, const struct texts *names);
const char *standing_party_labels(const struct standing *standing, const struct texts *names);

#endif
