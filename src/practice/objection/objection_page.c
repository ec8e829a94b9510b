/* SPDX-License-Identifier: EUPL-1.2 */
/* One objection with its whole file: the decision, what was said, the terms, the letters, what to do. */
#include <string.h>

#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/document/letter.h"
#include "platform/base/words.h"
#include "practice/decision/decision_kept.h"
#include "practice/decision/later.h"
#include "practice/objection/hearing.h"
#include "practice/objection/objection_keep.h"
#include "practice/objection/objection_pages.h"
#include "practice/term/penalty.h"
#include "practice/term/term_keep.h"

#define ACTIONS_MAX 10

struct objection_action {
	const char *address, *label;
};
static const struct field action_fields[] = {
	FIELD(struct objection_action, address),
	FIELD(struct objection_action, label),
};
static const struct record action_record = RECORD(struct objection_action, "objection_action", action_fields);

/* A term of the objection, the decision before it or the appeal behind it. */
struct objection_sum {
	const char *label, *due;
	struct records steps; /* objection_action, of which only the label */
};
static const struct field sum_fields[] = {
	FIELD(struct objection_sum, label),
	FIELD(struct objection_sum, due),
	FIELD(struct objection_sum, steps, .of = &action_record),
};
static const struct record sum_record = RECORD(struct objection_sum, "objection_sum", sum_fields);

struct objection_view {
	struct page_frame frame;
	int64_t person;
	const char *name, *state, *todo, *outcome, *result, *heard_how, *penalty;
	bool is_heard, is_held, is_ended, is_withdrawn, was_in_time;
	struct date decided_on;
	const char *decision_outcome, *decision_reasons, *decision_by;
	const char *by_whom, *reasons, *hearing_at, *hearing_where, *heard_words, *outcome_words, *decided_by;
	struct date received_on, posted_on, until_on, hearing_on, heard_on, ended_on, appeal_until;
	struct records actions, sums, letters;
};
static const struct field objection_view_fields[] = {
	FIELD_INSIDE(struct objection_view, frame, &page_frame_record),
	FIELD(struct objection_view, person),
	FIELD(struct objection_view, name),
	FIELD(struct objection_view, state),
	FIELD(struct objection_view, todo, .max_chars = 1000),
	FIELD(struct objection_view, outcome),
	FIELD(struct objection_view, result),
	FIELD(struct objection_view, heard_how),
	FIELD(struct objection_view, penalty),
	FIELD(struct objection_view, is_heard),
	FIELD(struct objection_view, is_held),
	FIELD(struct objection_view, is_ended),
	FIELD(struct objection_view, is_withdrawn),
	FIELD(struct objection_view, was_in_time),
	FIELD(struct objection_view, decided_on),
	FIELD(struct objection_view, decision_outcome),
	FIELD(struct objection_view, decision_reasons, .max_chars = 8000),
	FIELD(struct objection_view, decision_by),
	FIELD(struct objection_view, by_whom),
	FIELD(struct objection_view, reasons, .max_chars = 4000),
	FIELD(struct objection_view, hearing_at),
	FIELD(struct objection_view, hearing_where),
	FIELD(struct objection_view, heard_words, .max_chars = 8000),
	FIELD(struct objection_view, outcome_words, .max_chars = 8000),
	FIELD(struct objection_view, decided_by),
	FIELD(struct objection_view, received_on),
	FIELD(struct objection_view, posted_on),
	FIELD(struct objection_view, until_on),
	FIELD(struct objection_view, hearing_on),
	FIELD(struct objection_view, heard_on),
	FIELD(struct objection_view, ended_on),
	FIELD(struct objection_view, appeal_until),
	FIELD(struct objection_view, actions, .of = &action_record),
	FIELD(struct objection_view, sums, .of = &sum_record),
	FIELD(struct objection_view, letters, .of = &letter_line_record),
};
const struct record objection_view_record =
	RECORD(struct objection_view, "objection_view", objection_view_fields);

/* What the page of one objection is made with. */
struct showing {
	const struct http_request *request;
	struct journal *journal;
	struct objection_kept *kept;
	struct objection_view *view;
	struct fault *fault;
	bool is_still; /* its term stands still on the day */
};

static const char *words(const struct showing *showing, const char *dutch) __attribute__((format_arg(2)));
static const char *words(const struct showing *showing, const char *dutch)
{
	return web_words(showing->request, dutch);
}

/* --- what to do --- */

static void offer(const struct showing *showing, const struct journal_kind *kind, const char *query)
{
	struct objection_view *view = showing->view;

	if (!web_may(showing->request, kind->permission) || view->actions.count == ACTIONS_MAX)
		return;
	((struct objection_action *)view->actions.items)[view->actions.count++] = (struct objection_action){
		.address = arena_print(showing->request->arena, "/facts/%s?%s", kind->name, query),
		.label = words(showing, kind->title),
	};
}

static void offer_term_acts(const struct showing *showing)
{
	const struct objection_kept *kept = showing->kept;
	const char *query =
		arena_print(showing->request->arena, "person=%lld&about=%lld&term=%s",
	                    (long long)kept->person, (long long)kept->objection, objection_term(kept));
	bool is_late = date_before(kept->due_on, web_on(showing->request));

	if (showing->is_still)
		offer(showing, &term_resumed_kind, query);
	else if (!is_late)
		offer(showing, &term_suspended_kind, query);
	else
		offer(showing, &default_notice_received_kind, query);
}

static void offer_acts(const struct showing *showing)
{
	const struct objection_kept *kept = showing->kept;
	const char *query =
		arena_print(showing->request->arena, "objection=%lld", (long long)kept->objection);

	showing->view->actions = records_new(&action_record, ACTIONS_MAX, showing->request->arena);
	showing->view->actions.count = 0;
	if (!web_is_today(showing->request) || showing->view->is_ended)
		return;
	if (!showing->view->is_heard) {
		offer(showing, &hearing_planned_kind, query);
		if (date_is(kept->hearing_on))
			offer(showing, &hearing_held_kind, query);
		offer(showing, &hearing_waived_kind, query);
	} else {
		offer(showing, &objection_decided_kind, query);
	}
	if (!date_is(kept->adjourned_on) && !date_before(kept->due_on, web_on(showing->request)))
		offer(showing, &objection_adjourned_kind, query);
	offer_term_acts(showing);
	offer(showing, &objection_withdrawn_kind, query);
}

static const char *todo_words(const struct showing *showing)
{
	const struct objection_kept *kept = showing->kept;
	const struct objection_view *view = showing->view;

	if (view->is_ended)
		return strcmp(or_empty(kept->result), "changed") == 0 ||
		                       strcmp(or_empty(kept->result), "revoked") == 0
		               ? words(showing,
		                       WORDS("Laat het besluit veranderen of intrekken, zoals hier is "
		                             "beslist."))
		               : "";
	if (showing->is_still)
		return words(showing,
		             WORDS("De termijn staat stil. Leg vast vanaf welke dag zij weer loopt."));
	if (!has_words(kept->reasons))
		return words(showing,
		             WORDS("Er staat niet in waarom. Vraag dat, geef een dag tot wanneer, en laat de "
		                   "termijn zolang stilstaan."));
	if (!kept->in_time)
		return words(showing,
		             WORDS("Het bezwaar kwam te laat. Vraag waarom, en beoordeel of dat de inwoner "
		                   "is aan te rekenen."));
	if (!view->is_heard)
		return words(showing, WORDS("Hoor de inwoner, of leg vast waarom dat niet hoeft."));
	return words(showing,
	             WORDS("Beslis op het bezwaar. Dat doet iemand anders dan wie het besluit nam."));
}

/* --- the parts --- */

/* One after the first: what changed, ended or was withdrawn. */
static enum status show_later(const struct showing *showing)
{
	struct objection_view *view = showing->view;
	struct records all = { 0 };
	const struct later_kept *later;
	enum status status = later_of(showing->journal, showing->kept->person, web_on(showing->request), &all,
	                              showing->fault);

	later = all.items;
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (later[i].later == showing->kept->decision) {
			view->decided_on = later[i].decided_on;
			view->decision_reasons = later[i].reasons;
			view->decision_by = later[i].decided_by;
		}
	return status;
}

/* The decision objected to, also one that a new decision has replaced since. */
static enum status find_decision(const struct showing *showing, struct decision_kept *ret_decision)
{
	struct records all = { 0 };
	const struct decision_kept *items;
	enum status status = decisions_of(showing->journal, showing->kept->person, web_on(showing->request),
	                                  &all, showing->fault);

	items = all.items;
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (items[i].decision == showing->kept->decision)
			*ret_decision = items[i];
	return status;
}

static enum status show_decision(const struct showing *showing)
{
	struct objection_view *view = showing->view;
	struct decision_kept decision = { 0 };
	struct penalty_kept penalty = { 0 };
	enum status status = find_decision(showing, &decision);

	view->decision_outcome = view->decision_reasons = view->decision_by = view->penalty = "";
	if (status == OK && decision.decision != 0) {
		view->decided_on = decision.decided_on;
		view->decision_outcome = choice_label(record_field(&decision_kept_record, "outcome")->choices,
		                                      decision.outcome);
		view->decision_outcome = words(showing, view->decision_outcome);
		view->decision_reasons = decision.reasons;
		view->decision_by = decision.decided_by;
	}
	if (status == OK || status == NOT_FOUND)
		status = penalty_of(showing->journal, showing->kept->person, showing->kept->report, &penalty,
		                    showing->fault);
	if (status == OK && penalty.penalty == showing->kept->decision) {
		view->decided_on = penalty.set_on;
		view->penalty = resident_amount_figures((struct resident_amount){ penalty.cents },
		                                        showing->request->arena);
	}
	if (status == OK || status == NOT_FOUND)
		status = show_later(showing);
	return status;
}

/* The hearing and the outcome, as far as they were there on the day. */
static void show_course(const struct showing *showing)
{
	const struct objection_kept *kept = showing->kept;
	struct objection_view *view = showing->view;
	struct date on = web_on(showing->request);

	view->is_ended = date_is(kept->ended_on) && !date_before(on, kept->ended_on);
	view->is_heard = date_is(kept->heard_on) && !date_before(on, kept->heard_on);
	view->is_held = view->is_heard && strcmp(kept->heard_how, "held") == 0;
	view->is_withdrawn = view->is_ended && strcmp(kept->outcome, "withdrawn") == 0;
	view->heard_how = view->outcome = view->result = "";
	if (view->is_heard && !view->is_held)
		view->heard_how = words(showing, choice_label(waive_grounds, kept->heard_how));
	if (view->is_ended && !view->is_withdrawn) {
		view->outcome = words(showing, choice_label(objection_outcomes, kept->outcome));
		view->result = words(showing, choice_label(objection_results, kept->result));
	}
	view->state = words(showing,
	                    choice_label(objection_states, objection_state(kept, web_on(showing->request))));
	view->by_whom = kept->by_whom;
	view->reasons = kept->reasons;
	view->received_on = kept->received_on;
	view->posted_on = kept->posted_on;
	view->until_on = kept->until_on;
	view->was_in_time = kept->in_time;
	view->hearing_on = kept->hearing_on;
	view->hearing_at = kept->hearing_at;
	view->hearing_where = kept->hearing_where;
	view->heard_on = kept->heard_on;
	view->heard_words = kept->heard_words;
	view->ended_on = kept->ended_on;
	view->outcome_words = kept->outcome_words;
	view->decided_by = kept->decided_by;
	view->appeal_until = kept->appeal_until;
}

static enum status show_sum(const struct showing *showing, const struct term_line *line,
                            struct objection_sum *sum)
{
	struct records steps = { 0 };
	const char *language = web_visitor(showing->request)->language;
	struct arena *arena = showing->request->arena;
	enum status status =
		term_is_untold(line) ? OK : term_sum_read(line->sum, arena, &steps, showing->fault);

	*sum = (struct objection_sum){
		.label = words(showing, choice_label(term_names, line->term)),
		.due = date_is(line->due_on) ? calendar_date_words(line->due_on, language, true, arena)
		                             : words(showing, WORDS("nog niet bekend")),
		.steps = records_new(&action_record, steps.count, arena),
	};
	for (size_t i = 0; status == OK && i < steps.count; i++)
		((struct objection_action *)sum->steps.items)[i] = (struct objection_action){
			.address = "",
			.label = term_step_words(&((const struct term_step *)steps.items)[i], language, arena)
		};
	return status;
}

static enum status show_sums(struct showing *showing)
{
	const struct objection_kept *kept = showing->kept;
	struct records terms = { 0 };
	struct records *sums = &showing->view->sums;
	const struct term_line *line;
	enum status status = terms_of(showing->journal, kept->person, web_other_day(showing->request), &terms,
	                              showing->fault);

	*sums = records_new(&sum_record, terms.count, showing->request->arena);
	sums->count = 0;
	line = terms.items;
	for (size_t i = 0; status == OK && i < terms.count; i++) {
		bool is_its_own = line[i].about == kept->objection;
		bool is_around =
			(line[i].about == kept->decision && strcmp(line[i].term, "objection") == 0) ||
			(kept->answer != 0 && line[i].about == kept->answer);

		if (!is_its_own && !is_around)
			continue;
		if (is_its_own && strcmp(line[i].term, objection_term(kept)) == 0)
			showing->is_still = term_is_still(&line[i], web_on(showing->request));
		status = show_sum(showing, &line[i], &((struct objection_sum *)sums->items)[sums->count++]);
	}
	return status;
}

/* The letters of this file up to the day; those about the investigation and other things stay out. */
static enum status show_letters(const struct showing *showing)
{
	static const char *const sorts[] = { "decision",           "objection_confirmation",
		                             "hearing_invitation", "objection_decision",
		                             "extension",          "penalty" };
	struct records all = { 0 };
	struct records *kept = &showing->view->letters;
	const struct letter_line *line;
	enum status status = letters_of(showing->journal, showing->kept->person, web_on(showing->request),
	                                &all, showing->fault);

	*kept = records_new(&letter_line_record, all.count, showing->request->arena);
	kept->count = 0;
	line = all.items;
	for (size_t i = 0; status == OK && i < all.count; i++)
		for (size_t n = 0; n < COUNT(sorts); n++)
			if (strcmp(line[i].sort, sorts[n]) == 0)
				((struct letter_line *)kept->items)[kept->count++] = line[i];
	return status;
}

static enum status show_objection(struct showing *showing)
{
	enum status status = OK;

	show_course(showing);
	status = show_decision(showing);
	if (status == OK)
		status = show_sums(showing);
	if (status == OK)
		status = show_letters(showing);
	if (status == OK) {
		offer_acts(showing);
		showing->view->todo = todo_words(showing);
	}
	return status;
}

/* The way there: the list, and whose it is. */
static void make_frame(const struct http_request *request, struct objection_view *view)
{
	view->frame = web_frame(request, arena_print(request->arena, "%s: %s",
	                                             web_words(request, WORDS("Bezwaar")), view->name));
	web_breadcrumb(&view->frame, "/objections", web_words(request, WORDS("Bezwaren")), request->arena);
	web_breadcrumb(&view->frame, NULL, view->name, request->arena);
}

void objection_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct objection_view view = { .person = 0 };
	struct objection_kept kept;
	struct fault fault = { 0 };
	struct showing showing = { .request = request,
		                   .journal = &web_visitor(request)->journal,
		                   .kept = &kept,
		                   .view = &view,
		                   .fault = &fault };
	const struct web_item about = { &objection_view_record, &view };
	struct web_client client = { 0 };
	bool sees = false;
	enum status status =
		objection_load(showing.journal, web_number(&request->parts, "objection"), &kept, &fault);

	view.person = kept.person;
	if (status == OK)
		status = web_look(request, kept.person, &sees, &fault);
	if (status == OK && !sees) {
		web_closed_file(request, response, kept.person);
		return;
	}
	if (status == OK && date_before(web_on(request), kept.received_on)) {
		web_not_yet(request, response);
		return;
	}
	if (status == OK)
		status = web->whose(showing.journal, &about, &client, &fault);
	if (status == OK)
		status = show_objection(&showing);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = client.name;
	make_frame(request, &view);
	web_note_read(request, response, view.person, "objection");
	web_page(request, response, "objection/objection.html", &view);
}
