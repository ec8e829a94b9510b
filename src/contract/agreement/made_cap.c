/* SPDX-License-Identifier: EUPL-1.2 */
/* Which areas a party has or gets when it signs: a cap is looked at again, for parties merge after
 * an award. */
#include "agreement_sql.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/made_place.h"
#include "platform/base/words.h"

static void add_areas(struct texts *areas, const struct texts *more)
{
	for (size_t i = 0; i < more->count; i++)
		if (!check_texts_have(areas, more->items[i]))
			areas->items[areas->count++] = more->items[i];
}

static struct texts with_room(size_t count, struct arena *arena)
{
	return (struct texts){ .items = ARENA_MANY(arena, count + 1, const char *) };
}

struct date made_first_day(const struct made_place *place, struct date signed_on)
{
	return date_before(place->agreement->from, signed_on) ? signed_on : place->agreement->from;
}

/* What was signed for before, also by a party that this one took over since. */
static enum status add_made(struct journal *journal, const struct made_place *place,
                            const struct made_signing *signing, struct texts *areas, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(place->scheme.name),
		                        value_text(place->agreement->name), value_text(signing->party),
		                        value_date(made_first_day(place, signing->signed_on)) };
	enum status status =
		db_select(journal->db, &sql_agreement_made_areas, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct texts more = lane_change_names(db_text(&rows, 0, journal->arena), journal->arena);
		struct texts all = with_room(areas->count + more.count, journal->arena);

		add_areas(&all, areas);
		add_areas(&all, &more);
		*areas = all;
	}
	return status == NOT_FOUND ? OK : status;
}

/* The areas of the lot with those that the party has by the agreement, each once. */
static enum status find_areas(struct journal *journal, const struct made_place *place,
                              const struct made_signing *signing, struct texts *ret_areas,
                              struct fault *fault)
{
	struct texts held = { 0 };

	if (signing->party != NULL)
		held = scheme_areas_of(&place->scheme, place->agreement->name, signing->party,
		                       made_first_day(place, signing->signed_on), journal->arena);
	*ret_areas = with_room(held.count + place->lot->areas.count, journal->arena);
	add_areas(ret_areas, &held);
	add_areas(ret_areas, &place->lot->areas);
	return signing->party == NULL ? OK : add_made(journal, place, signing, ret_areas, fault);
}

static const char *labels_of(const struct scheme *scheme, const struct texts *areas, struct arena *arena)
{
	const char *labels = "";

	for (size_t i = 0; i < areas->count; i++) {
		const struct scheme_area *area = scheme_area(scheme, areas->items[i]);

		labels = arena_print(arena, "%s%s%s", labels, i == 0 ? "" : ", ",
		                     area == NULL ? areas->items[i] : area->label);
	}
	return labels;
}

enum status made_check_cap(struct journal *journal, const struct made_place *place,
                           const struct made_signing *signing, struct findings *findings, struct fault *fault)
{
	int64_t most = place->scheme.caps.areas_per_party;
	struct texts areas = { 0 };
	enum status status = most == 0 ? OK : find_areas(journal, place, signing, &areas, fault);

	if (status != OK || areas.count <= (size_t)most)
		return status;
	(void)findings_add(
		findings, "signing-cap", "bid",
		WORDS("Zo krijgt deze partij %zu gebieden (%s); meer dan %lld mag niet. Dat kan door "
	              "een fusie of overname na de gunning. Teken niet; besluit eerst wie de "
	              "gebieden krijgt."),
		areas.count, labels_of(&place->scheme, &areas, journal->arena), (long long)most);
	return OK;
}

bool made_has_lot(const struct made_place *place, const char *party, struct date on, struct arena *arena)
{
	struct texts held = scheme_areas_of(&place->scheme, place->agreement->name, party, on, arena);

	for (size_t i = 0; i < place->lot->areas.count; i++)
		if (!check_texts_have(&held, place->lot->areas.items[i]))
			return false;
	return scheme_holds(&place->scheme, place->agreement->name, party, on);
}
