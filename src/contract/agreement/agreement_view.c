/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/agreement_view.h"

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement_pages.h"
#include "contract/tariff/tariff.h"
#include "platform/base/words.h"

static const struct field head_fields[] = {
	FIELD(struct agreement_head, name),      FIELD(struct agreement_head, label),
	FIELD(struct agreement_head, scheme),    FIELD(struct agreement_head, from),
	FIELD(struct agreement_head, last_day),  FIELD(struct agreement_head, term),
	FIELD(struct agreement_head, option),    FIELD(struct agreement_head, parties),
	FIELD(struct agreement_head, is_soon),   FIELD(struct agreement_head, is_ended),
	FIELD(struct agreement_head, is_coming),
};
const struct record agreement_head_record = RECORD(struct agreement_head, "agreement_head", head_fields);

static const struct field link_fields[] = {
	FIELD(struct agreement_link, label),
	FIELD(struct agreement_link, address, .max_chars = 2000),
};
const struct record agreement_link_record = RECORD(struct agreement_link, "link", link_fields);

static const struct field party_fields[] = {
	FIELD(struct agreement_party, label),
	FIELD(struct agreement_party, areas, .max_chars = 4000),
	FIELD(struct agreement_party, under, .max_chars = 4000),
	FIELD(struct agreement_party, count, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct agreement_party, is_over),
};
const struct record agreement_party_record = RECORD(struct agreement_party, "party", party_fields);

static const struct field area_fields[] = {
	FIELD(struct agreement_area, label),
	FIELD(struct agreement_area, parties, .max_chars = 8000),
	FIELD(struct agreement_area, count, .flags = FIELD_ZERO_IS_SET),
};
const struct record agreement_area_record = RECORD(struct agreement_area, "area", area_fields);

static const struct field care_fields[] = {
	FIELD(struct agreement_care, label),
	FIELD(struct agreement_care, holder),
	FIELD(struct agreement_care, status),
	FIELD(struct agreement_care, reason, .max_chars = 2000),
	FIELD(struct agreement_care, before, .max_chars = 4000),
	FIELD(struct agreement_care, since),
	FIELD(struct agreement_care, proposals, .of = &agreement_link_record),
};
const struct record agreement_care_record = RECORD(struct agreement_care, "care", care_fields);

static const struct field combination_fields[] = {
	FIELD(struct agreement_combination, label),
	FIELD(struct agreement_combination, members, .max_chars = 2000),
	FIELD(struct agreement_combination, lead),
	FIELD(struct agreement_combination, liable),
	FIELD(struct agreement_combination, contact),
	FIELD(struct agreement_combination, members_are_equal),
	FIELD(struct agreement_combination, why, .max_chars = 2000),
	FIELD(struct agreement_combination, areas, .of = &agreement_care_record),
};
const struct record agreement_combination_record =
	RECORD(struct agreement_combination, "combination", combination_fields);

static const struct field below_fields[] = {
	FIELD(struct agreement_below, label),
	FIELD(struct agreement_below, chain, .max_chars = 2000),
	FIELD(struct agreement_below, products, .max_chars = 2000),
	FIELD(struct agreement_below, areas, .max_chars = 4000),
	FIELD(struct agreement_below, liable, .max_chars = 2000),
};
const struct record agreement_below_record = RECORD(struct agreement_below, "below", below_fields);

static const struct field cell_fields[] = {
	FIELD(struct agreement_cell, party),
	FIELD(struct agreement_cell, corner),
	FIELD(struct agreement_cell, name),
	FIELD(struct agreement_cell, vacant),
	FIELD(struct agreement_cell, address, .max_chars = 2000),
};
const struct record agreement_cell_record = RECORD(struct agreement_cell, "cell", cell_fields);

static const struct field contacts_fields[] = {
	FIELD(struct agreement_contacts, label),
	FIELD(struct agreement_contacts, cells, .of = &agreement_cell_record),
};
const struct record agreement_contacts_record =
	RECORD(struct agreement_contacts, "contacts", contacts_fields);

static const struct field elsewhere_fields[] = {
	FIELD(struct agreement_elsewhere, label),
	FIELD(struct agreement_elsewhere, parties, .max_chars = 2000),
	FIELD(struct agreement_elsewhere, about, .max_chars = 2000),
};
const struct record agreement_elsewhere_record =
	RECORD(struct agreement_elsewhere, "elsewhere", elsewhere_fields);

static const struct field event_fields[] = {
	FIELD(struct agreement_event, on),
	FIELD(struct agreement_event, words, .max_chars = 2000),
	FIELD(struct agreement_event, reason, .max_chars = 2000),
	FIELD(struct agreement_event, touched, .max_chars = 2000),
};
const struct record agreement_event_record = RECORD(struct agreement_event, "event", event_fields);

static const struct field node_fields[] = {
	FIELD(struct agreement_node, label),  FIELD(struct agreement_node, shown),
	FIELD(struct agreement_node, sort),   FIELD(struct agreement_node, above),
	FIELD(struct agreement_node, path),   FIELD(struct agreement_node, x),
	FIELD(struct agreement_node, y),      FIELD(struct agreement_node, width),
	FIELD(struct agreement_node, text_x), FIELD(struct agreement_node, text_y),
};
const struct record agreement_node_record = RECORD(struct agreement_node, "node", node_fields);

static const struct field tariff_fields[] = {
	FIELD(struct agreement_tariff, product),
	FIELD(struct agreement_tariff, level),
	FIELD(struct agreement_tariff, unit, .choices = tariff_units),
	FIELD(struct agreement_tariff, sort, .choices = tariff_sorts),
	FIELD(struct agreement_tariff, cents),
	FIELD(struct agreement_tariff, from),
	FIELD(struct agreement_tariff, last_day),
	FIELD(struct agreement_tariff, is_placeholder),
};
const struct record agreement_tariff_record = RECORD(struct agreement_tariff, "tariff", tariff_fields);

static const struct field agreement_view_fields[] = {
	FIELD_INSIDE(struct agreement_view, frame, &page_frame_record),
	FIELD_INSIDE(struct agreement_view, head, &agreement_head_record),
	FIELD(struct agreement_view, may_record),
	FIELD(struct agreement_view, is_long),
	FIELD(struct agreement_view, accession),
	FIELD(struct agreement_view, about, .max_chars = 2000),
	FIELD(struct agreement_view, cap, .max_chars = 2000),
	FIELD(struct agreement_view, spread, .max_chars = 2000),
	FIELD(struct agreement_view, largest, .max_chars = 2000),
	FIELD(struct agreement_view, alarms, .of = &standing_alarm_record),
	FIELD(struct agreement_view, forms, .of = &agreement_link_record),
	FIELD(struct agreement_view, combinations, .of = &agreement_combination_record),
	FIELD(struct agreement_view, parties, .of = &agreement_party_record),
	FIELD(struct agreement_view, areas, .of = &agreement_area_record),
	FIELD(struct agreement_view, below, .of = &agreement_below_record),
	FIELD(struct agreement_view, corners, .of = &agreement_link_record),
	FIELD(struct agreement_view, contacts, .of = &agreement_contacts_record),
	FIELD(struct agreement_view, vacancies, .of = &agreement_cell_record),
	FIELD(struct agreement_view, elsewhere, .of = &agreement_elsewhere_record),
	FIELD(struct agreement_view, tree, .of = &agreement_node_record),
	FIELD(struct agreement_view, tree_box),
	FIELD(struct agreement_view, tariffs, .of = &agreement_tariff_record),
	FIELD(struct agreement_view, tariffs_address),
	FIELD(struct agreement_view, work, .of = &agreement_link_record),
	FIELD(struct agreement_view, made, .of = &agreement_made_line_record),
	FIELD(struct agreement_view, index, .max_chars = 2000),
	FIELD(struct agreement_view, past, .of = &agreement_event_record),
	FIELD(struct agreement_view, coming, .of = &agreement_event_record),
};
const struct record agreement_view_record =
	RECORD(struct agreement_view, "agreement_view", agreement_view_fields);

#define IN(standing_, dutch_) words_in((standing_)->language, dutch_)

/* --- at a glance --- */

static const char *term_words(const struct standing *standing, enum standing_state state)
{
	int64_t days = standing_days_left(standing);

	if (state == STANDING_COMING)
		return IN(standing, WORDS("moet nog beginnen"));
	if (!date_is(standing->agreement->until))
		return IN(standing, WORDS("zonder einddag"));
	if (state == STANDING_ENDED)
		return IN(standing, WORDS("afgelopen"));
	return arena_print(standing->arena,
	                   days == 1 ? IN(standing, WORDS("nog %lld dag"))
	                             : IN(standing, WORDS("nog %lld dagen")),
	                   (long long)days);
}

static const char *option_words(const struct standing *standing)
{
	const struct scheme_option *option = standing->scheme->options.items,
				   *open = standing_option(standing);

	if (!date_is(standing->agreement->until))
		return IN(standing, WORDS("niet nodig: er is geen einddag"));
	if (open != NULL)
		return arena_print(standing->arena,
		                   IN(standing, WORDS("kan één keer, tot en met %s; nog niet gebruikt")),
		                   calendar_date_words(date_last_day(open->until), standing->language, false,
		                                       standing->arena));
	for (size_t i = 0; i < standing->scheme->options.count; i++)
		if (check_is(option[i].agreement, standing->agreement->name))
			return IN(standing, WORDS("gebruikt; verder verlengen kan niet"));
	return IN(standing, WORDS("kan niet"));
}

struct agreement_head agreement_head_of(const struct standing *standing)
{
	const struct scheme_agreement *agreement = standing->agreement;
	enum standing_state state = standing_state(standing);
	struct texts holders = standing_holders(standing);

	return (struct agreement_head){
		.name = agreement->name,
		.label = agreement->label,
		.scheme = standing->scheme->label,
		.from = agreement->from,
		.last_day = date_last_day(agreement->until),
		.term = term_words(standing, state),
		.option = option_words(standing),
		.parties =
			arena_print(standing->arena,
		                    agreement->count_is_about ? IN(standing, WORDS("%zu van ongeveer %lld"))
		                                              : IN(standing, WORDS("%zu van %lld")),
		                    holders.count, (long long)agreement->parties_count),
		.is_soon = state == STANDING_SOON,
		.is_ended = state == STANDING_ENDED,
		.is_coming = state == STANDING_COMING,
		.place = (int64_t)state,
		.days_left = standing_days_left(standing),
	};
}
