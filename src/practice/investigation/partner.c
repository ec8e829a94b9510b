/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/partner.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice investigation_partners[] = {
	{ "health_insurer", WORDS("zorgverzekeraar") },
	{ "health_care", WORDS("huisarts of wijkverpleging") },
	{ "public_health", WORDS("GGD, publieke gezondheid") },
	{ "youth", WORDS("jeugdhulp") },
	{ "education", WORDS("school of leerplicht") },
	{ "welfare", WORDS("welzijnswerk") },
	{ "housing", WORDS("woningcorporatie") },
	{ "work_and_income", WORDS("werk en inkomen") },
	{ "debt_help", WORDS("schuldhulp") },
	{ NULL, NULL },
};
/* From these nothing about a person may come without unambiguous consent. */
static const char *const consent_needed[] = { "health_insurer", "health_care", "youth", "work_and_income",
	                                      "debt_help" };

const struct choice partner_consents[] = {
	{ "given", WORDS("ja, ondubbelzinnig gegeven") },
	{ "nothing_shared", WORDS("niet nodig: er zijn geen gegevens over de persoon gedeeld") },
	{ "refused", WORDS("nee, geweigerd: er is niet overlegd") },
	{ NULL, NULL },
};

static const struct field partner_fields[] = {
	FIELD(struct partner_consulted, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct partner_consulted, consulted_on, .label = WORDS("Datum"), .required = true),
	FIELD(struct partner_consulted, partner, .label = WORDS("Met wie is overlegd?"), .required = true,
	      .choices = investigation_partners),
	FIELD(struct partner_consulted, why, .label = WORDS("Waarom is dat nodig voor deze vraag?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct partner_consulted, consent, .label = WORDS("Gaf de inwoner toestemming?"),
	      .required = true, .choices = partner_consents),
	FIELD(struct partner_consulted, consent_by, .label = WORDS("Wie gaf toestemming?"),
	      .hint = WORDS("De inwoner zelf, of de vertegenwoordiger.")),
	FIELD(struct partner_consulted, consent_on, .label = WORDS("Toestemming gegeven op")),
	FIELD(struct partner_consulted, consent_how, .label = WORDS("Hoe is de toestemming gegeven?"),
	      .hint = WORDS("Bijvoorbeeld: met een handtekening, na uitleg wat wij vragen en waarom."),
	      .max_chars = 500),
	FIELD(struct partner_consulted, outcome, .label = WORDS("Wat is afgesproken?"), .flags = FIELD_LONG,
	      .max_chars = 2000),
	FIELD(struct partner_consulted, person, .flags = FIELD_BY_DOOR),
};
const struct record partner_consulted_record =
	RECORD(struct partner_consulted, "partner_consulted", partner_fields);

static const struct field partner_line_fields[] = {
	FIELD(struct partner_line, partner, .choices = investigation_partners),
	FIELD(struct partner_line, why),
	FIELD(struct partner_line, consent, .choices = partner_consents),
	FIELD(struct partner_line, consent_by),
	FIELD(struct partner_line, consent_how),
	FIELD(struct partner_line, outcome),
	FIELD(struct partner_line, consulted_on),
	FIELD(struct partner_line, consent_on),
	FIELD(struct partner_line, withdrawn_on),
	FIELD(struct partner_line, consulted),
	FIELD(struct partner_line, may_withdraw),
};
const struct record partner_line_record = RECORD(struct partner_line, "partner_line", partner_line_fields);

static const struct field remarks_fields[] = {
	FIELD(struct remarks_received, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct remarks_received, received_on, .label = WORDS("Ontvangen op"), .required = true),
	FIELD(struct remarks_received, remarks, .label = WORDS("Wat zegt de inwoner over het verslag?"),
	      .hint = WORDS("In de eigen woorden van de inwoner."), .required = true, .flags = FIELD_LONG,
	      .max_chars = 4000),
	FIELD(struct remarks_received, answer, .label = WORDS("Wat is ermee gedaan?"), .flags = FIELD_LONG,
	      .max_chars = 2000),
	FIELD(struct remarks_received, person, .flags = FIELD_BY_DOOR),
};
const struct record remarks_received_record =
	RECORD(struct remarks_received, "remarks_received", remarks_fields);

static const struct field remark_line_fields[] = {
	FIELD(struct remark_line, remarks),
	FIELD(struct remark_line, answer),
	FIELD(struct remark_line, received_on),
};
const struct record remark_line_record = RECORD(struct remark_line, "remark_line", remark_line_fields);

static bool partner_has_report(const void *item)
{
	return ((const struct partner_consulted *)item)->step.is_known_report;
}

static bool partner_day_fits(const void *item)
{
	const struct partner_consulted *consulted = item;

	return investigation_step_fits(&consulted->step, consulted->consulted_on);
}

static bool is_given(const struct partner_consulted *consulted)
{
	return consulted->consent != NULL && strcmp(consulted->consent, "given") == 0;
}

/*
 * What other domains know of somebody may be used only with the unambiguous consent of the person
 * (Wmo 2015, art. 5.1.1 lid 4: youth, income and debts; art. 5.2.5: health insurers and care).
 */
static bool partner_has_consent(const void *item)
{
	const struct partner_consulted *consulted = item;

	if (is_given(consulted) || (consulted->consent != NULL && strcmp(consulted->consent, "refused") == 0))
		return true;
	for (size_t i = 0; i < COUNT(consent_needed); i++)
		if (consulted->partner != NULL && strcmp(consulted->partner, consent_needed[i]) == 0)
			return false;
	return true;
}

/* Unambiguous: by whom, when and how stands beside it, and it came first. */
static bool partner_consent_is_clear(const void *item)
{
	const struct partner_consulted *consulted = item;

	return !is_given(consulted) || (has_words(consulted->consent_by) &&
	                                has_words(consulted->consent_how) && date_is(consulted->consent_on) &&
	                                !date_before(consulted->consulted_on, consulted->consent_on));
}

/* What was taken back is asked for anew; what was asked before that day stays lawful (AVG, art. 7 lid 3). */
static bool partner_consent_stands(const void *item)
{
	const struct partner_consulted *consulted = item;

	return !is_given(consulted) || !date_is(consulted->taken_back_on) ||
	       date_before(consulted->consulted_on, consulted->taken_back_on) ||
	       (date_before(consulted->taken_back_of, consulted->consent_on) &&
	        !date_before(consulted->consent_on, consulted->taken_back_on));
}

const struct journal_rule partner_rules[PARTNER_RULES_COUNT] = {
	{ "partner-report", "report", WORDS("Deze melding staat niet in dit register."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder f", partner_has_report },
	{ "partner-day", "consulted_on", WORDS("Kies een dag tussen de melding en vandaag."), "",
	  partner_day_fits },
	{ "partner-consent", "consent",
	  WORDS("Met deze partner mag u alleen overleggen als de inwoner daar ondubbelzinnig toestemming "
	        "voor geeft."),
	  "Wmo 2015, art. 5.1.1 lid 4 en art. 5.2.5", partner_has_consent },
	{ "partner-consent-clear", "consent_by",
	  WORDS("Schrijf wie toestemming gaf, wanneer en hoe. De toestemming komt vóór het overleg."),
	  "Wmo 2015, art. 5.1.1 lid 4; AVG, art. 7 lid 1", partner_consent_is_clear },
	{ "partner-consent-back", "consent_on",
	  WORDS("De inwoner heeft deze toestemming ingetrokken. Vraag opnieuw toestemming, of overleg niet."),
	  "AVG, art. 7 lid 3", partner_consent_stands },
};

static bool remarks_have_report(const void *item)
{
	return ((const struct remarks_received *)item)->step.is_known_report;
}

static bool remarks_are_after_report(const void *item)
{
	return ((const struct remarks_received *)item)->step.is_concluded;
}

static bool remarks_day_fits(const void *item)
{
	const struct remarks_received *remarks = item;

	return investigation_step_fits(&remarks->step, remarks->received_on);
}

const struct journal_rule remarks_rules[REMARKS_RULES_COUNT] = {
	{ "remarks-report", "report", WORDS("Deze melding staat niet in dit register."),
	  "Wmo 2015, art. 2.3.2 lid 8", remarks_have_report },
	{ "remarks-concluded", "report", WORDS("Er is nog geen verslag: rond eerst het onderzoek af."),
	  "Wmo 2015, art. 2.3.2 lid 8", remarks_are_after_report },
	{ "remarks-day", "received_on", WORDS("Kies een dag tussen de melding en vandaag."), "",
	  remarks_day_fits },
};
