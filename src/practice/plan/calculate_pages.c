/* SPDX-License-Identifier: EUPL-1.2 */
/* The calculator in a client's file: choose a norm, fill in its lines, and take the sum along. */
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "platform/page/form.h"
#include "practice/desk/desk_store.h"
#include "practice/investigation/investigation.h"
#include "practice/plan/plan_pages.h"
#include "practice/plan/struck.h"

#define KEY_PREFIX "k."
#define ADDRESS_BYTES ((size_t)16 * 1024)

/* A line to fill in. */
struct key_input {
	const char *key, *label, *units, *value, *error;
	int64_t max;
	struct records options;
};
static const struct field key_input_fields[] = {
	FIELD(struct key_input, key),
	FIELD(struct key_input, label),
	FIELD(struct key_input, units),
	FIELD(struct key_input, value),
	FIELD(struct key_input, error),
	FIELD(struct key_input, max),
	FIELD(struct key_input, options, .of = &form_option_record),
};
static const struct record key_input_record = RECORD(struct key_input, "key_input", key_input_fields);

struct finding_view {
	const char *words;
};
static const struct field finding_view_fields[] = { FIELD(struct finding_view, words) };
static const struct record finding_view_record =
	RECORD(struct finding_view, "finding_view", finding_view_fields);

struct calculate_view {
	struct page_frame frame;
	int64_t person;
	const char *name, *set, *set_label, *source, *product, *plan_address, *conclude_address;
	bool is_example, has_set, has_answer;
	struct records sets, products, keys, lines, findings;
	struct texts assumptions;
	int64_t minutes;
};
static const struct field calculate_view_fields[] = {
	FIELD_INSIDE(struct calculate_view, frame, &page_frame_record),
	FIELD(struct calculate_view, person),
	FIELD(struct calculate_view, name),
	FIELD(struct calculate_view, set),
	FIELD(struct calculate_view, set_label),
	FIELD(struct calculate_view, source),
	FIELD(struct calculate_view, product),
	FIELD(struct calculate_view, plan_address, .max_chars = 20000),
	FIELD(struct calculate_view, conclude_address),
	FIELD(struct calculate_view, is_example),
	FIELD(struct calculate_view, has_set),
	FIELD(struct calculate_view, has_answer),
	FIELD(struct calculate_view, sets, .of = &form_option_record),
	FIELD(struct calculate_view, products, .of = &form_option_record),
	FIELD(struct calculate_view, keys, .of = &key_input_record),
	FIELD(struct calculate_view, lines, .of = &norm_sum_line_record),
	FIELD(struct calculate_view, findings, .of = &finding_view_record),
	FIELD(struct calculate_view, assumptions),
	FIELD(struct calculate_view, minutes, .flags = FIELD_ZERO_IS_SET),
};
const struct record calculate_view_record =
	RECORD(struct calculate_view, "calculate_view", calculate_view_fields);

/* A calculation that is asked for. */
struct calculating {
	const struct http_request *request;
	struct journal *journal;
	struct calculate_view *view;
	const struct norm_set *set;
	struct fault *fault;
};

/* --- what can be chosen --- */

static void add_option(struct records *options, const char *code, const char *label, const char *chosen)
{
	assert(options->items != NULL);
	((struct form_option *)options->items)[options->count++] = (struct form_option){
		.code = code, .label = label, .is_selected = strcmp(code, chosen) == 0
	};
}

/* The norm sets that may be used today. */
static enum status show_sets(const struct calculating *calculating, const struct records *sets)
{
	const struct norm_set *items = sets->items;
	struct date today = clock_today(calculating->journal->clock);
	enum status status = OK;

	calculating->view->sets = records_new(&form_option_record, sets->count, calculating->request->arena);
	calculating->view->sets.count = 0;
	for (size_t i = 0; status == OK && i < sets->count; i++) {
		enum norm_standing standing = NORM_UNKNOWN;

		status = norm_standing_on(calculating->journal, items[i].name, today, &standing,
		                          calculating->fault);
		if (status == OK && standing == NORM_HOLDS)
			add_option(&calculating->view->sets, items[i].name, items[i].label,
			           calculating->view->set);
	}
	return status;
}

static bool is_for(const struct norm_set *set, const struct scheme_product *product)
{
	for (size_t i = 0; i < set->categories.count; i++)
		if (strcmp(set->categories.items[i], product->category) == 0)
			return plan_minutes(1, product->unit, product->frequency) > 0;
	return false;
}

static bool has_option(const struct records *options, const char *code)
{
	const struct form_option *items = options->items;

	for (size_t i = 0; i < options->count; i++)
		if (strcmp(items[i].code, code) == 0)
			return true;
	return false;
}

/* The products that the norm is for and that are counted in minutes or hours a week. */
static void show_products(const struct calculating *calculating)
{
	struct journal *journal = calculating->journal;
	struct calculate_view *view = calculating->view;
	const struct scheme_entry *entry;
	size_t count = 0;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		count += entry->scheme.products.count;
	view->products = records_new(&form_option_record, count, calculating->request->arena);
	view->products.count = 0;
	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_product *products = entry->scheme.products.items;

		for (size_t j = 0; j < entry->scheme.products.count; j++)
			if (is_for(calculating->set, &products[j]) &&
			    !has_option(&view->products, products[j].name))
				add_option(&view->products, products[j].name, products[j].label,
				           view->product);
	}
	if (view->products.count > 0 && !has_option(&view->products, view->product))
		view->product = ((const struct form_option *)view->products.items)->code;
}

static const char *value_of(const struct calculating *calculating, const char *key)
{
	return or_empty(pairs_get(&calculating->request->query,
	                          arena_print(calculating->request->arena, KEY_PREFIX "%s", key)));
}

static void show_keys(const struct calculating *calculating)
{
	struct arena *arena = calculating->request->arena;
	const struct norm_key *keys = calculating->set->keys.items;

	calculating->view->keys = records_new(&key_input_record, calculating->set->keys.count, arena);
	for (size_t i = 0; i < calculating->set->keys.count; i++) {
		struct key_input *input = &((struct key_input *)calculating->view->keys.items)[i];
		const struct norm_choice *choices = keys[i].choices.items;

		*input = (struct key_input){ .key = keys[i].key,
			                     .label = keys[i].label,
			                     .units = keys[i].units,
			                     .value = value_of(calculating, keys[i].key),
			                     .max = keys[i].max };
		input->options = records_new(&form_option_record, keys[i].choices.count + 1, arena);
		input->options.count = 0;
		if (keys[i].max == 1)
			add_option(&input->options, "1", web_words(calculating->request, WORDS("ja")),
			           input->value);
		for (size_t j = 0; j < keys[i].choices.count; j++)
			add_option(&input->options, choices[j].code, choices[j].label, input->value);
	}
}

/* --- the sum --- */

/* What was filled in: lines left empty, or at 0, do not count. */
static struct records given_of(const struct calculating *calculating)
{
	const struct key_input *inputs = calculating->view->keys.items;
	size_t count = calculating->view->keys.count;
	struct norm_given *given = ARENA_MANY(calculating->request->arena, count + 1, struct norm_given);
	struct records list = { given, 0 };

	for (size_t i = 0; i < count; i++)
		if (inputs[i].value[0] != '\0' && strcmp(inputs[i].value, "0") != 0)
			given[list.count++] = (struct norm_given){ inputs[i].key, inputs[i].value };
	return list;
}

static void show_findings(const struct calculating *calculating, const struct findings *findings)
{
	struct calculate_view *view = calculating->view;
	struct key_input *inputs = view->keys.items;

	view->findings = records_new(&finding_view_record, findings->count, calculating->request->arena);
	for (size_t i = 0; i < findings->count; i++) {
		((struct finding_view *)view->findings.items)[i].words = findings->items[i].words;
		for (size_t j = 0; j < view->keys.count; j++)
			if (strcmp(inputs[j].key, findings->items[i].field) == 0)
				inputs[j].error = findings->items[i].words;
	}
}

/* In the product's own unit: hours are rounded up. */
static int64_t amount_of(const struct calculating *calculating, int64_t minutes)
{
	const struct scheme_product *product = scheme_book_product(
		calculating->journal->schemes, calculating->journal->register_id, calculating->view->product);

	return product != NULL && strcmp(product->unit, "hour") == 0 ? (minutes + 59) / 60 : minutes;
}

/* The sum goes along to the form of the plan, as lines of it. */
static enum status offer_plan(const struct calculating *calculating, const struct records *given,
                              int64_t report)
{
	CLEANUP(text_done) struct text address = text_new(ADDRESS_BYTES);
	struct calculate_view *view = calculating->view;
	const struct norm_given *items = given->items;
	size_t next[2];
	enum status status = plan_form_address(calculating->request,
	                                       &(struct plan_start){ .person = view->person,
	                                                             .report = report,
	                                                             .without_product = view->product },
	                                       &address, next, calculating->fault);

	text_print(&address, "&lines.%zu.product=%s&lines.%zu.amount=%lld&lines.%zu.norm_set=%s", next[0],
	           view->product, next[0], (long long)amount_of(calculating, view->minutes), next[0],
	           view->set);
	for (size_t i = 0; i < given->count; i++)
		text_print(&address, "&sums.%zu.product=%s&sums.%zu.key=%s&sums.%zu.value=%s", next[1] + i,
		           view->product, next[1] + i, items[i].key, next[1] + i,
		           pairs_encode(items[i].value, calculating->request->arena));
	view->plan_address = arena_copy(calculating->request->arena, text_words(&address));
	return status;
}

static enum status offer(const struct calculating *calculating, const struct records *given)
{
	struct calculate_view *view = calculating->view;
	struct investigation_outcome outcome;
	struct records reports;
	int64_t report;
	enum status status =
		desk_reports_of(calculating->journal, view->person, &reports, calculating->fault);

	if (status != OK || reports.count == 0 || view->product[0] == '\0' ||
	    !web_may(calculating->request, MAY_INVESTIGATE) || !web_is_today(calculating->request))
		return status;
	report = ((const struct report_line *)reports.items)->report;
	status = investigation_of(calculating->journal, report, &outcome, calculating->fault);
	if (status == NOT_FOUND)
		view->conclude_address = arena_print(
			calculating->request->arena,
			"/facts/investigation_concluded?report=%lld&lines.0.product=%s&lines.0.amount=%lld",
			(long long)report, view->product, (long long)amount_of(calculating, view->minutes));
	if (status == FAILED)
		return status;
	return offer_plan(calculating, given, report);
}

static enum status calculate(const struct calculating *calculating)
{
	struct calculate_view *view = calculating->view;
	struct findings findings =
		findings_new(calculating->request->arena, web_visitor(calculating->request)->language);
	struct records given;
	struct norm_answer answer;

	show_products(calculating);
	show_keys(calculating);
	given = given_of(calculating);
	if (given.count == 0)
		return OK;
	if (norm_calculate(calculating->set, &given, clock_today(calculating->journal->clock), &answer,
	                   &findings) != OK) {
		show_findings(calculating, &findings);
		return OK;
	}
	view->has_answer = true;
	view->minutes = answer.minutes_per_week;
	view->lines = answer.lines;
	return offer(calculating, &given);
}

static enum status make_view(struct calculating *calculating)
{
	const struct records sets = norm_sets(calculating->request->arena);
	struct calculate_view *view = calculating->view;
	enum status status = show_sets(calculating, &sets);

	calculating->set = norm_set_named(&sets, view->set);
	if (status != OK || calculating->set == NULL || !has_option(&view->sets, view->set))
		return status;
	view->has_set = true;
	view->set_label = calculating->set->label;
	view->source = calculating->set->source;
	view->is_example = calculating->set->is_example;
	view->assumptions = calculating->set->assumptions;
	return calculate(calculating);
}

void calculate_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct calculate_view view = { .person = web_number(&request->parts, "person"),
		                       .set = or_empty(pairs_get(&request->query, "set")),
		                       .product = or_empty(pairs_get(&request->query, "product")),
		                       .plan_address = "",
		                       .conclude_address = "" };
	struct fault fault = { 0 };
	struct calculating calculating = {
		.request = request, .journal = &visitor->journal, .view = &view, .fault = &fault
	};
	struct identity identity;
	enum status status = vault_identity(&visitor->journal, view.person, &identity, &fault);

	(void)context;
	if (status == OK)
		status = make_view(&calculating);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&identity, request->arena);
	view.frame = web_client_frame(request, view.person, view.name,
	                              web_words(request, WORDS("Hoeveel tijd is er nodig?")));
	web_note_read(request, response, view.person, "calculate");
	web_page(request, response, "plan/calculate.html", &view);
}
