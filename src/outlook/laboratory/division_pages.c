/* SPDX-License-Identifier: EUPL-1.2 */
/* Asking who could get which area, and what the solver says of it. */
#include "outlook/laboratory/division_pages.h"

#include <stdlib.h>
#include <string.h>

#include "common/access/web.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "contract/assessment/assessment_store.h"
#include "contract/tender/award.h"
#include "contract/tender/bids.h"
#include "outlook/laboratory/division.h"
#include "platform/base/words.h"

#define MISTAKES_MAX 50
#define BIDS_BYTES ((size_t)1024 * 1024)
#define SECONDS_USUAL 20
#define MOST 1000

/* --- the form and what was asked before --- */

struct division_option {
	const char *code, *label;
	bool is_chosen;
};
static const struct field option_fields[] = {
	FIELD(struct division_option, code),
	FIELD(struct division_option, label),
	FIELD(struct division_option, is_chosen),
};
static const struct record option_record = RECORD(struct division_option, "division_option", option_fields);

struct division_mistake {
	int64_t line;
	const char *words;
};
static const struct field mistake_fields[] = {
	FIELD(struct division_mistake, line),
	FIELD(struct division_mistake, words, .max_chars = 1000),
};
static const struct record mistake_record =
	RECORD(struct division_mistake, "division_mistake", mistake_fields);

struct division_line {
	int64_t number;
	const char *scheme, *state, *name;
	struct moment asked_at;
	bool is_done;
};
static const struct field line_fields[] = {
	FIELD(struct division_line, number),   FIELD(struct division_line, scheme),
	FIELD(struct division_line, state),    FIELD(struct division_line, name),
	FIELD(struct division_line, asked_at), FIELD(struct division_line, is_done),
};
static const struct record line_record = RECORD(struct division_line, "division_line", line_fields);

struct divisions_view {
	struct page_frame frame;
	const char *token, *bids, *areas, *from;
	int64_t max_per_party, per_area, seconds;
	bool is_present; /* only then something can be asked */
	struct records schemes, mistakes, lines;
};
static const struct field divisions_fields[] = {
	FIELD_INSIDE(struct divisions_view, frame, &page_frame_record),
	FIELD(struct divisions_view, token),
	FIELD(struct divisions_view, bids, .max_chars = 1000000),
	FIELD(struct divisions_view, areas, .max_chars = 100000),
	FIELD(struct divisions_view, from),
	FIELD(struct divisions_view, max_per_party, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct divisions_view, per_area),
	FIELD(struct divisions_view, seconds),
	FIELD(struct divisions_view, is_present),
	FIELD(struct divisions_view, schemes, .of = &option_record),
	FIELD(struct divisions_view, mistakes, .of = &mistake_record),
	FIELD(struct divisions_view, lines, .of = &line_record),
};
const struct record divisions_view_record = RECORD(struct divisions_view, "divisions_view", divisions_fields);

/* While the page is made. */
struct dividing {
	const struct http_request *request;
	struct journal *journal;
	const struct scheme_entry *entry;
	struct tender_terms terms;
	struct division_asked asked;
	struct divisions_view view;
};

/* The scheme of that name, else the first with a cap, else the first; NULL where there is none. */
static const struct scheme_entry *scheme_asked(struct journal *journal, const char *name)
{
	const struct scheme_entry *found =
		has_words(name) ? scheme_book_entry(journal->schemes, journal->register_id, name) : NULL;
	const struct scheme_entry *entry;

	for (size_t i = 0;
	     found == NULL && (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++)
		if (entry->scheme.caps.areas_per_party > 0)
			found = entry;
	return found != NULL ? found : scheme_book_nth(journal->schemes, journal->register_id, 0);
}

/* The areas of the lots; where there are none all of the scheme. */
static struct texts areas_of(const struct tender_terms *terms, struct arena *arena)
{
	struct texts areas = { .items = ARENA_MANY(arena, terms->areas.count + 1, const char *) };

	for (size_t i = 0; i < terms->areas.count; i++) {
		bool is_tendered = terms->lots_count == 0;

		for (size_t j = 0; j < terms->lots_count; j++)
			is_tendered = is_tendered || tender_lot_has(&terms->lots[j], terms->areas.items[i]);
		if (is_tendered)
			areas.items[areas.count++] = terms->areas.items[i];
	}
	return areas;
}

static void begin(struct dividing *dividing, const char *scheme)
{
	const struct http_request *request = dividing->request;

	dividing->entry = scheme_asked(dividing->journal, scheme);
	dividing->asked = (struct division_asked){ .bids = "bidder,area,score\n",
		                                   .per_area = 1,
		                                   .seconds = SECONDS_USUAL };
	if (dividing->entry == NULL)
		return;
	dividing->terms = tender_terms_of(&dividing->entry->scheme, request->arena);
	dividing->asked.scheme = dividing->entry->scheme.name;
	dividing->asked.areas = areas_of(&dividing->terms, request->arena);
	dividing->asked.max_per_party = dividing->terms.areas_per_party;
}

/* The bids of a tender whose marks are frozen: each on every area of its lot, with its mean. For
 * who has no interest in one of them. */
static enum status take_tender(struct dividing *dividing, const char *tender, struct fault *fault)
{
	CLEANUP(text_done) struct text bids = text_new(BIDS_BYTES);
	struct records results = { 0 };
	const struct assessment_result *result;
	struct assessed assessed;
	enum status status = assessment_see(dividing->journal, tender, &assessed, fault);

	if (status != OK || !date_is(assessed.stand.decided_on) ||
	    !access_may(web_visitor(dividing->request)->session.role, MAY_MANAGE_AGREEMENTS) ||
	    !owed_has_declared(&assessed.owed, dividing->journal->account) ||
	    owed_has_interest(&assessed.owed, dividing->journal->account))
		return status;
	begin(dividing, assessed.notice.scheme);
	status = assessment_results(dividing->journal, tender, assessed.stand.round, &results, fault);
	result = results.items;
	text_add(&bids, "bidder,area,score\n");
	for (size_t i = 0; status == OK && i < results.count; i++) {
		const struct notice_lot *lot = procurement_lot(&assessed.notice, result[i].lot);
		const struct owed_bid *bid = assessment_bid(&assessed, result[i].bid);

		for (size_t j = 0; lot != NULL && bid != NULL && j < lot->areas.count; j++)
			text_print(&bids, "\"%s\",\"%s\",%s\n", bid->party, lot->areas.items[j],
			           result[i].mean);
	}
	dividing->asked.bids = arena_copy(dividing->request->arena, text_words(&bids));
	dividing->view.from = assessed.notice.title;
	return status;
}

static enum status show_lines(struct dividing *dividing, struct fault *fault)
{
	struct records divisions = { 0 };
	enum status status = division_list(dividing->journal, &divisions, fault);
	const struct division *division = divisions.items;

	dividing->view.lines = records_new(&line_record, divisions.count, dividing->request->arena);
	for (size_t i = 0; status == OK && i < divisions.count; i++) {
		const struct scheme_entry *entry = scheme_book_entry(
			dividing->journal->schemes, dividing->journal->register_id, division[i].scheme);

		((struct division_line *)dividing->view.lines.items)[i] = (struct division_line){
			.number = division[i].number,
			.scheme = entry == NULL ? division[i].scheme : entry->scheme.label,
			.state = web_words(dividing->request,
			                   choice_label(division_states, division[i].state)),
			.name = division[i].name,
			.asked_at = division[i].asked_at,
			.is_done = check_is(division[i].state, "found"),
		};
	}
	return status;
}

static void show_schemes(struct dividing *dividing)
{
	size_t count = scheme_book_count(dividing->journal->schemes, dividing->journal->register_id);
	struct division_option *option;

	dividing->view.schemes = records_new(&option_record, count, dividing->request->arena);
	option = dividing->view.schemes.items;
	for (size_t i = 0; i < count; i++) {
		const struct scheme_entry *entry =
			scheme_book_nth(dividing->journal->schemes, dividing->journal->register_id, i);

		option[i] = (struct division_option){ entry->scheme.name, entry->scheme.label,
			                              entry == dividing->entry };
	}
}

static void show_form(struct dividing *dividing, struct http_response *response)
{
	struct divisions_view *view = &dividing->view;
	const struct http_request *request = dividing->request;
	const struct division_asked *asked = &dividing->asked;
	struct fault fault = { 0 };

	view->frame = web_frame(request, web_words(request, WORDS("Gebieden verdelen")));
	view->frame.day_address = NULL;
	view->token = web_visitor(request)->session.form_token;
	view->is_present = web_is_present(request);
	view->bids = asked->bids;
	view->max_per_party = asked->max_per_party;
	view->per_area = asked->per_area;
	view->seconds = asked->seconds;
	view->areas = "";
	for (size_t i = 0; i < asked->areas.count; i++)
		view->areas = arena_print(request->arena, "%s%s%s", view->areas, i == 0 ? "" : ", ",
		                          asked->areas.items[i]);
	web_breadcrumb(&view->frame, "/tenders", web_words(request, WORDS("Aanbestedingen")), request->arena);
	web_breadcrumb(&view->frame, NULL, view->frame.title, request->arena);
	show_schemes(dividing);
	if (!web_ok(request, response, show_lines(dividing, &fault), &fault))
		return;
	web_note_read(request, response, 0, "districts");
	web_page(request, response, "laboratory/divisions.html", view);
	if (view->mistakes.count > 0)
		response->status = 422;
}

void divisions_page(struct http_request *request, struct http_response *response, void *context)
{
	struct dividing dividing = { .request = request, .journal = &web_visitor(request)->journal };
	const char *tender = pairs_get(&request->query, "tender");
	struct fault fault = { 0 };

	(void)context;
	begin(&dividing, pairs_get(&request->query, "scheme"));
	if (has_words(tender) && !web_ok(request, response, take_tender(&dividing, tender, &fault), &fault))
		return;
	show_form(&dividing, response);
}

/* --- asking --- */

static bool read_number(const struct http_request *request, const char *name, int64_t least, int64_t most,
                        int64_t *ret_number)
{
	const char *text = pairs_get(&request->form, name);
	char *end = NULL;

	*ret_number = has_words(text) ? strtoll(text, &end, 10) : least;
	return (end == NULL || *end == '\0') && *ret_number >= least && *ret_number <= most;
}

static void read_form(struct dividing *dividing, struct findings *findings)
{
	const struct http_request *request = dividing->request;
	struct division_asked *asked = &dividing->asked;
	bool is_read = read_number(request, "max_per_party", 0, MOST, &asked->max_per_party);

	is_read = read_number(request, "per_area", 1, MOST, &asked->per_area) && is_read;
	is_read = read_number(request, "seconds", 1, DIVISION_SECONDS_MAX, &asked->seconds) && is_read;
	asked->bids = or_empty(pairs_get(&request->form, "bids"));
	if (dividing->entry == NULL || !is_read)
		(void)findings_add(
			findings, "districts-number", "max_per_party",
			web_words(request, WORDS("Vul hele getallen in: per partij 0 of meer, per gebied "
		                                 "1 of meer, en hooguit %d seconden.")),
			DIVISION_SECONDS_MAX);
	if (findings->count == 0)
		(void)area_bids_read(asked->bids, strlen(asked->bids), &asked->areas, NULL,
		                     dividing->terms.highest, findings);
}

static void show_mistakes(struct dividing *dividing, const struct findings *findings)
{
	struct records *mistakes = &dividing->view.mistakes;

	*mistakes = records_new(&mistake_record, MISTAKES_MAX, dividing->request->arena);
	mistakes->count = 0;
	for (size_t i = 0; i < findings->count && i < MISTAKES_MAX; i++)
		((struct division_mistake *)mistakes->items)[mistakes->count++] =
			(struct division_mistake){ findings->items[i].line, findings->items[i].words };
}

void divisions_post(struct http_request *request, struct http_response *response, void *context)
{
	struct dividing dividing = { .request = request, .journal = &web_visitor(request)->journal };
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	struct web *web = web_visitor(request)->web;
	const struct clock real = { { 0 } };
	struct fault fault = { 0 };
	int64_t number = 0;
	enum status status = OK;

	(void)context;
	begin(&dividing, pairs_get(&request->form, "scheme"));
	read_form(&dividing, &findings);
	if (findings.count > 0) {
		show_mistakes(&dividing, &findings);
		show_form(&dividing, response);
		return;
	}
	if (!db_is_writing(web->db))
		status = db_begin(web->db, &fault);
	if (status == OK)
		status = division_ask(dividing.journal, &dividing.asked, clock_now(&real), &number, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	response->waits_for_flush = true;
	http_redirect(response, arena_print(request->arena, "/districts/%lld", (long long)number));
}

/* --- what came of it --- */

struct division_area {
	const char *label, *parties;
};
static const struct field area_fields[] = {
	FIELD(struct division_area, label),
	FIELD(struct division_area, parties, .max_chars = 4000),
};
static const struct record area_record = RECORD(struct division_area, "division_area", area_fields);

struct division_party {
	const char *label;
	int64_t areas;
};
static const struct field party_fields[] = {
	FIELD(struct division_party, label),
	FIELD(struct division_party, areas),
};
static const struct record party_record = RECORD(struct division_party, "division_party", party_fields);

struct division_view {
	struct page_frame frame;
	const char *state, *scheme, *asked, *proof, *cap, *address;
	int64_t concentration, seconds, took_ms;
	struct moment asked_at;
	struct records areas, parties;
	struct texts why;
	bool is_found, is_waiting, is_infeasible;
};
static const struct field division_fields[] = {
	FIELD_INSIDE(struct division_view, frame, &page_frame_record),
	FIELD(struct division_view, state),
	FIELD(struct division_view, scheme),
	FIELD(struct division_view, asked),
	FIELD(struct division_view, proof, .max_chars = 1000),
	FIELD(struct division_view, cap),
	FIELD(struct division_view, address),
	FIELD(struct division_view, concentration, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct division_view, seconds),
	FIELD(struct division_view, took_ms, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct division_view, asked_at),
	FIELD(struct division_view, areas, .of = &area_record),
	FIELD(struct division_view, parties, .of = &party_record),
	FIELD(struct division_view, why, .max_chars = 4000),
	FIELD(struct division_view, is_found),
	FIELD(struct division_view, is_waiting),
	FIELD(struct division_view, is_infeasible),
};
const struct record division_view_record = RECORD(struct division_view, "division_view", division_fields);

/* Counts one more area of a party. */
static void count_party(struct records *parties, const char *label)
{
	struct division_party *party = parties->items;

	for (size_t i = 0; i < parties->count; i++)
		if (strcmp(party[i].label, label) == 0) {
			party[i].areas++;
			return;
		}
	party[parties->count++] = (struct division_party){ label, 1 };
}

/* "party, party" by what each is called; and each counted. */
static const char *show_parties(const struct http_request *request, const char *names,
                                struct records *parties)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const char *words = "";

	while (*names != '\0') {
		size_t length = strcspn(names, ",");
		const char *label = scheme_book_organisation(journal->schemes, journal->register_id,
		                                             arena_copy_part(request->arena, names, length));

		count_party(parties, label);
		words = arena_print(request->arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ", label);
		names += length;
		names += strspn(names, ", ");
	}
	return words;
}

static void show_plan(const struct http_request *request, const struct division *division,
                      const struct scheme_entry *entry, struct division_view *view)
{
	const struct texts lines = lane_change_names(division->plan, request->arena);
	struct division_area *areas;

	view->areas = records_new(&area_record, lines.count, request->arena);
	view->parties = records_new(&party_record, strlen(division->plan) + 1, request->arena);
	view->parties.count = 0;
	areas = view->areas.items;
	for (size_t i = 0; i < lines.count; i++) {
		size_t length = strcspn(lines.items[i], "\t");
		const char *name = arena_copy_part(request->arena, lines.items[i], length);
		const struct scheme_area *area = entry == NULL ? NULL : scheme_area(&entry->scheme, name);
		const char *parties = lines.items[i] + length + (lines.items[i][length] == '\t' ? 1 : 0);

		areas[i] = (struct division_area){ area == NULL ? name : area->label,
			                           show_parties(request, parties, &view->parties) };
	}
}

static const char *proof_words(const struct http_request *request, const struct division *division)
{
	char total[DECIMAL_TEXT_SIZE], gap[DECIMAL_TEXT_SIZE];
	const char *language = web_visitor(request)->language;
	struct decimal value = { 0 };

	(void)decimal_read(division->total, &value);
	if (division->is_optimal)
		return arena_print(
			request->arena,
			web_words(request, WORDS("Samen %s punten. Meer kan niet: dat is bewezen.")),
			decimal_words(value, language, total));
	return arena_print(
		request->arena,
		web_words(request,
	                  WORDS("Samen %s punten. De tijd was om voordat bewezen was dat meer niet kan: het "
	                        "kan hooguit %s procent meer zijn.")),
		decimal_words(value, language, total),
		decimal_words((struct decimal){ .billionths = division->gap_millis * (DECIMAL_ONE / 10) },
	                      language, gap));
}

/* The text with a name written as it is called, where it stands by itself. */
static const char *with_label(const char *text, const char *name, const char *label, struct arena *arena)
{
	static const char within[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t length = strlen(name);
	const char *at = strstr(text, name);

	while (at != NULL && ((at > text && strchr(within, at[-1]) != NULL) ||
	                      (at[length] != '\0' && strchr(within, at[length]) != NULL)))
		at = strstr(at + 1, name);
	if (at == NULL)
		return text;
	return arena_print(arena, "%.*s%s%s", (int)(at - text), text, label,
	                   with_label(at + length, name, label, arena));
}

/* What the solver says of the plan, with parties and areas as they are called. */
static struct texts sentences_of(const struct http_request *request, const struct division *division,
                                 const struct scheme_entry *entry)
{
	struct texts sentences = lane_change_names(division->why, request->arena);
	const struct scheme_party *party = entry == NULL ? NULL : entry->scheme.parties.items;
	const struct scheme_area *area = entry == NULL ? NULL : entry->scheme.areas.items;

	for (size_t i = 0; entry != NULL && i < sentences.count; i++) {
		for (size_t j = 0; j < entry->scheme.parties.count; j++)
			sentences.items[i] =
				with_label(sentences.items[i], party[j].name, party[j].label, request->arena);
		for (size_t j = 0; j < entry->scheme.areas.count; j++)
			sentences.items[i] =
				with_label(sentences.items[i], area[j].name, area[j].label, request->arena);
	}
	return sentences;
}

static void show_division(const struct http_request *request, const struct division *division,
                          struct division_view *view)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, division->scheme);

	view->state = web_words(request, choice_label(division_states, division->state));
	view->scheme = entry == NULL ? division->scheme : entry->scheme.label;
	view->asked = division->name;
	view->asked_at = division->asked_at;
	view->seconds = division->seconds;
	view->took_ms = division->took_ms;
	view->concentration = division->concentration;
	view->is_found = check_is(division->state, "found");
	view->is_infeasible = check_is(division->state, "none");
	view->is_waiting = check_is(division->state, "asked") || check_is(division->state, "making");
	view->why = sentences_of(request, division, entry);
	view->address = arena_print(request->arena, "/districts/%lld", (long long)division->number);
	view->cap =
		division->max_per_party == 0
			? arena_print(request->arena,
	                              web_words(request, WORDS("Per gebied %lld; geen grens per partij.")),
	                              (long long)division->per_area)
			: arena_print(
				  request->arena,
				  web_words(request, WORDS("Per gebied %lld; een partij krijgt hooguit %lld "
	                                                   "gebieden.")),
				  (long long)division->per_area, (long long)division->max_per_party);
	if (!view->is_found)
		return;
	view->proof = proof_words(request, division);
	show_plan(request, division, entry, view);
}

void division_page(struct http_request *request, struct http_response *response, void *context)
{
	struct division division;
	struct division_view view = { 0 };
	struct fault fault = { 0 };
	const char *title = web_words(request, WORDS("Verdeling van gebieden"));
	enum status status = division_find(&web_visitor(request)->journal,
	                                   web_number(&request->parts, "number"), &division, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = web_frame(request, title);
	view.frame.day_address = NULL;
	web_breadcrumb(&view.frame, "/tenders", web_words(request, WORDS("Aanbestedingen")), request->arena);
	web_breadcrumb(&view.frame, "/districts", web_words(request, WORDS("Gebieden verdelen")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, title, request->arena);
	show_division(request, &division, &view);
	web_note_read(request, response, 0, "district");
	web_page(request, response, "laboratory/division.html", &view);
}
