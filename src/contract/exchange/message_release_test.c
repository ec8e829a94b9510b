/* SPDX-License-Identifier: EUPL-1.2 */
/* Two releases side by side: a made-up 3.3, with one element more in a start, and 3.2. */
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ARENA_BYTES ((size_t)16 * 1024 * 1024)
#define FIRST_DAY                                                                                            \
	{                                                                                                    \
		739982                                                                                       \
	} /* 2027-01-01: of 3.3 */

/* The element that 3.3 adds is none of the struct's own members yet: here it stands in for one. */
#define SINCE_3_3 65536
static const struct field start_fields[] = {
	FIELD(struct message_start, number, .xml = "ToewijzingNummer", .max = 999999999,
	      .has = offsetof(struct message_start, has_number)),
	FIELD(struct message_start, begins_on, .xml = "Begindatum", .required = true),
	FIELD(struct message_start, order_begins_on, .xml = "Kennismaking", .required = true,
	      .flags = SINCE_3_3),
	FIELD(struct message_start, state, .xml = "StatusAanlevering", .required = true,
	      .choices = message_delivery_states),
	FIELD(struct message_start, return_codes, .xml = "RetourCodes/RetourCode", .required = true,
	      .choices = message_return_codes, .flags = MESSAGE_IN_ANSWER),
};
static const struct record start_record = MESSAGE_CLASS(struct message_start, "start", start_fields);

static const struct field client_fields[] = {
	MESSAGE_BSN(struct message_client),
	FIELD(struct message_client, starts, .xml = "StartProducten/StartProduct", .required = true,
	      .of = &start_record),
};
static const struct record client_record = MESSAGE_CLASS(struct message_client, "client", client_fields);

static const struct field item_fields[] = { MESSAGE_HEADER(&message_header_record),
	                                    MESSAGE_CLIENT(&client_record) };
static const struct record starts_record = MESSAGE_CLASS(struct message_item, "starts", item_fields);

#define RELEASE(number_, type_, subversion_, text_, without_)                                                \
	.code = "WMO" number_, .type = (type_), .version = 3, .subversion = (subversion_),                   \
	.schema = "1.0.0",                                                                                   \
	.form = {                                                                                            \
		.root = "Bericht",                                                                           \
		.namespaces = { "urn:wmo" number_ ":3." text_, "urn:basis:3." text_ },                       \
		.prefix = "iwmo",                                                                            \
		.fixed = { (type_), "3", text_ },                                                            \
		.record = &starts_record,                                                                    \
		.without = MESSAGE_BY_MUNICIPALITY | (without_),                                             \
	}

const struct message messages[] = {
	{ RELEASE("305", "418", 2, "2", MESSAGE_IN_ANSWER | SINCE_3_3), .since = { 738613 },
	  .until = FIRST_DAY },
	{ RELEASE("305", "418", 3, "3", MESSAGE_IN_ANSWER), .since = FIRST_DAY },
	{ RELEASE("306", "419", 2, "2", SINCE_3_3), .since = { 738613 }, .until = FIRST_DAY,
	  .answers = "WMO305", .is_copy = true, .form.optional = MESSAGE_BODY },
	{ RELEASE("306", "419", 3, "3", 0), .since = FIRST_DAY, .answers = "WMO305", .is_copy = true,
	  .form.optional = MESSAGE_BODY },
};
const size_t messages_count = COUNT(messages);
#define RELEASES 2 /* of the start: the first rows */

static struct message_item example(const struct message *message, struct message_start *start)
{
	const struct message_identity identity = { .identification = "1", .dated = message->since };

	*start = (struct message_start){ .number = 1,
		                         .has_number = true,
		                         .begins_on = message->since,
		                         .order_begins_on = date_of(2023, 4, 4),
		                         .state = "1" };
	return (struct message_item){
		.header = message_header_new(message, "99999901", "1969", identity),
		.client = { .bsn = "999900031", .starts = { .items = start, .count = 1 } },
	};
}

static void test_each_day_has_its_release(void **state)
{
	(void)state;
	assert_ptr_equal(message_find("WMO305", date_of(2026, 12, 31)), &messages[0]);
	assert_ptr_equal(message_find("WMO305", date_of(2027, 1, 1)), &messages[1]);
}

static void test_both_are_read_and_written(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);

	(void)state;
	for (size_t i = 0; i < RELEASES; i++) {
		struct findings findings = findings_new(arena, "nl");
		struct text out CLEANUP(text_done) = text_new(ARENA_BYTES);
		struct message_reading reading;
		struct message_start start;
		struct message_item item = example(&messages[i], &start);

		assert_int_equal(message_write(&messages[i], &item, &out, &findings), OK);
		assert_true((strstr(text_words(&out), "<Kennismaking>2023-04-04<") != NULL) == (i == 1));
		assert_int_equal(message_read(text_words(&out), out.length, &findings, &reading), OK);
		assert_ptr_equal(reading.message, &messages[i]);
	}
}

/* A message is judged by its own release, whatever the day: the namespace says which that is. */
static void test_each_is_judged_by_its_own(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct findings findings = findings_new(arena, "nl");
	struct text out CLEANUP(text_done) = text_new(ARENA_BYTES);
	struct message_start start;
	struct message_item item = example(&messages[1], &start);

	(void)state;
	start.order_begins_on = (struct date){ 0 };
	assert_int_equal(message_write(&messages[1], &item, &out, &findings), FINDINGS);
	assert_string_equal(findings.items[0].field, "Client/StartProducten/StartProduct/Kennismaking");
	text_clear(&out);
	findings.count = 0;
	item.header.subversion = 2;
	start.order_begins_on = date_of(2023, 4, 4);
	assert_int_equal(message_write(&messages[1], &item, &out, &findings), FINDINGS);
	assert_string_equal(findings.items[0].field, "Header/BerichtSubversie");
}

/* Whatever is in force on the day: who sent the old release reads the old release. */
static void test_an_answer_is_of_the_same_release(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	static const char *const names[RELEASES] = { "urn:wmo306:3.2", "urn:wmo306:3.3" };

	(void)state;
	for (size_t i = 0; i < RELEASES; i++) {
		struct findings findings = findings_new(arena, "nl");
		struct text out CLEANUP(text_done) = text_new(ARENA_BYTES);
		struct message_start start;
		struct message_item item = example(&messages[i], &start), answer;

		message_refuse(&start.return_codes, "9019", arena);
		answer = message_answer(&messages[i], &item,
		                        (struct message_identity){ "a1", date_of(2027, 3, 1) }, arena);
		assert_ptr_equal(message_answer_to(&messages[i]), &messages[RELEASES + i]);
		assert_int_equal(message_write(&messages[RELEASES + i], &answer, &out, &findings), OK);
		assert_non_null(strstr(text_words(&out), names[i]));
		assert_non_null(strstr(text_words(&out), "<RetourCode>9019<"));
		assert_true((strstr(text_words(&out), "<Kennismaking>") != NULL) == (i == 1));
	}
}

/* The rules inside a message are asked of each release. */
static void test_each_has_the_rules(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);

	(void)state;
	for (size_t i = 0; i < RELEASES; i++) {
		struct findings findings = findings_new(arena, "nl");
		struct text out CLEANUP(text_done) = text_new(ARENA_BYTES);
		struct message_start start;
		struct message_item item = example(&messages[i], &start);

		start.state = "9";
		assert_int_equal(message_write(&messages[i], &item, &out, &findings), FINDINGS);
		assert_string_equal(findings.items[0].code, "CS058");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_day_has_its_release),
		cmocka_unit_test(test_both_are_read_and_written),
		cmocka_unit_test(test_each_is_judged_by_its_own),
		cmocka_unit_test(test_an_answer_is_of_the_same_release),
		cmocka_unit_test(test_each_has_the_rules),
	};

	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
