/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider sees is its own; who answers for others sees numbers; the municipality sees one party. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/adopted_fixture.h"
#include "common/scheme/chain.h"
#include "outlook/provider/provider.h"

#define AREA_LEADS 1 /* registers, one for each kind of chain */
#define COMBINATION 2
#define CONTRACTORS 3

static const struct db_query add_fact = { "add_fact", "INSERT INTO journal_fact (register_id, fact, person, "
	                                              "kind, valid_on, recorded_at, account, why, cause, "
	                                              "reaction, findings, salt, body, digest, chain) VALUES "
	                                              "($1, $2, $3, 'assignment_made', $4, $5, '', '', "
	                                              "$2, '', '', '', '', '', '')" };
static const struct db_query add_assignment = {
	"add_assignment",
	"INSERT INTO assignment_assignment (register_id, person, assignment, decision, line, product, party, "
	"deliverer, valid_from, valid_until, choice, explanation) VALUES ($1, $2, $3, $3, 0, 'hulp', $4, $5, "
	"$6, $7, 'scheme', '{}')"
};
static const struct db_query add_line = {
	"add_line", "INSERT INTO decision_line (register_id, person, decision, line, product, amount, unit, "
		    "frequency, valid_from, "
		    "valid_until, reasons) VALUES ($1, $2, $3, 0, 'hulp', 120, 'minute', 'week', $4, $5, '')"
};
static const struct db_query add_delivery = {
	"add_delivery",
	"INSERT INTO assignment_delivery (register_id, person, assignment, valid_from, valid_until, product, "
	"party, deliverer) VALUES ($1, $2, $3, $4, $5, 'hulp', $6, $7)"
};
static const struct db_query add_handover = {
	"add_handover",
	"INSERT INTO transition_handover (register_id, person, handover, assignment, handed_on, from_member, "
	"to_member, told_on, told_how, reason) VALUES ($1, $2, $3, $4, $5, '', '', $5, '', '')"
};
static const struct db_query add_search = {
	"add_search",
	"INSERT INTO transition_search (register_id, person, search, place, step, decision, line, "
	"assignment, party, "
	"started_on, ended_on, outcome, asked, members, reason, fact) VALUES ($1, $2, 1, $3, $4, 0, 0, 1, "
	"'samen', $5, $6, '', '', '', '', 1)"
};
static const struct db_query add_start = {
	"add_start",
	"INSERT INTO care_care (register_id, person, assignment, started_on) VALUES ($1, $2, $3, $4)"
};
static const struct db_query add_person = { "add_person",
	                                    "INSERT INTO person_vault (register_id, person, surname, prefix, "
	                                    "initials, first_names, sex, born, street, "
	                                    "house_number, house_addition, postcode, place, phone, "
	                                    "search_name, bsn_sealed) VALUES ($1, $2, $3, '', "
	                                    "'A', '', 'f', $4, 'Weg', 1, '', '1000AA', 'Stad', '', $3, '')" };

static void run(struct fixture *fixture, const struct db_query *query, const struct value *values,
                size_t count)
{
	if (db_run(fixture->db, query, values, count, &fixture->fault) != OK)
		fail_msg("%s: %s", query->name, fixture->fault.words);
}

static void adopt(struct fixture *fixture, int64_t register_id, const char *name)
{
	fixture->journal.register_id = register_id;
	fixture_adopt(fixture, name, date_of(2015, 1, 1));
}

static int set_up(void **state)
{
	struct fixture *fixture;

	(void)fixture_open(state, sizeof(struct fixture), NULL, date_of(2023, 5, 15), "test");
	fixture = *state;
	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	adopt(fixture, AREA_LEADS, "westerkwartier");
	adopt(fixture, COMBINATION, "alphen");
	adopt(fixture, COMBINATION, "tom-in-de-buurt");
	adopt(fixture, CONTRACTORS, "lelystad");
	return 0;
}

static int tear_down(void **state)
{
	scheme_book_free(((struct fixture *)*state)->schemes);
	return fixture_close(state);
}

/* Each test has clients of its own. */
static int next_register(void **state)
{
	struct fixture *fixture = *state;

	fixture->journal.register_id =
		fixture->journal.register_id < 100 ? 100 : fixture->journal.register_id + 1;
	return 0;
}

/* --- who works for whom --- */

static const char *below(struct fixture *fixture, int64_t register_id, const char *party, struct date on)
{
	const struct records links = chain_below(fixture->schemes, register_id, party, on, fixture->arena);
	const struct scheme_link *items = links.items;
	const char *words = "";

	for (size_t i = 0; i < links.count; i++)
		words = arena_print(fixture->arena, "%s%s%s%s%s", words, i == 0 ? "" : ", ", items[i].party,
		                    items[i].under[0] == '\0' ? ""
		                                              : (items[i].is_member ? " of " : " under "),
		                    items[i].under);
	return words;
}

static const char *above(struct fixture *fixture, int64_t register_id, const char *party, struct date on)
{
	const struct texts names = chain_above(fixture->schemes, register_id, party, on, fixture->arena);
	const char *words = "";

	for (size_t i = 0; i < names.count; i++)
		words = arena_print(fixture->arena, "%s%s%s", words, i == 0 ? "" : ", ", names.items[i]);
	return words;
}

static bool leads(struct fixture *fixture, const char *party, const char *combination)
{
	return chain_leads(
		party, chain_combination(fixture->schemes, COMBINATION, combination, date_of(2022, 6, 1)));
}

static void test_a_lead_answers_for_the_members(void **state)
{
	struct fixture *fixture = *state;
	struct date on = date_of(2022, 6, 1);

	assert_string_equal(below(fixture, COMBINATION, "wijdezorg", on),
	                    "wijdezorg, thuiszorg-izo of wijdezorg, axxicom of wijdezorg");
	assert_string_equal(below(fixture, COMBINATION, "axxicom", on), "axxicom");
	assert_string_equal(above(fixture, COMBINATION, "wijdezorg", on), "wijdezorg, wijdezorg-combinatie");
	assert_string_equal(below(fixture, COMBINATION, "aanbieder-2", on), "aanbieder-2");
	assert_true(leads(fixture, "wijdezorg", "wijdezorg-combinatie"));
	assert_false(leads(fixture, "axxicom", "wijdezorg-combinatie"));
	assert_false(leads(fixture, "wijdezorg", "tom-in-de-buurt"));
	/* a combination that is an organisation itself */
	assert_true(leads(fixture, "tom-in-de-buurt", "tom-in-de-buurt"));
	assert_non_null(
		strstr(below(fixture, COMBINATION, "tom-in-de-buurt", on), "kwintes of tom-in-de-buurt"));
}

static void test_a_chain_of_any_depth(void **state)
{
	struct fixture *fixture = *state;
	struct date on = date_of(2016, 3, 1);

	assert_string_equal(below(fixture, CONTRACTORS, "hoofdaannemer-1", on),
	                    "hoofdaannemer-1, onderaannemer-1 under hoofdaannemer-1, onderaannemer-2 under "
	                    "onderaannemer-1");
	assert_string_equal(below(fixture, CONTRACTORS, "onderaannemer-1", on),
	                    "onderaannemer-1, onderaannemer-2 under onderaannemer-1");
	assert_string_equal(above(fixture, CONTRACTORS, "onderaannemer-2", on),
	                    "onderaannemer-2, onderaannemer-1, hoofdaannemer-1");
	assert_string_equal(below(fixture, CONTRACTORS, "hoofdaannemer-2", on), "hoofdaannemer-2");
	/* before the subcontract began */
	assert_string_equal(below(fixture, CONTRACTORS, "hoofdaannemer-1", date_of(2014, 12, 31)),
	                    "hoofdaannemer-1");
}

static void test_a_cohort_is_a_subcontract(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(below(fixture, AREA_LEADS, "miep", date_of(2023, 5, 15)),
	                    "miep, dnzt under miep");
	assert_string_equal(below(fixture, AREA_LEADS, "miep", date_of(2023, 2, 28)), "miep");
	assert_string_equal(below(fixture, AREA_LEADS, "dnzt", date_of(2023, 5, 15)), "dnzt");
	assert_string_equal(above(fixture, AREA_LEADS, "dnzt", date_of(2023, 5, 15)), "dnzt, miep");
}

/* --- clients --- */

static const struct date today = { 738655 }; /* 2023-05-15 */

/* A fact that was recorded so many days after today. */
static void record(struct fixture *fixture, int64_t number, int64_t person, int32_t days)
{
	struct date on = date_add_days(today, days);
	const struct value values[] = { value_number(fixture->journal.register_id), value_number(number),
		                        value_number(person), value_date(on),
		                        value_number((on.day - 719163LL) * 86400) };

	run(fixture, &add_fact, values, COUNT(values));
}

/* A client with an assignment from so many days after today on, made a month before it; its number is 10
 * times the client's. */
static void add_client(struct fixture *fixture, int64_t person, const char *surname, int32_t from)
{
	const struct value number = value_number(fixture->journal.register_id), who = value_number(person);
	const struct value people[] = { number, who, value_text(surname), value_date(date_of(1940, 1, 1)) };
	const struct value line[] = { number, who, value_number(10 * person),
		                      value_date(date_add_days(today, from)),
		                      value_date(date_of(2025, 1, 1)) };

	run(fixture, &add_person, people, COUNT(people));
	record(fixture, 10 * person, person, from - 30);
	run(fixture, &add_line, line, COUNT(line));
}

/* That another member comes from a day on was recorded a week before it. */
static void hand_over(struct fixture *fixture, int64_t person, int32_t on)
{
	const struct value values[] = { value_number(fixture->journal.register_id), value_number(person),
		                        value_number(10 * person + 1), value_number(10 * person),
		                        value_date(date_add_days(today, on)) };

	run(fixture, &add_handover, values, COUNT(values));
	record(fixture, 10 * person + 1, person, on - 7);
}

/* Who delivers to a client for whom, from a day until a day. */
static void deliver(struct fixture *fixture, int64_t person, const char *party, const char *deliverer,
                    int32_t from, int32_t until)
{
	const struct value number = value_number(fixture->journal.register_id), who = value_number(person);
	const struct value values[] = { number,
		                        who,
		                        value_number(10 * person),
		                        value_date(date_add_days(today, from)),
		                        value_date(date_add_days(today, until)),
		                        value_text(party),
		                        value_text(deliverer) };

	run(fixture, &add_delivery, values, COUNT(values));
}

static void assign(struct fixture *fixture, int64_t person, const char *party, const char *deliverer,
                   int32_t from)
{
	const struct value values[] = { value_number(fixture->journal.register_id),
		                        value_number(person),
		                        value_number(10 * person),
		                        value_text(party),
		                        value_text(deliverer),
		                        value_date(date_add_days(today, from)),
		                        value_date(date_add_days(today, 500)) };

	add_client(fixture, person, arena_print(fixture->arena, "naam %lld", (long long)(99 - person)), from);
	run(fixture, &add_assignment, values, COUNT(values));
}

static void start(struct fixture *fixture, int64_t person, int32_t on)
{
	const struct value values[] = { value_number(fixture->journal.register_id), value_number(person),
		                        value_number(10 * person), value_date(date_add_days(today, on)) };

	run(fixture, &add_start, values, COUNT(values));
}

/* The clients of a party, in the order of the list. */
static const char *clients(struct fixture *fixture, const char *party, struct date on, bool is_started)
{
	const struct delivery_filter filter = { .party = party, .on = on, .is_started = is_started };
	const struct delivery_line *items;
	struct records lines;
	const char *words = "";

	if (provider_deliveries(&fixture->journal, &filter, &lines, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	items = lines.items;
	for (size_t i = 0; i < lines.count; i++)
		words = arena_print(fixture->arena, "%s%s%lld", words, i == 0 ? "" : " ",
		                    (long long)items[i].person);
	return words;
}

static enum status opened(struct fixture *fixture, const char *party, int64_t person, struct date on)
{
	struct delivery_details details;

	return provider_delivery(&fixture->journal, party, 10 * person, on, &details, &fixture->fault);
}

/* Five clients: of the lead, begun; of a member, waiting three weeks; of a member, to come; handed over;
 * another's. */
static void add_five(struct fixture *fixture)
{
	assign(fixture, 1, "samen", "lead", -100);
	deliver(fixture, 1, "samen", "lead", -100, 500);
	start(fixture, 1, -99);
	assign(fixture, 2, "samen", "lid", -21);
	deliver(fixture, 2, "samen", "lid", -21, 500);
	assign(fixture, 3, "samen", "lid", 7);
	deliver(fixture, 3, "samen", "lid", 7, 500);
	assign(fixture, 4, "samen", "lead", -60);
	deliver(fixture, 4, "samen", "lead", -60, -10);
	deliver(fixture, 4, "samen", "lid", -10, 500);
	start(fixture, 4, -59);
	hand_over(fixture, 4, -10);
	assign(fixture, 5, "lid", "lid", -5);
	deliver(fixture, 5, "lid", "lid", -5, 500);
}

static void test_a_party_sees_its_own_clients(void **state)
{
	struct fixture *fixture = *state;

	add_five(fixture);
	assert_string_equal(clients(fixture, "lead", today, true), "1");
	assert_string_equal(clients(fixture, "lead", today, false), "");
	assert_string_equal(clients(fixture, "lid", today, true), "4");
	assert_string_equal(clients(fixture, "lid", today, false), "2 5 3");
	assert_string_equal(clients(fixture, "samen", today, true), "");
	/* as it was: before the handover by name, before an assignment was made, and after the last day */
	assert_string_equal(clients(fixture, "lead", date_add_days(today, -20), true), "4 1");
	assert_string_equal(clients(fixture, "lid", date_add_days(today, -40), false), "2");
	assert_string_equal(clients(fixture, "lid", date_add_days(today, -52), false), "");
	assert_string_equal(clients(fixture, "lid", date_add_days(today, -18), false), "2 5 3");
	assert_string_equal(clients(fixture, "lid", date_add_days(today, -17), false), "2 4 5 3");
	assert_string_equal(clients(fixture, "lid", date_add_days(today, 500), false), "");
}

static void test_somebody_elses_client_is_not_there(void **state)
{
	static const char *const parties[] = { "lead", "lid", "samen", "ander", "" };
	struct fixture *fixture = *state;

	add_five(fixture);
	for (size_t i = 0; i < COUNT(parties); i++)
		for (int64_t person = 1; person <= 6; person++) {
			bool is_lead = person == 1, is_member = person >= 2 && person <= 5;
			bool is_own = (is_lead && strcmp(parties[i], "lead") == 0) ||
			              (is_member && strcmp(parties[i], "lid") == 0);

			assert_int_equal(opened(fixture, parties[i], person, today), is_own ? OK : NOT_FOUND);
		}
	/* who handed over sees the client as long as it delivered, and no longer */
	assert_int_equal(opened(fixture, "lead", 4, date_add_days(today, -11)), OK);
	assert_int_equal(opened(fixture, "lead", 4, date_add_days(today, -10)), NOT_FOUND);
	fixture->journal.register_id--;
	assert_int_equal(opened(fixture, "lead", 7, today), NOT_FOUND);
	fixture->journal.register_id++;
}

static void test_page_by_page(void **state)
{
	struct fixture *fixture = *state;
	struct delivery_filter filter = { .party = "veel", .on = today };

	for (int64_t person = 1; person <= 120; person++) {
		assign(fixture, person, "veel", "veel", -(int32_t)(person % 7));
		deliver(fixture, person, "veel", "veel", -(int32_t)(person % 7), 500);
		if (person % 2 == 0)
			start(fixture, person, 0);
	}
	for (int times = 0; times < 2; times++, filter.is_started = true) {
		size_t seen = 0;
		struct records page;

		filter.after_person = filter.after_assignment = 0;
		filter.after_from = (struct date){ 0 };
		do {
			const struct delivery_line *last;

			assert_int_equal(
				provider_deliveries(&fixture->journal, &filter, &page, &fixture->fault), OK);
			assert_true(page.count > 0);
			last = &((const struct delivery_line *)page.items)[page.count - 1];
			filter.after_person = last->person;
			filter.after_assignment = last->assignment;
			filter.after_from = last->valid_from;
			seen += page.count;
		} while (page.count == DELIVERIES_ON_A_PAGE);
		assert_int_equal(seen, 60);
	}
}

static struct delivery_count count(struct fixture *fixture, const char *deliverer, const char *party,
                                   struct date on)
{
	const struct count_asked asked = { deliverer, party, on, 14 };
	struct delivery_count count;

	if (provider_count(&fixture->journal, &asked, &count, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	assert_int_equal(count.assigned, count.started + count.coming + count.waiting);
	return count;
}

static void test_numbers_for_who_answers(void **state)
{
	struct fixture *fixture = *state;
	struct delivery_count member, lead, total = { 0 };

	add_five(fixture);
	member = count(fixture, "lid", "samen", today);
	assert_int_equal(member.started, 1);
	assert_int_equal(member.coming, 1);
	assert_int_equal(member.waiting, 1);
	assert_int_equal(member.late, 1);
	assert_int_equal(today.day - member.oldest.day, 21);
	lead = count(fixture, "lead", "samen", today);
	assert_int_equal(lead.assigned, 1);
	assert_false(date_is(lead.oldest));
	/* what the member delivers under its own contract is not the lead's */
	assert_int_equal(count(fixture, "lid", "lid", today).waiting, 1);
	assert_int_equal(count(fixture, "lid", "lid", today).late, 0);
	assert_int_equal(count(fixture, "lid", "", today).assigned, 4);
	provider_add(&total, &lead);
	provider_add(&total, &member);
	assert_int_equal(total.assigned, 4);
	assert_int_equal(total.oldest.day, member.oldest.day);
	/* on a day before the third was assigned and the second was late */
	assert_int_equal(count(fixture, "lid", "samen", date_add_days(today, -24)).coming, 1);
	assert_int_equal(count(fixture, "lid", "samen", date_add_days(today, -8)).late, 0);
}

static void test_the_municipality_sees_one_party(void **state)
{
	struct fixture *fixture = *state;
	const struct delivery_count *items;
	struct records counts;

	add_five(fixture);
	assert_int_equal(provider_counts(&fixture->journal, today, 14, &counts, &fixture->fault), OK);
	assert_int_equal(counts.count, 2);
	items = counts.items;
	assert_string_equal(items[0].party, "lid");
	assert_int_equal(items[0].assigned, 1);
	assert_string_equal(items[1].party, "samen");
	assert_int_equal(items[1].assigned, 4);
	assert_int_equal(items[1].started, 2);
	assert_int_equal(items[1].waiting, 1);
	assert_int_equal(items[1].late, 1);
	assert_int_equal(items[1].coming, 1);
}

static void search(struct fixture *fixture, int64_t person, int64_t place, int32_t from, int32_t until)
{
	static const char *const steps[] = { "", "same_worker", "own_other_worker", "fellow_members" };
	const struct value values[] = { value_number(fixture->journal.register_id),
		                        value_number(person),
		                        value_number(place),
		                        value_text(steps[place]),
		                        value_date(date_add_days(today, from)),
		                        value_date(until == 0 ? (struct date){ 0 }
		                                              : date_add_days(today, until)) };

	run(fixture, &add_search, values, COUNT(values));
}

static void test_where_a_search_goes_on(void **state)
{
	struct fixture *fixture = *state;
	const struct search_count *items;
	struct records counts;

	search(fixture, 1, 1, -9, -7);
	search(fixture, 1, 2, -7, 0);
	search(fixture, 2, 2, -3, 0);
	search(fixture, 3, 1, -1, 0);
	assert_int_equal(provider_searches(&fixture->journal, "samen", today, &counts, &fixture->fault), OK);
	assert_int_equal(counts.count, 2);
	items = counts.items;
	assert_string_equal(items[0].step, "same_worker");
	assert_int_equal(items[0].clients, 1);
	assert_string_equal(items[1].step, "own_other_worker");
	assert_int_equal(items[1].clients, 2);
	assert_int_equal(today.day - items[1].oldest.day, 7);
	/* as it was, and of nobody else */
	assert_int_equal(provider_searches(&fixture->journal, "samen", date_add_days(today, -8), &counts,
	                                   &fixture->fault),
	                 OK);
	assert_int_equal(counts.count, 1);
	assert_int_equal(provider_searches(&fixture->journal, "lid", today, &counts, &fixture->fault), OK);
	assert_int_equal(counts.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_lead_answers_for_the_members),
		cmocka_unit_test(test_a_chain_of_any_depth),
		cmocka_unit_test(test_a_cohort_is_a_subcontract),
		cmocka_unit_test_setup(test_a_party_sees_its_own_clients, next_register),
		cmocka_unit_test_setup(test_somebody_elses_client_is_not_there, next_register),
		cmocka_unit_test_setup(test_page_by_page, next_register),
		cmocka_unit_test_setup(test_numbers_for_who_answers, next_register),
		cmocka_unit_test_setup(test_the_municipality_sees_one_party, next_register),
		cmocka_unit_test_setup(test_where_a_search_goes_on, next_register),
	};

	return cmocka_run_group_tests_name("provider", tests, set_up, tear_down);
}
