/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/notice.h"

#include <ctype.h>
#include <string.h>

#include "platform/base/words.h"

#define NAME_CHARS 40
#define NAME_BYTES "abcdefghijklmnopqrstuvwxyz0123456789-"
#define TIME_CHARS 5

const struct choice notice_steps[] = {
	{ "tenth", WORDS("heel, of met hooguit één cijfer achter de komma, zoals 7,5 of 7,6") },
	{ "half", WORDS("heel of half, zoals 7 of 7,5") },
	{ "whole", WORDS("heel, zoals 7 of 8") },
	{ NULL, NULL },
};

const struct choice notice_procedures[] = {
	{ "social", WORDS("sociale en andere specifieke diensten") },
	{ "open", WORDS("openbare procedure, boven de Europese drempel") },
	{ "below", WORDS("onder de Europese drempel") },
	{ NULL, NULL },
};

static const struct field lot_fields[] = {
	FIELD(struct notice_lot, lot),
	FIELD(struct notice_lot, label),
	FIELD(struct notice_lot, areas),
	FIELD(struct notice_lot, products),
	FIELD(struct notice_lot, winners),
	FIELD(struct notice_lot, target_group),
	FIELD(struct notice_lot, about, .max_chars = 2000),
};
const struct record notice_lot_record = RECORD(struct notice_lot, "notice_lot", lot_fields);

static const struct field criterion_fields[] = {
	FIELD(struct notice_criterion, criterion),
	FIELD(struct notice_criterion, label),
	FIELD(struct notice_criterion, question, .max_chars = 2000),
	FIELD(struct notice_criterion, weight_percent),
	FIELD(struct notice_criterion, knock_out),
	FIELD(struct notice_criterion, is_concrete),
};
const struct record notice_criterion_record =
	RECORD(struct notice_criterion, "notice_criterion", criterion_fields);

static const struct field requirement_fields[] = {
	FIELD(struct notice_requirement, requirement, .label = WORDS("Eis"), .max_chars = 1000),
};
const struct record notice_requirement_record =
	RECORD(struct notice_requirement, "notice_requirement", requirement_fields);

static const struct field announced_fields[] = {
	FIELD(struct tender_announced, name, .label = WORDS("Korte naam"), .required = true,
	      .hint = WORDS("Kleine letters, cijfers en streepjes: hulp-thuis-2024."),
	      .max_chars = NAME_CHARS),
	FIELD(struct tender_announced, title, .label = WORDS("Wat koopt u in?"), .required = true),
	FIELD(struct tender_announced, scheme, .label = WORDS("Regeling"), .required = true,
	      .hint = WORDS("Percelen, criteria, gewichten en drempel komen hieruit en staan daarna vast.")),
	FIELD(struct tender_announced, about, .label = WORDS("Toelichting voor wie wil inschrijven"),
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct tender_announced, why, .label = WORDS("Waarom deze vorm van inkopen?"), .required = true,
	      .hint = WORDS("Bijvoorbeeld: een gesloten contract en bewust geen open house, omdat ..."),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct tender_announced, questions_until, .label = WORDS("Laatste dag voor vragen"),
	      .required = true),
	FIELD(struct tender_announced, bids_day, .label = WORDS("Laatste dag voor inschrijvingen"),
	      .required = true),
	FIELD(struct tender_announced, bids_time, .label = WORDS("Tot hoe laat op die dag?"),
	      .required = true,
	      .hint = WORDS("Bijvoorbeeld 12:00. Wat dan nog niet is ingediend, is te laat."),
	      .max_chars = TIME_CHARS),
	FIELD(struct tender_announced, holder_1, .label = WORDS("Eerste sleutelhouder"), .required = true,
	      .hint = WORDS(
		      "De naam van een account, zoals bij het inloggen. Twee van de drie sleutelhouders "
		      "openen samen de kluis.")),
	FIELD(struct tender_announced, holder_2, .label = WORDS("Tweede sleutelhouder"), .required = true),
	FIELD(struct tender_announced, holder_3, .label = WORDS("Derde sleutelhouder"), .required = true),
	FIELD(struct tender_announced, requirements, .label = WORDS("Eisen"),
	      .hint = WORDS("Zoals voortgangsgesprekken en een contactpersoon voor elke hoek."),
	      .of = &notice_requirement_record),
	FIELD(struct tender_announced, programme, .label = WORDS("Van welk programma?"),
	      .max_chars = NAME_CHARS,
	      .hint = WORDS("Een programma van dezelfde regeling, dat nog loopt. Zolang de geldfase daarvan "
	                    "dicht is, staat in deze aanbesteding geen bedrag.")),
	FIELD(struct tender_announced, without_programme, .label = WORDS("Geen programma? Waarom niet?"),
	      .flags = FIELD_LONG, .max_chars = 1000,
	      .hint = WORDS("Nodig als er wel een programma loopt. Zonder programma noemt een aankondiging "
	                    "geen bedragen.")),
	FIELD(struct tender_announced, procedure, .label = WORDS("Volgens welke regels koopt u in?"),
	      .choices = notice_procedures),
	FIELD(struct tender_announced, mark_step, .label = WORDS("Hoe geven beoordelaars cijfers?"),
	      .choices = notice_steps,
	      .hint = WORDS("Vult u niets in, dan is het hooguit één cijfer achter de komma.")),
	FIELD(struct tender_announced, why_short, .label = WORDS("Waarom zo weinig tijd om in te schrijven?"),
	      .flags = FIELD_LONG, .max_chars = 1000,
	      .hint = WORDS("Alleen nodig als u weinig dagen laat; dan vragen wij het u.")),
	FIELD(struct tender_announced, prepared, .label = WORDS("Nummer van de voorbereiding"),
	      .hint = WORDS("Leeg: percelen en criteria zijn die van de regeling.")),
	FIELD(struct tender_announced, form, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, accession, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, rule, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, threshold, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, highest, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, bids_until, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, lots, .of = &notice_lot_record, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, criteria, .of = &notice_criterion_record, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, vision, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, content, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, least_days, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_announced, least_source, .flags = FIELD_BY_DOOR, .max_chars = 400),
};
const struct record tender_announced_record =
	RECORD(struct tender_announced, "tender_announced", announced_fields);

bool notice_is_name(const char *name)
{
	size_t length = strlen(or_empty(name));

	return length > 0 && length <= NAME_CHARS && strspn(name, NAME_BYTES) == length;
}

bool notice_read_time(const char *time, int32_t *ret_seconds)
{
	int hour, minute;

	if (time == NULL || strlen(time) != TIME_CHARS || time[2] != ':')
		return false;
	for (size_t i = 0; i < TIME_CHARS; i++)
		if (i != 2 && isdigit((unsigned char)time[i]) == 0)
			return false;
	hour = (time[0] - '0') * 10 + time[1] - '0';
	minute = (time[3] - '0') * 10 + time[4] - '0';
	if (hour > 23 || minute > 59)
		return false;
	*ret_seconds = (hour * 60 + minute) * 60;
	return true;
}

struct date notice_last_question(struct date bids_day)
{
	return date_add_days(bids_day, -NOTICE_ANSWER_DAYS - 1);
}

static bool has_a_name(const void *item)
{
	return notice_is_name(((const struct tender_announced *)item)->name);
}

static bool has_a_new_name(const void *item)
{
	return ((const struct tender_announced *)item)->situation.is_free_name;
}

static bool has_a_scheme(const void *item)
{
	return ((const struct tender_announced *)item)->situation.has_scheme;
}

static bool has_a_time(const void *item)
{
	return ((const struct tender_announced *)item)->situation.is_time;
}

static bool closes_later(const void *item)
{
	return ((const struct tender_announced *)item)->situation.is_in_time;
}

/* Everybody has the answer at least six days before bids close (directive 2014/24/EU, art. 47(3)). */
static bool leaves_time_to_answer(const void *item)
{
	return ((const struct tender_announced *)item)->situation.leaves_answer;
}

static bool has_three_holders(const void *item)
{
	const struct tender_announced *announced = item;
	const char *one = or_empty(announced->holder_1), *two = or_empty(announced->holder_2),
		   *three = or_empty(announced->holder_3);

	return strcmp(one, two) != 0 && strcmp(one, three) != 0 && strcmp(two, three) != 0;
}

static bool has_people_as_holders(const void *item)
{
	return ((const struct tender_announced *)item)->situation.are_people;
}

/* The tender follows from what was thought out together; who leaves that out says why. */
static bool names_its_programme(const void *item)
{
	const struct tender_announced *announced = item;

	return !announced->situation.is_programme_running || has_words(announced->programme) ||
	       has_words(announced->without_programme);
}

static bool has_its_programme(const void *item)
{
	const struct tender_announced *announced = item;

	return !has_words(announced->programme) || announced->situation.has_programme;
}

static bool has_a_programme_that_runs(const void *item)
{
	return !((const struct tender_announced *)item)->situation.has_ended;
}

static bool has_a_programme_of_its_scheme(const void *item)
{
	const struct tender_announced *announced = item;

	return !announced->situation.has_programme || announced->situation.is_of_scheme;
}

static bool has_its_preparation(const void *item)
{
	const struct tender_announced *announced = item;

	return announced->prepared == 0 || announced->situation.is_prepared;
}

const struct journal_rule tender_announced_rules[TENDER_ANNOUNCED_RULES_COUNT] = {
	{ "tender-name", "name", WORDS("Gebruik voor de korte naam kleine letters, cijfers en streepjes."),
	  "", has_a_name },
	{ "tender-name-taken", "name", WORDS("Er is al een aanbesteding met deze naam."), "",
	  has_a_new_name },
	{ "tender-scheme", "scheme", WORDS("Deze regeling is in dit register niet vastgesteld."), "",
	  has_a_scheme },
	{ "tender-time", "bids_time", WORDS("Schrijf de tijd als 12:00."), "", has_a_time },
	{ "tender-days", "bids_day", WORDS("Deze dag en tijd zijn al voorbij."), "", closes_later },
	{ "tender-questions", "questions_until",
	  WORDS("Antwoorden moeten zes dagen voor de sluiting bij iedereen zijn. Laat de vragen eerder "
	        "sluiten, "
	        "en na vandaag."),
	  "richtlijn 2014/24/EU art. 47 lid 3", leaves_time_to_answer },
	{ "tender-holders", "holder_2", WORDS("Kies drie verschillende sleutelhouders."), "",
	  has_three_holders },
	{ "tender-holder-people", "holder_1",
	  WORDS("Een sleutelhouder werkt bij de gemeente en heeft een open account."), "",
	  has_people_as_holders },
	{ "tender-no-programme", "programme",
	  WORDS("Er loopt een programma. Noem het, of schrijf waarom deze aanbesteding er niet bij hoort."),
	  "", names_its_programme },
	{ "tender-programme", "programme",
	  WORDS("Dit programma is er niet. Kies er een uit de lijst van het formulier. Is die leeg, begin "
	        "dan een "
	        "programma, of schrijf waarom het zonder gaat."),
	  "", has_its_programme },
	{ "tender-programme-over", "programme",
	  WORDS("Dit programma is beëindigd. Er kan geen aanbesteding meer bij horen."), "",
	  has_a_programme_that_runs },
	{ "tender-programme-scheme", "programme",
	  WORDS("Dit programma gaat over een andere regeling dan deze aanbesteding."), "",
	  has_a_programme_of_its_scheme },
	{ "tender-prepared", "prepared",
	  WORDS("Deze voorbereiding is er niet, of is van een andere regeling."), "", has_its_preparation },
};
