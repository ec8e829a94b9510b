/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/plan/plan.h"

#include <inttypes.h>
#include <string.h>

#include "platform/base/words.h"

static const struct field goal_fields[] = {
	FIELD(struct plan_goal, words, .label = WORDS("Wat wil de inwoner bereiken?"),
	      .hint = WORDS("In de eigen woorden van de inwoner."), .required = true, .flags = FIELD_LONG,
	      .max_chars = 1000),
	FIELD(struct plan_goal, result, .label = WORDS("Waaraan merken wij dat het is gelukt?"),
	      .required = true, .max_chars = 500),
	FIELD(struct plan_goal, goal, .flags = FIELD_BY_DOOR),
};
const struct record plan_goal_record = RECORD(struct plan_goal, "plan_goal", goal_fields);

static const struct field line_fields[] = {
	FIELD(struct plan_line, product, .label = WORDS("Product"), .required = true),
	FIELD(struct plan_line, amount, .label = WORDS("Hoeveel"), .required = true, .flags = FIELD_UNSIGNED,
	      .max = 10000),
	FIELD(struct plan_line, norm_set, .label = WORDS("Tijdnorm"), .max_chars = 60),
	FIELD(struct plan_line, deviation, .label = WORDS("Waarom meer of minder dan de norm?"),
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct plan_line, unit, .flags = FIELD_BY_DOOR),
	FIELD(struct plan_line, frequency, .flags = FIELD_BY_DOOR),
	FIELD(struct plan_line, norm_minutes, .flags = FIELD_BY_DOOR),
	FIELD(struct plan_line, reasons, .flags = FIELD_BY_DOOR, .max_chars = 4000),
};
const struct record plan_line_record = RECORD(struct plan_line, "plan_line", line_fields);

static const struct field sum_fields[] = {
	FIELD(struct plan_sum, product, .label = WORDS("Product"), .required = true),
	FIELD(struct plan_sum, key, .label = WORDS("Regel van de norm"), .required = true, .max_chars = 40),
	FIELD(struct plan_sum, value, .label = WORDS("Waarde"), .required = true, .max_chars = 40),
	FIELD(struct plan_sum, label, .flags = FIELD_BY_DOOR),
	FIELD(struct plan_sum, because, .flags = FIELD_BY_DOOR, .max_chars = 1000),
	FIELD(struct plan_sum, minutes, .flags = FIELD_BY_DOOR | FIELD_ZERO_IS_SET),
};
const struct record plan_sum_record = RECORD(struct plan_sum, "plan_sum", sum_fields);

const struct choice plan_hands[] = {
	{ "yes", WORDS("ja, alles in één hand") },
	{ "no", WORDS("nee, van verschillende kanten") },
	{ NULL, NULL },
};

static const struct field made_fields[] = {
	FIELD(struct plan_made, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct plan_made, made_on, .label = WORDS("Besproken op"), .required = true),
	FIELD(struct plan_made, goals, .label = WORDS("Doelen"), .of = &plan_goal_record),
	FIELD(struct plan_made, arrangement, .label = WORDS("Hoe past de hulp bij elkaar?"),
	      .hint = WORDS("Wie doet wat: de inwoner, de omgeving, de hulpverlener."), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct plan_made, one_hand, .label = WORDS("Komt de hulp van één organisatie?"),
	      .required = true, .choices = plan_hands),
	FIELD(struct plan_made, lines, .label = WORDS("Ondersteuning"), .of = &plan_line_record),
	FIELD(struct plan_made, sums, .label = WORDS("Hoe de tijd is berekend"), .of = &plan_sum_record),
	FIELD(struct plan_made, changed_because, .label = WORDS("Waarom verandert het plan?"),
	      .hint = WORDS("Alleen als er al een plan was."), .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct plan_made, person, .flags = FIELD_BY_DOOR),
	FIELD(struct plan_made, version, .flags = FIELD_BY_DOOR),
	FIELD(struct plan_made, minutes_per_week, .flags = FIELD_BY_DOOR),
};
const struct record plan_made_record = RECORD(struct plan_made, "plan_made", made_fields);

static const struct field scored_fields[] = {
	FIELD(struct goal_scored, person, .label = WORDS("Cliënt"), .required = true),
	FIELD(struct goal_scored, goal, .label = WORDS("Doel"), .required = true),
	FIELD(struct goal_scored, scored_on, .label = WORDS("Besproken op"), .required = true),
	FIELD(struct goal_scored, score, .label = WORDS("Hoe ver is het, van 1 tot en met 10?"),
	      .required = true, .flags = FIELD_UNSIGNED, .max = 10),
	FIELD(struct goal_scored, words, .label = WORDS("Wat zegt de inwoner erover?"),
	      .hint = WORDS("In de eigen woorden van de inwoner."), .required = true, .flags = FIELD_LONG,
	      .max_chars = 2000),
};
const struct record goal_scored_record = RECORD(struct goal_scored, "goal_scored", scored_fields);

/* --- time --- */

static bool is_code(const char *text, const char *code)
{
	return text != NULL && strcmp(text, code) == 0;
}

int64_t plan_minutes(int64_t amount, const char *unit, const char *frequency)
{
	if (!is_code(frequency, "week"))
		return -1;
	if (is_code(unit, "minute"))
		return amount;
	return is_code(unit, "hour") ? amount * 60 : -1;
}

bool plan_follows_norm(const struct plan_line *line)
{
	int64_t minutes = plan_minutes(line->amount, line->unit, line->frequency);

	if (is_code(line->unit, "hour"))
		return minutes >= line->norm_minutes && minutes - 60 < line->norm_minutes;
	return minutes == line->norm_minutes;
}

static const char *add_sum(const char *words, const struct plan_sum *sum, struct arena *arena)
{
	return arena_print(arena, "%s\n- %s: %s", words, sum->label, sum->because);
}

const char *plan_reasons(const struct plan_line *line, const struct norm_set *set, const struct records *sums,
                         struct arena *arena)
{
	const struct plan_sum *items = sums->items;
	const char *words;

	if (set == NULL)
		return or_empty(line->deviation);
	words = arena_print(arena, "Wij rekenden met de tijdnorm \"%s\".", set->label);
	for (size_t i = 0; i < sums->count; i++)
		if (is_code(items[i].product, line->product))
			words = add_sum(words, &items[i], arena);
	words = arena_print(arena, "%s\nSamen volgens de norm: %" PRId64 " minuten per week.", words,
	                    line->norm_minutes);
	if (plan_follows_norm(line))
		return words;
	return arena_print(arena, "%s\nWij wijken daarvan af: %s", words, or_empty(line->deviation));
}

/* --- rules --- */

static bool has_report(const void *item)
{
	return ((const struct plan_made *)item)->situation.is_known_report;
}

static bool day_fits(const void *item)
{
	const struct plan_made *plan = item;

	return !date_before(plan->made_on, plan->situation.received_on) &&
	       !date_before(plan->situation.today, plan->made_on);
}

static bool has_goals(const void *item)
{
	return ((const struct plan_made *)item)->goals.count > 0;
}

/* A goal that stands twice would have two lines of results. */
static bool names_goals_once(const void *item)
{
	const struct plan_made *plan = item;
	const struct plan_goal *goals = plan->goals.items;

	for (size_t i = 0; i < plan->goals.count; i++)
		for (size_t j = 0; j < i; j++)
			if (is_code(goals[i].words, or_empty(goals[j].words)))
				return false;
	return true;
}

static bool says_why_changed(const void *item)
{
	const struct plan_made *plan = item;

	return plan->version <= 1 || has_words(plan->changed_because);
}

static bool knows_products(const void *item)
{
	return ((const struct plan_made *)item)->situation.knows_products;
}

/* A line without an amount leaves the resident without certainty, whatever the goals say. */
static bool has_amounts(const void *item)
{
	const struct plan_made *plan = item;
	const struct plan_line *lines = plan->lines.items;

	for (size_t i = 0; i < plan->lines.count; i++)
		if (lines[i].amount <= 0)
			return false;
	return true;
}

static bool has_standing_norms(const void *item)
{
	return ((const struct plan_made *)item)->situation.norms_stand;
}

static bool has_fitting_norms(const void *item)
{
	return ((const struct plan_made *)item)->situation.norms_fit;
}

static bool explains_deviations(const void *item)
{
	return ((const struct plan_made *)item)->situation.explains_deviations;
}

static bool has_sums_of_its_own(const void *item)
{
	return ((const struct plan_made *)item)->situation.sums_belong;
}

const struct journal_rule plan_rules[PLAN_RULES_COUNT] = {
	{ "plan-report", "report", WORDS("Deze melding staat niet in dit register."), "", has_report },
	{ "plan-day", "made_on", WORDS("Kies een dag tussen de melding en vandaag."), "", day_fits },
	{ "plan-goals", "goals", WORDS("Begin met wat de inwoner wil bereiken: ten minste één doel."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder a", has_goals },
	{ "plan-goal-doubled", "goals", WORDS("Noem elk doel één keer."), "", names_goals_once },
	{ "plan-changed", "changed_because", WORDS("Er is al een plan. Schrijf waarom het verandert."),
	  "Wmo 2015, art. 2.3.9", says_why_changed },
	{ "plan-product", "lines",
	  WORDS("Dit product hoort niet bij de regeling van deze gemeente, of staat er twee keer."), "",
	  knows_products },
	{ "plan-amount", "lines", WORDS("Vul bij elk product in hoeveel er nodig is, meer dan 0."),
	  "CRvB 26 mei 2021, ECLI:NL:CRVB:2021:1381", has_amounts },
	{ "plan-norm", "lines",
	  WORDS("Deze tijdnorm bestaat niet, geldt nu niet, of mag niet meer worden gebruikt. Reken met een "
	        "andere norm."),
	  "CRvB 10 december 2018, ECLI:NL:CRVB:2018:3835", has_standing_norms },
	{ "plan-norm-fits", "lines",
	  WORDS("Deze tijdnorm is niet voor dit product, of het product telt geen minuten of uren per week."),
	  "CRvB 10 december 2018, ECLI:NL:CRVB:2018:3835", has_fitting_norms },
	{ "plan-deviation", "lines",
	  WORDS("De hoeveelheid is anders dan de norm zegt. Schrijf waarom dat nodig is."),
	  "Wmo 2015, art. 2.3.5 lid 3", explains_deviations },
	{ "plan-sum", "sums", WORDS("Een regel van de berekening hoort bij een product met een tijdnorm."),
	  "Awb, art. 3:46", has_sums_of_its_own },
};

static bool score_has_goal(const void *item)
{
	return ((const struct goal_scored *)item)->is_known_goal;
}

static bool score_day_fits(const void *item)
{
	const struct goal_scored *scored = item;

	return !date_before(scored->scored_on, scored->made_on) &&
	       !date_before(scored->today, scored->scored_on);
}

static bool score_is_on_scale(const void *item)
{
	const struct goal_scored *scored = item;

	return scored->score >= 1 && scored->score <= 10;
}

const struct journal_rule score_rules[SCORE_RULES_COUNT] = {
	{ "score-goal", "goal", WORDS("Dit doel staat niet in het plan van deze cliënt."), "",
	  score_has_goal },
	{ "score-day", "scored_on", WORDS("Kies een dag tussen het plan en vandaag."), "", score_day_fits },
	{ "score-scale", "score", WORDS("Kies een cijfer van 1 tot en met 10."), "", score_is_on_scale },
};
