/* SPDX-License-Identifier: EUPL-1.2 */
/* A yearly budget as a page shows it, to whoever may see it. */
#ifndef OUTLOOK_BUDGET_BUDGET_VIEW_H
#define OUTLOOK_BUDGET_BUDGET_VIEW_H

#include "common/access/web.h"
#include "contract/funding/funding_store.h"

struct budget_run_link {
	const char *words, *address;
	bool is_shown;
};
struct budget_part_view {
	const char *party, *district;
	struct money cents, undamped;
	bool is_damped;
	struct texts because;
};
struct budget_party_view {
	const char *party, *spent_words, *signal_words;
	struct money cents, before, undamped, difference, spent, left, band;
	bool has_before, has_spent;
	int64_t percent, x, y, width, text_y, before_y, before_width;
};
struct budget_month_view {
	const char *month;
	struct records cells; /* struct budget_cell_view */
};
struct budget_cell_view {
	const char *party;
	struct money cents;
};
/* What a member of the own combination gets of it; for its lead alone. */
struct budget_member_view {
	const char *member;
	int64_t percent;
	struct money cents;
};
struct budget_signal_view {
	const char *words, *about, *talk_address;
	bool is_open;
};

struct budgets_view {
	struct page_frame frame;
	bool has_run, is_own; /* own: of a party, which sees no more than its part */
	bool is_set, is_same, is_known_again, has_before;
	const char *make_address, *sign_address, *set_address, *spent_address, *csv_address;
	const char *scheme; /* of the run */
	int64_t year;
	const char *title, *state, *formula, *rounding, *digest, *reason, *made_by, *band_words;
	struct date made_on, month;
	int64_t version, chart_height, signatures_count;
	struct money total;
	struct records runs, parts, parties, months, signals, counts, members;
	const char *share_address;
	struct texts signatures, columns;
	struct records by_area, by_party; /* of struct care_group */
	bool has_people;
};

/* The run that is asked for, or the newest that was set, or the newest; false when there is none to see. */
enum status budget_choose(const struct http_request *request, struct records *ret_runs,
                          struct funding_run *ret_run, bool *ret_found, struct fault *fault) MUST_CHECK;
/* Fills the view with a run. */
enum status budget_show(const struct http_request *request, const struct funding_run *run,
                        struct budgets_view *view, struct fault *fault) MUST_CHECK;
/* What an organisation's people may not see beyond their own part. "" for the municipality's. */
const char *budget_own_party(const struct http_request *request);

#endif
