/* SPDX-License-Identifier: EUPL-1.2 */
/* Each message is read and written as it was, and answered. Its rules: tests/suites/message_rules.py. */
#include "contract/exchange/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "contract/exchange/message_lines.h"

#define ARENA_BYTES ((size_t)16 * 1024 * 1024)
#define GOLDEN "tests/golden/messages/" /* tests run from the root of the source */

static int arena_setup(void **state)
{
	*state = arena_new(ARENA_BYTES);
	return 0;
}

static int arena_teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static const char *read_golden(const char *name, struct arena *arena, size_t *ret_length)
{
	char *bytes = arena_take(arena, 65536);
	FILE *file = fopen(arena_print(arena, GOLDEN "%s", name), "rb");

	assert_non_null(file);
	*ret_length = fread(bytes, 1, 65535, file);
	assert_int_equal(fclose(file), 0);
	return bytes;
}

static struct message_reading read_message(const char *name, struct arena *arena)
{
	struct findings findings = findings_new(arena, "nl");
	struct message_reading reading;
	size_t length;
	const char *golden = read_golden(name, arena, &length);

	assert_int_equal(message_read(golden, length, &findings, &reading), OK);
	assert_int_equal(reading.level, MESSAGE_LEVEL_DONE);
	return reading;
}

/* The item is written as the golden file; with WRITE_GOLDEN in the environment it becomes it. */
static void assert_golden(const char *name, const struct message *message, const struct message_item *item,
                          struct arena *arena)
{
	struct findings findings = findings_new(arena, "nl");
	struct text out = text_new(ARENA_BYTES);
	size_t length;

	assert_int_equal(message_write(message, item, &out, &findings), OK);
	if (getenv("WRITE_GOLDEN") != NULL) {
		FILE *file = fopen(arena_print(arena, GOLDEN "%s", name), "wb");

		assert_non_null(file);
		assert_int_equal(fwrite(text_words(&out), 1, out.length, file), out.length);
		assert_int_equal(fclose(file), 0);
	}
	assert_string_equal(text_words(&out), read_golden(name, arena, &length));
	text_done(&out);
}

static void test_each_message_is_written_as_it_was_read(void **state)
{
	static const char *const names[] = { "wmo301", "wmo305", "wmo307", "wmo315",       "wmo317",
		                             "wmo319", "wmo323", "wmo325", "wmo325-header" };

	for (size_t i = 0; i < COUNT(names); i++) {
		const char *name = arena_print(*state, "%s.xml", names[i]);
		const struct message_reading reading = read_message(name, *state);

		assert_golden(name, reading.message, reading.item, *state);
	}
}

struct golden_bytes {
	const char *bytes;
	size_t length;
};

static size_t read_part(void *context, size_t offset, char *into, size_t size)
{
	const struct golden_bytes *golden = context;
	size_t length = golden->length - offset < size ? golden->length - offset : size;

	memcpy(into, golden->bytes + offset, length);
	return length;
}

/* Lines of a claim that are kept as they pass are the same lines, also of a client with very many. */
static void test_read_from_a_source_it_is_the_same(void **state)
{
	static const char *const names[] = { "wmo301.xml", "wmo323.xml", "wmo325.xml" };
	struct message_line line = { .reference = { "R", NULL }, .product.code = "01A04" };
	struct message_lines kept = { .arena = *state };

	for (size_t i = 0; i < COUNT(names); i++) {
		struct golden_bytes golden = { 0 };
		struct xml_source source = { read_part, &golden, 0 };
		struct findings findings = findings_new(*state, "nl");
		struct message_reading reading;

		golden.bytes = read_golden(names[i], *state, &golden.length);
		source.length = golden.length;
		assert_int_equal(message_read_from(&source, &findings, &reading), OK);
		assert_golden(names[i], reading.message, reading.item, *state);
	}
	for (int client = 0; client < 3; client++) {
		const struct message_line *lines;
		struct records records;

		for (line.order = 0; line.order < 2000 * client + 1; line.order++)
			message_lines_keep(&kept, &line);
		records = message_lines_end(&kept);
		lines = records.items;
		assert_int_equal(records.count, 2000 * client + 1);
		assert_int_equal(lines[records.count - 1].order, 2000 * client);
		assert_string_equal(lines[records.count - 1].reference.number, "R");
	}
}

/* The answer to a message of which one class was refused with a code; NULL codes is no refusal. */
static void assert_answer(const char *golden, struct message_reading *reading, struct texts *return_codes,
                          const char *return_code, struct arena *arena)
{
	const struct message_identity identity = { .identification = "A1", .dated = date_of(2023, 5, 16) };
	struct message_item answer;

	if (return_codes != NULL) {
		message_refuse(return_codes, return_code, arena);
		message_refuse(return_codes, return_code, arena); /* no code twice */
	}
	answer = message_answer(reading->message, reading->item, identity, arena);
	assert_golden(golden, message_answer_to(reading->message), &answer, arena);
}

static void test_answers(void **state)
{
	struct message_reading orders = read_message("wmo301.xml", *state);
	struct message_reading starts = read_message("wmo305.xml", *state);
	struct message_reading stops = read_message("wmo307.xml", *state);
	struct message_reading requests = read_message("wmo315.xml", *state);
	struct message_reading changes = read_message("wmo317.xml", *state);
	struct message_reading reply = read_message("wmo319.xml", *state);
	struct message_start *start = starts.item->client.starts.items;
	struct message_stop *stop = stops.item->client.stops.items;
	struct message_request *request = requests.item->client.requests.items;
	struct message_wish *added = changes.item->client.change.added.items;

	assert_answer("wmo306-accepted.xml", &starts, NULL, NULL, *state);
	assert_answer("wmo306-refused.xml", &starts, &start[1].return_codes, "9019", *state);
	assert_int_equal(start[0].return_codes.count, 0); /* the message itself is left alone */
	assert_answer("wmo306-header.xml", &starts, &starts.item->header.return_codes, "9056", *state);
	assert_answer("wmo302-refused.xml", &orders, &orders.item->client.return_codes, "0001", *state);
	assert_answer("wmo308-refused.xml", &stops, &stop->of.return_codes, "9413", *state);
	assert_answer("wmo316-refused.xml", &requests, &request->return_codes, "9347", *state);
	assert_answer("wmo318-refused.xml", &changes, &added->return_codes, "9361", *state);
	assert_answer("wmo320-refused.xml", &reply, &reply.item->reply.return_codes, "9355", *state);
}

/* All granted; then a line refused, then a client, then the whole claim, then the message. */
static void test_answers_to_a_claim(void **state)
{
	const struct message_identity identity = { .identification = "20230525-1",
		                                   .dated = date_of(2023, 5, 25) };
	struct message_reading claim = read_message("wmo323.xml", *state);
	const struct message *answer = message_answer_to(claim.message);
	struct message_claimant *claimants = claim.item->claim.claimants.items;
	struct message_item item;

	item = message_claim_answer(claim.message, claim.item, identity, *state);
	assert_int_equal(item.claim.granted.amount.cents, 134900);
	assert_string_equal(item.claim.return_codes.items[0], MESSAGE_CLAIM_GRANTED);
	message_refuse(&((struct message_line *)claimants[1].lines.items)->return_codes, "9321", *state);
	message_refuse(&((struct message_line *)claimants[1].lines.items)->return_codes, "9322", *state);
	item = message_claim_answer(claim.message, claim.item, identity, *state);
	assert_golden("wmo325.xml", answer, &item, *state);
	message_refuse(&claimants[0].return_codes, "8187", *state);
	item = message_claim_answer(claim.message, claim.item, identity, *state);
	assert_golden("wmo325-client.xml", answer, &item, *state);
	message_refuse(&claim.item->claim.return_codes, "9333", *state);
	item = message_claim_answer(claim.message, claim.item, identity, *state);
	assert_golden("wmo325-claim.xml", answer, &item, *state);
	message_refuse(&claim.item->header.return_codes, MESSAGE_REFUSED, *state);
	item = message_claim_answer(claim.message, claim.item, identity, *state);
	assert_golden("wmo325-header.xml", answer, &item, *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_each_message_is_written_as_it_was_read, arena_setup,
		                                arena_teardown),
		cmocka_unit_test_setup_teardown(test_read_from_a_source_it_is_the_same, arena_setup,
		                                arena_teardown),
		cmocka_unit_test_setup_teardown(test_answers, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(test_answers_to_a_claim, arena_setup, arena_teardown),
	};

	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
