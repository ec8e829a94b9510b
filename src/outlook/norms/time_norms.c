/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/norms/time_norms.h"

#include <inttypes.h>
#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/person/person.h"
#include "common/scheme/scheme_book.h"
#include "norms_sql.h"
#include "platform/base/words.h"
#include "practice/plan/norm.h"
#include "practice/plan/struck.h"

#define DECISIONS_ON_A_PAGE 50

/* A norm set in the list. */
struct set_view {
	const char *name, *label, *source, *why, *ruling;
	struct date valid_from, last_day, struck_from;
	bool is_example;
	int64_t decisions;
};
static const struct field set_view_fields[] = {
	FIELD(struct set_view, name),       FIELD(struct set_view, label),
	FIELD(struct set_view, source),     FIELD(struct set_view, why),
	FIELD(struct set_view, ruling),     FIELD(struct set_view, valid_from),
	FIELD(struct set_view, last_day),   FIELD(struct set_view, struck_from),
	FIELD(struct set_view, is_example), FIELD(struct set_view, decisions, .flags = FIELD_ZERO_IS_SET),
};
static const struct record set_view_record = RECORD(struct set_view, "set_view", set_view_fields);

struct time_norms_view {
	struct page_frame frame;
	struct records sets;
	struct date on;
};
static const struct field time_norms_fields[] = {
	FIELD_INSIDE(struct time_norms_view, frame, &page_frame_record),
	FIELD(struct time_norms_view, sets, .of = &set_view_record),
	FIELD(struct time_norms_view, on),
};
const struct record time_norms_view_record =
	RECORD(struct time_norms_view, "time_norms_view", time_norms_fields);

/* A running decision on a norm set, as it is read and as it is shown. */
struct resting {
	int64_t person, decision, line, amount;
	const char *product, *unit, *frequency, *initials, *prefix, *surname, *worker;
	struct date valid_until, reported_on;
	const char *name, *granted;
	struct date last_day;
	bool may_report;
};
static const struct field resting_fields[] = {
	FIELD(struct resting, person),      FIELD(struct resting, decision),
	FIELD(struct resting, line),        FIELD(struct resting, amount),
	FIELD(struct resting, product),     FIELD(struct resting, unit),
	FIELD(struct resting, frequency),   FIELD(struct resting, initials),
	FIELD(struct resting, prefix),      FIELD(struct resting, surname),
	FIELD(struct resting, worker),      FIELD(struct resting, valid_until),
	FIELD(struct resting, reported_on), FIELD(struct resting, name),
	FIELD(struct resting, granted),     FIELD(struct resting, last_day),
	FIELD(struct resting, may_report),
};
static const struct record resting_record = RECORD(struct resting, "resting", resting_fields);

/* A line of a set: what can be filled in, and how much time it gives. */
struct key_view {
	const char *label, *values, *time;
};
static const struct field key_view_fields[] = {
	FIELD(struct key_view, label),
	FIELD(struct key_view, values, .max_chars = 1000),
	FIELD(struct key_view, time),
};
static const struct record key_view_record = RECORD(struct key_view, "key_view", key_view_fields);

struct time_norm_view {
	struct page_frame frame;
	struct set_view set;
	struct texts assumptions, excluded;
	struct records keys, decisions;
	int64_t to_minutes;
	const char *how, *next;
	bool may_strike, sees_clients;
	struct date on;
};
static const struct field time_norm_fields[] = {
	FIELD_INSIDE(struct time_norm_view, frame, &page_frame_record),
	FIELD_INSIDE(struct time_norm_view, set, &set_view_record),
	FIELD(struct time_norm_view, assumptions),
	FIELD(struct time_norm_view, excluded),
	FIELD(struct time_norm_view, keys, .of = &key_view_record),
	FIELD(struct time_norm_view, decisions, .of = &resting_record),
	FIELD(struct time_norm_view, to_minutes),
	FIELD(struct time_norm_view, how),
	FIELD(struct time_norm_view, next),
	FIELD(struct time_norm_view, may_strike),
	FIELD(struct time_norm_view, sees_clients),
	FIELD(struct time_norm_view, on),
};
const struct record time_norm_view_record = RECORD(struct time_norm_view, "time_norm_view", time_norm_fields);

/* The running decisions on a set, exactly. */
static enum status count_resting(const struct http_request *request, const char *set, int64_t *ret_count,
                                 struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_text(set),
		                        value_date(web_on(request)) };
	enum status status =
		db_one(journal->db, &sql_norms_count_resting, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

static enum status show_set(const struct http_request *request, const struct norm_set *set,
                            struct set_view *view, struct fault *fault)
{
	struct norm_struck struck;
	enum status status = norm_struck_of(&web_visitor(request)->journal, set->name, &struck, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	*view = (struct set_view){ .name = set->name,
		                   .label = set->label,
		                   .source = set->source,
		                   .why = struck.why,
		                   .ruling = struck.ruling,
		                   .valid_from = set->valid_from,
		                   .last_day = set->last_day,
		                   .struck_from = struck.from,
		                   .is_example = set->is_example };
	return count_resting(request, set->name, &view->decisions, fault);
}

void time_norms_page(struct http_request *request, struct http_response *response, void *context)
{
	struct time_norms_view view = { .frame = web_frame(request, web_words(request, WORDS("Tijdnormen"))),
		                        .on = web_on(request) };
	const struct records sets = norm_sets(request->arena);
	const struct norm_set *items = sets.items;
	const char *done = pairs_get(&request->query, "done");
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	view.sets = records_new(&set_view_record, sets.count, request->arena);
	for (size_t i = 0; status == OK && i < sets.count; i++)
		status = show_set(request, &items[i], &((struct set_view *)view.sets.items)[i], &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (done != NULL && strcmp(done, norm_set_struck_down_kind.name) == 0)
		view.frame.notice = web_words(request, norm_set_struck_down_kind.done);
	web_page(request, response, "norms/time_norms.html", &view);
}

/* --- one set --- */

static const char *time_words(const struct http_request *request, const struct norm_key *key)
{
	const char *language = web_visitor(request)->language;

	if (key->hours_per_year != 0)
		return arena_print(request->arena, web_words(request, WORDS("%" PRId64 " uur per jaar")),
		                   key->hours_per_year);
	if (key->minutes == 0)
		return "";
	return arena_print(request->arena, web_words(request, WORDS("%" PRId64 " minuten, %s")), key->minutes,
	                   norm_how_often(key->times, key->every_weeks, language, request->arena));
}

/* The choices with what each gives; or the largest number. */
static const char *values_words(const struct http_request *request, const struct norm_key *key)
{
	const struct norm_choice *choices = key->choices.items;
	const char *words = "";

	if (key->choices.count == 0)
		return arena_print(request->arena, web_words(request, WORDS("0 tot en met %" PRId64)),
		                   key->max);
	for (size_t i = 0; i < key->choices.count; i++) {
		const struct norm_key as_key = { .minutes = choices[i].minutes,
			                         .times = choices[i].times == 0 ? key->times
			                                                        : choices[i].times,
			                         .every_weeks = choices[i].every_weeks == 0
			                                                ? key->every_weeks
			                                                : choices[i].every_weeks,
			                         .hours_per_year = choices[i].hours_per_year };
		const char *time = time_words(request, &as_key);

		words = arena_print(request->arena, "%s%s%s%s%s%s", words, i == 0 ? "" : "; ",
		                    choices[i].label, time[0] == '\0' ? "" : " (", time,
		                    time[0] == '\0' ? "" : ")");
	}
	return words;
}

static struct records show_keys(const struct http_request *request, const struct norm_set *set)
{
	struct records views = records_new(&key_view_record, set->keys.count, request->arena);
	const struct norm_key *keys = set->keys.items;

	for (size_t i = 0; i < set->keys.count; i++)
		((struct key_view *)views.items)[i] =
			(struct key_view){ keys[i].label, values_words(request, &keys[i]),
			                   time_words(request, &keys[i]) };
	return views;
}

static void show_resting(const struct http_request *request, struct resting *line)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct identity identity = { .initials = line->initials,
		                           .prefix = line->prefix,
		                           .surname = line->surname };

	line->name = identity_name(&identity, request->arena);
	line->granted = scheme_amount_words(line->amount, line->unit, line->frequency, journal->language,
	                                    request->arena);
	line->product = scheme_book_product_label(journal->schemes, journal->register_id, line->product);
	line->last_day = date_last_day(line->valid_until);
	line->may_report = web_may(request, MAY_REPORT) && !date_is(line->reported_on);
}

static enum status read_resting(const struct http_request *request, struct time_norm_view *view,
                                struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(view->set.name),
		                        value_date(web_on(request)),
		                        value_number(web_number(&request->query, "after")),
		                        value_number(web_number(&request->query, "decision")),
		                        value_number(web_number(&request->query, "line")),
		                        value_date(date_is(view->set.struck_from) ? view->set.struck_from
		                                                                  : DATE_LAST) };
	enum status status =
		db_list(journal->db, &sql_norms_resting, values, COUNT(values),
	                &(struct db_list){ &resting_record, request->arena, &view->decisions }, fault);
	struct resting *lines = view->decisions.items;

	for (size_t i = 0; status == OK && i < view->decisions.count; i++)
		show_resting(request, &lines[i]);
	if (status == OK && view->decisions.count == DECISIONS_ON_A_PAGE) {
		const struct resting *last = &lines[view->decisions.count - 1];

		view->next = arena_print(request->arena, "/time-norms/%s?after=%lld&decision=%lld&line=%lld",
		                         view->set.name, (long long)last->person, (long long)last->decision,
		                         (long long)last->line);
	}
	return status;
}

void time_norm_page(struct http_request *request, struct http_response *response, void *context)
{
	const char *name = or_empty(pairs_get(&request->parts, "set"));
	const struct records sets = norm_sets(request->arena);
	const struct norm_set *set = norm_set_named(&sets, name);
	struct time_norm_view view = { .next = "", .on = web_on(request) };
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	if (set == NULL) {
		web_problem(request, response, 404);
		return;
	}
	view.sees_clients = web_may(request, MAY_SEE_CLIENTS);
	status = show_set(request, set, &view.set, &fault);
	if (status == OK && view.sees_clients)
		status = read_resting(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.may_strike = web_may(request, MAY_ADOPT_SCHEME) && !date_is(view.set.struck_from);
	view.assumptions = set->assumptions;
	view.excluded = set->excluded;
	view.to_minutes = set->rounding.to_minutes;
	view.how = web_words(request, choice_label(norm_rounding_ways, set->rounding.how));
	view.keys = show_keys(request, set);
	view.frame = web_frame(request, set->label);
	web_breadcrumb(&view.frame, "/time-norms", web_words(request, WORDS("Tijdnormen")), request->arena);
	if (view.sees_clients)
		web_note_read(request, response, 0, "time-norm");
	web_page(request, response, "norms/time_norm.html", &view);
}
