/* SPDX-License-Identifier: EUPL-1.2 */
/* What was reached of the norms, counted from the register's own facts. */
#ifndef OUTLOOK_NORMS_NORMS_STORE_H
#define OUTLOOK_NORMS_NORMS_STORE_H

#include "common/scheme/scheme_book.h"
#include "outlook/norms/norms.h"

/* What is counted: what falls in the days since up to and including on. */
struct norm_period {
	struct date since, on;
};
/* The products of an agreement: those of its lanes. */
bool norm_has_product(const struct scheme *scheme, const char *agreement, const char *product);

/* Granted lines with the same product, first day and day on which care began. */
struct norm_granted {
	const char *product;
	struct norm_grant grant;
};
struct norm_grants {
	struct norm_granted *items;
	size_t count, room;
};
/* All grants of the register with a first day in the period; lives in the journal's arena. */
enum status norms_grants(struct journal *journal, const struct norm_period *period,
                         struct norm_grants *ret_grants, struct fault *fault) MUST_CHECK;

/* Care that began, of everything granted in the period that is the agreement's, within so many days. */
struct norm_care {
	const struct scheme *scheme;
	const char *agreement;
	int64_t within_days;
};
struct norm_count norms_care(const struct norm_grants *grants, const struct norm_period *period,
                             const struct norm_care *asked);
/* Investigations of reports, and decisions on applications, by the due day that the calendar gave them. */
enum status norms_investigations(struct journal *journal, const struct norm_period *period,
                                 struct norm_count *ret_count, struct fault *fault) MUST_CHECK;
enum status norms_decisions(struct journal *journal, const struct norm_period *period,
                            struct norm_count *ret_count, struct fault *fault) MUST_CHECK;

/* Who is behind a number. */
struct norm_line {
	int64_t person, number;
	const char *what;              /* the product, or what was asked */
	struct date since, started_on; /* care began; only of what was granted */
	const char *initials, *prefix, *surname;
};
enum norm_list { NORM_UNREACHED, NORM_INVESTIGATIONS, NORM_DECISIONS, NORM_WAITING, NORM_LISTS_COUNT };
/* All that are behind a number, struct norm_line, the oldest first; those about products only of the
 * agreement's. */
enum status norms_lines(struct journal *journal, enum norm_list list, const struct norm_period *period,
                        const struct norm_care *asked, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;

#endif
