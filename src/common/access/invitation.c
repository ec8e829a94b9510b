/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/invitation.h"

#include <sodium.h>
#include <string.h>

#include "access_sql.h"
#include "platform/base/clock.h"

#define CODE_LETTERS "abcdefghjkmnpqrstuvwxyz23456789" /* none that looks like another */
#define CODE_CHARS 16                                  /* 79 bits */
#define MARK_BYTES 32

static const char *new_code(struct arena *arena)
{
	char *code = arena_take(arena, CODE_CHARS + 1);

	for (size_t i = 0; i < CODE_CHARS; i++)
		code[i] = CODE_LETTERS[randombytes_uniform(sizeof(CODE_LETTERS) - 1)];
	return code;
}

static const char *mark_of(const char *code, struct arena *arena)
{
	unsigned char mark[MARK_BYTES];
	char *hex = arena_take(arena, 2 * MARK_BYTES + 1);

	(void)crypto_generichash(mark, sizeof(mark), (const unsigned char *)code, strlen(code), NULL, 0);
	return sodium_bin2hex(hex, 2 * MARK_BYTES + 1, mark, sizeof(mark));
}

enum status invitation_renew(struct db *db, const struct access_account *account, struct moment now,
                             struct arena *arena, const char **ret_code, struct fault *fault)
{
	const char *code = new_code(arena);
	const struct value values[] = { value_number(account->register_id), value_text(account->account),
		                        value_text(mark_of(code, arena)),
		                        value_number(now.seconds + INVITATION_DAYS * DAY_SECONDS) };
	enum status status = db_run(db, &sql_access_end_invitation, values, 2, fault);

	if (status == OK)
		status = db_run(db, &sql_access_add_invitation, values, COUNT(values), fault);
	*ret_code = code;
	return status;
}

enum status invitation_add(struct db *db, const struct access_account *account, struct moment now,
                           struct arena *arena, const char **ret_code, struct fault *fault)
{
	enum status status = access_add_without_password(db, account, fault);

	*ret_code = "";
	return status == OK ? invitation_renew(db, account, now, arena, ret_code, fault) : status;
}

static enum status find_invited(struct db *db, const struct invitation_use *use, struct arena *arena,
                                int64_t *ret_register, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_text(use->account), value_text(mark_of(use->code, arena)),
		                        value_moment(use->now) };
	enum status status = db_one(db, &sql_access_invitation, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_register = db_number(&rows, 0);
	return status;
}

enum status invitation_use(struct db *db, const struct invitation_use *use, struct arena *arena,
                           struct fault *fault)
{
	int64_t register_id = 0;
	bool is_alone = !db_is_writing(db);
	enum status status = find_invited(db, use, arena, &register_id, fault);

	if (status == OK && is_alone)
		status = db_begin(db, fault);
	if (status)
		return status;
	{
		const struct value values[] = { value_number(register_id), value_text(use->account) };

		status = access_set_password(
			db, &(struct access_account){ .register_id = register_id, .account = use->account },
			use->password, arena, fault);
		if (status == OK)
			status = db_run(db, &sql_access_end_invitation, values, COUNT(values), fault);
	}
	return is_alone ? db_end(db, status, fault) : status;
}
