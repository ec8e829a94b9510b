/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose client somebody is: of which worker and team, and who decides. */
#ifndef PRACTICE_CASELOAD_SIGHT_H
#define PRACTICE_CASELOAD_SIGHT_H

#include "common/access/sight.h"

/* The contact person of a client or of one of the cases, and the team, which stands in for its own people. */
enum status caseload_sight_of_worker(struct journal *journal, const struct sight_asked *asked,
                                     const char **ret_ground, struct fault *fault) MUST_CHECK;
/* Who decides, once the client has applied. */
enum status caseload_sight_of_decider(struct journal *journal, const struct sight_asked *asked,
                                      const char **ret_ground, struct fault *fault) MUST_CHECK;

/* Whether what was asked may stand in a list for somebody: the same, of one case in a list. */
struct case_seen {
	const char *team, *contact; /* of the case: an area team and an account */
	const char *status;
};
bool caseload_shows_asked(const struct access_session *session, const struct case_seen *seen);

#endif
