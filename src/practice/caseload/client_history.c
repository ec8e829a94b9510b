/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of the client's file about who answers and who delivers, now and before. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/delivery.h"
#include "practice/caseload/client_parts.h"
#include "practice/desk/desk_store.h"
#include "practice/transition/handover.h"

static const struct field client_period_fields[] = {
	FIELD(struct client_period, who),      FIELD(struct client_period, under),
	FIELD(struct client_period, what),     FIELD(struct client_period, from),
	FIELD(struct client_period, last_day), FIELD(struct client_period, is_now),
};
const struct record client_period_record =
	RECORD(struct client_period, "client_period", client_period_fields);

static const struct field client_handover_fields[] = {
	FIELD(struct client_handover, from_member), FIELD(struct client_handover, to_member),
	FIELD(struct client_handover, told_how),    FIELD(struct client_handover, reason, .max_chars = 2000),
	FIELD(struct client_handover, handed_on),   FIELD(struct client_handover, told_on),
};
const struct record client_handover_record =
	RECORD(struct client_handover, "client_handover", client_handover_fields);

const char *client_product(const struct making *making, const char *product)
{
	const struct scheme_product *found =
		scheme_book_product(making->journal->schemes, making->journal->register_id, product);

	return found == NULL ? product : found->label;
}

static const struct field client_event_fields[] = {
	FIELD(struct client_event, words),
	FIELD(struct client_event, account),
	FIELD(struct client_event, valid_on),
	FIELD(struct client_event, recorded_at),
};
const struct record client_event_record = RECORD(struct client_event, "client_event", client_event_fields);

struct date client_until(const struct making *making)
{
	return web_is_today(making->request) ? DATE_LAST : making->today;
}

/* The last day of a period; none where it had not come yet on the day that is looked at. */
static struct date last_day_shown(const struct making *making, struct date until)
{
	struct date last_day = date_last_day(until);

	return date_before(client_until(making), last_day) ? (struct date){ 0 } : last_day;
}

const char *client_organisation(const struct making *making, const char *name)
{
	return scheme_book_organisation(making->journal->schemes, making->journal->register_id, name);
}

/* --- who answers --- */

/* Puts a period in front, or lengthens the one in front when it is of the same and joins on. */
static void add_period(const struct making *making, struct records *periods, const char *who,
                       const struct contact *contact)
{
	struct client_period *items = periods->items;
	struct date last_day = last_day_shown(making, contact->valid_until);
	bool is_now = date_within(making->today, contact->valid_from, contact->valid_until);

	if (periods->count > 0 && strcmp(items[0].who, who) == 0) {
		items[0].last_day = last_day;
		items[0].is_now = items[0].is_now || is_now;
		return;
	}
	memmove(items + 1, items, periods->count * sizeof(*items));
	items[0] = (struct client_period){
		.who = who, .from = contact->valid_from, .last_day = last_day, .is_now = is_now
	};
	periods->count++;
}

/* Who is there now, for the head of the card; before the first day whoever is the first. */
static const struct client_period *present(const struct records *periods)
{
	const struct client_period *items = periods->items;

	for (size_t i = 0; i < periods->count; i++)
		if (items[i].is_now)
			return &items[i];
	return periods->count == 0 ? NULL : &items[periods->count - 1];
}

enum status client_make_contacts(struct making *making)
{
	struct client_view *view = making->view;
	struct records contacts;
	const struct contact *items;
	enum status status = desk_contacts_of(making->journal, view->person, &contacts, making->fault);

	if (status != OK || contacts.count == 0)
		return status;
	items = contacts.items;
	view->contacts = records_new(&client_period_record, contacts.count, making->arena);
	view->owners = records_new(&client_period_record, contacts.count, making->arena);
	view->contacts.count = view->owners.count = 0;
	for (size_t i = 0; status == OK && i < contacts.count; i++) {
		const char *name;

		if (date_before(client_until(making), items[i].valid_from))
			continue;
		status = access_name(making->journal->db, making->journal->register_id, items[i].contact,
		                     making->arena, &name, making->fault);
		add_period(making, &view->contacts, name, &items[i]);
		add_period(making, &view->owners, client_organisation(making, items[i].owner), &items[i]);
	}
	if (status != OK || view->contacts.count == 0)
		return status;
	view->contact = present(&view->contacts)->who;
	view->contact_since = present(&view->contacts)->from;
	view->owner = present(&view->owners)->who;
	return status;
}

/* --- who delivers --- */

static void show_deliveries(const struct making *making, const struct records *deliveries)
{
	const struct delivery *items = deliveries->items;
	struct records *shown = &making->view->deliveries;

	*shown = records_new(&client_period_record, deliveries->count, making->arena);
	shown->count = 0;
	for (size_t i = 0; i < deliveries->count; i++) {
		const struct delivery *line = &items[deliveries->count - 1 - i];
		bool is_under = strcmp(line->party, line->deliverer) != 0;

		if (date_before(client_until(making), line->valid_from))
			continue;
		((struct client_period *)shown->items)[shown->count++] = (struct client_period){
			.who = client_organisation(making, line->deliverer),
			.under = is_under ? client_organisation(making, line->party) : "",
			.what = client_product(making, line->product),
			.from = line->valid_from,
			.last_day = date_last_day(line->valid_until),
			.is_now = date_within(making->today, line->valid_from, line->valid_until),
		};
	}
}

enum status client_make_handovers(struct making *making)
{
	struct client_view *view = making->view;
	struct records deliveries, lines;
	const struct handover_line *items;
	enum status status = deliveries_of(making->journal, view->person, &deliveries, making->fault);

	if (status == OK)
		status = handovers_of(making->journal, view->person, &lines, making->fault);
	if (status)
		return status;
	show_deliveries(making, &deliveries);
	items = lines.items;
	view->handovers = records_new(&client_handover_record, lines.count, making->arena);
	view->handovers.count = 0;
	for (size_t i = 0; i < lines.count; i++) {
		const struct handover_line *line = &items[lines.count - 1 - i];

		if (date_before(client_until(making), line->told_on))
			continue;
		((struct client_handover *)view->handovers.items)[view->handovers.count++] =
			(struct client_handover){
				.from_member = client_organisation(making, line->from_member),
				.to_member = client_organisation(making, line->to_member),
				.told_how =
					web_words(making->request, choice_label(told_ways, line->told_how)),
				.reason = line->reason,
				.handed_on = line->handed_on,
				.told_on = line->told_on,
			};
	}
	return OK;
}

/* --- what happened --- */

enum status client_make_events(struct making *making)
{
	struct records lines;
	const struct journal_line *items;
	enum status status = journal_of_person(making->journal, making->view->person,
	                                       web_other_day(making->request), &lines, making->fault);

	if (status)
		return status;
	items = lines.items;
	making->view->events = records_new(&client_event_record, lines.count, making->arena);
	making->view->events.count = 0;
	for (size_t i = 0; i < lines.count; i++) {
		const struct journal_kind *kind = journal_kind_named(making->journal->book, items[i].kind);

		if (kind == NULL || kind->corner == CORNER_CONTRACT)
			continue; /* what passes between contract and provider is no part of the file */
		((struct client_event *)making->view->events.items)[making->view->events.count++] =
			(struct client_event){ .words = web_words(making->request, kind->done),
			                       .account = items[i].name,
			                       .valid_on = items[i].valid_on,
			                       .recorded_at = items[i].recorded_at };
	}
	return OK;
}
