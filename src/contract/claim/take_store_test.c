/* SPDX-License-Identifier: EUPL-1.2 */
/* Claims through the folders, on both databases: each rule broken in a message, corrections, doubles,
 * repeats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glob.h>
#include <string.h>
#include <unistd.h>

#include "common/person/vault.h"
#include "common/scheme/adoption.h"
#include "contract/claim/book.h"
#include "contract/claim/claim_order.h"
#include "contract/claim/take.h"
#include "contract/exchange/fixture.h"
#include "contract/exchange/message.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/refusal.h"
#include "contract/exchange/round.h"

#define XML_BYTES 65536

static const struct journal_kind *const kinds[] = { &scheme_adopted_kind, &claim_received_kind,
	                                            &order_placed_kind,   &order_sent_kind,
	                                            &order_ended_kind,    &message_refused_kind };
static const struct journal_projection projections[] = { { &order_placed_kind, claim_follow_placed },
	                                                 { &order_ended_kind, claim_follow_ended },
	                                                 { &order_sent_kind, claim_follow_sent } };
static const struct journal_todo todos[] = {
	{ "order-bsn", CORNER_PRACTICE, MAY_REPORT, "Vraag het BSN.", "/" },
	{ "order-ends-early", CORNER_CONTRACT, MAY_EXCHANGE, "Vertel het.", "/" },
};
static const struct journal_book book = { .kinds = kinds,
	                                  .kinds_count = COUNT(kinds),
	                                  .projections = projections,
	                                  .projections_count = COUNT(projections),
	                                  .todos = todos,
	                                  .todos_count = COUNT(todos) };
static const struct clock summer = { .fixed_day = { TODAY_DAY + 92 } }; /* 2023-08-15 */

static int set_up(void **state)
{
	struct test *test;

	if (fixture_set_up(state) != 0)
		return -1;
	test = *state;
	test->journal.book = &book;
	test->journal.clock = &summer;
	test->folders.takers = claim_takers;
	test->folders.takers_count = claim_takers_count;
	return 0;
}

/* --- a claim --- */

#define LINES_MAX 4

/* One client, and a claim of a month of lines on orders of it. */
struct claimed {
	struct message_item item;
	struct message_claimant claimant;
	struct message_line lines[LINES_MAX];
	int64_t order;
};

static struct message_period month_of(int month)
{
	return (struct message_period){ date_of(2023, month, 1),
		                        date_add_days(date_of(2023, month + 1, 1), -1) };
}

static struct message_line line(int64_t order, const char *reference, int month)
{
	return (struct message_line){ .reference.number = reference,
		                      .order = order,
		                      .product = { "01", "01A04" },
		                      .period = month_of(month),
		                      .volume = 480,
		                      .unit = "01",
		                      .rate = { 60 },
		                      .has_rate = true,
		                      .amount = { { 28800 }, MESSAGE_DEBIT } };
}

static struct message_line credit(struct message_line debit, const char *reference)
{
	debit.reference.earlier = debit.reference.number;
	debit.reference.number = reference;
	debit.amount.side = MESSAGE_CREDIT;
	return debit;
}

/* A message of that identification, which is the number of its claim too. */
static struct claimed *claim(struct test *test, const char *identification, int month)
{
	struct claimed *claimed = ARENA_NEW(test->arena, struct claimed);
	const char *municipality = arena_print(test->arena, "%04lld", (long long)test->journal.register_id);

	claimed->claimant.bsn = test_bsn(test, 0);
	claimed->claimant.lines.items = claimed->lines;
	claimed->item.header =
		message_header_new(message_find("WMO323", summer.fixed_day), PROVIDER, municipality,
	                           (struct message_identity){ identification, summer.fixed_day });
	claimed->item.has_claim = true;
	claimed->item.claim = (struct message_claim){ .number = identification,
		                                      .period = month_of(month),
		                                      .dated = summer.fixed_day };
	return claimed;
}

static void add(struct claimed *claimed, struct message_line line_)
{
	assert_true(claimed->claimant.lines.count < LINES_MAX);
	claimed->lines[claimed->claimant.lines.count++] = line_;
}

/* Sends it; the answer, which is taken out of the folder. */
static const char *answered(struct test *test, struct claimed *claimed)
{
	CLEANUP(text_done) struct text xml = text_new(XML_BYTES);
	struct message_claim *of = &claimed->item.claim;
	const char *answer;
	int64_t cents = 0;
	glob_t found;

	for (size_t i = 0; i < claimed->claimant.lines.count; i++)
		cents += strcmp(claimed->lines[i].amount.side, MESSAGE_CREDIT) == 0
		                 ? -claimed->lines[i].amount.amount.cents
		                 : claimed->lines[i].amount.amount.cents;
	of->total.amount.cents = cents < 0 ? -cents : cents;
	of->total.side = cents < 0 ? MESSAGE_CREDIT : MESSAGE_DEBIT;
	of->claimants = (struct records){ &claimed->claimant, 1 };
	xml_write(&message_find("WMO323", summer.fixed_day)->form, &claimed->item, &xml);
	drop(test, "in/claim.xml", text_words(&xml));
	exchange(test);
	assert_int_equal(glob(path_of(test, "out/WMO325-*.xml"), 0, NULL, &found), 0);
	assert_int_equal(found.gl_pathc, 1);
	answer = content(test, strstr(found.gl_pathv[0], "out/WMO325"));
	assert_int_equal(unlink(found.gl_pathv[0]), 0);
	globfree(&found);
	return answer;
}

/* All return codes of an answer, in their order, with a blank after each. */
static const char *codes(struct test *test, struct claimed *claimed)
{
	static const char begin[] = "<RetourCode>";
	const char *list = "";

	for (const char *at = answered(test, claimed); (at = strstr(at, begin)) != NULL; at++)
		list = arena_print(test->arena, "%s%.4s ", list, at + strlen(begin));
	return list;
}

#define APPROVED "0200 8001 "
/* Header, line, client, claim: the one line is refused with one code. */
#define REFUSED(code_) "0200 " code_ " 0200 0200 "

static const char *one(struct test *test, const char *identification, int month, struct message_line line_)
{
	struct claimed *claimed = claim(test, identification, month);

	add(claimed, line_);
	return codes(test, claimed);
}

/* An order of two hours a week from March on in a register of its own, which left. */
static int64_t begin(struct test *test, int64_t register_id)
{
	int64_t order;

	open_register(test, register_id);
	add_person(test, PERSON, "1000 AB", test_bsn(test, 0));
	order = place(test, PERSON, "hulp", date_of(2023, 3, 10), date_of(2025, 3, 9));
	exchange(test);
	return order;
}

static int64_t sum_of(struct test *test, int64_t order)
{
	static const struct db_query query = { "test_sum",
		                               "SELECT amount FROM claim_sum WHERE register_id = $1 "
		                               "AND assignment = $2" };
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(test->journal.register_id), value_number(order) };
	enum status status = db_one(test->db, &query, values, COUNT(values), &rows, &test->fault);

	return status == OK ? db_number(&rows, 0) : 0;
}

/* --- the rules --- */

static void sound_lines_are_approved(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7101);

	assert_string_equal(one(test, "A1", 4, line(order, "R1", 4)), APPROVED);
	assert_true(exists(test, "in/done/claim.xml"));
	assert_int_equal(sum_of(test, order), 28800);
}

static void every_rule_of_a_line_is_broken_alone(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7103), short_order;
	struct message_line bad;

	bad = line(order + 999, "X1", 4);
	assert_string_equal(one(test, "B1", 4, bad), REFUSED("9338"));
	bad = line(order, "X2", 4);
	bad.product.category = "02";
	assert_string_equal(one(test, "B2", 4, bad), REFUSED("9339"));
	bad = line(order, "X3", 4);
	bad.product.code = "01A05";
	assert_string_equal(one(test, "B3", 4, bad), REFUSED("9340"));
	bad = line(order, "X4", 4);
	bad.unit = "16";
	bad.volume = 100;
	bad.amount.amount.cents = 6000;
	assert_string_equal(one(test, "B4", 4, bad), REFUSED("9341"));
	bad = line(order, "X5", 4);
	bad.period.begins_on = date_of(2023, 4, 2);
	assert_string_equal(one(test, "B5", 4, bad), REFUSED("9387"));
	bad = line(order, "X6", 4);
	bad.period.ends_on = date_of(2023, 4, 29);
	assert_string_equal(one(test, "B6", 4, bad), REFUSED("9388"));
	bad = line(order, "X7", 3); /* the order begins on the tenth */
	assert_string_equal(one(test, "B7", 4, bad), REFUSED("9307"));
	bad = line(order, "X8", 4);
	bad.volume = 721; /* six times the week */
	bad.amount.amount.cents = 721 * 60;
	assert_string_equal(one(test, "B8", 4, bad), REFUSED("9321"));
	bad = line(order, "X9", 4);
	bad.amount.amount.cents++;
	assert_string_equal(one(test, "B9", 4, bad), REFUSED("9346"));
	bad = credit(line(order, "X9", 4), "X10"); /* of a line that was refused */
	assert_string_equal(one(test, "B10", 4, bad), REFUSED("8017"));
	assert_string_equal(one(test, "B11", 4, line(order, "X1", 4)), REFUSED("8021"));
	short_order = place(test, PERSON, "hulp", date_of(2023, 3, 1), date_of(2023, 4, 10));
	bad = line(short_order, "X12", 4);
	assert_string_equal(one(test, "B12", 4, bad), REFUSED("9308"));
	bad = line(short_order, "X13", 3);
	bad.volume = 720;
	bad.amount.amount.cents = 720 * 60;
	assert_string_equal(one(test, "B13", 4, bad), APPROVED);
	bad = line(short_order, "X14", 4); /* seven weeks of two hours in all */
	bad.period.ends_on = date_of(2023, 4, 10);
	assert_string_equal(one(test, "B14", 4, bad), REFUSED("9322"));
	assert_int_equal(sum_of(test, order), 0);
}

static void the_client_is_that_of_the_order(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7105);
	struct claimed *claimed = claim(test, "C1", 4);

	add_person(test, OTHER_PERSON, "1000 AB", test_bsn(test, 1));
	claimed->claimant.bsn = test_bsn(test, 1);
	add(claimed, line(order, "R1", 4));
	assert_string_equal(codes(test, claimed), REFUSED("8187"));
}

static void what_is_wrong_as_a_whole_books_nothing(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7107);
	struct claimed *claimed = claim(test, "D1", 5);

	assert_string_equal(one(test, "D1", 5, line(order, "R1", 5)), APPROVED);
	add(claimed, line(order, "R2", 5));
	assert_string_equal(codes(test, claimed), "9056 "); /* another message of that name */
	assert_true(exists(test, "in/refused/claim.xml"));
	claimed = claim(test, "D2", 5);
	claimed->item.claim.number = "D1";
	add(claimed, line(order, "R3", 4));
	assert_string_equal(codes(test, claimed), "0200 9333 ");
	assert_string_equal(one(test, "D3", 4, line(order, "R4", 4)), "0200 8214 ");
	claimed = claim(test, "D4", 5);
	add(claimed, line(order, "R5", 6)); /* TR319, and TR358 beside it */
	assert_string_equal(codes(test, claimed), "0001 ");
	assert_string_equal(one(test, "D5", 6, line(order, "R4", 6)), APPROVED); /* nothing was kept of D3 */
	assert_int_equal(sum_of(test, order), 57600);
}

/* --- over messages --- */

static void a_message_that_comes_again_gets_its_answer_again(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7109);
	struct claimed *claimed = claim(test, "E1", 4);
	const char *first;
	int64_t last;

	add(claimed, line(order, "R1", 4));
	add(claimed, line(order + 999, "R2", 4));
	first = answered(test, claimed);
	last = last_fact(test);
	assert_has(first, "<RetourCode>9338</RetourCode>");
	assert_string_equal(answered(test, claimed), first);
	assert_int_equal(last_fact(test), last);
	assert_int_equal(sum_of(test, order), 28800);
}

/* April with too much, taken back in a claim over May, and claimed again beside it: first what is taken back.
 */
static void a_correction_over_months(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7111);
	struct message_line april = line(order, "R1", 4), again = line(order, "R3", 4);
	struct claimed *claimed = claim(test, "F2", 5);

	april.volume = 600;
	april.amount.amount.cents = 36000;
	assert_string_equal(one(test, "F1", 4, april), APPROVED);
	add(claimed, again);
	add(claimed, line(order, "R4", 5));
	add(claimed, credit(april, "R2"));
	assert_string_equal(codes(test, claimed), APPROVED);
	assert_int_equal(sum_of(test, order), 57600);
	/* once more is one too many, for ever */
	assert_string_equal(one(test, "F3", 5, credit(april, "R5")), REFUSED("9390"));
	again.reference.number = "R6";
	assert_string_equal(one(test, "F4", 7, again), REFUSED("9389"));
	/* and another credit must be of the line as it was */
	again.reference.number = "R3";
	again.volume = 479;
	again.amount.amount.cents = 479 * 60;
	assert_string_equal(one(test, "F5", 7, credit(again, "R7")), REFUSED("8017"));
	assert_int_equal(sum_of(test, order), 57600);
}

static void what_was_refused_is_claimed_again_under_a_new_reference(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7113);
	struct message_line bad = line(order, "R1", 4);

	bad.volume = 721;
	bad.amount.amount.cents = 721 * 60;
	assert_string_equal(one(test, "G1", 4, bad), REFUSED("9321"));
	assert_string_equal(one(test, "G2", 4, line(order, "R2", 4)), APPROVED);
	assert_int_equal(sum_of(test, order), 28800);
}

static void an_order_that_is_taken_back_takes_no_lines(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7115);

	append(test, &order_ended_kind,
	       &(struct order_end){
		       .person = PERSON, .assignment = order, .ended_on = date_of(2023, 3, 10) });
	exchange(test); /* the provider is told */
	assert_has(one(test, "H1", 4, line(order, "R1", 4)), "9384 ");
	assert_int_equal(sum_of(test, order), 0);
}

/* --- beside a form --- */

/* A form that comes in on another connection, each time when a claim was judged and not yet booked. */
static struct {
	struct test *test;
	const struct journal_kind *kind;
	void *item;
	int64_t fact;
	int judged;
} form;

static enum status stage_beside_form(struct received *received, enum verdict *ret_verdict,
                                     struct fault *fault)
{
	CLEANUP(db_closep) struct db *other = NULL;
	struct journal journal = form.test->journal;
	struct findings findings = findings_new(form.test->arena, "nl");
	enum status status = claim_takers[0].stage(received, ret_verdict, fault);

	if (form.judged++ > 0)
		return status;
	assert_int_equal(db_open_again(form.test->db, &other, fault), OK);
	journal.db = other;
	assert_int_equal(journal_append(&journal, form.kind, form.item, &findings, &form.fact, fault), OK);
	return status;
}

static int64_t claims_fact(struct test *test)
{
	static const struct db_query query = { "test_claims_fact",
		                               "SELECT MAX(fact) FROM claim_claim WHERE register_id = $1" };
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(test->journal.register_id) };

	assert_int_equal(db_one(test->db, &query, values, COUNT(values), &rows, &test->fault), OK);
	return db_number(&rows, 0);
}

/* The form does not wait for the claim. One about somebody else changes nothing; another counts. */
static void a_form_gets_through_while_a_claim_is_judged(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7117);
	struct message_taker taker = claim_takers[0];
	struct order_end end = { .person = PERSON, .ended_on = date_of(2023, 3, 10) };

	taker.stage = stage_beside_form;
	test->folders.takers = &taker;
	add_person(test, OTHER_PERSON, "1000 AB", test_bsn(test, 1));
	end.assignment = place(test, OTHER_PERSON, "hulp", date_of(2023, 3, 10), date_of(2025, 3, 9));
	end.person = OTHER_PERSON;
	form.test = test;
	form.kind = &order_ended_kind;
	form.item = &end;
	form.judged = 0;
	assert_string_equal(one(test, "I1", 4, line(order, "R1", 4)), APPROVED);
	assert_int_equal(form.judged, 1);
	assert_true(form.fact < claims_fact(test));
	assert_int_equal(sum_of(test, order), 28800);

	end.assignment = place(test, PERSON, "hulp", date_of(2023, 3, 10), date_of(2025, 3, 9));
	end.person = PERSON;
	form.judged = 0;
	assert_string_equal(one(test, "I2", 5, line(end.assignment, "R2", 5)), REFUSED("9338"));
	assert_int_equal(form.judged, 2);
	test->folders.takers = claim_takers;
}

/* --- a large claim --- */

#define MANY_LINES 1500 /* more than are put down at once */
#define MANY_BYTES ((size_t)4 * 1024 * 1024)
#define NO_ORDER 400000000

/* A claim of one line on an order and many on ones that do not exist, in the folder. */
static void drop_many(struct test *test, const char *identification, int64_t order)
{
	CLEANUP(text_done) struct text xml = text_new(MANY_BYTES);
	struct claimed *claimed = claim(test, identification, 4);
	struct message_line *lines = ARENA_MANY(test->arena, MANY_LINES, struct message_line);

	for (int i = 0; i < MANY_LINES; i++)
		lines[i] = line(i == 0 ? order : NO_ORDER + i, arena_print(test->arena, "R%04d", i), 4);
	claimed->claimant.lines = (struct records){ lines, MANY_LINES };
	claimed->item.claim.total = (struct message_amount){ { (int64_t)28800 * MANY_LINES }, MESSAGE_DEBIT };
	claimed->item.claim.claimants = (struct records){ &claimed->claimant, 1 };
	xml_write(&message_find("WMO323", summer.fixed_day)->form, &claimed->item, &xml);
	drop(test, "in/claim.xml", text_words(&xml));
}

/* Of the register: lines, those that were approved, claims that are open, claims. */
static void assert_counts(struct test *test, int64_t lines, int64_t approved, int64_t open, int64_t claims)
{
	static const struct db_query query = {
		"test_counts", "SELECT (SELECT COUNT(*) FROM claim_line WHERE register_id = $1), "
			       "(SELECT COUNT(*) FROM claim_line WHERE register_id = $1 AND codes = ''), "
			       "(SELECT COUNT(*) FROM claim_open WHERE register_id = $1), "
			       "(SELECT COUNT(*) FROM claim_claim WHERE register_id = $1)"
	};
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(test->journal.register_id) };

	assert_int_equal(db_one(test->db, &query, values, COUNT(values), &rows, &test->fault), OK);
	assert_int_equal(db_number(&rows, 0), lines);
	assert_int_equal(db_number(&rows, 1), approved);
	assert_int_equal(db_number(&rows, 2), open);
	assert_int_equal(db_number(&rows, 3), claims);
}

static enum status stop(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	(void)received, (void)ret_verdict;
	return fault_set(fault, FAILED, "it was stopped");
}

/* What was put down of it counts for nothing, also not against the same claim when it comes again. */
static void a_large_claim_that_was_not_booked_is_none(void **state)
{
	struct test *test = *state;
	int64_t order = begin(test, 7119);
	struct message_taker taker = claim_takers[0];

	taker.store = stop;
	test->folders.takers = &taker;
	drop_many(test, "J1", order);
	assert_int_equal(exchange_run(&test->journal, &test->folders, &test->result, &test->fault), FAILED);
	assert_counts(test, 1000, 1, 1, 0);
	assert_int_equal(sum_of(test, order), 0);
	test->folders.takers = claim_takers;
	exchange(test);
	assert_counts(test, MANY_LINES, 1, 0, 1);
	assert_int_equal(sum_of(test, order), 28800);
	(void)take_sent(test, "WMO325");
}

/* Its first lines are put down when the form comes in: the one that the form is about is refused yet. */
static void a_form_counts_that_came_in_between_the_parts_of_a_claim(void **state)
{
	struct test *test = *state;
	struct message_taker taker = claim_takers[0];
	struct order_end end = { .person = PERSON, .ended_on = date_of(2023, 3, 10) };

	(void)begin(test, 7121);
	taker.stage = stage_beside_form;
	test->folders.takers = &taker;
	end.assignment = place(test, PERSON, "hulp", date_of(2023, 3, 10), date_of(2025, 3, 9));
	form.test = test;
	form.kind = &order_ended_kind;
	form.item = &end;
	form.judged = 0;
	drop_many(test, "K1", end.assignment);
	exchange(test);
	assert_int_equal(form.judged, 2);
	assert_counts(test, MANY_LINES, 0, 0, 1);
	assert_has(take_sent(test, "WMO325"), "9338");
	test->folders.takers = claim_takers;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_lines_are_approved),
		cmocka_unit_test(every_rule_of_a_line_is_broken_alone),
		cmocka_unit_test(the_client_is_that_of_the_order),
		cmocka_unit_test(what_is_wrong_as_a_whole_books_nothing),
		cmocka_unit_test(a_message_that_comes_again_gets_its_answer_again),
		cmocka_unit_test(a_correction_over_months),
		cmocka_unit_test(what_was_refused_is_claimed_again_under_a_new_reference),
		cmocka_unit_test(an_order_that_is_taken_back_takes_no_lines),
		cmocka_unit_test(a_form_gets_through_while_a_claim_is_judged),
		cmocka_unit_test(a_large_claim_that_was_not_booked_is_none),
		cmocka_unit_test(a_form_counts_that_came_in_between_the_parts_of_a_claim),
	};

	fixture_begin();
	return cmocka_run_group_tests(tests, set_up, fixture_tear_down);
}
