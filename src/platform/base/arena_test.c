/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/arena.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define LIMIT_BYTES ((size_t)1024 * 1024)

static void test_memory_is_zeroed_and_aligned(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LIMIT_BYTES);

	(void)state;
	for (size_t size = 1; size < 300; size++) {
		unsigned char *bytes = arena_take(arena, size);

		assert_int_equal((uintptr_t)bytes % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(bytes[i], 0);
		memset(bytes, 0xAA, size);
	}
}

/* What was handed out before stays where it is, also when a request gets a block of its own. */
static void test_blocks_do_not_move(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LIMIT_BYTES);
	char *first = arena_copy(arena, "eerste");
	char *large = arena_take(arena, 100000);
	char *last = arena_copy(arena, "laatste");

	(void)state;
	memset(large, 'x', 100000);
	assert_string_equal(first, "eerste");
	assert_string_equal(last, "laatste");
}

static void test_clear_gives_the_room_back(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LIMIT_BYTES);

	(void)state;
	for (int round = 0; round < 10; round++) {
		char *bytes = arena_take(arena, LIMIT_BYTES / 2);

		assert_int_equal(bytes[0], 0);
		memset(bytes, 'x', LIMIT_BYTES / 2);
		arena_clear(arena);
	}
}

static void test_copies(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LIMIT_BYTES);

	(void)state;
	assert_string_equal(arena_copy(arena, ""), "");
	assert_string_equal(arena_copy_part(arena, "thuisregie", 5), "thuis");
	assert_string_equal(arena_print(arena, "%s-%03d", "kamer", 7), "kamer-007");
	assert_int_equal(ARENA_MANY(arena, 3, int)[2], 0);
}

/* How a process ends in which more is taken than the arena may give: by a signal, or with an exit code. */
static int end_of_taking(size_t count, size_t size)
{
	pid_t child = fork();
	int ending = 0;

	assert_true(child >= 0);
	if (child == 0) {
		(void)signal(SIGABRT, SIG_DFL);
		(void)close(STDERR_FILENO);
		(void)arena_take_many(arena_new(LIMIT_BYTES), count, size);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &ending, 0), child);
	return ending;
}

static void test_the_limit_is_the_end(void **state)
{
	(void)state;
	assert_true(WIFEXITED(end_of_taking(1, LIMIT_BYTES)));
	assert_true(WIFSIGNALED(end_of_taking(1, LIMIT_BYTES + 1)));
	assert_true(WIFSIGNALED(end_of_taking(SIZE_MAX / 2, 4)));
	assert_true(WIFSIGNALED(end_of_taking(1, SIZE_MAX)));
}

static void test_a_list_grows_with_its_items(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LIMIT_BYTES);
	int64_t *items = NULL;
	size_t room = 0;

	(void)state;
	for (size_t i = 0; i < 100; i++) {
		items = arena_with_room(arena, items, i, &room, sizeof(*items));
		assert_true(room > i);
		items[i] = (int64_t)i;
	}
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(items[i], i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_memory_is_zeroed_and_aligned),
		cmocka_unit_test(test_blocks_do_not_move),
		cmocka_unit_test(test_clear_gives_the_room_back),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_the_limit_is_the_end),
		cmocka_unit_test(test_a_list_grows_with_its_items),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
