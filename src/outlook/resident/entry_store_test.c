/* SPDX-License-Identifier: EUPL-1.2 */
/* Who comes in with a code, and who does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/access/access.h"
#include "common/document/letter_code.h"
#include "common/journal/store_fixture.h"
#include "common/person/vault.h"
#include "outlook/resident/entry.h"

#define PERSON 12
#define LETTER 40
#define NEW_LETTER 41
#define WRITTEN 42
#define AN_HOUR ((int64_t)3600)

static const struct journal_book book = { 0 };
static const struct moment morning = { 1684137600 };
static const struct db_query add_letter = {
	"add_letter",
	"INSERT INTO document_letter (register_id, person, letter, about, sort, dated, subject, content, "
	"code_mark) VALUES ($1, $2, $3, 1, $4, '2023-05-15', 'x', 'x', $5)"
};

static const struct db_query add_dispatch = {
	"add_dispatch", "INSERT INTO document_dispatch (register_id, person, letter, dispatched_on, how) "
			"VALUES ($1, $2, $3, '2023-05-15', 'post')"
};

static int set_up(void **state)
{
	int result = fixture_open(state, sizeof(struct fixture), &book, date_of(2023, 5, 15), "desk");

	fixture_open_register(*state, 1969);
	return result;
}

static const char *code_of(struct fixture *fixture, int64_t letter)
{
	const char *code;

	assert_int_equal(letter_code_of(&fixture->journal, letter, &code, &fixture->fault), OK);
	return code;
}

static void run(struct fixture *fixture, const struct db_query *query, const struct value *values,
                size_t count)
{
	assert_int_equal(db_begin(fixture->db, &fixture->fault), OK);
	assert_int_equal(db_run(fixture->db, query, values, count, &fixture->fault), OK);
	assert_int_equal(db_commit(fixture->db, &fixture->fault), OK);
}

static void add(struct fixture *fixture, int64_t letter, const char *sort)
{
	const char *mark = "";

	assert_int_equal(
		letter_code_mark(&fixture->journal, code_of(fixture, letter), &mark, &fixture->fault), OK);
	{
		const struct value values[] = { value_number(fixture->journal.register_id),
			                        value_number(PERSON), value_number(letter), value_text(sort),
			                        value_text(mark) };

		run(fixture, &add_letter, values, COUNT(values));
	}
}

static void send(struct fixture *fixture, int64_t letter, const char *sort)
{
	const struct value values[] = { value_number(fixture->journal.register_id), value_number(PERSON),
		                        value_number(letter) };

	add(fixture, letter, sort);
	run(fixture, &add_dispatch, values, COUNT(values));
}

/* Comes in at the moment, committed as the site does; the session's person, 0 when refused. */
static int64_t enter(struct fixture *fixture, const char *code, struct date born, int64_t after,
                     enum status *ret_status)
{
	const struct entry_tried tried = { code, born, { morning.seconds + after } };
	struct access_session session = { 0 };
	const char *cookie = NULL;

	*ret_status = entry_try(fixture->db, &tried, fixture->arena, &cookie, &fixture->fault);
	if (db_is_writing(fixture->db))
		assert_int_equal(db_commit(fixture->db, &fixture->fault), OK);
	if (*ret_status != OK)
		return 0;
	assert_int_equal(
		access_session(fixture->db, cookie, tried.at, fixture->arena, &session, &fixture->fault), OK);
	return session.person;
}

static void the_code_of_a_letter(void **state)
{
	struct fixture *fixture = *state;
	const struct identity anna = { .surname = "Voorbeeld", .born = date_of(1941, 2, 28) };
	const char *code = code_of(fixture, LETTER);

	assert_int_equal(vault_add(&fixture->journal, PERSON, &anna, &fixture->findings, &fixture->fault),
	                 OK);
	send(fixture, LETTER, "decision");
	assert_int_equal(strlen(code), LETTER_CODE_SIZE - 1);
	assert_string_equal(code_of(fixture, LETTER), code);
	assert_string_not_equal(code_of(fixture, NEW_LETTER), code);
	assert_string_equal(letter_code_plain("cdfg hjkm\xe2\x80\x93"
	                                      "3467",
	                                      fixture->arena),
	                    "CDFG-HJKM-3467");
	assert_null(letter_code_plain("CDFG-HJKM-346", fixture->arena));
	assert_null(letter_code_plain("CDFG-HJKM-34677", fixture->arena));
	assert_null(letter_code_plain("CDFG-HJKM-346O", fixture->arena));
	assert_null(letter_code_plain("", fixture->arena));
}

static void comes_in_with_the_birth_date(void **state)
{
	struct fixture *fixture = *state;
	enum status status;

	assert_int_equal(enter(fixture, code_of(fixture, LETTER), date_of(1941, 2, 28), 0, &status), PERSON);
	assert_int_equal(enter(fixture, code_of(fixture, LETTER), date_of(1941, 2, 27), 0, &status), 0);
	assert_int_equal(status, NOT_FOUND);
	assert_int_equal(enter(fixture, "CDFG-HJKM-3467", date_of(1941, 2, 28), 0, &status), 0);
	assert_int_equal(status, NOT_FOUND);
}

/* Waiting alone is no lock: an hour after each wrong one the next may be tried, but not for ever. */
static void twenty_wrong_birth_dates_wear_a_code_out(void **state)
{
	struct fixture *fixture = *state;
	const char *code = code_of(fixture, LETTER);
	int64_t at = AN_HOUR;
	enum status status;

	assert_int_equal(enter(fixture, code, date_of(1941, 2, 28), at, &status), PERSON);
	for (int i = 0; i < ENTRY_WRONG_MAX; i++) {
		at += 2 * AN_HOUR;
		assert_int_equal(enter(fixture, code, date_of(1950, 1, 1), at, &status), 0);
		assert_int_equal(status, NOT_FOUND);
	}
	at += 2 * AN_HOUR;
	assert_int_equal(enter(fixture, code, date_of(1941, 2, 28), at, &status), 0);
	assert_int_equal(status, NOT_FOUND);
}

static void a_letter_with_a_new_code_ends_those_before_it(void **state)
{
	struct fixture *fixture = *state;
	int64_t at = 1000 * AN_HOUR;
	enum status status;

	send(fixture, NEW_LETTER, "code");
	assert_int_equal(enter(fixture, code_of(fixture, NEW_LETTER), date_of(1941, 2, 28), at, &status),
	                 PERSON);
	assert_int_equal(enter(fixture, code_of(fixture, LETTER), date_of(1941, 2, 28), at, &status), 0);
}

/* On paper until it leaves; from then on it opens, and is not printed again. */
static void a_letter_has_its_code_until_it_leaves(void **state)
{
	struct fixture *fixture = *state;
	const struct value values[] = { value_number(fixture->journal.register_id), value_number(PERSON),
		                        value_number(WRITTEN) };
	int64_t at = 2000 * AN_HOUR;
	const char *shown;
	enum status status;

	add(fixture, WRITTEN, "general");
	assert_int_equal(letter_code_shown(&fixture->journal, WRITTEN, &shown, &fixture->fault), OK);
	assert_string_equal(shown, code_of(fixture, WRITTEN));
	assert_int_equal(enter(fixture, shown, date_of(1941, 2, 28), at, &status), 0);
	assert_int_equal(status, NOT_FOUND);
	run(fixture, &add_dispatch, values, COUNT(values));
	assert_int_equal(enter(fixture, shown, date_of(1941, 2, 28), at, &status), PERSON);
	assert_int_equal(letter_code_shown(&fixture->journal, WRITTEN, &shown, &fixture->fault), OK);
	assert_string_equal(shown, "");
}

/* Who died has no page: not with a code, nor in a session that goes on. */
static void death_ends_codes(void **state)
{
	struct fixture *fixture = *state;
	enum status status;

	assert_int_equal(vault_set_died(&fixture->journal, PERSON, "20230514", &fixture->fault), OK);
	assert_int_equal(
		enter(fixture, code_of(fixture, NEW_LETTER), date_of(1941, 2, 28), 3000 * AN_HOUR, &status),
		0);
	assert_int_equal(status, NOT_FOUND);
	assert_int_equal(
		access_entry_holds(fixture->db, fixture->journal.register_id, NEW_LETTER, &fixture->fault),
		NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_code_of_a_letter),
		cmocka_unit_test(comes_in_with_the_birth_date),
		cmocka_unit_test(twenty_wrong_birth_dates_wear_a_code_out),
		cmocka_unit_test(a_letter_with_a_new_code_ends_those_before_it),
		cmocka_unit_test(a_letter_has_its_code_until_it_leaves),
		cmocka_unit_test(death_ends_codes),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
