/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider asks by message: taken in once, judged, answered, granted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <unistd.h>

#include "common/journal/task.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/fixture.h"
#include "contract/exchange/refusal.h"

#define REASON "in/refused/asked.xml.reason.txt"
#define NAMES(sort_)                                                                                         \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                       \
	"<Bericht xmlns=\"http://www.istandaarden.nl/iwmo/3_2/" sort_ "/schema\""                            \
	" xmlns:iwmo=\"http://www.istandaarden.nl/iwmo/3_2/basisschema/schema\">\n"
#define HEADER                                                                                               \
	"<BerichtVersie>3</BerichtVersie><BerichtSubversie>2</BerichtSubversie>"                             \
	"<Afzender>" PROVIDER "</Afzender><Ontvanger>%04lld</Ontvanger><BerichtIdentificatie>"               \
	"<iwmo:Identificatie>V1</iwmo:Identificatie><iwmo:Dagtekening>2023-05-15</iwmo:Dagtekening>"         \
	"</BerichtIdentificatie><XsdVersie><iwmo:BasisschemaXsdVersie>1.0.0</iwmo:BasisschemaXsdVersie>"     \
	"<iwmo:BerichtXsdVersie>1.0.0</iwmo:BerichtXsdVersie></XsdVersie></Header>\n"
#define VOLUME                                                                                               \
	"<Omvang><iwmo:Volume>180</iwmo:Volume><iwmo:Eenheid>01</iwmo:Eenheid>"                              \
	"<iwmo:Frequentie>2</iwmo:Frequentie></Omvang>"
#define PRODUCT "<Product><iwmo:Categorie>07</iwmo:Categorie><iwmo:Code>07A03</iwmo:Code></Product>"

/* A request for three hours a week from June, of the order of that number. */
static const char *change_of(struct test *test, int64_t number)
{
	return arena_print(
		test->arena,
		NAMES("wmo317") "<Header><BerichtCode>480</BerichtCode>" HEADER
				"<Client><Bsn>%s</Bsn><Verzoek><ReferentieAanbieder>V-1</ReferentieAanbieder>"
				"<RedenVerzoek>1</RedenVerzoek><TeWijzigenProducten><TeWijzigenProduct>"
				"<ToewijzingNummer>%lld</ToewijzingNummer>"
				"<GewensteIngangsdatum>2023-06-01</GewensteIngangsdatum>"
				"<Einddatum>2025-05-07</Einddatum>" VOLUME
				"</TeWijzigenProduct></TeWijzigenProducten></Verzoek></Client></Bericht>\n",
		(long long)test->journal.register_id, test_bsn(test, 0), (long long)number);
}

/* A request for a new assignment of day care. */
static const char *request_of(struct test *test)
{
	return arena_print(
		test->arena,
		NAMES("wmo315") "<Header><BerichtCode>444</BerichtCode>" HEADER
				"<Client><Bsn>%s</Bsn><Geboortedatum><iwmo:Datum>1940-02-03</iwmo:Datum>"
				"</Geboortedatum><Geslacht>2</Geslacht><Naam><iwmo:Geslachtsnaam>"
				"<iwmo:Achternaam>Voorbeeld</iwmo:Achternaam></iwmo:Geslachtsnaam></Naam>"
				"<Commentaar>De mantelzorger is ziek.</Commentaar>"
				"<AangevraagdeProducten><AangevraagdProduct>"
				"<ReferentieAanbieder>V-2</ReferentieAanbieder>" PRODUCT
				"<ToewijzingIngangsdatum>2023-06-01</ToewijzingIngangsdatum>"
				"<ToewijzingEinddatum>2024-05-31</ToewijzingEinddatum>"
				"<Omvang><iwmo:Volume>2</iwmo:Volume><iwmo:Eenheid>16</iwmo:Eenheid>"
				"<iwmo:Frequentie>2</iwmo:Frequentie></Omvang>"
				"<Verwijzer><iwmo:Type>06</iwmo:Type></Verwijzer></AangevraagdProduct>"
				"</AangevraagdeProducten></Client></Bericht>\n",
		(long long)test->journal.register_id, test_bsn(test, 0));
}

static struct asked_line only_request(struct test *test)
{
	struct records lines = { 0 };

	assert_int_equal(
		asked_about(&test->journal, PERSON, (struct date){ TODAY_DAY }, &lines, &test->fault), OK);
	assert_int_equal(lines.count, 1);
	return *(const struct asked_line *)lines.items;
}

static bool has_task(struct test *test, int64_t request)
{
	bool has = false;

	assert_int_equal(journal_has_task(&test->journal, PERSON, "asked-open", request, &has, &test->fault),
	                 OK);
	return has;
}

/* The codes of what the door objects to, in one text. */
static const char *objections(struct test *test, const struct journal_kind *kind, void *item)
{
	CLEANUP(text_done) struct text codes = text_new(1000);
	struct findings findings = findings_new(test->arena, "nl");
	int64_t fact;

	assert_int_equal(journal_append(&test->journal, kind, item, &findings, &fact, &test->fault),
	                 FINDINGS);
	for (size_t i = 0; i < findings.count; i++)
		text_print(&codes, "%s%s", i == 0 ? "" : " ", findings.items[i].code);
	return arena_copy(test->arena, text_words(&codes));
}

static void receive(struct test *test, const char *bytes)
{
	drop(test, "in/asked.xml", bytes);
	exchange(test);
}

/* A request is taken in, is work, and counts once however often it comes. */
static void test_a_change_is_taken_in_once(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3000), facts;
	const char *change = change_of(test, number), *answer;
	struct asked_line line;

	receive(test, change);
	assert_result(test, 0, 1, 0);
	answer = take_sent(test, "WMO318");
	assert_has(answer, "<BerichtCode>481<");
	assert_null(strstr(answer, "RetourCode"));
	line = only_request(test);
	assert_string_equal(line.state, "open");
	assert_string_equal(line.sort, "change");
	assert_int_equal(line.due_on.day, date_of(2023, 5, 23).day); /* the 18th is Ascension Day */
	assert_true(has_task(test, line.request));
	facts = last_fact(test);
	receive(test, change);
	assert_result(test, 0, 0, 0);
	assert_string_equal(take_sent(test, "WMO318"), answer);
	assert_int_equal(last_fact(test), facts);
	receive(test, replaced(test, change, ">180<", ">190<"));
	assert_result(test, 0, 0, 1);
	assert_has(content(test, REASON), "9056 (TR056)");
}

struct bad_change {
	const char *from, *to, *reason;
};

static const struct bad_change bad_changes[] = {
	{ "<Bsn>9", "<Bsn>9", "9347 (TR347), Client/Verzoek:" }, /* after the first one was stored */
	{ ">V-1<", ">V-9<", "9374 (TR374), Client/Verzoek:" },
};

/* With what a change is refused, against the order that was sent. */
static const struct bad_change wrong_changes[] = {
	{ "Nummer>2<", "Nummer>9<", "9351 (TR351), Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]" },
	{ "Nummer>2<", "Nummer>9<", "9349 (TR349), Client/Verzoek:" },
	{ "datum>2023-06-01", "datum>2023-05-15", "9357 (TR357)" },
	{ ">2</iwmo:Frequentie>", ">6</iwmo:Frequentie>", "9373 (TR373)" },
	{ VOLUME, "", "9411 (TR411)" },
	{ "</Verzoek>",
	  "<NieuweProducten><NieuwProduct><Product><iwmo:Categorie>01</iwmo:Categorie>"
	  "<iwmo:Code>01A99</iwmo:Code></Product><GewensteIngangsdatum>2023-06-01</GewensteIngangsdatum>"
	  "<Einddatum>2024-05-31</Einddatum>" VOLUME "</NieuwProduct></NieuweProducten></Verzoek>",
	  "S329 (TR381)" },
	{ "</Verzoek>",
	  "<NieuweProducten><NieuwProduct><Product><iwmo:Categorie>01</iwmo:Categorie>"
	  "<iwmo:Code>01A04</iwmo:Code></Product><GewensteIngangsdatum>2023-07-01</GewensteIngangsdatum>"
	  "<Einddatum>2024-05-31</Einddatum>" VOLUME "</NieuwProduct></NieuweProducten></Verzoek>",
	  "9361 (TR361)" },
	{ "<TeWijzigenProducten>",
	  "<OngewijzigdeProducten><OngewijzigdProduct><ToewijzingNummer>8</ToewijzingNummer>"
	  "</OngewijzigdProduct></OngewijzigdeProducten><TeWijzigenProducten>",
	  "9350 (TR350)" },
	{ "Dagtekening>2023-05-15", "Dagtekening>2023-05-16", "8848 (TR135), Header" },
};

static void assert_refused(struct test *test, const char *reason)
{
	const char *answer;

	assert_result(test, 0, 0, 1);
	assert_has(content(test, REASON), reason);
	answer = take_sent(test, "WMO318");
	assert_has(answer, arena_print(test->arena, "<RetourCode>%.4s<", reason));
	assert_int_equal(unlink(path_of(test, "in/refused/asked.xml")), 0);
}

static void test_wrong_changes_are_refused(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3010);
	const char *change = change_of(test, number);

	for (size_t i = 0; i < COUNT(wrong_changes); i++) {
		receive(test, replaced(test, change, wrong_changes[i].from, wrong_changes[i].to));
		assert_refused(test, wrong_changes[i].reason);
	}
	receive(test, replaced(test, change, test_bsn(test, 0), test_bsn(test, 5)));
	assert_refused(test, "8187 (TR304), Client/Bsn");
	receive(test, change);
	assert_result(test, 0, 1, 0);
	(void)take_sent(test, "WMO318");
	for (size_t i = 0; i < COUNT(bad_changes); i++) {
		const char *again = replaced(test, change, "Identificatie>V1<", "Identificatie>V2<");

		receive(test, replaced(test, again, bad_changes[i].from, bad_changes[i].to));
		assert_refused(test, bad_changes[i].reason);
	}
}

/* Being looked into is said once, and a refusal after it; the WMO319 leaves once, whatever happens. */
static void test_a_refusal_leaves(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3020), facts;
	const char *reply;
	struct asked_line line;

	receive(test, change_of(test, number));
	(void)take_sent(test, "WMO318");
	line = only_request(test);
	(void)append(test, &asking_considered_kind,
	             &(struct asking_considered){ .person = PERSON, .request = line.request });
	exchange(test);
	reply = take_sent(test, "WMO319");
	assert_has(reply, "<ReferentieAanbieder>V-1<");
	assert_has(reply, "<VerzoekAntwoord>2<");
	assert_null(strstr(reply, "RedenAfwijzing"));
	assert_int_equal(only_request(test).replied_on.day, TODAY_DAY);
	assert_string_equal(
		objections(test, &asking_considered_kind,
	                   &(struct asking_considered){ .person = PERSON, .request = line.request }),
		"asking-considered-once");
	assert_string_equal(objections(test, &asking_refused_kind,
	                               &(struct asking_refused){ .person = OTHER_PERSON,
	                                                         .request = line.request,
	                                                         .refusal = "7",
	                                                         .words = "Nee." }),
	                    "asking-known");
	(void)append(test, &asking_refused_kind,
	             &(struct asking_refused){ .person = PERSON,
	                                       .request = line.request,
	                                       .refusal = "7",
	                                       .words = "Het kan anders." });
	assert_false(has_task(test, line.request));
	facts = last_fact(test);
	exchange(test);
	assert_has(take_sent(test, "WMO319"), "<RedenAfwijzingVerzoek>7<");
	exchange(test);
	assert_null(take_sent(test, "WMO319"));
	assert_int_equal(last_fact(test), facts + 1);
	assert_string_equal(objections(test, &asking_refused_kind,
	                               &(struct asking_refused){ .person = PERSON,
	                                                         .request = line.request,
	                                                         .refusal = "7",
	                                                         .words = "Nee." }),
	                    "asking-open");
}

/* Promise 5: never for the budget, whoever says so. */
static void test_no_request_is_refused_for_the_budget(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3030);
	struct asking_refused refused = { .person = PERSON, .refusal = "2", .words = "Het geld is op." };

	receive(test, change_of(test, number));
	refused.request = only_request(test).request;
	assert_string_equal(objections(test, &asking_refused_kind, &refused), "choice");
	assert_string_equal(only_request(test).state, "open");
	exchange(test);
	assert_null(take_sent(test, "WMO319"));
	/* nor by whoever writes in the table itself: the message is held, and a sentence says why */
	assert_int_equal(db_run(test->db,
	                        &(const struct db_query){
					"written_in", "UPDATE exchange_asked SET verdict = '1', refusal = "
						      "'2', verdict_fact = 1 WHERE register_id = 3030" },
	                        NULL, 0, &test->fault),
	                 OK);
	exchange(test);
	assert_null(take_sent(test, "WMO319"));
	assert_int_equal(test->result.orders_held, 1);
	assert_has(text_words(&test->told), "budget");
}

/* Granted only once the orders are what was asked; then the next WMO301 says whose wish it was, and says it
 * once. */
static void test_a_grant_stands_in_the_order(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3040), added;
	struct asking_granted granted = { .person = PERSON };
	const char *order;

	(void)take_sent(test, "WMO301");
	receive(test, request_of(test));
	assert_result(test, 0, 1, 0);
	assert_has(take_sent(test, "WMO316"), "<BerichtCode>445<");
	granted.request = only_request(test).request;
	assert_string_equal(only_request(test).words, "De mantelzorger is ziek.");
	assert_string_equal(objections(test, &asking_granted_kind, &granted), "asking-met");
	added = place(test, PERSON, "dag", date_of(2023, 6, 1), date_of(2024, 5, 31));
	granted = (struct asking_granted){ .person = PERSON, .request = granted.request };
	(void)append(test, &asking_granted_kind, &granted);
	assert_int_equal(granted.orders.count, 1);
	assert_false(has_task(test, granted.request));
	exchange(test);
	order = take_sent(test, "WMO301");
	assert_has(order, arena_print(test->arena,
	                              "<ToewijzingNummer>%lld</ToewijzingNummer>\r\n"
	                              "        <ReferentieAanbieder>V-2<",
	                              (long long)added));
	assert_string_equal(order_now(test, number).reference, "");
	(void)place(test, PERSON, "opvang", date_of(2023, 6, 1), (struct date){ 0 });
	exchange(test);
	assert_null(strstr(take_sent(test, "WMO301"), "ReferentieAanbieder"));
	assert_null(take_sent(test, "WMO319"));
}

/* Of somebody whom nobody here knows nothing is kept, and the provider hears at once to ask for it anew. */
static void test_nobody_is_kept_who_is_unknown(void **state)
{
	struct test *test = *state;
	struct records lines = { 0 };
	const char *reply;

	(void)send_one(test, 3050);
	receive(test, replaced(test, request_of(test), test_bsn(test, 0), test_bsn(test, 5)));
	assert_result(test, 0, 1, 0);
	assert_null(strstr(take_sent(test, "WMO316"), "RetourCode"));
	exchange(test);
	reply = take_sent(test, "WMO319");
	assert_has(reply, "<VerzoekAntwoord>1<");
	assert_has(reply, "<RedenAfwijzingVerzoek>1<");
	assert_int_equal(asked_about(&test->journal, 0, (struct date){ TODAY_DAY }, &lines, &test->fault),
	                 OK);
	assert_int_equal(lines.count, 0);
}

/* The answer to a WMO319 pairs with it; codes put it on the contract manager's list. */
static void test_the_answer_to_a_reply(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3060);
	struct records refusals = { 0 };
	const char *reply, *answer;

	receive(test, change_of(test, number));
	(void)append(test, &asking_considered_kind,
	             &(struct asking_considered){ .person = PERSON, .request = only_request(test).request });
	exchange(test);
	reply = take_sent(test, "WMO319");
	answer = replaced(test, reply, "wmo319", "wmo320");
	answer = replaced(test, answer, "<BerichtCode>482<", "<BerichtCode>483<");
	answer = replaced(test, answer, "  </Header>",
	                  "<IdentificatieRetour>A1</IdentificatieRetour>"
	                  "<DagtekeningRetour>2023-05-15</DagtekeningRetour>"
	                  "<XsdVersieRetour><iwmo:BasisschemaXsdVersie>1.0.0</iwmo:BasisschemaXsdVersie>"
	                  "<iwmo:BerichtXsdVersie>1.0.0</iwmo:BerichtXsdVersie></XsdVersieRetour>"
	                  "<RetourCodes><RetourCode>9355</RetourCode></RetourCodes></Header>");
	answer = arena_print(test->arena, "%.*s</Bericht>", (int)(strstr(answer, "<Antwoord>") - answer),
	                     answer);
	receive(test, answer);
	assert_result(test, 0, 1, 0);
	assert_int_equal(refusals_on(&test->journal, (struct date){ TODAY_DAY }, 0, &refusals, &test->fault),
	                 OK);
	assert_int_equal(refusals.count, 1);
	receive(test, answer);
	assert_result(test, 0, 0, 0);
	receive(test, replaced(test, answer, "9355", "9359"));
	assert_result(test, 0, 0, 1);
}

/* What the contract manager keeps an eye on: what waits for an answer, and where a refused message leads. */
static void test_what_waits_for_an_answer(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3070);
	struct records sent = { 0 }, asked = { 0 }, refusals = { 0 };
	struct order_answered answered = {
		.person = PERSON, .assignment = number, .sender = PROVIDER, .content_mark = "m", .codes = ""
	};

	assert_int_equal(orders_unanswered(&test->journal, &sent, &test->fault), OK);
	assert_int_equal(sent.count, 1);
	assert_int_equal(((const struct order_unanswered *)sent.items)->assignment, number);
	answered.message = ((const struct order_unanswered *)sent.items)->message;
	(void)append(test, &order_answered_kind, &answered);
	assert_int_equal(orders_unanswered(&test->journal, &sent, &test->fault), OK);
	assert_int_equal(sent.count, 0);
	receive(test, replaced(test, change_of(test, number), VOLUME, ""));
	assert_int_equal(refusals_on(&test->journal, (struct date){ TODAY_DAY }, 0, &refusals, &test->fault),
	                 OK);
	assert_int_equal(refusals.count, 1);
	assert_int_equal(((const struct refusal *)refusals.items)->assignment, number);
	assert_int_equal(asked_waiting(&test->journal, &asked, &test->fault), OK);
	assert_int_equal(asked.count, 0);
	receive(test, replaced(test, change_of(test, number), "Identificatie>V1<", "Identificatie>V2<"));
	assert_int_equal(asked_waiting(&test->journal, &asked, &test->fault), OK);
	assert_int_equal(asked.count, 1);
	assert_int_equal(asked_due(asked.items).day, date_of(2023, 5, 23).day);
}

/* Without a BSN nothing is asked: there is nobody to name in a message. */
static void test_a_request_needs_a_bsn(void **state)
{
	struct test *test = *state;
	struct assignment_asked asked = { .product = "dag", .amount = 2, .from = date_of(2023, 6, 1) };
	struct change_asked change = {
		.product = "dag", .amount = 2, .from = date_of(2023, 6, 1), .reason = "1"
	};

	(void)send_one(test, 3080);
	add_person(test, 9, "9351", "");
	(void)place(test, 9, "hulp", date_of(2023, 5, 8), date_of(2025, 5, 7));
	test->journal.party = "een";
	asked.person = change.person = 9;
	asked.situation = (struct asking_situation){ .is_client = true, .has_code = true };
	assert_false(assignment_asked_rules[1].holds(&asked));
	assert_string_equal(assignment_asked_rules[1].code, "asking-bsn");
	assert_false(change_asked_rules[1].holds(&change));
	assert_string_equal(objections(test, &assignment_asked_kind, &asked), "asking-client");
}

/* A provider without software asks on its form; the message is judged in the same round. */
static void test_a_form_becomes_a_message(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3090), asking;
	struct change_asked change = { .person = PERSON,
		                       .order = number,
		                       .amount = 190,
		                       .from = date_of(2023, 6, 1),
		                       .last_day = date_of(2025, 5, 7),
		                       .reason = "1" };
	struct asking_confirmed confirmed = { .person = PERSON,
		                              .sort = "WMO318",
		                              .sender = "3090",
		                              .message = "x",
		                              .content_mark = "x",
		                              .codes = "9351" };
	struct records askings = { 0 };
	bool has = false;

	test->journal.party = "een";
	asking = append(test, &change_asked_kind, &change);
	test->journal.party = NULL;
	exchange(test);
	assert_string_equal(only_request(test).reference, change.reference);
	assert_has(take_sent(test, "WMO318"), "<BerichtCode>481<");
	assert_int_equal(
		askings_of(&test->journal, "een", (struct date){ TODAY_DAY }, &askings, &test->fault), OK);
	assert_int_equal(askings.count, 1);
	assert_string_equal(((const struct asking_line *)askings.items)->state, "sent");
	confirmed.asking = asking;
	(void)append(test, &asking_confirmed_kind, &confirmed);
	assert_int_equal(journal_has_task(&test->journal, PERSON, "asking-rejected", 0, &has, &test->fault),
	                 OK);
	assert_true(has);
}

#define TEST(function_) cmocka_unit_test_setup_teardown(function_, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_change_is_taken_in_once),
		TEST(test_wrong_changes_are_refused),
		TEST(test_a_refusal_leaves),
		TEST(test_no_request_is_refused_for_the_budget),
		TEST(test_a_grant_stands_in_the_order),
		TEST(test_nobody_is_kept_who_is_unknown),
		TEST(test_the_answer_to_a_reply),
		TEST(test_what_waits_for_an_answer),
		TEST(test_a_request_needs_a_bsn),
		TEST(test_a_form_becomes_a_message),
	};

	fixture_begin();
	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
