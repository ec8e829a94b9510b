/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/buying/tender_check.h"

#include <string.h>

#include "buying_sql.h"
#include "common/wording/amount.h"
#include "common/wording/wording.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/draft.h"
#include "contract/procurement/notice.h"
#include "contract/publication/publication.h"
#include "outlook/buying/buying.h"
#include "platform/base/words.h"
#include "policy/programme/finish.h"

/* Whether the money stage that a text waits for is open. */
enum stage { MONEY_OPEN, MONEY_CLOSED, MONEY_OF_NONE };

struct reading {
	struct findings *findings;
	enum stage money;
};

/* First the content; until all endorse it no amount exists in any field of the tender. 7,50 is a mark where
 * one is asked. */
static void read_text(void *with, const char *path, const char *words)
{
	const struct reading *reading = with;
	bool is_frozen = strncmp(path, "lots.", 5) == 0 || strncmp(path, "criteria.", 9) == 0;

	if (reading->money == MONEY_OPEN || strcmp(path, "mark") == 0 || !amount_stands_in(words))
		return;
	if (is_frozen)
		(void)findings_add(
			reading->findings, "tender-amount", "scheme",
			WORDS("In de percelen of criteria van deze regeling lijkt een bedrag te staan: %s. "
		              "Zolang de geldfase niet open is, staat in een aanbesteding geen bedrag."),
			words);
	else if (reading->money == MONEY_CLOSED)
		(void)findings_add(
			reading->findings, "tender-amount", path,
			WORDS("Hier lijkt een bedrag te staan. De geldfase van het programma is nog dicht: "
		              "eerst onderschrijft elke groep de inhoud. Haal het bedrag weg. Is het geen "
		              "bedrag? Schrijf erbij wat u telt, zoals 30 gesprekken."));
	else
		(void)findings_add(
			reading->findings, "tender-amount", path,
			WORDS("Hier lijkt een bedrag te staan. Deze aanbesteding hoort bij geen "
		              "programma; dan noemt zij geen bedragen. Haal het bedrag weg. Is het "
		              "geen bedrag? Schrijf erbij wat u telt, zoals 30 gesprekken."));
}

static enum status money_of(const struct journal *journal, const char *programme, enum stage *ret_money,
                            struct fault *fault)
{
	bool is_open = false;
	enum status status;

	*ret_money = MONEY_OF_NONE;
	if (!has_words(programme))
		return OK;
	status = outlook_programme_finance_open(journal->db, journal->register_id, programme,
	                                        clock_today(journal->clock), &is_open, fault);
	*ret_money = is_open ? MONEY_OPEN : MONEY_CLOSED;
	return status;
}

/* --- the notice --- */

/* Whether the programme that is named is for the tender's scheme. */
static enum status see_scheme(struct journal *journal, struct tender_announced *announced,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_text_or_empty(announced->programme),
		                        value_text_or_empty(announced->scheme) };
	enum status status = db_one(journal->db, &sql_buying_is_for, values, COUNT(values), &rows, fault);

	announced->situation.is_of_scheme = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status see_programme(struct journal *journal, struct tender_announced *announced,
                                 struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct date today = clock_today(journal->clock);
	const struct value values[] = { value_number(journal->register_id), value_date(today) };
	struct buying_programme programme = { 0 };
	enum status status = db_one(journal->db, &sql_buying_running, values, COUNT(values), &rows, fault);

	announced->situation.is_programme_running = status == OK;
	if (status == NOT_FOUND)
		status = OK;
	if (status == OK && has_words(announced->programme))
		status = buying_programme(journal->db, journal->register_id, announced->programme, today,
		                          &programme, fault);
	announced->situation.has_programme = programme.is_known;
	announced->situation.has_ended = programme.has_ended;
	announced->vision = programme.vision;
	announced->content = programme.content;
	return status;
}

enum status buying_check_notice(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct tender_announced *announced = fact->item;
	struct reading reading = { .findings = findings };
	enum status status = see_programme(journal, announced, fault);

	if (status == OK)
		status = see_scheme(journal, announced, fault);
	if (status == OK)
		status = money_of(journal, announced->programme, &reading.money, fault);
	if (status == OK)
		wording_each(&(struct wording){ fact->kind->record, announced, 0 }, journal->arena, read_text,
		             &reading);
	return status;
}

enum status buying_check_ending(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct programme_ended *ended = fact->item;
	const struct value values[] = { value_number(journal->register_id),
		                        value_text_or_empty(ended->of.programme),
		                        value_moment(clock_now(journal->clock)) };
	enum status status = db_one(journal->db, &sql_buying_tenders, values, COUNT(values), &rows, fault);

	(void)findings;
	if (status)
		return status;
	ended->situation.has_running = db_number(&rows, 0) > 0;
	ended->situation.has_opened = db_number(&rows, 1) > 0;
	return OK;
}

enum status buying_check_prepared(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct reading reading = { .findings = findings, .money = MONEY_OF_NONE };

	(void)fault;
	wording_each(&(struct wording){ fact->kind->record, fact->item, 0 }, journal->arena, read_text,
	             &reading);
	return OK;
}

/* --- what is written about it afterwards --- */

/* The programme of the tender that a fact is about; "" for none. */
static enum status programme_of(const struct journal *journal, const struct journal_fact *fact,
                                const char **ret_programme, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct field *tender = record_field(fact->kind->record, "tender");
	const struct value values[] = {
		value_number(journal->register_id),
		tender != NULL ? value_text_or_empty(MEMBER(const char *, tender, fact->item))
			       : value_number(record_number(fact->kind->record, fact->item, "bid")),
	};
	enum status status = db_one(journal->db, tender != NULL ? &sql_buying_of_tender : &sql_buying_of_bid,
	                            values, COUNT(values), &rows, fault);

	*ret_programme = status == OK ? db_text(&rows, 0, journal->arena) : "";
	return status == NOT_FOUND ? OK : status;
}

enum status buying_check_words(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct reading reading = { .findings = findings };
	const char *programme = "";
	enum status status = programme_of(journal, fact, &programme, fault);

	if (status == OK)
		status = money_of(journal, programme, &reading.money, fault);
	if (status == OK)
		wording_each(&(struct wording){ fact->kind->record, fact->item, FIELD_BY_DOOR },
		             journal->arena, read_text, &reading);
	return status;
}

/* --- a release of another source --- */

enum status buying_check_release(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct release_imported *imported = fact->item;
	struct reading reading = { .findings = findings };
	const struct value values[] = { value_number(journal->register_id),
		                        value_text_or_empty(imported->release.tender.id),
		                        value_text_or_empty(imported->release.ocid) };
	enum status status = db_one(journal->db, &sql_buying_of_release, values, COUNT(values), &rows, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	status = money_of(journal, db_text(&rows, 0, journal->arena), &reading.money, fault);
	if (status == OK)
		wording_each(&(struct wording){ fact->kind->record, imported, FIELD_BY_DOOR }, journal->arena,
		             read_text, &reading);
	return status;
}

/* --- a bid --- */

static bool has_amount(const struct bid_answer *answer)
{
	return amount_stands_in(answer->answer) || amount_stands_in(answer->how) ||
	       amount_stands_in(answer->with);
}

static void read_answers(const struct records *answers, struct findings *findings)
{
	const struct bid_answer *answer = answers->items;

	for (size_t i = 0; i < answers->count; i++)
		if (has_amount(&answer[i]))
			(void)findings_add(
				findings, "bid-amount", "",
				WORDS("In uw antwoord op %s lijkt een bedrag te staan. In deze "
			              "aanbesteding gaat het nog niet over geld: haal het weg. Is het geen "
			              "bedrag? Schrijf erbij wat u telt, zoals 30 gesprekken."),
				answer[i].criterion);
}

enum status buying_check_bid(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                             struct fault *fault)
{
	const struct bid_submitted *submitted = fact->item;
	struct records versions = { 0 }, answers;
	const char *programme = "";
	enum stage money = MONEY_OPEN;
	enum status status;

	if (!submitted->situation.standing.is_mine || !submitted->situation.standing.is_begun)
		return OK;
	status = programme_of(journal, fact, &programme, fault);
	if (status == OK)
		status = money_of(journal, programme, &money, fault);
	if (status != OK || money == MONEY_OPEN)
		return status;
	status = draft_versions(journal, submitted->bid, &versions, fault);
	if (status != OK)
		return status;
	answers = draft_answers(&versions, journal->arena);
	read_answers(&answers, findings);
	return OK;
}
