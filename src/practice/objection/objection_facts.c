/* SPDX-License-Identifier: EUPL-1.2 */
/* Objections at the door: in time or not, until when, by whom; what then happens to their terms. */
#include <string.h>
#include <strings.h>

#include "common/access/access.h"
#include "objection_sql.h"
#include "platform/base/words.h"
#include "practice/decision/decision_kept.h"
#include "practice/decision/later.h"
#include "practice/objection/objection_keep.h"
#include "practice/term/term_keep.h"

/* --- received --- */

/* What is no objection at all, or cannot have happened. */
static void refuse(struct journal *journal, const struct objection *objection, bool is_known,
                   struct findings *findings)
{
	if (!is_known)
		(void)findings_add(
			findings, "objection-decision", "decision", "%s",
			words_in(journal->language,
		                 WORDS("Kies een besluit waartegen bezwaar kan worden gemaakt. Een "
		                       "verslag of een afgesloten melding is geen besluit.")));
	if (date_before(clock_today(journal->clock), objection->received_on))
		(void)findings_add(findings, "objection-day", "received_on", "%s",
		                   words_in(journal->language, WORDS("Deze dag moet nog komen.")));
	if (date_before(objection->received_on, objection->posted_on))
		(void)findings_add(
			findings, "objection-posted", "posted_on", "%s",
			words_in(journal->language,
		                 WORDS("Een brief wordt niet ontvangen voor hij op de post is gedaan.")));
}

static enum status refuse_second(struct journal *journal, const struct objection *objection,
                                 struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(objection->person),
		                        value_number(objection->decision) };
	enum status status =
		db_one(journal->db, &sql_objection_of_decision, values, COUNT(values), &rows, fault);

	if (status == OK)
		(void)findings_add(
			findings, "objection-twice", "decision", "%s",
			words_in(journal->language,
		                 WORDS("Tegen dit besluit loopt al een bezwaar. Voeg dit daarbij.")));
	return status == NOT_FOUND ? OK : status;
}

/*
 * Awb 7:10 lid 1: the term runs from the last day for objecting; of an objection that is late it cannot, and
 * runs from its receipt.
 */
static enum status count_decision(struct journal *journal, struct objection *objection, struct fault *fault)
{
	const char *kind = objection->has_committee ? "objection-decision-committee" : "objection-decision";
	struct term term = { 0 };
	enum status status;

	objection->starts_on = objection->until;
	if (!objection->in_time && date_before(objection->until, objection->received_on))
		objection->starts_on = objection->received_on;
	status = calendar_term(journal->calendar, kind, objection->starts_on, journal->arena, &term, fault);
	objection->due_on = term.due;
	objection->steps = term.steps;
	return status;
}

/*
 * Awb 6:10: who objects before the letter of a decision that was taken has left, is not too early. The term
 * of the decision on it runs from the earliest day that can be its last, so that it is never late by this.
 */
static enum status find_days(struct journal *journal, const struct term_line *line,
                             struct objection *objection, struct fault *fault)
{
	struct objection_days days = { .posted_on = objection->posted_on,
		                       .received_on = objection->received_on };
	struct term term = { 0 };
	enum status status = OK;

	objection->until = line->due_on;
	if (term_is_untold(line)) {
		status = calendar_term(journal->calendar, "objection", line->starts_on, journal->arena, &term,
		                       fault);
		objection->until = term.due;
		objection->in_time = true;
		return status;
	}
	days.until = line->due_on;
	return objection_is_in_time(journal->calendar, &days, journal->arena, &objection->in_time, fault);
}

static enum status prepare_received(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct objection *objection = fact->item;
	const struct term_line which = { .person = objection->person,
		                         .about = objection->decision,
		                         .term = "objection" };
	struct term_line line = { 0 };
	enum status status = term_find(journal, &which, &line, fault);

	fact->valid_on = objection->received_on;
	refuse(journal, objection, status == OK, findings);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	objection->report = line.report;
	status = find_days(journal, &line, objection, fault);
	if (status == OK)
		status = refuse_second(journal, objection, findings, fault);
	return status == OK ? count_decision(journal, objection, fault) : status;
}

static enum status apply_received(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct objection *objection = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(fact->fact),
		value_number(objection->person),
		value_number(objection->report),
		value_number(objection->decision),
		value_date(objection->received_on),
		value_date(objection->posted_on),
		value_date(objection->until),
		value_number(objection->in_time ? 1 : 0),
		value_number(objection->has_committee ? 1 : 0),
		value_text(objection->by_whom),
		value_text_or_empty(objection->reasons),
		value_date(objection->due_on),
	};
	const struct term_line line = { .about = fact->fact,
		                        .person = objection->person,
		                        .report = objection->report,
		                        .term = objection->has_committee ? "objection-decision-committee"
		                                                         : "objection-decision",
		                        .starts_on = objection->starts_on,
		                        .due_on = objection->due_on };
	enum status status = db_run(db, &sql_objection_add, values, COUNT(values), fault);

	return status == OK ? term_begin(&keeping, &line, &objection->steps, fault) : status;
}

const struct journal_kind objection_received_kind = {
	.name = "objection_received",
	.title = WORDS("Bezwaar vastleggen"),
	.done = WORDS("Bezwaar ontvangen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT | MAY_HANDLE_OBJECTIONS,
	.record = &objection_record,
	.prepare = prepare_received,
	.rules = objection_rules,
	.rules_count = OBJECTION_RULES_COUNT,
	.apply = apply_received,
};

/* --- adjourned --- */

/* The term as it stands, with six weeks behind it. */
static enum status count_adjourned(struct journal *journal, struct objection_adjourned *adjourned,
                                   struct fault *fault)
{
	const struct term_line which = { .person = adjourned->person,
		                         .about = adjourned->objection,
		                         .term = adjourned->term };
	struct term_count count = { .is_adjourned = true };
	enum status status = term_find(journal, &which, &count.line, fault);

	if (status == OK)
		status = term_count(journal->calendar, &count, journal->arena, &adjourned->steps, fault);
	adjourned->due_on = count.line.due_on;
	return status == NOT_FOUND || status == WRONG_USE ? OK : status;
}

static enum status prepare_adjourned(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct objection_adjourned *adjourned = fact->item;
	struct objection_kept kept;
	enum status status =
		objection_find(journal, adjourned->objection, &kept, &adjourned->situation, fault);

	(void)findings;
	fact->valid_on = adjourned->told_on;
	if (status != OK || !adjourned->situation.is_known)
		return status;
	adjourned->person = kept.person;
	adjourned->report = kept.report;
	adjourned->term = objection_term(&kept);
	return count_adjourned(journal, adjourned, fault);
}

static enum status apply_adjourned(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct objection_adjourned *adjourned = fact->item;
	const struct value values[] = {
		value_number(register_id), value_number(adjourned->objection), value_date(adjourned->told_on),
		value_date(date_is(adjourned->due_on) ? adjourned->due_on : DATE_LAST)
	};
	struct term_line line = { .person = adjourned->person,
		                  .about = adjourned->objection,
		                  .term = adjourned->term };
	enum status status = db_run(db, &sql_objection_adjourn, values, COUNT(values), fault);

	if (status == OK)
		status = term_read(&keeping, &line, &line, fault);
	if (status)
		return status;
	line.due_on = adjourned->due_on;
	return term_change(&keeping, &line, adjourned->told_on, &adjourned->steps, fault);
}

const struct journal_kind objection_adjourned_kind = {
	.name = "objection_adjourned",
	.title = WORDS("Beslissing op bezwaar uitstellen"),
	.done = WORDS("Beslissing op bezwaar uitgesteld"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_HANDLE_OBJECTIONS,
	.record = &objection_adjourned_record,
	.prepare = prepare_adjourned,
	.rules = adjourned_rules,
	.rules_count = ADJOURNED_RULES_COUNT,
	.apply = apply_adjourned,
	.page = "/objections",
};

/* --- decided --- */

static void note_name(struct objection_decided *decided, const char *decided_by)
{
	if (has_words(decided->decided_by) && has_words(decided_by) &&
	    strcasecmp(decided_by, decided->decided_by) == 0)
		decided->situation.decides_own = true;
}

/* Whether the name is that of who decided before, or the account is that of who entered it (Awb 10:3 lid 3).
 */
static enum status look_who_decided(struct journal *journal, struct objection_decided *decided,
                                    struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(decided->person),
		                        value_number(decided->decision) };
	struct decision_kept before = { 0 };
	struct records later = { 0 };
	const char *name = NULL;
	enum status status = db_one(journal->db, &sql_objection_taker, values, COUNT(values), &rows, fault);

	if (status == OK) {
		const char *taker = db_text(&rows, 0, journal->arena);

		decided->situation.decides_own = strcmp(taker, or_empty(journal->account)) == 0;
		status = access_name(journal->db, journal->register_id, taker, journal->arena, &name, fault);
		note_name(decided, name); /* however the name was written in the decision */
	}
	if (status == OK || status == NOT_FOUND)
		status = decision_of(journal, decided->report, &before, fault);
	if (status == OK && before.decision == decided->decision)
		note_name(decided, before.decided_by);
	if (status == OK || status == NOT_FOUND)
		status = later_of(journal, decided->person, decided->situation.today, &later, fault);
	for (size_t i = 0; status == OK && i < later.count; i++)
		if (((const struct later_kept *)later.items)[i].later == decided->decision)
			note_name(decided, ((const struct later_kept *)later.items)[i].decided_by);
	return status;
}

static enum status prepare_decided(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct objection_decided *decided = fact->item;
	struct objection_kept kept;
	struct term appeal;
	enum status status = objection_find(journal, decided->objection, &kept, &decided->situation, fault);

	(void)findings;
	fact->valid_on = decided->decided_on;
	if (status != OK || !decided->situation.is_known)
		return status;
	decided->person = kept.person;
	decided->report = kept.report;
	decided->decision = kept.decision;
	decided->term = objection_term(&kept);
	status = look_who_decided(journal, decided, fault);
	if (status == OK)
		status = calendar_term(journal->calendar, "appeal", decided->decided_on, journal->arena,
		                       &appeal, fault);
	if (status)
		return status;
	decided->appeal_until = appeal.due;
	decided->steps = appeal.steps;
	return OK;
}

/* What ran until there was a decision on the objection, runs no longer. */
static enum status close_terms(const struct term_keeping *keeping, struct term_line *line, struct date on,
                               struct fault *fault)
{
	static const char *const behind[] = { "default-notice", "penalty" };
	enum status status = term_close(keeping, line, on, fault);

	for (size_t i = 0; status == OK && i < COUNT(behind); i++) {
		line->term = behind[i];
		status = term_close(keeping, line, on, fault);
	}
	return status;
}

static enum status apply_decided(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct objection_decided *decided = fact->item;
	const struct value values[] = {
		value_number(register_id),         value_number(decided->objection),
		value_date(decided->decided_on),   value_text(decided->outcome),
		value_text(decided->result),       value_text(decided->reasons),
		value_text(decided->decided_by),   value_number(fact->fact),
		value_date(decided->appeal_until),
	};
	struct term_line line = { .person = decided->person,
		                  .about = decided->objection,
		                  .term = decided->term };
	const struct term_line appeal = { .about = fact->fact,
		                          .person = decided->person,
		                          .report = decided->report,
		                          .term = "appeal",
		                          .starts_on = decided->decided_on,
		                          .due_on = decided->appeal_until };
	enum status status = db_run(db, &sql_objection_end, values, COUNT(values), fault);

	if (status == OK)
		status = close_terms(&keeping, &line, decided->decided_on, fault);
	return status == OK ? term_begin(&keeping, &appeal, &decided->steps, fault) : status;
}

const struct journal_kind objection_decided_kind = {
	.name = "objection_decided",
	.title = WORDS("Beslissen op bezwaar"),
	.done = WORDS("Op het bezwaar beslist"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_HANDLE_OBJECTIONS,
	.record = &objection_decided_record,
	.prepare = prepare_decided,
	.rules = decided_rules,
	.rules_count = DECIDED_RULES_COUNT,
	.apply = apply_decided,
	.ends_task = "objection-late",
	.page = "/objections",
};

/* --- withdrawn --- */

static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct objection_withdrawn *withdrawn = fact->item;
	struct objection_kept kept;
	enum status status =
		objection_find(journal, withdrawn->objection, &kept, &withdrawn->situation, fault);

	(void)findings;
	fact->valid_on = withdrawn->withdrawn_on;
	if (withdrawn->situation.is_known) {
		withdrawn->person = kept.person;
		withdrawn->term = objection_term(&kept);
	}
	return status;
}

static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct objection_withdrawn *withdrawn = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(withdrawn->objection),
		value_date(withdrawn->withdrawn_on),
		value_text("withdrawn"),
		value_text("stays"),
		value_text_or_empty(withdrawn->reason),
		value_text(NULL),
		value_number(fact->fact),
		value_date((struct date){ 0 }),
	};
	struct term_line line = { .person = withdrawn->person,
		                  .about = withdrawn->objection,
		                  .term = withdrawn->term };
	enum status status = db_run(db, &sql_objection_end, values, COUNT(values), fault);

	return status == OK ? close_terms(&keeping, &line, withdrawn->withdrawn_on, fault) : status;
}

const struct journal_kind objection_withdrawn_kind = {
	.name = "objection_withdrawn",
	.title = WORDS("Bezwaar intrekken"),
	.done = WORDS("Bezwaar ingetrokken"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_HANDLE_OBJECTIONS,
	.record = &objection_withdrawn_record,
	.prepare = prepare_withdrawn,
	.rules = withdrawn_rules,
	.rules_count = WITHDRAWN_RULES_COUNT,
	.apply = apply_withdrawn,
	.ends_task = "objection-late",
	.page = "/objections",
};
