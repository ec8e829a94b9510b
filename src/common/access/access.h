/* SPDX-License-Identifier: EUPL-1.2 */
/* Who may do what: roles by corner, accounts with a password, sessions. */
#ifndef COMMON_ACCESS_ACCESS_H
#define COMMON_ACCESS_ACCESS_H

#include "common/journal/kind.h"

/* A role is a row: its code, its words, its corner and what it may do. */
struct access_role {
	const char *code;
	const char *label; /* Dutch */
	enum corner corner;
	unsigned permissions; /* a set of enum permission */
	const char *home;     /* the page with today's work */
};
extern const struct access_role access_roles[];
extern const size_t access_roles_count;
const struct access_role *access_role_named(const char *code);

struct access_account {
	int64_t register_id;
	const char *account;
	const char *name;
	const char *role;
	const char *team;      /* the area team of a social worker; "" for the others */
	const char *party;     /* of a provider's people; "" for the municipality's */
	const char *phone;     /* by which residents reach this person; "" or NULL where none is known */
	struct date closed_on; /* no date while it is open */
};

/* Adds an account; its password is kept as an Argon2id hash. FAILED: a provider's role without a party, or a
 * party with another role. */
enum status access_add_account(struct db *db, const struct access_account *account, const char *password,
                               struct arena *arena, struct fault *fault) MUST_CHECK;
/* Adds an account that nobody can log in to until a password is set. */
enum status access_add_without_password(struct db *db, const struct access_account *account,
                                        struct fault *fault) MUST_CHECK;
/* Another password for an account, by its register and name. */
enum status access_set_password(struct db *db, const struct access_account *account, const char *password,
                                struct arena *arena, struct fault *fault) MUST_CHECK;
/* Copies the accounts of a register to another database, with their passwords' hashes. */
enum status access_copy_accounts(struct db *db, struct db *into, int64_t register_id,
                                 struct fault *fault) MUST_CHECK;
/*
 * An account of a demonstration. Its password is its own name, which the login page tells everybody, so that
 * its hash need not be dear: dear ones would take longer than all else that a demonstration enters.
 */
enum status access_add_demo_account(struct db *db, const struct access_account *account, struct arena *arena,
                                    struct fault *fault) MUST_CHECK;
/* The accounts of a register, by name. */
enum status access_accounts(struct db *db, int64_t register_id, struct arena *arena,
                            struct records *ret_accounts, struct fault *fault) MUST_CHECK;
/* One of them; NOT_FOUND. */
enum status access_account(struct db *db, int64_t register_id, const char *account, struct arena *arena,
                           struct access_account *ret_account, struct fault *fault) MUST_CHECK;
/* The name of the person behind an account; the account itself when it is gone. */
enum status access_name(struct db *db, int64_t register_id, const char *account, struct arena *arena,
                        const char **ret_name, struct fault *fault) MUST_CHECK;
/* The accounts of a team, by name. */
enum status access_team(struct db *db, int64_t register_id, const char *team, struct arena *arena,
                        struct records *ret_accounts, struct fault *fault) MUST_CHECK;

struct access_session { /* of somebody who is logged in */
	struct access_account account;
	const struct access_role *role;
	const char *form_token; /* every form of this session carries it */
	const char *register_name;
	struct date demo_day;   /* of a demonstration */
	const char *snapshot;   /* the name of the snapshot that is read; "" for the database itself */
	int64_t person;         /* whose own page it is: the session may see nobody else; 0 of an account */
	int64_t ends_at;        /* in seconds since 1970 */
	int64_t representative; /* who acts for that person, as the fact that named them; or 0 */
	int64_t letter;         /* with the code of which it was entered; 0 of an account */
	bool has_more_roles;    /* role is the active one of several */
	bool lacks_second_step; /* which one of the roles asks (common/access/second_step.h) */
};
/* The role, and the name in the journal and the read log, of somebody on the own page: not an account. */
#define ACCESS_RESIDENT "resident"
#define ACCESS_REPRESENTATIVE "representative"
/* Whether the name in a fact or a read line is one of these; what they are called, in Dutch, else NULL. */
const char *access_own_words(const char *account);

struct access_entry { /* somebody who enters an own page */
	int64_t register_id, person;
	const char *as;         /* ACCESS_RESIDENT, or ACCESS_REPRESENTATIVE for who acts for the person */
	int64_t representative; /* the fact that named who acts; 0: the person enters */
	int64_t letter;         /* whose code it is */
	const char *tried;      /* under which wrong tries were counted */
};
#define ACCESS_IDLE_SECONDS (15 * 60) /* without a page, and the session on the own page is over */
/* Begins such a session; ret_cookie as in access_log_in. */
enum status access_enter(struct db *db, const struct access_entry *entry, struct moment now,
                         struct arena *arena, const char **ret_cookie, struct fault *fault) MUST_CHECK;
/*
 * Whether the code of a letter opens the own page: the letter left, no letter with a new code came after it,
 * and the person lives. NOT_FOUND when it does not, which ends the sessions that it began too.
 */
enum status access_entry_holds(struct db *db, int64_t register_id, int64_t letter,
                               struct fault *fault) MUST_CHECK;
/* Whether a session on the own page must be written down as still in use: once a minute is enough. */
bool access_is_ageing(const struct access_session *session, struct moment now);
/* The session lasts fifteen minutes from now; inside a writing transaction. */
enum status access_stay(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                        struct fault *fault) MUST_CHECK;

struct access_credentials {
	const char *account, *password;
	const char *source; /* the network that it came from, under which wrong ones are counted; or NULL */
};
struct access_let_in {      /* what logging in gave */
	const char *cookie; /* what the browser keeps; only a digest of it is stored */
	bool asks_code;     /* it is no session yet: access_pass makes it one */
};
/*
 * Checks the password and begins a session of twelve hours, or ten minutes to give a code in. NOT_FOUND: no
 * such account or another password (both take as long). FINDINGS: too many wrong ones from the same network,
 * try later: nobody elsewhere can shut somebody out. An account name may stand in several registers; the
 * password decides.
 */
enum status access_log_in(struct db *db, const struct access_credentials *credentials, struct moment now,
                          struct arena *arena, struct access_let_in *ret_let_in,
                          struct fault *fault) MUST_CHECK;
/* Whose password was right, as register and account; NOT_FOUND. */
enum status access_halfway(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                           struct access_account *ret_account, struct fault *fault) MUST_CHECK;
/* The code was right: begins the session. Inside a writing transaction. */
enum status access_pass(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                        const char **ret_cookie, struct fault *fault) MUST_CHECK;
/* Under which wrong codes of an account are counted. */
const char *access_codes_tried(const struct access_account *account, struct arena *arena);
/* The session of a cookie; NOT_FOUND when there is none or it has ended. */
enum status access_session(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                           struct access_session *ret_session, struct fault *fault) MUST_CHECK;
/* The file of a snapshot in the state directory of the database that it was made of; in arena. */
const char *access_snapshot_file(const struct db *db, const char *name, struct arena *arena);
/* From now on the session reads the snapshot of that name, or with "" the database itself. */
enum status access_read_snapshot(struct db *db, const char *cookie, const char *name, struct arena *arena,
                                 struct fault *fault) MUST_CHECK;
/* From now on the session is in another role of its account (common/access/switch.h). */
enum status access_set_role(struct db *db, const char *cookie, const char *role, struct arena *arena,
                            struct fault *fault) MUST_CHECK;
enum status access_log_out(struct db *db, const char *cookie, struct arena *arena,
                           struct fault *fault) MUST_CHECK;

static inline bool access_may(const struct access_role *role, enum permission permission)
{
	return (role->permissions & (unsigned)permission) != 0;
}

#endif
