/* SPDX-License-Identifier: EUPL-1.2 */
/* Talks and permanent workers at the door, and as they are kept. */
#include <string.h>

#include "care_sql.h"
#include "common/access/access.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/care/talk.h"

static const struct field talk_line_fields[] = {
	FIELD(struct talk_line, talk),
	FIELD(struct talk_line, talked_on),
	FIELD(struct talk_line, how, .choices = talk_ways),
	FIELD(struct talk_line, whom, .choices = talk_whoms),
	FIELD(struct talk_line, words, .max_chars = 4000),
	FIELD(struct talk_line, name),
};
const struct record talk_line_record = RECORD(struct talk_line, "talk_line", talk_line_fields);

static const struct field permanent_worker_line_fields[] = {
	FIELD(struct permanent_worker_line, assignment),
	FIELD(struct permanent_worker_line, product),
	FIELD(struct permanent_worker_line, name),
	FIELD(struct permanent_worker_line, helper),
	FIELD(struct permanent_worker_line, times),
	FIELD(struct permanent_worker_line, per, .choices = permanent_worker_periods),
	FIELD(struct permanent_worker_line, from_day),
	FIELD(struct permanent_worker_line, until_day),
};
const struct record permanent_worker_line_record =
	RECORD(struct permanent_worker_line, "permanent_worker_line", permanent_worker_line_fields);

enum status talks_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                     struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };

	return db_list(journal->db, &sql_care_talks_of, values, COUNT(values),
	               &(struct db_list){ &talk_line_record, journal->arena, ret_lines }, fault);
}

enum status permanent_workers_of(struct journal *journal, int64_t person, struct records *ret_lines,
                                 struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_care_workers_of, values, COUNT(values),
	               &(struct db_list){ &permanent_worker_line_record, journal->arena, ret_lines }, fault);
}

const struct permanent_worker_line *permanent_worker_on(const struct records *workers, int64_t assignment,
                                                        struct date on)
{
	const struct permanent_worker_line *items = workers->items;

	for (size_t i = 0; i < workers->count; i++)
		if (items[i].assignment == assignment &&
		    date_within(on, items[i].from_day, items[i].until_day))
			return &items[i];
	return NULL;
}

const char *permanent_worker_often(int64_t times, const char *per, const char *language, struct arena *arena)
{
	const char *each = words_in(language, choice_label(permanent_worker_periods, per));

	return times == 1 ? arena_print(arena, words_in(language, WORDS("1 keer %s")), each)
	                  : arena_print(arena, words_in(language, WORDS("%lld keer %s")), (long long)times,
	                                each);
}

/* The person's assignment of that number; NULL when there is none. */
static enum status find_help(struct journal *journal, int64_t person, int64_t assignment,
                             const struct assignment_line **ret_help, struct fault *fault)
{
	struct records lines = { 0 };
	const struct assignment_line *items;
	enum status status = assignments_of(journal, person, &lines, fault);

	*ret_help = NULL;
	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (items[i].assignment == assignment)
			*ret_help = &items[i];
	return status;
}

static enum status prepare_talk(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct talk *talk = fact->item;
	const struct assignment_line *help = NULL;
	struct identity client;
	enum status status = vault_identity(journal, talk->person, &client, fault);

	(void)findings;
	fact->valid_on = talk->talked_on;
	talk->situation.today = clock_today(journal->clock);
	if (status == OK && talk->assignment != 0)
		status = find_help(journal, talk->person, talk->assignment, &help, fault);
	talk->situation.is_known = status == OK && (talk->assignment == 0 || help != NULL);
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_talk(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct talk *talk = fact->item;
	const struct value values[] = {
		value_number(register_id),        value_number(talk->person), value_number(fact->fact),
		value_date(talk->talked_on),      value_text(talk->how),      value_text(talk->whom),
		value_text_or_empty(talk->words), value_text(fact->account)
	};

	(void)arena;
	return db_run(db, &sql_care_add_talk, values, COUNT(values), fault);
}

/* Whether the account comes to people for the party that delivers on the day. */
static enum status find_helper(struct journal *journal, const struct permanent_worker *worker,
                               bool *ret_is_helper, struct fault *fault)
{
	struct records deliveries = { 0 };
	struct access_account account = { 0 };
	const struct delivery *delivery;
	const struct access_role *role;
	enum status status;

	*ret_is_helper = false;
	if (!has_words(worker->helper))
		return OK;
	status = deliveries_of(journal, worker->person, &deliveries, fault);
	if (status == OK)
		status = access_account(journal->db, journal->register_id, worker->helper, journal->arena,
		                        &account, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	delivery = delivery_on(&deliveries, worker->assignment, worker->from);
	role = access_role_named(account.role);
	*ret_is_helper = delivery != NULL && role != NULL && access_may(role, MAY_VISIT) &&
	                 strcmp(account.party, delivery->deliverer) == 0;
	return OK;
}

static enum status prepare_worker(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct permanent_worker *worker = fact->item;
	struct permanent_worker_situation *situation = &worker->situation;
	const struct permanent_worker_line *before;
	const struct assignment_line *help = NULL;
	struct records lines = { 0 };
	enum status status = find_help(journal, worker->person, worker->assignment, &help, fault);

	(void)findings;
	fact->valid_on = worker->from;
	*situation = (struct permanent_worker_situation){ .today = clock_today(journal->clock) };
	if (status != OK || help == NULL)
		return status;
	worker->product = help->product;
	situation->from = help->valid_from;
	situation->until = help->valid_until;
	situation->is_known = true;
	status = find_helper(journal, worker, &situation->is_helper, fault);
	if (status == OK)
		status = permanent_workers_of(journal, worker->person, &lines, fault);
	before = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (before[i].assignment == worker->assignment)
			situation->last_from = before[i].from_day;
	return status;
}

static enum status apply_worker(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct permanent_worker *worker = fact->item;
	const struct value values[] = {
		value_number(register_id), value_number(worker->person), value_number(worker->assignment),
		value_date(worker->from),  value_text(worker->name),     value_number(worker->times),
		value_text(worker->per),   value_text(worker->product),  value_text_or_empty(worker->helper)
	};
	enum status status = db_run(db, &sql_care_drop_workers, values, 4, fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_care_end_worker, values, 4, fault);
	return status == OK ? db_run(db, &sql_care_add_worker, values, COUNT(values), fault) : status;
}

const struct journal_kind talk_held_kind = {
	.name = "talk_held",
	.title = WORDS("Gesprek vastleggen"),
	.done = WORDS("Gesproken"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT | MAY_DELIVER,
	.record = &talk_record,
	.prepare = prepare_talk,
	.rules = talk_rules,
	.rules_count = TALK_RULES_COUNT,
	.apply = apply_talk,
};

const struct journal_kind permanent_worker_named_kind = {
	.name = "permanent_worker_named",
	.title = WORDS("Zeggen wie er komt"),
	.done = WORDS("Vaste hulp bekend"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN | MAY_DELIVER,
	.record = &permanent_worker_record,
	.prepare = prepare_worker,
	.rules = permanent_worker_rules,
	.rules_count = PERMANENT_WORKER_RULES_COUNT,
	.apply = apply_worker,
};
