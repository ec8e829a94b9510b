/* SPDX-License-Identifier: EUPL-1.2 */
/* The work at an agreement: how it and its parties end, who was weighed below them, and what is passed on. */
#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/scheme/holding.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement_pages.h"
#include "contract/agreement/agreement_view.h"
#include "contract/agreement/below.h"
#include "contract/agreement/ending.h"
#include "contract/tariff/tariff_store.h"
#include "platform/base/words.h"

struct step_view {
	const char *words, *who, *outcome, *address;
	struct date due, done_on;
	bool is_late;
};
static const struct field step_fields[] = {
	FIELD(struct step_view, words),
	FIELD(struct step_view, who),
	FIELD(struct step_view, outcome, .max_chars = 1000),
	FIELD(struct step_view, address, .max_chars = 1000),
	FIELD(struct step_view, due),
	FIELD(struct step_view, done_on),
	FIELD(struct step_view, is_late),
};
static const struct record step_record = RECORD(struct step_view, "step", step_fields);

struct ending_view {
	const char *label, *why, *reason;
	struct date last_day;
	int64_t done, of;
	struct records steps;
};
static const struct field ending_fields[] = {
	FIELD(struct ending_view, label),
	FIELD(struct ending_view, why),
	FIELD(struct ending_view, reason, .max_chars = 1000),
	FIELD(struct ending_view, last_day),
	FIELD(struct ending_view, done, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct ending_view, of, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct ending_view, steps, .of = &step_record),
};
static const struct record ending_record = RECORD(struct ending_view, "ending", ending_fields);

struct candidate_view {
	const char *label, *under, *size, *brings, *outcome, *reason;
	struct date weighed_on;
};
static const struct field candidate_fields[] = {
	FIELD(struct candidate_view, label),
	FIELD(struct candidate_view, under),
	FIELD(struct candidate_view, size, .choices = candidate_sizes),
	FIELD(struct candidate_view, brings, .max_chars = 1000),
	FIELD(struct candidate_view, outcome, .choices = candidate_outcomes),
	FIELD(struct candidate_view, reason, .max_chars = 1000),
	FIELD(struct candidate_view, weighed_on),
};
static const struct record candidate_record = RECORD(struct candidate_view, "candidate", candidate_fields);

struct price_view {
	const char *product, *level, *unit, *under, *party, *kept_for, *source;
	struct money tariff, real_price, kept, floor_price, paid, lacks;
	struct date checked_on;
};
static const struct field price_fields[] = {
	FIELD(struct price_view, product),
	FIELD(struct price_view, level),
	FIELD(struct price_view, unit, .choices = tariff_units),
	FIELD(struct price_view, under),
	FIELD(struct price_view, party),
	FIELD(struct price_view, kept_for, .max_chars = 1000),
	FIELD(struct price_view, source, .max_chars = 1000),
	FIELD(struct price_view, tariff),
	FIELD(struct price_view, real_price),
	FIELD(struct price_view, kept),
	FIELD(struct price_view, floor_price),
	FIELD(struct price_view, paid),
	FIELD(struct price_view, lacks),
	FIELD(struct price_view, checked_on),
};
static const struct record price_record = RECORD(struct price_view, "price", price_fields);

struct agreement_work_view {
	struct page_frame frame;
	const char *label, *offer, *weighed, *small;
	bool is_earlier;
	struct records clauses, endings, candidates, prices, forms;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct agreement_work_view, frame, &page_frame_record),
	FIELD(struct agreement_work_view, label),
	FIELD(struct agreement_work_view, offer, .max_chars = 1000),
	FIELD(struct agreement_work_view, weighed, .max_chars = 1000),
	FIELD(struct agreement_work_view, small, .max_chars = 1000),
	FIELD(struct agreement_work_view, is_earlier),
	FIELD(struct agreement_work_view, clauses, .of = &agreement_clause_record),
	FIELD(struct agreement_work_view, endings, .of = &ending_record),
	FIELD(struct agreement_work_view, candidates, .of = &candidate_record),
	FIELD(struct agreement_work_view, prices, .of = &price_record),
	FIELD(struct agreement_work_view, forms, .of = &agreement_link_record),
};
const struct record agreement_work_view_record =
	RECORD(struct agreement_work_view, "agreement_work_view", view_fields);

/* While the page is made. */
struct working {
	const struct http_request *request;
	const struct tariff_place *place;
	struct agreement_work_view *view;
};

static struct journal *journal_of(const struct working *working)
{
	return &web_visitor(working->request)->journal;
}

static const char *party_label(const struct working *working, const char *party)
{
	return standing_label(&working->place->entry->scheme, party);
}

/* --- endings --- */

/* What ends: the agreement itself with party "", or one of its parties. */
struct what_ends {
	const char *party;
	struct date ends_on;
	const struct records *done;
};

static const struct ending_done *done_of(const struct what_ends *ends, const char *step)
{
	const struct ending_done *done = ends->done->items;

	for (size_t i = 0; i < ends->done->count; i++)
		if (check_is(done[i].party, ends->party) && check_is(done[i].step, step))
			return &done[i];
	return NULL;
}

static struct step_view step_view_of(const struct working *working, const struct what_ends *ends,
                                     const struct ending_step *step)
{
	struct date on = web_on(working->request);
	const struct ending_done *done = done_of(ends, step->code);
	struct step_view view = { .words = web_words(working->request, step->words),
		                  .who = web_words(working->request, step->who),
		                  .due = date_add_days(ends->ends_on, step->days) };

	if (done != NULL && !date_before(on, done->done_on)) {
		view.done_on = done->done_on;
		view.outcome = done->words;
		return view;
	}
	view.is_late = date_before(view.due, on);
	if (web_may_bring(working->request, &ending_step_done_kind))
		view.address = arena_print(working->request->arena,
		                           "/facts/ending_step_done?agreement=%s&party=%s&step=%s",
		                           working->place->name, ends->party, step->code);
	return view;
}

static void show_steps(const struct working *working, const struct what_ends *ends, struct ending_view *view)
{
	bool of_party = has_words(ends->party);

	view->steps = records_new(&step_record, ending_steps_count, working->request->arena);
	view->steps.count = 0;
	assert(view->steps.items != NULL);
	view->last_day = date_last_day(ends->ends_on);
	for (size_t i = 0; i < ending_steps_count; i++)
		if (ending_steps[i].of_party == of_party) {
			struct step_view *step =
				&((struct step_view *)view->steps.items)[view->steps.count++];

			*step = step_view_of(working, ends, &ending_steps[i]);
			view->done += date_is(step->done_on);
		}
	view->of = (int64_t)view->steps.count;
}

static enum status show_endings(const struct working *working, struct fault *fault)
{
	struct records parties = { 0 }, done = { 0 };
	struct date on = web_on(working->request);
	enum status status = endings_of(journal_of(working), working->place->name, on, &parties, fault);
	const struct ending_party *party = parties.items;
	struct records views = records_new(&ending_record, parties.count + 1, working->request->arena);
	struct ending_view *put = views.items;

	views.count = 0;
	if (status == OK)
		status = endings_done(journal_of(working), working->place->name, &done, fault);
	if (date_is(working->place->until) && !working->place->is_earlier) {
		put->label = web_words(working->request, WORDS("Einde van de looptijd"));
		show_steps(working, &(struct what_ends){ "", working->place->until, &done },
		           &put[views.count++]);
	}
	for (size_t i = 0; status == OK && i < parties.count; i++) {
		put[views.count] = (struct ending_view){
			.label = party_label(working, party[i].party),
			.why = web_words(working->request, choice_label(ending_whys, party[i].why)),
			.reason = party[i].reason,
		};
		show_steps(working, &(struct what_ends){ party[i].party, party[i].ends_on, &done },
		           &put[views.count++]);
	}
	working->view->endings = views;
	return status;
}

/* --- below the parties --- */

/* How many organisations work in the scheme on a day: contract parties, members and subcontractors, each
 * once. */
static size_t organisations_on(const struct working *working, struct date on)
{
	const struct scheme *scheme = &working->place->entry->scheme;
	const struct scheme_party *party = scheme->parties.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->parties.count; i++)
		count += scheme_works(scheme, party[i].name, on) &&
		         scheme_combination_on(scheme, party[i].name, on) == NULL;
	return count;
}

static size_t expertise_on(const struct working *working, struct date on)
{
	const struct scheme *scheme = &working->place->entry->scheme;
	const struct scheme_expertise *expertise = scheme->expertise.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->expertise.count; i++)
		for (size_t n = 0; n < expertise[i].parties.count; n++)
			if (scheme_works(scheme, expertise[i].parties.items[n], on)) {
				count++;
				break;
			}
	return count;
}

/* Whether the offer stays diverse, beside the day on which the agreement began. */
static void show_offer(const struct working *working)
{
	struct date on = web_on(working->request), from = working->place->from;

	working->view->offer = arena_print(
		working->request->arena,
		web_words(working->request, WORDS("Organisaties die hier werken: %zu; soorten deskundigheid: "
	                                          "%zu. Aan het begin: %zu en %zu.")),
		organisations_on(working, on), expertise_on(working, on), organisations_on(working, from),
		expertise_on(working, from));
}

static void count_candidates(const struct working *working, const struct records *candidates)
{
	const struct candidate_view *candidate = candidates->items;
	size_t contracted = 0, talking = 0, small = 0, small_lost = 0;

	for (size_t i = 0; i < candidates->count; i++) {
		bool is_small = check_is(candidate[i].size, CANDIDATE_SMALL);
		bool is_contracted = check_is(candidate[i].outcome, CANDIDATE_CONTRACTED);
		bool is_talking = check_is(candidate[i].outcome, CANDIDATE_TALKING);

		contracted += is_contracted;
		talking += is_talking;
		small += is_small;
		small_lost += is_small && !is_contracted && !is_talking;
	}
	working->view->weighed =
		arena_print(working->request->arena,
	                    web_words(working->request, WORDS("Kandidaten: %zu. Onderaannemer geworden: %zu, "
	                                                      "nog in gesprek: %zu, niet: %zu.")),
	                    candidates->count, contracted, talking, candidates->count - contracted - talking);
	working->view->small = arena_print(
		working->request->arena,
		web_words(working->request, WORDS("Kleine kandidaten: %zu, daarvan afgevallen: %zu.")), small,
		small_lost);
}

static enum status show_candidates(const struct working *working, struct fault *fault)
{
	struct date on = web_on(working->request);
	struct records all = { 0 };
	enum status status = candidates_on(journal_of(working), on, &all, fault);
	const struct candidate_line *line = all.items;
	struct records views = records_new(&candidate_record, all.count, working->request->arena);

	views.count = 0;
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (scheme_party(&working->place->entry->scheme, line[i].under) != NULL)
			((struct candidate_view *)views.items)[views.count++] =
				(struct candidate_view){ .label = line[i].label,
				                         .under = party_label(working, line[i].under),
				                         .size = line[i].size,
				                         .brings = line[i].brings,
				                         .outcome = line[i].outcome,
				                         .reason = line[i].reason,
				                         .weighed_on = line[i].weighed_on };
	working->view->candidates = views;
	count_candidates(working, &views);
	return status;
}

static enum status show_prices(const struct working *working, struct fault *fault)
{
	struct records all = { 0 };
	enum status status = chain_prices(journal_of(working), working->place->name, web_on(working->request),
	                                  &all, fault);
	const struct chain_price *price = all.items;
	struct records views = records_new(&price_record, all.count, working->request->arena);

	for (size_t i = 0; status == OK && i < all.count; i++)
		((struct price_view *)views.items)[i] = (struct price_view){
			.product = tariff_product_label(working->place, price[i].product),
			.level = price[i].level,
			.unit = price[i].unit,
			.under = party_label(working, price[i].under),
			.party = party_label(working, price[i].party),
			.kept_for = price[i].kept_for,
			.source = price[i].source,
			.tariff = price[i].tariff,
			.real_price = price[i].real_price,
			.kept = price[i].kept,
			.floor_price = price[i].floor_price,
			.paid = price[i].paid,
			.lacks = { price[i].floor_price.cents > price[i].paid.cents
			                   ? price[i].floor_price.cents - price[i].paid.cents
			                   : 0 },
			.checked_on = price[i].checked_on,
		};
	working->view->prices = views;
	return status;
}

/* --- the page --- */

static void show_forms(const struct working *working)
{
	const struct journal_kind *const kinds[] = { &clause_recorded_kind, &ending_begun_kind,
		                                     &subcontractor_weighed_kind, &chain_price_checked_kind };
	struct records *forms = &working->view->forms;

	*forms = records_new(&agreement_link_record, COUNT(kinds), working->request->arena);
	forms->count = 0;
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (web_may_bring(working->request, kinds[i]))
			((struct agreement_link *)forms->items)[forms->count++] = (struct agreement_link){
				.label = web_words(working->request, kinds[i]->title),
				.address = record_field(kinds[i]->record, "agreement") == NULL
				                   ? arena_print(working->request->arena, "/facts/%s",
				                                 kinds[i]->name)
				                   : arena_print(working->request->arena,
				                                 "/facts/%s?agreement=%s", kinds[i]->name,
				                                 working->place->name),
			};
}

static enum status fill(const struct working *working, struct fault *fault)
{
	enum status status = clauses_of(journal_of(working), working->place->name, web_on(working->request),
	                                &working->view->clauses, fault);

	if (status == OK)
		status = show_endings(working, fault);
	if (status == OK && !working->place->is_earlier)
		status = show_candidates(working, fault);
	return status == OK && !working->place->is_earlier ? show_prices(working, fault) : status;
}

void agreement_work_page(struct http_request *request, struct http_response *response, void *context)
{
	struct agreement_work_view view = { 0 };
	const char *name = pairs_get(&request->parts, "agreement");
	const struct tariff_place place = tariff_place_of(&web_visitor(request)->journal, name);
	const struct working working = { request, &place, &view };
	struct fault fault = { 0 };
	const char *title = web_words(request, WORDS("Afspraken en afronding"));

	(void)context;
	if (place.entry == NULL) {
		web_problem(request, response, 404);
		return;
	}
	view.label = place.label;
	view.is_earlier = place.is_earlier;
	view.frame = web_frame(request, arena_print(request->arena, "%s: %s", title, place.label));
	web_breadcrumb(&view.frame, "/agreements", web_words(request, WORDS("Overeenkomsten")),
	               request->arena);
	if (!place.is_earlier)
		web_breadcrumb(&view.frame, arena_print(request->arena, "/agreements/%s", name), place.label,
		               request->arena);
	web_breadcrumb(&view.frame, NULL, title, request->arena);
	if (!web_ok(request, response, fill(&working, &fault), &fault))
		return;
	if (!place.is_earlier)
		show_offer(&working);
	show_forms(&working);
	web_page(request, response, "agreement/work.html", &view);
}
