/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/journal/store_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sodium.h>
#include <stdlib.h>

#include "common/journal/register.h"
#include "platform/db/migrate.h"

#define ARENA_BYTES ((size_t)512 * 1024 * 1024)

int fixture_open(void **state, size_t size, const struct journal_book *book, struct date today,
                 const char *account)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct fixture *fixture = arena_take(arena, size);

	*state = fixture;
	fixture->arena = arena;
	fixture->clock = (struct clock){ today };
	fixture->findings = findings_new(arena, "nl");
	assert_true(sodium_init() >= 0);
	fixture_must(fixture, db_open(getenv("TEST_DATABASE"), &fixture->db, &fixture->fault));
	fixture_must(fixture, db_migrate(fixture->db, &fixture->fault));
	fixture->journal = (struct journal){ .db = fixture->db,
		                             .clock = &fixture->clock,
		                             .book = book,
		                             .arena = arena,
		                             .language = "nl",
		                             .account = account };
	return 0;
}

int fixture_close(void **state)
{
	struct fixture *fixture = *state;

	db_close(fixture->db);
	arena_free(fixture->arena);
	return 0;
}

void fixture_open_register(struct fixture *fixture, int64_t register_id)
{
	fixture->journal.register_id = register_id;
	fixture_must(fixture, journal_open_register(fixture->db, register_id, "Proef", (struct date){ 0 },
	                                            &fixture->fault));
}

int fixture_next_register(void **state)
{
	struct fixture *fixture = *state;

	fixture->findings = findings_new(fixture->arena, "nl");
	fixture_open_register(fixture, fixture->journal.register_id + 1);
	return 0;
}

int fixture_undo(void **state)
{
	db_rollback(((struct fixture *)*state)->db);
	return 0;
}

void fixture_must(const struct fixture *fixture, enum status status)
{
	if (status != OK)
		fail_msg("%s", fixture->fault.words);
}

int64_t fixture_append(struct fixture *fixture, const struct journal_kind *kind, void *item)
{
	struct findings findings = findings_new(fixture->arena, "nl");
	int64_t fact = 0;

	fixture_must(fixture,
	             journal_append(&fixture->journal, kind, item, &findings, &fact, &fixture->fault));
	return fact;
}

void fixture_apply(struct fixture *fixture, const struct journal_kind *kind, const struct journal_fact *fact)
{
	fixture_must(fixture, kind->apply(fixture->db, fixture->journal.register_id, fact, fixture->arena,
	                                  &fixture->fault));
}
