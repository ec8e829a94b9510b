/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/outbox_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/document/dispatch.h"
#include "common/person/vault.h"
#include "platform/base/words.h"

struct outbox_line {
	int64_t letter, person;
	const char *name, *sort, *subject;
	struct date dated;
};
static const struct field outbox_line_fields[] = {
	FIELD(struct outbox_line, letter),  FIELD(struct outbox_line, person),
	FIELD(struct outbox_line, name),    FIELD(struct outbox_line, sort, .choices = letter_sorts),
	FIELD(struct outbox_line, subject), FIELD(struct outbox_line, dated),
};
static const struct record outbox_line_record = RECORD(struct outbox_line, "outbox_line", outbox_line_fields);

struct outbox_way {
	const char *code, *label;
};
static const struct field outbox_way_fields[] = {
	FIELD(struct outbox_way, code),
	FIELD(struct outbox_way, label),
};
static const struct record outbox_way_record = RECORD(struct outbox_way, "outbox_way", outbox_way_fields);

struct outbox_view {
	struct page_frame frame;
	struct records tabs, lines, ways;
	struct texts mistakes;
	const char *token, *sort, *next;
	struct date today;
	int64_t total;
	bool may_write;          /* to many at once */
	bool may_send, may_read; /* the desk sends for all, so it reads what must still leave */
};
static const struct field outbox_view_fields[] = {
	FIELD_INSIDE(struct outbox_view, frame, &page_frame_record),
	FIELD(struct outbox_view, tabs, .of = &page_tab_record),
	FIELD(struct outbox_view, lines, .of = &outbox_line_record),
	FIELD(struct outbox_view, ways, .of = &outbox_way_record),
	FIELD(struct outbox_view, mistakes, .max_chars = 1000),
	FIELD(struct outbox_view, token),
	FIELD(struct outbox_view, sort),
	FIELD(struct outbox_view, next),
	FIELD(struct outbox_view, today),
	FIELD(struct outbox_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct outbox_view, may_write),
	FIELD(struct outbox_view, may_send),
	FIELD(struct outbox_view, may_read),
};
const struct record outbox_view_record = RECORD(struct outbox_view, "outbox_view", outbox_view_fields);

/* The sort in a query or form that exists, else "". */
static const char *sort_asked(const struct pairs *pairs)
{
	const char *sort = pairs_get(pairs, "sort");

	for (const struct choice *choice = letter_sorts; sort != NULL && choice->code != NULL; choice++)
		if (strcmp(choice->code, sort) == 0)
			return choice->code;
	return "";
}

/* A tab for all, and one for each sort of which there are any. */
static void show_tabs(const struct http_request *request, const struct records *counts,
                      struct outbox_view *view)
{
	const struct waiting_count *items = counts->items;
	struct page_tab *tabs;

	view->tabs = records_new(&page_tab_record, counts->count + 1, request->arena);
	tabs = view->tabs.items;
	tabs[0] = (struct page_tab){ .address = "/outbox",
		                     .label = web_words(request, WORDS("alle brieven")),
		                     .is_current = view->sort[0] == '\0' };
	for (size_t i = 0; i < counts->count; i++) {
		tabs[i + 1] = (struct page_tab){
			.address = arena_print(request->arena, "/outbox?sort=%s", items[i].sort),
			.label = web_words(request, choice_label(letter_sorts, items[i].sort)),
			.count = items[i].waiting,
			.is_current = strcmp(view->sort, items[i].sort) == 0,
		};
		tabs[0].count += items[i].waiting;
	}
	view->total = tabs[0].count;
}

static enum status show_lines(const struct http_request *request, const struct records *letters,
                              struct outbox_view *view, struct fault *fault)
{
	const struct waiting_letter *items = letters->items;
	enum status status = OK;

	view->lines = records_new(&outbox_line_record, letters->count, request->arena);
	for (size_t i = 0; status == OK && i < letters->count; i++) {
		struct identity identity = { 0 };

		status = vault_identity(&web_visitor(request)->journal, items[i].person, &identity, fault);
		((struct outbox_line *)view->lines.items)[i] =
			(struct outbox_line){ .letter = items[i].letter,
			                      .person = items[i].person,
			                      .name = identity_name(&identity, request->arena),
			                      .sort = items[i].sort,
			                      .subject = items[i].subject,
			                      .dated = items[i].dated };
	}
	if (letters->count == LETTERS_ON_A_PAGE)
		view->next = arena_print(request->arena, "/outbox?sort=%s&after=%lld", view->sort,
		                         (long long)items[letters->count - 1].letter);
	return status;
}

static void show_ways(const struct http_request *request, struct outbox_view *view)
{
	struct outbox_way *ways;

	view->ways = records_new(&outbox_way_record, 8, request->arena);
	ways = view->ways.items;
	view->ways.count = 0;
	for (const struct choice *choice = dispatch_ways; choice->code != NULL; choice++)
		ways[view->ways.count++] =
			(struct outbox_way){ choice->code, web_words(request, choice->label) };
}

/* The page; mistakes are what stood in the way of sending, none when it was only opened. */
static void show_page(const struct http_request *request, struct http_response *response,
                      const struct pairs *asked, struct texts mistakes)
{
	struct visitor *visitor = web_visitor(request);
	const struct access_role *role = web_visitor(request)->session.role;
	struct outbox_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Brieven versturen"))),
		.token = visitor->session.form_token,
		.sort = sort_asked(asked),
		.mistakes = mistakes,
		.next = "",
		.today = clock_today(&visitor->clock),
		.may_write = access_may(role, MAY_REPORT),
		.may_send = web_may(request, MAY_REPORT) && web_is_present(request),
		.may_read = access_may(role, MAY_REPORT) && !access_may(role, MAY_INVESTIGATE)
	};
	const struct waiting_asked waiting = { view.sort, web_number(asked, "after"),
		                               web_other_day(request) };
	struct records letters = { 0 }, counts = { 0 };
	struct fault fault = { 0 };
	int64_t sent = web_number(asked, "sent");
	enum status status = letters_waiting(&visitor->journal, &waiting, &letters, &fault);

	if (status == OK)
		status = letters_waiting_counts(&visitor->journal, waiting.on, &counts, &fault);
	if (status == OK)
		status = show_lines(request, &letters, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_tabs(request, &counts, &view);
	show_ways(request, &view);
	if (sent > 0)
		view.frame.notice = arena_print(request->arena, web_words(request, WORDS("Verzonden: %lld")),
		                                (long long)sent);
	web_note_read(request, response, 0, "outbox");
	web_page(request, response, "document/outbox.html", &view);
	if (mistakes.count > 0)
		response->status = 422;
}

void outbox_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show_page(request, response, &request->query, (struct texts){ 0 });
}

/* --- sending --- */

struct sending {
	const struct http_request *request;
	struct http_response *response;
	const char **mistakes;
	size_t mistakes_count, sent, asked;
};

static void add_mistake(struct sending *sending, const char *letter, const char *words)
{
	sending->mistakes[sending->mistakes_count++] =
		letter == NULL
			? words
			: arena_print(sending->request->arena,
	                              web_words(sending->request, WORDS("Brief %s: %s")), letter, words);
}

/* Marks one letter as sent; what stands in the way is told, and the others go on. */
static enum status send_one(struct sending *sending, const char *letter, struct fault *fault)
{
	const struct http_request *request = sending->request;
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct dispatch dispatch = { 0 };
	const struct pair fields[] = {
		{ "letter", letter },
		{ "dispatched_on", or_empty(pairs_get(&request->form, "dispatched_on")) },
		{ "how", or_empty(pairs_get(&request->form, "how")) },
	};
	struct web_fact brought = { &letter_dispatched_kind, &dispatch, &findings, 0 };
	const struct pairs pairs = { fields, COUNT(fields) };
	enum status status = pairs_read(&pairs, &dispatch_record, &dispatch, FIELD_BY_DOOR, &findings);

	if (status == OK)
		status = web_append(request, sending->response, &brought, fault);
	if (status == OK)
		sending->sent++;
	if (status == FINDINGS)
		add_mistake(sending, letter, findings.items[0].words);
	return status == FINDINGS ? OK : status;
}

void outbox_post(struct http_request *request, struct http_response *response, void *context)
{
	struct sending sending = { .request = request,
		                   .response = response,
		                   .mistakes = ARENA_MANY(request->arena, request->form.count + 1,
		                                          const char *) };
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	for (size_t i = 0; status == OK && i < request->form.count; i++) {
		if (strcmp(request->form.items[i].name, "letter") != 0)
			continue;
		sending.asked++;
		status = send_one(&sending, request->form.items[i].value, &fault);
	}
	if (!web_ok(request, response, status, &fault))
		return;
	if (sending.asked == 0)
		add_mistake(&sending, NULL, web_words(request, WORDS("Kies eerst een of meer brieven.")));
	if (sending.mistakes_count > 0) {
		show_page(request, response, &request->form,
		          (struct texts){ .items = sending.mistakes, .count = sending.mistakes_count });
		return;
	}
	http_redirect(response, arena_print(request->arena, "/outbox?sort=%s&sent=%zu",
	                                    sort_asked(&request->form), sending.sent));
}
