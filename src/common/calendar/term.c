/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms: their kinds, their counting under the Algemene termijnenwet, and the calculation in words. */
#include "common/calendar/calendar.h"

#include <assert.h>
#include <string.h>

#include "platform/base/words.h"

#define WEEK_DAYS 7
#define ART_2_LEAST_DAYS 3
#define ART_2_WORKING_DAYS 2

/*
 * The kinds of term; facts keep their names, so a term whose length changes is a new kind. Algemene
 * termijnenwet art. 1 lid 2 and art. 4: a row that counts backwards, or runs longer than 90 days, 12 weeks or
 * 3 months, does not extend; a test holds this.
 */
const struct term_kind term_kinds[] = {
	{ .name = "personal-plan",
	  .label = WORDS("Persoonlijk plan"),
	  .length = 7,
	  .unit = TERM_DAYS,
	  .extends = true,
	  .source = "Wmo 2015 art. 2.3.2 lid 2",
	  .explanation = WORDS("Een persoonlijk plan inleveren kan tot en met zeven dagen na de melding.") },
	{ .name = "investigation",
	  .label = WORDS("Onderzoek"),
	  .length = 6,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Wmo 2015 art. 2.3.2 lid 1",
	  .explanation = WORDS("Het onderzoek is klaar binnen zes weken na de melding.") },
	{ .name = "decision",
	  .label = WORDS("Besluit op de aanvraag"),
	  .length = 2,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Wmo 2015 art. 2.3.5 lid 2",
	  .explanation = WORDS("Het besluit is er binnen twee weken na ontvangst van de aanvraag.") },
	/* The two weeks that a notice of default gives are a term in a law; only the 42 days are excepted. */
	{ .name = "default-notice",
	  .label = WORDS("Ingebrekestelling"),
	  .length = 2,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Awb art. 4:17 lid 3",
	  .explanation =
	          WORDS("Na een ingebrekestelling zijn er nog twee weken om te besluiten; daarna loopt er "
	                "een dwangsom.") },
	/* Awb 4:17 lid 1 says that the Algemene termijnenwet does not apply to the 42 days. */
	{ .name = "penalty",
	  .label = WORDS("Dwangsom"),
	  .length = 42,
	  .unit = TERM_DAYS,
	  .source = "Awb art. 4:17 lid 1",
	  .explanation = WORDS("De dwangsom loopt ten hoogste 42 dagen.") },
	/* Awb 6:8: the term begins the day after dispatch, so its last day is 42 days after dispatch. */
	{ .name = "objection",
	  .label = WORDS("Bezwaar"),
	  .length = 6,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Awb art. 6:7 en 6:8",
	  .explanation =
	          WORDS("Bezwaar maken kan tot en met zes weken na de dag van verzending van het besluit.") },
	/* Counted from the last day for objecting, as art. 1 of the Algemene termijnenwet left it. */
	{ .name = "objection-decision",
	  .label = WORDS("Beslissing op bezwaar"),
	  .length = 6,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Awb art. 7:10 lid 1",
	  .explanation =
	          WORDS("De beslissing op bezwaar is er binnen zes weken na de laatste dag om bezwaar te "
	                "maken.") },
	/* Twelve weeks is not longer than twelve weeks: art. 4 of the Algemene termijnenwet does not except
	   it. */
	{ .name = "objection-decision-committee",
	  .label = WORDS("Beslissing op bezwaar met een commissie"),
	  .length = 12,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Awb art. 7:10 lid 1 en 7:13",
	  .explanation =
	          WORDS("Met een adviescommissie is de beslissing op bezwaar er binnen twaalf weken na de "
	                "laatste dag om bezwaar te maken.") },
	{ .name = "objection-adjournment",
	  .label = WORDS("Uitstel van de beslissing op bezwaar"),
	  .length = 6,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Awb art. 7:10 lid 3",
	  .explanation =
	          WORDS("De beslissing op bezwaar kan één keer ten hoogste zes weken worden uitgesteld, "
	                "gerekend vanaf de laatste dag.") },
	{ .name = "appeal",
	  .label = WORDS("Beroep bij de rechtbank"),
	  .length = 6,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Awb art. 6:7 en 6:8",
	  .explanation =
	          WORDS("In beroep gaan bij de rechtbank kan tot en met zes weken na de dag van verzending "
	                "van de beslissing op bezwaar.") },
	{ .name = "assignment-notice",
	  .label = WORDS("Opdracht vóór de start"),
	  .length = 3,
	  .unit = TERM_MONTHS,
	  .is_backwards = true,
	  .source = "Uitvoeringsbesluit Wmo 2015 art. 5.1 lid 2",
	  .explanation = WORDS("De opdracht is ten minste drie maanden vóór de start verleend.") },
	/* A term in a law of less than 90 days, so the Algemene termijnenwet applies; it starts after
	   dispatch. */
	{ .name = "standstill",
	  .label = WORDS("Opschortende termijn"),
	  .length = 20,
	  .unit = TERM_DAYS,
	  .extends = true,
	  .source = "Aanbestedingswet 2012 art. 2.127",
	  .explanation = WORDS("De overeenkomst wordt niet gesloten in de twintig dagen na de dag waarop de "
	                       "gunningsbeslissing is verzonden.") },
	{ .name = "award-notice",
	  .label = WORDS("Aankondiging van de gegunde opdracht"),
	  .length = 30,
	  .unit = TERM_DAYS,
	  .extends = true,
	  .source = "Aanbestedingswet 2012 art. 2.134",
	  .explanation =
	          WORDS("De aankondiging van de gegunde opdracht is er binnen dertig dagen na het sluiten "
	                "van de overeenkomst.") },
};
const size_t term_kinds_count = COUNT(term_kinds);

static const struct field term_step_fields[] = {
	FIELD(struct term_step, code, .label = WORDS("Stap"), .required = true),
	FIELD(struct term_step, name, .label = WORDS("Naam")),
	FIELD(struct term_step, from, .label = WORDS("Van"), .required = true),
	FIELD(struct term_step, until, .label = WORDS("Tot"), .required = true),
	FIELD(struct term_step, still_from, .label = WORDS("Stil vanaf")),
	FIELD(struct term_step, still_until, .label = WORDS("Stil tot en met")),
};
const struct record term_step_record = RECORD(struct term_step, "term_step", term_step_fields);

const struct term_kind *term_kind(const char *name)
{
	for (size_t i = 0; i < term_kinds_count; i++)
		if (strcmp(term_kinds[i].name, name) == 0)
			return &term_kinds[i];
	return NULL;
}

/* The date count months later or, below zero, earlier; the month's last day where it has no such day. */
static struct date add_months(struct date date, int count)
{
	int year, month, day, months_since_0;
	struct date moved;

	date_parts(date, &year, &month, &day);
	months_since_0 = year * 12 + month - 1 + count;
	do
		moved = date_of(months_since_0 / 12, months_since_0 % 12 + 1, day--);
	while (!date_is(moved) && day >= 28);
	return moved;
}

/* The end of the term before any extension; may lie outside the calendar. */
static struct date plain_end(const struct term_kind *kind, struct date from)
{
	int length = kind->is_backwards ? -kind->length : kind->length;

	switch (kind->unit) {
	case TERM_DAYS:
		return date_add_days(from, length);
	case TERM_WEEKS:
		return date_add_days(from, length * WEEK_DAYS);
	case TERM_MONTHS:
		return add_months(from, length);
	}
	return (struct date){ 0 };
}

static bool is_in_calendar(struct date date)
{
	return date.day >= 1 && date.day <= DATE_LAST.day;
}

/* A term while it is counted: the suspensions before next have moved its end. */
struct counting_term {
	const struct calendar *calendar;
	const struct term_asked *asked;
	size_t next;
	struct term term;
	struct arena *arena;
};

static bool is_still(const struct term_asked *asked, struct date date)
{
	for (size_t i = 0; i < asked->suspensions_count; i++)
		if (date.day >= asked->suspensions[i].from.day && date.day <= asked->suspensions[i].until.day)
			return true;
	return false;
}

/* Whether the days that count, up to and with the end, have the two working days that art. 2 asks. */
static bool has_two_working_days(const struct counting_term *counting)
{
	int working_days = 0;
	struct date at = date_add_days(counting->asked->from, 1);

	for (; at.day <= counting->term.due.day; at = date_add_days(at, 1)) {
		if (!is_still(counting->asked, at) && calendar_is_working_day(counting->calendar, at))
			working_days++;
		if (working_days == ART_2_WORKING_DAYS)
			return true;
	}
	return false;
}

/*
 * Algemene termijnenwet: why the term may not end on due yet. Art. 1 lid 1: not on a Saturday, Sunday or
 * holiday. Art. 2: a term of at least three days has at least two days that are none of these. No code when
 * it may end.
 */
static struct day_off term_obstacle(const struct counting_term *counting)
{
	const struct term *term = &counting->term;
	struct day_off obstacle = calendar_day_off(counting->calendar, term->due);

	if (obstacle.code != NULL)
		return obstacle;
	if (plain_end(term->kind, term->from).day - term->from.day < ART_2_LEAST_DAYS)
		return obstacle;
	return has_two_working_days(counting) ? obstacle : (struct day_off){ .code = "short" };
}

static enum status leaves_calendar(const struct term_asked *asked, struct fault *fault)
{
	char day[DATE_TEXT_SIZE];

	return fault_set(fault, WRONG_USE, "the term %s from %s ends outside the years 1 to 9999",
	                 asked->kind->name, date_print(asked->from, day));
}

/* Moves the term's end to where the step arrives and keeps why. */
static enum status add_step(struct counting_term *counting, struct term_step step, struct fault *fault)
{
	struct term *term = &counting->term;
	struct records steps = records_new(&term_step_record, term->steps.count + 1, counting->arena);
	struct term_step *items = steps.items;

	if (!is_in_calendar(step.until))
		return leaves_calendar(counting->asked, fault);
	if (term->steps.count > 0)
		memcpy(items, term->steps.items, term->steps.count * sizeof(*items));
	step.from = term->due;
	items[term->steps.count] = step;
	term->steps = steps;
	term->due = step.until;
	return OK;
}

/* Suspensions that begin no later than the end move it; the first of them that begins later stays. */
static enum status suspend(struct counting_term *counting, struct fault *fault)
{
	const struct term_asked *asked = counting->asked;
	enum status status = OK;

	while (status == OK && counting->next < asked->suspensions_count) {
		const struct suspension *still = &asked->suspensions[counting->next];

		if (date_before(counting->term.due, still->from))
			break;
		status = add_step(
			counting,
			(struct term_step){ .code = "suspended",
		                            .until = date_add_days(counting->term.due,
		                                                   still->until.day - still->from.day + 1),
		                            .still_from = still->from,
		                            .still_until = still->until },
			fault);
		counting->next++;
	}
	return status;
}

/* Moves the end past days off, and past a suspension that begins while it moves. */
static enum status extend(struct counting_term *counting, struct fault *fault)
{
	struct day_off obstacle = term_obstacle(counting);
	enum status status = OK;

	while (status == OK && obstacle.code != NULL) {
		status = add_step(counting,
		                  (struct term_step){ .code = obstacle.code,
		                                      .name = obstacle.name,
		                                      .until = date_add_days(counting->term.due, 1) },
		                  fault);
		if (status == OK)
			status = suspend(counting, fault);
		obstacle = term_obstacle(counting);
	}
	return status;
}

/* Why the suspension at place is none of this term, or NULL. */
static const char *suspension_problem(const struct term_asked *asked, size_t place)
{
	const struct suspension *still = &asked->suspensions[place];

	if (!is_in_calendar(still->from) || !is_in_calendar(still->until) ||
	    date_before(still->until, still->from))
		return "ends before it begins";
	if (place > 0 && !date_before(asked->suspensions[place - 1].until, still->from))
		return "overlaps another one, or stands before it";
	if (asked->kind->is_backwards)
		return "cannot be: this term is counted back from its day";
	return date_before(asked->from, still->from) ? NULL : "begins before the first day of the term";
}

static enum status refuse_suspension(const struct term_asked *asked, size_t place, const char *problem,
                                     struct fault *fault)
{
	char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];

	return fault_set(fault, WRONG_USE, "the suspension from %s until %s %s",
	                 date_print(asked->suspensions[place].from, from),
	                 date_print(asked->suspensions[place].until, until), problem);
}

static enum status check_asked(const struct term_asked *asked, struct fault *fault)
{
	if (!is_in_calendar(asked->from))
		return fault_set(fault, WRONG_USE, "the term %s needs the date from which it runs",
		                 asked->kind->name);
	for (size_t i = 0; i < asked->suspensions_count; i++) {
		const char *problem = suspension_problem(asked, i);

		if (problem != NULL)
			return refuse_suspension(asked, i, problem, fault);
	}
	return OK;
}

enum status calendar_count_suspended(const struct calendar *calendar, const struct term_asked *asked,
                                     struct arena *arena, struct term *ret_term, struct fault *fault)
{
	struct counting_term counting = {
		.calendar = calendar,
		.asked = asked,
		.term = { .kind = asked->kind, .from = asked->from, .due = asked->from },
		.arena = arena,
	};
	enum status status = check_asked(asked, fault);

	assert(!(asked->kind->is_backwards && asked->kind->extends));
	if (status == OK)
		status = add_step(&counting,
		                  (struct term_step){ .code = "term",
		                                      .name = asked->kind->name,
		                                      .until = plain_end(asked->kind, asked->from) },
		                  fault);
	if (status == OK)
		status = suspend(&counting, fault);
	if (status == OK && asked->kind->extends)
		status = extend(&counting, fault);
	if (status == OK && counting.next < asked->suspensions_count)
		status = refuse_suspension(asked, counting.next, "begins after the last day of the term",
		                           fault);
	if (status == OK)
		*ret_term = counting.term;
	return status;
}

enum status calendar_count(const struct calendar *calendar, const struct term_kind *kind, struct date from,
                           struct arena *arena, struct term *ret_term, struct fault *fault)
{
	const struct term_asked asked = { .kind = kind, .from = from };

	return calendar_count_suspended(calendar, &asked, arena, ret_term, fault);
}

enum status calendar_term(const struct calendar *calendar, const char *kind, struct date from,
                          struct arena *arena, struct term *ret_term, struct fault *fault)
{
	const struct term_kind *row = term_kind(kind);

	if (row == NULL)
		return fault_set(fault, WRONG_USE, "no kind of term is named %s", kind);
	return calendar_count(calendar, row, from, arena, ret_term, fault);
}

/* The term itself: "Termijn van 6 weken na ...". */
static const char *length_words(const struct term_step *step, const char *until, const char *language,
                                struct arena *arena)
{
	static const char *const units[][2] = {
		[TERM_DAYS] = { WORDS("dag"), WORDS("dagen") },
		[TERM_WEEKS] = { WORDS("week"), WORDS("weken") },
		[TERM_MONTHS] = { WORDS("maand"), WORDS("maanden") },
	};
	const struct term_kind *kind = term_kind(step->name);
	const char *from = calendar_date_words(step->from, language, false, arena);
	const char *unit;

	if (kind == NULL)
		return arena_print(arena, "%s: %s", step->name, until);
	unit = words_in(language, units[kind->unit][kind->length == 1 ? 0 : 1]);
	if (kind->is_backwards)
		return arena_print(arena, words_in(language, WORDS("Termijn van %d %s vóór %s (%s): %s")),
		                   kind->length, unit, from, kind->source, until);
	return arena_print(
		arena,
		words_in(language, WORDS("Termijn van %d %s na %s (%s), de dag zelf telt niet mee: %s")),
		kind->length, unit, from, kind->source, until);
}

/* The days on which the term stood still, and where its end went. */
static const char *still_words(const struct term_step *step, const char *until, const char *language,
                               struct arena *arena)
{
	const char *first = calendar_date_words(step->still_from, language, false, arena);
	const char *last = calendar_date_words(step->still_until, language, false, arena);
	int days = step->still_until.day - step->still_from.day + 1;

	if (days == 1)
		return arena_print(arena,
		                   words_in(language, WORDS("Opgeschort op %s, die dag telt niet mee: %s")),
		                   first, until);
	return arena_print(
		arena,
		words_in(language,
	                 WORDS("Opgeschort van %s tot en met %s, die %d dagen tellen niet mee: %s")),
		first, last, days, until);
}

const char *term_step_words(const struct term_step *step, const char *language, struct arena *arena)
{
	static const struct choice reasons[] = {
		{ "holiday", WORDS("is een erkende feestdag; Algemene termijnenwet art. 1") },
		{ "equated", WORDS("is met een feestdag gelijkgesteld; Algemene termijnenwet art. 1 en 3") },
		{ "saturday", WORDS("Zaterdag telt niet als laatste dag; Algemene termijnenwet art. 1") },
		{ "sunday", WORDS("Zondag telt niet als laatste dag; Algemene termijnenwet art. 1") },
		{ "short", WORDS("De termijn heeft nog geen twee werkdagen; Algemene termijnenwet art. 2") },
		{ NULL, NULL },
	};
	const char *until = calendar_date_words(step->until, language, true, arena);
	const char *reason = words_in(language, choice_label(reasons, step->code));

	if (strcmp(step->code, "term") == 0)
		return length_words(step, until, language, arena);
	if (strcmp(step->code, "suspended") == 0)
		return still_words(step, until, language, arena);
	if (step->name == NULL)
		return arena_print(arena, "%s: %s", reason, until);
	return arena_print(arena, "%s %s: %s", words_in(language, step->name), reason, until);
}
