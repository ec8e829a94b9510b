/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/meeting.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice meeting_withs[] = {
	{ MEETING_OF_MEMBERS, WORDS("van de leden van de combinatie") },
	{ MEETING_WITH_MUNICIPALITY, WORDS("met de gemeente") },
	{ NULL, NULL },
};

const struct choice meeting_abouts[] = {
	{ "results", WORDS("resultaten en uitvoering") },
	{ "vision", WORDS("de gedeelde visie en de verandering") },
	{ "together", WORDS("samenwerken in de wijk") },
	{ "staff", WORDS("personeel en planning") },
	{ "money", WORDS("geld") },
	{ "other", WORDS("iets anders") },
	{ NULL, NULL },
};

const struct choice meeting_comings[] = {
	{ "came", WORDS("was er") },
	{ "excused", WORDS("afgemeld") },
	{ "absent", WORDS("niet gekomen") },
	{ NULL, NULL },
};

#define ABOUT_FIELD(type_)                                                                                   \
	FIELD(type_, about, .label = WORDS("Waar gaat het over?"), .required = true,                         \
	      .choices = meeting_abouts)

static const struct field item_fields[] = {
	ABOUT_FIELD(struct meeting_item),
	FIELD(struct meeting_item, words, .label = WORDS("Agendapunt"), .required = true, .max_chars = 500),
};
const struct record meeting_item_record = RECORD(struct meeting_item, "meeting_item", item_fields);

static const struct field outcome_fields[] = {
	ABOUT_FIELD(struct meeting_outcome),
	FIELD(struct meeting_outcome, words, .label = WORDS("Wat is afgesproken?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct meeting_outcome, who, .label = WORDS("Wie doet dat?")),
	FIELD(struct meeting_outcome, ready_by, .label = WORDS("Wanneer klaar?")),
	FIELD(struct meeting_outcome, is_for_municipality,
	      .label = WORDS("Dit punt gaat mee naar het gesprek met de gemeente")),
};
static const struct record outcome_record = RECORD(struct meeting_outcome, "meeting_outcome", outcome_fields);

static const struct field guest_fields[] = {
	FIELD(struct meeting_guest, who, .label = WORDS("Organisatie"), .required = true, .max_chars = 120),
	FIELD(struct meeting_guest, came, .label = WORDS("Was zij er?"), .required = true,
	      .choices = meeting_comings),
};
static const struct record guest_record = RECORD(struct meeting_guest, "meeting_guest", guest_fields);

#define NO_CLIENTS WORDS("Noem geen namen van cliënten.")

/* --- called --- */

static const struct field called_fields[] = {
	FIELD(struct meeting_called, with_whom, .label = WORDS("Wat voor overleg?"), .required = true,
	      .choices = meeting_withs),
	FIELD(struct meeting_called, party, .label = WORDS("Van welke combinatie of partij?"),
	      .required = true),
	FIELD(struct meeting_called, subject, .label = WORDS("Waarvoor komt u bij elkaar?"), .required = true,
	      .max_chars = 120),
	FIELD(struct meeting_called, planned_on, .label = WORDS("Op welke dag?"), .required = true),
	FIELD(struct meeting_called, planned_at, .label = WORDS("Hoe laat?"),
	      .hint = WORDS("Bijvoorbeeld 14:00."), .max_chars = 5),
	FIELD(struct meeting_called, place, .label = WORDS("Waar?")),
	FIELD(struct meeting_called, agenda, .label = WORDS("Agenda"), .required = true,
	      .of = &meeting_item_record, .hint = NO_CLIENTS),
	FIELD(struct meeting_called, called_by, .flags = FIELD_BY_DOOR),
};
const struct record meeting_called_record = RECORD(struct meeting_called, "meeting_called", called_fields);

static bool is_of_members(const struct meeting_called *called)
{
	return strcmp(or_empty(called->with_whom), MEETING_OF_MEMBERS) == 0;
}

static bool has_party(const void *item)
{
	return ((const struct meeting_called *)item)->situation.is_known;
}

static bool is_of_combination(const void *item)
{
	const struct meeting_called *called = item;

	return !is_of_members(called) || !called->situation.is_known || called->situation.is_combination;
}

static bool is_called_by_lead(const void *item)
{
	const struct meeting_called *called = item;

	return !called->situation.is_known || called->stand.may_lead;
}

static bool is_with_the_lead(const void *item)
{
	const struct meeting_called *called = item;

	return is_of_members(called) || !called->situation.is_member;
}

static bool is_ahead(const void *item)
{
	return ((const struct meeting_called *)item)->situation.is_ahead;
}

static bool has_time(const void *item)
{
	return ((const struct meeting_called *)item)->situation.is_time;
}

const struct journal_rule meeting_called_rules[MEETING_CALLED_RULES_COUNT] = {
	{ "meeting-party", "party", WORDS("Deze partij staat op die dag niet onder contract."), "",
	  has_party },
	{ "meeting-combination", "party",
	  WORDS("Alleen een combinatie heeft leden die onderling overleggen. Kies de combinatie."), "",
	  is_of_combination },
	{ "meeting-lead", "party",
	  WORDS("De penvoerder roept de leden bijeen. Een gesprek met de gemeente plant de gemeente, of de "
	        "partij zelf via haar penvoerder."),
	  "", is_called_by_lead },
	{ "meeting-member", "party",
	  WORDS("Deze organisatie is lid van een combinatie. Plan het gesprek met de combinatie: haar "
	        "penvoerder "
	        "onderhoudt het contact met de gemeente."),
	  "", is_with_the_lead },
	{ "meeting-past", "planned_on", WORDS("Deze dag is voorbij. Kies een dag die nog komt."), "",
	  is_ahead },
	{ "meeting-time", "planned_at", WORDS("Schrijf de tijd als 14:00."), "", has_time },
};

/* --- the agenda grows --- */

static const struct field added_fields[] = {
	FIELD(struct meeting_item_added, meeting, .label = WORDS("Nummer van het overleg"), .required = true),
	ABOUT_FIELD(struct meeting_item_added),
	FIELD(struct meeting_item_added, words, .label = WORDS("Agendapunt"), .required = true,
	      .max_chars = 500, .hint = NO_CLIENTS),
	FIELD(struct meeting_item_added, added_by, .flags = FIELD_BY_DOOR),
};
const struct record meeting_item_added_record =
	RECORD(struct meeting_item_added, "meeting_item_added", added_fields);

#define NOT_THERE WORDS("Dit overleg is er niet, of u bent er niet bij.")
#define SETTLED WORDS("Dit overleg is al geweest, of gaat niet door.")

static bool is_added_to_ours(const void *item)
{
	const struct meeting_item_added *added = item;

	return added->stand.is_there && added->stand.is_ours;
}

static bool is_added_in_time(const void *item)
{
	return !((const struct meeting_item_added *)item)->stand.is_settled;
}

const struct journal_rule meeting_item_rules[MEETING_ITEM_RULES_COUNT] = {
	{ "meeting-known", "meeting", NOT_THERE, "", is_added_to_ours },
	{ "meeting-settled", "meeting", SETTLED, "", is_added_in_time },
};

/* --- held --- */

static const struct field minuted_fields[] = {
	FIELD(struct meeting_minuted, meeting, .label = WORDS("Nummer van het overleg"), .required = true),
	FIELD(struct meeting_minuted, held_on, .label = WORDS("Op welke dag was het?"), .required = true),
	FIELD(struct meeting_minuted, guests, .label = WORDS("Wie waren er?"), .required = true,
	      .of = &guest_record, .hint = WORDS("Noem organisaties, geen namen van mensen.")),
	FIELD(struct meeting_minuted, minutes, .label = WORDS("Verslag"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 8000, .hint = NO_CLIENTS),
	FIELD(struct meeting_minuted, outcomes, .label = WORDS("Afspraken"), .of = &outcome_record),
};
const struct record meeting_minuted_record =
	RECORD(struct meeting_minuted, "meeting_minuted", minuted_fields);

static bool is_minuted_of_ours(const void *item)
{
	const struct meeting_minuted *minuted = item;

	return minuted->stand.is_there && minuted->stand.is_ours;
}

static bool is_minuted_by_lead(const void *item)
{
	const struct meeting_minuted *minuted = item;

	return !minuted->stand.is_ours || minuted->stand.may_lead;
}

static bool is_minuted_once(const void *item)
{
	return !((const struct meeting_minuted *)item)->stand.is_settled;
}

static bool has_been(const void *item)
{
	return ((const struct meeting_minuted *)item)->situation.is_past;
}

#define LED WORDS("Dit doet wie het overleg bijeenroept.")

const struct journal_rule meeting_minuted_rules[MEETING_MINUTED_RULES_COUNT] = {
	{ "meeting-known", "meeting", NOT_THERE, "", is_minuted_of_ours },
	{ "meeting-lead", "meeting", LED, "", is_minuted_by_lead },
	{ "meeting-settled", "meeting", SETTLED, "", is_minuted_once },
	{ "meeting-future", "held_on", WORDS("Deze dag moet nog komen."), "", has_been },
};

/* --- dropped --- */

static const struct field dropped_fields[] = {
	FIELD(struct meeting_dropped, meeting, .label = WORDS("Nummer van het overleg"), .required = true),
	FIELD(struct meeting_dropped, reason, .label = WORDS("Waarom gaat het niet door?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
};
const struct record meeting_dropped_record =
	RECORD(struct meeting_dropped, "meeting_dropped", dropped_fields);

static bool is_dropped_of_ours(const void *item)
{
	const struct meeting_dropped *dropped = item;

	return dropped->stand.is_there && dropped->stand.is_ours;
}

static bool is_dropped_by_lead(const void *item)
{
	const struct meeting_dropped *dropped = item;

	return !dropped->stand.is_ours || dropped->stand.may_lead;
}

static bool is_dropped_once(const void *item)
{
	return !((const struct meeting_dropped *)item)->stand.is_settled;
}

const struct journal_rule meeting_dropped_rules[MEETING_DROPPED_RULES_COUNT] = {
	{ "meeting-known", "meeting", NOT_THERE, "", is_dropped_of_ours },
	{ "meeting-lead", "meeting", LED, "", is_dropped_by_lead },
	{ "meeting-settled", "meeting", SETTLED, "", is_dropped_once },
};
