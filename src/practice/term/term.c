/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/term/term.h"

#include <string.h>

#include "platform/base/words.h"

/* As the calendar calls them. */
const struct choice term_names[] = {
	{ "personal-plan", WORDS("persoonlijk plan") },
	{ "investigation", WORDS("onderzoek") },
	{ "decision", WORDS("besluit op de aanvraag") },
	{ "default-notice", WORDS("besluiten na een ingebrekestelling") },
	{ "penalty", WORDS("dwangsom") },
	{ "objection", WORDS("bezwaar maken") },
	{ "objection-decision", WORDS("beslissing op bezwaar") },
	{ "objection-decision-committee", WORDS("beslissing op bezwaar, met een commissie") },
	{ "appeal", WORDS("in beroep gaan") },
	{ NULL, NULL },
};

const struct choice term_grounds[] = {
	{ "supplement", WORDS("wij vroegen de inwoner om een aanvulling") },
	{ "consent", WORDS("de inwoner vindt uitstel goed, op papier") },
	{ "client_delay", WORDS("de vertraging komt door de inwoner") },
	{ "force_majeure", WORDS("overmacht: wij kunnen niet besluiten") },
	{ "defect", WORDS("wij vroegen om een verzuim in het bezwaar te herstellen") },
	{ TERM_UNTOLD, WORDS("de brief is nog niet verstuurd") },
	{ NULL, NULL },
};

/* A request with a day by which it must be answered; it stands still from the day after it on. */
static bool is_request(const char *ground)
{
	return strcmp(ground, "supplement") == 0 || strcmp(ground, "defect") == 0;
}

bool term_ground_fits(const char *term, const char *ground)
{
	bool is_objection = strncmp(term, "objection-decision", strlen("objection-decision")) == 0;

	if (is_objection)
		return strcmp(ground, "defect") == 0 || strcmp(ground, "consent") == 0;
	return strcmp(term, "decision") == 0 && strcmp(ground, "defect") != 0 &&
	       strcmp(ground, TERM_UNTOLD) != 0;
}

bool term_is_owed(const char *term)
{
	return strcmp(term, "decision") == 0 ||
	       strncmp(term, "objection-decision", strlen("objection-decision")) == 0;
}

static const struct field term_line_fields[] = {
	FIELD(struct term_line, about),       FIELD(struct term_line, person),
	FIELD(struct term_line, report),      FIELD(struct term_line, term, .choices = term_names),
	FIELD(struct term_line, valid_from),  FIELD(struct term_line, valid_until),
	FIELD(struct term_line, starts_on),   FIELD(struct term_line, due_on),
	FIELD(struct term_line, closed_on),   FIELD(struct term_line, still_from),
	FIELD(struct term_line, still_until), FIELD(struct term_line, ground, .choices = term_grounds),
	FIELD(struct term_line, expected_by), FIELD(struct term_line, sum, .max_chars = 20000),
};
const struct record term_line_record = RECORD(struct term_line, "term_line", term_line_fields);

bool term_is_untold(const struct term_line *line)
{
	return has_words(line->ground) && strcmp(line->ground, TERM_UNTOLD) == 0;
}

bool term_is_still(const struct term_line *line, struct date on)
{
	return date_is(line->still_from) && !date_before(on, line->still_from) &&
	       (!date_is(line->still_until) || !date_before(line->still_until, on));
}

bool term_is_over(const struct term_line *line, struct date on)
{
	bool is_duty = term_is_owed(line->term) || strcmp(line->term, "investigation") == 0;

	return !is_duty && date_is(line->due_on) && date_before(line->due_on, on);
}

/* --- the facts --- */

#define WHICH_TERM(type)                                                                                     \
	FIELD(type, person, .label = WORDS("Persoon"), .required = true),                                    \
		FIELD(type, about, .label = WORDS("Melding, besluit of bezwaar"), .required = true),         \
		FIELD(type, term, .label = WORDS("Welke termijn?"), .required = true, .choices = term_names)

static const struct field suspended_fields[] = {
	WHICH_TERM(struct term_suspended),
	FIELD(struct term_suspended, ground, .label = WORDS("Waarom staat de termijn stil?"),
	      .required = true, .choices = term_grounds),
	FIELD(struct term_suspended, told_on, .label = WORDS("Op welke dag is dit gevraagd of afgesproken?"),
	      .required = true),
	FIELD(struct term_suspended, from, .label = WORDS("Eerste dag dat de termijn stilstaat"),
	      .hint = WORDS("Leeg: de dag na die waarop het is gevraagd of afgesproken.")),
	FIELD(struct term_suspended, until, .label = WORDS("Stil tot en met"),
	      .hint = WORDS("Bij een aanvulling, herstel of uitstel: de dag die u daarvoor afsprak.")),
	FIELD(struct term_suspended, reason, .label = WORDS("Toelichting"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct term_suspended, report, .flags = FIELD_BY_DOOR),
	FIELD(struct term_suspended, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct term_suspended, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record term_suspended_record = RECORD(struct term_suspended, "term_suspended", suspended_fields);

static const struct field resumed_fields[] = {
	WHICH_TERM(struct term_resumed),
	FIELD(struct term_resumed, resumed_on, .label = WORDS("Vanaf welke dag loopt de termijn weer?"),
	      .hint = WORDS("De dag waarop de aanvulling er was, telt weer mee."), .required = true),
	FIELD(struct term_resumed, report, .flags = FIELD_BY_DOOR),
	FIELD(struct term_resumed, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct term_resumed, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record term_resumed_record = RECORD(struct term_resumed, "term_resumed", resumed_fields);

static const struct field extended_fields[] = {
	WHICH_TERM(struct term_extended),
	FIELD(struct term_extended, told_on, .label = WORDS("Verteld aan de aanvrager op"), .required = true),
	FIELD(struct term_extended, expected_by, .label = WORDS("Wanneer komt het besluit op zijn laatst?"),
	      .hint = WORDS("Een zo kort mogelijke termijn (Awb, artikel 4:14), en één keer. De wettelijke "
	                    "termijn verandert hierdoor niet."),
	      .required = true),
	FIELD(struct term_extended, reason, .label = WORDS("Waarom lukt het niet op tijd?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct term_extended, due_on, .flags = FIELD_BY_DOOR),
};
const struct record term_extended_record = RECORD(struct term_extended, "term_extended", extended_fields);

static const struct field default_notice_fields[] = {
	WHICH_TERM(struct default_notice),
	FIELD(struct default_notice, received_on, .label = WORDS("Ingebrekestelling ontvangen op"),
	      .required = true),
	FIELD(struct default_notice, report, .flags = FIELD_BY_DOOR),
	FIELD(struct default_notice, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct default_notice, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
	FIELD(struct default_notice, penalty_until, .flags = FIELD_BY_DOOR),
	FIELD(struct default_notice, penalty_steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record default_notice_record =
	RECORD(struct default_notice, "default_notice_received", default_notice_fields);

static const struct choice recount_reasons[] = {
	{ "dispatch", WORDS("de brief ging op een andere dag weg") },
	{ "holiday", WORDS("de lijst van vrije dagen veranderde") },
	{ NULL, NULL },
};

static const struct field recounted_fields[] = {
	WHICH_TERM(struct term_recounted),
	FIELD(struct term_recounted, because, .label = WORDS("Waarom opnieuw?"), .required = true,
	      .choices = recount_reasons),
	FIELD(struct term_recounted, starts_on, .label = WORDS("De termijn loopt na")),
	FIELD(struct term_recounted, report, .flags = FIELD_BY_DOOR),
	FIELD(struct term_recounted, before, .flags = FIELD_BY_DOOR),
	FIELD(struct term_recounted, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct term_recounted, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record term_recounted_record = RECORD(struct term_recounted, "term_recounted", recounted_fields);

/* --- rules --- */

static bool runs(const struct term_situation *situation)
{
	return situation->is_known && !date_is(situation->closed_on);
}

static bool suspends_running_term(const void *item)
{
	return runs(&((const struct term_suspended *)item)->situation);
}

static bool suspends_lawfully(const void *item)
{
	const struct term_suspended *suspended = item;

	return term_ground_fits(suspended->term, suspended->ground);
}

static bool suspends_in_the_past(const void *item)
{
	const struct term_suspended *suspended = item;

	return !date_before(suspended->situation.today, suspended->told_on);
}

/*
 * Awb 4:15 lid 1 and 7:10 lid 2: from the day after the request on. It stands still while it runs: from the
 * day after the one that is not counted, and no later than its last day.
 */
static bool suspends_within_term(const void *item)
{
	const struct term_suspended *suspended = item;
	const struct term_situation *situation = &suspended->situation;
	bool is_late = date_is(situation->due_on) && date_before(situation->due_on, suspended->from);

	if (!runs(situation))
		return true;
	if (is_request(suspended->ground) && suspended->from.day != suspended->told_on.day + 1)
		return false;
	return date_before(situation->starts_on, suspended->from) && !is_late;
}

/* A request and consent name their end; the others end when they end. */
static bool suspends_until(const void *item)
{
	const struct term_suspended *suspended = item;
	bool needs_end = is_request(suspended->ground) || strcmp(suspended->ground, "consent") == 0;

	if (!date_is(suspended->until))
		return !needs_end;
	return !date_before(suspended->until, suspended->from);
}

static bool suspends_once(const void *item)
{
	const struct term_suspended *suspended = item;
	const struct term_situation *situation = &suspended->situation;

	if (!date_is(situation->still_from))
		return true;
	return date_is(situation->still_until) && date_before(situation->still_until, suspended->from);
}

const struct journal_rule suspended_rules[SUSPENDED_RULES_COUNT] = {
	{ "suspend-term", "term", WORDS("Kies een termijn die nog loopt."), "Awb 4:15",
	  suspends_running_term },
	{ "suspend-ground", "ground",
	  WORDS("Om deze reden kan deze termijn niet stilstaan. Een besluit op een aanvraag kan stilstaan "
	        "voor een "
	        "aanvulling, met instemming, door vertraging van de inwoner of door overmacht; een "
	        "beslissing op "
	        "bezwaar voor herstel van een verzuim of met instemming."),
	  "Awb 4:15, 6:6, 7:10 lid 2 en 4", suspends_lawfully },
	{ "suspend-day", "told_on", WORDS("Deze dag moet nog komen."), "", suspends_in_the_past },
	{ "suspend-from", "from",
	  WORDS("De termijn staat stil vanaf een dag waarop zij loopt; na een verzoek om aanvulling of "
	        "herstel is dat "
	        "de dag erna."),
	  "Awb 4:15 lid 1, 7:10 lid 2", suspends_within_term },
	{ "suspend-until", "until",
	  WORDS("Vul in tot en met welke dag de inwoner de tijd heeft. Die ligt niet voor de eerste dag."),
	  "Awb 4:15 lid 1 en 2", suspends_until },
	{ "suspend-twice", "from", WORDS("De termijn staat op deze dag al stil."), "Awb 4:15",
	  suspends_once },
};

static bool resumes_running_term(const void *item)
{
	const struct term_situation *situation = &((const struct term_resumed *)item)->situation;

	return runs(situation) && date_is(situation->still_from);
}

static bool resumes_in_the_past(const void *item)
{
	const struct term_resumed *resumed = item;

	return !date_before(resumed->situation.today, resumed->resumed_on);
}

/* Awb 4:15 lid 1: until the day on which it was supplemented, or the time given for that ran out. */
static bool resumes_in_time(const void *item)
{
	const struct term_resumed *resumed = item;
	const struct term_situation *situation = &resumed->situation;

	if (!date_is(situation->still_from))
		return true;
	if (date_before(resumed->resumed_on, situation->still_from))
		return false;
	return !date_is(situation->still_until) || !date_before(situation->still_until, resumed->resumed_on);
}

const struct journal_rule resumed_rules[RESUMED_RULES_COUNT] = {
	{ "resume-term", "term", WORDS("Kies een termijn die stilstaat."), "Awb 4:15", resumes_running_term },
	{ "resume-day", "resumed_on", WORDS("Deze dag moet nog komen."), "", resumes_in_the_past },
	{ "resume-still", "resumed_on",
	  WORDS("Op deze dag stond de termijn niet stil. Zij loopt vanzelf weer na de dag die was "
	        "afgesproken."),
	  "Awb 4:15 lid 1", resumes_in_time },
};

/* Awb 4:14 is about decisions on an application; an objection is adjourned (7:10 lid 3). */
static bool extends_decision(const void *item)
{
	const struct term_extended *extended = item;

	return runs(&extended->situation) && strcmp(extended->term, "decision") == 0;
}

static bool extends_in_the_past(const void *item)
{
	const struct term_extended *extended = item;

	return !date_before(extended->situation.today, extended->told_on);
}

static bool extends_beyond(const void *item)
{
	const struct term_extended *extended = item;
	struct date due_on = extended->situation.due_on;

	return date_before(extended->told_on, extended->expected_by) &&
	       (!date_is(due_on) || date_before(due_on, extended->expected_by));
}

/* One new term is named, and no other after it: "een zo kort mogelijke termijn" (Awb 4:14 lid 1). */
static bool extends_once(const void *item)
{
	return !date_is(((const struct term_extended *)item)->situation.expected_by);
}

static bool extends_shortly(const void *item)
{
	const struct term_extended *extended = item;
	struct date due_on = extended->situation.due_on;
	struct date from =
		date_is(due_on) && date_before(extended->told_on, due_on) ? due_on : extended->told_on;

	return !date_before(date_add_days(from, 7 * EXTENDED_WEEKS_MOST), extended->expected_by);
}

const struct journal_rule extended_rules[EXTENDED_RULES_COUNT] = {
	{ "extend-term", "term",
	  WORDS("Dit kan alleen bij een besluit op een aanvraag waarvan de termijn nog loopt."), "Awb 4:14",
	  extends_decision },
	{ "extend-day", "told_on", WORDS("Deze dag moet nog komen."), "Awb 4:14", extends_in_the_past },
	{ "extend-by", "expected_by",
	  WORDS("Noem een dag na de laatste dag van de wettelijke termijn, en na de dag waarop u het "
	        "vertelde."),
	  "Awb 4:14", extends_beyond },
	{ "extend-once", "term",
	  WORDS("De aanvrager hoorde al een latere dag. Een tweede keer uitstellen kan niet: beslis, of "
	        "vraag of de aanvrager met meer tijd instemt."),
	  "Awb 4:14 lid 1 en 4:15 lid 2 onder a", extends_once },
	{ "extend-short", "expected_by",
	  WORDS("Noem een zo kort mogelijke termijn: op zijn laatst acht weken na de laatste dag van de wet, "
	        "of na de dag waarop u het vertelt."),
	  "Awb 4:14 lid 1 en 4:13 lid 2", extends_shortly },
};

static bool default_is_owed(const void *item)
{
	const struct default_notice *notice = item;

	return runs(&notice->situation) && term_is_owed(notice->term);
}

/* Awb 4:17 lid 3 and 6:12 lid 2: the term has passed before the notice is of any use. */
static bool default_is_late_enough(const void *item)
{
	const struct default_notice *notice = item;
	const struct term_situation *situation = &notice->situation;

	return !runs(situation) ||
	       (date_is(situation->due_on) && date_before(situation->due_on, notice->received_on));
}

static bool default_is_past(const void *item)
{
	const struct default_notice *notice = item;

	return !date_before(notice->situation.today, notice->received_on);
}

static bool default_is_first(const void *item)
{
	return !((const struct default_notice *)item)->situation.is_given;
}

const struct journal_rule default_rules[DEFAULT_RULES_COUNT] = {
	{ "default-term", "term",
	  WORDS("Kies een besluit of een beslissing op bezwaar waarop de inwoner nog wacht."),
	  "Awb 4:17 en 7:14", default_is_owed },
	{ "default-early", "received_on",
	  WORDS("De termijn was op deze dag nog niet voorbij, dus deze ingebrekestelling is te vroeg. "
	        "Schrijf de "
	        "inwoner terug wanneer het besluit er op zijn laatst is."),
	  "Awb 4:17 lid 3", default_is_late_enough },
	{ "default-day", "received_on", WORDS("Deze dag moet nog komen."), "", default_is_past },
	{ "default-twice", "term", WORDS("Hiervoor is al een ingebrekestelling ontvangen; de eerste telt."),
	  "Awb 4:17 lid 3", default_is_first },
};

/* What is closed keeps the last day it had. */
static bool recounts_running_term(const void *item)
{
	return runs(&((const struct term_recounted *)item)->situation);
}

const struct journal_rule recounted_rules[RECOUNTED_RULES_COUNT] = {
	{ "recount-term", "term", WORDS("Alleen een termijn die nog loopt wordt opnieuw berekend."),
	  "Algemene termijnenwet art. 1 en 3", recounts_running_term },
};
