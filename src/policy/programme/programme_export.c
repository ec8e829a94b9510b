/* SPDX-License-Identifier: EUPL-1.2 */
/* The trail of a programme as rows for a spreadsheet: choices, talks, points, and what each group said. */
#include "platform/base/words.h"
#include "platform/record/sheet.h"
#include "policy/programme/choose.h"
#include "policy/programme/finish.h"
#include "policy/programme/need.h"
#include "policy/programme/programme_pages.h"
#include "policy/programme/programme_view.h"
#include "policy/programme/talk.h"

/* A row: what sort of thing, when, of whom, about what, what it is, and what came of it with why. */
enum cell { SORT, DAY, WHO, ABOUT, WHAT, OUTCOME, WHY, CELLS };
#define HEADER "soort,dag,wie,waarover,wat,uitkomst,toelichting\r\n"

/* Where rows go, and in which words. */
struct exporting {
	const struct http_request *request;
	const struct programme_shown *shown;
	struct text *out;
};

static void add(const struct exporting *exporting, const char *sort, struct date day, const char **cells)
{
	char text[DATE_TEXT_SIZE] = "";

	cells[SORT] = web_words(exporting->request, sort);
	cells[DAY] = date_is(day) ? date_print(day, text) : "";
	sheet_add_row(exporting->out, cells, CELLS);
}

static const char *label(const struct exporting *exporting, const struct choice *choices, const char *code)
{
	return has_words(code) ? web_words(exporting->request, choice_label(choices, code)) : "";
}

/* --- each sort of row --- */

static void add_alternatives(const struct exporting *exporting, const struct programme_choice *choice,
                             const struct records *alternatives)
{
	const struct choice_alternative *from = alternatives->items;

	for (size_t i = 0; i < alternatives->count; i++) {
		if (from[i].choice == choice->choice) {
			const char *cells[CELLS] = { [ABOUT] = choice->question,
				                     [WHAT] = from[i].what,
				                     [OUTCOME] = from[i].in_favour,
				                     [WHY] = from[i].against };

			add(exporting, WORDS("alternatief, met voor en tegen"), choice->decided_on, cells);
		}
	}
}

static enum status add_choices(const struct exporting *exporting, struct fault *fault)
{
	struct journal *journal = &web_visitor(exporting->request)->journal;
	struct records choices = { 0 }, alternatives = { 0 };
	const struct programme_choice *from;
	enum status status =
		programme_choices(journal, &exporting->shown->asked, &choices, &alternatives, fault);

	from = choices.items;
	for (size_t i = 0; status == OK && i < choices.count; i++) {
		const char *cells[CELLS] = { [WHO] = from[i].decided_with,
			                     [ABOUT] = from[i].question,
			                     [WHAT] = from[i].chosen,
			                     [OUTCOME] = label(exporting, choice_subjects, from[i].subject),
			                     [WHY] = from[i].reason };

		add(exporting, from[i].is_replaced ? WORDS("keuze, later vervangen") : WORDS("keuze"),
		    from[i].decided_on, cells);
		add_alternatives(exporting, &from[i], &alternatives);
	}
	return status;
}

static enum status add_needs(const struct exporting *exporting, struct fault *fault)
{
	struct journal *journal = &web_visitor(exporting->request)->journal;
	struct records needs = { 0 };
	const struct programme_need *from;
	enum status status = programme_needs(journal, &exporting->shown->asked, &needs, fault);

	from = needs.items;
	for (size_t i = 0; status == OK && i < needs.count; i++) {
		const char *cells[CELLS] = { [WHO] = label(exporting, need_sources, from[i].source),
			                     [ABOUT] = from[i].document,
			                     [WHAT] = from[i].words,
			                     [OUTCOME] = label(exporting, need_outcomes, from[i].outcome),
			                     [WHY] = from[i].landed };

		add(exporting, choice_label(need_sorts, from[i].sort), from[i].noted_on, cells);
	}
	return status;
}

static enum status add_sayings(const struct exporting *exporting, struct fault *fault)
{
	static const struct choice of[] = {
		{ "vision", WORDS("visie") },
		{ "content", WORDS("inhoud") },
		{ "finance", WORDS("geld") },
		{ NULL, NULL },
	};
	struct journal *journal = &web_visitor(exporting->request)->journal;
	struct records sayings = { 0 };
	const struct programme_said *from;
	enum status status = programme_sayings(journal, &exporting->shown->asked, &sayings, fault);

	from = sayings.items;
	for (size_t i = 0; status == OK && i < sayings.count; i++) {
		const char *cells[CELLS] = { [WHO] = arena_print(exporting->request->arena, "%s (%s)",
			                                         from[i].name, from[i].endorsed_by),
			                     [ABOUT] = arena_print(exporting->request->arena, "%s %lld",
			                                           label(exporting, of, from[i].sort),
			                                           (long long)from[i].version),
			                     [WHAT] = from[i].about,
			                     [OUTCOME] = label(exporting, endorse_outcomes, from[i].outcome),
			                     [WHY] = from[i].words };

		add(exporting, WORDS("uitspraak van een groep"), from[i].endorsed_on, cells);
	}
	return status;
}

static void add_points(const struct exporting *exporting, const struct programme_meeting *meeting,
                       const struct programme_talks *talks)
{
	const struct talk_guest *guest = talks->guests.items;
	const struct talk_point *point = talks->points.items;

	for (size_t i = 0; i < talks->guests.count; i++)
		if (guest[i].meeting == meeting->meeting) {
			const char *cells[CELLS] = { [WHO] = guest[i].party,
				                     [ABOUT] = meeting->subject,
				                     [OUTCOME] = label(exporting, talk_interests,
				                                       guest[i].interest) };

			add(exporting, WORDS("wie er was"), meeting->held_on, cells);
		}
	for (size_t i = 0; i < talks->points.count; i++)
		if (point[i].meeting == meeting->meeting) {
			const char *cells[CELLS] = { [ABOUT] = label(exporting, talk_sorts, point[i].about),
				                     [WHAT] = point[i].words };

			add(exporting, WORDS("wat er is gezegd"), meeting->held_on, cells);
		}
}

static enum status add_talks(const struct exporting *exporting, struct fault *fault)
{
	struct journal *journal = &web_visitor(exporting->request)->journal;
	struct programme_talks talks = { 0 };
	const struct programme_meeting *from;
	enum status status = programme_talks(journal, &exporting->shown->asked, &talks, fault);

	from = talks.meetings.items;
	for (size_t i = 0; status == OK && i < talks.meetings.count; i++) {
		const char *cells[CELLS] = {
			[WHO] = from[i].invited, [ABOUT] = from[i].subject, [WHY] = from[i].outcome
		};

		if (!from[i].is_held)
			continue;
		add(exporting, WORDS("gesprek"), from[i].held_on, cells);
		add_points(exporting, &from[i], &talks);
	}
	return status;
}

static enum status add_ending(const struct exporting *exporting, struct fault *fault)
{
	struct programme_ended ended = { 0 };
	enum status status = programme_ending(&web_visitor(exporting->request)->journal,
	                                      &exporting->shown->asked, &ended, fault);

	if (status == OK) {
		const char *cells[CELLS] = { [WHO] = ended.ended_by,
			                     [OUTCOME] = label(exporting, programme_outcomes, ended.outcome),
			                     [WHY] = ended.reason };

		add(exporting, WORDS("einde van het programma"), ended.ended_on, cells);
	}
	return status == NOT_FOUND ? OK : status;
}

void programme_csv(struct http_request *request, struct http_response *response, void *context)
{
	static enum status (*const each[])(const struct exporting *, struct fault *) = {
		add_choices, add_needs, add_talks, add_sayings, add_ending,
	};
	struct programme_shown shown;
	const struct exporting exporting = { request, &shown, &response->body };
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	if (!programme_look(request, response, &shown))
		return;
	response->type = "text/csv; charset=utf-8";
	response->file_name = arena_print(request->arena, "programma-%s.csv", shown.asked.programme);
	text_add(&response->body, HEADER);
	for (size_t i = 0; status == OK && i < COUNT(each); i++)
		status = each[i](&exporting, &fault);
	(void)web_ok(request, response, status, &fault);
}
