/* SPDX-License-Identifier: EUPL-1.2 */
/* Which norms hold in a phase, and how a granted line counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "outlook/norms/norms.h"
#include "platform/base/embedded.h"
#include "shows.h"

struct test {
	struct arena *arena;
	struct scheme scheme;
};

static int begin(void **state)
{
	struct arena *arena = arena_new((size_t)256 * 1024 * 1024);
	struct test *test = ARENA_NEW(arena, struct test);
	const struct embedded_file *file = embedded_find("schemes/tom-in-de-buurt.yaml");
	struct findings findings = findings_new(arena, "nl");

	test->arena = arena;
	*state = test;
	return scheme_read((const char *)file->bytes, file->size, &test->scheme, &findings) == OK ? 0 : -1;
}

static int end(void **state)
{
	arena_free(((struct test *)*state)->arena);
	return 0;
}

static const struct scheme_agreement *agreement_of(const struct scheme *scheme, const char *name)
{
	const struct scheme_agreement *agreements = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count; i++)
		if (strcmp(agreements[i].name, name) == 0)
			return &agreements[i];
	return NULL;
}

static size_t holding(const struct scheme *scheme, const struct scheme_phase *phase)
{
	const struct scheme_norm *norms = scheme->norms.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->norms.count; i++)
		count += norm_holds(&norms[i], phase);
	return count;
}

/* Starting up has other norms than running, and the floor holds in both. */
static void phases_have_their_own_norms_and_one_floor(void **state)
{
	const struct scheme *scheme = &((struct test *)*state)->scheme;
	const struct scheme_phase *start = scheme_phase_on(scheme, "opdracht-2022", date_of(2022, 6, 1));
	const struct scheme_phase *running = scheme_phase_on(scheme, "opdracht-2022", date_of(2023, 6, 1));
	const struct scheme_norm *norms = scheme->norms.items;

	assert_non_null(start);
	assert_non_null(running);
	SHOWS("TOM-37 TOM-I6", assert_int_equal(holding(scheme, start), 2));
	SHOWS("TOM-37 TOM-I6", assert_int_equal(holding(scheme, running), 3));
	for (size_t i = 0; i < scheme->norms.count; i++)
		if (norms[i].is_floor)
			SHOWS("TOM-39",
			      assert_true(norm_holds(&norms[i], start) && norm_holds(&norms[i], running)));
	assert_int_equal(holding(scheme, NULL), scheme->norms.count);
}

/* A new assignment starts up again, and counts from its own first day. */
static void new_agreement_starts_up_again(void **state)
{
	const struct scheme *scheme = &((struct test *)*state)->scheme;
	const struct scheme_agreement *old = agreement_of(scheme, "opdracht-2015");
	const struct scheme_agreement *next = agreement_of(scheme, "opdracht-2022");
	const struct scheme_phase *before, *after, *later;

	assert_non_null(old);
	assert_non_null(next);
	before = scheme_phase_on(scheme, old->name, date_of(2021, 12, 31));
	after = scheme_phase_on(scheme, next->name, date_of(2022, 1, 1));
	later = scheme_phase_on(scheme, next->name, date_of(2023, 1, 1));
	assert_string_equal(before->kind, "running");
	SHOWS("TOM-38", assert_string_equal(after->kind, "start_up"));
	SHOWS("TOM-38", assert_int_equal(norm_since(next, after).day, date_of(2022, 1, 1).day));
	SHOWS("TOM-38", assert_ptr_equal(norm_before(scheme, next, after), old));
	assert_null(norm_before(scheme, next, later));
	assert_null(norm_before(scheme, old, scheme_phase_on(scheme, old->name, date_of(2015, 6, 1))));
	assert_null(norm_before(scheme, next, NULL));
	assert_int_equal(norm_since(next, NULL).day, next->from.day);
}

static void grant_is_reached_missed_or_open(void **state)
{
	static const struct {
		int32_t started, within, on; /* days after the grant's first day; -1: care has not begun */
		char counts_as;
	} grants[] = {
		{ -1, 14, 0, 'o' },  { -1, 14, 14, 'o' }, { -1, 14, 15, 'm' }, { 14, 14, 20, 'r' },
		{ 15, 14, 20, 'm' }, { 0, 14, 0, 'r' },   { 10, 14, 5, 'o' },  { -1, 0, 0, 'm' },
		{ 30, 0, 30, 'r' },  { 31, 0, 30, 'm' },
	};
	struct date from = date_of(2022, 3, 1);

	(void)state;
	for (size_t i = 0; i < COUNT(grants); i++) {
		struct norm_grant grant = { .from = from, .lines = 3 };
		struct norm_count count = { 0 };

		if (grants[i].started >= 0)
			grant.started_on = date_add_days(from, grants[i].started);
		norm_count_grant(&grant, grants[i].within, date_add_days(from, grants[i].on), &count);
		assert_int_equal(count.reached, grants[i].counts_as == 'r' ? 3 : 0);
		assert_int_equal(count.missed, grants[i].counts_as == 'm' ? 3 : 0);
		assert_int_equal(count.open, grants[i].counts_as == 'o' ? 3 : 0);
	}
}

static void percents_are_of_what_could_be_reached(void **state)
{
	(void)state;
	assert_int_equal(norm_percent(&(struct norm_count){ 2, 1, 100 }), 66);
	assert_int_equal(norm_percent(&(struct norm_count){ 0, 5, 0 }), 0);
	assert_int_equal(norm_percent(&(struct norm_count){ 5, 0, 1 }), 100);
	assert_int_equal(norm_percent(&(struct norm_count){ 0, 0, 7 }), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(phases_have_their_own_norms_and_one_floor, begin, end),
		cmocka_unit_test_setup_teardown(new_agreement_starts_up_again, begin, end),
		cmocka_unit_test(grant_is_reached_missed_or_open),
		cmocka_unit_test(percents_are_of_what_could_be_reached),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
