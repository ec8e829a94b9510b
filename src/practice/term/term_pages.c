/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/term/term_pages.h"

#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/document/dispatch.h"
#include "common/journal/book.h"
#include "platform/base/words.h"
#include "practice/term/penalty.h"
#include "practice/term/term_keep.h"

#define ACTIONS_MAX 4
#define SOON_DAYS 7

/* What a term asks of whoever has the case, while there is time and when there is none left. */
struct term_words {
	const char *term;
	const char *in_time, *late;
};
static const struct term_words words_of_terms[] = {
	{ "personal-plan",
	  WORDS("De inwoner kan nog een eigen plan inleveren. Een onafhankelijke cliëntondersteuner helpt "
	        "daar gratis "
	        "bij."),
	  WORDS("De zeven dagen zijn voorbij. Een plan dat later komt, neemt u mee in het gesprek.") },
	{ "investigation", WORDS("Rond het onderzoek af en geef de inwoner het verslag."),
	  WORDS("Het onderzoek is te laat. De inwoner mag nu al een aanvraag doen: vertel dat, en rond het "
	        "onderzoek "
	        "af.") },
	{ "decision", WORDS("Neem het besluit."),
	  WORDS("Het besluit is te laat. Neem het vandaag, of vertel de aanvrager wanneer het komt.") },
	{ "default-notice",
	  WORDS("Besluit voor deze dag om is. Daarna krijgt de inwoner geld voor elke dag."),
	  WORDS("De twee weken zijn voorbij: de dwangsom loopt.") },
	{ "penalty", WORDS("Besluit meteen: de dwangsom loopt elke dag door, ook in het weekend."),
	  WORDS("De 42 dagen zijn voorbij. Besluit, en stel de dwangsom vast.") },
	{ "objection", WORDS("De inwoner kan bezwaar maken. Leg een bezwaar meteen vast."),
	  WORDS("De tijd om bezwaar te maken is voorbij. Een bezwaar dat toch komt, legt u vast.") },
	{ "objection-decision", WORDS("De jurist beslist op het bezwaar."),
	  WORDS("De beslissing op bezwaar is te laat. Beslis vandaag.") },
	{ "objection-decision-committee",
	  WORDS("De jurist beslist op het bezwaar, na het advies van de commissie."),
	  WORDS("De beslissing op bezwaar is te laat. Beslis vandaag.") },
	{ "appeal", WORDS("De inwoner kan in beroep bij de rechtbank."),
	  WORDS("De tijd om in beroep te gaan is voorbij.") },
};

/* Something that can be recorded about a term. */
struct term_action {
	const char *address, *label;
};
static const struct field action_fields[] = {
	FIELD(struct term_action, address),
	FIELD(struct term_action, label),
};
static const struct record action_record = RECORD(struct term_action, "term_action", action_fields);

struct sum_line {
	const char *words;
};
static const struct field sum_line_fields[] = {
	FIELD(struct sum_line, words, .max_chars = 1000),
};
static const struct record sum_line_record = RECORD(struct sum_line, "sum_line", sum_line_fields);

struct term_view {
	const char *label, *explanation, *due, *left, *todo, *ground;
	const char *against, *against_address; /* of a term to object or appeal: the letter that opened it */
	struct date against_on;
	struct date starts_on, closed_on, still_from, still_until, expected_by;
	bool is_late, is_soon, is_still, is_over;
	struct records sum, actions;
};
static const struct field term_view_fields[] = {
	FIELD(struct term_view, label),
	FIELD(struct term_view, explanation, .max_chars = 1000),
	FIELD(struct term_view, due),
	FIELD(struct term_view, left),
	FIELD(struct term_view, todo, .max_chars = 1000),
	FIELD(struct term_view, ground),
	FIELD(struct term_view, against),
	FIELD(struct term_view, against_address),
	FIELD(struct term_view, against_on),
	FIELD(struct term_view, starts_on),
	FIELD(struct term_view, closed_on),
	FIELD(struct term_view, still_from),
	FIELD(struct term_view, still_until),
	FIELD(struct term_view, expected_by),
	FIELD(struct term_view, is_late),
	FIELD(struct term_view, is_soon),
	FIELD(struct term_view, is_still),
	FIELD(struct term_view, is_over),
	FIELD(struct term_view, sum, .of = &sum_line_record),
	FIELD(struct term_view, actions, .of = &action_record),
};
static const struct record term_view_record = RECORD(struct term_view, "term_view", term_view_fields);

struct terms_view {
	struct page_frame frame;
	int64_t person;
	const char *name;
	struct records terms;
};
static const struct field terms_view_fields[] = {
	FIELD_INSIDE(struct terms_view, frame, &page_frame_record),
	FIELD(struct terms_view, person),
	FIELD(struct terms_view, name),
	FIELD(struct terms_view, terms, .of = &term_view_record),
};
const struct record terms_view_record = RECORD(struct terms_view, "terms_view", terms_view_fields);

static void add_action(const struct http_request *request, struct term_view *view,
                       const struct journal_kind *kind, const struct term_line *line)
{
	struct term_action *actions = view->actions.items;

	if (!web_may_bring(request, kind) || view->actions.count == ACTIONS_MAX)
		return;
	assert(actions != NULL);
	actions[view->actions.count++] = (struct term_action){
		.address = arena_print(request->arena, "/facts/%s?person=%lld&about=%lld&term=%s", kind->name,
		                       (long long)line->person, (long long)line->about, line->term),
		.label = web_words(request, kind->title),
	};
}

/* An objection stands in a slice to the right: found by its name. */
static void add_objection(const struct http_request *request, struct term_view *view,
                          const struct term_line *line)
{
	const struct journal_kind *kind =
		journal_kind_named(web_visitor(request)->web->book, "objection_received");
	struct term_action *actions = view->actions.items;

	if (kind == NULL || !web_may_bring(request, kind))
		return;
	assert(actions != NULL);
	actions[view->actions.count++] = (struct term_action){
		.address = arena_print(request->arena, "/facts/%s?person=%lld&decision=%lld", kind->name,
		                       (long long)line->person, (long long)line->about),
		.label = web_words(request, kind->title),
	};
}

/* What a person may record about the term today; a penalty is looked at first. */
static void add_actions(const struct http_request *request, struct term_view *view,
                        const struct term_line *line)
{
	bool may_stand_still = term_ground_fits(line->term, "consent");

	view->actions = records_new(&action_record, ACTIONS_MAX, request->arena);
	view->actions.count = 0;
	if (!web_is_today(request))
		return;
	if (strcmp(line->term, "penalty") == 0 && web_may_bring(request, &penalty_set_kind) && view->is_over)
		((struct term_action *)view->actions.items)[view->actions.count++] = (struct term_action){
			.address = arena_print(request->arena, "/clients/%lld/late/%lld",
			                       (long long)line->person, (long long)line->about),
			.label = web_words(request, WORDS("Dwangsom bekijken")),
		};
	if (strcmp(line->term, "objection") == 0)
		add_objection(request, view, line);
	if (date_is(line->closed_on))
		return;
	if (view->is_still && term_is_untold(line))
		return;
	if (view->is_still)
		add_action(request, view, &term_resumed_kind, line);
	else if (may_stand_still && !view->is_late)
		add_action(request, view, &term_suspended_kind, line);
	if (strcmp(line->term, "decision") == 0)
		add_action(request, view, &term_extended_kind, line);
	if (term_is_owed(line->term) && view->is_late)
		add_action(request, view, &default_notice_received_kind, line);
}

static const char *left_words(const struct http_request *request, int64_t days)
{
	if (days == 0)
		return web_words(request, WORDS("nog vandaag"));
	if (days == 1)
		return web_words(request, WORDS("nog 1 dag"));
	return arena_print(request->arena, web_words(request, WORDS("nog %lld dagen")), (long long)days);
}

static const char *late_words(const struct http_request *request, int64_t days)
{
	return days == 1 ? web_words(request, WORDS("1 dag te laat"))
	                 : arena_print(request->arena, web_words(request, WORDS("%lld dagen te laat")),
	                               (long long)days);
}

/* How the term stands on the day: closed, still, over, late, or so many days left. */
static void say_state(const struct http_request *request, struct term_view *view,
                      const struct term_line *line)
{
	struct date on = web_on(request);
	int64_t days = (int64_t)line->due_on.day - on.day;
	bool is_duty = term_is_owed(line->term) || strcmp(line->term, "investigation") == 0 ||
	               strcmp(line->term, "default-notice") == 0;

	view->is_still = !date_is(line->closed_on) && term_is_still(line, on);
	if (date_is(line->closed_on))
		view->left = web_words(request, WORDS("klaar"));
	else if (view->is_still)
		view->left = web_words(request, term_is_untold(line) ? WORDS("wacht op de brief")
		                                                     : WORDS("staat stil"));
	else if (date_before(on, line->starts_on))
		view->left = web_words(request, WORDS("begint nog"));
	else if (days >= 0)
		view->left = left_words(request, days);
	else
		view->left = is_duty ? late_words(request, -days) : web_words(request, WORDS("voorbij"));
	view->is_late = !date_is(line->closed_on) && !view->is_still && is_duty && days < 0;
	view->is_soon = !date_is(line->closed_on) && !view->is_still && days >= 0 && days <= SOON_DAYS;
	view->is_over = date_is(line->closed_on) || (date_is(line->due_on) && date_before(line->due_on, on));
}

static void say_todo(const struct http_request *request, struct term_view *view, const struct term_line *line)
{
	view->todo = "";
	if (date_is(line->closed_on))
		return;
	if (view->is_still && term_is_untold(line)) {
		view->todo = web_words(
			request, WORDS("Verstuur de brief, en leg vast op welke dag. De dag daarna begint "
		                       "deze termijn te lopen."));
		return;
	}
	if (view->is_still) {
		view->todo = web_words(
			request, WORDS("De termijn staat stil. Leg vast vanaf welke dag zij weer loopt."));
		return;
	}
	for (size_t i = 0; i < COUNT(words_of_terms); i++)
		if (strcmp(words_of_terms[i].term, line->term) == 0)
			view->todo = web_words(request, view->is_late || view->is_over
			                                        ? words_of_terms[i].late
			                                        : words_of_terms[i].in_time);
}

static enum status say_sum(const struct http_request *request, struct term_view *view,
                           const struct term_line *line, struct fault *fault)
{
	struct records steps = { 0 };
	const struct term_step *step;
	struct sum_line *lines;
	enum status status =
		term_is_untold(line) ? OK : term_sum_read(line->sum, request->arena, &steps, fault);

	step = steps.items;
	view->sum = records_new(&sum_line_record, steps.count, request->arena);
	lines = view->sum.items;
	for (size_t i = 0; status == OK && step != NULL && i < steps.count; i++) {
		assert(lines != NULL);
		lines[i].words = term_step_words(&step[i], web_visitor(request)->language, request->arena);
	}
	return status;
}

static enum status show_term(const struct http_request *request, const struct term_line *line,
                             struct term_view *view, struct fault *fault)
{
	const struct term_kind *kind = term_kind(line->term);

	*view = (struct term_view){
		.label = web_words(request, choice_label(term_names, line->term)),
		.explanation = kind == NULL ? "" : web_words(request, kind->explanation),
		.due = date_is(line->due_on)
		               ? calendar_date_words(line->due_on, web_visitor(request)->language, true,
		                                     request->arena)
		               : web_words(request, WORDS("nog niet bekend")),
		.starts_on = line->starts_on,
		.closed_on = line->closed_on,
		.expected_by = line->expected_by,
		.ground = "",
	};
	say_state(request, view, line);
	if (date_is(line->still_from) && !term_is_untold(line)) {
		view->ground = web_words(request, choice_label(term_grounds, line->ground));
		view->still_from = line->still_from;
		view->still_until = line->still_until;
	}
	say_todo(request, view, line);
	add_actions(request, view, line);
	return say_sum(request, view, line, fault);
}

/* What somebody objects to or appeals against is what a letter told. */
static void say_against(const struct http_request *request, const struct records *letters,
                        const struct term_line *line, struct term_view *view)
{
	const struct letter_line *letter = letters->items;
	bool is_against = strcmp(line->term, "objection") == 0 || strcmp(line->term, "appeal") == 0;

	view->against = view->against_address = "";
	for (size_t i = 0; is_against && i < letters->count; i++)
		if (letter[i].about == line->about && dispatch_opens(letter[i].sort) != NULL) {
			view->against = letter[i].subject;
			view->against_on = letter[i].dated;
			view->against_address =
				arena_print(request->arena, "/letters/%lld", (long long)letter[i].letter);
		}
}

void terms_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct journal *journal = &web_visitor(request)->journal;
	struct terms_view view = { .person = web_number(&request->parts, "person") };
	const struct web_item about = { &terms_view_record, &view };
	struct web_client client = { 0 };
	struct records lines = { 0 }, letters = { 0 };
	struct fault fault = { 0 };
	enum status status = web->whose(journal, &about, &client, &fault);

	if (status == OK)
		status = terms_of(journal, view.person, web_other_day(request), &lines, &fault);
	if (status == OK)
		status = letters_of(journal, view.person, web_on(request), &letters, &fault);
	view.terms = records_new(&term_view_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		const struct term_line *line = &((const struct term_line *)lines.items)[i];
		struct term_view *shown = &((struct term_view *)view.terms.items)[i];

		status = show_term(request, line, shown, &fault);
		say_against(request, &letters, line, shown);
	}
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = client.name;
	view.frame =
		web_client_frame(request, view.person, client.name, web_words(request, WORDS("Termijnen")));
	web_note_read(request, response, view.person, "terms");
	web_page(request, response, "term/terms.html", &view);
}
