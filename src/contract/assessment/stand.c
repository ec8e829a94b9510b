/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/stand.h"

#include "contract/assessment/relief.h"
#include "platform/base/words.h"

static const struct field stand_fields[] = {
	FIELD(struct stand, round),
	FIELD(struct stand, bids),
	FIELD(struct stand, criteria),
	FIELD(struct stand, unsealed),
	FIELD(struct stand, agreed),
	FIELD(struct stand, winners),
	FIELD(struct stand, written),
	FIELD(struct stand, sent),
	FIELD(struct stand, reached),
	FIELD(struct stand, signatures),
	FIELD(struct stand, reliefs),
	FIELD(struct stand, pending),
	FIELD(struct stand, results),
	FIELD(struct stand, withdrawn_on),
	FIELD(struct stand, notice_until),
	FIELD(struct stand, upheld),
	FIELD(struct stand, begun_on),
	FIELD(struct stand, frozen_on),
	FIELD(struct stand, decided_on),
	FIELD(struct stand, standstill_from),
	FIELD(struct stand, standstill_until),
	FIELD(struct stand, published_on),
	FIELD(struct stand, ground),
	FIELD(struct stand, reason),
	FIELD(struct stand, rule),
	FIELD(struct stand, threshold),
	FIELD(struct stand, characteristics),
	FIELD(struct stand, published_at),
	FIELD(struct stand, withdrawn_words),
};
const struct record stand_record = RECORD(struct stand, "stand", stand_fields);

const struct choice stand_steps[] = {
	[STAND_NONE] = { "none", WORDS("nog niets te beoordelen") },
	[STAND_MARKING] = { "marking", WORDS("cijfers, nog gesloten") },
	[STAND_AGREEING] = { "agreeing", WORDS("cijfers zijn open: consensus") },
	[STAND_FROZEN] = { "frozen", WORDS("cijfers staan vast") },
	[STAND_DECIDED] = { "decided", WORDS("gunning besloten, brieven gaan weg") },
	[STAND_STANDSTILL] = { "standstill", WORDS("wachttijd voor de inschrijvers") },
	[STAND_SIGNING] = { "signing", WORDS("er kan worden getekend") },
	[STAND_SIGNED] = { "signed", WORDS("alle overeenkomsten zijn getekend") },
	[STAND_PUBLISHED] = { "published", WORDS("gunning is gepubliceerd") },
	[STAND_WITHDRAWN] = { "withdrawn", WORDS("gunning is ingetrokken") },
	{ NULL, NULL },
};

bool stand_is_over(const struct stand *stand, struct date on)
{
	return date_is(stand->standstill_until) && date_before(stand->standstill_until, on);
}

static enum stand_step step_after_decision(const struct stand *stand)
{
	if (date_is(stand->published_on))
		return STAND_PUBLISHED;
	if (stand->winners > 0 && stand->signatures == stand->winners)
		return STAND_SIGNED;
	if (!date_is(stand->standstill_until))
		return STAND_DECIDED;
	return stand_is_over(stand, stand->today) && relief_allows(stand, RELIEF_SIGN) ? STAND_SIGNING
	                                                                               : STAND_STANDSTILL;
}

enum stand_step stand_step(const struct stand *stand)
{
	if (date_is(stand->withdrawn_on))
		return STAND_WITHDRAWN;
	if (date_is(stand->decided_on))
		return step_after_decision(stand);
	if (date_is(stand->frozen_on))
		return STAND_FROZEN;
	if (stand->unsealed > 0)
		return STAND_AGREEING;
	return stand->bids > 0 ? STAND_MARKING : STAND_NONE;
}
