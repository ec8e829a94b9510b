/* SPDX-License-Identifier: EUPL-1.2 */
/* The work on a mailing: its letters, a hundred at a time, its print files, and that they left. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "common/calendar/calendar.h"
#include "common/document/dispatch.h"
#include "common/document/letter_show.h"
#include "common/journal/register.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "mailing_sql.h"
#include "practice/desk/desk_letter.h"
#include "practice/mailing/mailing.h"

#define LEASE_SECONDS 120
#define CHUNK_BYTES ((size_t)64 * 1024 * 1024)

/* A mailing that is worked on. */
struct working {
	const struct mailing_worker *worker;
	struct journal journal;
	struct clock clock;
	const char *register_name;
	struct arena *kept; /* what lasts as long as the work; the journal's arena is one chunk's */
	struct mailing mailing;
	int64_t place; /* the last one that was done */
};

/* A chunk of members: where each stands, and its person or letter. */
struct member {
	int64_t place, person, letter;
};
static const struct field member_fields[] = {
	FIELD(struct member, place),
	FIELD(struct member, person),
	FIELD(struct member, letter),
};
static const struct record member_record = RECORD(struct member, "member", member_fields);

static int64_t now_seconds(void)
{
	const struct clock real = { { 0 } };

	return clock_now(&real).seconds;
}

static bool must_stop(const struct working *working)
{
	return *working->worker->is_asked_to_stop != 0;
}

/* --- one letter --- */

static enum status skip(struct working *working, int64_t place, const char *why, struct fault *fault)
{
	const struct value values[] = { value_number(working->journal.register_id),
		                        value_number(working->mailing.number), value_number(place),
		                        value_text(why) };

	return db_run(working->journal.db, &sql_mailing_set_skipped, values, COUNT(values), fault);
}

/* Why somebody gets no letter, or NULL. */
static enum status find_obstacle(struct working *working, int64_t person, const char **ret_why,
                                 struct fault *fault)
{
	struct identity identity;
	const char *died = "";
	enum status status = vault_identity(&working->journal, person, &identity, fault);

	*ret_why = NULL;
	if (status == NOT_FOUND) {
		*ret_why = "unknown";
		return OK;
	}
	if (status == OK)
		status = vault_died(&working->journal, person, &died, fault);
	if (status == OK && has_words(died))
		*ret_why = "died";
	else if (status == OK && !has_words(identity.street))
		*ret_why = "address";
	return status;
}

static enum status write_one(struct working *working, const struct member *member, bool *ret_is_written,
                             struct fault *fault)
{
	struct journal *journal = &working->journal;
	struct findings findings = findings_new(journal->arena, "nl");
	struct letter letter;
	const char *why;
	int64_t fact = 0;
	enum status status = find_obstacle(working, member->person, &why, fault);

	*ret_is_written = false;
	if (status != OK || why != NULL)
		return status == OK ? skip(working, member->place, why, fault) : status;
	status = mailing_write(journal, &working->mailing, member->person, clock_today(journal->clock),
	                       &letter, fault);
	if (status == OK)
		status = desk_contact_name(journal, member->person, letter.dated, &letter.contact, fault);
	if (status == OK)
		status = journal_append(journal, &letter_written_kind, &letter, &findings, &fact, fault);
	if (status == FINDINGS)
		return fault_set(fault, FAILED, "the letter to %lld was refused: %s",
		                 (long long)member->person, findings.items[0].code);
	if (status != OK)
		return status;
	{
		const struct value values[] = { value_number(journal->register_id),
			                        value_number(working->mailing.number),
			                        value_number(member->place), value_number(fact) };

		*ret_is_written = true;
		return db_run(journal->db, &sql_mailing_set_letter, values, COUNT(values), fault);
	}
}

/* --- chunks --- */

/* Within the transaction: says how far it is; FINDINGS when somebody stopped it. */
static enum status tell(struct working *working, int64_t written, int64_t skipped, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(working->journal.register_id),
		                        value_number(working->mailing.number), value_number(written),
		                        value_number(skipped), value_number(now_seconds() + LEASE_SECONDS) };

	enum status status =
		db_one(working->journal.db, &sql_mailing_progress, values, COUNT(values), &rows, fault);

	return status == NOT_FOUND ? FINDINGS : status;
}

static enum status write_members(struct working *working, const struct records *members, struct fault *fault)
{
	const struct member *items = members->items;
	int64_t written = 0, skipped = 0;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < members->count; i++) {
		bool is_written = false;

		status = write_one(working, &items[i], &is_written, fault);
		written += is_written ? 1 : 0;
		skipped += is_written ? 0 : 1;
		working->place = items[i].place;
	}
	return status == OK ? tell(working, written, skipped, fault) : status;
}

static enum status next_members(struct working *working, struct records *ret_members, struct fault *fault)
{
	const struct value values[] = { value_number(working->journal.register_id),
		                        value_number(working->mailing.number), value_number(working->place) };

	return db_list(working->journal.db, &sql_mailing_next, values, COUNT(values),
	               &(struct db_list){ &member_record, working->journal.arena, ret_members }, fault);
}

/* A hundred letters in a transaction of their own; NOT_FOUND after the last, FINDINGS when it was stopped. */
static enum status write_chunk(struct working *working, struct fault *fault)
{
	struct db *db = working->journal.db;
	struct records members = { 0 };
	enum status status;

	arena_clear(working->journal.arena);
	status = next_members(working, &members, fault);
	if (status != OK || members.count == 0)
		return status == OK ? NOT_FOUND : status;
	status = db_begin(db, fault);
	return status == OK ? db_end(db, write_members(working, &members, fault), fault) : status;
}

/* --- the beginning --- */

/* The fact of which the letters speak; of a mailing that goes on it is there already. */
static enum status begin_fact(struct working *working, struct fault *fault)
{
	const struct mailing *mailing = &working->mailing;
	struct findings findings = findings_new(working->journal.arena, "nl");
	struct mailing_started started = { .sort = mailing->sort,
		                           .subject = mailing->subject,
		                           .words = mailing->words,
		                           .who = mailing->who,
		                           .which = mailing->which,
		                           .people = mailing->total };
	enum status status;

	if (mailing->fact != 0)
		return OK;
	status = db_begin(working->journal.db, fault);
	if (status)
		return status;
	status = journal_append(&working->journal, &mailing_started_kind, &started, &findings,
	                        &working->mailing.fact, fault);
	if (status == FINDINGS)
		status = fault_set(fault, FAILED, "the mailing was refused: %s", findings.items[0].words);
	if (status == OK) {
		const struct value values[] = { value_number(working->journal.register_id),
			                        value_number(mailing->number), value_number(mailing->fact) };

		status = db_run(working->journal.db, &sql_mailing_set_fact, values, COUNT(values), fault);
	}
	return db_end(working->journal.db, status, fault);
}

/* --- the print files --- */

struct printing {
	struct working *working;
	struct pdf_book *book;
};

static enum status print_one(struct printing *printing, int64_t number, struct fault *fault)
{
	struct journal *journal = &printing->working->journal;
	struct letter_shown shown;
	struct pdf_document document;
	enum status status = letter_show(journal, number, printing->working->register_name, &shown, fault);

	if (status)
		return status;
	document = letter_document(&shown, journal->arena);
	return pdf_book_add(printing->book, &document, fault);
}

/* The letters of one file; a letter's texts are let go after each hundred. */
static enum status print_letters(struct printing *printing, int64_t part, struct fault *fault)
{
	struct working *working = printing->working;
	int64_t from = (part - 1) * MAILING_PRINT_LETTERS, until = part * MAILING_PRINT_LETTERS;
	enum status status = OK;

	for (; status == OK && from < until && !must_stop(working); from += 100) {
		const struct value values[] = { value_number(working->journal.register_id),
			                        value_number(working->mailing.number), value_number(from),
			                        value_number(from + 100) };
		struct records members = { 0 };

		arena_clear(working->journal.arena);
		status =
			db_list(working->journal.db, &sql_mailing_letters, values, COUNT(values),
		                &(struct db_list){ &member_record, working->journal.arena, &members }, fault);
		for (size_t i = 0; status == OK && i < members.count; i++)
			status = print_one(printing, ((const struct member *)members.items)[i].letter, fault);
	}
	return status;
}

static enum status print_part(struct working *working, int64_t part, struct fault *fault)
{
	const char *file = mailing_print_file(&working->journal, working->mailing.number, part);
	struct printing printing = { working, pdf_book_new(file, "nl", clock_now(&working->clock)) };
	enum status status = print_letters(&printing, part, fault), ended;

	ended = pdf_book_end(printing.book, fault);
	return status == OK ? ended : status;
}

static enum status print_all(struct working *working, struct fault *fault)
{
	const char *directory =
		arena_print(working->kept, "%s/mailings", db_state_directory(working->journal.db));
	int64_t parts = (working->mailing.total + MAILING_PRINT_LETTERS - 1) / MAILING_PRINT_LETTERS;
	enum status status = OK;

	if (mkdir(directory, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the directory %s: %s", directory,
		                 strerror(errno));
	for (int64_t part = 1; status == OK && part <= parts && !must_stop(working); part++)
		status = print_part(working, part, fault);
	return status;
}

/* --- that they left --- */

static enum status send_chunk(struct working *working, struct fault *fault)
{
	struct journal *journal = &working->journal;
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(working->mailing.number), value_number(working->place),
		                        value_number(working->place + 100) };
	struct records members = { 0 };
	const struct member *items;
	enum status status;

	arena_clear(journal->arena);
	status = db_list(journal->db, &sql_mailing_letters, values, COUNT(values),
	                 &(struct db_list){ &member_record, journal->arena, &members }, fault);
	if (status == OK)
		status = db_begin(journal->db, fault);
	if (status)
		return status;
	items = members.items;
	for (size_t i = 0; status == OK && i < members.count; i++) {
		struct findings findings = findings_new(journal->arena, "nl");
		struct dispatch dispatch = { .letter = items[i].letter,
			                     .dispatched_on = clock_today(journal->clock),
			                     .how = "post" };
		int64_t fact;

		status = journal_append(journal, &letter_dispatched_kind, &dispatch, &findings, &fact, fault);
		if (status == FINDINGS)
			status = OK; /* it was marked by hand, or withheld */
	}
	if (status == OK)
		status = tell(working, 0, 0, fault);
	working->place += 100;
	return db_end(journal->db, status, fault);
}

/* --- the whole --- */

static enum status do_work(struct working *working, struct fault *fault)
{
	bool is_leaving = strcmp(working->mailing.state, "leaving") == 0;
	enum status status = is_leaving ? OK : begin_fact(working, fault);

	if (is_leaving) {
		while (status == OK && working->place < working->mailing.total && !must_stop(working))
			status = send_chunk(working, fault);
		return status == FINDINGS ? OK : status;
	}
	while (status == OK && !must_stop(working))
		status = write_chunk(working, fault);
	if (status == NOT_FOUND && !must_stop(working))
		status = print_all(working, fault);
	return status == NOT_FOUND || status == FINDINGS ? OK : status;
}

static enum status end_work(struct working *working, enum status done, const struct fault *why,
                            struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	bool is_leaving = strcmp(working->mailing.state, "leaving") == 0;
	const char *next = done != OK ? "failed" : is_leaving ? "left" : "ready";
	const char *again = is_leaving ? "leaving" : "asked";
	const struct value values[] = { value_number(working->journal.register_id),
		                        value_number(working->mailing.number),
		                        value_text(must_stop(working) ? again : next),
		                        value_text(done == OK ? "" : why->words) };
	enum status status = db_begin(working->journal.db, fault);

	if (status)
		return status;
	status = db_one(working->journal.db, &sql_mailing_end, values, COUNT(values), &rows, fault);
	db_rows_done(&rows);
	return db_end(working->journal.db, status == NOT_FOUND ? OK : status, fault);
}

/* The register of that number, for its name and the day that it is there. */
static enum status find_register(struct working *working, struct fault *fault)
{
	struct records registers = { 0 };
	const struct journal_register *items;
	enum status status = journal_registers(working->worker->db, working->kept, &registers, fault);

	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		if (items[i].register_id == working->journal.register_id) {
			working->register_name = items[i].name;
			working->clock = (struct clock){ items[i].demo_day };
		}
	return status;
}

/* Takes the next mailing under a lease; NOT_FOUND when there is none. */
static enum status take(struct working *working, struct fault *fault)
{
	struct db_rows rows = { 0 };
	struct db *db = working->worker->db;
	const struct value values[] = { value_number(now_seconds()),
		                        value_number(now_seconds() + LEASE_SECONDS) };
	enum status status = db_one(db, &sql_mailing_waiting, values, 1, &rows, fault);
	bool is_waiting = status == OK && db_number(&rows, 0) > 0;

	db_rows_done(&rows);
	if (status != OK || !is_waiting)
		return status == OK ? NOT_FOUND : status;
	status = db_begin(db, fault);
	if (status)
		return status;
	status = db_one(db, &sql_mailing_take, values, COUNT(values), &rows, fault);
	if (status == OK) {
		working->journal.register_id = db_number(&rows, 0);
		working->mailing.number = db_number(&rows, 1);
	}
	db_rows_done(&rows);
	if (status == FAILED) {
		db_rollback(db);
		return status;
	}
	return db_commit(db, fault) == OK ? status : FAILED;
}

enum status mailing_work(const struct mailing_worker *worker, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *kept = arena_new(CHUNK_BYTES);
	CLEANUP(arena_freep) struct arena *arena = arena_new(CHUNK_BYTES);
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	struct working working = { .worker = worker, .kept = kept };
	struct fault why = { "" };
	enum status status, done;

	working.journal = (struct journal){ .db = worker->db,
		                            .clock = &working.clock,
		                            .book = worker->book,
		                            .calendar = worker->calendar,
		                            .schemes = schemes,
		                            .arena = kept,
		                            .language = "nl" };
	status = take(&working, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	status = find_register(&working, fault);
	scheme_book_set_clock(schemes, &working.clock);
	if (status == OK)
		status = scheme_book_refresh(schemes, worker->db, fault);
	if (status == OK)
		status = mailing_find(&working.journal, working.mailing.number, &working.mailing, fault);
	if (status)
		return status;
	working.journal.account = working.mailing.account;
	working.journal.arena = arena;
	done = do_work(&working, &why);
	arena_clear(arena);
	return end_work(&working, done, &why, fault);
}
