/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/second_step.h"

#include <sodium.h>
#include <string.h>

#include "access_sql.h"
#include "common/access/attempts.h"
#include "common/access/key.h"

#define RECOVERY_LETTERS "abcdefghjkmnpqrstuvwxyz23456789" /* none that looks like another */
#define RECOVERY_CHARS 10                                  /* 49 bits, and guessing is slow */
#define MARK_BYTES 32

/* A row of access_second_step: the present state, and the step of the last code that counted. */
struct stored_step {
	struct second_step step;
	int64_t used_step;
};

/* What cannot be opened, for the key is gone or another one, is a secret that no code is of: recovery codes
 * still count. */
static bool open_secret(struct db *db, const char *sealed, struct arena *arena,
                        struct totp_secret *ret_secret)
{
	unsigned char key[SEAL_KEY_BYTES];
	struct fault fault = { 0 };
	const char *text;

	if (seal_key(db_state_directory(db), key, &fault) != OK)
		return false;
	text = seal_open(key, sealed, arena);
	sodium_memzero(key, sizeof(key));
	return text != NULL && totp_of_text(text, ret_secret);
}

static enum status read_step(struct db *db, const struct access_account *account, struct arena *arena,
                             struct stored_step *ret_stored, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(account->register_id), value_text(account->account) };
	struct second_step *step = &ret_stored->step;
	enum status status = db_one(db, &sql_access_second_step, values, COUNT(values), &rows, fault);

	*ret_stored = (struct stored_step){ 0 };
	if (status)
		return status == NOT_FOUND ? OK : status;
	step->is_on = db_number(&rows, 0) != 0;
	step->since = db_date(&rows, 1);
	ret_stored->used_step = db_number(&rows, 3);
	step->recovery_left = db_number(&rows, 4);
	if (open_secret(db, db_text(&rows, 2, arena), arena, &step->secret))
		step->is_begun = !step->is_on;
	else
		ret_stored->used_step = INT64_MAX; /* no code of the app counts */
	return OK;
}

enum status second_step_of(struct db *db, const struct access_account *account, struct arena *arena,
                           struct second_step *ret_step, struct fault *fault)
{
	struct stored_step stored;
	enum status status = read_step(db, account, arena, &stored, fault);

	*ret_step = stored.step;
	return status;
}

enum status second_step_begin(struct db *db, const struct access_account *account, struct arena *arena,
                              struct fault *fault)
{
	const struct totp_secret secret = totp_new_secret();
	unsigned char key[SEAL_KEY_BYTES];
	enum status status = key_to_seal(db, key, fault);

	if (status == OK) {
		const struct value values[] = { value_number(account->register_id),
			                        value_text(account->account),
			                        value_text(
							seal_close(key, totp_to_text(&secret, arena), arena)),
			                        value_number(0),
			                        value_date((struct date){ 0 }),
			                        value_number(0) };

		status = db_run(db, &sql_access_add_second_step, values, COUNT(values), fault);
	}
	return status;
}

/* --- codes --- */

/* As it was meant: spaces and dashes are how people write it down, and so are capitals. */
static const char *plain_code(const char *code, struct arena *arena)
{
	char *plain = arena_take(arena, strlen(code) + 1);
	size_t length = 0;

	for (; *code != '\0'; code++)
		if (*code != ' ' && *code != '-')
			plain[length++] = *code >= 'A' && *code <= 'Z' ? (char)(*code - 'A' + 'a') : *code;
	plain[length] = '\0';
	return plain;
}

static const char *mark_of(const struct access_account *account, const char *code, struct arena *arena)
{
	unsigned char mark[MARK_BYTES];
	char *hex = arena_take(arena, 2 * MARK_BYTES + 1);
	const char *whole =
		arena_print(arena, "%lld %s %s", (long long)account->register_id, account->account, code);

	(void)crypto_generichash(mark, sizeof(mark), (const unsigned char *)whole, strlen(whole), NULL, 0);
	return sodium_bin2hex(hex, 2 * MARK_BYTES + 1, mark, sizeof(mark));
}

/* A code of the app, in this half minute or beside it; NOT_FOUND. */
static enum status use_app_code(struct db *db, const struct second_step_try *tried,
                                const struct stored_step *stored, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	int64_t step = totp_match(&stored->step.secret, tried->code, tried->now, stored->used_step);
	const struct value values[] = { value_number(tried->register_id), value_text(tried->account),
		                        value_number(step) };

	return step == 0 ? NOT_FOUND : db_one(db, &sql_access_use_step, values, COUNT(values), &rows, fault);
}

static enum status use_recovery(struct db *db, const struct access_account *account, const char *code,
                                struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(account->register_id), value_text(account->account),
		                        value_text(mark_of(account, code, arena)) };

	return db_one(db, &sql_access_use_recovery, values, COUNT(values), &rows, fault);
}

/* Tries the code, and counts it when it was wrong. */
static enum status check_code(struct db *db, const struct second_step_try *tried, bool is_to_confirm,
                              struct arena *arena, struct fault *fault)
{
	const struct access_account account = { .register_id = tried->register_id,
		                                .account = tried->account };
	const char *counted = access_codes_tried(&account, arena);
	struct second_step_try plain = *tried;
	struct stored_step stored;
	enum status status = attempts_check(db, counted, tried->now, fault);

	if (status == OK)
		status = read_step(db, &account, arena, &stored, fault);
	if (status)
		return status;
	plain.code = plain_code(tried->code, arena);
	if (stored.step.is_on == is_to_confirm || (is_to_confirm && !stored.step.is_begun))
		return NOT_FOUND;
	status = use_app_code(db, &plain, &stored, fault);
	if (status == NOT_FOUND && !is_to_confirm)
		status = use_recovery(db, &account, plain.code, arena, fault);
	if (status == OK)
		return attempts_forget(db, counted, fault);
	if (status == NOT_FOUND && attempts_add(db, counted, tried->now, fault) != OK)
		return FAILED;
	return status;
}

enum status second_step_check(struct db *db, const struct second_step_try *tried, struct arena *arena,
                              struct fault *fault)
{
	return check_code(db, tried, false, arena, fault);
}

enum status second_step_confirm(struct db *db, const struct second_step_try *tried, struct arena *arena,
                                struct fault *fault)
{
	const struct value values[] = { value_number(tried->register_id), value_text(tried->account),
		                        value_date(tried->today) };
	enum status status = check_code(db, tried, true, arena, fault);

	return status == OK ? db_run(db, &sql_access_turn_on, values, COUNT(values), fault) : status;
}

static const char *new_recovery_code(struct arena *arena)
{
	char *code = arena_take(arena, RECOVERY_CHARS + 1);

	for (size_t i = 0; i < RECOVERY_CHARS; i++)
		code[i] = RECOVERY_LETTERS[randombytes_uniform(sizeof(RECOVERY_LETTERS) - 1)];
	return code;
}

enum status second_step_recovery(struct db *db, const struct access_account *account, struct arena *arena,
                                 struct texts *ret_codes, struct fault *fault)
{
	const struct value who[] = { value_number(account->register_id), value_text(account->account) };
	enum status status = db_run(db, &sql_access_end_recovery, who, COUNT(who), fault);

	*ret_codes = (struct texts){ .items = (const char **)arena_take(arena, SECOND_STEP_RECOVERY_CODES *
		                                                                       sizeof(char *)) };
	while (status == OK && ret_codes->count < SECOND_STEP_RECOVERY_CODES) {
		const char *code = new_recovery_code(arena);
		const struct value values[] = { who[0], who[1], value_text(mark_of(account, code, arena)) };

		status = db_run(db, &sql_access_add_recovery, values, COUNT(values), fault);
		ret_codes->items[ret_codes->count++] = arena_print(arena, "%.5s-%s", code, code + 5);
	}
	return status;
}

enum status second_step_end(struct db *db, const struct access_account *account, struct arena *arena,
                            struct fault *fault)
{
	const struct value values[] = { value_number(account->register_id), value_text(account->account) };
	enum status status = db_run(db, &sql_access_end_recovery, values, COUNT(values), fault);

	if (status == OK)
		status = attempts_forget(db, access_codes_tried(account, arena), fault);
	return status == OK ? db_run(db, &sql_access_end_second_step, values, COUNT(values), fault) : status;
}
