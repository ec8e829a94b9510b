/* SPDX-License-Identifier: EUPL-1.2 */
/* The terms of a scheme file beside its lanes: agreements, procurement, phases, themes, corners. */
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

/* Whether the file has the section. */
static bool has_part(const struct scheme *scheme, const struct field *field)
{
	if (field->type == FIELD_RECORDS)
		return MEMBER(struct records, field, scheme).count > 0;
	return MEMBER(struct marks, record_field(field->of, "at"), &MEMBER(char, field, scheme)).items !=
	       NULL;
}

void check_parts(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;

	for (const struct choice *part = scheme_parts; part->code != NULL; part++) {
		bool is_there = has_part(scheme, record_field(&scheme_record, part->code));

		if (is_there == check_texts_have(&scheme->parts, part->code))
			continue;
		check_refuse(
			checking, check_place(&scheme_record, scheme->at, is_there ? part->code : "parts"),
			is_there ? WORDS("Het onderdeel \"%s\" staat niet onder parts; zet het daar bij.")
				 : WORDS("Het onderdeel \"%s\" staat onder parts, maar ontbreekt in het "
		                         "bestand."),
			part->code);
	}
}

/* --- agreements --- */

static const struct scheme_agreement *agreement_of(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->agreements, &scheme_agreement_record, name);
}

/* Whether a lane of the agreement goes on without end, or it has none. */
static bool is_endless(const struct scheme *scheme, const struct scheme_agreement *agreement)
{
	const struct scheme_lane *lane = scheme->lanes.items;
	bool has_lane = false;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (!check_is(lane[i].agreement, agreement->name))
			continue;
		if (!date_is(lane[i].until))
			return true;
		has_lane = true;
	}
	return !has_lane;
}

void check_agreement_end(const struct checking *checking)
{
	const struct scheme_agreement *agreement = checking->scheme->agreements.items;

	for (size_t i = 0; i < checking->scheme->agreements.count; i++)
		if (!date_is(agreement[i].until) && agreement[i].name != NULL &&
		    !is_endless(checking->scheme, &agreement[i]))
			check_refuse(checking,
			             check_place(&scheme_agreement_record, agreement[i].at, "until"),
			             WORDS("Alle afspraken van \"%s\" eindigen; vul bij until in wanneer de "
			                   "overeenkomst eindigt."),
			             agreement[i].name);
}

/* An option that was used has become the end of the agreement; before that it lies beyond it. */
static void check_one_option(const struct checking *checking, const struct scheme_option *option)
{
	const struct scheme_agreement *agreement = agreement_of(checking->scheme, option->agreement);

	if (agreement == NULL || !date_is(agreement->until) || !date_is(option->until))
		return;
	if (option->is_used ? option->until.day != agreement->until.day
	                    : !date_before(agreement->until, option->until))
		check_refuse(checking, check_place(&scheme_option_record, option->at, "until"),
		             option->is_used ? WORDS("Deze verlenging is gebruikt; laat de overeenkomst "
		                                     "\"%s\" tot dezelfde dag lopen.")
		                             : WORDS("Met deze verlenging loopt de overeenkomst \"%s\" niet "
		                                     "langer; kies een latere dag."),
		             agreement->name);
}

void check_option(const struct checking *checking)
{
	const struct scheme_option *option = checking->scheme->options.items;

	for (size_t i = 0; i < checking->scheme->options.count; i++) {
		check_one_option(checking, &option[i]);
		for (size_t j = 0; j < i; j++)
			if (check_is(option[i].agreement, option[j].agreement))
				check_refuse(
					checking,
					check_place(&scheme_option_record, option[i].at, "agreement"),
					WORDS("De overeenkomst \"%s\" kan maar een keer worden verlengd."),
					option[i].agreement);
	}
}

void check_procurement(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_agreement *agreement = scheme->agreements.items;
	const struct scheme_procurement *procurement = scheme->procurement.items;

	for (size_t i = 0; i < scheme->agreements.count && scheme->procurement.count > 0; i++) {
		size_t count = 0;

		for (size_t j = 0; j < scheme->procurement.count; j++)
			count += check_is(procurement[j].agreement, agreement[i].name);
		if (count != 1 && agreement[i].name != NULL)
			check_refuse(checking, check_place(&scheme_agreement_record, agreement[i].at, "name"),
			             WORDS("Onder procurement staat %zu keer hoe \"%s\" is ingekocht; dat "
			                   "moet een keer zijn."),
			             count, agreement[i].name);
	}
}

/* A number that stands fixed beforehand is said; where whoever reaches a mark wins, there is none. */
void check_lot_winners(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lot *lot = scheme->lots.items;
	const struct scheme_procurement *procurement = scheme->procurement.items;

	for (size_t i = 0; i < scheme->lots.count; i++)
		for (size_t j = 0; j < scheme->procurement.count; j++) {
			bool is_fixed = check_is(procurement[j].winners, "fixed");

			if (!check_is(procurement[j].agreement, lot[i].agreement) ||
			    procurement[j].winners == NULL || check_is(procurement[j].winners, "not_known") ||
			    is_fixed == (lot[i].winners > 0))
				continue;
			check_refuse(
				checking, check_place(&scheme_lot_record, lot[i].at, "winners"),
				is_fixed ? WORDS("Het aantal winnaars van \"%s\" staat vooraf vast; vul "
			                         "het hier in.")
					 : WORDS("Voor \"%s\" staat geen aantal winnaars vooraf vast; vul "
			                         "hier 0 in."),
				lot[i].agreement);
		}
}

static bool have_one_in_common(const struct texts *one, const struct texts *other)
{
	for (size_t i = 0; i < one->count; i++)
		if (check_texts_have(other, one->items[i]))
			return true;
	return false;
}

/* Whether somebody may be of both groups; groups that are not there are another rule's. */
static bool groups_meet(const struct scheme *scheme, const char *one, const char *other)
{
	const struct scheme_group *a = check_group(scheme, one), *b = check_group(scheme, other);

	return a != NULL && b != NULL && a->from_age < check_until_age(b) && b->from_age < check_until_age(a);
}

void check_lot_alone(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lot *lot = scheme->lots.items;

	for (size_t i = 0; i < scheme->lots.count; i++)
		for (size_t j = 0; j < i; j++)
			if (check_is(lot[i].agreement, lot[j].agreement) &&
			    have_one_in_common(&lot[i].products, &lot[j].products) &&
			    have_one_in_common(&lot[i].areas, &lot[j].areas) &&
			    groups_meet(scheme, lot[i].target_group, lot[j].target_group))
				check_refuse(checking, check_place(&scheme_lot_record, lot[i].at, "name"),
				             WORDS("Perceel \"%s\" is voor een deel hetzelfde als \"%s\"; "
				                   "haal uit een van beide wat dubbel is."),
				             or_empty(lot[i].name), or_empty(lot[j].name));
}

void check_knock_out(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_criterion *criterion = scheme->criteria.items;

	for (size_t i = 0; i < scheme->criteria.count; i++)
		if (scheme->threshold.at.items != NULL && criterion[i].knock_out > scheme->threshold.mark)
			check_refuse(
				checking, check_place(&scheme_criterion_record, criterion[i].at, "knock_out"),
				WORDS("Met een %lld is de drempel gehaald; laat niemand afvallen die minder "
			              "dan %lld heeft."),
				(long long)scheme->threshold.mark, (long long)criterion[i].knock_out);
}

void check_weights(const struct checking *checking)
{
	const struct records *criteria = &checking->scheme->criteria;
	int64_t sum = 0;

	for (size_t i = 0; i < criteria->count; i++)
		sum += SCHEME_ITEMS(scheme_criterion, *criteria)[i].weight_percent;
	if (criteria->count > 0 && sum != 100)
		check_refuse(
			checking, check_place(&scheme_record, checking->scheme->at, "criteria"),
			WORDS("De gewichten van de criteria zijn samen %lld procent; maak daar 100 van."),
			(long long)sum);
}

void check_threshold(const struct checking *checking)
{
	const struct scheme_threshold *threshold = &checking->scheme->threshold;

	if (threshold->at.items != NULL && threshold->mark > threshold->scale_until)
		check_refuse(checking, check_place(&scheme_threshold_record, threshold->at, "mark"),
		             WORDS("Het hoogste cijfer is %lld; niemand haalt een %lld."),
		             (long long)threshold->scale_until, (long long)threshold->mark);
}

/* --- phases and norms --- */

void check_phase_begin(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_phase *phase = scheme->phases.items;

	for (size_t i = 0; i < scheme->phases.count; i++) {
		const struct scheme_agreement *agreement = agreement_of(scheme, phase[i].agreement);
		bool is_first = true;

		for (size_t j = 0; j < scheme->phases.count; j++)
			is_first = is_first && !(check_is(phase[j].agreement, phase[i].agreement) &&
			                         date_before(phase[j].from, phase[i].from));
		if (agreement == NULL || !date_is(phase[i].from) || !date_is(agreement->from))
			continue;
		if (is_first ? phase[i].from.day != agreement->from.day
		             : !date_within(phase[i].from, agreement->from, agreement->until))
			check_refuse(
				checking, check_place(&scheme_phase_record, phase[i].at, "from"),
				is_first ? WORDS("De eerste fase begint niet op de dag waarop \"%s\" begint.")
					 : WORDS("Deze fase begint niet binnen de looptijd van \"%s\"."),
				agreement->name);
	}
}

/* A floor may not stop at start-up trouble: it names every kind of phase that the scheme has. */
void check_norm_floor(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_norm *norm = scheme->norms.items;
	const struct scheme_phase *phase = scheme->phases.items;

	for (size_t i = 0; i < scheme->norms.count; i++) {
		bool is_everywhere = true;

		for (size_t j = 0; j < scheme->phases.count; j++)
			is_everywhere = is_everywhere && check_texts_have(&norm[i].phases, phase[j].kind);
		if (norm[i].is_floor && !is_everywhere)
			check_refuse(
				checking, check_place(&scheme_norm_record, norm[i].at, "phases"),
				WORDS("Een ondergrens geldt in elke fase; noem hier alle soorten fasen."));
	}
}

static bool is_given(const struct scheme_norm *norm, const char *key)
{
	struct mark at = check_place(&scheme_norm_record, norm->at, key), own = norm->at.items[0];

	return at.line != own.line || at.column != own.column;
}

/* The first files had norms without measures; a file measures all of its norms, or none. */
void check_norm_measure(const struct checking *checking)
{
	static const char *const keys[] = { "measure", "within_days" };
	const struct scheme *scheme = checking->scheme;
	const struct scheme_norm *norm = scheme->norms.items;
	bool is_measured = false;

	for (size_t i = 0; i < scheme->norms.count; i++)
		is_measured = is_measured || is_given(&norm[i], keys[0]) || is_given(&norm[i], keys[1]);
	for (size_t i = 0; is_measured && i < scheme->norms.count; i++)
		for (size_t j = 0; j < COUNT(keys); j++)
			if (!is_given(&norm[i], keys[j]))
				check_refuse(
					checking, norm[i].at.items[0],
					WORDS("Deze norm mist \"%s\"; een regeling meet al haar normen, of "
				              "geen."),
					keys[j]);
}

/* --- themes and products --- */

void check_scope_begin(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_scope *scope = scheme->scope.items;

	for (size_t i = 0; i < scheme->scope.count; i++) {
		bool is_covered = !date_is(scheme->from) || scope[i].theme == NULL;

		for (size_t j = 0; j < scheme->scope.count; j++) {
			is_covered = is_covered ||
			             (check_is(scope[j].theme, scope[i].theme) && date_is(scope[j].from) &&
			              !date_before(scheme->from, scope[j].from));
			if (j < i && check_is(scope[j].theme, scope[i].theme) &&
			    scope[j].from.day == scope[i].from.day)
				check_refuse(checking, check_place(&scheme_scope_record, scope[i].at, "from"),
				             WORDS("Vanaf deze dag is \"%s\" al voor een ander; noem een "
				                   "andere dag."),
				             scope[i].theme);
		}
		if (!is_covered)
			check_refuse(checking, check_place(&scheme_scope_record, scope[i].at, "from"),
			             WORDS("Voor \"%s\" is in het begin van de regeling niemand; laat een "
			                   "regel eerder beginnen."),
			             scope[i].theme);
	}
}

void check_replaced(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_replaced *replaced = scheme->replaced_products.items;
	const struct scheme_cutover *cutover = scheme->cutovers.items;

	for (size_t i = 0; i < scheme->replaced_products.count; i++) {
		bool has_cutover = !date_is(replaced[i].on) || replaced[i].by == NULL;

		for (size_t j = 0; j < scheme->cutovers.count; j++)
			has_cutover = has_cutover || (cutover[j].on.day == replaced[i].on.day &&
			                              check_texts_have(&cutover[j].products, replaced[i].by));
		if (!has_cutover)
			check_refuse(
				checking, check_place(&scheme_replaced_record, replaced[i].at, "on"),
				WORDS("Op deze dag is er geen overgang naar \"%s\"; zet die onder cutovers."),
				replaced[i].by);
	}
}

/* --- the triangle --- */

void check_corners(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;

	for (const struct choice *corner = scheme_corners; corner->code != NULL && scheme->corners.count > 0;
	     corner++)
		if (check_find(&scheme->corners, &scheme_corner_record, corner->code) == NULL)
			check_refuse(checking, check_place(&scheme_record, scheme->at, "corners"),
			             WORDS("De hoek \"%s\" ontbreekt; in de driehoek zitten er drie."),
			             corner->code);
}
