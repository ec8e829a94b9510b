/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/agreement_view.h"

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement_pages.h"
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
	FIELD(struct link_view, label),
	FIELD(struct link_view, address, .max_chars = 2000),
};
const struct record link_view_record = RECORD(struct link_view, "link", link_fields);

static const struct field party_fields[] = {
	FIELD(struct party_view, label),
	FIELD(struct party_view, areas, .max_chars = 4000),
	FIELD(struct party_view, under, .max_chars = 4000),
	FIELD(struct party_view, count, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct party_view, is_over),
};
const struct record party_view_record = RECORD(struct party_view, "party", party_fields);

static const struct field area_fields[] = {
	FIELD(struct area_view, label),
	FIELD(struct area_view, parties, .max_chars = 8000),
	FIELD(struct area_view, count, .flags = FIELD_ZERO_IS_SET),
};
const struct record area_view_record = RECORD(struct area_view, "area", area_fields);

static const struct field care_fields[] = {
	FIELD(struct care_view, label),
	FIELD(struct care_view, holder),
	FIELD(struct care_view, status),
	FIELD(struct care_view, reason, .max_chars = 2000),
	FIELD(struct care_view, before, .max_chars = 4000),
	FIELD(struct care_view, since),
	FIELD(struct care_view, proposals, .of = &link_view_record),
};
const struct record care_view_record = RECORD(struct care_view, "care", care_fields);

static const struct field combination_fields[] = {
	FIELD(struct combination_view, label),
	FIELD(struct combination_view, members, .max_chars = 2000),
	FIELD(struct combination_view, lead),
	FIELD(struct combination_view, liable),
	FIELD(struct combination_view, contact),
	FIELD(struct combination_view, why, .max_chars = 2000),
	FIELD(struct combination_view, areas, .of = &care_view_record),
};
const struct record combination_view_record =
	RECORD(struct combination_view, "combination", combination_fields);

static const struct field below_fields[] = {
	FIELD(struct below_view, label),
	FIELD(struct below_view, chain, .max_chars = 2000),
	FIELD(struct below_view, products, .max_chars = 2000),
	FIELD(struct below_view, areas, .max_chars = 4000),
	FIELD(struct below_view, liable, .max_chars = 2000),
};
const struct record below_view_record = RECORD(struct below_view, "below", below_fields);

static const struct field cell_fields[] = {
	FIELD(struct cell_view, corner),
	FIELD(struct cell_view, name),
	FIELD(struct cell_view, vacant),
	FIELD(struct cell_view, address, .max_chars = 2000),
};
const struct record cell_view_record = RECORD(struct cell_view, "cell", cell_fields);

static const struct field contacts_fields[] = {
	FIELD(struct contacts_view, label),
	FIELD(struct contacts_view, cells, .of = &cell_view_record),
};
const struct record contacts_view_record = RECORD(struct contacts_view, "contacts", contacts_fields);

static const struct field elsewhere_fields[] = {
	FIELD(struct elsewhere_view, label),
	FIELD(struct elsewhere_view, parties, .max_chars = 2000),
	FIELD(struct elsewhere_view, about, .max_chars = 2000),
};
const struct record elsewhere_view_record = RECORD(struct elsewhere_view, "elsewhere", elsewhere_fields);

static const struct field event_fields[] = {
	FIELD(struct event_view, on),
	FIELD(struct event_view, words, .max_chars = 2000),
	FIELD(struct event_view, reason, .max_chars = 2000),
};
const struct record event_view_record = RECORD(struct event_view, "event", event_fields);

static const struct field agreement_view_fields[] = {
	FIELD_INSIDE(struct agreement_view, frame, &page_frame_record),
	FIELD_INSIDE(struct agreement_view, head, &agreement_head_record),
	FIELD(struct agreement_view, may_record),
	FIELD(struct agreement_view, accession),
	FIELD(struct agreement_view, about, .max_chars = 2000),
	FIELD(struct agreement_view, cap, .max_chars = 2000),
	FIELD(struct agreement_view, spread, .max_chars = 2000),
	FIELD(struct agreement_view, largest, .max_chars = 2000),
	FIELD(struct agreement_view, alarms, .of = &standing_alarm_record),
	FIELD(struct agreement_view, forms, .of = &link_view_record),
	FIELD(struct agreement_view, combinations, .of = &combination_view_record),
	FIELD(struct agreement_view, parties, .of = &party_view_record),
	FIELD(struct agreement_view, areas, .of = &area_view_record),
	FIELD(struct agreement_view, below, .of = &below_view_record),
	FIELD(struct agreement_view, corners, .of = &link_view_record),
	FIELD(struct agreement_view, contacts, .of = &contacts_view_record),
	FIELD(struct agreement_view, elsewhere, .of = &elsewhere_view_record),
	FIELD(struct agreement_view, past, .of = &event_view_record),
	FIELD(struct agreement_view, coming, .of = &event_view_record),
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
