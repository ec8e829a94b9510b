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
	/* Awb 6:8: the term begins the day after dispatch, so its last day is 42 days after dispatch. */
	{ .name = "objection",
	  .label = WORDS("Bezwaar"),
	  .length = 6,
	  .unit = TERM_WEEKS,
	  .extends = true,
	  .source = "Awb art. 6:7 en 6:8",
	  .explanation =
	          WORDS("Bezwaar maken kan tot en met zes weken na de dag van verzending van het besluit.") },
};
const size_t term_kinds_count = COUNT(term_kinds);

static const struct field term_step_fields[] = {
	FIELD(struct term_step, code, .label = WORDS("Stap"), .required = true),
	FIELD(struct term_step, name, .label = WORDS("Naam")),
	FIELD(struct term_step, from, .label = WORDS("Van"), .required = true),
	FIELD(struct term_step, until, .label = WORDS("Tot"), .required = true),
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

/* Whether the days after from, up to and with until, have the two working days that art. 2 asks. */
static bool has_two_working_days(const struct calendar *calendar, struct date from, struct date until)
{
	int working_days = 0;

	for (struct date at = date_add_days(from, 1); at.day <= until.day; at = date_add_days(at, 1)) {
		working_days += calendar_is_working_day(calendar, at) ? 1 : 0;
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
static struct day_off term_obstacle(const struct calendar *calendar, const struct term *term)
{
	struct day_off obstacle = calendar_day_off(calendar, term->due);

	if (obstacle.code != NULL)
		return obstacle;
	if (plain_end(term->kind, term->from).day - term->from.day < ART_2_LEAST_DAYS)
		return obstacle;
	return has_two_working_days(calendar, term->from, term->due) ? obstacle
	                                                             : (struct day_off){ .code = "short" };
}

/* Moves the term's end to until and keeps why. */
static void add_step(struct term *term, struct day_off why, struct date until, struct arena *arena)
{
	struct records steps = records_new(&term_step_record, term->steps.count + 1, arena);
	struct term_step *items = steps.items;

	if (term->steps.count > 0)
		memcpy(items, term->steps.items, term->steps.count * sizeof(*items));
	items[term->steps.count] = (struct term_step){
		.code = why.code,
		.name = why.name,
		.from = term->due,
		.until = until,
	};
	term->steps = steps;
	term->due = until;
}

static enum status leaves_calendar(const struct term_kind *kind, struct date from, struct fault *fault)
{
	char day[DATE_TEXT_SIZE];

	return fault_set(fault, WRONG_USE, "the term %s from %s ends outside the years 1 to 9999", kind->name,
	                 date_print(from, day));
}

enum status calendar_count(const struct calendar *calendar, const struct term_kind *kind, struct date from,
                           struct arena *arena, struct term *ret_term, struct fault *fault)
{
	struct term term = { .kind = kind, .from = from, .due = from };
	struct day_off obstacle = { .code = "term", .name = kind->name };
	struct date end;

	assert(!(kind->is_backwards && kind->extends));
	if (!is_in_calendar(from))
		return fault_set(fault, WRONG_USE, "the term %s needs the date from which it runs",
		                 kind->name);
	end = plain_end(kind, from);
	while (obstacle.code != NULL) {
		if (!is_in_calendar(end))
			return leaves_calendar(kind, from, fault);
		add_step(&term, obstacle, end, arena);
		obstacle = kind->extends ? term_obstacle(calendar, &term) : (struct day_off){ .code = NULL };
		end = date_add_days(term.due, 1);
	}
	*ret_term = term;
	return OK;
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
	if (step->name == NULL)
		return arena_print(arena, "%s: %s", reason, until);
	return arena_print(arena, "%s %s: %s", words_in(language, step->name), reason, until);
}
