/* SPDX-License-Identifier: EUPL-1.2 */
/* Moves through the door, in a register with a combination of three: who delivers when, and who answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "common/access/access.h"
#include "common/person/vault.h"
#include "common/scheme/adopted_fixture.h"
#include "common/scheme/scheme_book.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/desk/contact.h"
#include "practice/desk/desk.h"
#include "practice/desk/desk_store.h"
#include "practice/transition/handover.h"

#define HERE 484
#define CLIENT 7
#define CARE 100
#define CHOSEN 101

static const struct journal_kind *const kinds[] = {
	&contact_handed_over_kind,
	&worker_left_kind,
	&handover_made_kind,
	&owner_changed_kind,
};
static const struct journal_book book = { .kinds = kinds, .kinds_count = COUNT(kinds) };

static const struct access_account accounts[] = {
	{ HERE, "aisha", "Aisha van Alphen", "social_worker", "team-alphen", "" },
	{ HERE, "amir", "Amir van Alphen", "social_worker", "team-alphen", "" },
	{ HERE, "anna", "Anna van Alphen", "social_worker", "team-alphen", "" },
	{ HERE, "eva", "Eva Eenling", "social_worker", "team-alleen", "" },
	{ HERE, "abel", "Abel Beheer", "administrator", "", "" },
	{ HERE, "daan", "Daan Besluit", "decider", "", "" },
	{ HERE, "wil", "Wil van WIJdezorg", "provider", "", "wijdezorg-combinatie" },
};

static void apply(struct fixture *fixture, const struct journal_kind *kind, int64_t number, struct date on,
                  void *item)
{
	const struct journal_fact fact = { .fact = number, .valid_on = on, .person = CLIENT, .item = item };

	fixture_apply(fixture, kind, &fact);
}

/* A client in Alphen-centrum, with a contact person since January 2022. */
static void add_client(struct fixture *fixture)
{
	struct findings findings = findings_new(fixture->arena, "nl");
	const struct identity client = { .surname = "Proef",
		                         .born = date_of(1943, 2, 3),
		                         .postcode = "2405AB" };
	struct report report = { .person = CLIENT,
		                 .area = "Alphen-centrum",
		                 .asked = "Hulp",
		                 .channel = "phone",
		                 .received_on = date_of(2022, 1, 10),
		                 .due_on = date_of(2022, 2, 21),
		                 .owner = "Alphen aan den Rijn",
		                 .team = "team-alphen",
		                 .contact = "aisha" };

	fixture_must(fixture, vault_add(&fixture->journal, CLIENT, &client, &findings, &fixture->fault));
	apply(fixture, &report_received_kind, CLIENT, report.received_on, &report);
}

static void add_assignment(struct fixture *fixture, int64_t number, const char *party, const char *deliverer)
{
	struct assignment assignment = { .person = CLIENT,
		                         .decision = number,
		                         .deliverer = deliverer,
		                         .party = party,
		                         .product = "huishoudelijke-ondersteuning",
		                         .choice = "resident",
		                         .explanation = "{}",
		                         .from = date_of(2022, 2, 1),
		                         .last_day = date_of(2024, 1, 31) };

	apply(fixture, &assignment_made_kind, number, assignment.from, &assignment);
}

static int set_up(void **state)
{
	struct fixture *fixture;

	(void)fixture_open(state, sizeof(struct fixture), &book, date_of(2022, 6, 1), "aisha");
	fixture = *state;
	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	fixture_open_register(fixture, HERE);
	for (size_t i = 0; i < COUNT(accounts); i++)
		fixture_must(fixture, access_add_account(fixture->db, &accounts[i], "geheim", fixture->arena,
		                                         &fixture->fault));
	return 0;
}

static int tear_down(void **state)
{
	scheme_book_free(((struct fixture *)*state)->schemes);
	return fixture_close(state);
}

static int begin(void **state)
{
	struct fixture *fixture = *state;

	if (db_begin(fixture->db, &fixture->fault) != OK)
		return -1;
	fixture_adopt(fixture, "alphen", date_of(2022, 1, 1));
	add_client(fixture);
	add_assignment(fixture, CARE, "wijdezorg-combinatie", "thuiszorg-izo");
	return 0;
}

/* The code of the rule that refuses the fact, or "" when it was stored. */
static const char *bring(struct fixture *fixture, const struct journal_kind *kind, void *item)
{
	struct findings findings = findings_new(fixture->arena, "nl");
	int64_t fact;
	enum status status = journal_append(&fixture->journal, kind, item, &findings, &fact, &fixture->fault);

	if (status == FINDINGS)
		return findings.items[0].code;
	fixture_must(fixture, status);
	return "";
}

/* --- between the members of a combination --- */

static struct handover to_axxicom(void)
{
	return (struct handover){ .person = CLIENT,
		                  .assignment = CARE,
		                  .to = "axxicom",
		                  .from = date_of(2022, 6, 13),
		                  .told_on = date_of(2022, 6, 1),
		                  .told_how = "visit",
		                  .respects_choice = true,
		                  .reason = "De medewerker is langdurig ziek." };
}

static const char *deliverer_on(struct fixture *fixture, struct date on)
{
	struct records deliveries;
	const struct delivery *delivery;

	fixture_must(fixture, deliveries_of(&fixture->journal, CLIENT, &deliveries, &fixture->fault));
	delivery = delivery_on(&deliveries, CARE, on);
	return delivery == NULL ? "" : delivery->deliverer;
}

static void a_handover_changes_who_comes_and_nothing_else(void **state)
{
	struct fixture *fixture = *state;
	struct handover handover = to_axxicom();
	struct records deliveries, lines, handovers;
	const struct assignment_line *line;

	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 1, 31)), "");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 2, 1)), "thuiszorg-izo");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 6, 12)), "thuiszorg-izo");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 6, 13)), "axxicom");
	assert_string_equal(deliverer_on(fixture, date_of(2024, 1, 31)), "axxicom");
	assert_string_equal(deliverer_on(fixture, date_of(2024, 2, 1)), "");
	fixture_must(fixture, deliveries_of(&fixture->journal, CLIENT, &deliveries, &fixture->fault));
	assert_int_equal(deliveries.count, 2);
	fixture_must(fixture, assignments_of(&fixture->journal, CLIENT, &lines, &fixture->fault));
	line = lines.items;
	assert_int_equal(lines.count, 1);
	assert_string_equal(line->party, "wijdezorg-combinatie");
	assert_string_equal(line->deliverer, "thuiszorg-izo"); /* as it was explained */
	fixture_must(fixture, handovers_of(&fixture->journal, CLIENT, &handovers, &fixture->fault));
	assert_int_equal(handovers.count, 1);
	assert_string_equal(((struct handover_line *)handovers.items)->from_member, "thuiszorg-izo");
}

static void a_client_may_go_on_and_back(void **state)
{
	struct fixture *fixture = *state;
	struct handover first = to_axxicom(), second = to_axxicom(), back = to_axxicom();

	assert_string_equal(bring(fixture, &handover_made_kind, &first), "");
	second.to = "wijdezorg";
	second.from = date_of(2022, 6, 12);
	assert_string_equal(bring(fixture, &handover_made_kind, &second), "handover-history");
	second.from = date_of(2022, 7, 1);
	assert_string_equal(bring(fixture, &handover_made_kind, &second), "");
	back.to = "thuiszorg-izo";
	back.from = date_of(2022, 8, 1);
	assert_string_equal(bring(fixture, &handover_made_kind, &back), "");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 6, 30)), "axxicom");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 7, 31)), "wijdezorg");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 8, 1)), "thuiszorg-izo");
}

/* What was assigned but did not begin yet may go to another member as a whole. */
static void a_handover_on_the_first_day_leaves_no_empty_period(void **state)
{
	struct fixture *fixture = *state;
	struct handover handover = to_axxicom();
	struct records deliveries;

	fixture->clock.fixed_day = date_of(2022, 1, 20);
	handover.from = date_of(2022, 2, 1);
	handover.told_on = date_of(2022, 1, 19);
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "");
	fixture->clock.fixed_day = date_of(2022, 6, 1);
	fixture_must(fixture, deliveries_of(&fixture->journal, CLIENT, &deliveries, &fixture->fault));
	assert_int_equal(deliveries.count, 1);
	assert_string_equal(((struct delivery *)deliveries.items)->deliverer, "axxicom");
}

static void only_a_member_of_the_same_combination_may_take_over(void **state)
{
	struct fixture *fixture = *state;
	struct handover handover = to_axxicom();

	handover.to = "aanbieder-2";
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "handover-member");
	handover.to = "wijdezorg-combinatie";
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "handover-member");
	add_assignment(fixture, CHOSEN, "aanbieder-2", "aanbieder-2");
	handover = to_axxicom();
	handover.assignment = CHOSEN;
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "handover-member");
}

/* Inside a combination its lead moves clients too; another member does not, nor another party's people. */
static void the_lead_hands_over_and_no_other_provider(void **state)
{
	static const char *const others[] = { "axxicom", "thuiszorg-izo", "aanbieder-2", "kwintes" };
	struct fixture *fixture = *state;
	struct handover handover = to_axxicom();

	for (size_t i = 0; i < COUNT(others); i++) {
		fixture->journal.party = others[i];
		assert_string_equal(bring(fixture, &handover_made_kind, &handover), "handover-lead");
	}
	fixture->journal.party = "wijdezorg";
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "");
	assert_string_equal(deliverer_on(fixture, handover.from), "axxicom");
	fixture->journal.party = NULL;
}

static void the_client_is_told_first_and_agrees(void **state)
{
	struct fixture *fixture = *state;
	struct handover handover = to_axxicom();

	handover.told_on = handover.from;
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "handover-told");
	handover = to_axxicom();
	handover.respects_choice = false;
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "handover-choice");
	handover = to_axxicom();
	handover.from = date_of(2022, 1, 31);
	assert_string_equal(bring(fixture, &handover_made_kind, &handover), "handover-period");
	assert_string_equal(deliverer_on(fixture, date_of(2022, 6, 13)), "thuiszorg-izo");
}

/* --- contact persons --- */

static struct contact contact_on(struct fixture *fixture, struct date on)
{
	struct contact contact;

	fixture_must(fixture, desk_contact_on(&fixture->journal, CLIENT, on, &contact, &fixture->fault));
	return contact;
}

static struct contact_handover to_amir(void)
{
	return (struct contact_handover){
		.person = CLIENT, .to = "amir", .from = date_of(2022, 6, 1), .reason = "Andere wijk."
	};
}

static void a_contact_person_is_replaced_without_a_day_between(void **state)
{
	struct fixture *fixture = *state;
	struct contact_handover handover = to_amir();
	struct records contacts;
	const struct contact *items;

	assert_string_equal(bring(fixture, &contact_handed_over_kind, &handover), "");
	assert_string_equal(contact_on(fixture, date_of(2022, 5, 31)).contact, "aisha");
	assert_string_equal(contact_on(fixture, date_of(2022, 6, 1)).contact, "amir");
	assert_string_equal(contact_on(fixture, date_of(2022, 6, 1)).owner, "Alphen aan den Rijn");
	fixture_must(fixture, desk_contacts_of(&fixture->journal, CLIENT, &contacts, &fixture->fault));
	items = contacts.items;
	assert_int_equal(contacts.count, 2);
	assert_int_equal(items[0].valid_until.day, items[1].valid_from.day);
	assert_int_equal(items[1].valid_until.day, DATE_LAST.day);
}

/* The contact person is a person and the owner an organisation: one changes without the other. */
static void owner_and_contact_person_change_apart(void **state)
{
	struct fixture *fixture = *state;
	struct owner_period periods[] = { { "wijdezorg-combinatie", date_of(2022, 2, 1) },
		                          { "Alphen aan den Rijn", date_of(2024, 2, 1) } };
	struct owner_change change = { CLIENT, { periods, COUNT(periods) } };
	struct contact_handover handover = to_amir();

	assert_string_equal(bring(fixture, &owner_changed_kind, &change), "");
	assert_string_equal(contact_on(fixture, date_of(2022, 1, 31)).owner, "Alphen aan den Rijn");
	assert_string_equal(contact_on(fixture, date_of(2022, 2, 1)).owner, "wijdezorg-combinatie");
	assert_string_equal(contact_on(fixture, date_of(2022, 2, 1)).contact, "aisha");
	assert_string_equal(contact_on(fixture, date_of(2024, 2, 1)).owner, "Alphen aan den Rijn");
	assert_string_equal(bring(fixture, &contact_handed_over_kind, &handover), "");
	assert_string_equal(contact_on(fixture, date_of(2022, 6, 1)).owner, "wijdezorg-combinatie");
	assert_string_equal(contact_on(fixture, date_of(2024, 2, 1)).contact, "amir");
	assert_string_equal(contact_on(fixture, date_of(2024, 2, 1)).owner, "Alphen aan den Rijn");
}

static void whoever_comes_must_be_one_who_may(void **state)
{
	struct fixture *fixture = *state;
	struct owner_period period = { "wijdezorg-combinatie", date_of(2022, 2, 1) };
	struct owner_change change = { CLIENT, { &period, 1 } };
	struct contact_handover handover = to_amir();

	handover.to = "daan";
	assert_string_equal(bring(fixture, &contact_handed_over_kind, &handover), "contact-worker");
	handover.to = "niemand";
	assert_string_equal(bring(fixture, &contact_handed_over_kind, &handover), "contact-worker");
	handover.to = "wil"; /* of the provider, which is not the owner yet */
	assert_string_equal(bring(fixture, &contact_handed_over_kind, &handover), "contact-worker");
	assert_string_equal(bring(fixture, &owner_changed_kind, &change), "");
	assert_string_equal(bring(fixture, &contact_handed_over_kind, &handover), "");
}

static void a_leaver_hands_all_clients_to_the_next_of_the_team(void **state)
{
	struct fixture *fixture = *state;
	struct worker_left left = { .account = "aisha", .from = date_of(2022, 6, 1) };
	struct worker_left again = left;
	struct contact_handover back = to_amir();
	struct records team;

	assert_string_equal(bring(fixture, &worker_left_kind, &left), "");
	assert_string_equal(left.successor, "amir");
	assert_int_equal(left.clients, 1);
	assert_string_equal(contact_on(fixture, date_of(2022, 5, 31)).contact, "aisha");
	assert_string_equal(contact_on(fixture, date_of(2022, 6, 1)).contact, "amir");
	assert_string_equal(bring(fixture, &worker_left_kind, &again), "left-once");
	back.to = "aisha";
	assert_string_equal(bring(fixture, &contact_handed_over_kind, &back), "contact-worker");
	fixture_must(fixture, desk_team(&fixture->journal, "team-alphen", &team, &fixture->fault));
	assert_int_equal(team.count, 2); /* and new clients go to these */
}

static void the_last_of_a_team_is_followed_by_its_first(void **state)
{
	struct fixture *fixture = *state;
	struct worker_left left = { .account = "anna", .from = date_of(2022, 6, 1) };

	assert_string_equal(bring(fixture, &worker_left_kind, &left), "");
	assert_string_equal(left.successor, "aisha");
	assert_int_equal(left.clients, 0);
}

static void nobody_leaves_without_a_successor(void **state)
{
	struct fixture *fixture = *state;
	struct worker_left left = { .account = "eva", .from = date_of(2022, 6, 1) };

	assert_string_equal(bring(fixture, &worker_left_kind, &left), "left-successor");
	left.successor = "eva";
	assert_string_equal(bring(fixture, &worker_left_kind, &left), "left-successor");
	left.successor = "daan";
	assert_string_equal(bring(fixture, &worker_left_kind, &left), "left-successor");
	left.successor = "anna"; /* of another team: not without the administrator */
	assert_string_equal(bring(fixture, &worker_left_kind, &left), "left-team");
	fixture->journal.account = "abel";
	assert_string_equal(bring(fixture, &worker_left_kind, &left), "");
	left = (struct worker_left){ .account = "daan", .successor = "anna", .from = date_of(2022, 6, 1) };
	assert_string_equal(bring(fixture, &worker_left_kind, &left), "left-worker");
}

#define MOVE(test) cmocka_unit_test_setup_teardown(test, begin, fixture_undo)

int main(void)
{
	const struct CMUnitTest tests[] = {
		MOVE(a_handover_changes_who_comes_and_nothing_else),
		MOVE(a_client_may_go_on_and_back),
		MOVE(a_handover_on_the_first_day_leaves_no_empty_period),
		MOVE(only_a_member_of_the_same_combination_may_take_over),
		MOVE(the_lead_hands_over_and_no_other_provider),
		MOVE(the_client_is_told_first_and_agrees),
		MOVE(a_contact_person_is_replaced_without_a_day_between),
		MOVE(owner_and_contact_person_change_apart),
		MOVE(whoever_comes_must_be_one_who_may),
		MOVE(a_leaver_hands_all_clients_to_the_next_of_the_team),
		MOVE(the_last_of_a_team_is_followed_by_its_first),
		MOVE(nobody_leaves_without_a_successor),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
