/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions about a tender at the door, and as they are kept. */
#include "common/access/access.h"
#include "common/scheme/scheme_book.h"
#include "common/triangle/triangle.h"
#include "common/wording/contact_details.h"
#include "contract/procurement/bid_door.h"
#include "contract/procurement/question.h"
#include "platform/base/words.h"
#include "procurement_sql.h"

/* Whether the words have the name of an organisation: as its account has it, or as a scheme calls it. */
static bool names_party(const struct journal *journal, const char *words, const char *party)
{
	const char *label = scheme_book_organisation(journal->schemes, journal->register_id, party);

	return triangle_names(words, &(struct identity){ .surname = party, .street = label });
}

static bool has_contact(const char *words)
{
	return contact_has_telephone(words) || contact_has_mail(words);
}

/* Who wrote a fact: the account, and the name of who has it. */
struct writer {
	const char *account, *name;
};

static bool names_writer(const char *words, const struct writer *writer)
{
	return triangle_names(words,
	                      &(struct identity){ .surname = writer->account, .street = writer->name });
}

/* Who asked a question. */
static enum status find_writer(struct journal *journal, int64_t question, struct writer *ret_writer,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(question) };
	enum status status = db_one(journal->db, &sql_procurement_asker, values, COUNT(values), &rows, fault);

	*ret_writer = (struct writer){ 0 };
	if (status == OK)
		*ret_writer = (struct writer){ db_text(&rows, 0, journal->arena),
			                       db_text(&rows, 1, journal->arena) };
	return status == NOT_FOUND ? OK : status;
}

static enum status weigh_asked(struct journal *journal, struct tender_question_asked *asked,
                               struct fault *fault)
{
	struct access_account account = { 0 };
	struct writer writer;
	enum status status = access_account(journal->db, journal->register_id, or_empty(journal->account),
	                                    journal->arena, &account, fault);

	writer = (struct writer){ journal->account, account.name };
	asked->situation.names_account =
		names_writer(asked->asked, &writer) || names_writer(asked->subject, &writer);
	asked->situation.has_contact = has_contact(asked->asked) || has_contact(asked->subject);
	asked->situation.names_itself =
		asked->party != NULL && (names_party(journal, asked->asked, asked->party) ||
	                                 names_party(journal, asked->subject, asked->party));
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_asked(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct tender_question_asked *asked = fact->item;
	struct tender_notice notice = { 0 };
	enum status status = procurement_tender_find(journal->db, journal->register_id, asked->tender,
	                                             journal->arena, &notice, fault);

	(void)findings;
	asked->party = has_words(journal->party) ? journal->party : NULL;
	asked->situation.has_party = asked->party != NULL;
	asked->situation.has_tender = status == OK;
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	asked->situation.is_open = !date_before(notice.questions_until, clock_today(journal->clock));
	return weigh_asked(journal, asked, fault);
}

static enum status apply_asked(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct tender_question_asked *asked = fact->item;
	const struct value values[] = { value_number(register_id),  value_number(fact->fact),
		                        value_text(asked->tender),  value_text(asked->party),
		                        value_text(asked->subject), value_text(asked->asked),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_procurement_ask, values, COUNT(values), fault);
}

const struct journal_kind tender_question_asked_kind = {
	.name = "tender_question_asked",
	.title = WORDS("Vraag over de aanbesteding stellen"),
	.done = WORDS("Vraag over een aanbesteding gesteld"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_BID,
	.record = &tender_question_asked_record,
	.prepare = prepare_asked,
	.rules = tender_question_asked_rules,
	.rules_count = TENDER_QUESTION_ASKED_RULES_COUNT,
	.apply = apply_asked,
	.page = "/tenders/{tender}",
};

static enum status prepare_answered(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct tender_question_answered *answered = fact->item;
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(answered->question) };
	const struct tender_question *question;
	struct tender_notice notice = { 0 };
	struct records found = { 0 };
	struct writer writer;
	enum status status =
		db_list(journal->db, &sql_procurement_question, values, COUNT(values),
	                &(struct db_list){ &tender_question_record, journal->arena, &found }, fault);

	(void)findings;
	answered->situation.is_there = status == OK && found.count > 0;
	if (!answered->situation.is_there)
		return status;
	question = found.items;
	answered->tender = question->tender;
	answered->situation.is_due = !date_is(question->answered_on);
	answered->situation.names_who_asked = names_party(journal, answered->answer, question->party);
	answered->situation.has_contact = has_contact(answered->answer);
	status = find_writer(journal, answered->question, &writer, fault);
	if (status)
		return status;
	answered->situation.names_account = names_writer(answered->answer, &writer);
	status = procurement_tender_find(journal->db, journal->register_id, question->tender, journal->arena,
	                                 &notice, fault);
	answered->situation.is_open = status == OK && bid_door_is_open(journal, &notice);
	return status;
}

static enum status apply_answered(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct tender_question_answered *answered = fact->item;
	const struct value values[] = { value_number(register_id), value_number(answered->question),
		                        value_text(answered->answer), value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_procurement_answer, values, COUNT(values), fault);
}

const struct journal_kind tender_question_answered_kind = {
	.name = "tender_question_answered",
	.title = WORDS("Vraag over de aanbesteding beantwoorden"),
	.done = WORDS("Vraag over een aanbesteding beantwoord"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &tender_question_answered_record,
	.prepare = prepare_answered,
	.rules = tender_question_answered_rules,
	.rules_count = TENDER_QUESTION_ANSWERED_RULES_COUNT,
	.apply = apply_answered,
	.page = "/tenders/{tender}",
};

enum status tender_questions(struct journal *journal, const char *tender, struct records *ret_questions,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(tender) };

	return db_list(journal->db, &sql_procurement_questions, values, COUNT(values),
	               &(struct db_list){ &tender_question_record, journal->arena, ret_questions }, fault);
}
