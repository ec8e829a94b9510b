/* SPDX-License-Identifier: EUPL-1.2 */
/* The notice of a tender: what is bought, by which criteria, until when, and who hold the keys of its bids.
 */
#ifndef CONTRACT_PROCUREMENT_NOTICE_H
#define CONTRACT_PROCUREMENT_NOTICE_H

#include "common/journal/journal.h"

#define NOTICE_HOLDERS 3
#define NOTICE_ANSWER_DAYS 6 /* before the last day for bids (directive 2014/24/EU, art. 47(3)) */

/* A lot as it was in the scheme on the day of the notice. */
struct notice_lot {
	const char *lot, *label;
	struct texts areas;       /* names */
	struct texts products;    /* labels */
	const char *target_group; /* its label; NULL for everybody */
	int64_t winners;          /* 0: no number was fixed beforehand */
	const char *about;
};
extern const struct record notice_lot_record;

struct notice_criterion {
	const char *criterion, *label;
	const char *question; /* what an answer is about */
	int64_t weight_percent;
	int64_t knock_out; /* less than this is the end of a bid; 0: never */
	bool is_concrete;  /* an answer says how exactly and with whom */
};
extern const struct record notice_criterion_record;

struct notice_requirement {
	const char *requirement;
};
extern const struct record notice_requirement_record;

struct notice_situation {
	bool is_free_name, has_scheme;
	bool are_people;    /* the holders have an account of the municipality */
	bool is_time;       /* the time of day can be read */
	bool is_in_time;    /* the last day for bids lies ahead */
	bool leaves_answer; /* enough days between the last question and the last bid */
	/* by outlook, which sees policy */
	bool is_programme_running; /* a programme whose tender has not been opened */
	bool has_programme;        /* that of its own name is there */
	bool is_of_scheme;         /* and is for the tender's scheme, or for all */
	bool has_ended;            /* nothing hangs on it any more */
	bool is_prepared;          /* what it names as prepared is there, for the same scheme */
};

/* The fact that a tender was announced; what the scheme says of it is frozen in it. */
struct tender_announced {
	const char *name, *scheme, *title, *about, *why;
	struct date questions_until;
	struct date bids_day;
	const char *bids_time; /* "12:00", as lived in the Netherlands */
	const char *holder_1, *holder_2, *holder_3;
	struct records requirements;
	const char *programme;         /* that it comes from; or NULL */
	const char *without_programme; /* why from none */
	const char *procedure;         /* of notice_procedures */
	const char *mark_step;         /* of notice_steps; NULL: of the first */
	const char *why_short;         /* why there is little time for bids */
	int64_t prepared;              /* what it was prepared from; 0: the scheme alone */
	/* at the door */
	const char *form, *accession, *rule;
	int64_t threshold, highest;
	struct moment bids_until; /* the first that is too late */
	struct records lots, criteria;
	int64_t vision, content; /* the versions of the programme that hold; 0: none */
	int64_t least_days;      /* fewer ask for a reason */
	const char *least_source;
	struct notice_situation situation;
};
extern const struct record tender_announced_record;
extern const struct journal_kind tender_announced_kind;
#define TENDER_ANNOUNCED_RULES_COUNT 13
extern const struct journal_rule tender_announced_rules[TENDER_ANNOUNCED_RULES_COUNT];

/* By which rules it is bought; the days that each leaves for bids stand in data/tender_terms.csv. */
extern const struct choice notice_procedures[];
/* In which steps marks are given. */
extern const struct choice notice_steps[];

/* How many days for bids need no reason, and where that comes from. */
struct notice_term {
	int64_t days;
	const char *source;
};
/* Of a procedure, from the rows of data/tender_terms.csv; in arena. FAILED when they cannot be read. */
enum status notice_term_of(const char *rows, size_t length, const char *procedure, struct arena *arena,
                           struct notice_term *ret_term, struct fault *fault) MUST_CHECK;

/* Whether an account is open and of the municipality itself, as that of who holds a key is. */
bool notice_is_clerk(struct journal *journal, const char *account);
/* Whether it is a name that can stand in an address: small letters, digits and dashes, at most forty. */
bool notice_is_name(const char *name);
/* Reads "09:30" as seconds since midnight; false for anything else. */
bool notice_read_time(const char *time, int32_t *ret_seconds);
/* The last day on which a question can be asked when bids close on a day, so that it can be answered. */
struct date notice_last_question(struct date bids_day);

#endif
