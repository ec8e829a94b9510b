/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/contribution.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/embedded.h"
#include "platform/base/words.h"
#include "platform/record/sheet.h"

#define RULES_FILE "data/contribution_rules.csv"
#define EXEMPT_MAX 32

/* --- what the configuration says --- */

enum column { FROM, RULE, VALUE, SOURCE, COLUMNS };

static void add_rule(const struct sheet *sheet, struct contribution_rules *rules)
{
	const char *rule = sheet->values[RULE], *value = sheet->values[VALUE];

	if (strcmp(rule, "least_age") == 0)
		rules->least_age = strtoll(value, NULL, 10);
	else if (strcmp(rule, "pause_days") == 0)
		rules->pause_days = strtoll(value, NULL, 10);
	else if (strcmp(rule, "exempt_category") == 0 && rules->exempt.count < EXEMPT_MAX)
		rules->exempt.items[rules->exempt.count++] = value;
}

enum status contribution_rules_on(struct date on, struct arena *arena, struct contribution_rules *ret_rules,
                                  struct fault *fault)
{
	const struct embedded_file *file = embedded_find(RULES_FILE);
	struct sheet sheet;

	*ret_rules =
		(struct contribution_rules){ .exempt.items = ARENA_MANY(arena, EXEMPT_MAX, const char *) };
	if (file == NULL)
		return fault_set(fault, FAILED, "the file %s is not in this program", RULES_FILE);
	sheet = sheet_open((const char *)file->bytes, file->size);
	for (bool is_header = true; sheet_next(&sheet, arena); is_header = false) {
		struct date from = { 0 };

		if (is_header)
			continue;
		if (sheet.fault != SHEET_FINE || sheet.count != COLUMNS ||
		    !date_read(sheet.values[FROM], &from))
			return fault_set(fault, FAILED, "%s cannot be read at line %lld", RULES_FILE,
			                 (long long)sheet.line);
		if (!date_before(on, from))
			add_rule(&sheet, ret_rules);
	}
	return OK;
}

bool contribution_is_exempt(const struct contribution_rules *rules, const char *category)
{
	for (size_t i = 0; i < rules->exempt.count; i++)
		if (strcmp(rules->exempt.items[i], category) == 0)
			return true;
	return false;
}

/* --- what is owed --- */

static int compare_uses(const void *a, const void *b)
{
	const struct contribution_use *one = a, *two = b;

	return one->from.day != two->from.day
	               ? (one->from.day < two->from.day ? -1 : 1)
	               : (one->until.day > two->until.day) - (one->until.day < two->until.day);
}

/* Not before the birthday, and not of days to come; false when nothing is left. */
static bool clip(const struct contribution_owed *owed, struct contribution_use *use)
{
	struct date of_age = date_birthday(owed->born, (int)owed->rules->least_age);

	if (date_is(owed->born) && date_before(use->from, of_age))
		use->from = of_age;
	if (!date_before(use->until, date_add_days(owed->today, 1))) {
		use->until = DATE_LAST;
		use->is_break = false;
	}
	return !date_before(owed->today, use->from) && date_before(use->from, use->until);
}

/*
 * Who uses what was granted owes a contribution for as long as that lasts (Wmo 2015, art. 2.1.4 lid 1b and
 * 2.1.4a). One for all that somebody uses: it starts with the first and stops with the last. A break that is
 * shorter than the configuration says changes nothing.
 */
size_t contribution_periods(const struct contribution_owed *owed, struct contribution_period *ret_periods)
{
	size_t count = 0;
	bool is_break = false;

	if (owed->uses_count == 0)
		return 0;
	qsort(owed->uses, owed->uses_count, sizeof(owed->uses[0]), compare_uses);
	for (size_t i = 0; i < owed->uses_count; i++) {
		struct contribution_use use = owed->uses[i];
		struct contribution_period *last = count == 0 ? NULL : &ret_periods[count - 1];

		if (!clip(owed, &use))
			continue;
		if (last == NULL || use.from.day - last->until.day >= owed->rules->pause_days) {
			ret_periods[count++] = (struct contribution_period){ 0, use.from, use.until };
			is_break = use.is_break;
		} else if (date_before(last->until, use.until)) {
			last->until = use.until;
			is_break = use.is_break;
		}
	}
	if (count > 0 && is_break &&
	    owed->today.day - ret_periods[count - 1].until.day < owed->rules->pause_days)
		ret_periods[count - 1].until = DATE_LAST;
	return count;
}

/* --- what is to be told --- */

const struct choice contribution_sorts[] = {
	{ "started", WORDS("de eigen bijdrage start") },
	{ "start_moved", WORDS("de eigen bijdrage startte op een andere dag") },
	{ "withdrawn", WORDS("de eigen bijdrage had niet mogen starten") },
	{ "stopped", WORDS("de eigen bijdrage stopt") },
	{ "stop_moved", WORDS("de eigen bijdrage stopte op een andere dag") },
	{ "stop_withdrawn", WORDS("de eigen bijdrage stopte niet") },
	{ NULL, NULL },
};

static bool goes_on(const struct contribution_period *period)
{
	return period->until.day == DATE_LAST.day;
}

/* What differs in one period; NULL: nothing. */
static const char *difference(const struct contribution_period *owed, const struct contribution_period *told)
{
	if (owed->from.day != told->from.day)
		return "start_moved";
	if (owed->until.day == told->until.day)
		return NULL;
	if (goes_on(told))
		return "stopped";
	return goes_on(owed) ? "stop_withdrawn" : "stop_moved";
}

bool contribution_next(const struct contribution_period *owed, size_t owed_count,
                       const struct contribution_period *told, size_t told_count,
                       struct contribution_change *ret_change)
{
	for (size_t i = 0; i < told_count; i++) {
		const char *sort = i < owed_count ? difference(&owed[i], &told[i]) : "withdrawn";

		if (sort == NULL)
			continue;
		*ret_change = (struct contribution_change){
			.period = told[i].period,
			.sort = sort,
			.from = i < owed_count ? owed[i].from : told[i].from,
			.last_day = i < owed_count && strncmp(sort, "stop", 4) == 0
			                    ? date_last_day(owed[i].until)
			                    : (struct date){ 0 },
		};
		return true;
	}
	if (owed_count <= told_count)
		return false;
	*ret_change = (struct contribution_change){ .sort = "started", .from = owed[told_count].from };
	return true;
}

/* --- the facts --- */

static const struct field change_fields[] = {
	FIELD(struct contribution_change, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct contribution_change, period),
	FIELD(struct contribution_change, sort, .required = true, .choices = contribution_sorts),
	FIELD(struct contribution_change, from, .required = true),
	FIELD(struct contribution_change, last_day),
};
const struct record contribution_change_record =
	RECORD(struct contribution_change, "contribution_changed", change_fields);

static const struct field sent_fields[] = {
	FIELD(struct contribution_sent, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct contribution_sent, change, .label = WORDS("Bericht"), .required = true),
	FIELD(struct contribution_sent, sent_on, .label = WORDS("Verstuurd op"), .required = true),
};
const struct record contribution_sent_record =
	RECORD(struct contribution_sent, "contribution_sent", sent_fields);

static const struct choice answer_outcomes[] = {
	{ "accepted", WORDS("het CAK nam het bericht aan") },
	{ "refused", WORDS("het CAK keurde het bericht af") },
	{ NULL, NULL },
};
static const struct field answered_fields[] = {
	FIELD(struct contribution_answered, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct contribution_answered, change, .label = WORDS("Bericht"), .required = true),
	FIELD(struct contribution_answered, answered_on, .label = WORDS("Beantwoord op"), .required = true),
	FIELD(struct contribution_answered, outcome, .label = WORDS("Wat antwoordde het CAK?"),
	      .required = true, .choices = answer_outcomes),
	FIELD(struct contribution_answered, answer, .label = WORDS("Code of uitleg van het CAK"),
	      .max_chars = 1000),
};
const struct record contribution_answered_record =
	RECORD(struct contribution_answered, "contribution_answered", answered_fields);

static const struct choice settled_ways[] = {
	{ "again", WORDS("het is hersteld; stuur het opnieuw") },
	{ "told", WORDS("het CAK weet het op een andere manier") },
	{ NULL, NULL },
};
static const struct field settled_fields[] = {
	FIELD(struct contribution_settled, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct contribution_settled, change, .label = WORDS("Bericht"), .required = true),
	FIELD(struct contribution_settled, next, .label = WORDS("Hoe gaat het verder?"), .required = true,
	      .choices = settled_ways),
	FIELD(struct contribution_settled, words, .label = WORDS("Wat was er, en wat is gedaan?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
};
const struct record contribution_settled_record =
	RECORD(struct contribution_settled, "contribution_settled", settled_fields);

/* The CAK knows people by their BSN alone (Wmo 2015, art. 2.1.4b and 5.2.9). */
static bool change_has_bsn(const void *item)
{
	return ((const struct contribution_change *)item)->has_bsn;
}

const struct journal_rule contribution_change_rules[CONTRIBUTION_CHANGE_RULES_COUNT] = {
	{ "contribution-bsn", "person",
	  WORDS("Het CAK moet weten dat de eigen bijdrage verandert, en het BSN ontbreekt."),
	  "Wmo 2015, art. 2.1.4b en 5.2.9", change_has_bsn },
};

static bool is_state(const struct contribution_situation *situation, const char *state)
{
	return situation->state != NULL && strcmp(situation->state, state) == 0;
}

static bool waits_to_be_sent(const void *item)
{
	return is_state(&((const struct contribution_sent *)item)->situation, "open");
}

static bool sent_has_bsn(const void *item)
{
	return ((const struct contribution_sent *)item)->situation.has_bsn;
}

const struct journal_rule contribution_sent_rules[CONTRIBUTION_SENT_RULES_COUNT] = {
	{ "contribution-waits", "change", WORDS("Dit bericht van deze persoon wacht niet op verzending."), "",
	  waits_to_be_sent },
	{ "contribution-no-bsn", "person",
	  WORDS("Zonder BSN kan dit bericht niet naar het CAK. Leg eerst het BSN vast."),
	  "Wmo 2015, art. 5.2.9", sent_has_bsn },
};

static bool is_accepted(const void *item)
{
	return strcmp(or_empty(((const struct contribution_answered *)item)->outcome), "refused") != 0;
}

const struct journal_rule contribution_answered_rules[CONTRIBUTION_ANSWERED_RULES_COUNT] = {
	{ "contribution-refused", "outcome", WORDS("Het CAK keurde een bericht over de eigen bijdrage af."),
	  "Wmo 2015, art. 2.1.4b", is_accepted },
};

static bool was_refused(const void *item)
{
	return is_state(&((const struct contribution_settled *)item)->situation, "refused");
}

const struct journal_rule contribution_settled_rules[CONTRIBUTION_SETTLED_RULES_COUNT] = {
	{ "contribution-was-refused", "change", WORDS("Dit bericht van deze persoon is niet afgekeurd."), "",
	  was_refused },
};
