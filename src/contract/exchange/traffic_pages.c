/* SPDX-License-Identifier: EUPL-1.2 */
/* The list of all messages, with its filter, and the same as a file. */
#include "contract/exchange/traffic_pages.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/exchange/traffic.h"
#include "contract/exchange/traffic_show.h"
#include "platform/base/words.h"
#include "platform/record/sheet.h"

#define NAMED "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
#define MAX_OPTIONS 500
#define CSV_AT_ONCE 1000
#define CSV_BYTES ((size_t)16 * 1024 * 1024)

struct traffic_view {
	struct page_frame frame;
	struct records lines;                              /* of struct traffic_shown */
	struct records sorts, directions, parties, states; /* of struct form_option */
	const char *from, *until, *identification, *next, *csv_address;
	bool is_asked, has_worklist;
};
static const struct field traffic_view_fields[] = {
	FIELD_INSIDE(struct traffic_view, frame, &page_frame_record),
	FIELD(struct traffic_view, lines, .of = &traffic_shown_record),
	FIELD(struct traffic_view, sorts, .of = &form_option_record),
	FIELD(struct traffic_view, directions, .of = &form_option_record),
	FIELD(struct traffic_view, parties, .of = &form_option_record),
	FIELD(struct traffic_view, states, .of = &form_option_record),
	FIELD(struct traffic_view, from),
	FIELD(struct traffic_view, until),
	FIELD(struct traffic_view, identification),
	FIELD(struct traffic_view, next),
	FIELD(struct traffic_view, csv_address),
	FIELD(struct traffic_view, is_asked),
	FIELD(struct traffic_view, has_worklist),
};
const struct record traffic_view_record = RECORD(struct traffic_view, "traffic_view", traffic_view_fields);

/* --- what is asked --- */

static const char *code_among(const struct choice *choices, const char *code)
{
	for (size_t i = 0; has_words(code) && choices[i].code != NULL; i++)
		if (strcmp(choices[i].code, code) == 0)
			return choices[i].code;
	return "";
}

static const char *name_asked(const struct http_request *request, const char *key)
{
	const char *text = or_empty(pairs_get(&request->query, key));

	return strspn(text, NAMED) == strlen(text) ? text : "";
}

static struct date day_asked(const struct http_request *request, const char *key)
{
	struct date day = { 0 };

	(void)date_read(or_empty(pairs_get(&request->query, key)), &day);
	return day;
}

static struct traffic_asked asked_of(const struct http_request *request)
{
	const char *own = traffic_own_party(request);

	return (struct traffic_asked){
		.direction = code_among(traffic_directions, pairs_get(&request->query, "direction")),
		.sort = code_among(traffic_sorts, pairs_get(&request->query, "sort")),
		.party = has_words(own) ? own : name_asked(request, "party"),
		.state = code_among(traffic_states, pairs_get(&request->query, "state")),
		.identification = name_asked(request, "identification"),
		.from = day_asked(request, "from"),
		.until = day_asked(request, "until"),
		.on = web_on(request),
		.after_day = day_asked(request, "after"),
		.after_message = web_number(&request->query, "message"),
		.count = TRAFFIC_ON_A_PAGE,
	};
}

static const char *address_of(const struct traffic_asked *asked, const char *path, struct arena *arena)
{
	char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];

	return arena_print(
		arena, "%s?sort=%s&direction=%s&party=%s&state=%s&identification=%s&from=%s&until=%s", path,
		asked->sort, asked->direction, asked->party, asked->state, asked->identification,
		date_print(asked->from, from), date_print(asked->until, until));
}

/* --- the choices of the filter --- */

static void add_option(struct records *options, const char *code, const char *label, const char *chosen)
{
	((struct form_option *)options->items)[options->count++] = (struct form_option){
		.code = code, .label = label, .is_selected = strcmp(code, chosen) == 0
	};
}

static struct records options_of(const struct http_request *request, const struct choice *choices,
                                 const char *all, const char *chosen)
{
	struct records options = records_new(&form_option_record, MAX_OPTIONS, request->arena);

	options.count = 0;
	add_option(&options, "", all, chosen);
	for (size_t i = 0; choices[i].code != NULL; i++) {
		const char *label = web_words(request, choices[i].label);

		if (has_words(choices[i].code))
			add_option(&options, choices[i].code,
			           choices == traffic_sorts
			                   ? arena_print(request->arena, "%s (%s)", label, choices[i].code)
			                   : label,
			           chosen);
	}
	return options;
}

static bool is_offered(const struct records *options, const char *code)
{
	for (size_t i = 0; i < options->count; i++)
		if (strcmp(((const struct form_option *)options->items)[i].code, code) == 0)
			return true;
	return false;
}

/* The organisations of all arrangements; a provider sees its own messages, and chooses none. */
static struct records parties_of(const struct http_request *request, const char *chosen)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;
	struct records options = { 0 };

	if (has_words(traffic_own_party(request)))
		return options;
	options = records_new(&form_option_record, MAX_OPTIONS, request->arena);
	options.count = 0;
	add_option(&options, "", web_words(request, WORDS("Alle aanbieders")), chosen);
	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_party *parties = entry->scheme.parties.items;

		for (size_t j = 0; j < entry->scheme.parties.count && options.count < MAX_OPTIONS; j++)
			if (has_words(parties[j].agb) && !is_offered(&options, parties[j].name))
				add_option(&options, parties[j].name, parties[j].label, chosen);
	}
	return options;
}

static void offer(const struct http_request *request, const struct traffic_asked *asked,
                  struct traffic_view *view)
{
	char day[DATE_TEXT_SIZE];

	view->sorts =
		options_of(request, traffic_sorts, web_words(request, WORDS("Alle berichten")), asked->sort);
	view->directions = options_of(request, traffic_directions,
	                              web_words(request, WORDS("ontvangen en verstuurd")), asked->direction);
	view->states =
		options_of(request, traffic_states, web_words(request, WORDS("Elke stand")), asked->state);
	view->parties = parties_of(request, asked->party);
	view->from = arena_copy(request->arena, date_print(asked->from, day));
	view->until = arena_copy(request->arena, date_print(asked->until, day));
	view->identification = asked->identification;
	view->csv_address = address_of(asked, "/messages/all.csv", request->arena);
	view->is_asked = request->query.count > 0;
	view->has_worklist = web_may(request, MAY_SEE_ORDERS);
}

/* --- the list --- */

static const char *next_of(const struct traffic_asked *asked, const struct records *lines,
                           struct arena *arena)
{
	const struct traffic_line *last;
	char day[DATE_TEXT_SIZE];

	if ((int64_t)lines->count < asked->count)
		return "";
	last = &((const struct traffic_line *)lines->items)[lines->count - 1];
	return arena_print(arena, "%s&after=%s&message=%lld", address_of(asked, "/messages/all", arena),
	                   date_print(last->on_day, day), (long long)last->message);
}

void traffic_list_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct traffic_asked asked = asked_of(request);
	struct traffic_view view = { .frame = web_frame(request,
		                                        web_words(request, WORDS("Alle berichten"))) };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	enum status status = traffic_page(&web_visitor(request)->journal, &asked, &lines, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	offer(request, &asked, &view);
	view.lines = records_new(&traffic_shown_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct traffic_shown *)view.lines.items)[i] =
			traffic_show(request, &((const struct traffic_line *)lines.items)[i]);
	view.next = next_of(&asked, &lines, request->arena);
	web_note_read(request, response, 0, "messages");
	web_page(request, response, "exchange/traffic.html", &view);
}

/* --- as a file --- */

#define CSV_COLUMNS 13

static void add_line(const struct http_request *request, const struct traffic_line *line, struct text *out)
{
	struct arena *arena = request->arena;
	const struct traffic_shown shown = traffic_show(request, line);
	const struct journal *journal = &web_visitor(request)->journal;
	char on[DATE_TEXT_SIZE], answered[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE];
	bool waits = strcmp(line->state, "waiting") == 0;
	const char *const values[CSV_COLUMNS] = {
		date_print(line->on_day, on),
		shown.direction,
		shown.code,
		shown.title,
		shown.party,
		line->identification,
		line->assignment == 0 ? "" : arena_print(arena, "%lld", (long long)line->assignment),
		line->claim == 0 ? "" : arena_print(arena, "%lld", (long long)line->claim),
		shown.about,
		shown.state,
		date_print(waits ? traffic_due(journal->calendar, line) : (struct date){ 0 }, due),
		date_print(line->answered_on, answered),
		line->codes,
	};

	sheet_add_row(out, values, COUNT(values));
}

void traffic_csv(struct http_request *request, struct http_response *response, void *context)
{
	static const char *const heads[CSV_COLUMNS] = { "datum",      "richting",           "code",
		                                        "bericht",    "andere partij",      "kenmerk",
		                                        "opdracht",   "declaratie",         "waarover",
		                                        "stand",      "antwoord uiterlijk", "antwoord op",
		                                        "retourcodes" };
	struct journal journal = web_visitor(request)->journal;
	CLEANUP(arena_freep) struct arena *arena = arena_new(CSV_BYTES);
	struct http_request row = *request;
	struct traffic_asked asked = asked_of(request);
	struct records lines = { 0 };
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	asked.count = CSV_AT_ONCE;
	journal.arena = arena;
	row.arena = arena;
	sheet_add_row(&response->body, heads, COUNT(heads));
	do {
		arena_clear(arena);
		status = traffic_page(&journal, &asked, &lines, &fault);
		for (size_t i = 0; status == OK && i < lines.count; i++) {
			const struct traffic_line *line = &((const struct traffic_line *)lines.items)[i];

			add_line(&row, line, &response->body);
			asked.after_day = line->on_day;
			asked.after_message = line->message;
		}
	} while (status == OK && lines.count == CSV_AT_ONCE && !response->body.is_full);
	if (status != OK)
		text_clear(&response->body);
	if (!web_ok(request, response, status, &fault))
		return;
	response->type = "text/csv; charset=utf-8";
	response->file_name = "berichten.csv";
	web_note_read(request, response, 0, "messages");
}
