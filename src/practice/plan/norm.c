/* SPDX-License-Identifier: EUPL-1.2 */
/* The sum of a norm set: exact until a line is rounded, and told in words. */
#include "practice/plan/norm.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "platform/base/words.h"

#define SHARE 312     /* a week in shares; every number of weeks in a file divides it, and 52 does */
#define MOST_DIGITS 4 /* of a number that is filled in */

static const struct field line_fields[] = {
	FIELD(struct norm_sum_line, key, .label = WORDS("Regel"), .required = true, .max_chars = 40),
	FIELD(struct norm_sum_line, label, .label = WORDS("Omschrijving")),
	FIELD(struct norm_sum_line, value, .label = WORDS("Waarde"), .required = true, .max_chars = 40),
	FIELD(struct norm_sum_line, minutes, .label = WORDS("Minuten per week"), .flags = FIELD_ZERO_IS_SET,
	      .max = 10080),
	FIELD(struct norm_sum_line, because, .label = WORDS("Waarom"), .max_chars = 1000),
};
const struct record norm_sum_line_record = RECORD(struct norm_sum_line, "norm_sum_line", line_fields);

/* What a sum is made with. */
struct sum {
	const struct norm_set *set;
	const struct norm_given *given;
	size_t count;
	struct findings *findings;
	struct arena *arena;
	const char *language;
};

/* A line on its way: what is counted, how much of it, how often. */
struct counted {
	const struct norm_key *key;
	const struct norm_choice *choice; /* NULL: a number */
	int64_t number;
	int64_t minutes, extra, times, every_weeks, hours_per_year;
	int64_t shares; /* minutes per week, in 1/SHARE */
};

static const char *in(const struct sum *sum, const char *dutch) __attribute__((format_arg(2)));
static const char *in(const struct sum *sum, const char *dutch)
{
	return words_in(sum->language, dutch);
}

/* --- what was filled in --- */

static const struct norm_choice *choice_named(const struct norm_key *key, const char *code)
{
	const struct norm_choice *choices = key->choices.items;

	for (size_t i = 0; i < key->choices.count; i++)
		if (strcmp(choices[i].code, code) == 0)
			return &choices[i];
	return NULL;
}

/* A whole number of at most MOST_DIGITS digits, or -1. */
static int64_t number_of(const char *value)
{
	size_t length = strlen(value);

	if (length == 0 || length > MOST_DIGITS || strspn(value, "0123456789") != length)
		return -1;
	return strtoll(value, NULL, 10);
}

static const char *names_of_keys(const struct sum *sum)
{
	const struct norm_key *keys = sum->set->keys.items;
	const char *names = "";

	for (size_t i = 0; i < sum->set->keys.count; i++)
		names = arena_print(sum->arena, "%s%s%s", names, i == 0 ? "" : ", ", keys[i].key);
	return names;
}

static const char *codes_of(const struct sum *sum, const struct norm_key *key)
{
	const struct norm_choice *choices = key->choices.items;
	const char *codes = "";

	for (size_t i = 0; i < key->choices.count; i++)
		codes = arena_print(sum->arena, "%s%s%s", codes, i == 0 ? "" : ", ", choices[i].code);
	return codes;
}

/* Fills in what is counted; a finding and false where the key or its value is not of this set. */
static bool read_given(const struct sum *sum, const struct norm_given *given, struct counted *counted)
{
	*counted = (struct counted){ .key = norm_set_key(sum->set, given->key), .number = 1 };
	if (counted->key == NULL) {
		(void)findings_add(sum->findings, "norm-key", given->key,
		                   WORDS("De norm \"%s\" kent de regel \"%s\" niet. Zij kent: %s."),
		                   sum->set->name, given->key, names_of_keys(sum));
		return false;
	}
	if (counted->key->choices.count > 0) {
		counted->choice = choice_named(counted->key, given->value);
		if (counted->choice != NULL)
			return true;
		(void)findings_add(sum->findings, "norm-value", given->key,
		                   WORDS("Bij \"%s\" kan \"%s\" niet. Kies uit: %s."), given->key,
		                   given->value, codes_of(sum, counted->key));
		return false;
	}
	counted->number = number_of(given->value);
	if (counted->number >= 0 && counted->number <= counted->key->max)
		return true;
	(void)findings_add(
		sum->findings, "norm-value", given->key,
		WORDS("Bij \"%s\" kan \"%s\" niet. Vul een heel getal in van 0 tot en met %" PRId64 "."),
		given->key, given->value, counted->key->max);
	return false;
}

static void find_doubled(const struct sum *sum, size_t place)
{
	for (size_t i = 0; i < place; i++)
		if (strcmp(sum->given[i].key, sum->given[place].key) == 0)
			(void)findings_add(
				sum->findings, "norm-doubled", sum->given[place].key,
				WORDS("De regel \"%s\" is twee keer ingevuld. Vul haar één keer in."),
				sum->given[place].key);
}

/* --- how much it is --- */

static const struct norm_given *given_for(const struct sum *sum, const char *key)
{
	for (size_t i = 0; i < sum->count; i++)
		if (strcmp(sum->given[i].key, key) == 0)
			return &sum->given[i];
	return NULL;
}

static bool is_so(const struct sum *sum, const struct norm_more *more)
{
	const struct norm_given *given = given_for(sum, more->when);

	if (given == NULL)
		return false;
	return has_words(more->is) ? strcmp(given->value, more->is) == 0
	                           : number_of(given->value) >= more->at_least;
}

static int64_t or_one(int64_t number, int64_t other)
{
	if (number == 0)
		number = other;
	return number == 0 ? 1 : number;
}

static void count_line(const struct sum *sum, struct counted *counted)
{
	const struct norm_key *key = counted->key;
	const struct norm_choice *choice = counted->choice;
	const struct norm_more *more = key->more.items;

	counted->minutes = choice == NULL ? key->minutes : choice->minutes;
	counted->hours_per_year = choice == NULL ? key->hours_per_year : choice->hours_per_year;
	counted->times = or_one(choice == NULL ? 0 : choice->times, key->times);
	counted->every_weeks = or_one(choice == NULL ? 0 : choice->every_weeks, key->every_weeks);
	for (size_t i = 0; i < key->more.count; i++)
		counted->extra += is_so(sum, &more[i]) ? more[i].minutes : 0;
	if (counted->hours_per_year != 0)
		counted->shares = counted->number * counted->hours_per_year * 60 * (SHARE / 52);
	else
		counted->shares = counted->number * (counted->minutes + counted->extra) * counted->times *
		                  (SHARE / counted->every_weeks);
}

/* Halves go away from 0. */
static int64_t rounded(int64_t shares)
{
	return (shares < 0 ? shares - SHARE / 2 : shares + SHARE / 2) / SHARE;
}

/* --- in words --- */

const char *norm_how_often(int64_t times, int64_t every_weeks, const char *language, struct arena *arena)
{
	times = or_one(times, 1);
	every_weeks = or_one(every_weeks, 1);
	if (times == 1 && every_weeks == 1)
		return words_in(language, WORDS("elke week"));
	if (every_weeks == 1)
		return arena_print(arena, words_in(language, WORDS("%" PRId64 " keer per week")), times);
	if (times == 1)
		return arena_print(arena, words_in(language, WORDS("1 keer per %" PRId64 " weken")),
		                   every_weeks);
	return arena_print(arena, words_in(language, WORDS("%" PRId64 " keer per %" PRId64 " weken")), times,
	                   every_weeks);
}

/* "2 kamers", "1", or what was chosen. */
static const char *quantity_words(const struct sum *sum, const struct counted *counted)
{
	const struct norm_key *key = counted->key;

	if (counted->choice != NULL)
		return counted->choice->label;
	if (!has_words(key->unit))
		return arena_print(sum->arena, "%" PRId64, counted->number);
	return arena_print(sum->arena, "%" PRId64 " %s", counted->number,
	                   counted->number == 1 ? key->unit : key->units);
}

/* "12 minuten", "(12 + 4) minuten want: huisdieren 1". */
static const char *size_words(const struct sum *sum, const struct counted *counted)
{
	const struct norm_more *more = counted->key->more.items;
	const char *sizes = arena_print(sum->arena, "%" PRId64, counted->minutes), *why = "";

	for (size_t i = 0; i < counted->key->more.count; i++) {
		if (!is_so(sum, &more[i]))
			continue;
		sizes = arena_print(sum->arena, "%s + %" PRId64, sizes, more[i].minutes);
		why = arena_print(sum->arena, "%s%s%s: %s", why, why[0] == '\0' ? "" : ", ",
		                  norm_set_key(sum->set, more[i].when)->label,
		                  given_for(sum, more[i].when)->value);
	}
	if (why[0] == '\0')
		return arena_print(sum->arena, in(sum, WORDS("%s minuten")), sizes);
	return arena_print(sum->arena, in(sum, WORDS("(%s) minuten [%s]")), sizes, why);
}

/* "124,6": tenths, where a line is no whole number of minutes; "" where it is. */
static const char *exact_words(const struct sum *sum, int64_t shares)
{
	int64_t tenths = (llabs(shares) * 10 + SHARE / 2) / SHARE;

	if (shares % SHARE == 0)
		return "";
	return arena_print(sum->arena, in(sum, WORDS("%s%" PRId64 ",%" PRId64 ", afgerond ")),
	                   shares < 0 ? "-" : "", tenths / 10, tenths % 10);
}

static const char *because(const struct sum *sum, const struct counted *counted, int64_t minutes)
{
	const char *quantity = quantity_words(sum, counted), *exact = exact_words(sum, counted->shares);

	if (counted->hours_per_year != 0)
		return arena_print(
			sum->arena,
			in(sum, WORDS("%s × %" PRId64 " uur per jaar × 60 minuten / 52 weken = %s%" PRId64
		                      " minuten per week")),
			quantity, counted->hours_per_year, exact, minutes);
	if (counted->minutes == 0 && counted->extra == 0)
		return arena_print(sum->arena,
		                   in(sum, WORDS("%s: kost zelf geen tijd, telt mee bij andere regels")),
		                   quantity);
	return arena_print(sum->arena, in(sum, WORDS("%s × %s, %s = %s%" PRId64 " minuten per week")),
	                   quantity, size_words(sum, counted),
	                   norm_how_often(counted->times, counted->every_weeks, sum->language, sum->arena),
	                   exact, minutes);
}

/* --- the answer --- */

static void add_line(const struct sum *sum, struct norm_answer *answer, struct norm_sum_line line)
{
	(void)sum;
	((struct norm_sum_line *)answer->lines.items)[answer->lines.count++] = line;
	answer->minutes_per_week += line.minutes;
}

static void add_counted(const struct sum *sum, const struct norm_given *given, struct counted *counted,
                        struct norm_answer *answer)
{
	const struct norm_key *key = counted->key;
	int64_t minutes;
	const char *words;

	count_line(sum, counted);
	minutes = rounded(counted->shares);
	words = because(sum, counted, minutes);
	if (key->max_minutes_per_week > 0 && minutes > key->max_minutes_per_week) {
		words = arena_print(sum->arena,
		                    in(sum, WORDS("%s; de norm gaat tot %" PRId64 " minuten per week")),
		                    words, key->max_minutes_per_week);
		minutes = key->max_minutes_per_week;
	}
	add_line(sum, answer, (struct norm_sum_line){ given->key, key->label, given->value, minutes, words });
}

static void round_total(const struct sum *sum, struct norm_answer *answer)
{
	const struct norm_rounding *rounding = &sum->set->rounding;
	int64_t to = rounding->to_minutes, total = answer->minutes_per_week, after;

	after = strcmp(rounding->how, "up") == 0 ? (total + to - 1) / to * to : (total + to / 2) / to * to;
	if (after == total)
		return;
	add_line(sum, answer,
	         (struct norm_sum_line){
			 NORM_ROUNDING_KEY, in(sum, WORDS("Afronding")),
			 arena_print(sum->arena, "%" PRId64, to), after - total,
			 arena_print(sum->arena,
	                             in(sum, WORDS("samen %" PRId64 " minuten, afgerond %s op %" PRId64
	                                           " minuten = %" PRId64 " minuten per week")),
	                             total, in(sum, choice_label(norm_rounding_ways, rounding->how)), to,
	                             after) });
}

static void check_total(const struct sum *sum, const struct norm_answer *answer)
{
	if (answer->minutes_per_week < 0)
		(void)findings_add(
			sum->findings, "norm-negative", "",
			WORDS("De som komt onder 0 minuten. Vul ook in waar de vermindering van af gaat."));
	else if (answer->minutes_per_week == 0)
		(void)findings_add(sum->findings, "norm-empty", "",
		                   WORDS("De som is 0 minuten. Vul ten minste één regel in die tijd kost."));
}

enum status norm_calculate(const struct norm_set *set, const struct records *given, struct date on,
                           struct norm_answer *ret_answer, struct findings *findings)
{
	const struct sum sum = { .set = set,
		                 .given = given->items,
		                 .count = given->count,
		                 .findings = findings,
		                 .arena = findings->arena,
		                 .language = findings->language };
	size_t before = findings->count;
	struct counted counted;
	char from[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE], day[DATE_TEXT_SIZE];

	*ret_answer = (struct norm_answer){ .lines = records_new(&norm_sum_line_record, given->count + 1,
		                                                 sum.arena) };
	ret_answer->lines.count = 0;
	if (!norm_set_in_force(set, on))
		(void)findings_add(findings, "norm-not-in-force", "",
		                   WORDS("De norm \"%s\" geldt niet op %s, maar vanaf %s%s%s."), set->name,
		                   date_print(on, day), date_print(set->valid_from, from),
		                   date_is(set->last_day) ? in(&sum, WORDS(" tot en met ")) : "",
		                   date_print(set->last_day, last));
	for (size_t i = 0; i < sum.count; i++) {
		find_doubled(&sum, i);
		if (read_given(&sum, &sum.given[i], &counted))
			add_counted(&sum, &sum.given[i], &counted, ret_answer);
	}
	if (findings->count == before)
		check_total(&sum, ret_answer);
	if (findings->count == before)
		round_total(&sum, ret_answer);
	return findings->count == before ? OK : FINDINGS;
}
