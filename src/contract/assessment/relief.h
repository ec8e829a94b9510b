/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a judge was asked of the award of a round, and what may follow: one table, so that no two outcomes can
 * contradict each other. Asked, it is dismissed or withdrawn (as if it was never asked) or granted; granted,
 * the bids are assessed anew or the award is withdrawn; nothing of that while it is asked. What was asked
 * after the standstill does not stop signing (Aanbestedingswet 2012, art. 2.131).
 */
#ifndef CONTRACT_ASSESSMENT_RELIEF_H
#define CONTRACT_ASSESSMENT_RELIEF_H

#include "contract/assessment/stand.h"

enum relief_state {
	RELIEF_NONE,       /* not asked, or dismissed or withdrawn */
	RELIEF_ASKED_LATE, /* after the standstill alone */
	RELIEF_ASKED,      /* within it: no signature before the judge decides */
	RELIEF_GRANTED,    /* and nothing is asked any more */
	RELIEF_OVER,       /* the award was withdrawn */
	RELIEF_STATES_COUNT
};
enum relief_act {
	RELIEF_ASK,
	RELIEF_END,            /* dismissed, withdrawn or granted */
	RELIEF_ANEW_BY_COURT,  /* re-assessment because a judge said so */
	RELIEF_ANEW_OF_OWN,    /* because the municipality mends a mistake */
	RELIEF_WITHDRAW_AWARD, /* the round ends without an award */
	RELIEF_SIGN,
	RELIEF_ACTS_COUNT
};

enum relief_state relief_state(const struct stand *stand);
/* Whether an act may be done in the state that the round is in. */
bool relief_allows(const struct stand *stand, enum relief_act act);

#endif
