/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/made_place.h"

#include "common/scheme/scheme_check.h"

enum status made_scheme(struct journal *journal, const struct assessed *assessed, struct scheme *ret_scheme,
                        bool *ret_is_there, struct fault *fault)
{
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, assessed->notice.scheme);

	*ret_is_there = entry != NULL;
	return entry == NULL ? OK : scheme_book_on(journal, entry, (struct date){ 0 }, ret_scheme, fault);
}

const char *made_party(const struct scheme *scheme, const struct owed_bid *bid)
{
	const struct scheme_party *party = scheme->parties.items;

	if (scheme_party(scheme, bid->party) != NULL)
		return bid->party;
	for (size_t i = 0; i < scheme->parties.count; i++)
		if (check_is(party[i].label, bid->bidder))
			return party[i].name;
	return NULL;
}

enum status made_place_of(struct journal *journal, const char *tender, int64_t bid,
                          struct made_place *ret_place, struct fault *fault)
{
	const struct owed_bid *opened;
	struct assessed assessed;
	bool is_there = false;
	enum status status = assessment_see(journal, tender, &assessed, fault);

	*ret_place = (struct made_place){ 0 };
	opened = status == OK ? assessment_bid(&assessed, bid) : NULL;
	if (opened == NULL)
		return status;
	status = made_scheme(journal, &assessed, &ret_place->scheme, &is_there, fault);
	if (status != OK || !is_there)
		return status;
	ret_place->lot = check_find(&ret_place->scheme.lots, &scheme_lot_record, opened->lot);
	if (ret_place->lot == NULL)
		return OK;
	ret_place->agreement = place_agreement(&ret_place->scheme, ret_place->lot->agreement);
	ret_place->bidder = opened->bidder;
	ret_place->party = made_party(&ret_place->scheme, opened);
	return OK;
}
