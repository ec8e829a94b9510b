/* SPDX-License-Identifier: EUPL-1.2 */
/* The page of all tariffs: what holds on the day, what it was, what is proposed and how it was indexed. */
#include "contract/tariff/tariff_pages.h"

#include <assert.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/journal/book.h"
#include "common/scheme/scheme_check.h"
#include "contract/tariff/indexation.h"
#include "contract/tariff/tariff_sight.h"
#include "platform/base/words.h"

struct line_view {
	const char *product, *level, *unit, *sort, *source;
	struct money cents, before, paid; /* of an indexation: before it, and paid by the provisional one */
	struct date from, last_day;
	bool is_placeholder;
};
static const struct field line_fields[] = {
	FIELD(struct line_view, product),
	FIELD(struct line_view, level),
	FIELD(struct line_view, unit, .choices = tariff_units),
	FIELD(struct line_view, sort, .choices = tariff_sorts),
	FIELD(struct line_view, source, .max_chars = 1000),
	FIELD(struct line_view, cents),
	FIELD(struct line_view, before),
	FIELD(struct line_view, paid),
	FIELD(struct line_view, from),
	FIELD(struct line_view, last_day),
	FIELD(struct line_view, is_placeholder),
};
static const struct record line_record = RECORD(struct line_view, "line", line_fields);

struct index_view {
	int64_t year;
	const char *sort, *percent, *figures, *source;
	struct date from;
	bool has_difference;
	struct records lines; /* struct line_view */
};
static const struct field index_fields[] = {
	FIELD(struct index_view, year),
	FIELD(struct index_view, sort, .choices = tariff_sorts),
	FIELD(struct index_view, percent),
	FIELD(struct index_view, figures, .max_chars = 1000),
	FIELD(struct index_view, source, .max_chars = 1000),
	FIELD(struct index_view, from),
	FIELD(struct index_view, has_difference),
	FIELD(struct index_view, lines, .of = &line_record),
};
static const struct record index_record = RECORD(struct index_view, "index", index_fields);

struct proposal_view {
	int64_t proposal;
	struct date from, set_on;
	const char *verdict, *compared_with, *source, *reason, *set_address, *sign_address;
	bool is_placeholder, needs_signatures, shows_lines;
	int64_t signatures;
	struct records lines, band; /* struct line_view, struct tariff_band */
};
static const struct field proposal_fields[] = {
	FIELD(struct proposal_view, proposal),
	FIELD(struct proposal_view, from),
	FIELD(struct proposal_view, set_on),
	FIELD(struct proposal_view, verdict, .max_chars = 1000),
	FIELD(struct proposal_view, compared_with),
	FIELD(struct proposal_view, source, .max_chars = 1000),
	FIELD(struct proposal_view, reason, .max_chars = 1000),
	FIELD(struct proposal_view, set_address),
	FIELD(struct proposal_view, sign_address),
	FIELD(struct proposal_view, is_placeholder),
	FIELD(struct proposal_view, needs_signatures),
	FIELD(struct proposal_view, shows_lines),
	FIELD(struct proposal_view, signatures, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct proposal_view, lines, .of = &line_record),
	FIELD(struct proposal_view, band, .of = &tariff_band_record),
};
static const struct record proposal_record = RECORD(struct proposal_view, "proposal", proposal_fields);

struct place_view {
	const char *name, *label, *scheme;
	bool is_earlier;
	struct records lines, history, proposals, settled, indexations;
};
static const struct field place_fields[] = {
	FIELD(struct place_view, name),
	FIELD(struct place_view, label),
	FIELD(struct place_view, scheme),
	FIELD(struct place_view, is_earlier),
	FIELD(struct place_view, lines, .of = &line_record),
	FIELD(struct place_view, history, .of = &line_record),
	FIELD(struct place_view, proposals, .of = &proposal_record),
	FIELD(struct place_view, settled, .of = &proposal_record),
	FIELD(struct place_view, indexations, .of = &index_record),
};
static const struct record place_record = RECORD(struct place_view, "place", place_fields);

struct tariffs_view {
	struct page_frame frame;
	bool may_propose;
	const char *csv;
	struct records places;
};
static const struct field tariffs_view_fields[] = {
	FIELD_INSIDE(struct tariffs_view, frame, &page_frame_record),
	FIELD(struct tariffs_view, may_propose),
	FIELD(struct tariffs_view, csv),
	FIELD(struct tariffs_view, places, .of = &place_record),
};
const struct record tariffs_view_record = RECORD(struct tariffs_view, "tariffs_view", tariffs_view_fields);

/* While a place is shown. */
struct showing {
	const struct http_request *request;
	const struct tariff_place *place;
	struct place_view *view;
};

static struct journal *journal_of(const struct showing *showing)
{
	return &web_visitor(showing->request)->journal;
}

/* --- what holds --- */

static struct line_view held_view(const struct showing *showing, const struct tariff_held *held)
{
	return (struct line_view){ .product = tariff_product_label(showing->place, held->product),
		                   .level = held->level,
		                   .unit = held->unit,
		                   .sort = held->sort,
		                   .source = held->source,
		                   .cents = held->cents,
		                   .from = held->valid_from,
		                   .last_day = date_last_day(held->valid_until),
		                   .is_placeholder = held->is_placeholder };
}

/* What holds on the day, and what held or will hold on others. */
static enum status show_held(const struct showing *showing, struct fault *fault)
{
	struct date on = web_on(showing->request);
	struct records all = { 0 };
	enum status status = tariffs_history(journal_of(showing), showing->place->name, &all, fault);
	const struct tariff_held *held = all.items;
	struct place_view *view = showing->view;

	view->lines = records_new(&line_record, all.count, showing->request->arena);
	view->history = records_new(&line_record, all.count, showing->request->arena);
	view->lines.count = view->history.count = 0;
	for (size_t i = 0; status == OK && i < all.count; i++) {
		bool holds = date_within(on, held[i].valid_from, held[i].valid_until);
		struct records *list = holds ? &view->lines : &view->history;

		((struct line_view *)list->items)[list->count++] = held_view(showing, &held[i]);
	}
	return status;
}

/* --- proposals --- */

static const char *verdict_words(const struct showing *showing, const struct tariff_proposal *proposal,
                                 int64_t signatures)
{
	if (!has_words(proposal->compared_with))
		return web_words(showing->request,
		                 WORDS("Er is geen tabel van ervoor, dus geen band om mee te vergelijken."));
	if (!has_words(proposal->breaks))
		return web_words(showing->request,
		                 WORDS("Het laagste en het hoogste tarief blijven zoals zij waren."));
	return arena_print(
		showing->request->arena,
		web_words(showing->request,
	                  WORDS("Buiten de band, of alles gaat met hetzelfde deel omlaag: %lld van "
	                        "de 3 handtekeningen zijn er.")),
		(long long)signatures);
}

static struct records proposed_lines(const struct showing *showing, const struct records *lines)
{
	const struct tariff_line *line = lines->items;
	struct records shown = records_new(&line_record, lines->count, showing->request->arena);

	for (size_t i = 0; i < lines->count; i++)
		((struct line_view *)shown.items)[i] =
			(struct line_view){ .product = tariff_product_label(showing->place, line[i].product),
			                    .level = line[i].level,
			                    .unit = line[i].unit,
			                    .cents = line[i].cents };
	return shown;
}

static const char *address_for(const struct showing *showing, const struct journal_kind *kind,
                               int64_t proposal)
{
	if (!web_may_bring(showing->request, kind))
		return NULL;
	return arena_print(showing->request->arena, "/facts/%s?proposal=%lld", kind->name,
	                   (long long)proposal);
}

/* A provider sees the band early, and not yet what each product would get. */
static enum status show_proposal(const struct showing *showing, const struct tariff_proposal *proposal,
                                 struct proposal_view *ret_view, struct fault *fault)
{
	struct journal *journal = journal_of(showing);
	struct tariff_place compared = tariff_place_of(journal, proposal->compared_with);
	struct records lines = { 0 }, signatures = { 0 };
	enum status status = tariff_proposed_of(journal, proposal->proposal, &lines, fault);
	bool is_whole = !tariff_is_provider(showing->request);

	*ret_view = (struct proposal_view){ .proposal = proposal->proposal,
		                            .from = proposal->valid_from,
		                            .set_on = proposal->set_on,
		                            .compared_with = compared.label,
		                            .is_placeholder = proposal->is_placeholder,
		                            .needs_signatures = has_words(proposal->breaks),
		                            .shows_lines = is_whole };
	if (status == OK)
		status = tariff_bands_of(journal, proposal->proposal, &ret_view->band, fault);
	if (status == OK)
		status = tariff_signatures_of(journal, proposal->proposal, web_on(showing->request),
		                              &signatures, fault);
	ret_view->signatures = (int64_t)signatures.count;
	ret_view->verdict = verdict_words(showing, proposal, ret_view->signatures);
	if (!is_whole)
		return status;
	ret_view->lines = proposed_lines(showing, &lines);
	ret_view->source = proposal->source;
	ret_view->reason = proposal->reason;
	if (date_is(proposal->set_on))
		return status;
	if (ret_view->needs_signatures && ret_view->signatures < TARIFF_SIGNATURES)
		ret_view->sign_address = "/tariffs/signatures";
	else
		ret_view->set_address = address_for(showing, &tariffs_set_kind, proposal->proposal);
	return status;
}

/* Those that wait, and those that were set; of these a provider sees what holds, not how it came. */
static enum status show_proposals(const struct showing *showing, const struct records *proposals,
                                  struct fault *fault)
{
	const struct tariff_proposal *proposal = proposals->items;
	struct records waiting = records_new(&proposal_record, proposals->count, showing->request->arena);
	struct records settled = records_new(&proposal_record, proposals->count, showing->request->arena);
	enum status status = OK;

	waiting.count = settled.count = 0;
	for (size_t i = 0; status == OK && i < proposals->count; i++) {
		bool is_set = date_is(proposal[i].set_on);
		struct records *list = is_set ? &settled : &waiting;

		if (check_is(proposal[i].agreement, showing->place->name) &&
		    !(is_set && tariff_is_provider(showing->request)))
			status = show_proposal(showing, &proposal[i],
			                       &((struct proposal_view *)list->items)[list->count++], fault);
	}
	showing->view->proposals = waiting;
	showing->view->settled = settled;
	return status;
}

/* --- indexations --- */

static enum status show_indexed_lines(const struct showing *showing, int64_t indexation,
                                      struct records *ret_lines, struct fault *fault)
{
	struct records lines = { 0 };
	enum status status = tariff_indexed_lines(journal_of(showing), indexation, &lines, fault);
	const struct indexed_line *line = lines.items;

	*ret_lines = records_new(&line_record, lines.count, showing->request->arena);
	assert(ret_lines->items != NULL || lines.count == 0);
	for (size_t i = 0; status == OK && i < lines.count; i++)
		((struct line_view *)ret_lines->items)[i] =
			(struct line_view){ .product = tariff_product_label(showing->place, line[i].product),
			                    .level = line[i].level,
			                    .unit = line[i].unit,
			                    .before = line[i].cents_before,
			                    .paid = line[i].cents_replaced,
			                    .cents = line[i].cents_after };
	return status;
}

static enum status show_indexations(const struct showing *showing, struct fault *fault)
{
	struct records all = { 0 };
	enum status status = tariff_indexations(journal_of(showing), showing->place->name, &all, fault);
	const struct tariff_indexation *one = all.items;
	struct records shown = records_new(&index_record, all.count, showing->request->arena);

	shown.count = 0;
	for (size_t i = 0; status == OK && i < all.count; i++) {
		struct index_view *view = &((struct index_view *)shown.items)[shown.count++];

		*view = (struct index_view){
			.year = one[i].year,
			.sort = one[i].sort,
			.percent =
				index_percent_words(one[i].percent, web_visitor(showing->request)->language,
			                            showing->request->arena),
			.figures = one[i].figures,
			.source = one[i].source,
			.from = one[i].valid_from,
			.has_difference = strcmp(one[i].sort, INDEX_DEFINITIVE) == 0,
		};
		status = show_indexed_lines(showing, one[i].indexation, &view->lines, fault);
	}
	showing->view->indexations = shown;
	return status;
}

/* --- the page --- */

static enum status show_place(const struct showing *showing, const struct records *proposals,
                              struct fault *fault)
{
	enum status status = show_held(showing, fault);

	showing->view->name = showing->place->name;
	showing->view->label = showing->place->label;
	showing->view->scheme = showing->place->entry->scheme.label;
	showing->view->is_earlier = showing->place->is_earlier;
	if (status == OK)
		status = show_proposals(showing, proposals, fault);
	return status == OK ? show_indexations(showing, fault) : status;
}

/* What was there before a scheme is shown where it has tariffs. */
static bool has_something(const struct place_view *view)
{
	return !view->is_earlier || view->lines.count + view->history.count + view->proposals.count > 0;
}

static size_t places_count(const struct journal *journal)
{
	size_t count = 0;

	while (tariff_place_nth(journal, count).entry != NULL)
		count++;
	return count;
}

static enum status show_places(const struct http_request *request, struct tariffs_view *view,
                               struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	size_t count = places_count(journal);
	struct records proposals = { 0 };
	enum status status = tariff_proposals(journal, web_on(request), &proposals, fault);

	view->places = records_new(&place_record, count, request->arena);
	view->places.count = 0;
	for (size_t i = 0; status == OK && i < count; i++) {
		bool is_shown = false;
		struct tariff_place place = tariff_place_seen(request, i, &is_shown);
		struct place_view *put = &((struct place_view *)view->places.items)[view->places.count];
		const struct showing showing = { request, &place, put };

		if (is_shown)
			status = show_place(&showing, &proposals, fault);
		view->places.count += is_shown && status == OK && has_something(put);
	}
	return status;
}

void tariffs_page(struct http_request *request, struct http_response *response, void *context)
{
	struct tariffs_view view = { 0 };
	struct fault fault = { 0 };
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(web_visitor(request)->web->book, done);
	char day[DATE_TEXT_SIZE];

	(void)context;
	if (!tariff_may_look(request, response))
		return;
	view.frame = web_frame(request, web_words(request, WORDS("Tarieven")));
	if (kind != NULL)
		view.frame.notice = web_words(request, kind->done);
	view.may_propose = web_may_bring(request, &tariffs_proposed_kind);
	view.csv = arena_print(request->arena, "/tariffs.csv?on=%s", date_print(web_on(request), day));
	if (web_ok(request, response, show_places(request, &view, &fault), &fault))
		web_page(request, response, "tariff/tariffs.html", &view);
}
