/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/talk.h"

#include "platform/base/words.h"

const struct choice talk_interests[] = {
	{ "yes", WORDS("wil meedoen") },
	{ "maybe", WORDS("misschien") },
	{ "no", WORDS("wil niet meedoen") },
	{ "unknown", WORDS("zei niets") },
	{ NULL, NULL },
};

const struct choice talk_sorts[] = {
	{ "content", WORDS("inhoud") },
	{ "money", WORDS("geld") },
	{ NULL, NULL },
};

static const struct field interest_fields[] = {
	PROGRAMME_FIELD(struct interest_mapped),
	FIELD(struct interest_mapped, who, .label = WORDS("Wiens belang is het?"), .required = true),
	FIELD(struct interest_mapped, wants, .label = WORDS("Wat wil deze partij?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct interest_mapped, collides_with, .label = WORDS("Met welk belang botst dat?"),
	      .flags = FIELD_LONG, .max_chars = 2000,
	      .hint = WORDS("Spreek het uit. Zo blijft het buiten het gesprek met een cliënt.")),
	FIELD(struct interest_mapped, handled, .label = WORDS("Hoe gaat u daarmee om?"), .flags = FIELD_LONG,
	      .max_chars = 2000),
};
const struct record interest_mapped_record =
	RECORD(struct interest_mapped, "interest_mapped", interest_fields);

const struct journal_rule interest_mapped_rules[INTEREST_MAPPED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
};

/* --- planned --- */

static const struct field planned_fields[] = {
	PROGRAMME_FIELD(struct consultation_planned),
	FIELD(struct consultation_planned, planned_on, .label = WORDS("Op welke dag?"), .required = true),
	FIELD(struct consultation_planned, subject, .label = WORDS("Waarover gaat het?"), .required = true),
	FIELD(struct consultation_planned, place, .label = WORDS("Waar?")),
	FIELD(struct consultation_planned, invited, .label = WORDS("Wie nodigt u uit?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
};
const struct record consultation_planned_record =
	RECORD(struct consultation_planned, "consultation_planned", planned_fields);

static bool has_still_to_come(const void *item)
{
	const struct consultation_planned *planned = item;

	return !date_before(planned->planned_on, planned->of.today);
}

const struct journal_rule consultation_planned_rules[CONSULTATION_PLANNED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "consultation-past", "planned_on",
	  WORDS("Deze dag is voorbij. Leg dan vast dat de bijeenkomst er was."), "", has_still_to_come },
};

/* --- held --- */

static const struct field guest_fields[] = {
	FIELD(struct talk_guest, party, .label = WORDS("Organisatie of groep"), .required = true),
	FIELD(struct talk_guest, people, .label = WORDS("Hoeveel mensen?"), .flags = FIELD_UNSIGNED,
	      .max = 10000),
	FIELD(struct talk_guest, interest, .label = WORDS("Wil zij meedoen?"), .required = true,
	      .choices = talk_interests),
};
static const struct record guest_record = RECORD(struct talk_guest, "talk_guest", guest_fields);

static const struct field point_fields[] = {
	FIELD(struct talk_point, about, .label = WORDS("Ging het over inhoud of geld?"), .required = true,
	      .choices = talk_sorts),
	FIELD(struct talk_point, words, .label = WORDS("Wat is gezegd?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
};
static const struct record point_record = RECORD(struct talk_point, "talk_point", point_fields);

static const struct field held_fields[] = {
	PROGRAMME_FIELD(struct consultation_held),
	FIELD(struct consultation_held, consultation, .label = WORDS("Nummer van de geplande bijeenkomst")),
	FIELD(struct consultation_held, held_on, .label = WORDS("Op welke dag was het?"), .required = true),
	FIELD(struct consultation_held, subject, .label = WORDS("Waarover ging het?"), .required = true),
	FIELD(struct consultation_held, guests, .label = WORDS("Wie waren er?"), .required = true,
	      .of = &guest_record, .hint = WORDS("Noem organisaties en groepen, geen namen van mensen.")),
	FIELD(struct consultation_held, points, .label = WORDS("Wat is gezegd?"), .of = &point_record),
	FIELD(struct consultation_held, outcome, .label = WORDS("Wat nemen wij mee?"), .flags = FIELD_LONG,
	      .max_chars = 2000),
};
const struct record consultation_held_record =
	RECORD(struct consultation_held, "consultation_held", held_fields);

static bool has_been(const void *item)
{
	const struct consultation_held *held = item;

	return !date_before(held->of.today, held->held_on);
}

static bool was_planned(const void *item)
{
	const struct consultation_held *held = item;

	return !held->of.now.is_known || held->consultation == 0 || held->situation.is_meeting;
}

static bool is_told_once(const void *item)
{
	return !((const struct consultation_held *)item)->situation.is_held;
}

const struct journal_rule consultation_held_rules[CONSULTATION_HELD_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "consultation-day", "held_on", WORDS("Deze dag moet nog komen."), "", has_been },
	{ "consultation-known", "consultation", WORDS("Deze bijeenkomst was niet gepland."), "",
	  was_planned },
	{ "consultation-once", "consultation", WORDS("Van deze bijeenkomst staat al vast hoe zij was."), "",
	  is_told_once },
};
