/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/objection/objection.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice objection_ways[] = {
	{ "post", WORDS("per post") },
	{ "counter", WORDS("afgegeven aan de balie") },
	{ "form", WORDS("formulier of e-mail") },
	{ NULL, NULL },
};

const struct choice objection_outcomes[] = {
	{ "founded", WORDS("gegrond") },
	{ "partly_founded", WORDS("voor een deel gegrond") },
	{ "unfounded", WORDS("ongegrond") },
	{ "inadmissible", WORDS("niet-ontvankelijk") },
	{ NULL, NULL },
};

const struct choice objection_results[] = {
	{ "stays", WORDS("het besluit blijft zoals het is") },
	{ "changed", WORDS("het besluit verandert") },
	{ "revoked", WORDS("het besluit wordt ingetrokken") },
	{ NULL, NULL },
};

const struct choice withdrawal_ways[] = {
	{ "letter", WORDS("op papier of per e-mail") },
	{ "hearing", WORDS("op de hoorzitting") },
	{ NULL, NULL },
};

static const struct field objection_fields[] = {
	FIELD(struct objection, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct objection, decision, .label = WORDS("Besluit"), .required = true),
	FIELD(struct objection, received_on, .label = WORDS("Ontvangen op"), .required = true),
	FIELD(struct objection, posted_on, .label = WORDS("Op de post gedaan op"),
	      .hint = WORDS("Alleen bij post: de dag van het poststempel.")),
	FIELD(struct objection, how, .label = WORDS("Hoe kwam het bezwaar binnen?"), .required = true,
	      .choices = objection_ways),
	FIELD(struct objection, by_whom, .label = WORDS("Wie maakt bezwaar?"),
	      .hint = WORDS("De inwoner zelf, of wie namens de inwoner schrijft."), .required = true),
	FIELD(struct objection, reasons, .label = WORDS("Waarom is de inwoner het er niet mee eens?"),
	      .hint = WORDS("In de woorden van de brief. Leeg als het er niet in staat."),
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct objection, has_committee, .label = WORDS("Een adviescommissie hoort de inwoner")),
	FIELD(struct objection, report, .flags = FIELD_BY_DOOR),
	FIELD(struct objection, until, .flags = FIELD_BY_DOOR),
	FIELD(struct objection, in_time, .flags = FIELD_BY_DOOR),
	FIELD(struct objection, starts_on, .flags = FIELD_BY_DOOR),
	FIELD(struct objection, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct objection, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record objection_record = RECORD(struct objection, "objection_received", objection_fields);

static const struct field adjourned_fields[] = {
	FIELD(struct objection_adjourned, objection, .label = WORDS("Bezwaar"), .required = true),
	FIELD(struct objection_adjourned, told_on, .label = WORDS("Verteld aan de inwoner op"),
	      .required = true),
	FIELD(struct objection_adjourned, reason, .label = WORDS("Waarom duurt het langer?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct objection_adjourned, person, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_adjourned, report, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_adjourned, term, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_adjourned, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_adjourned, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record objection_adjourned_record =
	RECORD(struct objection_adjourned, "objection_adjourned", adjourned_fields);

static const struct field decided_fields[] = {
	FIELD(struct objection_decided, objection, .label = WORDS("Bezwaar"), .required = true),
	FIELD(struct objection_decided, decided_on, .label = WORDS("Beslist op"), .required = true),
	FIELD(struct objection_decided, outcome, .label = WORDS("Is het bezwaar gegrond?"), .required = true,
	      .choices = objection_outcomes),
	FIELD(struct objection_decided, result, .label = WORDS("Wat gebeurt er met het besluit?"),
	      .required = true, .choices = objection_results),
	FIELD(struct objection_decided, reasons, .label = WORDS("Waarom?"),
	      .hint = WORDS("Zo dat de inwoner het begrijpt. Dit komt in de brief."), .required = true,
	      .flags = FIELD_LONG, .max_chars = 8000),
	FIELD(struct objection_decided, is_excused,
	      .label = WORDS("Het bezwaar was te laat, maar dat is de inwoner niet aan te rekenen")),
	FIELD(struct objection_decided, decided_by, .label = WORDS("Beslist door"),
	      .hint = WORDS("Iemand anders dan wie het besluit nam."), .required = true),
	FIELD(struct objection_decided, person, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_decided, report, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_decided, decision, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_decided, term, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_decided, appeal_until, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_decided, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record objection_decided_record =
	RECORD(struct objection_decided, "objection_decided", decided_fields);

static const struct field withdrawn_fields[] = {
	FIELD(struct objection_withdrawn, objection, .label = WORDS("Bezwaar"), .required = true),
	FIELD(struct objection_withdrawn, withdrawn_on, .label = WORDS("Ingetrokken op"), .required = true),
	FIELD(struct objection_withdrawn, how, .label = WORDS("Hoe is het ingetrokken?"), .required = true,
	      .choices = withdrawal_ways),
	FIELD(struct objection_withdrawn, reason, .label = WORDS("Toelichting"), .flags = FIELD_LONG,
	      .max_chars = 2000),
	FIELD(struct objection_withdrawn, person, .flags = FIELD_BY_DOOR),
	FIELD(struct objection_withdrawn, term, .flags = FIELD_BY_DOOR),
};
const struct record objection_withdrawn_record =
	RECORD(struct objection_withdrawn, "objection_withdrawn", withdrawn_fields);

/* --- in time --- */

/* Awb 6:9 lid 2: within a week after the end of the term, which is a term in a law as well. */
static const struct term_kind week_behind = {
	.name = "objection-by-post", .length = 1, .unit = TERM_WEEKS, .extends = true
};

enum status objection_is_in_time(const struct calendar *calendar, const struct objection_days *days,
                                 struct arena *arena, bool *ret_is_in_time, struct fault *fault)
{
	struct term week = { 0 };
	enum status status = calendar_count(calendar, &week_behind, days->until, arena, &week, fault);

	*ret_is_in_time =
		!date_before(days->until, days->received_on) ||
		(status == OK && date_is(days->posted_on) && !date_before(days->until, days->posted_on) &&
	         !date_before(week.due, days->received_on));
	return status;
}

/* --- rules --- */

static bool came_in_time(const void *item)
{
	return ((const struct objection *)item)->in_time;
}

const struct journal_rule objection_rules[OBJECTION_RULES_COUNT] = {
	{ "objection-late", "received_on",
	  WORDS("Dit bezwaar kwam na de laatste dag. Het wordt vastgelegd; de jurist kijkt of de inwoner "
	        "daar iets aan "
	        "kon doen."),
	  "Awb 6:7, 6:9 en 6:11", came_in_time },
};

static bool runs(const struct objection_situation *situation)
{
	return situation->is_known && !situation->has_ended;
}

static bool adjourns_what_runs(const void *item)
{
	return runs(&((const struct objection_adjourned *)item)->situation);
}

static bool adjourns_once(const void *item)
{
	return !((const struct objection_adjourned *)item)->situation.is_adjourned;
}

static bool adjourns_in_the_past(const void *item)
{
	const struct objection_adjourned *adjourned = item;

	return !date_before(adjourned->situation.today, adjourned->told_on);
}

static bool adjourns_in_time(const void *item)
{
	const struct objection_adjourned *adjourned = item;

	return !runs(&adjourned->situation) || !date_before(adjourned->situation.due_on, adjourned->told_on);
}

const struct journal_rule adjourned_rules[ADJOURNED_RULES_COUNT] = {
	{ "adjourn-objection", "objection", WORDS("Kies een bezwaar waarop nog niet is beslist."), "Awb 7:10",
	  adjourns_what_runs },
	{ "adjourn-once", "objection", WORDS("Uitstellen kan maar een keer."), "Awb 7:10 lid 3",
	  adjourns_once },
	{ "adjourn-day", "told_on", WORDS("Deze dag moet nog komen."), "", adjourns_in_the_past },
	{ "adjourn-late", "told_on",
	  WORDS("De termijn was op deze dag al voorbij. Uitstel moet de inwoner horen voor de laatste dag om "
	        "is."),
	  "Awb 7:10 lid 3 en 5", adjourns_in_time },
};

static bool decides_what_runs(const void *item)
{
	return runs(&((const struct objection_decided *)item)->situation);
}

static bool decides_on_a_day(const void *item)
{
	const struct objection_decided *decided = item;
	const struct objection_situation *situation = &decided->situation;

	return !date_before(situation->today, decided->decided_on) &&
	       !date_before(decided->decided_on, situation->received_on);
}

/* Awb 7:2: whoever objects is heard, unless 7:3 says that it need not be. */
static bool decides_after_hearing(const void *item)
{
	const struct objection_situation *situation = &((const struct objection_decided *)item)->situation;

	return !runs(situation) || situation->is_heard;
}

/* Awb 6:11: a late one is inadmissible, unless it cannot reasonably be held against who objects. */
static bool decides_late_rightly(const void *item)
{
	const struct objection_decided *decided = item;

	return !runs(&decided->situation) || decided->situation.in_time || decided->is_excused ||
	       strcmp(decided->outcome, "inadmissible") == 0;
}

/* Awb 10:3 lid 3: not whoever took the decision. */
static bool decides_of_another(const void *item)
{
	return !((const struct objection_decided *)item)->situation.decides_own;
}

/* Awb 7:11: what is founded does not stay; what is not, does. */
static bool decides_with_result(const void *item)
{
	const struct objection_decided *decided = item;
	bool is_founded =
		strcmp(decided->outcome, "founded") == 0 || strcmp(decided->outcome, "partly_founded") == 0;

	return is_founded != (strcmp(decided->result, "stays") == 0);
}

const struct journal_rule decided_rules[DECIDED_RULES_COUNT] = {
	{ "decided-objection", "objection", WORDS("Kies een bezwaar waarop nog niet is beslist."), "Awb 7:11",
	  decides_what_runs },
	{ "decided-day", "decided_on",
	  WORDS("Deze dag moet nog komen, of ligt voor de dag waarop het bezwaar binnenkwam."), "",
	  decides_on_a_day },
	{ "decided-heard", "objection",
	  WORDS("Leg eerst vast dat de inwoner is gehoord, of waarom dat niet hoeft."), "Awb 7:2 en 7:3",
	  decides_after_hearing },
	{ "decided-late", "outcome",
	  WORDS("Het bezwaar kwam te laat. Het is niet-ontvankelijk, tenzij dat de inwoner niet is aan te "
	        "rekenen."),
	  "Awb 6:11", decides_late_rightly },
	{ "decided-own", "decided_by", WORDS("Wie het besluit nam, beslist niet op het bezwaar ertegen."),
	  "Awb 10:3 lid 3", decides_of_another },
	{ "decided-result", "result",
	  WORDS("Is het bezwaar gegrond, dan verandert het besluit of wordt het ingetrokken. Anders blijft "
	        "het."),
	  "Awb 7:11 lid 2", decides_with_result },
};

static bool withdraws_what_runs(const void *item)
{
	return runs(&((const struct objection_withdrawn *)item)->situation);
}

static bool withdraws_on_a_day(const void *item)
{
	const struct objection_withdrawn *withdrawn = item;
	const struct objection_situation *situation = &withdrawn->situation;

	return !date_before(situation->today, withdrawn->withdrawn_on) &&
	       !date_before(withdrawn->withdrawn_on, situation->received_on);
}

const struct journal_rule withdrawn_rules[WITHDRAWN_RULES_COUNT] = {
	{ "withdraw-objection", "objection", WORDS("Kies een bezwaar waarop nog niet is beslist."),
	  "Awb 6:21", withdraws_what_runs },
	{ "withdraw-day", "withdrawn_on",
	  WORDS("Deze dag moet nog komen, of ligt voor de dag waarop het bezwaar binnenkwam."), "",
	  withdraws_on_a_day },
};
