/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/fixture.h"

#include <assert.h>
#include <stdio.h>

#define ARENA_BYTES ((size_t)512 * 1024 * 1024)
#define FILE_BYTES ((size_t)2 * 1024 * 1024)

static const struct tender_criterion criteria[] = {
	{ "visie", "Visie", 60, { 5 * DECIMAL_ONE } },
	{ "uitvoering", "Uitvoering", 40, { 0 } },
};
static const char *names[] = { "oost", "west" };
static const struct tender_lot lots[] = {
	{ "a", "Perceel A", { &names[0], NULL, 1 }, 0 },
	{ "b", "Perceel B", { &names[1], NULL, 1 }, 2 },
};

int tender_test_begin(void **state)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct tender_test *test = ARENA_NEW(arena, struct tender_test);

	test->arena = arena;
	test->findings = findings_new(arena, "nl");
	test->terms = (struct tender_terms){ .lots = lots,
		                             .lots_count = COUNT(lots),
		                             .criteria = criteria,
		                             .criteria_count = COUNT(criteria),
		                             .threshold = decimal_whole(8),
		                             .highest = decimal_whole(10),
		                             .rule = TENDER_EACH,
		                             .areas = { names, NULL, COUNT(names) } };
	*state = test;
	return 0;
}

int tender_test_end(void **state)
{
	arena_free(((struct tender_test *)*state)->arena);
	return 0;
}

const char *tender_test_file(struct tender_test *test, const char *path, size_t *ret_length)
{
	char *bytes = arena_take(test->arena, FILE_BYTES);
	FILE *file = fopen(path, "rb");

	assert(file != NULL);
	*ret_length = fread(bytes, 1, FILE_BYTES - 1, file);
	(void)fclose(file);
	return bytes;
}

struct tender_terms tender_test_scheme(struct tender_test *test, const char *path)
{
	struct scheme *scheme = ARENA_NEW(test->arena, struct scheme);
	size_t length = 0;
	const char *bytes = tender_test_file(test, path, &length);
	enum status status = scheme_read(bytes, length, scheme, &test->findings);

	assert(status == OK);
	return tender_terms_of(scheme, test->arena);
}
