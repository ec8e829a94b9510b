/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading a scheme, and looking things up in it. */
#include "common/scheme/scheme.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/address.h"
#include "common/scheme/scheme_check.h"
#include "platform/yaml/yaml.h"

#define POSTCODE_DIGITS 4

/* A placeholder says that it is one, wherever its label is shown. */
static const char *party_label(const struct scheme_party *party, int64_t number, struct arena *arena)
{
	const char *suffix = party->is_placeholder ? " (naam niet bekend)" : "";

	if (party->label == NULL)
		return NULL;
	if (number == 0)
		return arena_print(arena, "%s%s", party->label, suffix);
	return arena_print(arena, "%s nummer %" PRId64 "%s", party->label, number, suffix);
}

/* The first code counted up; a code that is no number stays as it is, for the check to find. */
static const char *counted_agb(const char *agb, int64_t number, struct arena *arena)
{
	if (agb == NULL || strlen(agb) != 8 || strspn(agb, "0123456789") != 8)
		return agb;
	return arena_print(arena, "%08" PRId64, (int64_t)strtoll(agb, NULL, 10) + number - 1);
}

/* Party number of a series as a party of its own: aanbieder-01, aanbieder-02, ... */
static struct scheme_party numbered(const struct scheme_party *series, int64_t number, struct arena *arena)
{
	struct scheme_party party = *series;
	int width = series->series.count > 99 ? 3 : 2; /* digits */

	party.number = number;
	party.series = (struct scheme_series){ 0 };
	party.series_name = series->name;
	party.series_label = party_label(series, 0, arena);
	party.label = party_label(series, number, arena);
	party.agb = counted_agb(series->agb, number, arena);
	if (series->name != NULL)
		party.name = arena_print(arena, "%s-%0*" PRId64, series->name, width, number);
	return party;
}

/* Replaces each series by its numbered parties; when that makes too many, a check says so. */
static void write_out_series(struct scheme *scheme, struct arena *arena)
{
	const struct scheme_party *party = scheme->parties.items;
	size_t count = check_written_out(&scheme->parties), written = 0;
	struct records all;
	struct scheme_party *out;

	if (count > SCHEME_PARTIES_MAX)
		return;
	all = records_new(&scheme_party_record, count, arena);
	out = all.items;
	for (size_t i = 0; i < scheme->parties.count; i++, party++) {
		if (party->series.count == 0) {
			out[written] = *party;
			out[written++].label = party_label(party, 0, arena);
		}
		for (int64_t number = 1; number <= party->series.count; number++)
			out[written++] = numbered(party, number, arena);
	}
	scheme->parties = all;
}

static int compare_findings(const void *a, const void *b)
{
	const struct finding *one = a, *other = b;
	int difference = one->line - other->line;

	if (difference == 0)
		difference = one->column - other->column;
	if (difference == 0)
		difference = strcmp(one->code, other->code);
	return difference != 0 ? difference : strcmp(one->words, other->words);
}

/* A key too many hides nothing of what was read. */
static bool is_read_whole(const struct findings *findings, size_t before)
{
	for (size_t i = before; i < findings->count; i++)
		if (strcmp(findings->items[i].code, "key") != 0)
			return false;
	return true;
}

enum status scheme_read(const char *bytes, size_t length, struct scheme *ret_scheme,
                        struct findings *findings)
{
	size_t before = findings->count;
	enum status status = yaml_read(bytes, length, &scheme_record, ret_scheme, findings);

	if (ret_scheme->at.items != NULL) {
		write_out_series(ret_scheme, findings->arena);
		scheme_check(ret_scheme, status == OK || is_read_whole(findings, before), findings);
	}
	if (findings->count == before)
		return OK;
	qsort(findings->items + before, findings->count - before, sizeof(findings->items[0]),
	      compare_findings);
	return FINDINGS;
}

int64_t scheme_register(const struct scheme *scheme)
{
	const struct scheme_authority *first = scheme->authorities.items;

	assert(scheme->authorities.count > 0 && first->cbs_code != NULL);
	return strtoll(first->cbs_code, NULL, 10);
}

const struct scheme_product *scheme_product(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->products, &scheme_product_record, name);
}

const struct scheme_area *scheme_area(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->areas, &scheme_area_record, name);
}

const struct scheme_party *scheme_party(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->parties, &scheme_party_record, name);
}

const struct scheme_area *scheme_area_of(const struct scheme *scheme, const char *address, struct date on)
{
	const struct scheme_area *area = scheme->areas.items, *found = NULL;
	char postcode[POSTCODE_DIGITS + 1] = "";

	(void)snprintf(postcode, sizeof postcode, "%s", address);
	for (size_t i = 0; i < scheme->areas.count; i++) {
		if (!date_within(on, area[i].from, area[i].until))
			continue;
		if (address_is_of(&area[i], address))
			return &area[i];
		if (found == NULL && check_texts_have(&area[i].postcodes, postcode))
			found = &area[i];
	}
	return found;
}

const struct scheme_team *scheme_team_of(const struct scheme *scheme, const char *area)
{
	const struct scheme_team *team = scheme->teams.items;

	for (size_t i = 0; i < scheme->teams.count; i++)
		if (check_texts_have(&team[i].areas, area))
			return &team[i];
	return NULL;
}

const struct scheme_scope *scheme_scope_on(const struct scheme *scheme, const char *theme, struct date on)
{
	const struct scheme_scope *scope = scheme->scope.items, *latest = NULL;

	for (size_t i = 0; i < scheme->scope.count; i++)
		if (check_is(scope[i].theme, theme) && !date_before(on, scope[i].from) &&
		    (latest == NULL || date_before(latest->from, scope[i].from)))
			latest = &scope[i];
	return latest;
}

const struct scheme_phase *scheme_phase_on(const struct scheme *scheme, const char *agreement, struct date on)
{
	const struct scheme_phase *phase = scheme->phases.items, *latest = NULL;

	for (size_t i = 0; i < scheme->phases.count; i++)
		if (check_is(phase[i].agreement, agreement) && !date_before(on, phase[i].from) &&
		    (latest == NULL || date_before(latest->from, phase[i].from)))
			latest = &phase[i];
	return latest;
}
