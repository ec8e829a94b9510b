/* SPDX-License-Identifier: EUPL-1.2 */
/* The door: number, rules, the fact, apply, reactions; all of it or nothing. */
#include "common/journal/journal.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "common/journal/register.h"
#include "common/journal/stored.h"
#include "journal_sql.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

#define MAX_BODY_BYTES ((size_t)1024 * 1024)
#define MAX_FOLLOWING 5000
#define SALT_BYTES 16

/* Facts that wait to enter after the one that came from outside: first in, first out. */
struct follower {
	struct journal_fact fact;
	bool is_must;
};
struct following {
	struct follower *items;
	size_t count, room;
};

static enum status begin_number(struct journal *journal, struct journal_fact *fact, const char **ret_before,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status =
		db_one(journal->db, &sql_journal_next_number, values, COUNT(values), &rows, fault);

	if (status == NOT_FOUND)
		return fault_set(fault, FAILED, "register %lld does not exist",
		                 (long long)journal->register_id);
	if (status)
		return status;
	if (db_number(&rows, 2) != 0)
		return journal_refuse_to_add(db_moment(&rows, 2), fault);
	fact->fact = db_number(&rows, 0);
	if (fact->cause == 0)
		fact->cause = fact->fact;
	*ret_before = db_text(&rows, 1, journal->arena);
	return OK;
}

/* The broken rules' codes, one a line; each is a finding too. */
static const char *break_rules(const struct journal *journal, const struct journal_fact *fact,
                               struct findings *findings)
{
	const char *codes = "";

	for (size_t i = 0; i < fact->kind->rules_count; i++) {
		const struct journal_rule *rule = &fact->kind->rules[i];

		if (rule->holds(fact->item))
			continue;
		(void)findings_add(findings, rule->code, rule->field, "%s",
		                   words_in(journal->language, rule->words));
		codes = arena_print(journal->arena, "%s%s%s", codes, codes[0] == '\0' ? "" : "\n",
		                    rule->code);
	}
	return codes;
}

static const char *new_salt(struct arena *arena)
{
	unsigned char bytes[SALT_BYTES];
	char *hex = arena_take(arena, 2 * SALT_BYTES + 1);

	randombytes_buf(bytes, sizeof(bytes));
	return sodium_bin2hex(hex, 2 * SALT_BYTES + 1, bytes, sizeof(bytes));
}

static enum status write_body(struct journal *journal, const struct journal_fact *fact, const char **ret_body,
                              struct fault *fault)
{
	CLEANUP(text_done) struct text text = text_new(MAX_BODY_BYTES);
	struct json json = { .out = &text };

	json_record(&json, fact->kind->record, fact->item, FIELD_IN_VAULT);
	if (text.is_full)
		return fault_set(fault, FAILED, "the fact %s is larger than 1 MiB", fact->kind->name);
	*ret_body = arena_copy(journal->arena, text_words(&text));
	return OK;
}

static enum status store(struct journal *journal, const struct journal_fact *fact, const char *before,
                         struct fault *fault)
{
	struct journal_stored stored = { .fact = fact->fact,
		                         .person = fact->person,
		                         .kind = fact->kind->name,
		                         .valid_on = fact->valid_on,
		                         .recorded_at = fact->recorded_at,
		                         .account = fact->account,
		                         .why = fact->why,
		                         .cause = fact->cause,
		                         .reaction = fact->reaction,
		                         .findings = fact->findings,
		                         .salt = new_salt(journal->arena) };
	enum status status = write_body(journal, fact, &stored.body, fault);

	if (status)
		return status;
	stored.digest = stored_digest(&stored, journal->arena);
	stored.chain = stored_chain(&stored, journal->register_id, before, journal->arena);
	{
		const struct value values[] = { value_number(journal->register_id),
			                        value_number(stored.person),
			                        value_number(stored.fact),
			                        value_text(stored.kind),
			                        value_date(stored.valid_on),
			                        value_moment(stored.recorded_at),
			                        value_text(stored.account),
			                        value_text(stored.why),
			                        value_number(stored.cause),
			                        value_text(stored.reaction),
			                        value_text(stored.findings),
			                        value_text(stored.salt),
			                        value_text(stored.body),
			                        value_text(stored.digest),
			                        value_text(stored.chain) };
		const struct value head[] = { value_number(journal->register_id), value_text(stored.chain) };

		status = db_run(journal->db, &sql_journal_insert, values, COUNT(values), fault);
		return status == OK ? db_run(journal->db, &sql_journal_set_chain, head, COUNT(head), fault)
		                    : status;
	}
}

/* What may follow for the place-th time. */
struct occasion {
	size_t place;
	void *item;
	bool follows;
};

static enum status build_item(struct journal *journal, const struct journal_fact *cause,
                              const struct journal_reaction *reaction, struct occasion *occasion,
                              struct fault *fault)
{
	void *item = arena_take(journal->arena, reaction->then->record->size);

	occasion->item = item;
	occasion->follows = true;
	if (reaction->build_each != NULL)
		return reaction->build_each(journal, cause, occasion->place, item, &occasion->follows, fault);
	if (occasion->place > 0)
		occasion->follows = false;
	else if (reaction->build != NULL)
		return reaction->build(journal, cause, item, &occasion->follows, fault);
	else
		record_carry_over(cause->kind->record, cause->item, reaction->then->record, item);
	return OK;
}

static enum status queue_reaction(struct journal *journal, const struct journal_fact *cause,
                                  const struct journal_reaction *reaction, struct following *following,
                                  struct fault *fault)
{
	struct occasion occasion = { 0 };

	for (;; occasion.place++) {
		enum status status = build_item(journal, cause, reaction, &occasion, fault);

		if (status != OK || !occasion.follows)
			return status;
		if (following->count == MAX_FOLLOWING)
			return fault_set(fault, FAILED, "more than %d facts follow from one", MAX_FOLLOWING);
		following->items = arena_with_room(journal->arena, following->items, following->count,
		                                   &following->room, sizeof(*following->items));
		following->items[following->count++] = (struct follower){
			.fact = { .kind = reaction->then,
			          .person = cause->person,
			          .valid_on = cause->valid_on,
			          .why = cause->why,
			          .cause = cause->fact,
			          .reaction = reaction->then->name,
			          .item = occasion.item },
			.is_must = reaction->is_must,
		};
	}
}

static enum status queue_reactions(struct journal *journal, const struct journal_fact *cause,
                                   struct following *following, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < journal->book->reactions_count; i++)
		if (journal->book->reactions[i].when == cause->kind)
			status = queue_reaction(journal, cause, &journal->book->reactions[i], following,
			                        fault);
	return status;
}

/* What the fact must have before anything is asked. */
static enum status begin_fact(const struct journal *journal, struct journal_fact *fact,
                              struct findings *findings)
{
	size_t count = findings->count;

	fact->recorded_at = clock_now(journal->clock);
	fact->account = journal->account;
	if (!date_is(fact->valid_on))
		fact->valid_on = clock_today(journal->clock);
	record_check_required(fact->kind->record, fact->item, "", findings);
	return findings->count > count ? FINDINGS : OK;
}

/* What other slices know of it, once the kind itself has nothing to object. */
static enum status complete(struct journal *journal, struct journal_fact *fact, bool is_guard,
                            struct findings *findings, struct fault *fault)
{
	const struct journal_book *book = journal->book;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < book->completions_count; i++)
		if (book->completions[i].kind == fact->kind && book->completions[i].is_guard == is_guard)
			status = book->completions[i].complete(journal, fact, findings, fault);
	return status;
}

enum status journal_ask_guards(struct journal *journal, const struct journal_kind *kind, void *item,
                               struct findings *findings, struct fault *fault)
{
	struct journal_fact fact = { .kind = kind, .item = item };

	return complete(journal, &fact, true, findings, fault);
}

/* Fills in what the system decides, and asks the rules. */
static enum status fill_in(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                           struct fault *fault)
{
	size_t count = findings->count;
	enum status status = complete(journal, fact, true, findings, fault);

	if (status == OK && findings->count > count)
		return FINDINGS;
	if (status == OK && fact->kind->prepare != NULL)
		status = fact->kind->prepare(journal, fact, findings, fault);
	if (status == OK && findings->count == count)
		status = complete(journal, fact, false, findings, fault);
	if (status)
		return status;
	fact->person = record_number(fact->kind->record, fact->item, "person");
	/* a rebuild must read what apply sees now */
	record_settle(fact->kind->record, fact->item, "", findings);
	if (findings->count > count)
		return FINDINGS;
	fact->findings = break_rules(journal, fact, findings);
	return fact->findings[0] != '\0' && fact->kind->sort == KIND_ACT ? FINDINGS : OK;
}

enum status journal_try(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                        struct fault *fault)
{
	enum status status = begin_fact(journal, fact, findings);

	return status == OK ? fill_in(journal, fact, findings, fault) : status;
}

/* One fact through the door, without what follows from it. */
static enum status enter(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                         struct fault *fault)
{
	const char *before = "";
	enum status status = begin_fact(journal, fact, findings);

	if (status == OK)
		status = begin_number(journal, fact, &before, fault);
	if (status == OK)
		status = fill_in(journal, fact, findings, fault);
	if (status == OK)
		status = store(journal, fact, before, fault);
	if (status)
		return status;
	return stored_apply(journal->db, journal->register_id, journal->book, fact, journal->arena, fault);
}

/* What was refused as a consequence is kept as such: it changes nothing, and its findings become tasks. */
static enum status store_refused(struct journal *journal, struct journal_fact *fact,
                                 const struct findings *broken, struct fault *fault)
{
	const char *before = "";
	enum status status = begin_number(journal, fact, &before, fault);

	fact->findings = broken->items[0].code;
	for (size_t i = 1; i < broken->count; i++)
		fact->findings = arena_print(journal->arena, "%s\n%s", fact->findings, broken->items[i].code);
	if (status == OK)
		status = store(journal, fact, before, fault);
	if (status)
		return status;
	return stored_apply(journal->db, journal->register_id, journal->book, fact, journal->arena, fault);
}

/* A consequence that the cause does not need; ret_is_refused when it was only stored as refused. */
static enum status enter_if_allowed(struct journal *journal, struct journal_fact *fact, bool *ret_is_refused,
                                    struct fault *fault)
{
	struct findings broken = findings_new(journal->arena, journal->language);
	enum status status = db_savepoint(journal->db, DB_SAVE, fault);

	if (status == OK)
		status = enter(journal, fact, &broken, fault);
	*ret_is_refused = status == FINDINGS;
	if (status == OK)
		return db_savepoint(journal->db, DB_RELEASE, fault);
	if (status == FINDINGS)
		status = db_savepoint(journal->db, DB_BACK, fault);
	return status == OK ? store_refused(journal, fact, &broken, fault) : status;
}

static enum status enter_following(struct journal *journal, struct following *following, size_t i,
                                   struct findings *findings, struct fault *fault)
{
	struct journal_fact fact = following->items[i].fact; /* what follows from it may move the list */
	bool is_refused = false;
	enum status status = following->items[i].is_must
	                             ? enter(journal, &fact, findings, fault)
	                             : enter_if_allowed(journal, &fact, &is_refused, fault);

	return status == OK && !is_refused ? queue_reactions(journal, &fact, following, fault) : status;
}

static enum status enter_all(struct journal *journal, struct journal_fact *first, struct findings *findings,
                             struct fault *fault)
{
	struct following following = { 0 };
	enum status status = enter(journal, first, findings, fault);

	if (status == OK)
		status = queue_reactions(journal, first, &following, fault);
	for (size_t i = 0; status == OK && i < following.count; i++)
		status = enter_following(journal, &following, i, findings, fault);
	return status;
}

/* Everything inside a savepoint of the caller's transaction. */
static enum status enter_saved(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	enum status status = db_savepoint(journal->db, DB_SAVE, fault);
	struct fault ignored;

	if (status)
		return status;
	status = enter_all(journal, fact, findings, fault);
	if (status == OK)
		return db_savepoint(journal->db, DB_RELEASE, fault);
	if (db_savepoint(journal->db, DB_BACK, &ignored) != OK)
		return fault_set(fault, FAILED, "a refused fact could not be taken back: %s", ignored.words);
	return status;
}

static enum status enter_alone(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	enum status status = db_begin(journal->db, fault);

	if (status)
		return status;
	status = enter_all(journal, fact, findings, fault);
	return db_end(journal->db, status, fault);
}

enum status journal_append(struct journal *journal, const struct journal_kind *kind, void *item,
                           struct findings *findings, int64_t *ret_fact, struct fault *fault)
{
	const char *why = or_empty(journal->why);
	struct journal_fact fact = { .kind = kind, .item = item, .why = why, .reaction = "" };
	enum status status = db_is_writing(journal->db) ? enter_saved(journal, &fact, findings, fault)
	                                                : enter_alone(journal, &fact, findings, fault);

	if (status == OK)
		*ret_fact = fact.fact;
	return status;
}
