/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/term/term_keep.h"

#include <assert.h>
#include <string.h>

#include "common/document/dispatch.h"
#include "platform/record/json.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"
#include "practice/decision/take_over.h"
#include "practice/desk/desk.h"
#include "practice/desk/offer.h"
#include "practice/desk/urgent.h"
#include "practice/investigation/investigation.h"
#include "term_sql.h"

#define SUM_BYTES ((size_t)64 * 1024)

/* A sum as it is kept. */
struct term_sum {
	struct records steps;
};
static const struct field term_sum_fields[] = {
	FIELD(struct term_sum, steps, .of = &term_step_record),
};
static const struct record term_sum_record = RECORD(struct term_sum, "term_sum", term_sum_fields);

enum status terms_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                     struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };
	const struct db_list list = { &term_line_record, journal->arena, ret_lines };

	return date_is(on) ? db_list(journal->db, &sql_term_of_on, values, 3, &list, fault)
	                   : db_list(journal->db, &sql_term_of, values, 2, &list, fault);
}

enum status terms_open(struct journal *journal, const struct term_line *after, struct records *ret_lines,
                       struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(after->person),
		                        value_number(after->about), value_text_or_empty(after->term) };
	const struct db_list list = { &term_line_record, journal->arena, ret_lines };

	return db_list(journal->db, &sql_term_open, values, COUNT(values), &list, fault);
}

enum status term_sum_read(const char *sum, struct arena *arena, struct records *ret_steps,
                          struct fault *fault)
{
	struct findings findings = findings_new(arena, "nl");
	struct term_sum read = { 0 };

	if (json_read(sum, strlen(sum), &term_sum_record, &read, 0, &findings) != OK)
		return fault_set(fault, FAILED, "the sum of a term cannot be read: %s",
		                 findings.items[0].words);
	*ret_steps = read.steps;
	return OK;
}

enum status term_due(struct journal *journal, const struct term_line *which, struct date fallback,
                     struct date *ret_due_on, struct fault *fault)
{
	struct term_line line = { 0 };
	enum status status = term_find(journal, which, &line, fault);

	*ret_due_on = status == OK ? line.due_on : fallback;
	return status == NOT_FOUND ? OK : status;
}

/* --- counting --- */

/* The suspensions of a sum, but for the one that begins on a day: that one is added as it is now. */
static struct records suspensions_of(const struct records *steps, const struct term_line *line,
                                     struct arena *arena)
{
	const struct term_step *step = steps->items;
	struct suspension *suspensions = ARENA_MANY(arena, steps->count + 1, struct suspension);
	size_t count = 0;

	for (size_t i = 0; i < steps->count; i++)
		if (date_is(step[i].still_from) && step[i].still_from.day != line->still_from.day)
			suspensions[count++] = (struct suspension){ step[i].still_from, step[i].still_until };
	if (date_is(line->still_from) && !date_before(line->still_until, line->still_from))
		suspensions[count++] = (struct suspension){ line->still_from, line->still_until };
	return (struct records){ suspensions, count };
}

static bool was_adjourned(const struct records *steps)
{
	const struct term_step *step = steps->items;

	for (size_t i = 0; i < steps->count; i++)
		if (strcmp(step[i].code, "term") == 0 && strcmp(step[i].name, "objection-adjournment") == 0)
			return true;
	return false;
}

/* With as many of the suspensions as begin no later than the term ends. */
static enum status count_part(const struct calendar *calendar, struct term_asked *asked, struct arena *arena,
                              struct term *ret_term, struct fault *fault)
{
	enum status status = calendar_count_suspended(calendar, asked, arena, ret_term, fault);

	while (status == WRONG_USE && asked->suspensions_count > 0) {
		asked->suspensions_count--;
		status = calendar_count_suspended(calendar, asked, arena, ret_term, fault);
	}
	return status;
}

static struct records joined(const struct records *one, const struct records *other, struct arena *arena)
{
	struct records all = records_new(&term_step_record, one->count + other->count, arena);
	struct term_step *steps = all.items;

	if (one->count > 0)
		memcpy(steps, one->items, one->count * sizeof(*steps));
	if (other->count > 0)
		memcpy(steps + one->count, other->items, other->count * sizeof(*steps));
	return all;
}

/* The adjournment runs from the last day of the term itself on, with the suspensions that are left. */
static enum status adjourn(const struct calendar *calendar, const struct term_asked *rest,
                           struct arena *arena, struct term *term, struct fault *fault)
{
	struct term later = { 0 };
	enum status status = calendar_count_suspended(calendar, rest, arena, &later, fault);

	if (status)
		return status;
	term->steps = joined(&term->steps, &later.steps, arena);
	term->due = later.due;
	return OK;
}

enum status term_count(const struct calendar *calendar, struct term_count *count, struct arena *arena,
                       struct records *ret_steps, struct fault *fault)
{
	struct term_line *line = &count->line;
	struct records suspensions;
	struct term_asked asked = { .kind = term_kind(line->term), .from = line->starts_on };
	struct term_asked rest = { .kind = term_kind("objection-adjournment") };
	struct term term = { 0 };
	enum status status = has_words(line->sum) ? term_sum_read(line->sum, arena, ret_steps, fault) : OK;

	if (status)
		return status;
	assert(asked.kind != NULL);
	count->is_adjourned = count->is_adjourned || was_adjourned(ret_steps);
	line->due_on = (struct date){ 0 };
	if (date_is(line->still_from) && !date_is(line->still_until))
		return OK;
	suspensions = suspensions_of(ret_steps, line, arena);
	asked.suspensions = suspensions.items;
	asked.suspensions_count = suspensions.count;
	status = count_part(calendar, &asked, arena, &term, fault);
	if (status)
		return status;
	rest.from = term.due;
	rest.suspensions = asked.suspensions + asked.suspensions_count;
	rest.suspensions_count = suspensions.count - asked.suspensions_count;
	if (count->is_adjourned)
		status = adjourn(calendar, &rest, arena, &term, fault);
	else if (rest.suspensions_count > 0)
		status = fault_set(fault, WRONG_USE, "a suspension lies behind the end of the term");
	line->due_on = term.due;
	*ret_steps = term.steps;
	return status;
}

/* --- keeping --- */

static const struct value *key_of(const struct term_keeping *keeping, const struct term_line *line,
                                  struct date on, struct value into[5])
{
	into[0] = value_number(keeping->register_id);
	into[1] = value_number(line->person);
	into[2] = value_number(line->about);
	into[3] = value_text(line->term);
	into[4] = value_date(on);
	return into;
}

enum status term_read(const struct term_keeping *keeping, const struct term_line *which,
                      struct term_line *ret_line, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct value key[5];
	enum status status = db_one(keeping->db, &sql_term_one,
	                            key_of(keeping, which, (struct date){ 0 }, key), 4, &rows, fault);

	if (status == OK)
		db_record(&rows, &term_line_record, ret_line, keeping->arena);
	return status;
}

enum status term_find(struct journal *journal, const struct term_line *which, struct term_line *ret_line,
                      struct fault *fault)
{
	const struct term_keeping keeping = { journal->db, journal->register_id, journal->arena };

	return term_read(&keeping, which, ret_line, fault);
}

/* The line as it stands from its valid_from on. */
static enum status put(const struct term_keeping *keeping, const struct term_line *line,
                       const struct records *steps, struct fault *fault)
{
	CLEANUP(text_done) struct text sum = text_new(SUM_BYTES);
	struct json json = { .out = &sum };
	const struct term_sum kept = { *steps };

	json_record(&json, &term_sum_record, &kept, 0);
	{
		const struct value values[] = {
			value_number(keeping->register_id), value_number(line->person),
			value_number(line->about),          value_text(line->term),
			value_date(line->valid_from),       value_number(line->report),
			value_date(line->starts_on),        value_date(line->due_on),
			value_date(line->still_from),       value_date(line->still_until),
			value_text(line->ground),           value_date(line->expected_by),
			value_text(text_words(&sum)),
		};

		return db_run(keeping->db, &sql_term_put, values, COUNT(values), fault);
	}
}

enum status term_begin(const struct term_keeping *keeping, const struct term_line *line,
                       const struct records *steps, struct fault *fault)
{
	struct term_line begun = *line;

	begun.valid_from = line->starts_on;
	return put(keeping, &begun, steps, fault);
}

/* What was said of earlier days stays, so a change never reaches back before the one before it. */
enum status term_change(const struct term_keeping *keeping, struct term_line *line, struct date from,
                        const struct records *steps, struct fault *fault)
{
	struct value key[5];
	enum status status = OK;

	if (date_before(line->valid_from, from)) {
		line->valid_from = from;
		status = db_run(keeping->db, &sql_term_end, key_of(keeping, line, from, key), 5, fault);
	}
	return status == OK ? put(keeping, line, steps, fault) : status;
}

enum status term_close(const struct term_keeping *keeping, const struct term_line *which, struct date on,
                       struct fault *fault)
{
	struct value key[5];

	return db_run(keeping->db, &sql_term_close, key_of(keeping, which, on, key), 5, fault);
}

/* --- other slices' facts --- */

/* A fact from before personal plans had a term opens none. */
enum status term_follow_report(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct report *report = fact->item;
	struct term_line line = { .about = fact->fact,
		                  .person = report->person,
		                  .report = fact->fact,
		                  .term = "investigation",
		                  .starts_on = report->received_on,
		                  .due_on = report->due_on };
	enum status status = term_begin(&keeping, &line, &report->steps, fault);

	line.term = "personal-plan";
	line.due_on = report->plan_until;
	if (status == OK && date_is(report->plan_until))
		status = term_begin(&keeping, &line, &report->plan_steps, fault);
	return status;
}

/* The plan is there, or there will be none: nothing waits for it any more (Wmo 2015, art. 2.3.2 lid 2). */
enum status term_follow_plan(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct personal_plan *plan = fact->item;
	const struct term_line line = { .about = plan->report,
		                        .person = plan->person,
		                        .term = "personal-plan" };

	return term_close(&keeping, &line, plan->on, fault);
}

/* What a report waits for until there is an investigation, or none is to come. */
static enum status close_report(const struct term_keeping *keeping, int64_t person, int64_t report,
                                struct date on, struct fault *fault)
{
	struct term_line line = { .about = report, .person = person, .term = "investigation" };
	enum status status = term_close(keeping, &line, on, fault);

	line.term = "personal-plan";
	return status == OK ? term_close(keeping, &line, on, fault) : status;
}

/* The report to the resident is no decision, and begins no term for objecting (CRvB 2018:2013). */
enum status term_follow_investigation(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                      struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct investigation *investigation = fact->item;

	return close_report(&keeping, investigation->person, investigation->report,
	                    investigation->concluded_on, fault);
}

/* Of a report that is closed nobody waits for the investigation any more. */
enum status term_follow_closing(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct case_closing *closing = fact->item;

	return close_report(&keeping, closing->person, closing->report, closing->closed_on, fault);
}

enum status term_follow_application(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct application *application = fact->item;
	const struct term_line line = { .about = application->report,
		                        .person = application->person,
		                        .report = application->report,
		                        .term = "decision",
		                        .starts_on = application->received_on,
		                        .due_on = application->due_on };

	return term_begin(&keeping, &line, &application->steps, fault);
}

/* Against a decision one can object, whatever it decides. */
static enum status begin_objection(const struct term_keeping *keeping, const struct term_line *about,
                                   const struct records *steps, struct fault *fault)
{
	struct term_line line = *about;

	line.term = "objection";
	return term_begin(keeping, &line, steps, fault);
}

/* A decision after the first, which changes, ends or withdraws something. */
enum status term_follow_later(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct later_decision *later = fact->item;

	return begin_objection(&keeping,
	                       &(struct term_line){ .about = fact->fact,
	                                            .person = later->person,
	                                            .report = later->report,
	                                            .starts_on = later->decided_on,
	                                            .due_on = later->objection_until },
	                       &later->steps, fault);
}

/* Help at once is a decision too (Wmo 2015, art. 2.3.3). */
enum status term_follow_urgent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct urgent_help *urgent = fact->item;

	return begin_objection(&keeping,
	                       &(struct term_line){ .about = fact->fact,
	                                            .person = urgent->person,
	                                            .report = urgent->report,
	                                            .starts_on = urgent->decided_on,
	                                            .due_on = urgent->objection_until },
	                       &urgent->steps, fault);
}

/* A decision that was taken elsewhere has no report of its own here, and so its own number in that place. */
enum status term_follow_taken_over(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct decision *decision = &((const struct decision_taken_over *)fact->item)->decision;

	return begin_objection(&keeping,
	                       &(struct term_line){ .about = fact->fact,
	                                            .person = decision->person,
	                                            .report = fact->fact,
	                                            .starts_on = decision->decided_on,
	                                            .due_on = decision->objection_until },
	                       &decision->steps, fault);
}

/* The decision ends what ran until it, and the term for objecting begins. */
enum status term_follow_decision(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	static const char *const ended[] = { "decision", "default-notice", "penalty" };
	const struct term_keeping keeping = { db, register_id, arena };
	const struct decision *decision = fact->item;
	struct term_line line = { .about = decision->report, .person = decision->person };
	const struct term_line objection = { .about = fact->fact,
		                             .person = decision->person,
		                             .report = decision->report,
		                             .starts_on = decision->decided_on,
		                             .due_on = decision->objection_until };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < COUNT(ended); i++) {
		line.term = ended[i];
		status = term_close(&keeping, &line, decision->decided_on, fault);
	}
	return status == OK ? begin_objection(&keeping, &objection, &decision->steps, fault) : status;
}

/* --- made known --- */

/* The day of the last step of its sum. */
static struct date sum_due(const struct records *steps)
{
	const struct term_step *step = steps->items;

	return steps->count == 0 ? (struct date){ 0 } : step[steps->count - 1].until;
}

void term_tell(struct term_line *line)
{
	line->still_from = line->still_until = (struct date){ 0 };
	line->ground = NULL;
}

/* The open term that a letter is about; NOT_FOUND, also for a letter that opens none. */
static enum status find_told(const struct term_keeping *keeping, const struct letter *letter,
                             struct term_line *ret_line, struct records *ret_steps, struct fault *fault)
{
	const struct term_line which = { .person = letter->person,
		                         .about = letter->about,
		                         .term = dispatch_opens(letter->sort) };
	enum status status = which.term == NULL ? NOT_FOUND : term_read(keeping, &which, ret_line, fault);

	if (status == OK)
		status = date_is(ret_line->closed_on) ? NOT_FOUND : OK;
	return status == OK ? term_sum_read(ret_line->sum, keeping->arena, ret_steps, fault) : status;
}

/* What is not made known does not work yet, and nobody need object to it (Awb, art. 3:40 and 6:8 lid 1). */
enum status term_follow_letter(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	struct term_line line = { 0 };
	struct records steps = { 0 };
	enum status status = find_told(&keeping, fact->item, &line, &steps, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	line.due_on = (struct date){ 0 };
	line.still_from = line.starts_on;
	line.ground = TERM_UNTOLD;
	return term_change(&keeping, &line, line.valid_from, &steps, fault);
}

static enum status letter_of(const struct term_keeping *keeping, int64_t number, struct letter *ret_letter,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(keeping->register_id), value_number(number) };
	enum status status = db_one(keeping->db, &sql_term_letter, values, COUNT(values), &rows, fault);

	*ret_letter = (struct letter){ 0 };
	if (status == OK)
		*ret_letter = (struct letter){ .person = db_number(&rows, 0),
			                       .about = db_number(&rows, 1),
			                       .sort = db_text(&rows, 2, keeping->arena) };
	return status;
}

/* A letter that left on the day of the decision: as it was counted. Of another day a fact says so. */
enum status term_follow_dispatch(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct dispatch *dispatch = fact->item;
	struct letter letter;
	struct term_line line = { 0 };
	struct records steps = { 0 };
	enum status status = letter_of(&keeping, dispatch->letter, &letter, fault);

	if (status == OK)
		status = find_told(&keeping, &letter, &line, &steps, fault);
	if (status == NOT_FOUND || (status == OK && line.starts_on.day != dispatch->dispatched_on.day))
		return OK;
	if (status != OK || !term_is_untold(&line))
		return status;
	term_tell(&line);
	line.due_on = sum_due(&steps);
	return term_change(&keeping, &line, line.valid_from, &steps, fault);
}
