/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/adopted_fixture.h"

#include "common/scheme/adoption.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/embedded.h"

void fixture_adopt(struct fixture *fixture, const char *scheme, struct date valid_on)
{
	const struct embedded_file *file =
		embedded_find(arena_print(fixture->arena, "schemes/%s.yaml", scheme));
	struct scheme_adopted adopted = { .scheme = scheme, .text = (const char *)file->bytes };

	fixture_apply(
		fixture, &scheme_adopted_kind,
		&(struct journal_fact){ .fact = ++fixture->facts, .valid_on = valid_on, .item = &adopted });
	fixture_must(fixture, scheme_book_refresh(fixture->schemes, fixture->db, &fixture->fault));
}
