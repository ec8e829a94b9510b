/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/evaluation.h"

#include <string.h>

#include "platform/base/words.h"
#include "practice/care/talk.h"

#define SCORE_MAX 10

const struct choice evaluation_sorts[] = {
	{ EVALUATION, WORDS("samen kijken of het werkt") },
	{ REASSESSMENT, WORDS("opnieuw kijken wat er nodig is") },
	{ NULL, NULL },
};

const struct choice evaluation_outcomes[] = {
	{ "works", WORDS("het werkt; het blijft zo") },
	{ "adjust", WORDS("er moet iets anders; wij kijken opnieuw wat er nodig is") },
	{ "over", WORDS("de hulp is niet meer nodig") },
	{ NULL, NULL },
};

#define WHICH_FIELDS(type_)                                                                                  \
	FIELD(type_, person, .label = WORDS("Persoon"), .required = true),                                   \
		FIELD(type_, decision, .label = WORDS("Besluit"), .required = true),                         \
		FIELD(type_, line, .label = WORDS("Regel"), .flags = FIELD_ZERO_IS_SET)

static const struct field planned_fields[] = {
	WHICH_FIELDS(struct evaluation_planned),
	FIELD(struct evaluation_planned, sort, .label = WORDS("Waarvoor?"), .required = true,
	      .choices = evaluation_sorts),
	FIELD(struct evaluation_planned, on, .label = WORDS("Wanneer?"), .required = true),
	FIELD(struct evaluation_planned, why, .label = WORDS("Waarom op een andere dag?"),
	      .hint = WORDS("Nodig als er al een dag was afgesproken."), .max_chars = 1000),
	FIELD(struct evaluation_planned, product, .flags = FIELD_BY_DOOR),
};
const struct record evaluation_planned_record =
	RECORD(struct evaluation_planned, "evaluation_planned", planned_fields);

static const struct field score_fields[] = {
	FIELD(struct evaluation_score, goal, .label = WORDS("Welk doel?"), .required = true),
	FIELD(struct evaluation_score, score, .label = WORDS("Cijfer van 1 tot en met 10"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = SCORE_MAX),
	FIELD(struct evaluation_score, words, .label = WORDS("Wat zegt de inwoner ervan?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
};
const struct record evaluation_score_record =
	RECORD(struct evaluation_score, "evaluation_score", score_fields);

static const struct field held_fields[] = {
	WHICH_FIELDS(struct evaluation_held),
	FIELD(struct evaluation_held, held_on, .label = WORDS("Gesproken op"), .required = true),
	FIELD(struct evaluation_held, whom, .label = WORDS("Met wie?"), .required = true,
	      .choices = talk_whoms),
	FIELD(struct evaluation_held, outcome, .label = WORDS("Werkt het?"), .required = true,
	      .choices = evaluation_outcomes),
	FIELD(struct evaluation_held, words, .label = WORDS("Wat is er besproken en afgesproken?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000,
	      .hint = WORDS("Alleen wat nodig is. De inwoner kan dit lezen.")),
	FIELD(struct evaluation_held, scores, .label = WORDS("Hoe ver zijn de doelen uit het plan?"),
	      .of = &evaluation_score_record),
	FIELD(struct evaluation_held, next_on, .label = WORDS("Wanneer kijken jullie weer?")),
	FIELD(struct evaluation_held, product, .flags = FIELD_BY_DOOR),
};
const struct record evaluation_held_record = RECORD(struct evaluation_held, "evaluation_held", held_fields);

/* --- a day is set --- */

static bool is_of_line(const void *item)
{
	return ((const struct evaluation_planned *)item)->situation.is_known;
}

/* While it runs, or is to begin; the last day is early enough to look at it anew. */
static bool is_in_period(const struct evaluation_situation *situation, struct date on)
{
	return !date_before(on, situation->from) && date_before(on, situation->until);
}

static bool is_planned_in_period(const void *item)
{
	const struct evaluation_planned *planned = item;

	return !planned->situation.is_known || (is_in_period(&planned->situation, planned->on) &&
	                                        !date_before(planned->on, planned->situation.today));
}

static bool says_why_another_day(const void *item)
{
	const struct evaluation_planned *planned = item;

	return !date_is(planned->situation.due_on) || has_words(planned->why);
}

/* The college looks now and then whether there is reason to reconsider a decision: the day must come (2.3.9).
 */
const struct journal_rule evaluation_planned_rules[EVALUATION_PLANNED_RULES_COUNT] = {
	{ "evaluation-line", "decision", WORDS("Deze toekenning is niet van deze persoon, of is afgelopen."),
	  "", is_of_line },
	{ "evaluation-period", "on",
	  WORDS("Kies een dag vanaf vandaag, in de periode waarin de toekenning loopt."),
	  "Wmo 2015, art. 2.3.9", is_planned_in_period },
	{ "evaluation-why", "why",
	  WORDS("Er was al een dag afgesproken. Schrijf op waarom het een andere wordt."),
	  "Wmo 2015, art. 2.3.9", says_why_another_day },
};

/* --- it was looked at --- */

static bool is_held_of_line(const void *item)
{
	return ((const struct evaluation_held *)item)->situation.is_known;
}

static bool was_held(const void *item)
{
	const struct evaluation_held *held = item;

	return !date_before(held->situation.today, held->held_on);
}

static bool scores_fit(const void *item)
{
	const struct evaluation_held *held = item;
	const struct evaluation_score *scores = held->scores.items;

	for (size_t i = 0; i < held->scores.count; i++)
		if (scores[i].score < 1 || scores[i].score > SCORE_MAX || !has_words(scores[i].words))
			return false;
	return held->scores.count == 0 || held->situation.has_known_goals;
}

static bool next_is_later(const void *item)
{
	const struct evaluation_held *held = item;

	return !held->situation.is_known || !date_is(held->next_on) ||
	       (date_before(held->held_on, held->next_on) && is_in_period(&held->situation, held->next_on));
}

const struct journal_rule evaluation_held_rules[EVALUATION_HELD_RULES_COUNT] = {
	{ "evaluation-held-line", "decision", WORDS("Deze toekenning is niet van deze persoon."), "",
	  is_held_of_line },
	{ "evaluation-future", "held_on", WORDS("Deze dag ligt in de toekomst."), "", was_held },
	{ "evaluation-scores", "scores",
	  WORDS("Kies doelen uit het plan van deze persoon, elk met een cijfer van 1 tot en met 10 en wat de "
	        "inwoner ervan zegt."),
	  "", scores_fit },
	{ "evaluation-next", "next_on",
	  WORDS("Kies een latere dag, in de periode waarin de toekenning loopt."), "Wmo 2015, art. 2.3.9",
	  next_is_later },
};
