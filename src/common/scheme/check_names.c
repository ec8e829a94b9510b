/* SPDX-License-Identifier: EUPL-1.2 */
/* Names of a scheme file: each once, and each that is used exists. */
#include "common/scheme/scheme_check.h"

#include "platform/base/words.h"
#include "platform/yaml/nearest.h"

#define NAMES_SHOWN 8

/* --- doubled --- */

/* Only the first of a series stands in the file. */
static bool is_written(const struct record *record, const void *item)
{
	return record != &scheme_party_record || ((const struct scheme_party *)item)->number <= 1;
}

static struct mark name_place(const struct record *record, const void *item)
{
	return check_place(record, MEMBER(struct marks, record_field(record, "at"), item), "name");
}

static void check_section_names(const struct checking *checking, const struct records *section,
                                const struct record *record)
{
	const struct field *field = record_field(record, "name");
	const char *items = section->items;

	for (size_t i = 1; i < section->count; i++) {
		const char *item = items + i * record->size;
		const char *name = MEMBER(const char *, field, item);
		const char *earlier = check_find(&(struct records){ section->items, i }, record, name);

		if (earlier != NULL && (is_written(record, item) || is_written(record, earlier)))
			check_refuse(
				checking, name_place(record, item),
				WORDS("De naam \"%s\" is al gebruikt op regel %d; geef dit een andere naam."),
				name, name_place(record, earlier).line);
	}
}

/* A lane may name a whole series, so its name may not be a party's as well. */
static void check_series_names(const struct checking *checking)
{
	const struct records *parties = &checking->scheme->parties;
	const struct scheme_party *party = parties->items;

	for (size_t i = 0; i < parties->count; i++) {
		const struct scheme_party *other =
			check_find(parties, &scheme_party_record, party[i].series_name);

		if (party[i].number == 1 && other != NULL)
			check_refuse(
				checking, name_place(&scheme_party_record, &party[i]),
				WORDS("De naam \"%s\" is al gebruikt op regel %d; geef dit een andere naam."),
				party[i].series_name, name_place(&scheme_party_record, other).line);
	}
}

/* The section of the scheme that a field stands for, one or many items; no items when the file has none. */
static struct records section_of(const struct scheme *scheme, const struct field *field)
{
	if (field->type == FIELD_RECORDS)
		return MEMBER(struct records, field, scheme);
	return (struct records){ .items = &MEMBER(char, field, scheme),
		                 .count = field->type == FIELD_RECORD };
}

void check_name_doubled(const struct checking *checking)
{
	for (size_t i = 0; i < scheme_record.count; i++) {
		const struct field *field = &scheme_record.fields[i];
		struct records section = section_of(checking->scheme, field);

		if (field->type == FIELD_RECORDS && record_field(field->of, "name") != NULL)
			check_section_names(checking, &section, field->of);
	}
	check_series_names(checking);
}

static void check_list(const struct checking *checking, const struct texts *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (list->items[i][0] != '\0' &&
		    check_texts_have(&(struct texts){ .items = list->items, .count = i }, list->items[i]))
			check_refuse(checking, list->marks[i],
			             WORDS("\"%s\" staat al in deze lijst; haal het hier weg."),
			             list->items[i]);
}

/* Every list of an item. */
static void check_lists(const struct checking *checking, const struct record *record, const void *item)
{
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].type == FIELD_TEXTS)
			check_list(checking, &MEMBER(struct texts, &record->fields[i], item));
}

void check_list_doubled(const struct checking *checking)
{
	check_lists(checking, &scheme_record, checking->scheme);
	for (size_t i = 0; i < scheme_record.count; i++) {
		const struct field *field = &scheme_record.fields[i];
		struct records section = section_of(checking->scheme, field);

		for (size_t j = 0; j < section.count; j++)
			check_lists(checking, field->of, (const char *)section.items + j * field->of->size);
	}
}

/* --- unknown --- */

/* A section that names are looked up in, and how it is called when one is not found. */
struct lookup {
	const struct checking *checking;
	const struct records *section;
	const struct record *record;
	const char *words; /* Dutch: there is no such thing */
};

/* The name of an item as somebody writes it in the file: of a series the name of the whole. */
static const char *written_name(const struct lookup *lookup, size_t index)
{
	const char *item = (const char *)lookup->section->items + index * lookup->record->size;
	const struct scheme_party *party = (const void *)item;

	if (!is_written(lookup->record, item))
		return NULL;
	if (lookup->record == &scheme_party_record && party->series_name != NULL)
		return party->series_name;
	return MEMBER(const char *, record_field(lookup->record, "name"), item);
}

/* What exists, the first few of it: "noord, zuid, ...". */
static const char *known_names(const struct lookup *lookup, struct nearest *nearest)
{
	struct arena *arena = lookup->checking->findings->arena;
	const char *known = "";
	size_t count = 0;

	for (size_t i = 0; i < lookup->section->count; i++) {
		const char *name = written_name(lookup, i);

		if (name == NULL)
			continue;
		nearest_offer(nearest, name);
		if (count < NAMES_SHOWN)
			known = arena_print(arena, "%s%s%s", known, count == 0 ? "" : ", ", name);
		if (count++ == NAMES_SHOWN)
			known = arena_print(arena, "%s, ...", known);
	}
	return known;
}

static bool is_known(const struct lookup *lookup, const char *name)
{
	const struct scheme_party *first;

	if (lookup->record == &scheme_party_record)
		return check_parties(lookup->checking->scheme, name, &first) > 0;
	return check_find(lookup->section, lookup->record, name) != NULL;
}

/* Without the whole section the finding is that it is missing, not each of its names. */
static void look_up(const struct lookup *lookup, const char *name, struct mark at)
{
	struct nearest nearest = { .word = name };
	const char *words, *known;

	if (!has_words(name) || lookup->section->count == 0 || is_known(lookup, name))
		return;
	words = words_in(lookup->checking->findings->language, lookup->words);
	known = known_names(lookup, &nearest);
	if (nearest.best != NULL)
		check_refuse(lookup->checking, at, WORDS("%s \"%s\"; bedoelt u \"%s\"? Er zijn: %s."), words,
		             name, nearest.best, known);
	else
		check_refuse(lookup->checking, at, WORDS("%s \"%s\"; er zijn: %s."), words, name, known);
}

static void look_up_all(const struct lookup *lookup, const struct texts *names)
{
	for (size_t i = 0; i < names->count; i++)
		look_up(lookup, names->items[i], names->marks[i]);
}

/* A key whose value is a name, or a list of names, of something in another section. */
struct reference {
	const char *section, *field;
};

static void look_up_section(const struct lookup *lookup, const struct reference *reference)
{
	const struct field *section = record_field(&scheme_record, reference->section);
	const struct field *field = record_field(section->of, reference->field);
	struct records items = section_of(lookup->checking->scheme, section);

	for (size_t i = 0; i < items.count; i++) {
		const char *item = (const char *)items.items + i * section->of->size;
		struct marks at = MEMBER(struct marks, record_field(section->of, "at"), item);

		if (at.items == NULL)
			continue;
		if (field->type == FIELD_TEXTS)
			look_up_all(lookup, &MEMBER(struct texts, field, item));
		else
			look_up(lookup, MEMBER(const char *, field, item),
			        check_place(section->of, at, reference->field));
	}
}

static void look_up_references(const struct lookup *lookup, const struct reference *references, size_t count)
{
	for (size_t i = 0; i < count; i++)
		look_up_section(lookup, &references[i]);
}

void check_authority_unknown(const struct checking *checking)
{
	static const struct reference references[] = { { "areas", "authority" }, { "desk", "authorities" } };
	const struct lookup lookup = { checking, &checking->scheme->authorities, &scheme_authority_record,
		                       WORDS("Er is geen gemeente") };

	look_up_references(&lookup, references, COUNT(references));
}

void check_area_unknown(const struct checking *checking)
{
	static const struct reference references[] = {
		{ "teams", "areas" }, { "lanes", "areas" },        { "subcontractors", "areas" },
		{ "lots", "areas" },  { "budget_shares", "area" }, { "population", "area" }
	};
	const struct lookup lookup = { checking, &checking->scheme->areas, &scheme_area_record,
		                       WORDS("Er is geen gebied") };

	look_up_references(&lookup, references, COUNT(references));
}

void check_product_unknown(const struct checking *checking)
{
	static const struct reference references[] = { { "lanes", "products" },
		                                       { "cutovers", "products" },
		                                       { "subcontractors", "products" },
		                                       { "lots", "products" },
		                                       { "replaced_products", "by" } };
	const struct lookup lookup = { checking, &checking->scheme->products, &scheme_product_record,
		                       WORDS("Er is geen product") };

	look_up_references(&lookup, references, COUNT(references));
}

void check_group_unknown(const struct checking *checking)
{
	static const struct reference references[] = { { "products", "target_group" },
		                                       { "lanes", "target_group" },
		                                       { "cutovers", "target_group" },
		                                       { "lots", "target_group" } };
	const struct lookup lookup = { checking, &checking->scheme->target_groups, &scheme_group_record,
		                       WORDS("Er is geen doelgroep") };

	look_up_references(&lookup, references, COUNT(references));
}

void check_party_unknown(const struct checking *checking)
{
	static const struct reference references[] = {
		{ "lanes", "parties" },        { "lanes", "under" },         { "combinations", "name" },
		{ "combinations", "members" }, { "combinations", "lead" },   { "combinations", "liable" },
		{ "combinations", "contact" }, { "subcontractors", "name" }, { "subcontractors", "under" },
		{ "expertise", "parties" },    { "elsewhere", "parties" },   { "budget_shares", "party" },
	};
	const struct lookup lookup = { checking, &checking->scheme->parties, &scheme_party_record,
		                       WORDS("Er is geen partij") };

	look_up_references(&lookup, references, COUNT(references));
}

void check_agreement_unknown(const struct checking *checking)
{
	static const struct reference references[] = {
		{ "lanes", "agreement" },   { "procurement", "agreement" }, { "lots", "agreement" },
		{ "options", "agreement" }, { "phases", "agreement" },      { "funding", "agreement" }
	};
	const struct lookup lookup = { checking, &checking->scheme->agreements, &scheme_agreement_record,
		                       WORDS("Er is geen overeenkomst") };

	look_up_references(&lookup, references, COUNT(references));
}

void check_meeting_unknown(const struct checking *checking)
{
	static const struct reference references[] = { { "working_groups", "prepares_for" } };
	const struct lookup lookup = { checking, &checking->scheme->meetings, &scheme_meeting_record,
		                       WORDS("Er is geen overleg") };

	look_up_references(&lookup, references, COUNT(references));
}

/* --- somebody: a party, a partner or an authority --- */

static void look_up_somebody(const struct checking *checking, const char *name, struct mark at)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_party *party;

	if (name == NULL || check_parties(scheme, name, &party) > 0 ||
	    check_find(&scheme->partners, &scheme_partner_record, name) != NULL ||
	    check_find(&scheme->authorities, &scheme_authority_record, name) != NULL)
		return;
	check_refuse(checking, at, WORDS("Er is geen partij, partner of gemeente \"%s\"; verbeter de naam."),
	             name);
}

void check_somebody_unknown(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_provision *provision = scheme->provisions.items;
	const struct scheme_scope *scope = scheme->scope.items;
	const struct scheme_role *role = scheme->roles.items;

	for (size_t i = 0; i < scheme->provisions.count; i++)
		look_up_somebody(checking, provision[i].provider,
		                 check_place(&scheme_provision_record, provision[i].at, "provider"));
	for (size_t i = 0; i < scheme->scope.count; i++)
		look_up_somebody(checking, scope[i].to, check_place(&scheme_scope_record, scope[i].at, "to"));
	for (size_t i = 0; i < scheme->roles.count; i++)
		look_up_somebody(checking, role[i].of, check_place(&scheme_role_record, role[i].at, "of"));
	if (scheme->desk.investigates != NULL)
		look_up_somebody(checking, scheme->desk.investigates,
		                 check_place(&scheme_desk_record, scheme->desk.at, "investigates"));
}
