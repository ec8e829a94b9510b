/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/asked_pages.h"

#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/message_codes.h"
#include "platform/base/words.h"

/* A product that is asked; now is what stands, where that is another thing. */
struct wish_shown {
	const char *sort, *product, *now, *amount;
	struct date from, last_day;
};
static const struct field wish_shown_fields[] = {
	FIELD(struct wish_shown, sort, .choices = wish_sorts),
	FIELD(struct wish_shown, product),
	FIELD(struct wish_shown, now),
	FIELD(struct wish_shown, amount),
	FIELD(struct wish_shown, from),
	FIELD(struct wish_shown, last_day),
};
static const struct record wish_shown_record = RECORD(struct wish_shown, "wish_shown", wish_shown_fields);

struct asked_shown {
	int64_t request;
	const char *title, *party, *reason, *words, *state, *refusal, *explained;
	struct date asked_on, due, settled_on, replied_on;
	bool is_open, is_late, may_consider;
	struct records wishes; /* of struct wish_shown */
};
static const struct field asked_shown_fields[] = {
	FIELD(struct asked_shown, request),
	FIELD(struct asked_shown, title),
	FIELD(struct asked_shown, party),
	FIELD(struct asked_shown, reason),
	FIELD(struct asked_shown, words, .max_chars = 4000),
	FIELD(struct asked_shown, state, .choices = asked_states),
	FIELD(struct asked_shown, refusal),
	FIELD(struct asked_shown, explained, .max_chars = 2000),
	FIELD(struct asked_shown, asked_on),
	FIELD(struct asked_shown, due),
	FIELD(struct asked_shown, settled_on),
	FIELD(struct asked_shown, replied_on),
	FIELD(struct asked_shown, is_open),
	FIELD(struct asked_shown, is_late),
	FIELD(struct asked_shown, may_consider),
	FIELD(struct asked_shown, wishes, .of = &wish_shown_record),
};
static const struct record asked_shown_record = RECORD(struct asked_shown, "asked_shown", asked_shown_fields);

struct asked_view {
	struct page_frame frame;
	int64_t person;
	const char *name;
	bool may_answer;
	struct records requests; /* of struct asked_shown */
};
static const struct field asked_view_fields[] = {
	FIELD_INSIDE(struct asked_view, frame, &page_frame_record),
	FIELD(struct asked_view, person),
	FIELD(struct asked_view, name),
	FIELD(struct asked_view, may_answer),
	FIELD(struct asked_view, requests, .of = &asked_shown_record),
};
const struct record asked_view_record = RECORD(struct asked_view, "asked_view", asked_view_fields);

static const char *amount_of(const struct http_request *request, int64_t amount, const char *unit,
                             const char *frequency)
{
	if (!has_words(unit) || !has_words(frequency))
		return web_words(request, WORDS("een budget"));
	return scheme_amount_words(amount, unit, frequency, web_visitor(request)->journal.language,
	                           request->arena);
}

/* What was ordered, where the request has another amount. */
static enum status show_now(struct http_request *request, const struct asked_wish *wish,
                            struct wish_shown *shown, struct fault *fault)
{
	struct order_line order = { 0 };
	enum status status = OK;

	shown->now = "";
	if (strcmp(wish->sort, "changed") == 0)
		status = order_of(&web_visitor(request)->journal, wish->assignment, &order, fault);
	if (status != OK || order.assignment == 0)
		return status == NOT_FOUND ? OK : status;
	shown->now = amount_of(request, order.amount, order.unit, order.frequency);
	return OK;
}

static enum status show_wishes(struct http_request *request, int64_t number, struct records *ret_shown,
                               struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records wishes = { 0 };
	const struct asked_wish *items;
	enum status status = asked_wishes(journal, number, &wishes, fault);

	items = wishes.items;
	*ret_shown = records_new(&wish_shown_record, wishes.count, request->arena);
	for (size_t i = 0; status == OK && i < wishes.count; i++) {
		struct wish_shown *shown = &((struct wish_shown *)ret_shown->items)[i];

		assert(ret_shown->items != NULL);
		*shown = (struct wish_shown){
			.sort = items[i].sort,
			.product = has_words(items[i].product)
			                   ? scheme_book_product_label(journal->schemes, journal->register_id,
			                                               items[i].product)
			                   : web_words(request, WORDS("nog geen product genoemd")),
			.amount = amount_of(request, items[i].amount, items[i].unit, items[i].frequency),
			.from = items[i].from,
			.last_day = items[i].last_day,
		};
		status = show_now(request, &items[i], shown, fault);
	}
	return status;
}

static enum status show_request(struct http_request *request, const struct asked_line *line,
                                struct asked_shown *shown, struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	bool is_considered = strcmp(line->state, "considered") == 0;
	bool is_open = is_considered || strcmp(line->state, "open") == 0;

	*shown = (struct asked_shown){
		.request = line->request,
		.party = scheme_book_organisation(journal->schemes, journal->register_id, line->party),
		.reason = line->reason[0] == '\0'
		                  ? ""
		                  : web_words(request, choice_label(message_request_reasons, line->reason)),
		.words = line->words,
		.state = line->state,
		.refusal = line->refusal[0] == '\0'
		                   ? ""
		                   : web_words(request, choice_label(asked_refusals, line->refusal)),
		.explained = line->explained,
		.asked_on = line->asked_on,
		.due = is_open ? asked_due(line) : (struct date){ 0 },
		.settled_on = line->settled_on,
		.replied_on = line->replied_on,
		.is_open = is_open,
		.is_late = is_open && date_before(asked_due(line), web_on(request)),
		.may_consider = is_open && !is_considered,
	};
	shown->title = arena_print(request->arena, "%s %s", shown->party,
	                           web_words(request, choice_label(asked_sorts, line->sort)));
	return show_wishes(request, line->request, &shown->wishes, fault);
}

void asked_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct asked_view view = { .person = web_number(&request->parts, "person"),
		                   .may_answer = web_may_bring(request, &asking_granted_kind) };
	struct identity identity;
	struct records lines = { 0 };
	struct fault fault = { 0 };
	enum status status = vault_identity(journal, view.person, &identity, &fault);

	(void)context;
	if (status == OK)
		status = asked_about(journal, view.person, web_on(request), &lines, &fault);
	view.requests = records_new(&asked_shown_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++)
		status = show_request(request, &((const struct asked_line *)lines.items)[i],
		                      &((struct asked_shown *)view.requests.items)[i], &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&identity, request->arena);
	view.frame = web_client_frame(request, view.person, view.name,
	                              web_words(request, WORDS("Verzoeken van aanbieders")));
	web_note_read(request, response, view.person, "asked");
	web_page(request, response, "exchange/asked.html", &view);
}
