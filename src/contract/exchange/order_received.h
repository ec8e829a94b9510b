/* SPDX-License-Identifier: EUPL-1.2 */
/* In a provider's own register: an order of a municipality that came in, and what was told of its care. */
#ifndef CONTRACT_EXCHANGE_ORDER_RECEIVED_H
#define CONTRACT_EXCHANGE_ORDER_RECEIVED_H

#include "common/person/person.h"
#include "contract/exchange/order.h"
#include "contract/exchange/report.h"

/* The notice that a municipality orders care, or changes what it ordered (WMO301). */
struct order_received {
	int64_t person; /* 0 for somebody who was not known: who says it */
	struct identity who;
	int64_t assignment; /* the municipality's number */
	const char *municipality, *party, *product, *unit, *frequency;
	int64_t amount;
	struct date from, last_day;
	const char *change_reason; /* by code list WMO002; "" for a first one */
	struct date dated;
	const char *message, *content_mark;
	const char *reference; /* of our request that it grants; "" for none */
};
extern const struct journal_kind order_received_kind;

/* The fact that a report left in a message of ours. */
struct report_sent {
	int64_t person;
	int64_t assignment;
	int64_t report; /* the fact that brought it */
	const char *message;
};
extern const struct journal_kind report_sent_kind;

/* The notice that the municipality answered it (WMO306, WMO308). */
struct report_answered {
	int64_t person;
	int64_t assignment;
	int64_t report;
	const char *sort;   /* of the answer: "WMO306" */
	const char *sender; /* the municipality */
	const char *message, *content_mark;
	const char *codes; /* return codes, separated by blanks; empty when accepted */
};
extern const struct journal_kind report_answered_kind;

/* A report that waits for a message of its own. */
struct report_waiting {
	int64_t assignment, fact;
	const char *sort, *reason;
	struct date from_day;
	const char *undoes; /* of a withdrawal: the sort of the report that it takes back, which had left */
	struct date undoes_start, undoes_day;
};
/* The next reports after a fact that have not left. */
enum status reports_to_send(struct journal *journal, int64_t after, struct records *ret_reports,
                            struct fault *fault) MUST_CHECK;
/* The report that left in a message of that identification; NOT_FOUND. */
enum status report_by_message(struct journal *journal, const char *message, struct report_waiting *ret_report,
                              struct fault *fault) MUST_CHECK;
/* The municipality that ordered; "" for an order of our own. */
enum status order_municipality(struct journal *journal, int64_t assignment, const char **ret_municipality,
                               struct fault *fault) MUST_CHECK;

#endif
