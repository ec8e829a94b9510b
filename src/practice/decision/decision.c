/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/decision.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "platform/base/words.h"
#include "practice/decision/at_once.h"

const struct choice decision_outcomes[] = {
	{ "granted", WORDS("toegekend") },
	{ "partial", WORDS("deels toegekend") },
	{ "refused", WORDS("afgewezen") },
	{ NULL, NULL },
};

const struct choice decision_ties[] = {
	{ "circumstances", WORDS("uw persoonlijke omstandigheden") },
	{ "health_care", WORDS("zorg uit de zorgverzekering") },
	{ "youth_help", WORDS("jeugdhulp") },
	{ "education", WORDS("onderwijs") },
	{ "work", WORDS("betaald werk") },
	{ "schooling", WORDS("scholing") },
	{ "income", WORDS("hulp bij werk en inkomen (Participatiewet)") },
	{ "belief", WORDS("uw godsdienst, levensovertuiging of culturele achtergrond") },
	{ NULL, NULL },
};

static const struct field application_fields[] = {
	FIELD(struct application, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct application, received_on, .label = WORDS("Aanvraag ontvangen op"), .required = true),
	FIELD(struct application, person, .flags = FIELD_BY_DOOR),
	FIELD(struct application, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct application, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record application_record =
	RECORD(struct application, "application_received", application_fields);

static const struct field decision_line_fields[] = {
	FIELD(struct decision_line, product, .label = WORDS("Product"), .required = true),
	FIELD(struct decision_line, amount, .label = WORDS("Hoeveel"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 10000),
	FIELD(struct decision_line, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct decision_line, last_day, .label = WORDS("Tot en met")),
	FIELD(struct decision_line, reasons, .label = WORDS("Waarom deze hoeveelheid?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct decision_line, norm_set, .label = WORDS("Tijdnorm"),
	      .hint = WORDS("De norm waarmee de hoeveelheid is berekend, als er een is gebruikt."),
	      .max_chars = 60),
	FIELD(struct decision_line, household_reason,
	      .label = WORDS("Waarom ook voor een ander op dit adres?"),
	      .hint = WORDS("Alleen als iemand op dit adres dit al heeft voor het hele huishouden."),
	      .max_chars = 1000),
	FIELD(struct decision_line, evaluate_on, .label = WORDS("Samen kijken of het werkt op")),
	FIELD(struct decision_line, reassess_on, .label = WORDS("Opnieuw kijken wat er nodig is op"),
	      .hint = WORDS("Voor de laatste dag, of eerder als er iets verandert.")),
	FIELD(struct decision_line, unit, .flags = FIELD_BY_DOOR),
	FIELD(struct decision_line, frequency, .flags = FIELD_BY_DOOR),
};
const struct record decision_line_record =
	RECORD(struct decision_line, "decision_line", decision_line_fields);

static const struct field at_once_end_fields[] = {
	FIELD(struct at_once_end, urgent),
	FIELD(struct at_once_end, ends_from),
};
const struct record at_once_end_record = RECORD(struct at_once_end, "at_once_end", at_once_end_fields);

static const struct field at_once_support_fields[] = {
	FIELD(struct at_once_support, assignment),
	FIELD(struct at_once_support, ends_from),
};
const struct record at_once_support_record =
	RECORD(struct at_once_support, "at_once_support", at_once_support_fields);

static const struct field decision_fields[] = {
	FIELD(struct decision, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct decision, decided_on, .label = WORDS("Datum van het besluit"), .required = true),
	FIELD(struct decision, outcome, .label = WORDS("Besluit"), .required = true,
	      .choices = decision_outcomes),
	FIELD(struct decision, lines, .label = WORDS("Wat wordt toegekend"), .of = &decision_line_record),
	FIELD(struct decision, not_granted, .label = WORDS("Wat wordt niet toegekend, en waarom?"),
	      .hint = WORDS("Alleen als een deel wordt toegekend."), .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct decision, budgets, .label = WORDS("Persoonsgebonden budget"),
	      .hint = WORDS("Alleen voor wat de inwoner zelf wil inkopen."), .of = &personal_budget_record),
	FIELD(struct decision, budget_refused,
	      .label = WORDS("Een gevraagd persoonsgebonden budget kan niet, omdat"),
	      .choices = budget_refusals),
	FIELD(struct decision, budget_refused_why, .label = WORDS("Leg uit waarom dat budget niet kan"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct decision, contribution, .label = WORDS("Eigen bijdrage"), .choices = contributions),
	FIELD(struct decision, ties, .label = WORDS("Waarmee is dit afgestemd?"), .choices = decision_ties),
	FIELD(struct decision, ties_words, .label = WORDS("Hoe is het daarmee afgestemd?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct decision, reasons, .label = WORDS("Motivering"),
	      .hint = WORDS("Waarom is zo besloten? De inwoner leest dit in de beschikking."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 8000),
	FIELD(struct decision, decided_by, .label = WORDS("Wie besluit"),
	      .hint = WORDS("De naam van wie namens het college besluit."), .required = true),
	FIELD(struct decision, mandate, .label = WORDS("Op welk mandaat?"),
	      .hint = WORDS("Bijvoorbeeld: Mandaatbesluit sociaal domein 2023, artikel 4.")),
	FIELD(struct decision, person, .flags = FIELD_BY_DOOR),
	FIELD(struct decision, authority, .label = WORDS("Gemeente die besluit"), .flags = FIELD_BY_DOOR),
	FIELD(struct decision, objection_until, .flags = FIELD_BY_DOOR),
	FIELD(struct decision, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
	FIELD(struct decision, contribution_cents, .flags = FIELD_BY_DOOR),
	FIELD(struct decision, replaces, .flags = FIELD_BY_DOOR),
	FIELD(struct decision, at_once, .flags = FIELD_BY_DOOR, .of = &at_once_end_record),
	FIELD(struct decision, at_once_support, .flags = FIELD_BY_DOOR, .of = &at_once_support_record),
};
const struct record decision_record = RECORD(struct decision, "decision_taken", decision_fields);

/* --- application --- */

static bool application_has_report(const void *item)
{
	return ((const struct application *)item)->situation.is_known_report;
}

/* After the investigation, unless its six weeks have passed (Wmo 2015, art. 2.3.2 lid 9). */
static bool application_is_in_time(const void *item)
{
	const struct application *application = item;
	const struct application_situation *situation = &application->situation;

	return situation->is_investigated ||
	       date_before(situation->investigation_due_on, application->received_on);
}

static bool application_is_first(const void *item)
{
	return !((const struct application *)item)->situation.is_applied;
}

static bool application_is_after_report(const void *item)
{
	const struct application *application = item;

	return !date_before(application->received_on, application->situation.received_on);
}

static bool application_is_not_in_future(const void *item)
{
	const struct application *application = item;

	return !date_before(application->situation.today, application->received_on);
}

const struct journal_rule application_rules[APPLICATION_RULES_COUNT] = {
	{ "application-report", "report", WORDS("Deze melding staat niet in dit register."),
	  "Wmo 2015, art. 2.3.2 lid 9", application_has_report },
	{ "application-too-early", "received_on",
	  WORDS("Een aanvraag kan pas na het onderzoek, of als de zes weken daarvoor voorbij zijn."),
	  "Wmo 2015, art. 2.3.2 lid 9", application_is_in_time },
	{ "application-once", "report", WORDS("Er is al een aanvraag na deze melding."), "",
	  application_is_first },
	{ "application-before-report", "received_on",
	  WORDS("De aanvraag kan niet vóór de melding zijn ontvangen."), "", application_is_after_report },
	{ "application-future", "received_on", WORDS("Deze dag ligt in de toekomst."), "",
	  application_is_not_in_future },
};

/* --- decision --- */

struct date decision_line_until(const struct decision_line *line)
{
	return date_until(line->last_day);
}

bool decision_line_is_budget(const struct decision *decision, const struct decision_line *line)
{
	const struct personal_budget *budgets = decision->budgets.items;

	for (size_t i = 0; i < decision->budgets.count; i++)
		if (strcmp(budgets[i].product, line->product) == 0)
			return true;
	return false;
}

size_t decision_lines_in_kind(const struct decision *decision)
{
	const struct decision_line *lines = decision->lines.items;
	size_t count = 0;

	for (size_t i = 0; i < decision->lines.count; i++)
		count += decision_line_is_budget(decision, &lines[i]) ? 0 : 1;
	return count;
}

static bool is_partial(const struct decision *decision)
{
	return decision->outcome != NULL && strcmp(decision->outcome, "partial") == 0;
}

/* In whole or in part. */
static bool is_granted(const struct decision *decision)
{
	return decision->outcome != NULL &&
	       (strcmp(decision->outcome, "granted") == 0 || is_partial(decision));
}

static bool decision_has_report(const void *item)
{
	return ((const struct decision *)item)->situation.is_known_report;
}

static bool decision_has_application(const void *item)
{
	return ((const struct decision *)item)->situation.is_applied;
}

/* Once, but for a refusal that does not stay after an objection (Awb, art. 7:11 lid 2). */
static bool decision_is_first(const void *item)
{
	const struct decision_situation *situation = &((const struct decision *)item)->situation;

	return !situation->is_decided || situation->is_reopened;
}

static bool decision_is_after_application(const void *item)
{
	const struct decision *decision = item;

	return !date_before(decision->decided_on, decision->situation.applied_on);
}

static bool decision_is_not_in_future(const void *item)
{
	const struct decision *decision = item;

	return !date_before(decision->situation.today, decision->decided_on);
}

static bool grant_has_lines(const void *item)
{
	const struct decision *decision = item;

	return !is_granted(decision) || decision->lines.count > 0;
}

static bool refusal_has_no_lines(const void *item)
{
	const struct decision *decision = item;

	return is_granted(decision) || decision->lines.count == 0;
}

static bool knows_products(const void *item)
{
	return ((const struct decision *)item)->situation.is_known_product;
}

/* Each line, until one does not fit. */
static bool all_lines(const void *item, bool (*fits)(const struct decision_line *line))
{
	const struct decision *decision = item;
	const struct decision_line *lines = decision->lines.items;

	for (size_t i = 0; i < decision->lines.count; i++)
		if (!fits(&lines[i]))
			return false;
	return true;
}

static bool line_has_amount(const struct decision_line *line)
{
	return line->amount > 0;
}

/* A grant without a stated amount of time breaks legal certainty. */
static bool has_amounts(const void *item)
{
	return all_lines(item, line_has_amount);
}

static bool line_ends_after_start(const struct decision_line *line)
{
	return date_before(line->from, decision_line_until(line));
}

static bool ends_after_start(const void *item)
{
	return all_lines(item, line_ends_after_start);
}

struct date decision_first_day(struct date since, struct date born)
{
	int year = 0, month = 0, day = 0;
	struct date first;

	date_parts(since, &year, &month, &day);
	first = date_of(year, 1, 1);
	return date_is(born) && date_before(first, born) ? born : first;
}

bool decision_lasts_a_life(struct date from, struct date last_day)
{
	int first_year = 0, last_year = 0, month = 0, day = 0;

	if (!date_is(last_day))
		return true;
	date_parts(from, &first_year, &month, &day);
	date_parts(last_day, &last_year, &month, &day);
	return last_year - first_year <= DECISION_YEARS_MOST;
}

/* What was before is not granted afterwards; help begins when it is asked for, or later (art. 2.3.5 lid 3).
 */
static bool begins_in_time(const void *item)
{
	const struct decision *decision = item;
	const struct decision_line *lines = decision->lines.items;
	const struct decision_situation *situation = &decision->situation;

	for (size_t i = 0; i < decision->lines.count; i++)
		if (date_is(situation->applied_on) &&
		    date_before(lines[i].from, decision_first_day(situation->applied_on, situation->born)))
			return false;
	return true;
}

static bool line_lasts_a_life(const struct decision_line *line)
{
	return decision_lasts_a_life(line->from, line->last_day);
}

static bool ends_in_a_life(const void *item)
{
	return all_lines(item, line_lasts_a_life);
}

static bool has_last_day_where_needed(const void *item)
{
	return ((const struct decision *)item)->situation.weekly_has_last_day;
}

static bool names_product_once(const void *item)
{
	const struct decision *decision = item;
	const struct decision_line *lines = decision->lines.items;

	for (size_t i = 0; i < decision->lines.count; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(lines[i].product, lines[j].product) == 0)
				return false;
	return true;
}

static bool does_not_overlap(const void *item)
{
	return !((const struct decision *)item)->situation.overlaps;
}

/* Norm research is usable only while it stands, with the policy choices it was based on
 * (ECLI:NL:CRVB:2018:3835). */
static bool has_standing_norms(const void *item)
{
	return ((const struct decision *)item)->situation.norms_hold;
}

/*
 * Help with the household is for the household: what two residents who live together need is looked at once,
 * and what the one has serves the other too (Wmo 2015, art. 2.3.5 lid 3 and 2.3.2 lid 4 onder b). A second
 * grant is right only where they keep house apart, or need more than the first grant counted, and says so.
 */
static bool is_once_for_household(const void *item)
{
	return !((const struct decision *)item)->situation.is_in_household;
}

static bool partial_says_what_not(const void *item)
{
	const struct decision *decision = item;

	return is_partial(decision) == has_words(decision->not_granted);
}

static bool grants_product(const struct decision *decision, const char *product)
{
	const struct decision_line *lines = decision->lines.items;

	for (size_t i = 0; i < decision->lines.count; i++)
		if (strcmp(lines[i].product, product) == 0)
			return true;
	return false;
}

/* A personal budget is another form of something granted. */
static bool budgets_are_granted(const void *item)
{
	const struct decision *decision = item;
	const struct personal_budget *budgets = decision->budgets.items;

	for (size_t i = 0; i < decision->budgets.count; i++) {
		if (!grants_product(decision, budgets[i].product))
			return false;
		for (size_t j = 0; j < i; j++)
			if (strcmp(budgets[i].product, budgets[j].product) == 0)
				return false;
	}
	return true;
}

/* Able, a motivated wish, good quality, and a sum that can be checked. */
static bool budgets_are_founded(const void *item)
{
	const struct decision *decision = item;
	const struct personal_budget *budgets = decision->budgets.items;

	for (size_t i = 0; i < decision->budgets.count; i++)
		if (!personal_budget_is_founded(&budgets[i]))
			return false;
	return true;
}

static bool budget_refusal_is_explained(const void *item)
{
	const struct decision *decision = item;

	return !has_words(decision->budget_refused) || has_words(decision->budget_refused_why);
}

static bool ties_are_explained(const void *item)
{
	const struct decision *decision = item;

	return decision->ties.count == 0 || has_words(decision->ties_words);
}

static bool is_day_of_line(const struct decision_line *line, struct date day)
{
	return !date_is(day) || date_within(day, line->from, decision_line_until(line));
}

/* The college looks now and then whether there is reason to reconsider (Wmo 2015, art. 2.3.9). */
static bool looks_while_it_runs(const void *item)
{
	const struct decision *decision = item;
	const struct decision_line *lines = decision->lines.items;

	for (size_t i = 0; i < decision->lines.count; i++)
		if (!is_day_of_line(&lines[i], lines[i].evaluate_on) ||
		    !is_day_of_line(&lines[i], lines[i].reassess_on))
			return false;
	return true;
}

const struct journal_rule decision_rules[DECISION_RULES_COUNT] = {
	{ "decision-report", "report", WORDS("Deze melding staat niet in dit register."), "",
	  decision_has_report },
	{ "decision-application", "report", WORDS("Er is nog geen aanvraag. Leg eerst de aanvraag vast."),
	  "Wmo 2015, art. 2.3.5 lid 1", decision_has_application },
	{ "decision-once", "report", WORDS("Op deze aanvraag is al besloten."), "", decision_is_first },
	{ "decision-before-application", "decided_on",
	  WORDS("Het besluit kan niet vóór de aanvraag zijn genomen."), "Wmo 2015, art. 2.3.5 lid 2",
	  decision_is_after_application },
	{ "decision-future", "decided_on", WORDS("Deze dag ligt in de toekomst."), "",
	  decision_is_not_in_future },
	{ "decision-empty", "lines", WORDS("Noem wat wordt toegekend: product, hoeveelheid en periode."),
	  "Wmo 2015, art. 2.3.5 lid 3", grant_has_lines },
	{ "decision-refused-lines", "lines",
	  WORDS("Bij een afwijzing hoort geen toekenning. Maak de regels leeg."), "", refusal_has_no_lines },
	{ "decision-product", "lines", WORDS("Dit product hoort niet bij de regeling van deze gemeente."), "",
	  knows_products },
	{ "decision-amount", "lines", WORDS("Vul bij elk product in hoeveel er wordt toegekend, meer dan 0."),
	  "CRvB 26 mei 2021, ECLI:NL:CRVB:2021:1381", has_amounts },
	{ "decision-period", "lines", WORDS("De laatste dag ligt vóór de eerste dag."), "iWmo 3.2, CS003",
	  ends_after_start },
	{ "decision-last-day", "lines",
	  WORDS("Een hoeveelheid per week heeft een laatste dag nodig (tot en met)."), "iWmo 3.2, CD076",
	  has_last_day_where_needed },
	{ "decision-doubled", "lines", WORDS("Noem elk product één keer."), "iWmo 3.2, TR302",
	  names_product_once },
	{ "decision-overlap", "lines",
	  WORDS("Een van deze producten loopt in (een deel van) deze periode al. Kies een andere eerste "
	        "dag."),
	  "iWmo 3.2, OP259", does_not_overlap },
	{ "decision-norm", "lines",
	  WORDS("Deze tijdnorm bestaat niet, geldt nu niet, of mag niet meer worden gebruikt. Reken met een "
	        "andere norm."),
	  "CRvB 10 december 2018, ECLI:NL:CRVB:2018:3835", has_standing_norms },
	{ "decision-household", "lines",
	  WORDS("Iemand op dit adres heeft deze hulp al, voor het hele huishouden. Laat hen die delen, of "
	        "schrijf waarom er "
	        "meer nodig is."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder b en art. 2.3.5 lid 3", is_once_for_household },
	{ "decision-partial", "not_granted",
	  WORDS("Schrijf op wat niet wordt toegekend en waarom; alleen bij een besluit dat deels toekent."),
	  "Awb, art. 3:46", partial_says_what_not },
	{ "decision-budget-product", "budgets",
	  WORDS("Een persoonsgebonden budget hoort bij een product dat wordt toegekend; elk product één "
	        "keer."),
	  "Wmo 2015, art. 2.3.6 lid 1", budgets_are_granted },
	{ "decision-budget-grounds", "budgets",
	  WORDS("Schrijf bij het budget op: hoe het bedrag is gevonden, waarom de inwoner zelf wil inkopen, "
	        "wie het beheert en hoe de hulp veilig en goed is."),
	  "Wmo 2015, art. 2.3.6 lid 2", budgets_are_founded },
	{ "decision-budget-refused", "budget_refused_why",
	  WORDS("Leg uit waarom het gevraagde budget niet kan."),
	  "Wmo 2015, art. 2.3.6 lid 5; Awb, art. 3:46", budget_refusal_is_explained },
	{ "decision-too-early", "lines",
	  WORDS("Wat wordt toegekend begint niet vóór het jaar van de aanvraag, en niet vóór de geboorte. "
	        "Kijk de eerste dag na."),
	  "Wmo 2015, art. 2.3.5 lid 3", begins_in_time },
	{ "decision-too-long", "lines",
	  WORDS("De laatste dag ligt meer dan 99 jaar na de eerste. Heeft de hulp geen einde, laat de "
	        "laatste dag dan leeg."),
	  "iWmo 3.2, CD076", ends_in_a_life },
	{ "decision-ties", "ties_words", WORDS("Schrijf op hoe het besluit daarmee is afgestemd."),
	  "Wmo 2015, art. 2.3.5 lid 5", ties_are_explained },
	{ "decision-evaluation", "lines",
	  WORDS("Kies een dag om te kijken of het werkt, en om opnieuw te kijken, in de periode van de "
	        "toekenning."),
	  "Wmo 2015, art. 2.3.9", looks_while_it_runs },
};
