/* SPDX-License-Identifier: EUPL-1.2 */
/* The cap on areas looked at again: when parties become one, and when one works for another. */
#ifndef CONTRACT_TENDER_CAP_H
#define CONTRACT_TENDER_CAP_H

#include "contract/tender/plan.h"

enum cap_event {
	CAP_MERGER,     /* two become one: the cap is on that one */
	CAP_TAKEOVER,   /* one gets what another has: the same */
	CAP_SUBCONTRACT /* one works for another: the cap is on main contractors, so this asks a reason */
};

/* What happens to a plan: `other` joins `party`, or comes to work under it. Numbers of the bidders. */
struct cap_change {
	enum cap_event event;
	size_t party, other;
};

struct cap_after {
	struct texts areas; /* in which the one works afterwards: `party`, or of a subcontract `other` */
	bool is_over;       /* more of them than the cap */
	bool is_refused;    /* over, and not as a subcontractor */
	int64_t concentration_before,
		concentration_after; /* as scheme_concentration has it; a subcontract changes none */
};

/* Looks at the cap again. Lives in arena. */
struct cap_after cap_look(const struct plan_question *question, const bool *is_chosen,
                          const struct cap_change *change, struct arena *arena);

#endif
