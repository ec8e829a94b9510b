/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/topic.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice investigation_topics[] = {
	{ "a", WORDS("a. Behoeften, kenmerken en voorkeuren") },
	{ "b", WORDS("b. Wat iemand zelf kan, en gebruikelijke hulp van huisgenoten") },
	{ "c", WORDS("c. Mantelzorg en hulp uit het netwerk") },
	{ "d", WORDS("d. Wat de mantelzorger nodig heeft") },
	{ "e", WORDS("e. Algemene voorzieningen en nuttige activiteiten") },
	{ "f", WORDS("f. Afstemmen met anderen, zoals zorg, jeugd, werk en inkomen") },
	{ "g", WORDS("g. Eigen bijdrage") },
	{ NULL, NULL },
};

const struct choice investigation_life_domains[] = {
	{ "finances", WORDS("geld") },
	{ "work", WORDS("werk en opleiding") },
	{ "daytime", WORDS("dagbesteding") },
	{ "housing", WORDS("wonen") },
	{ "home", WORDS("relaties thuis") },
	{ "mental", WORDS("geestelijke gezondheid") },
	{ "physical", WORDS("lichamelijke gezondheid") },
	{ "addiction", WORDS("middelengebruik") },
	{ "self_care", WORDS("voor zichzelf zorgen") },
	{ "household", WORDS("het huishouden en regelen") },
	{ "network", WORDS("sociaal netwerk") },
	{ "participation", WORDS("meedoen") },
	{ "justice", WORDS("justitie") },
	{ NULL, NULL },
};

static const struct field opened_fields[] = {
	FIELD(struct topic_opened, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct topic_opened, topic, .label = WORDS("Onderwerp"), .required = true,
	      .choices = investigation_topics),
	FIELD(struct topic_opened, life_domain, .label = WORDS("Leefgebied"),
	      .hint = WORDS("Alleen bij a, en alleen het gebied waar de vraag over gaat."),
	      .choices = investigation_life_domains),
	FIELD(struct topic_opened, need, .label = WORDS("Waarom is dit nodig voor deze vraag?"),
	      .hint = WORDS("Wat niet nodig is, vragen wij niet. De inwoner kan dit lezen."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct topic_opened, opened_on, .label = WORDS("Geopend op"), .required = true),
	FIELD(struct topic_opened, person, .flags = FIELD_BY_DOOR),
};
const struct record topic_opened_record = RECORD(struct topic_opened, "topic_opened", opened_fields);

static const struct field examined_fields[] = {
	FIELD(struct topic_examined, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct topic_examined, topic, .label = WORDS("Onderwerp"), .required = true,
	      .choices = investigation_topics),
	FIELD(struct topic_examined, life_domain, .label = WORDS("Leefgebied"),
	      .choices = investigation_life_domains),
	FIELD(struct topic_examined, found, .label = WORDS("Wat kwam eruit?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct topic_examined, examined_on, .label = WORDS("Besproken op"), .required = true),
	FIELD(struct topic_examined, person, .flags = FIELD_BY_DOOR),
};
const struct record topic_examined_record = RECORD(struct topic_examined, "topic_examined", examined_fields);

static const struct field line_fields[] = {
	FIELD(struct topic_line, topic, .choices = investigation_topics),
	FIELD(struct topic_line, life_domain, .choices = investigation_life_domains),
	FIELD(struct topic_line, need),
	FIELD(struct topic_line, found),
	FIELD(struct topic_line, opened_on),
	FIELD(struct topic_line, examined_on),
};
const struct record topic_line_record = RECORD(struct topic_line, "topic_line", line_fields);

static bool opened_has_report(const void *item)
{
	return ((const struct topic_opened *)item)->step.is_known_report;
}

static bool opened_is_in_time(const void *item)
{
	return !((const struct topic_opened *)item)->step.is_concluded;
}

static bool opened_on_fits(const void *item)
{
	const struct topic_opened *opened = item;

	return investigation_step_fits(&opened->step, opened->opened_on);
}

static bool opened_is_first(const void *item)
{
	return !((const struct topic_opened *)item)->is_open;
}

/* Life domains are part of the needs; each is a topic of its own, with a need of its own. */
static bool opened_domain_fits(const void *item)
{
	const struct topic_opened *opened = item;

	return !has_words(opened->life_domain) || strcmp(opened->topic, "a") == 0;
}

/* The same words for another topic are no reason for this one. */
static bool opened_need_is_own(const void *item)
{
	return !((const struct topic_opened *)item)->is_need_copied;
}

const struct journal_rule topic_opened_rules[TOPIC_OPENED_RULES_COUNT] = {
	{ "topic-report", "report", WORDS("Deze melding staat niet in dit register."),
	  "Wmo 2015, art. 2.3.2 lid 1", opened_has_report },
	{ "topic-concluded", "report", WORDS("Het onderzoek naar deze melding is al afgerond."),
	  "Wmo 2015, art. 2.3.2 lid 1", opened_is_in_time },
	{ "topic-day", "opened_on", WORDS("Kies een dag tussen de melding en vandaag."), "", opened_on_fits },
	{ "topic-once", "topic", WORDS("Dit onderwerp is al geopend."), "", opened_is_first },
	{ "topic-domain", "life_domain", WORDS("Een leefgebied hoort alleen bij onderwerp a."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder a", opened_domain_fits },
	{ "topic-need-copied", "need",
	  WORDS("Deze reden staat al bij een ander onderwerp. Schrijf waarom juist dit onderwerp nodig is."),
	  "AVG, art. 5 lid 1 onder c", opened_need_is_own },
};

static bool examined_has_report(const void *item)
{
	return ((const struct topic_examined *)item)->step.is_known_report;
}

static bool examined_is_in_time(const void *item)
{
	return !((const struct topic_examined *)item)->step.is_concluded;
}

static bool examined_on_fits(const void *item)
{
	const struct topic_examined *examined = item;

	return investigation_step_fits(&examined->step, examined->examined_on);
}

static bool examined_is_open(const void *item)
{
	return ((const struct topic_examined *)item)->is_open;
}

const struct journal_rule topic_examined_rules[TOPIC_EXAMINED_RULES_COUNT] = {
	{ "examined-report", "report", WORDS("Deze melding staat niet in dit register."),
	  "Wmo 2015, art. 2.3.2 lid 1", examined_has_report },
	{ "examined-concluded", "report", WORDS("Het onderzoek naar deze melding is al afgerond."),
	  "Wmo 2015, art. 2.3.2 lid 1", examined_is_in_time },
	{ "examined-day", "examined_on", WORDS("Kies een dag tussen de melding en vandaag."), "",
	  examined_on_fits },
	{ "examined-closed", "topic",
	  WORDS("Dit onderwerp is niet geopend. Schrijf eerst waarom het nodig is voor deze vraag."),
	  "AVG, art. 5 lid 1 onder c", examined_is_open },
};
