/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/objection/hearing.h"

#include <string.h>

#include "platform/base/words.h"

/* Awb 7:4 lid 1: papers can be handed in until ten days before. */
#define INVITATION_DAYS 10

const struct choice waive_grounds[] = {
	{ "not_wanted", WORDS("de inwoner wil niet worden gehoord") },
	{ "no_answer", WORDS("de inwoner antwoordde niet binnen de gestelde tijd") },
	{ "fully_met", WORDS("de inwoner krijgt helemaal gelijk") },
	{ "manifestly_unfounded", WORDS("het bezwaar is kennelijk ongegrond") },
	{ "manifestly_inadmissible", WORDS("het bezwaar is kennelijk niet-ontvankelijk") },
	{ NULL, NULL },
};

static const struct field planned_fields[] = {
	FIELD(struct hearing_planned, objection, .label = WORDS("Bezwaar"), .required = true),
	FIELD(struct hearing_planned, told_on, .label = WORDS("Uitgenodigd op"), .required = true),
	FIELD(struct hearing_planned, hearing_on, .label = WORDS("Dag van de hoorzitting"), .required = true),
	FIELD(struct hearing_planned, at, .label = WORDS("Hoe laat?"),
	      .hint = WORDS("Bijvoorbeeld: 10.30 uur."), .required = true),
	FIELD(struct hearing_planned, where, .label = WORDS("Waar?"),
	      .hint = WORDS("Een adres en kamer, of: per telefoon, bij de inwoner thuis."), .required = true),
	FIELD(struct hearing_planned, is_agreed,
	      .label = WORDS("De inwoner wil dit eerder dan tien dagen na de uitnodiging")),
	FIELD(struct hearing_planned, person, .flags = FIELD_BY_DOOR),
};
const struct record hearing_planned_record =
	RECORD(struct hearing_planned, "hearing_planned", planned_fields);

static const struct field held_fields[] = {
	FIELD(struct hearing_held, objection, .label = WORDS("Bezwaar"), .required = true),
	FIELD(struct hearing_held, held_on, .label = WORDS("Gehoord op"), .required = true),
	FIELD(struct hearing_held, present, .label = WORDS("Wie waren erbij?"), .required = true,
	      .max_chars = 1000),
	FIELD(struct hearing_held, words, .label = WORDS("Verslag van het gesprek"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 8000),
	FIELD(struct hearing_held, person, .flags = FIELD_BY_DOOR),
};
const struct record hearing_held_record = RECORD(struct hearing_held, "hearing_held", held_fields);

static const struct field waived_fields[] = {
	FIELD(struct hearing_waived, objection, .label = WORDS("Bezwaar"), .required = true),
	FIELD(struct hearing_waived, waived_on, .label = WORDS("Vastgesteld op"), .required = true),
	FIELD(struct hearing_waived, ground, .label = WORDS("Waarom wordt de inwoner niet gehoord?"),
	      .required = true, .choices = waive_grounds),
	FIELD(struct hearing_waived, reason, .label = WORDS("Toelichting"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct hearing_waived, person, .flags = FIELD_BY_DOOR),
};
const struct record hearing_waived_record = RECORD(struct hearing_waived, "hearing_waived", waived_fields);

static bool is_to_hear(const struct objection_situation *situation)
{
	return situation->is_known && !situation->has_ended && !situation->is_heard;
}

static bool plans_what_runs(const void *item)
{
	return is_to_hear(&((const struct hearing_planned *)item)->situation);
}

static bool plans_in_the_past(const void *item)
{
	const struct hearing_planned *planned = item;

	return !date_before(planned->situation.today, planned->told_on);
}

static bool plans_with_notice(const void *item)
{
	const struct hearing_planned *planned = item;
	int32_t days = planned->hearing_on.day - planned->told_on.day;

	return days >= (planned->is_agreed ? 0 : INVITATION_DAYS);
}

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* "10.30", "9:15", "10.30 uur": an hour and minutes of a day. */
static bool plans_at_a_time(const void *item)
{
	const char *at = ((const struct hearing_planned *)item)->at;
	int hour = 0, minutes;

	for (size_t i = 0; i < 2 && is_digit(*at); i++)
		hour = hour * 10 + (*at++ - '0');
	if ((*at != '.' && *at != ':') || !is_digit(at[1]) || !is_digit(at[2]))
		return false;
	minutes = (at[1] - '0') * 10 + (at[2] - '0');
	return hour < 24 && minutes < 60 && (at[3] == '\0' || strcmp(at + 3, " uur") == 0);
}

const struct journal_rule planned_rules[PLANNED_RULES_COUNT] = {
	{ "hearing-objection", "objection", WORDS("Kies een bezwaar waarop de inwoner nog niet is gehoord."),
	  "Awb 7:2", plans_what_runs },
	{ "hearing-told", "told_on", WORDS("Deze dag moet nog komen."), "", plans_in_the_past },
	{ "hearing-notice", "hearing_on",
	  WORDS("Nodig de inwoner ten minste tien dagen van tevoren uit, of spreek af dat het eerder mag."),
	  "Awb 7:4 lid 1", plans_with_notice },
	{ "hearing-time", "at", WORDS("Vul een tijd in, bijvoorbeeld 10.30 uur."), "", plans_at_a_time },
};

static bool hears_what_runs(const void *item)
{
	return is_to_hear(&((const struct hearing_held *)item)->situation);
}

static bool hears_as_planned(const void *item)
{
	const struct objection_situation *situation = &((const struct hearing_held *)item)->situation;

	return !is_to_hear(situation) || situation->is_planned;
}

static bool hears_in_the_past(const void *item)
{
	const struct hearing_held *held = item;

	return !date_before(held->situation.today, held->held_on);
}

const struct journal_rule held_rules[HELD_RULES_COUNT] = {
	{ "held-objection", "objection", WORDS("Kies een bezwaar waarop de inwoner nog niet is gehoord."),
	  "Awb 7:2", hears_what_runs },
	{ "held-planned", "objection", WORDS("Nodig de inwoner eerst uit."), "Awb 7:2 lid 2",
	  hears_as_planned },
	{ "held-day", "held_on", WORDS("Deze dag moet nog komen."), "", hears_in_the_past },
};

static bool waives_what_runs(const void *item)
{
	return is_to_hear(&((const struct hearing_waived *)item)->situation);
}

static bool waives_in_the_past(const void *item)
{
	const struct hearing_waived *waived = item;

	return !date_before(waived->situation.today, waived->waived_on);
}

const struct journal_rule waived_rules[WAIVED_RULES_COUNT] = {
	{ "waive-objection", "objection", WORDS("Kies een bezwaar waarop de inwoner nog niet is gehoord."),
	  "Awb 7:3", waives_what_runs },
	{ "waive-day", "waived_on", WORDS("Deze dag moet nog komen."), "", waives_in_the_past },
};
