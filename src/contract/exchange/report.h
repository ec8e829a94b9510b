/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider says of an order, by message or on its page: the same facts, whichever way they came. */
#ifndef CONTRACT_EXCHANGE_REPORT_H
#define CONTRACT_EXCHANGE_REPORT_H

#include "contract/exchange/order.h"

struct calendar;

#define ANSWER_WORKING_DAYS 3 /* in which a provider answers an order (iWmo 3.2, OP090) */
/* The last day on which the provider of an order answers it: the third working day after it got it. */
struct date order_answer_due(const struct calendar *calendar, const struct order_line *order);

/* The act that a provider does not take an order; the resident waits for another one again. */
struct order_declined {
	int64_t person;
	int64_t assignment;
	const char *reason; /* a code of decline_reasons */
	const char *words;
	/* at the door */
	const char *party, *product;
	bool is_open;    /* not taken, begun or ended */
	bool is_in_time; /* within three working days */
};
extern const struct choice decline_reasons[];
extern const struct journal_kind order_declined_kind;
#define DECLINE_RULES_COUNT 3
extern const struct journal_rule decline_rules[DECLINE_RULES_COUNT];

/* The notice that care stops for a while (WMO307 with reason 20); care_paused follows. */
struct pause_reported {
	int64_t person;
	int64_t assignment;
	struct date last_day;    /* with care */
	const char *reason;      /* a code of pause_reasons; a message does not say */
	struct date expected_on; /* when it goes on, as far as is known */
	const char *message, *sender, *content_mark;
	struct date paused_on; /* at the door: the first day without care */
};
extern const struct choice pause_reasons[];
extern const struct journal_kind pause_reported_kind;

/* The notice that care goes on after it stopped (WMO305); care_resumed follows. */
struct resume_reported {
	int64_t person;
	int64_t assignment;
	struct date resumed_on;
	const char *message, *sender, *content_mark;
};
extern const struct journal_kind resume_reported_kind;

/* The notice that care stopped (WMO307); care_stopped follows. */
struct stop_reported {
	int64_t person;
	int64_t assignment;
	struct date last_day; /* with care */
	const char *reason;   /* a code of stop_reasons */
	const char *message, *sender, *content_mark;
	struct date stopped_on; /* at the door: the first day without care */
};
extern const struct choice stop_reasons[];
extern const struct journal_kind stop_reported_kind;

/* The notice that the last start or stop that was reported did not happen (status 3 of a WMO305 or WMO307).
 */
struct report_withdrawn {
	int64_t person;
	int64_t assignment;
	const char *message, *sender, *content_mark;
	/* at the door */
	const char *sort;  /* of the report that goes, as in report_sorts */
	const char *state; /* of the order before it; NULL: not begun */
	int64_t report;    /* the fact that brought it */
	/* in a provider's own register, where it had left in a message: what the next one deletes */
	const char *undoes; /* REPORT_UNDOES_START, or the code of a stop's reason; "" for nothing */
	struct date undoes_start, undoes_day;
};
#define REPORT_UNDOES_START "start"
extern const struct journal_kind report_withdrawn_kind;

/* A report as it is kept. */
struct report_line {
	int64_t fact;
	const char *sort;  /* a code of report_sorts */
	const char *state; /* of the order from that day on; "" where it does not change */
	struct date from_day;
	const char *reason, *message;
};
extern const struct choice report_sorts[];
/* All that a provider said of an order, oldest first. */
enum status reports_of(struct journal *journal, int64_t assignment, struct records *ret_lines,
                       struct fault *fault) MUST_CHECK;
/* The last one in a list that changed where the order stands; NULL when none did. */
const struct report_line *report_last(const struct records *lines);

/* --- for the kinds of this slice --- */

/* What every report has. */
struct report_seen {
	int64_t person, assignment;
	const char *message;
	struct date day; /* that it is about; no date where it has none */
	unsigned states; /* of the order, as bits by place in order_states */
};
/*
 * Looks at the order at the door: findings when it is not there, is somebody else's or in another state, or
 * when the day has not come yet.
 */
enum status report_look(struct journal *journal, const struct report_seen *seen, struct order_line *ret_order,
                        struct findings *findings, struct fault *fault) MUST_CHECK;
/* Keeps a report, remembers its message, and lets the order stand where it says. */
struct report_kept {
	int64_t assignment;
	const char *sort, *state, *reason;
	struct date from_day;
	const char *kind_of_message; /* "WMO305" */
	const char *message, *sender, *content_mark;
};
enum status report_keep(struct db *db, int64_t register_id, int64_t fact, const struct report_kept *kept,
                        struct fault *fault) MUST_CHECK;

/* The states of order_states, as bits. */
#define ORDER_PLACED 1u
#define ORDER_SENT 2u
#define ORDER_STARTED 4u
#define ORDER_PAUSED 8u
#define ORDER_STOPPED 16u
#define ORDER_DECLINED 32u

#endif
