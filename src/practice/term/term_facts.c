/* SPDX-License-Identifier: EUPL-1.2 */
/* Suspension, resumption, a later day told, default and recount at the door. */
#include <string.h>

#include "platform/base/words.h"
#include "practice/term/term_keep.h"

/* What a fact says of the term it is about. */
struct which {
	int64_t person, about;
	const char *term;
};

/* Finds the term as it stands, for the rules and to count with. */
static enum status find_term(struct journal *journal, const struct which *which,
                             struct term_situation *situation, struct term_line *ret_line,
                             struct fault *fault)
{
	const struct term_line key = { .person = which->person, .about = which->about, .term = which->term };
	enum status status = term_find(journal, &key, ret_line, fault);

	situation->today = clock_today(journal->clock);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	situation->is_known = true;
	situation->starts_on = ret_line->starts_on;
	situation->due_on = ret_line->due_on;
	situation->expected_by = ret_line->expected_by;
	situation->closed_on = ret_line->closed_on;
	/* a letter that leaves makes the term run; nobody else does */
	situation->still_from = term_is_untold(ret_line) ? (struct date){ 0 } : ret_line->still_from;
	situation->still_until = ret_line->still_until;
	return OK;
}

static bool runs(const struct term_situation *situation)
{
	return situation->is_known && !date_is(situation->closed_on);
}

/* Counts the term as it will stand; days that do not fit leave it uncounted, for the rules to say so. */
static enum status recount(struct journal *journal, const struct term_line *line, struct date *ret_due_on,
                           struct records *ret_steps, struct fault *fault)
{
	struct term_count count = { .line = *line };
	enum status status = term_count(journal->calendar, &count, journal->arena, ret_steps, fault);

	*ret_due_on = count.line.due_on;
	return status == WRONG_USE ? OK : status;
}

/* The term as it stood, to change. */
static enum status read_changed(const struct term_keeping *keeping, const struct which *which,
                                struct term_line *ret_line, struct fault *fault)
{
	const struct term_line key = { .person = which->person, .about = which->about, .term = which->term };

	return term_read(keeping, &key, ret_line, fault);
}

/* --- suspended --- */

static enum status prepare_suspended(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct term_suspended *suspended = fact->item;
	const struct which which = { suspended->person, suspended->about, suspended->term };
	struct term_line line = { 0 };
	enum status status = find_term(journal, &which, &suspended->situation, &line, fault);

	(void)findings;
	fact->valid_on = suspended->told_on;
	if (!date_is(suspended->from))
		suspended->from = date_add_days(suspended->told_on, 1);
	if (status != OK || !runs(&suspended->situation))
		return status;
	suspended->report = line.report;
	line.still_from = suspended->from;
	line.still_until = suspended->until;
	return recount(journal, &line, &suspended->due_on, &suspended->steps, fault);
}

static enum status apply_suspended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct term_suspended *suspended = fact->item;
	const struct which which = { suspended->person, suspended->about, suspended->term };
	struct term_line line = { 0 };
	enum status status = read_changed(&keeping, &which, &line, fault);

	if (status)
		return status;
	line.due_on = suspended->due_on;
	line.still_from = suspended->from;
	line.still_until = suspended->until;
	line.ground = suspended->ground;
	return term_change(&keeping, &line, suspended->told_on, &suspended->steps, fault);
}

const struct journal_kind term_suspended_kind = {
	.name = "term_suspended",
	.title = WORDS("Termijn laten stilstaan"),
	.done = WORDS("De termijn staat stil"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE | MAY_DECIDE | MAY_HANDLE_OBJECTIONS,
	.record = &term_suspended_record,
	.prepare = prepare_suspended,
	.rules = suspended_rules,
	.rules_count = SUSPENDED_RULES_COUNT,
	.apply = apply_suspended,
};

/* --- resumed --- */

static enum status prepare_resumed(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct term_resumed *resumed = fact->item;
	const struct which which = { resumed->person, resumed->about, resumed->term };
	struct term_line line = { 0 };
	enum status status = find_term(journal, &which, &resumed->situation, &line, fault);

	(void)findings;
	fact->valid_on = resumed->resumed_on;
	if (status != OK || !runs(&resumed->situation) || !date_is(line.still_from))
		return status;
	resumed->report = line.report;
	line.still_until = date_add_days(resumed->resumed_on, -1);
	return recount(journal, &line, &resumed->due_on, &resumed->steps, fault);
}

static enum status apply_resumed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct term_resumed *resumed = fact->item;
	const struct which which = { resumed->person, resumed->about, resumed->term };
	struct term_line line = { 0 };
	enum status status = read_changed(&keeping, &which, &line, fault);

	if (status)
		return status;
	line.due_on = resumed->due_on;
	line.still_until = date_add_days(resumed->resumed_on, -1);
	return term_change(&keeping, &line, resumed->resumed_on, &resumed->steps, fault);
}

const struct journal_kind term_resumed_kind = {
	.name = "term_resumed",
	.title = WORDS("Termijn weer laten lopen"),
	.done = WORDS("De termijn loopt weer"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE | MAY_DECIDE | MAY_HANDLE_OBJECTIONS,
	.record = &term_resumed_record,
	.prepare = prepare_resumed,
	.rules = resumed_rules,
	.rules_count = RESUMED_RULES_COUNT,
	.apply = apply_resumed,
};

/* --- told to come later --- */

static enum status prepare_extended(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct term_extended *extended = fact->item;
	const struct which which = { extended->person, extended->about, extended->term };
	struct term_line line = { 0 };

	(void)findings;
	fact->valid_on = extended->told_on;
	enum status status = find_term(journal, &which, &extended->situation, &line, fault);
	extended->due_on = line.due_on;
	return status;
}

static enum status apply_extended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct term_extended *extended = fact->item;
	const struct which which = { extended->person, extended->about, extended->term };
	struct term_line line = { 0 };
	struct records steps;
	enum status status = read_changed(&keeping, &which, &line, fault);

	if (status == OK)
		status = term_sum_read(line.sum, arena, &steps, fault);
	if (status)
		return status;
	line.expected_by = extended->expected_by;
	return term_change(&keeping, &line, extended->told_on, &steps, fault);
}

const struct journal_kind term_extended_kind = {
	.name = "term_extended",
	.title = WORDS("Vertellen dat het besluit later komt"),
	.done = WORDS("Verteld dat het besluit later komt"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE | MAY_DECIDE | MAY_HANDLE_OBJECTIONS,
	.record = &term_extended_record,
	.prepare = prepare_extended,
	.rules = extended_rules,
	.rules_count = EXTENDED_RULES_COUNT,
	.apply = apply_extended,
};

/* --- default --- */

/* The two weeks after receipt, and the 42 days of penalty behind them. */
static enum status count_default(struct journal *journal, struct default_notice *notice, struct fault *fault)
{
	struct term weeks, penalty = { 0 };
	enum status status = calendar_term(journal->calendar, "default-notice", notice->received_on,
	                                   journal->arena, &weeks, fault);

	if (status == OK)
		status = calendar_term(journal->calendar, "penalty", weeks.due, journal->arena, &penalty,
		                       fault);
	if (status)
		return status;
	notice->due_on = weeks.due;
	notice->steps = weeks.steps;
	notice->penalty_until = penalty.due;
	notice->penalty_steps = penalty.steps;
	return OK;
}

static enum status prepare_default(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct default_notice *notice = fact->item;
	const struct which which = { notice->person, notice->about, notice->term };
	const struct term_line earlier = { .person = notice->person,
		                           .about = notice->about,
		                           .term = "default-notice" };
	struct term_line line = { 0 };
	enum status status = find_term(journal, &which, &notice->situation, &line, fault);

	(void)findings;
	fact->valid_on = notice->received_on;
	notice->report = line.report;
	if (status == OK)
		status = term_find(journal, &earlier, &line, fault);
	notice->situation.is_given = status == OK;
	return status == OK || status == NOT_FOUND ? count_default(journal, notice, fault) : status;
}

static enum status apply_default(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct default_notice *notice = fact->item;
	struct term_line line = { .about = notice->about,
		                  .person = notice->person,
		                  .report = notice->report,
		                  .term = "default-notice",
		                  .starts_on = notice->received_on,
		                  .due_on = notice->due_on };
	enum status status = term_begin(&keeping, &line, &notice->steps, fault);

	line.term = "penalty";
	line.starts_on = notice->due_on;
	line.due_on = notice->penalty_until;
	return status == OK ? term_begin(&keeping, &line, &notice->penalty_steps, fault) : status;
}

const struct journal_kind default_notice_received_kind = {
	.name = "default_notice_received",
	.title = WORDS("Ingebrekestelling vastleggen"),
	.done = WORDS("Ingebrekestelling ontvangen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE | MAY_DECIDE | MAY_HANDLE_OBJECTIONS,
	.record = &default_notice_record,
	.prepare = prepare_default,
	.rules = default_rules,
	.rules_count = DEFAULT_RULES_COUNT,
	.apply = apply_default,
};

/* --- counted again --- */

static enum status prepare_recounted(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct term_recounted *recounted = fact->item;
	const struct which which = { recounted->person, recounted->about, recounted->term };
	struct term_line line = { 0 };
	enum status status = find_term(journal, &which, &recounted->situation, &line, fault);

	(void)findings;
	fact->valid_on = recounted->situation.today;
	if (status != OK || !runs(&recounted->situation))
		return status;
	recounted->report = line.report;
	recounted->before = line.due_on;
	if (date_is(recounted->starts_on))
		line.starts_on = recounted->starts_on;
	recounted->starts_on = line.starts_on;
	if (strcmp(recounted->because, "dispatch") == 0 && term_is_untold(&line))
		term_tell(&line);
	return recount(journal, &line, &recounted->due_on, &recounted->steps, fault);
}

static enum status apply_recounted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct term_recounted *recounted = fact->item;
	const struct which which = { recounted->person, recounted->about, recounted->term };
	struct term_line line = { 0 };
	enum status status = read_changed(&keeping, &which, &line, fault);

	if (status)
		return status;
	line.starts_on = recounted->starts_on;
	line.due_on = recounted->due_on;
	if (term_is_untold(&line) && date_is(line.due_on))
		term_tell(&line);
	return term_change(&keeping, &line, fact->valid_on, &recounted->steps, fault);
}

const struct journal_kind term_recounted_kind = {
	.name = "term_recounted",
	.title = WORDS("Termijn opnieuw berekenen"),
	.done = WORDS("Termijn opnieuw berekend"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &term_recounted_record,
	.prepare = prepare_recounted,
	.rules = recounted_rules,
	.rules_count = RECOUNTED_RULES_COUNT,
	.apply = apply_recounted,
};
