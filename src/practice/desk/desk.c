/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/desk.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "platform/base/words.h"

const struct choice report_channels[] = {
	{ "phone", WORDS("telefoon") },
	{ "counter", WORDS("balie") },
	{ "form", WORDS("formulier of e-mail") },
	{ "letter", WORDS("brief") },
	{ NULL, NULL },
};

static const struct field report_fields[] = {
	FIELD(struct report, person, .label = WORDS("Persoon")),
	FIELD_INSIDE(
		struct report, who, &identity_record, .label = WORDS("Wie is het?"),
		.hint = WORDS(
			"Achternaam, geboortedatum, postcode en huisnummer zijn nodig. De rest mag later."),
		.flags = FIELD_IN_VAULT),
	FIELD(struct report, asked, .label = WORDS("Wat vraagt de inwoner?"),
	      .hint = WORDS("In de woorden van de inwoner zelf."), .required = true, .flags = FIELD_LONG,
	      .max_chars = 4000),
	FIELD(struct report, channel, .label = WORDS("Hoe kwam de melding binnen?"), .required = true,
	      .choices = report_channels),
	FIELD(struct report, received_on, .label = WORDS("Ontvangen op"), .required = true),
	FIELD(struct report, theme, .label = WORDS("Thema"),
	      .hint = WORDS("Alleen als de vraag ook voor een ander kan zijn.")),
	FIELD(struct report, question, .label = WORDS("Vraag")),
	FIELD(struct report, for_whom, .flags = FIELD_BY_DOOR),
	FIELD(struct report, area, .flags = FIELD_BY_DOOR),
	FIELD(struct report, team, .flags = FIELD_BY_DOOR),
	FIELD(struct report, owner, .flags = FIELD_BY_DOOR),
	FIELD(struct report, contact, .flags = FIELD_BY_DOOR),
	FIELD(struct report, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct report, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
	FIELD(struct report, plan_until, .flags = FIELD_BY_DOOR),
	FIELD(struct report, plan_steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record report_record = RECORD(struct report, "report_received", report_fields);

/* Without surname, day of birth and address nobody can be found again (Wmo 2015, art. 5.2.9). */
static bool says_who(const void *item)
{
	const struct report *report = item;
	const struct identity *who = &report->who;

	if (report->person != 0 && !report->situation.is_new_person)
		return true;
	return has_words(who->surname) && date_is(who->born) && has_words(who->postcode) &&
	       who->house_number > 0;
}

static bool is_in_register(const void *item)
{
	const struct report *report = item;

	return report->situation.is_new_person || report->situation.is_known_person;
}

static bool is_born_before(const void *item)
{
	const struct report *report = item;

	return !date_before(report->situation.today, report->who.born);
}

/* Older than 120 is a slip of the pen (message standard TR002). */
static bool is_born_after_1900(const void *item)
{
	const struct report *report = item;

	if (strcmp(or_empty(report->who.born_unknown), "year") == 0)
		return true; /* written as 1900, as messages do */
	return !date_is(report->who.born) || date_age_on(report->who.born, report->situation.today) <= 120;
}

static bool has_right_bsn(const void *item)
{
	const struct identity *who = &((const struct report *)item)->who;

	return !has_words(who->bsn) || bsn_is_right(who->bsn);
}

/* A name or address is one line; a line break in it would break the message to the provider. */
static bool is_in_plain_lines(const void *item)
{
	const struct identity *who = &((const struct report *)item)->who;

	for (size_t i = 0; i < identity_record.count; i++) {
		const struct field *field = &identity_record.fields[i];
		const char *text = field->type == FIELD_TEXT ? MEMBER(const char *, field, who) : NULL;

		if (text != NULL && strpbrk(text, "\n\r\t") != NULL)
			return false;
	}
	return true;
}

static bool has_right_postcode(const void *item)
{
	const struct identity *who = &((const struct report *)item)->who;

	return !has_words(who->postcode) || postcode_is_right(who->postcode);
}

static bool lives_here(const void *item)
{
	return has_words(((const struct report *)item)->area);
}

static bool has_contact(const void *item)
{
	const struct report *report = item;

	return !has_words(report->area) || (has_words(report->contact) && has_words(report->owner));
}

static bool came_in_already(const void *item)
{
	const struct report *report = item;

	return !date_before(report->situation.today, report->received_on);
}

static bool has_known_theme(const void *item)
{
	return ((const struct report *)item)->situation.is_known_theme;
}

/* What is for a partner is passed on; six weeks of investigation would only keep the resident waiting. */
static bool is_ours(const void *item)
{
	return !((const struct report *)item)->situation.is_for_partner;
}

/* A question has one outcome. */
static bool answers_an_open_question(const void *item)
{
	return ((const struct report *)item)->situation.is_open;
}

/* The six weeks run from the day on which the need was told, not from when the desk wrote it down. */
static bool came_in_when_asked(const void *item)
{
	const struct report *report = item;

	return !date_is(report->situation.asked_on) ||
	       !date_before(report->situation.asked_on, report->received_on);
}

const struct journal_rule report_rules[REPORT_RULES_COUNT] = {
	{ "report-who", "who.surname", WORDS("Vul achternaam, geboortedatum, postcode en huisnummer in."),
	  "Wmo 2015, art. 5.2.9", says_who },
	{ "report-person", "person", WORDS("Deze persoon staat niet in dit register."), "", is_in_register },
	{ "report-born-later", "who.born", WORDS("De geboortedatum ligt in de toekomst."), "",
	  is_born_before },
	{ "report-born-long-ago", "who.born",
	  WORDS("Deze geboortedatum is meer dan 120 jaar geleden. Klopt het jaar?"), "iWmo 3.2, TR002",
	  is_born_after_1900 },
	{ "report-bsn", "who.bsn",
	  WORDS("Dit kan geen BSN zijn: het doorstaat de elfproef niet. Controleer de cijfers."),
	  "iWmo 3.2, CS002", has_right_bsn },
	{ "report-lines", "who.surname",
	  WORDS("Namen en adres passen op één regel; haal de regeleinden weg."), "iWmo 3.2, RS033",
	  is_in_plain_lines },
	{ "report-postcode", "who.postcode", WORDS("Vul een postcode in als 1234 AB."), "iWmo 3.2, CS089",
	  has_right_postcode },
	{ "report-area", "who.postcode",
	  WORDS("Deze postcode hoort bij geen gebied van deze gemeente. Woont de inwoner hier?"),
	  "Wmo 2015, art. 1.2.1", lives_here },
	{ "report-contact", "who.postcode",
	  WORDS("Voor dit gebied is geen sociaal werker die aanspreekpunt kan zijn. Maak er eerst een "
	        "account voor."),
	  "", has_contact },
	{ "report-received-on", "received_on", WORDS("De dag van ontvangst ligt in de toekomst."),
	  "Wmo 2015, art. 2.3.2 lid 1", came_in_already },
	{ "report-theme", "theme", WORDS("Geen regeling van dit register kent dit thema."), "",
	  has_known_theme },
	{ "report-passed-on", "theme",
	  WORDS("Op deze dag is deze vraag voor een ander. Geef haar door; er is geen onderzoek nodig."), "",
	  is_ours },
	{ "report-question", "question",
	  WORDS("Deze vraag ligt niet meer open bij het loket. Leg een nieuwe vraag vast."), "",
	  answers_an_open_question },
	{ "report-question-later", "received_on",
	  WORDS("De termijn loopt vanaf de dag van de vraag. Vul die dag in als dag van ontvangst."),
	  "Wmo 2015, art. 2.3.2 lid 1", came_in_when_asked },
};
