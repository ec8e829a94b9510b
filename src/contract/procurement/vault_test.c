/* SPDX-License-Identifier: EUPL-1.2 */
/* The vault of bids, without a database: two of three open it, one never does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "contract/procurement/bid_content.h"
#include "contract/procurement/envelope.h"

static const unsigned char key[SPLIT_KEY_BYTES] = { 1, 2, 3, 0, 255, 128, 77 };
static const unsigned char slope[SPLIT_KEY_BYTES] = { 9, 0, 200, 31, 1, 255, 77 };

static void any_two_parts_give_the_key(void **state)
{
	struct split_part parts[SPLIT_PARTS];
	unsigned char joined[SPLIT_KEY_BYTES];

	(void)state;
	split_key(key, slope, parts);
	for (size_t one = 0; one < SPLIT_PARTS; one++)
		for (size_t other = 0; other < SPLIT_PARTS; other++) {
			if (one == other)
				continue;
			split_join(&parts[one], &parts[other], joined);
			assert_memory_equal(joined, key, sizeof(key));
		}
}

/* For every key there is a slope that gives the same part: whoever has one part can rule out no key. */
static void one_part_says_nothing(void **state)
{
	struct split_part parts[SPLIT_PARTS], others[SPLIT_PARTS];

	(void)state;
	split_key(key, slope, parts);
	for (unsigned guess = 0; guess < 256; guess++) {
		unsigned char other_key[SPLIT_KEY_BYTES] = { (unsigned char)guess };
		unsigned char other_slope[SPLIT_KEY_BYTES] = { (unsigned char)(parts[0].bytes[0] ^ guess) };

		split_key(other_key, other_slope, others);
		assert_int_equal(others[0].bytes[0], parts[0].bytes[0]);
	}
}

/* By the tables of AES: 0x57 times 0x83 is 0xc1, so the part at place 2 or 3 can be checked by hand. */
static void parts_lie_on_a_line_of_the_field(void **state)
{
	unsigned char zero[SPLIT_KEY_BYTES] = { 0 }, steep[SPLIT_KEY_BYTES] = { 0x80, 0x57, 1 };
	struct split_part parts[SPLIT_PARTS];

	(void)state;
	split_key(zero, steep, parts);
	assert_int_equal(parts[0].bytes[0], 0x80);
	assert_int_equal(parts[1].bytes[0], 0x1b);
	assert_int_equal(parts[2].bytes[0], 0x9b);
	assert_int_equal(parts[1].bytes[1], 0xae);
	assert_int_equal(parts[2].bytes[2], 3);
}

static void a_part_of_another_key_does_not_help(void **state)
{
	unsigned char other_key[SPLIT_KEY_BYTES] = { 5 }, joined[SPLIT_KEY_BYTES];
	struct split_part parts[SPLIT_PARTS], others[SPLIT_PARTS];

	(void)state;
	split_key(key, slope, parts);
	split_key(other_key, slope, others);
	split_join(&parts[0], &others[1], joined);
	assert_memory_not_equal(joined, key, sizeof(key));
	assert_memory_not_equal(joined, other_key, sizeof(other_key));
}

static void a_code_is_read_as_it_was_shown(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(64 * 1024);
	const char *code = key_code_new(arena);
	char *typed = arena_copy(arena, code);
	unsigned char seed[KEY_SEED_BYTES], again[KEY_SEED_BYTES];

	(void)state;
	assert_int_equal(strlen(code), 14 * 4 + 13);
	assert_true(key_code_read(code, seed));
	for (char *at = typed; *at != '\0'; at++) {
		if (*at == '-')
			*at = ' ';
		else if (*at == '0')
			*at = 'o';
		else if (*at == '1')
			*at = 'l';
	}
	assert_true(key_code_read(typed, again));
	assert_memory_equal(seed, again, sizeof(seed));
	assert_string_not_equal(key_code_new(arena), code);
	assert_true(key_is_public(key_code_public(seed, arena)));
	assert_false(key_is_public("00"));
	assert_false(key_is_public(NULL));
}

/* One sign that was copied wrong is said at once, not only when the vault stays closed. */
static void a_wrong_sign_is_noticed(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(64 * 1024);
	const char *code = key_code_new(arena);
	unsigned char seed[KEY_SEED_BYTES];

	(void)state;
	for (size_t i = 0; code[i] != '\0'; i++) {
		char *wrong = arena_copy(arena, code);

		if (code[i] == '-')
			continue;
		wrong[i] = code[i] == '7' ? '8' : '7';
		assert_false(key_code_read(wrong, seed));
	}
	assert_false(key_code_read("", seed));
	assert_false(key_code_read(NULL, seed));
	assert_false(key_code_read(arena_print(arena, "%s0", code), seed));
	assert_false(key_code_read("UUUU", seed));
}

struct holders {
	unsigned char seeds[SPLIT_PARTS][KEY_SEED_BYTES];
	const char *public_keys[SPLIT_PARTS];
};

static struct holders three_holders(struct arena *arena)
{
	struct holders holders = { 0 };

	for (size_t i = 0; i < SPLIT_PARTS; i++) {
		assert_true(key_code_read(key_code_new(arena), holders.seeds[i]));
		holders.public_keys[i] = key_code_public(holders.seeds[i], arena);
	}
	return holders;
}

static const char *opened_by(const struct envelope *envelope, const struct holders *holders, size_t one,
                             size_t other, struct arena *arena)
{
	const char *const shares[] = { envelope_share(envelope->shares[one], holders->seeds[one], arena),
		                       envelope_share(envelope->shares[other], holders->seeds[other],
		                                      arena) };
	const int64_t places[] = { (int64_t)one + 1, (int64_t)other + 1 };

	return envelope_open(envelope, envelope_key(shares, places, arena), arena);
}

static void two_holders_open_and_one_does_not(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	const struct holders holders = three_holders(arena);
	struct envelope envelope = { 0 };

	(void)state;
	assert_true(envelope_close("Wij komen elke week.", holders.public_keys, arena, &envelope));
	assert_string_equal(opened_by(&envelope, &holders, 0, 1, arena), "Wij komen elke week.");
	assert_string_equal(opened_by(&envelope, &holders, 2, 0, arena), "Wij komen elke week.");
	assert_string_equal(opened_by(&envelope, &holders, 1, 2, arena), "Wij komen elke week.");
	assert_null(opened_by(&envelope, &holders, 1, 1, arena));
	assert_null(envelope_share(envelope.shares[0], holders.seeds[1], arena));
	assert_null(
		envelope_open(&envelope, envelope_share(envelope.shares[0], holders.seeds[0], arena), arena));
}

static void what_was_changed_does_not_open(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	const struct holders holders = three_holders(arena);
	struct envelope envelope = { 0 }, changed;
	char *text;

	(void)state;
	assert_true(envelope_close("Wij komen elke week.", holders.public_keys, arena, &envelope));
	changed = envelope;
	text = arena_copy(arena, envelope.sealed);
	text[40] = text[40] == 'A' ? 'B' : 'A';
	changed.sealed = text;
	assert_null(opened_by(&changed, &holders, 0, 1, arena));
	changed = envelope;
	text = arena_copy(arena, envelope.digest);
	text[0] = text[0] == 'a' ? 'b' : 'a';
	changed.digest = text;
	assert_null(opened_by(&changed, &holders, 0, 1, arena));
	changed = envelope;
	text = arena_copy(arena, envelope.shares[0]);
	text[3] = text[3] == 'a' ? 'b' : 'a';
	changed.shares[0] = text;
	assert_null(opened_by(&changed, &holders, 0, 1, arena));
	assert_string_equal(opened_by(&changed, &holders, 1, 2, arena), "Wij komen elke week.");
}

static void nothing_is_sealed_to_what_is_no_key(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct holders holders = three_holders(arena);
	struct envelope envelope = { 0 };

	(void)state;
	holders.public_keys[2] = "";
	assert_false(envelope_close("Wij komen elke week.", holders.public_keys, arena, &envelope));
}

static void a_bid_comes_back_as_it_was_written(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct bid_answer answers[] = { { "visie", "Samen \"thuis\".\nElke week.", "Zo", "Met u", "a, b",
		                          3 } };
	struct bid_partner partners[] = { { "b", "member", "Hulp", date_of(2024, 1, 2), "bert" } };
	const struct bid_content content = { "a", { partners, 1 }, { answers, 1 } };
	struct bid_content again = { 0 };

	(void)state;
	assert_true(bid_content_read(bid_content_write(&content, arena), arena, &again));
	assert_string_equal(((const struct bid_answer *)again.answers.items)->answer, answers[0].answer);
	assert_int_equal(((const struct bid_answer *)again.answers.items)->versions, 3);
	assert_string_equal(((const struct bid_partner *)again.partners.items)->declared_by, "bert");
	assert_false(bid_content_read("{", arena, &again));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_two_parts_give_the_key),
		cmocka_unit_test(one_part_says_nothing),
		cmocka_unit_test(parts_lie_on_a_line_of_the_field),
		cmocka_unit_test(a_part_of_another_key_does_not_help),
		cmocka_unit_test(a_code_is_read_as_it_was_shown),
		cmocka_unit_test(a_wrong_sign_is_noticed),
		cmocka_unit_test(two_holders_open_and_one_does_not),
		cmocka_unit_test(what_was_changed_does_not_open),
		cmocka_unit_test(nothing_is_sealed_to_what_is_no_key),
		cmocka_unit_test(a_bid_comes_back_as_it_was_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
