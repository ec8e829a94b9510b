/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/owed.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice owed_corners[OWED_CORNERS + 1] = {
	{ "policy", WORDS("beleid") },
	{ "practice", WORDS("uitvoering") },
	{ "contract", WORDS("contract") },
	{ NULL, NULL },
};

static const struct field assessor_fields[] = {
	FIELD(struct owed_assessor, account),     FIELD(struct owed_assessor, name),
	FIELD(struct owed_assessor, corner),      FIELD(struct owed_assessor, ready_on),
	FIELD(struct owed_assessor, is_declared),
};
const struct record owed_assessor_record = RECORD(struct owed_assessor, "owed_assessor", assessor_fields);

static const struct field bid_fields[] = {
	FIELD(struct owed_bid, bid),
	FIELD(struct owed_bid, bidder),
	FIELD(struct owed_bid, party),
	FIELD(struct owed_bid, lot),
};
const struct record owed_bid_record = RECORD(struct owed_bid, "owed_bid", bid_fields);

static const struct field conflict_fields[] = {
	FIELD(struct owed_conflict, account),
	FIELD(struct owed_conflict, bid),
};
const struct record owed_conflict_record = RECORD(struct owed_conflict, "owed_conflict", conflict_fields);

static const struct field declared_fields[] = {
	FIELD(struct owed_declared, account),
};
const struct record owed_declared_record = RECORD(struct owed_declared, "owed_declared", declared_fields);

bool owed_has_conflict(const struct owed *owed, const char *account, int64_t bid)
{
	const struct owed_conflict *conflict = owed->conflicts.items;

	for (size_t i = 0; i < owed->conflicts.count; i++)
		if (conflict[i].bid == bid && strcmp(conflict[i].account, account) == 0)
			return true;
	return false;
}

bool owed_has_interest(const struct owed *owed, const char *account)
{
	const struct owed_conflict *conflict = owed->conflicts.items;

	for (size_t i = 0; i < owed->conflicts.count; i++)
		if (strcmp(conflict[i].account, account) == 0)
			return true;
	return false;
}

bool owed_has_declared(const struct owed *owed, const char *account)
{
	const struct owed_declared *declared = owed->declared.items;

	for (size_t i = 0; i < owed->declared.count; i++)
		if (strcmp(declared[i].account, account) == 0)
			return true;
	return false;
}

static const struct owed_bid *find_bid(const struct owed *owed, int64_t number)
{
	const struct owed_bid *bid = owed->bids.items;

	for (size_t i = 0; i < owed->bids.count; i++)
		if (bid[i].bid == number)
			return &bid[i];
	return NULL;
}

bool owed_are_of_one(const struct owed *owed, int64_t bid, int64_t other)
{
	const struct owed_bid *one = find_bid(owed, bid), *two = find_bid(owed, other);

	return one != NULL && two != NULL && strcmp(one->party, two->party) == 0;
}

int64_t owed_by(const struct owed *owed, const char *account, const char *lot)
{
	const struct owed_bid *bid = owed->bids.items;
	int64_t marks = 0;

	for (size_t i = 0; i < owed->bids.count; i++)
		if ((lot == NULL || strcmp(bid[i].lot, lot) == 0) &&
		    !owed_has_conflict(owed, account, bid[i].bid))
			marks += (int64_t)owed->criteria_count;
	return marks;
}

int64_t owed_in(const struct owed *owed, const char *lot)
{
	const struct owed_assessor *assessor = owed->assessors.items;
	int64_t marks = 0;

	for (size_t i = 0; i < owed->assessors.count; i++)
		marks += owed_by(owed, assessor[i].account, lot);
	return marks;
}

bool owed_is_marked_by(const struct owed *owed, int64_t bid, const char *corner)
{
	const struct owed_assessor *assessor = owed->assessors.items;

	for (size_t i = 0; i < owed->assessors.count; i++)
		if (strcmp(assessor[i].corner, corner) == 0 &&
		    !owed_has_conflict(owed, assessor[i].account, bid))
			return true;
	return false;
}

const char *owed_gap(const struct owed *owed, int64_t bid)
{
	for (size_t i = 0; owed_corners[i].code != NULL; i++)
		if (!owed_is_marked_by(owed, bid, owed_corners[i].code))
			return owed_corners[i].code;
	return NULL;
}

bool owed_is_complete(const struct owed *owed, const char *lot, int64_t given)
{
	const struct owed_bid *bid = owed->bids.items;
	bool has_bids = false;

	for (size_t i = 0; i < owed->bids.count; i++) {
		if (strcmp(bid[i].lot, lot) != 0)
			continue;
		has_bids = true;
		if (owed_gap(owed, bid[i].bid) != NULL)
			return false;
	}
	return has_bids && given == owed_in(owed, lot);
}
