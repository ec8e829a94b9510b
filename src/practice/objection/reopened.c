/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/objection/reopened.h"

#include <string.h>

#include "objection_sql.h"
#include "platform/base/words.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"
#include "practice/objection/objection.h"

static const struct field reopened_fields[] = {
	FIELD(struct decision_reopened, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct decision_reopened, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct decision_reopened, decision, .label = WORDS("Besluit"), .required = true),
	FIELD(struct decision_reopened, objection, .label = WORDS("Bezwaar"), .required = true),
	FIELD(struct decision_reopened, reopened_on, .label = WORDS("Beslist op"), .required = true),
	FIELD(struct decision_reopened, is_refusal, .flags = FIELD_BY_DOOR),
};
const struct record decision_reopened_record =
	RECORD(struct decision_reopened, "decision_reopened", reopened_fields);

/* As long as the new decision is not there somebody must take it. */
static bool is_no_grant_to_change(const void *item)
{
	return ((const struct decision_reopened *)item)->is_refusal;
}

static bool is_no_refusal_to_replace(const void *item)
{
	return !((const struct decision_reopened *)item)->is_refusal;
}

const struct journal_rule reopened_rules[REOPENED_RULES_COUNT] = {
	{ "decision-again", "decision",
	  WORDS("Het bezwaar is gegrond. Wat is toegekend, moet nog worden gewijzigd of ingetrokken."),
	  "Awb, art. 7:11 lid 2", is_no_grant_to_change },
	{ "decision-anew", "decision",
	  WORDS("Het bezwaar is gegrond. Op de aanvraag moet nog een nieuw besluit komen."),
	  "Awb, art. 7:11 lid 2", is_no_refusal_to_replace },
};

static enum status prepare_reopened(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct decision_reopened *reopened = fact->item;
	struct decision_kept kept;
	enum status status = decision_of(journal, reopened->report, &kept, fault);

	(void)findings;
	fact->valid_on = reopened->reopened_on;
	reopened->is_refusal =
		status == OK && kept.decision == reopened->decision && strcmp(kept.outcome, "refused") == 0;
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_reopened(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	(void)db, (void)register_id, (void)fact, (void)arena, (void)fault;
	return OK; /* its task is all that is kept of it */
}

const struct journal_kind decision_reopened_kind = {
	.name = "decision_reopened",
	.title = WORDS("Nieuw besluit nodig na bezwaar"),
	.done = WORDS("Nieuw besluit nodig na bezwaar"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &decision_reopened_record,
	.prepare = prepare_reopened,
	.rules = reopened_rules,
	.rules_count = REOPENED_RULES_COUNT,
	.apply = apply_reopened,
};

/* Whether it is about something granted or refused; a penalty is set by whoever decides on the objection. */
static enum status is_about_help(struct journal *journal, const struct objection_decided *decided,
                                 bool *ret_is, struct fault *fault)
{
	struct decision_kept kept = { 0 };
	struct records later = { 0 };
	enum status status = decision_of(journal, decided->report, &kept, fault);

	*ret_is = status == OK && kept.decision == decided->decision;
	if (status == OK || status == NOT_FOUND)
		status = later_of(journal, decided->person, DATE_LAST, &later, fault);
	for (size_t i = 0; status == OK && i < later.count; i++)
		if (((const struct later_kept *)later.items)[i].later == decided->decision)
			*ret_is = true;
	return status;
}

enum status reopened_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                             bool *ret_follows, struct fault *fault)
{
	const struct objection_decided *decided = cause->item;
	bool is_about = false;
	enum status status = is_about_help(journal, decided, &is_about, fault);

	*ret_follows = status == OK && is_about && strcmp(decided->result, "stays") != 0;
	if (*ret_follows)
		*(struct decision_reopened *)item = (struct decision_reopened){
			.person = decided->person,
			.report = decided->report,
			.decision = decided->decision,
			.objection = decided->objection,
			.reopened_on = decided->decided_on,
		};
	return status;
}

enum status reopened_complete_decision(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct decision *decision = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(decision->person),
		                        value_number(decision->replaces) };
	enum status status = OK;

	(void)findings;
	if (decision->replaces == 0)
		return OK;
	status = db_one(journal->db, &sql_objection_reopens, values, COUNT(values), &rows, fault);
	decision->situation.is_reopened = status == OK;
	return status == NOT_FOUND ? OK : status;
}
