/* SPDX-License-Identifier: EUPL-1.2 */
/* What is read back of tariffs: what holds on a day, its history, proposals and indexations. */
#ifndef CONTRACT_TARIFF_TARIFF_STORE_H
#define CONTRACT_TARIFF_TARIFF_STORE_H

#include "common/scheme/scheme_book.h"
#include "contract/tariff/tariff.h"

/* An arrangement that has tariffs: an agreement of a scheme, or what was there before it. */
struct tariff_place {
	const struct scheme_entry *entry; /* NULL: the register knows no such agreement */
	const char *name, *label;
	struct date from, until; /* of an agreement */
	bool is_earlier;
};
struct tariff_place tariff_place_of(const struct journal *journal, const char *agreement);
/* The arrangement of the register at that place, from 0, those of a scheme together; entry NULL after the
 * last.
 */
struct tariff_place tariff_place_nth(const struct journal *journal, size_t place);
/* What a product is called there. */
const char *tariff_product_label(const struct tariff_place *place, const char *product);
/* Whether a party delivers under the agreement on a day, or on its first: itself, as a member, or below. */
bool tariff_is_of_party(const struct journal *journal, const struct tariff_place *place, const char *party,
                        struct date on);

/* A tariff on [valid_from, valid_until). */
struct tariff_held {
	const char *agreement, *product, *level, *unit, *sort, *source;
	bool is_placeholder;
	struct money cents;
	struct date valid_from, valid_until;
	int64_t fact, proposal;
};
extern const struct record tariff_held_record;

/* All in the journal's arena. */
enum status tariffs_on(struct journal *journal, const char *agreement, struct date on,
                       struct records *ret_held, struct fault *fault) MUST_CHECK;
/* Of all days, the newest first. */
enum status tariffs_history(struct journal *journal, const char *agreement, struct records *ret_held,
                            struct fault *fault) MUST_CHECK;
/* The last table, as struct tariff_line, that began before a day; none is no lines. */
enum status tariffs_before(struct journal *journal, const char *agreement, struct date day,
                           struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* The day from which the last table holds; no date where there is none. */
enum status tariffs_begin_last(struct journal *journal, const char *agreement, struct date *ret_day,
                               struct fault *fault) MUST_CHECK;

struct tariff_proposal {
	int64_t proposal;
	const char *scheme, *agreement, *source, *reason, *programme, *compared_with, *proposed_by;
	const char *breaks; /* codes of tariff_breaks, one a line */
	bool is_placeholder;
	struct date valid_from, valid_until, proposed_on, set_on;
};
/* NOT_FOUND. */
enum status tariff_proposal(struct journal *journal, int64_t proposal, struct tariff_proposal *ret_proposal,
                            struct fault *fault) MUST_CHECK;
/* Those that there were on a day, the newest first; with set_on those that were set by then. */
enum status tariff_proposals(struct journal *journal, struct date on, struct records *ret_proposals,
                             struct fault *fault) MUST_CHECK;
/* Its struct tariff_line, and its struct tariff_band. */
enum status tariff_proposed_of(struct journal *journal, int64_t proposal, struct records *ret_lines,
                               struct fault *fault) MUST_CHECK;
enum status tariff_bands_of(struct journal *journal, int64_t proposal, struct records *ret_bands,
                            struct fault *fault) MUST_CHECK;

struct tariff_signature {
	const char *corner, *account, *name, *reason;
	struct date signed_on;
};
enum status tariff_signatures_of(struct journal *journal, int64_t proposal, struct date on,
                                 struct records *ret_signatures, struct fault *fault) MUST_CHECK;

#endif
