/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/relief.h"

static const bool allowed[RELIEF_STATES_COUNT][RELIEF_ACTS_COUNT] = {
	[RELIEF_NONE] = { [RELIEF_ASK] = true,
	                  [RELIEF_ANEW_OF_OWN] = true,
	                  [RELIEF_WITHDRAW_AWARD] = true,
	                  [RELIEF_SIGN] = true },
	[RELIEF_ASKED_LATE] = { [RELIEF_ASK] = true, [RELIEF_END] = true, [RELIEF_SIGN] = true },
	[RELIEF_ASKED] = { [RELIEF_ASK] = true, [RELIEF_END] = true },
	[RELIEF_GRANTED] = { [RELIEF_ASK] = true,
	                     [RELIEF_ANEW_BY_COURT] = true,
	                     [RELIEF_WITHDRAW_AWARD] = true },
	[RELIEF_OVER] = { 0 },
};

enum relief_state relief_state(const struct stand *stand)
{
	if (date_is(stand->withdrawn_on))
		return RELIEF_OVER;
	if (stand->reliefs > 0)
		return RELIEF_ASKED;
	if (stand->upheld > 0)
		return stand->pending > 0 ? RELIEF_ASKED : RELIEF_GRANTED;
	return stand->pending > 0 ? RELIEF_ASKED_LATE : RELIEF_NONE;
}

bool relief_allows(const struct stand *stand, enum relief_act act)
{
	return allowed[relief_state(stand)][act];
}
