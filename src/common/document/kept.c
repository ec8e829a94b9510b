/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/kept.h"

#include <sodium.h>

#include "document_sql.h"

#define PIECE_BYTES 8192

static const struct field kept_fields[] = {
	FIELD(struct kept, fact),    FIELD(struct kept, place),    FIELD(struct kept, bytes),
	FIELD(struct kept, digest),  FIELD(struct kept, bsn_mark), FIELD(struct kept, times),
	FIELD(struct kept, kept_at), FIELD(struct kept, last_at),
};
static const struct record kept_record = RECORD(struct kept, "kept", kept_fields);

const char *kept_digest(const char *bytes, size_t length, struct arena *arena)
{
	unsigned char digest[KEPT_DIGEST_BYTES];
	char *hex = arena_take(arena, 2 * KEPT_DIGEST_BYTES + 1);

	(void)crypto_generichash(digest, sizeof(digest), (const unsigned char *)bytes, length, NULL, 0);
	return sodium_bin2hex(hex, 2 * KEPT_DIGEST_BYTES + 1, digest, sizeof(digest));
}

const char *kept_digest_of(const struct depot_source *source, struct arena *arena, int64_t *ret_bytes)
{
	crypto_generichash_state state;
	unsigned char digest[KEPT_DIGEST_BYTES];
	char *hex = arena_take(arena, 2 * KEPT_DIGEST_BYTES + 1), piece[PIECE_BYTES];
	size_t offset = 0, length = 1;

	(void)crypto_generichash_init(&state, NULL, 0, sizeof(digest));
	while (length > 0) {
		length = source->read(source->context, offset, piece, sizeof(piece));
		(void)crypto_generichash_update(&state, (const unsigned char *)piece, length);
		offset += length;
	}
	(void)crypto_generichash_final(&state, digest, sizeof(digest));
	*ret_bytes = (int64_t)offset;
	return sodium_bin2hex(hex, 2 * KEPT_DIGEST_BYTES + 1, digest, sizeof(digest));
}

enum status kept_put(const struct journal *journal, const char *digest, const struct depot_source *source,
                     struct fault *fault)
{
	char name[DEPOT_NAME_SIZE];

	return depot_seal(journal->db, depot_name(journal->register_id, digest, name), source, fault);
}

enum status kept_note(struct journal *journal, const struct kept *kept, struct fault *fault)
{
	const struct value values[] = {
		value_number(journal->register_id),  value_number(kept->fact),
		value_number(kept->place),           value_text(kept->digest),
		value_number(kept->bytes),           value_moment(clock_now(journal->clock)),
		value_text_or_empty(kept->bsn_mark), value_number(kept->is_of_many)
	};

	return db_run(journal->db, &sql_document_note_kept, values, COUNT(values), fault);
}

enum status kept_of(struct journal *journal, int64_t fact, int64_t place, struct kept *ret_kept,
                    struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(fact),
		                        value_number(place) };
	enum status status = db_one(journal->db, &sql_document_kept_of, values, COUNT(values), &rows, fault);

	*ret_kept = (struct kept){ 0 };
	if (status == OK)
		db_record(&rows, &kept_record, ret_kept, journal->arena);
	return status;
}

enum status kept_read(const struct db *db, int64_t register_id, const struct kept *kept, struct text *out,
                      struct fault *fault)
{
	char name[DEPOT_NAME_SIZE];

	return depot_open(db, depot_name(register_id, kept->digest, name), out, fault);
}

/* --- it may go --- */

enum status kept_let_go(struct db *db, int64_t register_id, int64_t fact, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact) };
	enum status status = db_run(db, &sql_document_remove_kept_of, values, COUNT(values), fault);

	return status == OK ? db_run(db, &sql_document_drop_kept_of, values, COUNT(values), fault) : status;
}

enum status kept_forget(struct db *db, int64_t register_id, const struct journal_fact *fact,
                        struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->person) };
	enum status status = db_run(db, &sql_document_remove_kept_about, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_document_drop_kept_about, values, COUNT(values), fault)
	                    : status;
}
