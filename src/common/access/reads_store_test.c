/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/access/access.h"
#include "common/access/reads.h"
#include "platform/db/migrate.h"

#define HERE 1969

struct fixture {
	struct arena *arena;
	struct db *db;
	struct reads reads; /* of this process */
	int64_t person;     /* another one for each test */
	struct fault fault;
};

static const struct access_account anna = { HERE, "anna", "Anna Achternaam", "desk", "", "" };
static const struct access_account pia = { HERE, "pia", "Pia Planner", "provider", "", "miep" };

static struct db *open_database(void)
{
	struct db *db = NULL;
	struct fault fault = { 0 };

	if (db_open(getenv("TEST_DATABASE"), &db, &fault) != OK)
		fail_msg("%s", fault.words);
	return db;
}

static void open_reads(struct fixture *fixture)
{
	if (reads_open(&fixture->reads, fixture->db, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)256 * 1024 * 1024);
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);

	fixture->arena = arena;
	fixture->db = open_database();
	*state = fixture;
	if (db_migrate(fixture->db, &fixture->fault) != OK ||
	    access_add_account(fixture->db, &anna, "geheim", arena, &fixture->fault) != OK ||
	    access_add_account(fixture->db, &pia, "geheim", arena, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	open_reads(fixture);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	reads_close(&fixture->reads);
	db_close(fixture->db);
	arena_free(fixture->arena);
	return 0;
}

static int next_person(void **state)
{
	((struct fixture *)*state)->person++;
	return 0;
}

static void note(struct fixture *fixture, int64_t seconds, const char *account, const char *page)
{
	reads_note(&fixture->reads, HERE, fixture->person, (struct moment){ seconds }, account, page);
}

static void flush(struct fixture *fixture)
{
	if (reads_flush(&fixture->reads, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

static void fold(struct fixture *fixture)
{
	if (reads_fold(fixture->db, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

/* The lines about this test's person; count must be right. */
static const struct read_line *lines(struct fixture *fixture, size_t count)
{
	const struct reads_asked asked = { .register_id = HERE, .person = fixture->person };
	struct records records;

	if (reads_of(fixture->db, &asked, fixture->arena, &records, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	assert_int_equal(records.count, count);
	return records.items;
}

static int files_left(struct fixture *fixture)
{
	DIR *entries = opendir(fixture->reads.directory);
	int count = 0;

	for (struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries))
		count += entry->d_name[0] != '.';
	(void)closedir(entries);
	return count;
}

static int64_t unreadable(struct fixture *fixture)
{
	int64_t files = -1;

	assert_int_equal(reads_unreadable(fixture->db, &files, &fixture->fault), OK);
	return files;
}

static void test_a_line_is_there_after_the_flush(void **state)
{
	struct fixture *fixture = *state;
	const struct read_line *line;

	note(fixture, 100, "anna", "/clients/N");
	(void)lines(fixture, 0);
	flush(fixture);
	line = lines(fixture, 1);
	assert_int_equal(line->read_at.seconds, 100);
	assert_string_equal(line->account, "anna");
	assert_string_equal(line->name, "Anna Achternaam");
	assert_string_equal(line->page, "/clients/N");
	flush(fixture); /* nothing more to write */
	(void)lines(fixture, 1);
}

static void test_folding_changes_nothing_for_the_reader(void **state)
{
	struct fixture *fixture = *state;

	note(fixture, 100, "anna", "/first");
	flush(fixture);
	fold(fixture);
	(void)lines(fixture, 1);
	note(fixture, 200, "anna", "/second");
	note(fixture, 200, "anna", "/third");
	flush(fixture);
	assert_string_equal(lines(fixture, 3)[0].page, "/third");
	assert_string_equal(lines(fixture, 3)[2].page, "/first");
	fold(fixture);
	fold(fixture);
	assert_string_equal(lines(fixture, 3)[0].page, "/third");
	assert_string_equal(lines(fixture, 3)[0].name, "Anna Achternaam");
	assert_true(files_left(fixture) >= 1); /* ours is still being written */
}

/* The resident sees which organisation looked, before and after the line is in the database. */
static void test_a_reader_of_a_provider_has_its_party(void **state)
{
	struct fixture *fixture = *state;

	note(fixture, 100, "pia", "delivery");
	note(fixture, 200, "anna", "client");
	flush(fixture);
	for (int times = 0; times < 2; times++) {
		assert_string_equal(lines(fixture, 2)[0].organisation, "");
		assert_string_equal(lines(fixture, 2)[1].name, "Pia Planner");
		assert_string_equal(lines(fixture, 2)[1].organisation, "miep");
		fold(fixture);
	}
}

static void test_only_this_person_in_this_register(void **state)
{
	struct fixture *fixture = *state;

	reads_note(&fixture->reads, HERE, fixture->person + 1000, (struct moment){ 1 }, "anna", "/other");
	reads_note(&fixture->reads, HERE + 1, fixture->person, (struct moment){ 1 }, "anna", "/elsewhere");
	flush(fixture);
	(void)lines(fixture, 0);
	fold(fixture);
	(void)lines(fixture, 0);
}

static void test_the_hundred_newest(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 1; i <= 150; i++)
		note(fixture, i, "anna", "/page");
	flush(fixture);
	assert_int_equal(lines(fixture, 100)[0].read_at.seconds, 150);
	fold(fixture);
	for (int i = 151; i <= 160; i++)
		note(fixture, i, "anna", "/page");
	flush(fixture);
	assert_int_equal(lines(fixture, 100)[0].read_at.seconds, 160);
	assert_int_equal(lines(fixture, 100)[99].read_at.seconds, 61);
}

static void test_long_and_odd_words_are_kept(void **state)
{
	struct fixture *fixture = *state;
	char account[300];

	memset(account, 'a', sizeof(account) - 1);
	account[sizeof(account) - 1] = '\0';
	note(fixture, 1, account,
	     "/a/very/long/route/that/goes/on/and/on/and/on/and/on/and/on/and/on/until/its/end");
	note(fixture, 2, "jan de groot", "/page");
	note(fixture, 3, "anna", "/page");
	flush(fixture);
	fold(fixture);
	assert_string_equal(lines(fixture, 3)[2].account, account);
	assert_string_equal(lines(fixture, 3)[1].account, "jan de groot");
	assert_int_equal(unreadable(fixture), 0);
}

static void test_a_full_file_is_followed_by_another(void **state)
{
	struct fixture *fixture = *state;
	int before = files_left(fixture);

	for (int part = 0; part < 5; part++) {
		for (int i = 0; i < 20000; i++)
			reads_note(&fixture->reads, HERE, 0, (struct moment){ 1700000000 }, "anna",
			           "/list/of/people/with/words");
		note(fixture, part, "anna", "/page");
		flush(fixture);
	}
	assert_true(files_left(fixture) > before);
	(void)lines(fixture, 5);
	fold(fixture);
	(void)lines(fixture, 5);
	assert_int_equal(files_left(fixture), before); /* the full ones went */
}

/* Writes lines as another process does, then ends without closing anything. */
static void write_and_die(int64_t person, int count)
{
	struct reads reads;
	struct fault fault;

	if (reads_open(&reads, open_database(), &fault) != OK)
		_exit(1);
	for (int i = 0; i < count; i++) {
		reads_note(&reads, HERE, person, (struct moment){ 1000 + i }, "anna", "/page");
		if (reads_flush(&reads, &fault) != OK)
			_exit(1);
	}
	reads_note(&reads, HERE, person, (struct moment){ 5 }, "anna", "/not/answered");
	(void)kill(getpid(), SIGKILL);
}

static void wait_for(int count)
{
	int ended;

	for (int i = 0; i < count; i++) {
		assert_true(wait(&ended) > 0);
		assert_true(WIFSIGNALED(ended) || WEXITSTATUS(ended) == 0);
	}
}

static void test_what_a_dead_process_wrote_is_kept(void **state)
{
	struct fixture *fixture = *state;
	int before = files_left(fixture);

	for (int i = 0; i < 3; i++)
		if (fork() == 0)
			write_and_die(fixture->person, 10);
	wait_for(3);
	assert_int_equal(files_left(fixture), before + 3);
	(void)lines(fixture, 30);
	fold(fixture);
	(void)lines(fixture, 30);
	assert_int_equal(files_left(fixture), before);
}

/* Two take lines out while two others write and die: every line is there once. */
static void test_writers_and_folders_at_once(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 0; i < 8; i++)
		if (fork() == 0)
			write_and_die(fixture->person, 10);
	for (int i = 0; i < 2; i++)
		if (fork() == 0) {
			struct db *db = open_database();
			struct fault fault;
			int status = 0;

			for (int turn = 0; turn < 30; turn++)
				status |= (int)reads_fold(db, &fault);
			_exit(status);
		}
	wait_for(10);
	fold(fixture);
	(void)lines(fixture, 80);
}

static void plant_file(struct fixture *fixture, const char *content)
{
	const char *path = arena_print(fixture->arena, "%s/planted", fixture->reads.directory);
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	(void)fputs(content, file);
	(void)fclose(file);
}

static void test_half_a_line_was_never_answered(void **state)
{
	struct fixture *fixture = *state;
	int before = files_left(fixture);

	plant_file(fixture, arena_print(fixture->arena, "%d %lld 10 anna /page\n%d %lld 11 an", HERE,
	                                (long long)fixture->person, HERE, (long long)fixture->person));
	assert_int_equal(unreadable(fixture), 0);
	fold(fixture);
	(void)lines(fixture, 1);
	assert_int_equal(files_left(fixture), before);
}

static void test_what_cannot_be_read_stays(void **state)
{
	struct fixture *fixture = *state;
	int before = files_left(fixture);

	plant_file(fixture,
	           arena_print(fixture->arena, "%d %lld 10 anna /page\nnonsense\n%d %lld 11 anna /page\n",
	                       HERE, (long long)fixture->person, HERE, (long long)fixture->person));
	assert_int_equal(unreadable(fixture), 1);
	fold(fixture);
	(void)lines(fixture, 1);
	assert_int_equal(files_left(fixture), before + 1);
	assert_int_equal(unreadable(fixture), 1);
	plant_file(fixture, "");
	fold(fixture);
	assert_int_equal(files_left(fixture), before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_a_line_is_there_after_the_flush, next_person),
		cmocka_unit_test_setup(test_folding_changes_nothing_for_the_reader, next_person),
		cmocka_unit_test_setup(test_a_reader_of_a_provider_has_its_party, next_person),
		cmocka_unit_test_setup(test_only_this_person_in_this_register, next_person),
		cmocka_unit_test_setup(test_the_hundred_newest, next_person),
		cmocka_unit_test_setup(test_long_and_odd_words_are_kept, next_person),
		cmocka_unit_test_setup(test_a_full_file_is_followed_by_another, next_person),
		cmocka_unit_test_setup(test_what_a_dead_process_wrote_is_kept, next_person),
		cmocka_unit_test_setup(test_writers_and_folders_at_once, next_person),
		cmocka_unit_test_setup(test_half_a_line_was_never_answered, next_person),
		cmocka_unit_test_setup(test_what_cannot_be_read_stays, next_person),
	};

	return cmocka_run_group_tests_name("reads", tests, set_up, tear_down);
}
