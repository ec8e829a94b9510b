/* SPDX-License-Identifier: EUPL-1.2 */
/* All that a scheme says beside its lanes, section by section through the field tables. */
#include <assert.h>
#include <string.h>

#include "common/scheme/diffing.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define LONG_CHARS 200 /* a text longer than this is not said again */

static const struct diff_section sections[] = {
	{ "agreements", WORDS("Overeenkomst"), { "name" }, ABOUT_AGREEMENT, "name" },
	{ "options", WORDS("Verlenging van"), { "agreement", "until" }, ABOUT_AGREEMENT, "agreement" },
	{ "norms", WORDS("Norm"), { "name" }, ABOUT_NORM, "phases" },
	{ "areas", WORDS("Gebied"), { "name" }, ABOUT_AREAS, "name" },
	{ "parties", WORDS("Partij"), { "name" }, ABOUT_PARTIES, "name" },
	{ "products", WORDS("Product"), { "name" }, ABOUT_PRODUCTS, "name" },
	{ "target_groups", WORDS("Doelgroep"), { "name" }, ABOUT_GROUP, "name" },
	{ "combinations", WORDS("Combinatie"), { "name" }, ABOUT_PARTIES, "members" },
	{ "subcontractors", WORDS("Onderaannemer"), { "name", "under" }, ABOUT_PARTIES, "name" },
	{ "expertise", WORDS("Deskundigheid"), { "name" }, ABOUT_PARTIES, "parties" },
	{ "teams", WORDS("Team"), { "name" }, ABOUT_AREAS, "areas" },
	{ "cutovers", WORDS("Overgang"), { "name" }, ABOUT_PRODUCTS, "products" },
	{ "owner", WORDS("Eigenaar van de cliënt"), { NULL }, ABOUT_ALL, NULL },
	{ "contact_person", WORDS("Aanspreekpunt van de cliënt"), { NULL }, ABOUT_ALL, NULL },
	{ "caps", WORDS("Grenzen per partij"), { NULL }, ABOUT_NOBODY, NULL },
	{ "birthdays", WORDS("Leeftijd"), { "age" }, ABOUT_ALL, NULL },
	{ "transition", WORDS("Overgang van cliënten"), { NULL }, ABOUT_ALL, NULL },
	{ "network_first", WORDS("Eerst het eigen netwerk"), { NULL }, ABOUT_NOBODY, NULL },
	{ "authorities", WORDS("Opdrachtgever"), { "name" }, ABOUT_NOBODY, NULL },
	{ "desk", WORDS("Loket"), { NULL }, ABOUT_NOBODY, NULL },
	{ "partners", WORDS("Partner"), { "name" }, ABOUT_NOBODY, NULL },
	{ "provisions", WORDS("Algemene voorziening"), { "name" }, ABOUT_NOBODY, NULL },
	{ "procurement", WORDS("Inkoop van"), { "agreement" }, ABOUT_NOBODY, NULL },
	{ "lots", WORDS("Perceel"), { "name" }, ABOUT_NOBODY, NULL },
	{ "criteria", WORDS("Criterium"), { "name" }, ABOUT_NOBODY, NULL },
	{ "threshold", WORDS("Drempel"), { NULL }, ABOUT_NOBODY, NULL },
	{ "earlier", WORDS("Eerdere inkoop"), { "name" }, ABOUT_NOBODY, NULL },
	{ "replaced_products", WORDS("Vervangen product"), { "name" }, ABOUT_NOBODY, NULL },
	{ "elsewhere", WORDS("Elders"), { "label" }, ABOUT_NOBODY, NULL },
	{ "corners", WORDS("Hoek"), { "name" }, ABOUT_NOBODY, NULL },
	{ "meetings", WORDS("Overleg"), { "name" }, ABOUT_NOBODY, NULL },
	{ "working_groups", WORDS("Werkgroep"), { "name" }, ABOUT_NOBODY, NULL },
	{ "roles", WORDS("Rol"), { "name" }, ABOUT_NOBODY, NULL },
	{ "funding", WORDS("Betaling van"), { "agreement" }, ABOUT_NOBODY, NULL },
	{ "population_bands", WORDS("Groep inwoners"), { "name" }, ABOUT_NOBODY, NULL },
	{ "budget_shares", WORDS("Deel van het budget voor"), { "party", "area" }, ABOUT_NOBODY, NULL },
	{ "population", WORDS("Inwoners in"), { "area", "band" }, ABOUT_NOBODY, NULL },
	{ "history", WORDS("Gebeurtenis"), { "what", "on" }, ABOUT_NOBODY, NULL },
	{ "unknown", WORDS("Wat niet bekend is"), { "what" }, ABOUT_NOBODY, NULL },
};

/* --- values --- */

/* Sections within an item have no value, and what is said elsewhere needs none. */
static bool has_value(const struct field *field)
{
	return field->type != FIELD_MARKS && field->type != FIELD_RECORD && field->type != FIELD_RECORDS;
}

static const char *coded(const struct diffing *diffing, const struct field *field, const char *value)
{
	return field->choices == NULL ? diff_label(diffing, value)
	                              : words_in(diffing->language, choice_label(field->choices, value));
}

/* The value as a person reads it within a sentence. */
static const char *value_of(const struct diffing *diffing, const struct field *field, const void *item)
{
	bool is_own = strcmp(field->name, "name") == 0 || strcmp(field->name, "label") == 0;

	if (record_is_empty(field, item))
		return words_in(diffing->language, WORDS("niets"));
	if (field->type == FIELD_DATE)
		return diff_day(diffing, MEMBER(struct date, field, item));
	if (field->type != FIELD_TEXT)
		return record_get(field, item, diffing->arena);
	return arena_print(diffing->arena, "\"%s\"",
	                   is_own ? MEMBER(const char *, field, item)
	                          : coded(diffing, field, MEMBER(const char *, field, item)));
}

/* What one list has and the other has not. */
static const char *beside(const struct diffing *diffing, const struct field *field, const struct texts *list,
                          const struct texts *other)
{
	struct texts found = { .items = ARENA_MANY(diffing->arena, list->count, const char *) };

	for (size_t i = 0; i < list->count; i++)
		if (!check_texts_have(other, list->items[i]))
			found.items[found.count++] = coded(diffing, field, list->items[i]);
	return diff_list(diffing, &found);
}

static bool is_same_list(const struct texts *one, const struct texts *other)
{
	if (one->count != other->count)
		return false;
	for (size_t i = 0; i < one->count; i++)
		if (strcmp(one->items[i], other->items[i]) != 0)
			return false;
	return true;
}

/* --- items --- */

/* Two versions of an item, or of a record that a scheme has once. */
struct pair_of {
	const struct diff_section *section;
	const struct record *record;
	const void *before, *after; /* NULL where it is not there */
	const char *called;
};

/* The first day on which a norm holds by one version or the other; no date where there are no phases. */
static struct date first_phase(const struct diffing *diffing, const struct pair_of *pair)
{
	const struct scheme *const schemes[] = { diffing->before, diffing->after };
	const struct scheme_norm *const norms[] = { pair->before, pair->after };
	struct date first = { 0 };

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; norms[i] != NULL && j < schemes[i]->phases.count; j++) {
			const struct scheme_phase *phase = &SCHEME_ITEMS(scheme_phase, schemes[i]->phases)[j];

			if (check_texts_have(&norms[i]->phases, phase->kind) &&
			    (!date_is(first) || date_before(phase->from, first)))
				first = phase->from;
		}
	return first;
}

static void say(struct diffing *diffing, const struct pair_of *pair, const char *words)
{
	struct scheme_change *change = diff_add(diffing, pair->section->name, words);

	change->reach = diff_reach(diffing, pair->section, pair->record, pair->before, pair->after);
	if (pair->section->about == ABOUT_NORM)
		change->from = diff_later(diffing, first_phase(diffing, pair));
}

static void say_list(struct diffing *diffing, const struct pair_of *pair, const struct field *field)
{
	const struct texts *before = &MEMBER(struct texts, field, pair->before);
	const struct texts *after = &MEMBER(struct texts, field, pair->after);
	const char *language = diffing->language;
	const char *label = diff_inside(diffing, words_in(language, field->label));
	const char *added = beside(diffing, field, after, before),
		   *gone = beside(diffing, field, before, after);
	struct arena *arena = diffing->arena;

	if (strlen(added) > LONG_CHARS || strlen(gone) > LONG_CHARS)
		say(diffing, pair,
		    arena_print(arena, words_in(language, WORDS("%s: %s is anders beschreven.")),
		                pair->called, label));
	else if (added[0] == '\0' && gone[0] == '\0')
		say(diffing, pair,
		    arena_print(arena, words_in(language, WORDS("%s: %s in een andere volgorde.")),
		                pair->called, label));
	else if (gone[0] == '\0')
		say(diffing, pair,
		    arena_print(arena, words_in(language, WORDS("%s: %s met %s erbij.")), pair->called, label,
		                added));
	else if (added[0] == '\0')
		say(diffing, pair,
		    arena_print(arena, words_in(language, WORDS("%s: %s zonder %s.")), pair->called, label,
		                gone));
	else
		say(diffing, pair,
		    arena_print(arena, words_in(language, WORDS("%s: %s met %s erbij, en zonder %s.")),
		                pair->called, label, added, gone));
}

static void say_until(struct diffing *diffing, const struct pair_of *pair, const struct field *field)
{
	struct date before = date_last_day(MEMBER(struct date, field, pair->before));
	struct date after = date_last_day(MEMBER(struct date, field, pair->after));
	const char *language = diffing->language, *words;

	if (!date_is(after))
		words = arena_print(diffing->arena,
		                    words_in(language, WORDS("%s heeft geen einde meer; dat was %s.")),
		                    pair->called, diff_day(diffing, before));
	else if (!date_is(before))
		words = arena_print(diffing->arena,
		                    words_in(language, WORDS("%s loopt tot en met %s; er was geen einde.")),
		                    pair->called, diff_day(diffing, after));
	else
		words = arena_print(diffing->arena,
		                    words_in(language, WORDS("%s loopt tot en met %s; dat was %s.")),
		                    pair->called, diff_day(diffing, after), diff_day(diffing, before));
	say(diffing, pair, words);
	/* from the earlier end on it is another thing */
	if (!date_is(after) || (date_is(before) && date_before(before, after)))
		after = before;
	diffing->changes.items[diffing->changes.count - 1].from =
		diff_later(diffing, date_add_days(after, 1));
}

/* The day on which something begins or is. */
static void say_day(struct diffing *diffing, const struct pair_of *pair, const struct field *field)
{
	const char *was = value_of(diffing, field, pair->before);
	const char *becomes = value_of(diffing, field, pair->after);

	say(diffing, pair,
	    arena_print(diffing->arena,
	                strcmp(field->name, "from") == 0
	                        ? words_in(diffing->language, WORDS("%s begint op %s; dat was %s."))
	                        : words_in(diffing->language, WORDS("%s is op %s; dat was %s.")),
	                pair->called, becomes, was));
}

static void say_value(struct diffing *diffing, const struct pair_of *pair, const struct field *field)
{
	const char *was = value_of(diffing, field, pair->before);
	const char *becomes = value_of(diffing, field, pair->after);
	const char *language = diffing->language;
	const char *label = diff_inside(diffing, words_in(language, field->label));

	if (field->type == FIELD_FLAG)
		say(diffing, pair,
		    arena_print(diffing->arena,
		                MEMBER(bool, field, pair->after)
		                        ? words_in(language, WORDS("%s: %s, voortaan wel."))
		                        : words_in(language, WORDS("%s: %s, voortaan niet meer.")),
		                pair->called, label));
	else if (strlen(was) > LONG_CHARS || strlen(becomes) > LONG_CHARS)
		say(diffing, pair,
		    arena_print(diffing->arena, words_in(language, WORDS("%s: %s is anders beschreven.")),
		                pair->called, label));
	else
		say(diffing, pair,
		    arena_print(diffing->arena, words_in(language, WORDS("%s: %s wordt %s; dat was %s.")),
		                pair->called, label, becomes, was));
}

static bool is_same_value(const struct diffing *diffing, const struct field *field, const void *before,
                          const void *after)
{
	if (field->type == FIELD_TEXTS)
		return is_same_list(&MEMBER(struct texts, field, before),
		                    &MEMBER(struct texts, field, after));
	return strcmp(record_get(field, before, diffing->arena), record_get(field, after, diffing->arena)) ==
	       0;
}

/* What diff_postcodes says, or what only says that a section is there. */
static bool is_said_elsewhere(const struct field *field)
{
	return strcmp(field->name, "postcodes") == 0 || strcmp(field->name, "parts") == 0;
}

static void compare_fields(struct diffing *diffing, const struct pair_of *pair)
{
	for (size_t i = 0; i < pair->record->count; i++) {
		const struct field *field = &pair->record->fields[i];

		if (!has_value(field) || is_said_elsewhere(field) ||
		    is_same_value(diffing, field, pair->before, pair->after))
			continue;
		if (field->type == FIELD_TEXTS)
			say_list(diffing, pair, field);
		else if (field->type == FIELD_DATE && strcmp(field->name, "until") == 0)
			say_until(diffing, pair, field);
		else if (field->type == FIELD_DATE)
			say_day(diffing, pair, field);
		else
			say_value(diffing, pair, field);
	}
}

/* --- sections --- */

static bool is_same_item(const struct diffing *diffing, const struct diff_section *section,
                         const struct record *record, const void *one, const void *other)
{
	for (size_t i = 0; i < COUNT(section->keys) && section->keys[i] != NULL; i++)
		if (!is_same_value(diffing, record_field(record, section->keys[i]), one, other))
			return false;
	return true;
}

static const void *find(const struct diffing *diffing, const struct diff_section *section,
                        const struct record *record, const struct records *items, const void *like)
{
	const char *item = items->items;

	for (size_t i = 0; i < items->count; i++, item += record->size)
		if (is_same_item(diffing, section, record, item, like))
			return item;
	return NULL;
}

/* `Gebied Leek`, `Norm "De termijnen worden gehaald"`; where the label begins with the noun, without it. */
static const char *called(const struct diffing *diffing, const struct diff_section *section,
                          const struct record *record, const void *item)
{
	const char *noun = words_in(diffing->language, section->noun);
	const struct field *label = record_field(record, "label");
	const char *words;

	if (label != NULL)
		words = MEMBER(const char *, label, item);
	else
		words = record_get(record_field(record, section->keys[0]), item, diffing->arena);
	if (label == NULL)
		words = diff_label(diffing, words);
	if (strncmp(words, noun, strlen(noun)) == 0)
		return words;
	return arena_print(diffing->arena, strchr(words, ' ') == NULL ? "%s %s" : "%s \"%s\"", noun, words);
}

/* The day from which an item counts, or no date. */
static struct date from_of(const struct record *record, const void *item)
{
	const struct field *from = record_field(record, "from");

	assert(item != NULL);
	return from == NULL ? (struct date){ 0 } : MEMBER(struct date, from, item);
}

static void say_new(struct diffing *diffing, const struct pair_of *pair)
{
	struct date from = from_of(pair->record, pair->after);
	const char *language = diffing->language;

	if (date_is(from)) {
		say(diffing, pair,
		    arena_print(diffing->arena, words_in(language, WORDS("%s komt erbij, vanaf %s.")),
		                pair->called, diff_day(diffing, from)));
		diffing->changes.items[diffing->changes.count - 1].from = from;
	} else {
		say(diffing, pair,
		    arena_print(diffing->arena, words_in(language, WORDS("%s komt erbij.")), pair->called));
	}
}

static void say_gone(struct diffing *diffing, const struct pair_of *pair)
{
	say(diffing, pair,
	    arena_print(diffing->arena, words_in(diffing->language, WORDS("%s vervalt.")), pair->called));
}

/* Which parties come and go, diff_parties says. */
static bool says_coming(const struct diff_section *section)
{
	return strcmp(section->name, "parties") != 0;
}

static void compare_items(struct diffing *diffing, const struct diff_section *section,
                          const struct record *record, const struct records *before,
                          const struct records *after)
{
	struct pair_of pair = { .section = section, .record = record };

	for (size_t i = 0; i < before->count; i++) {
		pair.before = (const char *)before->items + i * record->size;
		if (!says_coming(section) || find(diffing, section, record, after, pair.before) != NULL)
			continue;
		pair.called = called(diffing, section, record, pair.before);
		say_gone(diffing, &pair);
	}
	for (size_t i = 0; i < after->count; i++) {
		pair.after = (const char *)after->items + i * record->size;
		pair.before = find(diffing, section, record, before, pair.after);
		pair.called = called(diffing, section, record, pair.after);
		if (pair.before != NULL)
			compare_fields(diffing, &pair);
		else if (says_coming(section))
			say_new(diffing, &pair);
	}
}

static bool is_there(const struct record *record, const void *item)
{
	for (size_t i = 0; i < record->count; i++)
		if (has_value(&record->fields[i]) && !record_is_empty(&record->fields[i], item))
			return true;
	return false;
}

/* What a scheme has once, or not at all. */
static void compare_once(struct diffing *diffing, const struct pair_of *pair)
{
	bool was = is_there(pair->record, pair->before), is = is_there(pair->record, pair->after);

	if (was && is)
		compare_fields(diffing, pair);
	else if (is)
		say_new(diffing, pair);
	else if (was)
		say_gone(diffing, pair);
}

/* --- the order of the rules, and lanes that say the same in another way --- */

static struct texts rules_of(const struct diffing *diffing, const struct scheme *scheme)
{
	struct texts rules = { .items = ARENA_MANY(diffing->arena, scheme->assignment.count, const char *) };

	for (size_t i = 0; i < scheme->assignment.count; i++)
		rules.items[rules.count++] = words_in(
			diffing->language,
			choice_label(lane_hows, SCHEME_ITEMS(scheme_rule_use, scheme->assignment)[i].rule));
	return rules;
}

static void compare_rules(struct diffing *diffing)
{
	const struct texts before = rules_of(diffing, diffing->before),
			   after = rules_of(diffing, diffing->after);
	struct scheme_change *change;

	if (is_same_list(&before, &after))
		return;
	change = diff_add(
		diffing, "assignment",
		arena_print(diffing->arena,
	                    words_in(diffing->language, WORDS("De volgorde bij het toewijzen wordt: %s.")),
	                    diff_list(diffing, &after)));
	change->reach.is_help = true;
	change->reach.is_who = true;
}

static bool has_same_lanes(const struct diffing *diffing)
{
	static const struct diff_section by_name = { .name = "lanes", .keys = { "name" } };
	const struct records *before = &diffing->before->lanes, *after = &diffing->after->lanes;

	for (size_t i = 0; i < after->count; i++) {
		const struct scheme_lane *lane = &SCHEME_ITEMS(scheme_lane, *after)[i];
		const void *was = find(diffing, &by_name, &scheme_lane_record, before, lane);

		for (size_t j = 0; was != NULL && j < scheme_lane_record.count; j++)
			if (has_value(&scheme_lane_record.fields[j]) &&
			    !is_same_value(diffing, &scheme_lane_record.fields[j], was, lane))
				return false;
		if (was == NULL)
			return false;
	}
	return before->count == after->count;
}

static void compare_lane_texts(struct diffing *diffing)
{
	if (diffing->lanes.count == 0 && !has_same_lanes(diffing))
		(void)diff_add(diffing, "lanes",
		               words_in(diffing->language,
		                        WORDS("Wie wat waar mag leveren, is anders opgeschreven; voor "
		                              "inwoners verandert daardoor niets.")));
}

void diff_sections(struct diffing *diffing)
{
	static const struct diff_section whole = { .name = "scheme", .noun = "" };

	compare_rules(diffing);
	compare_lane_texts(diffing);
	for (size_t i = 0; i < COUNT(sections); i++) {
		const struct field *field = record_field(&scheme_record, sections[i].name);
		const void *before = &MEMBER(char, field, diffing->before);
		const void *after = &MEMBER(char, field, diffing->after);

		if (field->type == FIELD_RECORDS)
			compare_items(diffing, &sections[i], field->of, before, after);
		else
			compare_once(diffing,
			             &(struct pair_of){ &sections[i], field->of, before, after,
			                                words_in(diffing->language, sections[i].noun) });
	}
	compare_fields(diffing, &(struct pair_of){ &whole, &scheme_record, diffing->before, diffing->after,
	                                           words_in(diffing->language, WORDS("Regeling")) });
}
