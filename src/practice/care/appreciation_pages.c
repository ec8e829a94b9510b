/* SPDX-License-Identifier: EUPL-1.2 */
/* Which carers are to get a token of appreciation; who counts money sees numbers, and nobody. */
#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/person/person.h"
#include "platform/base/words.h"
#include "practice/care/appreciation.h"
#include "practice/care/care_pages.h"

#define FEW 5 /* fewer could be known to be somebody */

struct appreciation_shown {
	int64_t person, year;
	const char *carer, *address, *what, *words, *give_address;
	struct date decided_on, given_on;
};
static const struct field shown_fields[] = {
	FIELD(struct appreciation_shown, person),
	FIELD(struct appreciation_shown, year),
	FIELD(struct appreciation_shown, carer),
	FIELD(struct appreciation_shown, address),
	FIELD(struct appreciation_shown, what),
	FIELD(struct appreciation_shown, words, .max_chars = 1000),
	FIELD(struct appreciation_shown, give_address),
	FIELD(struct appreciation_shown, decided_on),
	FIELD(struct appreciation_shown, given_on),
};
static const struct record shown_record =
	RECORD(struct appreciation_shown, "appreciation_shown", shown_fields);

struct appreciation_total {
	const char *state, *form, *carers, *amount;
};
static const struct field total_fields[] = {
	FIELD(struct appreciation_total, state),
	FIELD(struct appreciation_total, form),
	FIELD(struct appreciation_total, carers),
	FIELD(struct appreciation_total, amount),
};
static const struct record total_record =
	RECORD(struct appreciation_total, "appreciation_total", total_fields);

struct appreciations_view {
	struct page_frame frame;
	int64_t year;
	bool has_names;
	struct records tabs, lines, totals;
	const char *next, *earlier;
};
static const struct field appreciations_view_fields[] = {
	FIELD_INSIDE(struct appreciations_view, frame, &page_frame_record),
	FIELD(struct appreciations_view, year),
	FIELD(struct appreciations_view, has_names),
	FIELD(struct appreciations_view, tabs, .of = &page_tab_record),
	FIELD(struct appreciations_view, lines, .of = &shown_record),
	FIELD(struct appreciations_view, totals, .of = &total_record),
	FIELD(struct appreciations_view, next),
	FIELD(struct appreciations_view, earlier),
};
const struct record appreciations_view_record =
	RECORD(struct appreciations_view, "appreciations_view", appreciations_view_fields);

static int64_t year_of(struct date day)
{
	int year, month, of_month;

	date_parts(day, &year, &month, &of_month);
	return year;
}

/* "een cadeaubon van € 50,00", or why not. */
static const char *what_of(const struct http_request *request, const struct appreciation_line *line)
{
	const struct resident_amount amount = { line->cents };
	const char *form = web_words(request, choice_label(appreciation_forms, line->form));

	if (strcmp(line->state, "refused") == 0)
		return web_words(request, choice_label(appreciation_refusals, line->reason));
	if (line->cents == 0)
		return form;
	return arena_print(request->arena, web_words(request, WORDS("%s van %s")), form,
	                   resident_amount_figures(amount, request->arena));
}

static enum status show_line(const struct http_request *request, const struct appreciation_line *line,
                             struct appreciation_shown *shown, struct fault *fault)
{
	struct relation carer;
	enum status status = relation_of(&web_visitor(request)->journal, line->appreciation, &carer, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	*shown = (struct appreciation_shown){
		.person = line->person,
		.year = line->year,
		.carer = relation_words(&carer, request->arena),
		.address = arena_print(request->arena, "%s %lld%s, %s %s", or_empty(carer.street),
		                       (long long)carer.house_number, or_empty(carer.house_addition),
		                       or_empty(carer.postcode), or_empty(carer.place)),
		.what = what_of(request, line),
		.words = line->words,
		.give_address = "",
		.decided_on = line->decided_on,
		.given_on = line->given_on,
	};
	if (strcmp(line->state, "granted") == 0 && web_may_bring(request, &appreciation_given_kind))
		shown->give_address = arena_print(request->arena, "/facts/%s?person=%lld&appreciation=%lld",
		                                  appreciation_given_kind.name, (long long)line->person,
		                                  (long long)line->appreciation);
	return OK;
}

static struct records show_tabs(const struct http_request *request, const struct appreciations_asked *asked,
                                const struct records *counts)
{
	struct records tabs = records_new(&page_tab_record, 3, request->arena);
	struct page_tab *tab = tabs.items;
	const struct appreciation_count *count = counts->items;

	for (size_t i = 0; appreciation_states[i].code != NULL; i++) {
		const char *code = appreciation_states[i].code;

		tab[i] = (struct page_tab){
			.address = arena_print(request->arena, "/appreciations?year=%lld&state=%s",
			                       (long long)asked->year, code),
			.label = web_words(request, appreciation_states[i].label),
			.is_current = strcmp(code, asked->state) == 0,
		};
		for (size_t n = 0; n < counts->count; n++)
			if (strcmp(count[n].state, code) == 0)
				tab[i].count += count[n].carers;
	}
	return tabs;
}

/* In numbers; of a few only that there are few. */
static struct records show_totals(const struct http_request *request, const struct records *counts)
{
	struct records totals = records_new(&total_record, counts->count, request->arena);
	const struct appreciation_count *count = counts->items;

	for (size_t i = 0; i < counts->count; i++) {
		const struct resident_amount amount = { count[i].cents };
		bool is_few = count[i].carers < FEW;
		bool is_refused = strcmp(count[i].state, "refused") == 0;

		((struct appreciation_total *)totals.items)[i] = (struct appreciation_total){
			.state = web_words(request, choice_label(appreciation_states, count[i].state)),
			.form = is_refused
			                ? ""
			                : web_words(request, choice_label(appreciation_forms, count[i].form)),
			.carers = is_few ? web_words(request, WORDS("minder dan 5"))
			                 : arena_print(request->arena, "%lld", (long long)count[i].carers),
			.amount = is_few || is_refused || count[i].cents == 0
			                  ? ""
			                  : resident_amount_figures(amount, request->arena),
		};
	}
	return totals;
}

static struct appreciations_asked read_asked(const struct http_request *request)
{
	const char *state = pairs_get(&request->query, "state");
	struct appreciations_asked asked = { .year = web_number(&request->query, "year"),
		                             .after = web_number(&request->query, "after"),
		                             .state = appreciation_states[0].code };

	if (asked.year <= 0)
		asked.year = year_of(web_on(request));
	for (size_t i = 0; state != NULL && appreciation_states[i].code != NULL; i++)
		if (strcmp(appreciation_states[i].code, state) == 0)
			asked.state = appreciation_states[i].code;
	return asked;
}

/* The names and addresses, for who has the clients. */
static enum status show_names(const struct http_request *request, const struct appreciations_asked *asked,
                              struct appreciations_view *view, struct fault *fault)
{
	struct records lines = { 0 };
	const struct appreciation_line *items;
	enum status status = appreciations_in(&web_visitor(request)->journal, asked, &lines, fault);

	items = lines.items;
	view->lines = records_new(&shown_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++)
		status = show_line(request, &items[i], &((struct appreciation_shown *)view->lines.items)[i],
		                   fault);
	if (status == OK && lines.count == APPRECIATIONS_ON_A_PAGE)
		view->next = arena_print(request->arena, "/appreciations?year=%lld&state=%s&after=%lld",
		                         (long long)asked->year, asked->state,
		                         (long long)items[lines.count - 1].appreciation);
	return status;
}

void appreciations_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct appreciations_asked asked = read_asked(request);
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind = done == NULL ? NULL : journal_kind_named(journal->book, done);
	struct appreciations_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Waardering voor mantelzorgers"))),
		.year = asked.year,
		.has_names = access_may(web_visitor(request)->session.role, MAY_REPORT),
		.next = "",
		.earlier = arena_print(request->arena, "/appreciations?year=%lld", (long long)asked.year - 1),
	};
	struct records counts = { 0 };
	struct fault fault = { 0 };
	enum status status = appreciation_counts(journal, asked.year, &counts, &fault);

	(void)context;
	if (status == OK && view.has_names)
		status = show_names(request, &asked, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame.notice = kind == NULL ? NULL : web_words(request, kind->done);
	if (view.has_names)
		view.tabs = show_tabs(request, &asked, &counts);
	view.totals = show_totals(request, &counts);
	web_note_read(request, response, 0, "appreciations");
	web_page(request, response, "care/appreciations.html", &view);
}
