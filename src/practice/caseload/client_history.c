/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of the client's file about who answers and who delivers, now and before. */
#include <string.h>

#include "common/journal/book.h"
#include "common/journal/history.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/delivery.h"
#include "practice/caseload/client_parts.h"
#include "practice/desk/desk_store.h"
#include "practice/transition/handover.h"
#include "practice/transition/search.h"

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

static const struct field client_step_fields[] = {
	FIELD(struct client_step, label),      FIELD(struct client_step, days),
	FIELD(struct client_step, outcome),    FIELD(struct client_step, asked),
	FIELD(struct client_step, members),    FIELD(struct client_step, reason, .max_chars = 2000),
	FIELD(struct client_step, started_on), FIELD(struct client_step, ended_on),
};
static const struct record client_step_record = RECORD(struct client_step, "client_step", client_step_fields);

static const struct field client_search_fields[] = {
	FIELD(struct client_search, party),
	FIELD(struct client_search, words),
	FIELD(struct client_search, steps, .of = &client_step_record),
};
const struct record client_search_record =
	RECORD(struct client_search, "client_search", client_search_fields);

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

/* The period of today, else the first one. */
static const struct contact *contact_today(const struct making *making, const struct records *contacts)
{
	const struct contact *items = contacts->items;

	for (size_t i = 0; i < contacts->count; i++)
		if (date_within(making->today, items[i].valid_from, items[i].valid_until))
			return &items[i];
	return &items[0];
}

/* Whether by the scheme the contact person of a party's clients is one of its own people. */
static bool has_own_contact(const struct making *making, const char *party)
{
	const struct journal *journal = making->journal;
	const struct scheme_entry *entry =
		scheme_book_with_party(journal->schemes, journal->register_id, party);

	return entry != NULL &&
	       strcmp(entry->scheme.contact_person.after_assignment, "responsible_party") == 0;
}

/* The scheme says whose worker the contact person is; until that party names one the present one stays. */
static enum status hint_at_contact(struct making *making, const struct contact *contact)
{
	struct access_account account;
	enum status status = access_account(making->journal->db, making->journal->register_id,
	                                    contact->contact, making->arena, &account, making->fault);

	if (status == NOT_FOUND)
		return OK;
	if (status == OK && has_own_contact(making, contact->owner) &&
	    strcmp(account.party, contact->owner) != 0)
		making->view->contact_hint = client_organisation(making, contact->owner);
	return status;
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
	return status == OK ? hint_at_contact(making, contact_today(making, &contacts)) : status;
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

#define EVENTS_AT_ONCE 8

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

		if (kind == NULL || kind->corner == CORNER_CONTRACT || kind->is_apart)
			continue; /* of the contract corner, or of a compartment: no part of the file */
		((struct client_event *)making->view->events.items)[making->view->events.count++] =
			(struct client_event){ .words = web_words(making->request, kind->done),
			                       .account = items[i].name,
			                       .valid_on = items[i].valid_on,
			                       .recorded_at = items[i].recorded_at };
	}
	if (making->view->events.count > EVENTS_AT_ONCE) {
		making->view->earlier = (struct records){
			(struct client_event *)making->view->events.items + EVENTS_AT_ONCE,
			making->view->events.count - EVENTS_AT_ONCE,
		};
		making->view->events.count = EVENTS_AT_ONCE;
	}
	return OK;
}

/* --- the search for somebody who can come --- */

const char *client_search_address(const struct making *making, const struct search_place_asked *asked)
{
	if (!web_may_bring(making->request, &search_step_taken_kind))
		return "";
	if (asked->assignment != 0)
		return arena_print(making->arena, "/facts/%s?person=%lld&assignment=%lld",
		                   search_step_taken_kind.name, (long long)making->view->person,
		                   (long long)asked->assignment);
	return arena_print(making->arena, "/facts/%s?person=%lld&decision=%lld&line=%lld",
	                   search_step_taken_kind.name, (long long)making->view->person,
	                   (long long)asked->decision, (long long)asked->line);
}

static const char *days_words(const struct making *making, int64_t days)
{
	if (days <= 0)
		return web_words(making->request, WORDS("dezelfde dag"));
	if (days == 1)
		return web_words(making->request, WORDS("1 dag"));
	return arena_print(making->arena, web_words(making->request, WORDS("%lld dagen")), (long long)days);
}

/* The day on which a step ended, or today while it goes on. */
static struct date end_of(const struct making *making, const struct search_line *line)
{
	return date_is(line->ended_on) ? line->ended_on : making->today;
}

/* "axxicom,wijdezorg" as people read it; counts them. */
static const char *member_labels(const struct making *making, const char *members, int64_t *count)
{
	const char *labels = "";

	while (*members != '\0') {
		size_t length = strcspn(members, ",");
		const char *name = arena_copy_part(making->arena, members, length);

		labels = arena_print(making->arena, "%s%s%s", labels, labels[0] == '\0' ? "" : ", ",
		                     client_organisation(making, name));
		members += length + (members[length] == ',' ? 1 : 0);
		(*count)++;
	}
	return labels;
}

static struct client_step show_step(const struct making *making, const struct search_line *line,
                                    int64_t *members)
{
	const char *outcome =
		line->outcome[0] == '\0' ? WORDS("loopt nog") : choice_label(search_outcomes, line->outcome);

	return (struct client_step){
		.label = web_words(making->request, choice_label(search_steps, line->step)),
		.days = days_words(making, (int64_t)end_of(making, line).day - line->started_on.day),
		.outcome = web_words(making->request, outcome),
		.asked = line->asked,
		.members = member_labels(making, line->members, members),
		.reason = line->reason,
		.started_on = line->started_on,
		.ended_on = line->ended_on,
	};
}

/* One search: the lines from first up to the next one's. Returns how many it has. */
static size_t show_search(const struct making *making, const struct search_line *first, size_t count,
                          struct client_search *search)
{
	size_t steps = 1;
	int64_t searching = 1; /* who delivers, and every member that was asked */

	while (steps < count && first[steps].search == first->search)
		steps++;
	*search = (struct client_search){ .party = client_organisation(making, first->party),
		                          .steps = records_new(&client_step_record, steps, making->arena) };
	for (size_t i = 0; i < steps; i++)
		((struct client_step *)search->steps.items)[i] = show_step(making, &first[i], &searching);
	search->words = arena_print(
		making->arena, web_words(making->request, WORDS("%lld organisaties zochten, samen %s")),
		(long long)searching,
		days_words(making, (int64_t)end_of(making, &first[steps - 1]).day - first->started_on.day));
	return steps;
}

/* The steps as they stood on the day that is looked at: without those to come, and unended what ended later.
 */
static void look_back(const struct making *making, struct records *lines)
{
	struct search_line *items = lines->items;
	size_t kept = 0;

	for (size_t i = 0; i < lines->count; i++) {
		if (date_before(client_until(making), items[i].started_on))
			continue;
		items[kept] = items[i];
		if (date_before(client_until(making), items[i].ended_on)) {
			items[kept].ended_on = (struct date){ 0 };
			items[kept].outcome = "";
		}
		kept++;
	}
	lines->count = kept;
}

enum status client_make_searches(struct making *making)
{
	struct client_view *view = making->view;
	struct records lines;
	const struct search_line *items;
	struct client_search *shown;
	enum status status = searches_of(making->journal, view->person, &lines, making->fault);

	if (status)
		return status;
	look_back(making, &lines);
	items = lines.items;
	view->searches = records_new(&client_search_record, lines.count, making->arena);
	shown = view->searches.items;
	view->searches.count = 0;
	for (size_t i = 0; i < lines.count;) {
		memmove(shown + 1, shown, view->searches.count * sizeof(*shown));
		i += show_search(making, &items[i], lines.count - i, shown);
		view->searches.count++;
	}
	return OK;
}
