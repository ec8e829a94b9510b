/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/access/access.h"
#include "common/access/attempts.h"
#include "common/access/second_step.h"
#include "platform/db/migrate.h"

#define HERE 1969
#define ELSEWHERE 484
#define TWELVE_HOURS (12 * 3600)

static const struct moment morning = { 1684137600 };
static const struct db_query all_marks = { "all_marks", "SELECT mark FROM access_session" };
static const struct db_query all_hashes = { "all_hashes", "SELECT password_hash FROM access_account" };
static const struct db_query remove_account = { "remove_account",
	                                        "DELETE FROM access_account WHERE account = 'tijdelijk'" };
static const struct db_query count_sessions = { "count_sessions", "SELECT COUNT(*) FROM access_session" };

static const struct access_account accounts[] = {
	{ HERE, "loket", "Lotte Loket", "desk", "", "" },
	{ HERE, "sanne", "Sanne Sociaal", "social_worker", "noord", "" },
	{ HERE, "anton", "Anton Ander", "social_worker", "noord", "" },
	{ HERE, "zuid", "Zoë Zuid", "social_worker", "zuid", "" },
	{ HERE, "tijdelijk", "Tijs Tijdelijk", "desk", "", "" },
	{ HERE, "vreemd", "Vera Vreemd", "no_such_role", "", "" },
	{ HERE, "planner", "Pia Planner", "provider", "", "miep" },
	{ ELSEWHERE, "loket", "Loes Elders", "decider", "", "" },
};

struct fixture {
	struct arena *arena;
	struct db *db;
	struct fault fault;
};

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);

	fixture->arena = arena;
	*state = fixture;
	if (db_open(getenv("TEST_DATABASE"), &fixture->db, &fixture->fault) != OK ||
	    db_migrate(fixture->db, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	for (size_t i = 0; i < COUNT(accounts); i++) {
		const char *password = arena_print(arena, "geheim %s %lld", accounts[i].account,
		                                   (long long)accounts[i].register_id);

		if (access_add_account(fixture->db, &accounts[i], password, arena, &fixture->fault) != OK)
			fail_msg("%s", fixture->fault.words);
	}
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	db_close(fixture->db);
	arena_free(fixture->arena);
	return 0;
}

static const char *log_in(struct fixture *fixture, const char *account, const char *password)
{
	struct access_let_in let_in = { 0 };
	enum status status = access_log_in(fixture->db, &(struct access_credentials){ account, password },
	                                   morning, fixture->arena, &let_in, &fixture->fault);

	if (status == FAILED)
		fail_msg("%s", fixture->fault.words);
	assert_true((status == OK) == (let_in.cookie != NULL));
	return let_in.cookie;
}

static enum status session_after(struct fixture *fixture, const char *cookie, int64_t seconds,
                                 struct access_session *ret_session)
{
	const struct moment moment = { morning.seconds + seconds };

	return access_session(fixture->db, cookie, moment, fixture->arena, ret_session, &fixture->fault);
}

static bool stands_in(struct fixture *fixture, const struct db_query *query, const char *words)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };

	assert_int_equal(db_select(fixture->db, query, NULL, 0, &rows, &fixture->fault), OK);
	while (db_next(&rows, &fixture->fault) == OK)
		if (strstr(db_text(&rows, 0, fixture->arena), words) != NULL)
			return true;
	return false;
}

static void test_the_right_password_begins_a_session(void **state)
{
	struct fixture *fixture = *state;
	const char *cookie = log_in(fixture, "sanne", "geheim sanne 1969");
	struct access_session session;

	assert_non_null(cookie);
	assert_int_equal(session_after(fixture, cookie, 0, &session), OK);
	assert_string_equal(session.account.account, "sanne");
	assert_string_equal(session.account.name, "Sanne Sociaal");
	assert_string_equal(session.account.team, "noord");
	assert_int_equal(session.account.register_id, HERE);
	assert_ptr_equal(session.role, access_role_named("social_worker"));
	assert_true(strlen(session.form_token) >= 32);
	assert_string_not_equal(session.form_token, cookie);
}

static void test_another_password_does_not(void **state)
{
	assert_null(log_in(*state, "sanne", "geheim sanne 1970"));
	assert_null(log_in(*state, "sanne", ""));
	assert_null(log_in(*state, "nobody", "geheim sanne 1969"));
	assert_null(log_in(*state, "", ""));
}

static enum status try_after(struct fixture *fixture, const char *password, int64_t seconds)
{
	const struct moment moment = { morning.seconds + seconds };
	struct access_let_in let_in = { 0 };

	return access_log_in(fixture->db, &(struct access_credentials){ "anton", password }, moment,
	                     fixture->arena, &let_in, &fixture->fault);
}

static void test_guessing_gets_slow(void **state)
{
	struct fixture *fixture = *state;

	for (int64_t i = 0; i < ATTEMPTS_FREE; i++)
		assert_int_equal(try_after(fixture, "geraden", i), NOT_FOUND);
	assert_int_equal(try_after(fixture, "geheim anton 1969", ATTEMPTS_FREE), FINDINGS);
	assert_int_equal(try_after(fixture, "geraden", 40), NOT_FOUND);
	assert_int_equal(try_after(fixture, "geheim anton 1969", 40 + 59), FINDINGS);
	assert_int_equal(try_after(fixture, "geheim anton 1969", 40 + 60), OK);
	assert_int_equal(try_after(fixture, "geraden", 101), NOT_FOUND); /* counting began anew */
	assert_int_equal(try_after(fixture, "geheim anton 1969", 102), OK);
	assert_int_equal(attempts_wait_seconds(ATTEMPTS_FREE - 1), 0);
	assert_int_equal(attempts_wait_seconds(1000000), 900);
}

static void test_the_password_tells_the_register(void **state)
{
	struct fixture *fixture = *state;
	struct access_session session;

	assert_int_equal(session_after(fixture, log_in(fixture, "loket", "geheim loket 484"), 0, &session),
	                 OK);
	assert_int_equal(session.account.register_id, ELSEWHERE);
	assert_string_equal(session.account.role, "decider");
	assert_int_equal(session_after(fixture, log_in(fixture, "loket", "geheim loket 1969"), 0, &session),
	                 OK);
	assert_int_equal(session.account.register_id, HERE);
}

static void test_a_session_ends_after_twelve_hours(void **state)
{
	struct fixture *fixture = *state;
	const char *cookie = log_in(fixture, "anton", "geheim anton 1969");
	struct access_session session;

	assert_int_equal(session_after(fixture, cookie, TWELVE_HOURS, &session), OK);
	assert_int_equal(session_after(fixture, cookie, TWELVE_HOURS + 1, &session), NOT_FOUND);
}

static void test_old_sessions_go(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct moment much_later = { morning.seconds + 100 * TWELVE_HOURS };
	struct access_let_in let_in = { 0 };

	(void)log_in(fixture, "anton", "geheim anton 1969");
	assert_int_equal(access_log_in(fixture->db,
	                               &(struct access_credentials){ "zuid", "geheim zuid 1969" }, much_later,
	                               fixture->arena, &let_in, &fixture->fault),
	                 OK);
	assert_int_equal(db_one(fixture->db, &count_sessions, NULL, 0, &rows, &fixture->fault), OK);
	assert_int_equal(db_number(&rows, 0), 1);
}

/* A session on the own page is of one person, lasts fifteen minutes, and as long again after each page. */
static void test_a_session_on_the_own_page(void **state)
{
	struct fixture *fixture = *state;
	const struct access_entry entry = {
		.register_id = HERE, .person = 12, .as = ACCESS_RESIDENT, .tried = "own page 12"
	};
	const char *cookie = NULL;
	struct access_session session;

	assert_int_equal(access_enter(fixture->db, &entry, morning, fixture->arena, &cookie, &fixture->fault),
	                 OK);
	assert_int_equal(session_after(fixture, cookie, ACCESS_IDLE_SECONDS + 1, &session), NOT_FOUND);
	assert_int_equal(session_after(fixture, cookie, ACCESS_IDLE_SECONDS, &session), OK);
	assert_int_equal(session.person, 12);
	assert_string_equal(session.role->code, ACCESS_RESIDENT);
	assert_false(access_is_ageing(&session, (struct moment){ morning.seconds + 59 }));
	assert_true(access_is_ageing(&session, (struct moment){ morning.seconds + 600 }));
	assert_int_equal(db_begin(fixture->db, &fixture->fault), OK);
	assert_int_equal(access_stay(fixture->db, cookie, (struct moment){ morning.seconds + 600 },
	                             fixture->arena, &fixture->fault),
	                 OK);
	assert_int_equal(db_commit(fixture->db, &fixture->fault), OK);
	assert_int_equal(session_after(fixture, cookie, ACCESS_IDLE_SECONDS + 600, &session), OK);
	assert_int_equal(session_after(fixture, cookie, ACCESS_IDLE_SECONDS + 601, &session), NOT_FOUND);
	assert_int_equal(access_log_out(fixture->db, cookie, fixture->arena, &fixture->fault), OK);
	assert_int_equal(session_after(fixture, cookie, 0, &session), NOT_FOUND);
}

static void test_log_out_ends_one_session(void **state)
{
	struct fixture *fixture = *state;
	const char *first = log_in(fixture, "anton", "geheim anton 1969");
	const char *second = log_in(fixture, "anton", "geheim anton 1969");
	struct access_session session;

	assert_string_not_equal(first, second);
	assert_int_equal(access_log_out(fixture->db, first, fixture->arena, &fixture->fault), OK);
	assert_int_equal(session_after(fixture, first, 0, &session), NOT_FOUND);
	assert_int_equal(session_after(fixture, second, 0, &session), OK);
}

static void test_others_of_the_account_are_out(void **state)
{
	struct fixture *fixture = *state;
	const char *own = log_in(fixture, "anton", "geheim anton 1969");
	const char *other = log_in(fixture, "anton", "geheim anton 1969");
	struct access_session session;

	assert_int_equal(session_after(fixture, own, 0, &session), OK);
	assert_int_equal(
		access_end_others(fixture->db, &session.account, own, fixture->arena, &fixture->fault), OK);
	assert_int_equal(session_after(fixture, own, 0, &session), OK);
	assert_int_equal(session_after(fixture, other, 0, &session), NOT_FOUND);
}

static void test_an_invented_cookie_is_nobody(void **state)
{
	struct access_session session;

	assert_int_equal(session_after(*state, "", 0, &session), NOT_FOUND);
	assert_int_equal(session_after(*state, "' OR 1=1 --", 0, &session), NOT_FOUND);
}

static void test_nothing_secret_is_stored(void **state)
{
	struct fixture *fixture = *state;
	const char *cookie = log_in(fixture, "zuid", "geheim zuid 1969");

	assert_false(stands_in(fixture, &all_marks, cookie));
	assert_false(stands_in(fixture, &all_hashes, "geheim"));
	assert_true(stands_in(fixture, &all_hashes, "$argon2id$"));
}

static void test_a_removed_account_has_no_session(void **state)
{
	struct fixture *fixture = *state;
	const char *cookie = log_in(fixture, "tijdelijk", "geheim tijdelijk 1969");
	struct access_session session;

	assert_int_equal(session_after(fixture, cookie, 0, &session), OK);
	assert_int_equal(db_run(fixture->db, &remove_account, NULL, 0, &fixture->fault), OK);
	assert_int_equal(session_after(fixture, cookie, 0, &session), NOT_FOUND);
}

static void test_a_role_that_is_none_may_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct access_session session;

	assert_int_equal(session_after(fixture, log_in(fixture, "vreemd", "geheim vreemd 1969"), 0, &session),
	                 NOT_FOUND);
}

static void test_a_team_is_its_members(void **state)
{
	struct fixture *fixture = *state;
	struct records team;
	const struct access_account *members;

	assert_int_equal(access_team(fixture->db, HERE, "noord", fixture->arena, &team, &fixture->fault), OK);
	assert_int_equal(team.count, 2);
	members = team.items;
	assert_string_equal(members[0].account, "anton");
	assert_string_equal(members[1].account, "sanne");
	assert_int_equal(access_team(fixture->db, ELSEWHERE, "noord", fixture->arena, &team, &fixture->fault),
	                 OK);
	assert_int_equal(team.count, 0);
}

static void test_a_name_or_else_the_account(void **state)
{
	struct fixture *fixture = *state;
	const char *name;

	assert_int_equal(access_name(fixture->db, HERE, "sanne", fixture->arena, &name, &fixture->fault), OK);
	assert_string_equal(name, "Sanne Sociaal");
	assert_int_equal(access_name(fixture->db, ELSEWHERE, "sanne", fixture->arena, &name, &fixture->fault),
	                 OK);
	assert_string_equal(name, "sanne");
}

static void test_an_account_stands_once_in_a_register(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(access_add_account(fixture->db, &accounts[0], "x", fixture->arena, &fixture->fault),
	                 FAILED);
}

static void test_only_people_of_a_provider_have_a_party(void **state)
{
	static const struct access_account wrong[] = {
		{ HERE, "los", "Lou Los", "provider", "", "", "" },
		{ HERE, "dubbel", "Do Dubbel", "desk", "", "miep", "" },
		{ HERE, ACCESS_RESIDENT, "Wie Dan Ook", "desk", "", "", "" },
		{ HERE, "slim", "Sem Slim", ACCESS_RESIDENT, "", "", "" },
	};
	struct fixture *fixture = *state;
	const char *cookie = log_in(fixture, "planner", "geheim planner 1969");
	struct access_session session;

	assert_int_equal(session_after(fixture, cookie, 0, &session), OK);
	assert_string_equal(session.account.party, "miep");
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_int_equal(
			access_add_account(fixture->db, &wrong[i], "x", fixture->arena, &fixture->fault),
			FAILED);
}

/* Practice never holds a permission of contract, nor the other way round. */
static void test_roles_keep_to_their_corner(void **state)
{
	(void)state;
	for (size_t i = 0; i < access_roles_count; i++) {
		const struct access_role *role = &access_roles[i];

		/* a resident may be on the own page and nothing else */
		assert_true(access_may(role, MAY_LOG_IN) || role->permissions == (unsigned)MAY_BE_RESIDENT);
		if (role->corner == CORNER_PRACTICE)
			assert_false(access_may(role, MAY_SEE_ORDERS) || access_may(role, MAY_EXCHANGE));
		if (access_may(role, MAY_DELIVER))
			assert_false(access_may(role, MAY_SEE_CLIENTS) || access_may(role, MAY_SEE_ORDERS));
		if (role->corner == CORNER_CONTRACT)
			assert_false(access_may(role, MAY_DECIDE) || access_may(role, MAY_INVESTIGATE));
	}
	assert_null(access_role_named("director"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_right_password_begins_a_session),
		cmocka_unit_test(test_another_password_does_not),
		cmocka_unit_test(test_guessing_gets_slow),
		cmocka_unit_test(test_the_password_tells_the_register),
		cmocka_unit_test(test_a_session_ends_after_twelve_hours),
		cmocka_unit_test(test_a_session_on_the_own_page),
		cmocka_unit_test(test_log_out_ends_one_session),
		cmocka_unit_test(test_others_of_the_account_are_out),
		cmocka_unit_test(test_an_invented_cookie_is_nobody),
		cmocka_unit_test(test_nothing_secret_is_stored),
		cmocka_unit_test(test_a_removed_account_has_no_session),
		cmocka_unit_test(test_a_role_that_is_none_may_nothing),
		cmocka_unit_test(test_a_team_is_its_members),
		cmocka_unit_test(test_a_name_or_else_the_account),
		cmocka_unit_test(test_an_account_stands_once_in_a_register),
		cmocka_unit_test(test_only_people_of_a_provider_have_a_party),
		cmocka_unit_test(test_roles_keep_to_their_corner),
		cmocka_unit_test(test_old_sessions_go), /* the last one: it ends all others' */
	};

	return cmocka_run_group_tests_name("access", tests, set_up, tear_down);
}
