/* SPDX-License-Identifier: EUPL-1.2 */
/* Letters that leave, at the door; and the outbox as it is read back. */
#include "common/document/dispatch.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/departure.h"
#include "document_sql.h"
#include "platform/base/words.h"

static const struct field dispatch_kept_fields[] = {
	FIELD(struct dispatch_kept, letter),
	FIELD(struct dispatch_kept, person),
	FIELD(struct dispatch_kept, dispatched_on),
	FIELD(struct dispatch_kept, how, .choices = dispatch_ends),
	FIELD(struct dispatch_kept, last_day),
};
static const struct record dispatch_kept_record =
	RECORD(struct dispatch_kept, "dispatch_kept", dispatch_kept_fields);

static const struct field waiting_letter_fields[] = {
	FIELD(struct waiting_letter, letter),
	FIELD(struct waiting_letter, person),
	FIELD(struct waiting_letter, sort, .choices = letter_sorts),
	FIELD(struct waiting_letter, dated),
	FIELD(struct waiting_letter, subject),
};
static const struct record waiting_letter_record =
	RECORD(struct waiting_letter, "waiting_letter", waiting_letter_fields);

static const struct field waiting_count_fields[] = {
	FIELD(struct waiting_count, sort),
	FIELD(struct waiting_count, waiting),
};
static const struct record waiting_count_record =
	RECORD(struct waiting_count, "waiting_count", waiting_count_fields);

enum status dispatch_of(struct journal *journal, int64_t letter, struct dispatch_kept *ret_dispatch,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(letter) };
	enum status status = db_one(journal->db, &sql_document_dispatch, values, COUNT(values), &rows, fault);

	*ret_dispatch = (struct dispatch_kept){ 0 };
	if (status == OK)
		db_record(&rows, &dispatch_kept_record, ret_dispatch, journal->arena);
	return status;
}

enum status dispatch_sight_of_sender(struct journal *journal, const struct sight_asked *asked,
                                     const char **ret_ground, struct fault *fault)
{
	const struct access_role *role = access_role_named(asked->account->role);
	struct dispatch_kept kept;
	bool is_asked = asked->letter != 0 && role != NULL && !access_may(role, MAY_INVESTIGATE);
	enum status status = !is_asked ? OK : dispatch_of(journal, asked->letter, &kept, fault);

	if (status == NOT_FOUND)
		*ret_ground = "send";
	return status == NOT_FOUND ? OK : status;
}

enum status letters_waiting(struct journal *journal, const struct waiting_asked *asked,
                            struct records *ret_letters, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(asked->after),
		                        value_text_or_empty(asked->sort), value_date(asked->on) };
	const struct db_list list = { &waiting_letter_record, journal->arena, ret_letters };

	if (date_is(asked->on))
		return db_list(journal->db, &sql_document_waiting_on, values, 4, &list, fault);
	if (has_words(asked->sort))
		return db_list(journal->db, &sql_document_waiting_of, values, 3, &list, fault);
	return db_list(journal->db, &sql_document_waiting, values, 2, &list, fault);
}

enum status letters_waiting_counts(struct journal *journal, struct date on, struct records *ret_counts,
                                   struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	const struct db_list list = { &waiting_count_record, journal->arena, ret_counts };

	return date_is(on) ? db_list(journal->db, &sql_document_counts_on, values, 2, &list, fault)
	                   : db_list(journal->db, &sql_document_counts, values, 1, &list, fault);
}

/* The six weeks begin the day after it was made known (Awb, art. 6:8 lid 1). */
static enum status count_term(struct journal *journal, const char *sort, struct dispatch *dispatch,
                              struct fault *fault)
{
	struct term term = { 0 };
	enum status status = OK;

	if (dispatch_opens(sort) != NULL)
		status = calendar_term(journal->calendar, dispatch_opens(sort), dispatch->dispatched_on,
		                       journal->arena, &term, fault);
	dispatch->last_day = term.due;
	return status;
}

static enum status prepare_dispatch(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct dispatch *dispatch = fact->item;
	struct dispatch_situation *situation = &dispatch->situation;
	struct dispatch_kept earlier;
	struct letter letter = { 0 };
	enum status status = letter_head(journal, dispatch->letter, &letter, fault);

	(void)findings;
	fact->valid_on = dispatch->dispatched_on;
	situation->today = clock_today(journal->clock);
	situation->is_known = status == OK;
	situation->dated = letter.dated;
	dispatch->person = letter.person;
	if (status == OK)
		status = dispatch_of(journal, dispatch->letter, &earlier, fault);
	situation->is_sent = situation->is_known && status == OK;
	if (status != OK && status != NOT_FOUND)
		return status;
	/* a copy makes nothing known: that is what the letter itself does */
	return situation->is_known && !letter.is_copy ? count_term(journal, letter.sort, dispatch, fault)
	                                              : OK;
}

/* The letter goes out of the outbox. */
static enum status leave_outbox(struct db *db, int64_t register_id, const struct dispatch_kept *kept,
                                struct fault *fault)
{
	const struct value values[] = { value_number(register_id),  value_number(kept->letter),
		                        value_number(kept->person), value_date(kept->dispatched_on),
		                        value_text(kept->how),      value_date(kept->last_day) };
	enum status status = db_run(db, &sql_document_count_out, values, 2, fault);

	if (status == OK)
		status = db_run(db, &sql_document_remove_waiting, values, 2, fault);
	return status == OK ? db_run(db, &sql_document_add_dispatch, values, COUNT(values), fault) : status;
}

static enum status apply_dispatch(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct dispatch *dispatch = fact->item;

	(void)arena;
	return leave_outbox(db, register_id,
	                    &(struct dispatch_kept){ dispatch->letter, dispatch->person,
	                                             dispatch->dispatched_on, dispatch->how,
	                                             dispatch->last_day },
	                    fault);
}

const struct journal_kind letter_dispatched_kind = {
	.name = "letter_dispatched",
	.title = WORDS("Brief verzenden"),
	.done = WORDS("Brief verzonden"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &dispatch_record,
	.prepare = prepare_dispatch,
	.rules = dispatch_rules,
	.rules_count = DISPATCH_RULES_COUNT,
	.apply = apply_dispatch,
};

/* --- what is withheld --- */

static const struct field letter_withheld_fields[] = {
	FIELD(struct letter_withheld, letter, .label = WORDS("Kenmerk van de brief"), .required = true),
	FIELD(struct letter_withheld, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct letter_withheld, withheld_on, .label = WORDS("Ingehouden op"), .required = true),
};
static const struct record letter_withheld_record =
	RECORD(struct letter_withheld, "letter_withheld", letter_withheld_fields);

enum status letters_withhold(struct journal *journal, const struct journal_fact *cause, size_t place,
                             void *item, bool *ret_follows, struct fault *fault)
{
	const struct departure *departure = cause->item;
	const struct value values[] = { value_number(journal->register_id), value_number(departure->person) };
	struct records waiting = { 0 };
	enum status status = OK;

	*ret_follows = false;
	if (strcmp(departure->sort, DEPARTURE_DIED) != 0)
		return OK;
	status = db_list(journal->db, &sql_document_waiting_person, values, COUNT(values),
	                 &(struct db_list){ &waiting_letter_record, journal->arena, &waiting }, fault);
	if (status != OK || place >= waiting.count)
		return status;
	*ret_follows = true;
	*(struct letter_withheld *)item =
		(struct letter_withheld){ ((const struct waiting_letter *)waiting.items)[place].letter,
		                          departure->person, clock_today(journal->clock) };
	return OK;
}

static enum status prepare_withheld(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	(void)journal, (void)findings, (void)fault;
	fact->valid_on = ((const struct letter_withheld *)fact->item)->withheld_on;
	return OK;
}

static enum status apply_withheld(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct letter_withheld *withheld = fact->item;

	(void)arena;
	return leave_outbox(
		db, register_id,
		&(struct dispatch_kept){
			withheld->letter, withheld->person, withheld->withheld_on, "withheld", { 0 } },
		fault);
}

const struct journal_kind letter_withheld_kind = {
	.name = "letter_withheld",
	.title = WORDS("Brief niet verzenden"),
	.done = WORDS("Brief niet verzonden"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_WRITE_LETTERS,
	.record = &letter_withheld_record,
	.prepare = prepare_withheld,
	.apply = apply_withheld,
};

/* --- what leaves after all --- */

static const struct field letter_released_fields[] = {
	FIELD(struct letter_released, letter, .label = WORDS("Kenmerk van de brief"), .required = true),
	FIELD(struct letter_released, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct letter_released, released_on, .label = WORDS("Weer te verzenden sinds"),
	      .required = true),
};
static const struct record letter_released_record =
	RECORD(struct letter_released, "letter_released", letter_released_fields);

enum status letters_release(struct journal *journal, const struct journal_fact *cause, size_t place,
                            void *item, bool *ret_follows, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(cause->person) };
	struct records withheld = { 0 };
	enum status status =
		db_list(journal->db, &sql_document_withheld_of, values, COUNT(values),
	                &(struct db_list){ &dispatch_kept_record, journal->arena, &withheld }, fault);

	*ret_follows = status == OK && place < withheld.count;
	if (*ret_follows)
		*(struct letter_released *)item = (struct letter_released){
			((const struct dispatch_kept *)withheld.items)[place].letter, cause->person,
			clock_today(journal->clock)
		};
	return status;
}

static enum status prepare_released(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	(void)journal, (void)findings, (void)fault;
	fact->valid_on = ((const struct letter_released *)fact->item)->released_on;
	return OK;
}

static enum status apply_released(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	static const struct db_query *const steps[] = {
		&sql_document_drop_dispatch,
		&sql_document_wait_again,
		&sql_document_count_again,
	};
	const struct value values[] = { value_number(register_id),
		                        value_number(((const struct letter_released *)fact->item)->letter) };
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < COUNT(steps); i++)
		status = db_run(db, steps[i], values, COUNT(values), fault);
	return status;
}

const struct journal_kind letter_released_kind = {
	.name = "letter_released",
	.title = WORDS("Brief weer verzenden"),
	.done = WORDS("Brief weer te verzenden"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_WRITE_LETTERS,
	.record = &letter_released_record,
	.prepare = prepare_released,
	.apply = apply_released,
};
