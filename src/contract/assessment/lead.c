/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/lead.h"

#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

/* Whether somebody who comes may be chosen in an area: of its lanes under the agreement one is a choice. */
static bool is_chosen_in(const struct scheme *scheme, const char *agreement, const char *area, struct date on)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_is(lane[i].agreement, agreement) && check_texts_have(&lane[i].areas, area) &&
		    check_lane_is(&lane[i], LANE_CHOICE_AMONG) &&
		    (!date_is(lane[i].until) || date_before(on, lane[i].until)))
			return true;
	return false;
}

const char *lead_words(const struct journal *journal, const struct tender_notice *notice, const char *lot)
{
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, notice->scheme);
	const struct scheme_lot *of =
		entry == NULL ? NULL : check_find(&entry->scheme.lots, &scheme_lot_record, lot);
	const char *labels = "";

	for (size_t i = 0; of != NULL && has_words(of->agreement) && i < of->areas.count; i++) {
		const struct scheme_area *area = scheme_area(&entry->scheme, of->areas.items[i]);

		if (!is_chosen_in(&entry->scheme, of->agreement, of->areas.items[i],
		                  clock_today(journal->clock)))
			labels = arena_print(journal->arena, "%s%s%s", labels, labels[0] == '\0' ? "" : ", ",
			                     area == NULL ? of->areas.items[i] : area->label);
	}
	if (labels[0] == '\0')
		return NULL;
	return arena_print(
		journal->arena,
		words_in(journal->language,
	                 WORDS("De regeling zegt zelf wie hier werkt: %s. Met tekenen verandert dat niet. "
	                       "Laat beleid een nieuwe versie van de regeling vaststellen, waarin de "
	                       "partij die tekent bij deze gebieden staat.")),
		labels);
}
