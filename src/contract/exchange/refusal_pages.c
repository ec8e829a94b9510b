/* SPDX-License-Identifier: EUPL-1.2 */
/* The list of refused messages, with why. */
#include <string.h>

#include "common/access/web.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/exchange_pages.h"
#include "contract/exchange/refusal.h"
#include "contract/exchange/report.h"
#include "contract/exchange/traffic.h"
#include "platform/base/words.h"

struct reason_shown {
	const char *words;
};
static const struct field reason_shown_fields[] = {
	FIELD(struct reason_shown, words, .max_chars = 2000),
};
static const struct record reason_shown_record =
	RECORD(struct reason_shown, "reason_shown", reason_shown_fields);

struct refusal_shown {
	const char *title, *party, *message, *settle_address;
	int64_t order;
	struct date refused_on;
	struct records reasons; /* of struct reason_shown */
};
static const struct field refusal_shown_fields[] = {
	FIELD(struct refusal_shown, title),
	FIELD(struct refusal_shown, party),
	FIELD(struct refusal_shown, message),
	FIELD(struct refusal_shown, settle_address),
	FIELD(struct refusal_shown, order),
	FIELD(struct refusal_shown, refused_on),
	FIELD(struct refusal_shown, reasons, .of = &reason_shown_record),
};
static const struct record refusal_shown_record =
	RECORD(struct refusal_shown, "refusal_shown", refusal_shown_fields);

/* A message of ours or of a provider that waits for an answer. */
struct waiting_shown {
	const char *title, *party, *message;
	int64_t order; /* 0: none to look at */
	struct date since, due;
	bool is_late;
};
static const struct field waiting_shown_fields[] = {
	FIELD(struct waiting_shown, title),   FIELD(struct waiting_shown, party),
	FIELD(struct waiting_shown, message), FIELD(struct waiting_shown, order),
	FIELD(struct waiting_shown, since),   FIELD(struct waiting_shown, due),
	FIELD(struct waiting_shown, is_late),
};
static const struct record waiting_shown_record =
	RECORD(struct waiting_shown, "waiting_shown", waiting_shown_fields);

struct messages_view {
	struct page_frame frame;
	struct records lines, sent, asked; /* the last two of struct waiting_shown */
	const char *next;
};
static const struct field messages_view_fields[] = {
	FIELD_INSIDE(struct messages_view, frame, &page_frame_record),
	FIELD(struct messages_view, lines, .of = &refusal_shown_record),
	FIELD(struct messages_view, sent, .of = &waiting_shown_record),
	FIELD(struct messages_view, asked, .of = &waiting_shown_record),
	FIELD(struct messages_view, next),
};
const struct record messages_view_record =
	RECORD(struct messages_view, "messages_view", messages_view_fields);

/* The party with that code, or the code itself. */
static const char *party_of(const struct http_request *request, const char *agb)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_party *parties = entry->scheme.parties.items;

		for (size_t j = 0; j < entry->scheme.parties.count; j++)
			if (strcmp(parties[j].agb, agb) == 0)
				return parties[j].label;
	}
	return agb[0] == '\0' ? web_words(request, WORDS("onbekend")) : agb;
}

static struct records show_reasons(const struct http_request *request, const char *lines)
{
	struct records shown = records_new(&reason_shown_record, strlen(lines), request->arena);

	shown.count = 0;
	while (*lines != '\0') {
		size_t length = strcspn(lines, "\n");

		if (length > 0)
			((struct reason_shown *)shown.items)[shown.count++].words =
				arena_copy_part(request->arena, lines, length);
		lines += length + (lines[length] == '\n');
	}
	return shown;
}

static struct refusal_shown show_refusal(const struct http_request *request, const struct refusal *line)
{
	return (struct refusal_shown){
		.title = web_words(request, choice_label(traffic_sorts, line->sort)),
		.party = party_of(request, line->sender),
		.message = line->message,
		.order = line->assignment,
		.settle_address = web_may_bring(request, &message_settled_kind)
		                          ? arena_print(request->arena, "/facts/%s?report=%lld",
		                                        message_settled_kind.name, (long long)line->fact)
		                          : "",
		.refused_on = line->refused_on,
		.reasons = show_reasons(request, line->reasons),
	};
}

/* --- what waits for an answer --- */

/* Our orders: the provider answers within three working days (iWmo 3.2, OP090). */
static enum status show_sent(const struct http_request *request, struct records *ret_shown,
                             struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records lines = { 0 };
	const struct order_unanswered *items;
	enum status status = orders_unanswered(journal, &lines, fault);

	items = lines.items;
	*ret_shown = records_new(&waiting_shown_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		const struct order_line order = { .sent_on = items[i].sent_on };
		struct date due = order_answer_due(journal->calendar, &order);

		((struct waiting_shown *)ret_shown->items)[i] = (struct waiting_shown){
			.title = web_words(request, choice_label(traffic_sorts, "WMO301")),
			.party = scheme_book_organisation(journal->schemes, journal->register_id,
			                                  items[i].party),
			.message = items[i].message,
			.order = items[i].assignment,
			.since = items[i].sent_on,
			.due = due,
			.is_late = date_before(due, web_on(request)),
		};
	}
	return status;
}

/* What providers ask: who works in the file answers; here stands whether it is in time (iWmo 3.2, OP274). */
static enum status show_asked(const struct http_request *request, struct records *ret_shown,
                              struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records lines = { 0 };
	const struct asked_line *items;
	enum status status = asked_waiting(journal, &lines, fault);

	items = lines.items;
	*ret_shown = records_new(&waiting_shown_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++)
		((struct waiting_shown *)ret_shown->items)[i] = (struct waiting_shown){
			.title = web_words(request, choice_label(asked_sorts, items[i].sort)),
			.party = scheme_book_organisation(journal->schemes, journal->register_id,
			                                  items[i].party),
			.since = items[i].asked_on,
			.due = asked_due(&items[i]),
			.is_late = date_before(asked_due(&items[i]), web_on(request)),
		};
	return status;
}

void messages_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct messages_view view = { .frame = web_frame(request, web_words(request, WORDS("Berichten"))),
		                      .next = "" };
	struct records lines = { 0 };
	const struct refusal *items;
	struct fault fault = { 0 };
	enum status status =
		refusals_on(journal, web_on(request), web_number(&request->query, "after"), &lines, &fault);

	(void)context;
	if (status == OK && web_is_today(request))
		status = show_sent(request, &view.sent, &fault);
	if (status == OK && web_is_today(request))
		status = show_asked(request, &view.asked, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	items = lines.items;
	view.lines = records_new(&refusal_shown_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct refusal_shown *)view.lines.items)[i] = show_refusal(request, &items[i]);
	if (lines.count == REFUSALS_ON_A_PAGE)
		view.next = arena_print(request->arena, "/messages?after=%lld",
		                        (long long)items[lines.count - 1].fact);
	web_note_read(request, response, 0, "messages");
	web_page(request, response, "exchange/messages.html", &view);
}
