/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/access.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "access_sql.h"
#include "common/access/attempts.h"
#include "common/access/second_step.h"
#include "platform/base/words.h"

#define COOKIE_BYTES 32
#define COOKIE_TEXT_SIZE (2 * COOKIE_BYTES + 1)
#define SESSION_SECONDS (12 * 3600)
#define CODE_SECONDS (10 * 60) /* to give the code of the second step in */
#define STAY_SECONDS 60        /* how often a session in use is written down again */

/* One of the hash parameters that libsodium calls moderate would take 0.4 s and 256 MiB; these take about 70
 * ms. */
#define HASH_PASSES 3
#define HASH_BYTES ((size_t)64 * 1024 * 1024)

const struct access_role access_roles[] = {
	{ "desk", WORDS("loketmedewerker"), CORNER_PRACTICE, MAY_LOG_IN | MAY_REPORT | MAY_SEE_CLIENTS,
	  "/desk" },
	{ "social_worker", WORDS("sociaal werker"), CORNER_PRACTICE,
	  MAY_LOG_IN | MAY_REPORT | MAY_INVESTIGATE | MAY_ASSIGN | MAY_SEE_CLIENTS, "/work" },
	{ "decider", WORDS("beslisser"), CORNER_PRACTICE, MAY_LOG_IN | MAY_DECIDE | MAY_SEE_CLIENTS,
	  "/work?status=applied&whose=all" },
	{ "contract_manager", WORDS("contractmanager"), CORNER_CONTRACT,
	  MAY_LOG_IN | MAY_EXCHANGE | MAY_SEE_ORDERS | MAY_MANAGE_AGREEMENTS | MAY_ANSWER | MAY_SEE_FIGURES,
	  "/orders" },
	{ "policy_adviser", WORDS("beleidsadviseur"), CORNER_POLICY,
	  MAY_LOG_IN | MAY_ADOPT_SCHEME | MAY_ANSWER | MAY_SEE_FIGURES, "/scheme" },
	{ "provider", WORDS("planner van een aanbieder"), CORNER_PRACTICE, MAY_LOG_IN | MAY_DELIVER,
	  "/deliveries" },
	{ "lead", WORDS("coördinator van een hoofdaannemer"), CORNER_PRACTICE,
	  MAY_LOG_IN | MAY_DELIVER | MAY_RUN_COMBINATION, "/combination" },
	{ "bidder", WORDS("inschrijver"), CORNER_CONTRACT, MAY_LOG_IN | MAY_BID, "/tenders" },
	{ "helper", WORDS("hulp bij iemand thuis"), CORNER_PRACTICE, MAY_LOG_IN | MAY_VISIT, "/visits" },
	{ "objection_officer", WORDS("jurist bezwaar"), CORNER_PRACTICE,
	  MAY_LOG_IN | MAY_HANDLE_OBJECTIONS | MAY_SEE_CLIENTS, "/objections" },
	{ "safety_officer", WORDS("klachten en veiligheid"), CORNER_PRACTICE,
	  MAY_LOG_IN | MAY_HANDLE_SAFETY | MAY_SEE_CLIENTS, "/complaints" },
	{ "supervisor", WORDS("toezichthouder"), CORNER_COMMON, MAY_LOG_IN | MAY_SUPERVISE, "/incidents" },
	{ "finance", WORDS("financiën"), CORNER_CONTRACT, MAY_LOG_IN | MAY_SEE_FIGURES, "/figures" },
	{ "council", WORDS("raadslid"), CORNER_COMMON, MAY_LOG_IN | MAY_SEE_FIGURES, "/figures" },
	{ "participation_council", WORDS("lid van de participatieraad"), CORNER_COMMON, MAY_LOG_IN,
	  "/programmes" },
	{ "administrator", WORDS("beheerder"), CORNER_COMMON, MAY_LOG_IN | MAY_ADMINISTER, "/scheme" },
	/* no accounts: who enters the own page with the code of a letter */
	{ ACCESS_RESIDENT, WORDS("inwoner"), CORNER_PRACTICE, MAY_BE_RESIDENT, "/mine" },
	{ ACCESS_REPRESENTATIVE, WORDS("vertegenwoordiger"), CORNER_PRACTICE, MAY_BE_RESIDENT, "/mine" },
};
const size_t access_roles_count = COUNT(access_roles);

static const struct field access_account_fields[] = {
	FIELD(struct access_account, register_id), FIELD(struct access_account, account),
	FIELD(struct access_account, name),        FIELD(struct access_account, role),
	FIELD(struct access_account, team),        FIELD(struct access_account, party),
	FIELD(struct access_account, phone),       FIELD(struct access_account, closed_on),
};
static const struct record access_account_record =
	RECORD(struct access_account, "account", access_account_fields);

const struct access_role *access_role_named(const char *code)
{
	for (size_t i = 0; i < access_roles_count; i++)
		if (strcmp(access_roles[i].code, code) == 0)
			return &access_roles[i];
	return NULL;
}

const char *access_own_words(const char *account)
{
	if (strcmp(account, ACCESS_RESIDENT) == 0)
		return WORDS("de inwoner zelf");
	return strcmp(account, ACCESS_REPRESENTATIVE) == 0 ? WORDS("de vertegenwoordiger") : NULL;
}

/* What a password's hash costs whoever makes it, and whoever guesses. */
struct hash_cost {
	unsigned long long passes;
	size_t bytes;
};
static const struct hash_cost full_cost = { HASH_PASSES, HASH_BYTES };
static const struct hash_cost least_cost = { crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN };

static enum status make_hash(const char *password, struct hash_cost cost, struct arena *arena,
                             const char **ret_hash, struct fault *fault)
{
	char *hash = arena_take(arena, crypto_pwhash_STRBYTES);

	*ret_hash = hash;
	if (crypto_pwhash_str(hash, password, strlen(password), cost.passes, cost.bytes) == 0)
		return OK;
	return fault_set(fault, FAILED, "there is not enough memory to keep a password safely");
}

static enum status add_account(struct db *db, const struct access_account *account, const char *hash,
                               struct fault *fault)
{
	const struct access_role *role = access_role_named(account->role);
	const struct value values[] = { value_number(account->register_id),
		                        value_text(account->account),
		                        value_text(account->name),
		                        value_text(account->role),
		                        value_text(account->team),
		                        value_text(account->party),
		                        value_text(hash),
		                        value_text(or_empty(account->phone)) };

	if (access_own_words(account->account) != NULL || (role != NULL && access_may(role, MAY_BE_RESIDENT)))
		return fault_set(fault, FAILED,
		                 "%s with the role %s is no account: residents enter with a code",
		                 account->account, account->role);
	if ((role != NULL && access_may(role, MAY_OF_PARTY)) != (account->party[0] != '\0'))
		return fault_set(fault, FAILED, "the account %s has the role %s and the party \"%s\"",
		                 account->account, account->role, account->party);
	return db_run(db, &sql_access_add_account, values, COUNT(values), fault);
}

enum status access_add_account(struct db *db, const struct access_account *account, const char *password,
                               struct arena *arena, struct fault *fault)
{
	const char *hash;
	enum status status = make_hash(password, full_cost, arena, &hash, fault);

	return status == OK ? add_account(db, account, hash, fault) : status;
}

enum status access_add_demo_account(struct db *db, const struct access_account *account, struct arena *arena,
                                    struct fault *fault)
{
	const char *hash;
	enum status status = make_hash(account->account, least_cost, arena, &hash, fault);

	return status == OK ? add_account(db, account, hash, fault) : status;
}

enum status access_add_without_password(struct db *db, const struct access_account *account,
                                        struct fault *fault)
{
	return add_account(db, account, "", fault); /* no password has this hash */
}

enum status access_set_password(struct db *db, const struct access_account *account, const char *password,
                                struct arena *arena, struct fault *fault)
{
	const char *hash;
	enum status status = make_hash(password, full_cost, arena, &hash, fault);

	if (status == OK) {
		const struct value values[] = { value_number(account->register_id),
			                        value_text(account->account), value_text(hash) };

		status = db_run(db, &sql_access_set_password, values, COUNT(values), fault);
	}
	return status;
}

/* Sealed as they are; without them a snapshot that is served by itself would let in with a password alone. */
static enum status copy_second_steps(struct db *db, struct db *into, int64_t register_id, struct arena *arena,
                                     struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value of[] = { value_number(register_id) };
	enum status status = db_select(db, &sql_access_second_steps, of, COUNT(of), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		const struct value values[] = { of[0],
			                        value_text(db_text(&rows, 0, arena)),
			                        value_text(db_text(&rows, 1, arena)),
			                        value_number(db_number(&rows, 2)),
			                        value_date(db_date(&rows, 3)),
			                        value_number(db_number(&rows, 4)) };

		status = db_run(into, &sql_access_add_second_step, values, COUNT(values), fault);
	}
	return status == NOT_FOUND ? OK : status;
}

enum status access_copy_accounts(struct db *db, struct db *into, int64_t register_id, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value of[] = { value_number(register_id) };
	enum status status = db_select(db, &sql_access_account_rows, of, COUNT(of), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		const struct value values[] = { of[0],
			                        value_text(db_text(&rows, 0, arena)),
			                        value_text(db_text(&rows, 1, arena)),
			                        value_text(db_text(&rows, 2, arena)),
			                        value_text(db_text(&rows, 3, arena)),
			                        value_text(db_text(&rows, 4, arena)),
			                        value_text(db_text(&rows, 5, arena)),
			                        value_text(db_text(&rows, 6, arena)) };

		status = db_run(into, &sql_access_add_account, values, COUNT(values), fault);
	}
	return status == NOT_FOUND ? copy_second_steps(db, into, register_id, arena, fault) : status;
}

enum status access_accounts(struct db *db, int64_t register_id, struct arena *arena,
                            struct records *ret_accounts, struct fault *fault)
{
	const struct value values[] = { value_number(register_id) };

	return db_list(db, &sql_access_accounts, values, COUNT(values),
	               &(struct db_list){ &access_account_record, arena, ret_accounts }, fault);
}

enum status access_account(struct db *db, int64_t register_id, const char *account, struct arena *arena,
                           struct access_account *ret_account, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_text(account) };
	enum status status = db_one(db, &sql_access_account, values, COUNT(values), &rows, fault);

	*ret_account = (struct access_account){ 0 };
	if (status == OK)
		db_record(&rows, &access_account_record, ret_account, arena);
	return status;
}

enum status access_name(struct db *db, int64_t register_id, const char *account, struct arena *arena,
                        const char **ret_name, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_text(account) };
	enum status status = db_one(db, &sql_access_name, values, COUNT(values), &rows, fault);

	*ret_name = status == OK ? db_text(&rows, 0, arena) : account;
	return status == NOT_FOUND ? OK : status;
}

enum status access_team(struct db *db, int64_t register_id, const char *team, struct arena *arena,
                        struct records *ret_accounts, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(team) };

	return db_list(db, &sql_access_team, values, COUNT(values),
	               &(struct db_list){ &access_account_record, arena, ret_accounts }, fault);
}

/* The register whose account has this password; an unknown account costs a hash too, so that time tells
 * nothing. */
static enum status find_register(struct db *db, const char *account, const char *password,
                                 struct arena *arena, int64_t *ret_register, struct fault *fault)
{
	char wasted[crypto_pwhash_STRBYTES];
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_text(account) };
	bool any = false;
	enum status status = db_select(db, &sql_access_hashes, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		any = true;
		if (crypto_pwhash_str_verify(db_text(&rows, 1, arena), password, strlen(password)) == 0) {
			*ret_register = db_number(&rows, 0);
			return OK;
		}
	}
	if (!any && crypto_pwhash_str(wasted, password, strlen(password), HASH_PASSES, HASH_BYTES) != 0)
		return fault_set(fault, FAILED, "there is not enough memory to check a password safely");
	return status;
}

static const char *random_words(struct arena *arena)
{
	unsigned char bytes[COOKIE_BYTES];
	char *hex = arena_take(arena, COOKIE_TEXT_SIZE);

	randombytes_buf(bytes, sizeof(bytes));
	return sodium_bin2hex(hex, COOKIE_TEXT_SIZE, bytes, sizeof(bytes));
}

/* A cookie begins with the number of its register, so that the session is found by its key. */
static int64_t cookie_register(const char *cookie)
{
	char digits[17];

	(void)snprintf(digits, sizeof(digits), "%.16s", cookie);
	return strtoimax(digits, NULL, 16);
}

static const char *cookie_mark(const char *cookie, struct arena *arena)
{
	unsigned char digest[COOKIE_BYTES];
	char *hex = arena_take(arena, COOKIE_TEXT_SIZE);

	(void)crypto_generichash(digest, sizeof(digest), (const unsigned char *)cookie, strlen(cookie), NULL,
	                         0);
	return sodium_bin2hex(hex, COOKIE_TEXT_SIZE, digest, sizeof(digest));
}

static const char *new_cookie(int64_t register_id, struct arena *arena)
{
	return arena_print(arena, "%016" PRIx64 "%s", (uint64_t)register_id, random_words(arena));
}

/* A session as it begins. */
struct beginning {
	int64_t register_id, person, representative, letter, seconds;
	const char *account, *tried, *cookie;
	struct moment now;
};

static enum status store_session(struct db *db, const struct beginning *session, struct arena *arena,
                                 struct fault *fault)
{
	const struct value old[] = { value_moment(session->now) };
	const struct value values[] = { value_number(session->register_id),
		                        value_text(cookie_mark(session->cookie, arena)),
		                        value_text(session->account),
		                        value_text(random_words(arena)),
		                        value_number(session->now.seconds + session->seconds),
		                        value_number(session->person),
		                        value_number(session->representative),
		                        value_number(session->letter) };
	bool is_alone = !db_is_writing(db);
	enum status status = is_alone ? db_begin(db, fault) : OK;

	if (status == OK)
		status = db_run(db, &sql_access_end_old_sessions, old, COUNT(old), fault);
	if (status == OK)
		status = attempts_forget(db, session->tried, fault);
	if (status == OK)
		status = db_run(db, &sql_access_begin_session, values, COUNT(values), fault);
	return is_alone ? db_end(db, status, fault) : status;
}

static enum status has_second_step(struct db *db, int64_t register_id, const char *account, bool *ret_has,
                                   struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_text(account) };
	enum status status = db_one(db, &sql_access_second_step, values, COUNT(values), &rows, fault);

	*ret_has = status == OK && db_number(&rows, 0) != 0;
	return status == NOT_FOUND ? OK : status;
}

/* The password was right, and a code is asked. */
static enum status store_halfway(struct db *db, const struct beginning *login, struct arena *arena,
                                 struct fault *fault)
{
	const struct value old[] = { value_moment(login->now) };
	const struct value values[] = { value_number(login->register_id),
		                        value_text(cookie_mark(login->cookie, arena)),
		                        value_text(login->account),
		                        value_number(login->now.seconds + CODE_SECONDS) };
	bool is_alone = !db_is_writing(db);
	enum status status = is_alone ? db_begin(db, fault) : OK;

	if (status == OK)
		status = db_run(db, &sql_access_end_old_logins, old, COUNT(old), fault);
	if (status == OK)
		status = attempts_forget(db, login->tried, fault);
	if (status == OK)
		status = db_run(db, &sql_access_begin_login, values, COUNT(values), fault);
	return is_alone ? db_end(db, status, fault) : status;
}

enum status access_log_in(struct db *db, const struct access_credentials *credentials, struct moment now,
                          struct arena *arena, struct access_let_in *ret_let_in, struct fault *fault)
{
	const char *tried =
		arena_print(arena, "%s from %s", credentials->account, or_empty(credentials->source));
	struct beginning session = {
		.account = credentials->account, .tried = tried, .seconds = SESSION_SECONDS, .now = now
	};
	enum status status = attempts_check(db, tried, now, fault);
	enum status counted;

	if (status)
		return status;
	status = find_register(db, credentials->account, credentials->password, arena, &session.register_id,
	                       fault);
	if (status == NOT_FOUND) {
		counted = attempts_add(db, tried, now, fault);
		return counted ? counted : NOT_FOUND;
	}
	if (status == OK)
		status = has_second_step(db, session.register_id, session.account, &ret_let_in->asks_code,
		                         fault);
	if (status)
		return status;
	ret_let_in->cookie = session.cookie = new_cookie(session.register_id, arena);
	return ret_let_in->asks_code ? store_halfway(db, &session, arena, fault)
	                             : store_session(db, &session, arena, fault);
}

const char *access_codes_tried(const struct access_account *account, struct arena *arena)
{
	return arena_print(arena, "code of %s in %lld", account->account, (long long)account->register_id);
}

enum status access_halfway(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                           struct access_account *ret_account, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(cookie_register(cookie)),
		                        value_text(cookie_mark(cookie, arena)), value_moment(now) };
	enum status status = db_one(db, &sql_access_login, values, COUNT(values), &rows, fault);

	*ret_account = (struct access_account){ 0 };
	if (status == OK) {
		ret_account->register_id = cookie_register(cookie);
		ret_account->account = db_text(&rows, 0, arena);
	}
	return status;
}

enum status access_pass(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                        const char **ret_cookie, struct fault *fault)
{
	struct access_account account;
	const struct value values[] = { value_number(cookie_register(cookie)),
		                        value_text(cookie_mark(cookie, arena)) };
	enum status status = access_halfway(db, cookie, now, arena, &account, fault);

	if (status == OK)
		status = db_run(db, &sql_access_end_login, values, COUNT(values), fault);
	if (status)
		return status;
	*ret_cookie = new_cookie(account.register_id, arena);
	return store_session(db,
	                     &(struct beginning){ .register_id = account.register_id,
	                                          .account = account.account,
	                                          .tried = access_codes_tried(&account, arena),
	                                          .seconds = SESSION_SECONDS,
	                                          .cookie = *ret_cookie,
	                                          .now = now },
	                     arena, fault);
}

enum status access_enter(struct db *db, const struct access_entry *entry, struct moment now,
                         struct arena *arena, const char **ret_cookie, struct fault *fault)
{
	const struct beginning session = { .register_id = entry->register_id,
		                           .person = entry->person,
		                           .representative = entry->representative,
		                           .letter = entry->letter,
		                           .seconds = ACCESS_IDLE_SECONDS,
		                           .account = entry->as,
		                           .tried = entry->tried,
		                           .cookie = new_cookie(entry->register_id, arena),
		                           .now = now };

	*ret_cookie = session.cookie;
	return store_session(db, &session, arena, fault);
}

bool access_is_ageing(const struct access_session *session, struct moment now)
{
	return session->person != 0 && session->ends_at - now.seconds < ACCESS_IDLE_SECONDS - STAY_SECONDS;
}

enum status access_stay(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                        struct fault *fault)
{
	const struct value values[] = { value_number(cookie_register(cookie)),
		                        value_text(cookie_mark(cookie, arena)),
		                        value_number(now.seconds + ACCESS_IDLE_SECONDS) };

	return db_run(db, &sql_access_keep_session, values, COUNT(values), fault);
}

enum status access_session(struct db *db, const char *cookie, struct moment now, struct arena *arena,
                           struct access_session *ret_session, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(cookie_register(cookie)),
		                        value_text(cookie_mark(cookie, arena)), value_moment(now) };
	enum status status = db_one(db, &sql_access_session, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	db_record(&rows, &access_account_record, &ret_session->account, arena);
	ret_session->form_token = db_text(&rows, 6, arena);
	ret_session->register_name = db_text(&rows, 7, arena);
	ret_session->demo_day = db_date(&rows, 8);
	ret_session->snapshot = db_text(&rows, 9, arena);
	ret_session->person = db_number(&rows, 10);
	ret_session->ends_at = db_number(&rows, 11);
	ret_session->has_more_roles = db_number(&rows, 12) != 0;
	ret_session->representative = db_number(&rows, 13);
	ret_session->letter = db_number(&rows, 14);
	ret_session->lacks_second_step = db_number(&rows, 15) != 0;
	ret_session->role = access_role_named(ret_session->account.role);
	return ret_session->role == NULL ? NOT_FOUND : OK;
}

enum status access_entry_holds(struct db *db, int64_t register_id, int64_t letter, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_number(letter) };

	return db_one(db, &sql_access_entry_holds, values, COUNT(values), &rows, fault);
}

const char *access_snapshot_file(const struct db *db, const char *name, struct arena *arena)
{
	return arena_print(arena, "%s/known/%s.sqlite", db_state_directory(db), name);
}

enum status access_read_snapshot(struct db *db, const char *cookie, const char *name, struct arena *arena,
                                 struct fault *fault)
{
	const struct value values[] = { value_number(cookie_register(cookie)),
		                        value_text(cookie_mark(cookie, arena)), value_text(name) };

	return db_run(db, &sql_access_read_snapshot, values, COUNT(values), fault);
}

enum status access_set_role(struct db *db, const char *cookie, const char *role, struct arena *arena,
                            struct fault *fault)
{
	const struct value values[] = { value_number(cookie_register(cookie)),
		                        value_text(cookie_mark(cookie, arena)), value_text(role) };

	return db_run(db, &sql_access_set_role, values, COUNT(values), fault);
}

enum status access_log_out(struct db *db, const char *cookie, struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(cookie_register(cookie)),
		                        value_text(cookie_mark(cookie, arena)) };

	return db_run(db, &sql_access_end_session, values, COUNT(values), fault);
}

enum status access_end_others(struct db *db, const struct access_account *account, const char *cookie,
                              struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(account->register_id), value_text(account->account),
		                        value_text(cookie_mark(cookie, arena)) };

	return db_run(db, &sql_access_end_other_sessions, values, COUNT(values), fault);
}
