/* SPDX-License-Identifier: EUPL-1.2 */
/* Somebody who works in several corners: several roles on one account, one of them active, and a logged
 * switch. */
#ifndef COMMON_ACCESS_SWITCH_H
#define COMMON_ACCESS_SWITCH_H

#include "common/access/access.h"

/* Gives an account one more role; not of a provider's people, residents, or one that it has. */
enum status switch_add_role(struct db *db, int64_t register_id, const char *account, const char *role,
                            struct fault *fault) MUST_CHECK;
/* The other roles of a session's account, as struct page_choice: code and Dutch label. */
enum status switch_others(struct db *db, const struct access_session *session, struct arena *arena,
                          struct records *ret_roles, struct fault *fault) MUST_CHECK;
/* From now on the session is in that role; NOT_FOUND for one that the account does not have. */
enum status switch_to(struct db *db, const struct access_session *session, const char *cookie,
                      const char *role, struct arena *arena, struct fault *fault) MUST_CHECK;

#endif
