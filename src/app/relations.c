/* SPDX-License-Identifier: EUPL-1.2 */
/* Who may open a client's file: whose work it is, and what makes somebody concerned with that client. */
#include "app/app.h"
#include "common/document/dispatch.h"
#include "common/person/representative.h"
#include "practice/caseload/sight.h"
#include "practice/objection/objection_keep.h"
#include "practice/safety/safety_sight.h"

/* data/who_sees_what.csv says what follows from it; whoever has none of these opens a file in need. */
const struct sight_relation app_relations[] = {
	{ MAY_INVESTIGATE, caseload_sight_of_worker },
	{ MAY_DECIDE, caseload_sight_of_decider },
	{ MAY_REPORT, dispatch_sight_of_sender },
	{ MAY_HANDLE_SAFETY, safety_sight_of_officer },
	{ MAY_SUPERVISE, safety_sight_of_supervisor },
	{ MAY_HANDLE_OBJECTIONS, objection_sight_of_jurist },
	{ MAY_SEE_CLIENTS | MAY_SUPERVISE, sight_in_need },
	{ MAY_HANDLE_SAFETY | MAY_SUPERVISE, sight_to_check },
	{ MAY_BE_RESIDENT, representative_sight },
};
const size_t app_relations_count = COUNT(app_relations);
