/* SPDX-License-Identifier: EUPL-1.2 */
/* Accounts as facts: opened, changed, closed, and a password that is chosen anew. Whoever is out is out at
 * once. */
#ifndef COMMON_ACCESS_ACCOUNT_H
#define COMMON_ACCESS_ACCOUNT_H

#include "common/access/access.h"
#include "common/journal/journal.h"

/* What the rules need to know of the world, put there at the door. */
struct account_situation {
	bool is_there, is_open;
	bool fits_role;   /* a provider's role with a party, and the other way round; a social worker's with a
	                     team */
	bool has_clients; /* may be a contact person, and no departure says who takes over */
	bool is_last;     /* nobody else administers */
};

/* The fact that somebody has an account, without a password: an invitation lets them choose one. */
struct account_opened {
	const char *account, *name, *role;
	const char *team, *party, *phone;
	struct account_situation situation;
};
extern const struct journal_kind account_opened_kind;

/* The fact that somebody has another role or team. */
struct account_changed {
	const char *account, *role, *team;
	struct account_situation situation;
};
extern const struct journal_kind account_changed_kind;

/* The fact that an account is closed: all its sessions end. */
struct account_closed {
	const char *account, *because;
	struct account_situation situation;
};
extern const struct choice account_reasons[];
extern const struct journal_kind account_closed_kind;

/* The fact that the password and the sessions of an account ended; with an invitation another is chosen. */
struct password_renewed {
	const char *account;
	struct account_situation situation;
};
extern const struct journal_kind password_renewed_kind;

/* The roles that an account can have, as in access_roles. */
extern const struct choice account_role_choices[];
/* Nobody goes on under what the account was: all its sessions end, logins that are halfway, and codes to
 * choose a password. */
enum status account_put_out(struct journal *journal, const char *account, struct fault *fault) MUST_CHECK;

#endif
