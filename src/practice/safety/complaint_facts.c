/* SPDX-License-Identifier: EUPL-1.2 */
/* Complaints at the door, and as they are kept. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/safety/complaint.h"
#include "safety_sql.h"

/* Awb art. 9:11 lid 1: answered within six weeks after it came in. */
static const struct term_kind answer_term = {
	.name = "complaint",
	.label = WORDS("Antwoord op een klacht"),
	.length = 6,
	.unit = TERM_WEEKS,
	.extends = true,
	.source = "Awb art. 9:11 lid 1",
	.explanation = WORDS("Een klacht is beantwoord binnen zes weken na ontvangst."),
};
/* Some five months later the client was called, and it had turned; so somebody always comes back to it. */
static const struct term_kind look_back_term = {
	.name = "complaint-look-back",
	.label = WORDS("Terugkomen op een klacht"),
	.length = 5,
	.unit = TERM_MONTHS,
	.source = "",
	.explanation = WORDS("Ongeveer vijf maanden later vraagt iemand hoe het nu gaat."),
};

static const struct field complaint_line_fields[] = {
	FIELD(struct complaint_line, complaint),   FIELD(struct complaint_line, person),
	FIELD(struct complaint_line, party),       FIELD(struct complaint_line, theme),
	FIELD(struct complaint_line, words),       FIELD(struct complaint_line, finding),
	FIELD(struct complaint_line, answer),      FIELD(struct complaint_line, turn),
	FIELD(struct complaint_line, turn_words),  FIELD(struct complaint_line, received_on),
	FIELD(struct complaint_line, due_on),      FIELD(struct complaint_line, look_back_on),
	FIELD(struct complaint_line, answered_on), FIELD(struct complaint_line, looked_back_on),
};
const struct record complaint_line_record =
	RECORD(struct complaint_line, "complaint_line", complaint_line_fields);

static const struct field complaint_count_fields[] = {
	FIELD(struct complaint_count, party),
	FIELD(struct complaint_count, theme),
	FIELD(struct complaint_count, complaints),
	FIELD(struct complaint_count, unanswered, .flags = FIELD_ZERO_IS_SET),
};
const struct record complaint_count_record =
	RECORD(struct complaint_count, "complaint_count", complaint_count_fields);

static enum status prepare_complaint(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct complaint *complaint = fact->item;
	struct identity client;
	struct term answer, look_back;
	enum status status = vault_identity(journal, complaint->person, &client, fault);

	(void)findings;
	fact->valid_on = complaint->received_on;
	complaint->situation.today = clock_today(journal->clock);
	complaint->situation.is_known_person = status == OK;
	complaint->situation.is_known_party =
		complaint->party == NULL ||
		scheme_book_with_party(journal->schemes, journal->register_id, complaint->party) != NULL;
	if (status != OK && status != NOT_FOUND)
		return status;
	status = calendar_count(journal->calendar, &answer_term, complaint->received_on, journal->arena,
	                        &answer, fault);
	if (status == OK)
		status = calendar_count(journal->calendar, &look_back_term, complaint->received_on,
		                        journal->arena, &look_back, fault);
	if (status)
		return status;
	complaint->due_on = answer.due;
	complaint->steps = answer.steps;
	complaint->look_back_on = look_back.due;
	return OK;
}

static enum status apply_complaint(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct complaint *complaint = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_number(complaint->person),
		                        value_text(complaint->party == NULL ? "" : complaint->party),
		                        value_text(complaint->theme),
		                        value_text(complaint->words),
		                        value_date(complaint->received_on),
		                        value_date(complaint->due_on),
		                        value_date(complaint->look_back_on) };

	(void)arena;
	return db_run(db, &sql_safety_add_complaint, values, COUNT(values), fault);
}

/* How a complaint stands for who adds to it; ret_person whose it is. */
static enum status look_at(struct journal *journal, int64_t complaint,
                           struct complaint_turn_situation *ret_situation, int64_t *ret_person,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(complaint) };
	struct records found;
	const struct complaint_line *line;
	enum status status =
		db_list(journal->db, &sql_safety_complaint, values, COUNT(values),
	                &(struct db_list){ &complaint_line_record, journal->arena, &found }, fault);

	*ret_situation = (struct complaint_turn_situation){ .today = clock_today(journal->clock) };
	if (status != OK || found.count == 0)
		return status;
	line = found.items;
	*ret_person = line->person;
	ret_situation->is_known = true;
	ret_situation->received_on = line->received_on;
	ret_situation->answered_on = line->answered_on;
	ret_situation->is_answered = line->finding[0] != '\0';
	ret_situation->is_looked_back = line->turn[0] != '\0';
	return OK;
}

static enum status prepare_answer(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct complaint_answer *answer = fact->item;

	(void)findings;
	fact->valid_on = answer->answered_on;
	return look_at(journal, answer->complaint, &answer->situation, &answer->person, fault);
}

static enum status apply_answer(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct complaint_answer *answer = fact->item;
	const struct value values[] = { value_number(register_id), value_number(answer->complaint),
		                        value_date(answer->answered_on), value_text(answer->finding),
		                        value_text(answer->words) };

	(void)arena;
	return db_run(db, &sql_safety_answer_complaint, values, COUNT(values), fault);
}

static enum status prepare_look_back(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct complaint_look_back *look = fact->item;

	(void)findings;
	fact->valid_on = look->talked_on;
	return look_at(journal, look->complaint, &look->situation, &look->person, fault);
}

static enum status apply_look_back(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct complaint_look_back *look = fact->item;
	const struct value values[] = { value_number(register_id), value_number(look->complaint),
		                        value_date(look->talked_on), value_text(look->turn),
		                        value_text(look->words) };

	(void)arena;
	return db_run(db, &sql_safety_look_back, values, COUNT(values), fault);
}

const struct journal_kind complaint_received_kind = {
	.name = "complaint_received",
	.title = WORDS("Klacht vastleggen"),
	.done = WORDS("Klacht ontvangen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT | MAY_HANDLE_SAFETY,
	.record = &complaint_record,
	.prepare = prepare_complaint,
	.rules = complaint_rules,
	.rules_count = COMPLAINT_RULES_COUNT,
	.apply = apply_complaint,
};

const struct journal_kind complaint_answered_kind = {
	.name = "complaint_answered",
	.title = WORDS("Klacht beantwoorden"),
	.done = WORDS("Klacht beantwoord"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_HANDLE_SAFETY,
	.record = &complaint_answer_record,
	.prepare = prepare_answer,
	.rules = complaint_answer_rules,
	.rules_count = COMPLAINT_ANSWER_RULES_COUNT,
	.apply = apply_answer,
	.page = "/complaints",
};

const struct journal_kind complaint_looked_back_kind = {
	.name = "complaint_looked_back",
	.title = WORDS("Terugkomen op een klacht"),
	.done = WORDS("Op een klacht teruggekomen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT | MAY_HANDLE_SAFETY,
	.record = &complaint_look_back_record,
	.prepare = prepare_look_back,
	.rules = complaint_look_back_rules,
	.rules_count = COMPLAINT_LOOK_BACK_RULES_COUNT,
	.apply = apply_look_back,
};

enum status complaint_write_confirmation(struct journal *journal, const struct journal_fact *cause,
                                         void *item, bool *ret_follows, struct fault *fault)
{
	const struct complaint *complaint = cause->item;
	struct letter *letter = item;

	(void)fault;
	*ret_follows = true;
	letter_begin(letter, "general", cause, clock_today(journal->clock), "Uw klacht is bij ons",
	             journal->arena);
	letter_add(letter, "paragraph",
	           arena_print(journal->arena, "Op %s kregen wij uw klacht. Wij schreven op wat u vertelde:",
	                       calendar_date_words(complaint->received_on, "nl", false, journal->arena)),
	           NULL);
	letter_add(letter, "paragraph", complaint->words, NULL);
	letter_add(letter, "paragraph",
	           arena_print(journal->arena,
	                       "U hoort uiterlijk op %s wat wij vonden. Wij praten er eerst met u over. "
	                       "Ongeveer vijf maanden later vragen wij u hoe het dan gaat.",
	                       calendar_date_words(complaint->due_on, "nl", true, journal->arena)),
	           NULL);
	return OK;
}

/* --- as it is kept --- */

/* What happened after the day had not happened on it. */
static void forget_later(struct records *lines, struct date on)
{
	struct complaint_line *items = lines->items;

	for (size_t i = 0; i < lines->count; i++) {
		if (date_before(on, items[i].looked_back_on)) {
			items[i].looked_back_on = (struct date){ 0 };
			items[i].turn = items[i].turn_words = "";
		}
		if (date_before(on, items[i].answered_on)) {
			items[i].answered_on = (struct date){ 0 };
			items[i].finding = items[i].answer = "";
		}
	}
}

enum status complaints_in_state(struct journal *journal, const struct complaints_asked *asked,
                                struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_text(asked->state),
		                        value_number(asked->before == 0 ? INT64_MAX : asked->before) };
	enum status status =
		db_list(journal->db, &sql_safety_complaints, values, COUNT(values),
	                &(struct db_list){ &complaint_line_record, journal->arena, ret_lines }, fault);

	if (status == OK)
		forget_later(ret_lines, asked->on);
	return status;
}

enum status complaints_count(struct journal *journal, const struct complaints_asked *asked,
                             int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_text(asked->state) };
	enum status status =
		db_one(journal->db, &sql_safety_complaints_count, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status complaints_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };
	enum status status =
		db_list(journal->db, &sql_safety_complaints_of, values, COUNT(values),
	                &(struct db_list){ &complaint_line_record, journal->arena, ret_lines }, fault);

	if (status == OK)
		forget_later(ret_lines, on);
	return status;
}

enum status complaint_counts(struct journal *journal, struct date on, struct records *ret_counts,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_safety_complaint_counts, values, COUNT(values),
	               &(struct db_list){ &complaint_count_record, journal->arena, ret_counts }, fault);
}
