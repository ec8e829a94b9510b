/* SPDX-License-Identifier: EUPL-1.2 */
/* The file of a norm set: its keys, their kinds, and what must be true of them together. */
#include <assert.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/yaml/yaml.h"
#include "practice/plan/norm.h"

#define FOLDER "data/norms/"
#define WEEKS_COMMON 312 /* every number of weeks that a file may name divides this */
#define MINUTES_MAX 1440
#define HOURS_MAX 2000

static const struct field choice_fields[] = {
	FIELD(struct norm_choice, code, .label = WORDS("Waarde"), .required = true, .max_chars = 40),
	FIELD(struct norm_choice, label, .label = WORDS("Omschrijving"), .required = true),
	FIELD(struct norm_choice, minutes, .label = WORDS("Minuten per keer"), .max = MINUTES_MAX),
	FIELD(struct norm_choice, times, .label = WORDS("Hoe vaak"), .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct norm_choice, every_weeks, .label = WORDS("In zoveel weken"), .flags = FIELD_UNSIGNED,
	      .max = 52),
	FIELD(struct norm_choice, hours_per_year, .label = WORDS("Uren per jaar"), .max = HOURS_MAX),
	FIELD(struct norm_choice, at),
};
static const struct record norm_choice_record = RECORD(struct norm_choice, "norm_choice", choice_fields);

static const struct field more_fields[] = {
	FIELD(struct norm_more, when, .label = WORDS("Als bij deze regel"), .required = true,
	      .max_chars = 40),
	FIELD(struct norm_more, at_least, .label = WORDS("Ten minste zoveel staat"), .flags = FIELD_UNSIGNED,
	      .max = 1000),
	FIELD(struct norm_more, is, .label = WORDS("Dit staat"), .max_chars = 40),
	FIELD(struct norm_more, minutes, .label = WORDS("Zoveel minuten per keer erbij"), .required = true,
	      .max = MINUTES_MAX),
	FIELD(struct norm_more, at),
};
static const struct record norm_more_record = RECORD(struct norm_more, "norm_more", more_fields);

static const struct field key_fields[] = {
	FIELD(struct norm_key, key, .label = WORDS("Regel"), .required = true, .max_chars = 40),
	FIELD(struct norm_key, label, .label = WORDS("Omschrijving"), .required = true),
	FIELD(struct norm_key, unit, .label = WORDS("Eenheid"), .max_chars = 40),
	FIELD(struct norm_key, units, .label = WORDS("Eenheid in het meervoud"), .max_chars = 40),
	FIELD(struct norm_key, minutes, .label = WORDS("Minuten per keer"), .max = MINUTES_MAX),
	FIELD(struct norm_key, times, .label = WORDS("Hoe vaak"), .flags = FIELD_UNSIGNED, .max = 100),
	FIELD(struct norm_key, every_weeks, .label = WORDS("In zoveel weken"), .flags = FIELD_UNSIGNED,
	      .max = 52),
	FIELD(struct norm_key, hours_per_year, .label = WORDS("Uren per jaar"), .max = HOURS_MAX),
	FIELD(struct norm_key, max, .label = WORDS("Ten hoogste"), .flags = FIELD_UNSIGNED, .max = 1000),
	FIELD(struct norm_key, max_minutes_per_week, .label = WORDS("Ten hoogste minuten per week"),
	      .flags = FIELD_UNSIGNED, .max = 10080),
	FIELD(struct norm_key, choices, .label = WORDS("Keuzes"), .of = &norm_choice_record),
	FIELD(struct norm_key, more, .label = WORDS("Meer tijd wanneer"), .of = &norm_more_record),
	FIELD(struct norm_key, at),
};
static const struct record norm_key_record = RECORD(struct norm_key, "norm_key", key_fields);

const struct choice norm_rounding_ways[] = {
	{ "up", WORDS("naar boven") },
	{ "nearest", WORDS("op het dichtstbijzijnde") },
	{ NULL, NULL },
};
static const struct field rounding_fields[] = {
	FIELD(struct norm_rounding, to_minutes, .label = WORDS("Op zoveel minuten"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 60),
	FIELD(struct norm_rounding, how, .label = WORDS("Hoe"), .required = true,
	      .choices = norm_rounding_ways),
	FIELD(struct norm_rounding, at),
};
static const struct record norm_rounding_record =
	RECORD(struct norm_rounding, "norm_rounding", rounding_fields);

static const struct field set_fields[] = {
	FIELD(struct norm_set, name, .label = WORDS("Naam"), .required = true, .max_chars = 60),
	FIELD(struct norm_set, label, .label = WORDS("Omschrijving"), .required = true),
	FIELD(struct norm_set, source, .label = WORDS("Bron"), .required = true, .max_chars = 1000),
	FIELD(struct norm_set, is_example, .label = WORDS("Is een voorbeeld")),
	FIELD(struct norm_set, valid_from, .label = WORDS("Geldt vanaf"), .required = true),
	FIELD(struct norm_set, last_day, .label = WORDS("Geldt tot en met")),
	FIELD(struct norm_set, categories, .label = WORDS("Productcategorieën"), .required = true),
	FIELD(struct norm_set, assumptions, .label = WORDS("Uitgangspunten van beleid"), .required = true,
	      .max_chars = 1000),
	FIELD(struct norm_set, excluded, .label = WORDS("Wat er niet in zit"), .required = true,
	      .max_chars = 1000),
	FIELD_INSIDE(struct norm_set, rounding, &norm_rounding_record, .label = WORDS("Afronding"),
	             .required = true),
	FIELD(struct norm_set, keys, .label = WORDS("Regels"), .required = true, .of = &norm_key_record),
	FIELD(struct norm_set, at),
};
const struct record norm_set_record = RECORD(struct norm_set, "norm_set", set_fields);

/* --- what must be true of a file --- */

/* Gives a finding the place where its record begins. */
static void put_at(struct finding *finding, const struct marks *at)
{
	if (at->items == NULL)
		return;
	finding->line = at->items[0].line;
	finding->column = at->items[0].column;
}

static bool is_whole_share(int64_t every_weeks)
{
	return every_weeks == 0 || WEEKS_COMMON % every_weeks == 0;
}

static bool is_same(const char *one, const char *other)
{
	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

/* Minutes or hours, never both: else it is not clear what is counted. */
static void check_size(const struct norm_key *key, struct findings *findings)
{
	const struct norm_choice *choices = key->choices.items;
	bool is_right = key->minutes == 0 || key->hours_per_year == 0;
	bool is_shared = is_whole_share(key->every_weeks);

	for (size_t i = 0; i < key->choices.count; i++) {
		is_right = is_right && (choices[i].minutes == 0 || choices[i].hours_per_year == 0);
		is_shared = is_shared && is_whole_share(choices[i].every_weeks);
	}
	if (key->choices.count > 0)
		is_right = is_right && key->minutes == 0 && key->hours_per_year == 0;
	if (!is_right)
		put_at(findings_add(findings, "norm-size", "",
		                    WORDS("Regel \"%s\" heeft minuten per keer of uren per jaar, niet "
		                          "allebei, en met "
		                          "keuzes "
		                          "alleen per keuze."),
		                    or_empty(key->key)),
		       &key->at);
	if (!is_shared)
		put_at(findings_add(
			       findings, "norm-weeks", "",
			       WORDS("Regel \"%s\": kies 1, 2, 3, 4, 6, 8, 12, 13, 24, 26, 39 of 52 weken."),
			       or_empty(key->key)),
		       &key->at);
}

static void check_values(const struct norm_key *key, struct findings *findings)
{
	const struct norm_choice *choices = key->choices.items;

	if ((key->choices.count == 0) == (key->max == 0))
		put_at(findings_add(findings, "norm-values", "",
		                    WORDS("Regel \"%s\" heeft een grootste aantal (max), of keuzes; een van "
		                          "de twee."),
		                    or_empty(key->key)),
		       &key->at);
	for (size_t i = 0; i < key->choices.count; i++)
		for (size_t j = 0; j < i; j++)
			if (is_same(choices[i].code, choices[j].code))
				put_at(findings_add(findings, "norm-choice-doubled", "",
				                    WORDS("De waarde \"%s\" staat er twee keer."),
				                    or_empty(choices[i].code)),
				       &choices[i].at);
	if (has_words(key->unit) != has_words(key->units))
		put_at(findings_add(findings, "norm-units", "",
		                    WORDS("Regel \"%s\": geef bij een eenheid ook het meervoud."),
		                    or_empty(key->key)),
		       &key->at);
}

static bool has_choice(const struct norm_key *key, const char *code)
{
	const struct norm_choice *choices = key->choices.items;

	for (size_t i = 0; i < key->choices.count; i++)
		if (is_same(choices[i].code, code))
			return true;
	return false;
}

/* More time hangs on another line that exists, and on a value that it can have. */
static void check_more(const struct norm_set *set, const struct norm_key *key, struct findings *findings)
{
	const struct norm_more *more = key->more.items;

	for (size_t i = 0; i < key->more.count; i++) {
		const struct norm_key *other = norm_set_key(set, or_empty(more[i].when));
		bool is_right = other != NULL && other != key && key->hours_per_year == 0;

		if (is_right)
			is_right = has_words(more[i].is)
			                   ? more[i].at_least == 0 && has_choice(other, more[i].is)
			                   : more[i].at_least > 0 && other->choices.count == 0;
		if (!is_right)
			put_at(findings_add(findings, "norm-more", "",
			                    WORDS("Meer tijd hangt aan een andere regel van dit bestand: met "
			                          "at_least aan "
			                          "een "
			                          "aantal, met is aan een keuze; niet aan \"%s\"."),
			                    or_empty(more[i].when)),
			       &more[i].at);
	}
}

static void check_keys(const struct norm_set *set, struct findings *findings)
{
	const struct norm_key *keys = set->keys.items;

	for (size_t i = 0; i < set->keys.count; i++) {
		check_size(&keys[i], findings);
		check_values(&keys[i], findings);
		check_more(set, &keys[i], findings);
		if (is_same(keys[i].key, NORM_ROUNDING_KEY) ||
		    norm_set_key(set, or_empty(keys[i].key)) != &keys[i])
			put_at(findings_add(
				       findings, "norm-key-doubled", "",
				       WORDS("Regel \"%s\" staat er twee keer, of heet zoals de afronding."),
				       or_empty(keys[i].key)),
			       &keys[i].at);
	}
}

enum status norm_set_read(const char *bytes, size_t length, struct norm_set *ret_set,
                          struct findings *findings)
{
	size_t before = findings->count;

	if (yaml_read(bytes, length, &norm_set_record, ret_set, findings) != OK)
		return FINDINGS;
	if (ret_set->rounding.to_minutes == 0)
		put_at(findings_add(findings, "norm-rounding", "",
		                    WORDS("Afronden gaat op ten minste 1 minuut.")),
		       &ret_set->rounding.at);
	if (date_is(ret_set->last_day) && date_before(ret_set->last_day, ret_set->valid_from))
		put_at(findings_add(findings, "norm-period", "",
		                    WORDS("De norm \"%s\" eindigt voordat zij begint."),
		                    or_empty(ret_set->name)),
		       &ret_set->at);
	check_keys(ret_set, findings);
	return findings->count == before ? OK : FINDINGS;
}

const struct norm_key *norm_set_key(const struct norm_set *set, const char *key)
{
	const struct norm_key *keys = set->keys.items;

	for (size_t i = 0; i < set->keys.count; i++)
		if (is_same(keys[i].key, key))
			return &keys[i];
	return NULL;
}

bool norm_set_in_force(const struct norm_set *set, struct date on)
{
	return !date_before(on, set->valid_from) &&
	       !(date_is(set->last_day) && date_before(set->last_day, on));
}

/* --- inside the binary --- */

struct records norm_sets(struct arena *arena)
{
	struct records sets = records_new(&norm_set_record, embedded_files_count, arena);
	struct norm_set *items = sets.items;

	sets.count = 0;
	for (size_t i = 0; i < embedded_files_count; i++) {
		const struct embedded_file *file = &embedded_files[i];
		struct findings findings = findings_new(arena, "nl");

		if (strncmp(file->name, FOLDER, sizeof FOLDER - 1) != 0)
			continue;
		if (norm_set_read((const char *)file->bytes, file->size, &items[sets.count], &findings) == OK)
			sets.count++;
		assert(findings.count == 0);
	}
	return sets;
}

const struct norm_set *norm_set_named(const struct records *sets, const char *name)
{
	const struct norm_set *items = sets->items;

	for (size_t i = 0; i < sets->count; i++)
		if (is_same(items[i].name, name))
			return &items[i];
	return NULL;
}
