/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/journal/book.h"
#include "common/journal/history.h"
#include "common/journal/rebuild.h"
#include "common/journal/register.h"
#include "common/journal/store_fixture.h"
#include "common/journal/task.h"
#include "platform/db/migrate.h"

#define WRITERS 4
#define FACTS_EACH 20

/* --- a slice of two acts and a notice, with one table --- */

static const struct db_query make_rows = {
	"make_rows",
	"CREATE TABLE test_row (register_id BIGINT, fact BIGINT, words TEXT, PRIMARY KEY (register_id, fact))"
};
static const struct db_query add_row = { "add_row", "INSERT INTO test_row VALUES ($1, $2, $3)" };
static const struct db_query plant_row = { "plant_row",
	                                   "INSERT INTO test_row VALUES ($1, $2, 'from nowhere')" };
static const struct db_query count_rows = { "count_rows",
	                                    "SELECT COUNT(*) FROM test_row WHERE register_id = $1" };
static const struct db_query change_body = {
	"change_body", "UPDATE journal_fact SET body = '{}' WHERE register_id = $1 AND fact = $2"
};
static const struct db_query change_account = {
	"change_account", "UPDATE journal_fact SET account = 'other' WHERE register_id = $1 AND fact = $2"
};
static const struct db_query remove_fact = {
	"remove_fact", "DELETE FROM journal_fact WHERE register_id = $1 AND fact = $2"
};
static const struct db_query count_twee = {
	"count_twee",
	"SELECT COUNT(*) FROM journal_fact WHERE register_id = $1 AND fact = $2 AND why = 'daarom' "
	"AND body = '{\"person\":7,\"words\":\"twee\"}'"
};
static const struct db_query count_causes = {
	"count_causes", "SELECT COUNT(*) FROM journal_fact WHERE register_id = $1 AND cause = $2"
};

struct note {
	int64_t person;
	const char *words;
	bool is_odd; /* at the door */
};
static const struct field note_fields[] = {
	FIELD(struct note, person),
	FIELD(struct note, words, .label = "Woorden", .required = true, .max_chars = 2000000),
};
static const struct record note_record = RECORD(struct note, "note", note_fields);

static enum status prepare_note(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct note *note = fact->item;

	(void)journal, (void)findings, (void)fault;
	fact->person = note->person;
	note->is_odd = strcmp(note->words, "odd") == 0;
	return OK;
}

static bool is_not_odd(const void *item)
{
	return !((const struct note *)item)->is_odd;
}

static const struct journal_rule note_rules[] = {
	{ "note-odd", "words", "Dit is een vreemd woord.", "", is_not_odd },
};

static enum status apply_note(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->fact),
		                        value_text(((const struct note *)fact->item)->words) };

	(void)arena;
	return db_run(db, &add_row, values, COUNT(values), fault);
}

#define NOTE_KIND(name_, sort_, ...)                                                                         \
	{                                                                                                    \
		.name = (name_), .title = (name_), .done = (name_), .sort = (sort_), .record = &note_record, \
		.prepare = prepare_note, .rules = note_rules, .rules_count = COUNT(note_rules), __VA_ARGS__  \
	}
static const struct journal_kind act_kind = NOTE_KIND("act", KIND_ACT, .apply = apply_note);
static const struct journal_kind notice_kind = NOTE_KIND("notice", KIND_NOTICE, .apply = apply_note);
static const struct journal_kind strict_kind = NOTE_KIND("strict", KIND_ACT, .apply = NULL);
static const struct journal_kind mild_kind = NOTE_KIND("mild", KIND_ACT, .apply = NULL);
static const struct journal_kind follow_kind = NOTE_KIND("follow", KIND_ACT, .apply = apply_note);
static const struct journal_kind solve_kind = NOTE_KIND("solve", KIND_ACT, .ends_task = "note-odd");
static const struct journal_kind *const kinds[] = { &act_kind,  &notice_kind, &strict_kind,
	                                            &mild_kind, &follow_kind, &solve_kind };

/* "none" follows not at all; "then odd" is followed by what is refused. */
static enum status build_follow(struct journal *journal, const struct journal_fact *cause, void *item,
                                bool *ret_follows, struct fault *fault)
{
	const struct note *note = cause->item;

	(void)journal, (void)fault;
	*ret_follows = strcmp(note->words, "none") != 0;
	*(struct note *)item =
		(struct note){ .person = note->person,
		               .words = strcmp(note->words, "then odd") == 0 ? "odd" : "fine" };
	return OK;
}

static const struct journal_reaction reactions[] = {
	{ &act_kind, &solve_kind, true, NULL },
	{ &strict_kind, &follow_kind, true, build_follow },
	{ &mild_kind, &follow_kind, false, build_follow },
};
static const struct journal_todo todos[] = { { "note-odd", CORNER_COMMON, MAY_REPORT, "Kijk ernaar.", "/" } };
static const char *const derived_tables[] = { "test_row", "journal_task" };
static const struct journal_book book = {
	.kinds = kinds,
	.kinds_count = COUNT(kinds),
	.reactions = reactions,
	.reactions_count = COUNT(reactions),
	.todos = todos,
	.todos_count = COUNT(todos),
	.derived_tables = derived_tables,
	.derived_tables_count = COUNT(derived_tables),
};

/* --- a register for each test --- */

static struct db *open_database(void)
{
	struct db *db = NULL;
	struct fault fault = { 0 };

	if (db_open(getenv("TEST_DATABASE"), &db, &fault) != OK)
		fail_msg("%s", fault.words);
	return db;
}

static int set_up(void **state)
{
	struct fixture *fixture;

	(void)fixture_open(state, sizeof(struct fixture), &book, date_of(2023, 5, 15), "desk");
	fixture = *state;
	fixture_must(fixture, db_run(fixture->db, &make_rows, NULL, 0, &fixture->fault));
	return 0;
}

/* The status of an append; the fact's number in ret_fact, when there is one. */
static enum status try_append(struct fixture *fixture, const struct journal_kind *kind, const char *words,
                              int64_t *ret_fact)
{
	struct note *note = ARENA_NEW(fixture->arena, struct note);

	*note = (struct note){ .person = 7, .words = words };
	fixture->journal.why = "daarom";
	return journal_append(&fixture->journal, kind, note, &fixture->findings, ret_fact, &fixture->fault);
}

static int64_t append(struct fixture *fixture, const struct journal_kind *kind, const char *words)
{
	int64_t fact = 0;
	enum status status = try_append(fixture, kind, words, &fact);

	if (status != OK)
		fail_msg("status %d: %s", status, status == FINDINGS ? "findings" : fixture->fault.words);
	return fact;
}

static struct journal_head head(struct fixture *fixture)
{
	struct journal_head head = { 0 };

	assert_int_equal(journal_head(fixture->db, fixture->journal.register_id, fixture->arena, &head,
	                              &fixture->fault),
	                 OK);
	return head;
}

static int64_t number_from(struct fixture *fixture, const struct db_query *query, int64_t second,
                           size_t count)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(fixture->journal.register_id), value_number(second) };

	if (db_one(fixture->db, query, values, count, &rows, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	return db_number(&rows, 0);
}

static int64_t rows_of(struct fixture *fixture)
{
	return number_from(fixture, &count_rows, 0, 1);
}

static int64_t violations(struct fixture *fixture, const struct journal_head *known)
{
	int64_t count = -1;

	if (journal_verify_chain(fixture->db, fixture->journal.register_id, known, &count, &fixture->fault) !=
	    OK)
		fail_msg("%s", fixture->fault.words);
	return count;
}

static struct records tasks(struct fixture *fixture)
{
	const struct journal_tasks_asked all = { CORNER_COMMON, ~0U, 0, 0, { 0 } };
	struct records tasks;

	if (journal_tasks(&fixture->journal, &all, &tasks, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	return tasks;
}

static void damage(struct fixture *fixture, const struct db_query *how, int64_t fact)
{
	const struct value values[] = { value_number(fixture->journal.register_id), value_number(fact) };

	if (db_run(fixture->db, how, values, COUNT(values), &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

/* --- the door --- */

static void test_a_fact_is_stored(void **state)
{
	struct fixture *fixture = *state;
	struct records lines;
	const struct journal_line *line;

	assert_int_equal(append(fixture, &notice_kind, "een"), 1);
	assert_int_equal(append(fixture, &notice_kind, "twee"), 2);
	assert_int_equal(rows_of(fixture), 2);
	assert_int_equal(head(fixture).fact, 2);
	assert_int_equal(journal_of_person(&fixture->journal, 7, (struct date){ 0 }, &lines, &fixture->fault),
	                 OK);
	assert_int_equal(lines.count, 2);
	line = lines.items;
	assert_int_equal(line->fact, 2);
	assert_string_equal(line->kind, "notice");
	assert_string_equal(line->name, "desk");
	assert_int_equal(number_from(fixture, &count_twee, 2, 2), 1);
	assert_int_equal(line->valid_on.day, fixture->clock.fixed_day.day);
	assert_int_equal(violations(fixture, NULL), 0);
}

static void test_a_refused_act_leaves_nothing(void **state)
{
	struct fixture *fixture = *state;
	int64_t fact = 0;

	(void)append(fixture, &notice_kind, "een");
	assert_int_equal(try_append(fixture, &act_kind, "odd", &fact), FINDINGS);
	assert_int_equal(fixture->findings.count, 1);
	assert_string_equal(fixture->findings.items[0].code, "note-odd");
	assert_string_equal(fixture->findings.items[0].field, "words");
	assert_int_equal(fact, 0);
	assert_int_equal(head(fixture).fact, 1);
	assert_int_equal(rows_of(fixture), 1);
	assert_int_equal(append(fixture, &notice_kind, "twee"), 2); /* no number is lost */
}

static void test_a_required_field_is_asked(void **state)
{
	struct fixture *fixture = *state;
	int64_t fact;

	assert_int_equal(try_append(fixture, &notice_kind, NULL, &fact), FINDINGS);
	assert_string_equal(fixture->findings.items[0].field, "words");
	assert_int_equal(head(fixture).fact, 0);
}

static void test_a_fact_too_large_is_refused(void **state)
{
	struct fixture *fixture = *state;
	char *words = arena_take(fixture->arena, (size_t)1024 * 1024 + 1);
	int64_t fact;

	memset(words, 'a', (size_t)1024 * 1024);
	assert_int_equal(try_append(fixture, &notice_kind, words, &fact), FAILED);
	assert_int_equal(head(fixture).fact, 0);
	assert_int_equal(rows_of(fixture), 0);
}

static void test_an_unknown_register_is_said(void **state)
{
	struct fixture *fixture = *state;
	int64_t fact, register_id = fixture->journal.register_id;

	fixture->journal.register_id = 404;
	assert_int_equal(try_append(fixture, &notice_kind, "een", &fact), FAILED);
	fixture->journal.register_id = register_id;
	assert_non_null(strstr(fixture->fault.words, "404"));
	assert_int_equal(journal_open_register(fixture->db, register_id, "Nog eens", (struct date){ 0 },
	                                       &fixture->fault),
	                 FAILED);
}

static void test_inside_a_transaction_of_the_caller(void **state)
{
	struct fixture *fixture = *state;
	int64_t fact;

	assert_int_equal(db_begin(fixture->db, &fixture->fault), OK);
	(void)append(fixture, &notice_kind, "een");
	assert_int_equal(try_append(fixture, &act_kind, "odd", &fact), FINDINGS);
	assert_int_equal(append(fixture, &notice_kind, "twee"), 2);
	assert_int_equal(db_commit(fixture->db, &fixture->fault), OK);
	assert_int_equal(rows_of(fixture), 2);
	assert_int_equal(violations(fixture, NULL), 0);
	assert_int_equal(db_begin(fixture->db, &fixture->fault), OK);
	assert_int_equal(append(fixture, &notice_kind, "drie"), 3);
	db_rollback(fixture->db);
	assert_int_equal(head(fixture).fact, 2);
}

/* --- reactions --- */

static void test_what_must_follow_follows(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(append(fixture, &act_kind, "een"),
	                 1); /* its fields are carried over to the kind solve */
	assert_int_equal(head(fixture).fact, 2);
	assert_int_equal(number_from(fixture, &count_causes, 1, 2), 2);
	assert_int_equal(append(fixture, &strict_kind, "none"), 3);
	assert_int_equal(head(fixture).fact, 3);
	assert_int_equal(append(fixture, &strict_kind, "een"), 4);
	assert_int_equal(head(fixture).fact, 5);
	assert_int_equal(violations(fixture, NULL), 0);
}

static void test_what_must_follow_and_is_refused(void **state)
{
	struct fixture *fixture = *state;
	int64_t fact;

	assert_int_equal(try_append(fixture, &strict_kind, "then odd", &fact), FINDINGS);
	assert_string_equal(fixture->findings.items[0].code, "note-odd");
	assert_int_equal(head(fixture).fact, 0);
}

static void test_what_may_follow_and_is_refused(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(append(fixture, &mild_kind, "fine"), 1);
	assert_int_equal(rows_of(fixture), 1);
	assert_int_equal(append(fixture, &mild_kind, "then odd"), 3);
	assert_int_equal(fixture->findings.count, 0); /* nobody has to change anything now */
	assert_int_equal(rows_of(fixture), 1);
	assert_int_equal(tasks(fixture).count, 1);
	assert_string_equal(((const struct journal_task *)tasks(fixture).items)->code, "note-odd");
	assert_int_equal(head(fixture).fact, 4);
	assert_int_equal(violations(fixture, NULL), 0);
}

static void test_a_book_without_circles(void **state)
{
	static const struct journal_kind *const doubled[] = { &act_kind, &notice_kind, &act_kind };
	static const struct journal_reaction backwards[] = { { &follow_kind, &act_kind, true, NULL } };
	static const struct journal_reaction itself[] = { { &act_kind, &act_kind, true, NULL } };
	static const struct journal_reaction nowhere[] = { { &act_kind, &strict_kind, true, NULL } };
	const struct journal_kind twin = act_kind;
	const struct journal_kind *const twins[] = { &act_kind, &twin };
	const struct {
		struct journal_book book;
		const char *words;
	} books[] = {
		{ { kinds, 6, NULL, 0, backwards, 1, todos, 1, NULL, 0 }, "stands before it" },
		{ { kinds, 6, NULL, 0, itself, 1, todos, 1, NULL, 0 }, "stands before it" },
		{ { kinds, 2, NULL, 0, nowhere, 1, todos, 1, NULL, 0 }, "an unknown kind" },
		{ { twins, 2, NULL, 0, NULL, 0, todos, 1, NULL, 0 }, "stands in the book twice" },
		{ { doubled, 3, NULL, 0, NULL, 0, todos, 1, NULL, 0 }, "stands in the book twice" },
		{ { kinds, 2, NULL, 0, NULL, 0, NULL, 0, NULL, 0 }, "note-odd of notice leaves a task" },
		{ { &kinds[3], 2, NULL, 0, &reactions[2], 1, NULL, 0, NULL, 0 }, "note-odd of follow" },
	};
	struct fault fault;

	(void)state;
	assert_int_equal(journal_check_book(&book, &fault), OK);
	for (size_t i = 0; i < COUNT(books); i++) {
		assert_int_equal(journal_check_book(&books[i].book, &fault), FAILED);
		assert_non_null(strstr(fault.words, books[i].words));
	}
}

/* --- the chain --- */

static void append_three(struct fixture *fixture)
{
	(void)append(fixture, &notice_kind, "een");
	(void)append(fixture, &notice_kind, "twee");
	(void)append(fixture, &notice_kind, "drie");
	assert_int_equal(violations(fixture, NULL), 0);
}

static void test_a_changed_fact_is_found(void **state)
{
	append_three(*state);
	damage(*state, &change_body, 2);
	assert_int_equal(violations(*state, NULL), 1);
	damage(*state, &change_account, 1);
	assert_int_equal(violations(*state, NULL), 2);
}

static void test_a_missing_fact_is_found(void **state)
{
	append_three(*state);
	damage(*state, &remove_fact, 3); /* the last one */
	assert_int_equal(violations(*state, NULL), 1);
	damage(*state, &remove_fact, 1);
	assert_int_equal(violations(*state, NULL), 2);
}

static void test_a_known_head_is_met(void **state)
{
	struct fixture *fixture = *state;
	struct journal_head known, other;

	append_three(fixture);
	known = head(fixture);
	(void)append(fixture, &notice_kind, "vier");
	assert_int_equal(violations(fixture, &known), 0);
	other = (struct journal_head){ 3, head(fixture).chain };
	assert_int_equal(violations(fixture, &other), 1);
	other = (struct journal_head){ 99, known.chain };
	assert_int_equal(violations(fixture, &other), 1);
}

/* --- rebuild --- */

static bool count_progress(void *context, int64_t facts)
{
	*(int64_t *)context = facts;
	return true;
}

static const char *rebuilt_difference(struct fixture *fixture)
{
	CLEANUP(db_closep) struct db *side = NULL;
	const char *difference = NULL;
	int64_t progress = 0;
	enum status status = db_open_side(fixture->db, &side, &fixture->fault);

	if (status == OK)
		status = db_migrate(side, &fixture->fault);
	if (status == OK)
		status = db_run(side, &make_rows, NULL, 0, &fixture->fault);
	if (status == OK)
		status = db_begin_read(fixture->db, &fixture->fault);
	if (status == OK)
		status =
			journal_rebuild(fixture->db, side, &book, count_progress, &progress, &fixture->fault);
	for (size_t i = 0; status == OK && difference == NULL && i < COUNT(derived_tables); i++)
		status = db_compare_table(fixture->db, side, derived_tables[i], fixture->arena, &difference,
		                          &fixture->fault);
	db_rollback(fixture->db);
	if (status != OK)
		fail_msg("%s", fixture->fault.words);
	return difference;
}

/* Over the facts of all registers, so this one goes before those that are damaged. */
static void test_tables_follow_from_facts(void **state)
{
	struct fixture *fixture = *state;

	(void)append(fixture, &notice_kind, "odd");
	(void)append(fixture, &mild_kind, "then odd");
	(void)append(fixture, &act_kind, "een");
	(void)append(fixture, &notice_kind, "odd");
	assert_int_equal(tasks(fixture).count, 1);
	assert_null(rebuilt_difference(fixture));
	damage(fixture, &plant_row, 1000);
	assert_non_null(strstr(rebuilt_difference(fixture), "test_row"));
}

/* --- many at once --- */

static void append_some(int64_t register_id)
{
	struct fixture fixture = { .arena = arena_new((size_t)64 * 1024 * 1024), .db = open_database() };
	int64_t fact;

	fixture.findings = findings_new(fixture.arena, "nl");
	fixture.journal = (struct journal){ .db = fixture.db,
		                            .clock = &fixture.clock,
		                            .book = &book,
		                            .arena = fixture.arena,
		                            .language = "nl",
		                            .register_id = register_id,
		                            .account = "writer" };
	for (int i = 0; i < FACTS_EACH; i++)
		if (try_append(&fixture, i % 2 == 0 ? &notice_kind : &strict_kind, "een", &fact) != OK)
			_exit(1);
	_exit(0);
}

static void test_writers_at_once_keep_one_chain(void **state)
{
	struct fixture *fixture = *state;
	int ended;

	for (int i = 0; i < WRITERS; i++)
		if (fork() == 0)
			append_some(fixture->journal.register_id);
	for (int i = 0; i < WRITERS; i++) {
		assert_true(wait(&ended) > 0);
		assert_int_equal(ended, 0);
	}
	assert_int_equal(head(fixture).fact, WRITERS * FACTS_EACH * 3 / 2);
	assert_int_equal(violations(fixture, NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_tables_follow_from_facts, fixture_next_register),
		cmocka_unit_test_setup(test_a_fact_is_stored, fixture_next_register),
		cmocka_unit_test_setup(test_a_refused_act_leaves_nothing, fixture_next_register),
		cmocka_unit_test_setup(test_a_required_field_is_asked, fixture_next_register),
		cmocka_unit_test_setup(test_a_fact_too_large_is_refused, fixture_next_register),
		cmocka_unit_test_setup(test_an_unknown_register_is_said, fixture_next_register),
		cmocka_unit_test_setup(test_inside_a_transaction_of_the_caller, fixture_next_register),
		cmocka_unit_test_setup(test_what_must_follow_follows, fixture_next_register),
		cmocka_unit_test_setup(test_what_must_follow_and_is_refused, fixture_next_register),
		cmocka_unit_test_setup(test_what_may_follow_and_is_refused, fixture_next_register),
		cmocka_unit_test(test_a_book_without_circles),
		cmocka_unit_test_setup(test_a_changed_fact_is_found, fixture_next_register),
		cmocka_unit_test_setup(test_a_missing_fact_is_found, fixture_next_register),
		cmocka_unit_test_setup(test_a_known_head_is_met, fixture_next_register),
		cmocka_unit_test_setup(test_writers_at_once_keep_one_chain, fixture_next_register),
	};

	return cmocka_run_group_tests_name("journal", tests, set_up, fixture_close);
}
