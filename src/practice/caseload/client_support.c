/* SPDX-License-Identifier: EUPL-1.2 */
/* The part of the client's file about what was granted: who waits, who comes, and since when. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/care/care.h"
#include "practice/care/care_change.h"
#include "practice/caseload/client_parts.h"
#include "practice/decision/decision.h"
#include "practice/transition/handover.h"

static const struct field client_support_fields[] = {
	FIELD(struct client_support, product),
	FIELD(struct client_support, amount),
	FIELD(struct client_support, provider),
	FIELD(struct client_support, under),
	FIELD(struct client_support, reasons, .max_chars = 4000),
	FIELD(struct client_support, assign_address),
	FIELD(struct client_support, handover_address),
	FIELD(struct client_support, why_address),
	FIELD(struct client_support, search_address),
	FIELD(struct client_support, has_forms),
	FIELD(struct client_support, expertise),
	FIELD(struct client_support, since),
	FIELD(struct client_support, from),
	FIELD(struct client_support, last_day),
	FIELD(struct client_support, started_on),
	FIELD(struct client_support, waits),
	FIELD(struct client_support, gap),
	FIELD(struct client_support, is_ended),
	FIELD(struct client_support, is_budget),
};
const struct record client_support_record =
	RECORD(struct client_support, "client_support", client_support_fields);

const char *client_assign_address(const struct making *making, const struct waiting_line *waiting)
{
	if (!web_may_bring(making->request, &assignment_made_kind))
		return "";
	return arena_print(making->arena, "/clients/%lld/assign/%lld/%lld", (long long)waiting->person,
	                   (long long)waiting->decision, (long long)waiting->line);
}

static struct client_support show_grant(const struct making *making, const struct granted_line *line)
{
	return (struct client_support){
		.product = client_product(making, line->product),
		.amount = scheme_amount_words(line->amount, line->unit, line->frequency,
		                              making->journal->language, making->arena),
		.reasons = line->reasons,
		.from = line->valid_from,
		.last_day = date_last_day(line->valid_until),
		.is_ended = !date_before(making->today, line->valid_until),
		.is_budget = line->is_budget,
		.assign_address = "",
		.handover_address = "",
		.search_address = "",
		.waits = "",
		.gap = "",
	};
}

/* Everything about support, as it stands in the slices' tables. */
struct support_rows {
	struct records granted, waiting, assigned, started, deliveries, gaps, declined;
};

/* Who comes today; before the first day whoever comes then, and after the last whoever came last. */
static const struct delivery *delivery_shown(const struct making *making, const struct support_rows *rows,
                                             const struct assignment_line *assignment)
{
	struct date on = making->today;

	if (date_before(on, assignment->valid_from))
		on = assignment->valid_from;
	else if (!date_before(on, assignment->valid_until))
		on = date_add_days(assignment->valid_until, -1);
	return delivery_on(&rows->deliveries, assignment->assignment, on);
}

/* The assignment of a granted line that runs today, else the newest. */
static const struct assignment_line *assignment_shown(const struct making *making,
                                                      const struct support_rows *rows,
                                                      const struct granted_line *line)
{
	const struct assignment_line *items = rows->assigned.items, *newest = NULL;

	for (size_t i = 0; i < rows->assigned.count; i++) {
		if (items[i].decision != line->decision || items[i].line != line->line)
			continue;
		if (date_within(making->today, items[i].valid_from, items[i].valid_until))
			return &items[i];
		if (newest == NULL)
			newest = &items[i];
	}
	return newest;
}

/* What the deliverer is good at, by the scheme that has the product; "" when it names nothing. */
static const char *expertise_of(const struct making *making, const struct delivery *delivery)
{
	const struct scheme_entry *entry = scheme_book_with_product(
		making->journal->schemes, making->journal->register_id, delivery->product);
	uint16_t party =
		entry == NULL ? LANE_NONE : lane_names_find(&entry->lanes.parties, delivery->deliverer);

	return party == LANE_NONE
	               ? ""
	               : lane_expertise_words(&entry->lanes, entry->lanes.experts[party], making->arena);
}

/* Since when and why nobody comes, of support that began; "" while somebody does. */
static const char *gap_words(const struct making *making, const struct care_gap *gap)
{
	const char *since, *reason;

	if (gap == NULL)
		return "";
	since = calendar_date_words(gap->from_day, making->journal->language, false, making->arena);
	since = arena_print(making->arena,
	                    strcmp(gap->sort, "stop") == 0
	                            ? web_words(making->request, WORDS("gestopt sinds %s"))
	                            : web_words(making->request, WORDS("tijdelijk gestopt sinds %s")),
	                    since);
	reason = care_gap_reason(gap);
	return reason[0] == '\0'
	               ? since
	               : arena_print(making->arena, "%s: %s", since, web_words(making->request, reason));
}

/* Who did not take this last, and why; "" when nobody refused. */
static const char *declined_words(const struct making *making, const struct support_rows *rows,
                                  const char *product)
{
	const struct care_declined_line *items = rows->declined.items, *last = NULL;

	for (size_t i = 0; i < rows->declined.count; i++)
		if (strcmp(items[i].product, product) == 0 &&
		    !date_before(making->today, items[i].declined_on))
			last = &items[i];
	if (last == NULL)
		return "";
	return arena_print(
		making->arena, web_words(making->request, WORDS("%s nam dit op %s niet aan: %s.")),
		client_organisation(making, last->party),
		calendar_date_words(last->declined_on, making->journal->language, false, making->arena),
		web_words(making->request, choice_label(care_decline_reasons, last->reason)));
}

static void show_assignment(const struct making *making, const struct support_rows *rows,
                            const struct assignment_line *assignment, struct client_support *support)
{
	const struct delivery *delivery = delivery_shown(making, rows, assignment);
	const struct care_line *care = rows->started.items;

	if (delivery == NULL)
		return; /* it ended before it began */
	support->provider = client_organisation(making, delivery->deliverer);
	support->expertise = expertise_of(making, delivery);
	support->why_address =
		arena_print(making->arena, "/clients/%lld/why/%lld", (long long)making->view->person,
	                    (long long)assignment->assignment);
	if (strcmp(delivery->party, delivery->deliverer) != 0)
		support->under = client_organisation(making, delivery->party);
	if (support->under != NULL && web_may_bring(making->request, &handover_made_kind))
		support->handover_address =
			arena_print(making->arena, "/facts/handover_made?person=%lld&assignment=%lld",
		                    (long long)making->view->person, (long long)assignment->assignment);
	if (!support->is_ended && support->search_address[0] == '\0')
		support->search_address = client_search_address(
			making, &(struct search_place_asked){ assignment->assignment, assignment->decision,
		                                              assignment->line });
	support->since = delivery->valid_from;
	support->from = assignment->valid_from;
	support->last_day = date_last_day(assignment->valid_until);
	support->is_ended = !date_before(making->today, assignment->valid_until);
	for (size_t i = 0; i < rows->started.count; i++)
		if (care[i].assignment == assignment->assignment &&
		    !date_before(client_until(making), care[i].started_on))
			support->started_on = care[i].started_on;
	support->gap = gap_words(making, care_gap_on(&rows->gaps, assignment->assignment, making->today));
}

static const char *waiting_words(const struct making *making, struct date since)
{
	int64_t days = (int64_t)making->today.day - since.day;

	if (days < 0)
		return arena_print(
			making->arena, web_words(making->request, WORDS("wacht vanaf %s")),
			calendar_date_words(since, making->journal->language, false, making->arena));
	if (days == 0)
		return web_words(making->request, WORDS("wacht sinds vandaag"));
	if (days == 1)
		return web_words(making->request, WORDS("wacht 1 dag"));
	return arena_print(making->arena, web_words(making->request, WORDS("wacht %lld dagen")),
	                   (long long)days);
}

static void show_waiting(const struct making *making, const struct support_rows *rows,
                         const struct waiting_line *waiting, struct client_support *support)
{
	support->gap = declined_words(making, rows, waiting->product);
	support->waits = waiting_words(making, waiting->since);
	support->assign_address = client_assign_address(making, waiting);
	support->search_address = client_search_address(
		making, &(struct search_place_asked){ 0, waiting->decision, waiting->line });
}

static enum status read_support(struct making *making, struct support_rows *rows)
{
	struct journal *journal = making->journal;
	int64_t person = making->view->person;
	bool is_now = web_is_today(making->request);
	enum status status =
		decision_lines_of(journal, person, client_until(making), &rows->granted, making->fault);

	if (status == OK && is_now)
		status = assignment_waiting_of(journal, person, &rows->waiting, making->fault);
	else if (status == OK)
		status = assignment_waiting_on(journal, person, making->today, &rows->waiting, making->fault);
	if (status == OK && is_now)
		status = assignments_of(journal, person, &rows->assigned, making->fault);
	else if (status == OK)
		status = assignments_on(journal, person, making->today, &rows->assigned, making->fault);
	if (status == OK)
		status = deliveries_of(journal, person, &rows->deliveries, making->fault);
	if (status == OK)
		status = care_gaps_of(journal, person, &rows->gaps, making->fault);
	if (status == OK)
		status = care_declined_of(journal, person, &rows->declined, making->fault);
	return status == OK ? care_of(journal, person, &rows->started, making->fault) : status;
}

enum status client_make_support(struct making *making)
{
	struct support_rows rows;
	const struct granted_line *granted;
	enum status status = read_support(making, &rows);

	if (status)
		return status;
	granted = rows.granted.items;
	making->view->support = records_new(&client_support_record, rows.granted.count, making->arena);
	for (size_t i = 0; i < rows.granted.count; i++) {
		struct client_support *support = &((struct client_support *)making->view->support.items)[i];
		const struct waiting_line *waiting = rows.waiting.items;
		const struct assignment_line *assigned = assignment_shown(making, &rows, &granted[i]);

		*support = show_grant(making, &granted[i]);
		for (size_t n = 0; n < rows.waiting.count; n++)
			if (waiting[n].decision == granted[i].decision && waiting[n].line == granted[i].line)
				show_waiting(making, &rows, &waiting[n], support);
		if (assigned != NULL)
			show_assignment(making, &rows, assigned, support);
		support->has_forms =
			has_words(support->handover_address) || has_words(support->search_address);
	}
	return OK;
}
