/* SPDX-License-Identifier: EUPL-1.2 */
/* Which areas a party has or gets when it signs: a cap is looked at again, for parties merge after
 * an award. */
#include "agreement_sql.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/made_place.h"

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

/* What was signed for before, also by a party that this one took over since. */
static enum status add_made(struct journal *journal, const struct made_place *place,
                            const struct made_areas *asked, struct texts *areas, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(place->scheme.name),
		                        value_text(place->agreement->name), value_text(asked->party),
		                        value_date(asked->on) };
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

enum status made_areas_of(struct journal *journal, const struct made_place *place,
                          const struct made_areas *asked, struct texts *ret_areas, struct fault *fault)
{
	struct texts held = asked->party == NULL ? (struct texts){ 0 }
	                                         : scheme_areas_of(&place->scheme, place->agreement->name,
	                                                           asked->party, asked->on, journal->arena);

	*ret_areas = with_room(held.count + asked->gets->count, journal->arena);
	add_areas(ret_areas, &held);
	add_areas(ret_areas, asked->gets);
	return asked->party == NULL ? OK : add_made(journal, place, asked, ret_areas, fault);
}

bool made_has_lot(const struct made_place *place, const char *party, struct date on, struct arena *arena)
{
	struct texts held = scheme_areas_of(&place->scheme, place->agreement->name, party, on, arena);

	for (size_t i = 0; i < place->lot->areas.count; i++)
		if (!check_texts_have(&held, place->lot->areas.items[i]))
			return false;
	return scheme_holds(&place->scheme, place->agreement->name, party, on);
}
