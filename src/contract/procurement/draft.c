/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/draft.h"

#include <string.h>

#include "platform/base/words.h"
#include "platform/db/seal.h"
#include "platform/record/json.h"
#include "procurement_sql.h"

#define MAX_ANSWER_BYTES ((size_t)128 * 1024)

static const struct field version_fields[] = {
	FIELD(struct draft_version, version),  FIELD(struct draft_version, criterion),
	FIELD(struct draft_version, saved_at), FIELD(struct draft_version, account),
	FIELD(struct draft_version, party),    FIELD(struct draft_version, sealed),
};
const struct record draft_version_record = RECORD(struct draft_version, "draft_version", version_fields);

enum status draft_save(struct journal *journal, int64_t bid, const struct bid_answer *answer,
                       struct fault *fault)
{
	CLEANUP(text_done) struct text text = text_new(MAX_ANSWER_BYTES);
	struct json json = { .out = &text };
	unsigned char key[SEAL_KEY_BYTES];
	enum status status = seal_make_key(db_state_directory(journal->db), fault);

	if (status == OK)
		status = seal_key(db_state_directory(journal->db), key, fault);
	json_record(&json, &bid_answer_record, answer, 0);
	if (status == OK && text.is_full)
		return fault_set(fault, FAILED, "an answer of bid %lld is too long", (long long)bid);
	if (status == OK) {
		const struct value values[] = { value_number(journal->register_id),
			                        value_number(bid),
			                        value_text(answer->criterion),
			                        value_moment(clock_now(journal->clock)),
			                        value_text(journal->account),
			                        value_text_or_empty(journal->party),
			                        value_text(
							seal_close(key, text_words(&text), journal->arena)) };

		status = db_run(journal->db, &sql_procurement_add_draft, values, COUNT(values), fault);
	}
	return status;
}

/* A version that another key sealed is empty: the state directory is not the one of this database. */
static bool open_version(const unsigned char *key, struct draft_version *version, struct arena *arena)
{
	struct findings findings = findings_new(arena, "nl");
	const char *text = seal_open(key, version->sealed, arena);

	return text != NULL &&
	       json_read(text, strlen(text), &bid_answer_record, &version->answer, 0, &findings) == OK;
}

enum status draft_versions(struct journal *journal, int64_t bid, struct records *ret_versions,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(bid) };
	unsigned char key[SEAL_KEY_BYTES];
	struct draft_version *versions;
	enum status status =
		db_list(journal->db, &sql_procurement_drafts, values, COUNT(values),
	                &(struct db_list){ &draft_version_record, journal->arena, ret_versions }, fault);

	if (status != OK || ret_versions->count == 0)
		return status;
	status = seal_key(db_state_directory(journal->db), key, fault);
	versions = ret_versions->items;
	for (size_t i = 0; status == OK && i < ret_versions->count; i++)
		if (!open_version(key, &versions[i], journal->arena))
			status = fault_set(fault, FAILED,
			                   "a draft of bid %lld does not open with the key in %s",
			                   (long long)bid, db_state_directory(journal->db));
	return status;
}

static struct bid_answer *answer_of(const struct records *answers, const char *criterion)
{
	struct bid_answer *items = answers->items;

	for (size_t i = 0; i < answers->count; i++)
		if (strcmp(or_empty(items[i].criterion), or_empty(criterion)) == 0)
			return &items[i];
	return NULL;
}

/* "a, b": each name once. */
static const char *with_name(const char *names, const char *name, struct arena *arena)
{
	size_t length = strlen(name);

	for (const char *at = names; *at != '\0';
	     at += strcspn(at, ",") == strlen(at) ? strlen(at) : strcspn(at, ",") + 2)
		if (strncmp(at, name, length) == 0 && (at[length] == '\0' || at[length] == ','))
			return names;
	return names[0] == '\0' ? name : arena_print(arena, "%s, %s", names, name);
}

struct records draft_answers(const struct records *versions, struct arena *arena)
{
	const struct draft_version *items = versions->items;
	struct records answers = records_new(&bid_answer_record, versions->count, arena);

	answers.count = 0;
	for (size_t i = 0; i < versions->count; i++) {
		struct bid_answer *answer = answer_of(&answers, items[i].criterion);

		if (answer == NULL) {
			answer = &((struct bid_answer *)answers.items)[answers.count++];
			*answer = items[i].answer;
			answer->criterion = items[i].criterion;
			answer->written = "";
			answer->versions = 0;
		}
		answer->versions++;
		answer->written = with_name(answer->written, items[i].party, arena);
	}
	return answers;
}

struct records draft_gaps(const struct records *criteria, const struct records *answers, struct arena *arena)
{
	const struct notice_criterion *criterion = criteria->items;
	struct records gaps = { .items = ARENA_MANY(arena, 3 * criteria->count + 1, struct draft_gap) };

	for (size_t i = 0; i < criteria->count; i++) {
		const struct bid_answer *answer = answer_of(answers, criterion[i].criterion);
		const char *const lacks[] = {
			answer == NULL || answer->answer == NULL ? WORDS("het antwoord") : NULL,
			criterion[i].is_concrete && (answer == NULL || answer->how == NULL)
				? WORDS("hoe precies")
				: NULL,
			criterion[i].is_concrete && (answer == NULL || answer->with == NULL)
				? WORDS("met wie")
				: NULL,
		};

		for (size_t n = 0; n < COUNT(lacks); n++)
			if (lacks[n] != NULL)
				((struct draft_gap *)gaps.items)[gaps.count++] =
					(struct draft_gap){ criterion[i].criterion, criterion[i].label,
					                    lacks[n] };
	}
	return gaps;
}
