/* SPDX-License-Identifier: EUPL-1.2 */
/* The only writer of term dates: legal terms with their calculation, recognised holidays, dates in words. */
#ifndef COMMON_CALENDAR_CALENDAR_H
#define COMMON_CALENDAR_CALENDAR_H

#include "platform/base/fault.h"
#include "platform/record/record.h"

/* A day that a royal decree equates with a recognised holiday. */
struct calendar_day {
	struct date date;
	const char *name; /* Dutch; being data, the same in every language */
	const char *source;
};

/* What the calendar cannot compute; { 0 } knows the holidays of the law and no equated days. */
struct calendar {
	const struct calendar_day *days; /* the earliest first */
	size_t count;
};

struct day_off {
	const char *code; /* "holiday", "equated", "saturday", "sunday" */
	const char *name; /* of the holiday, in Dutch; else NULL */
};

enum term_unit { TERM_DAYS, TERM_WEEKS, TERM_MONTHS };

struct term_kind {
	const char *name;
	const char *label; /* Dutch */
	int length;
	enum term_unit unit;
	bool is_backwards; /* counted back from the day */
	bool extends;      /* an end on a day off moves to the next working day (Algemene termijnenwet) */
	const char *source;
	const char *explanation; /* Dutch, one sentence */
};

/* One step of a calculation, kept in facts as it was; until is where it arrives. */
struct term_step {
	const char
		*code; /* "term", "suspended", a code of struct day_off, or "short" (too few working days) */
	const char *name; /* of the kind for "term", of the holiday in Dutch, else NULL */
	struct date from;
	struct date until;
	struct date still_from,
		still_until; /* of "suspended": the first and the last day that do not count */
};

/* Days on which a term stands still; both count as such. */
struct suspension {
	struct date from;
	struct date until;
};

/* A term to count: of which kind, from when, and when it stood still, the earliest first. */
struct term_asked {
	const struct term_kind *kind;
	struct date from;
	const struct suspension *suspensions;
	size_t suspensions_count;
};

struct term {
	const struct term_kind *kind;
	struct date from;     /* the day that triggers it, not counted */
	struct date due;      /* its last day */
	struct records steps; /* of term_step_record, in the arena given */
};

extern const struct term_kind term_kinds[];
extern const size_t term_kinds_count;
extern const struct record term_step_record;

/* The kind of that name, or NULL. */
const struct term_kind *term_kind(const char *name);

/*
 * The term of the kind of that name. from is the report, the application, the dispatch. WRONG_USE for an
 * unknown kind, no date, or a term that leaves the calendar (years 1-9999).
 */
enum status calendar_term(const struct calendar *calendar, const char *kind, struct date from,
                          struct arena *arena, struct term *ret_term, struct fault *fault) MUST_CHECK;
/* As calendar_term, for a kind that need not stand in the table. */
enum status calendar_count(const struct calendar *calendar, const struct term_kind *kind, struct date from,
                           struct arena *arena, struct term *ret_term, struct fault *fault) MUST_CHECK;
/*
 * As calendar_count, for a term that stood still: those days do not count, and only the end that remains
 * moves past days off. WRONG_USE in words for a suspension that ends before it begins, touches another, or
 * lies outside the term, and for any of a term that is counted back.
 */
enum status calendar_count_suspended(const struct calendar *calendar, const struct term_asked *asked,
                                     struct arena *arena, struct term *ret_term,
                                     struct fault *fault) MUST_CHECK;

/* The step as one line in language, in arena. */
const char *term_step_words(const struct term_step *step, const char *language, struct arena *arena);

/* Why a date is not a working day; no code when it is one. */
struct day_off calendar_day_off(const struct calendar *calendar, struct date date);

static inline bool calendar_is_working_day(const struct calendar *calendar, struct date date)
{
	return calendar_day_off(calendar, date).code == NULL;
}

/* The count-th working day after a date. */
struct date calendar_working_day_after(const struct calendar *calendar, struct date date, int count);

/* "maandag 15 mei 2023" or "15 mei 2023"; "" for no date. In arena. */
const char *calendar_date_words(struct date date, const char *language, bool with_weekday,
                                struct arena *arena);

/*
 * Reads data/holidays.csv from memory: a line date,name,source, then one such line per day, the earliest
 * first. FAILED with the line number for anything else. The days live in arena.
 */
enum status calendar_read(const char *csv, struct arena *arena, struct calendar *ret_calendar,
                          struct fault *fault) MUST_CHECK;

#endif
