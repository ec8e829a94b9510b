/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/signer.h"

#include "common/access/access.h"
#include "common/journal/book.h"
#include "common/journal/stored.h"

enum status signer_corner(struct journal *journal, const char **ret_corner, struct fault *fault)
{
	struct access_account account = { 0 };
	const struct access_role *role;
	enum status status = access_account(journal->db, journal->register_id, journal->account,
	                                    journal->arena, &account, fault);

	role = status == OK && account.party[0] == '\0' ? access_role_named(account.role) : NULL;
	*ret_corner = role == NULL || role->corner == CORNER_COMMON ? NULL : corner_code(role->corner);
	return status == NOT_FOUND ? OK : status;
}
