/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/letter_code.h"

#include <ctype.h>
#include <string.h>

#include "common/person/vault.h"
#include "document_sql.h"

#define CODE_LETTERS 12
#define GROUP 4
/* Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V, and without vowels, so that a code is never a word. */
static const char alphabet[] = "CDFGHJKMNPQRTWXY34679";
#define ALPHABET_LETTERS (sizeof(alphabet) - 1)

/* The value of two hexadecimal digits. */
static unsigned byte_of(const char *hex)
{
	const char *digits = "0123456789abcdef";

	return (unsigned)(strchr(digits, hex[0]) - digits) * 16 + (unsigned)(strchr(digits, hex[1]) - digits);
}

/* Letters from a digest, each as likely as any other; its 32 bytes are more than enough. */
static const char *letters_from(const char *mark, struct arena *arena)
{
	char *code = arena_take(arena, LETTER_CODE_SIZE);
	size_t written = 0, letters = 0;

	for (size_t i = 0; letters < CODE_LETTERS; i++) {
		bool is_last = mark[2 * i + 2] == '\0';
		unsigned byte = byte_of(&mark[2 * i]);

		if (byte >= 256 / ALPHABET_LETTERS * ALPHABET_LETTERS && !is_last)
			continue;
		if (letters > 0 && letters % GROUP == 0)
			code[written++] = '-';
		code[written++] = alphabet[byte % ALPHABET_LETTERS];
		letters++;
		if (is_last)
			i = (size_t)-1;
	}
	code[written] = '\0';
	return code;
}

enum status letter_code_of(struct journal *journal, int64_t letter, const char **ret_code,
                           struct fault *fault)
{
	const char *mark = "";
	enum status status = vault_mark(journal,
	                                arena_print(journal->arena, "code on letter %lld of %lld",
	                                            (long long)letter, (long long)journal->register_id),
	                                &mark, fault);

	*ret_code = status == OK ? letters_from(mark, journal->arena) : "";
	return status;
}

const char *letter_code_plain(const char *typed, struct arena *arena)
{
	char *code = arena_take(arena, LETTER_CODE_SIZE);
	size_t written = 0, letters = 0;

	for (; *typed != '\0'; typed++) {
		unsigned char typed_byte = (unsigned char)*typed;
		int letter = toupper(typed_byte);

		if (typed_byte >= 0x80 || !isalnum(typed_byte))
			continue; /* blanks and strokes of every kind */
		if (letters == CODE_LETTERS || strchr(alphabet, letter) == NULL)
			return NULL;
		if (letters > 0 && letters % GROUP == 0)
			code[written++] = '-';
		code[written++] = (char)letter;
		letters++;
	}
	return letters == CODE_LETTERS ? code : NULL;
}

enum status letter_code_mark(struct journal *journal, const char *code, const char **ret_mark,
                             struct fault *fault)
{
	return vault_mark(journal, arena_print(journal->arena, "letter code %s", code), ret_mark, fault);
}

enum status letter_opened_by(struct db *db, const char *mark, struct letter_opened *ret_opened,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_text(mark) };
	enum status status = db_one(db, &sql_document_opened_by, values, COUNT(values), &rows, fault);

	*ret_opened = (struct letter_opened){ 0 };
	if (status == OK)
		*ret_opened =
			(struct letter_opened){ db_number(&rows, 0), db_number(&rows, 1), db_number(&rows, 2),
			                        db_number(&rows, 3), db_date(&rows, 4) };
	return status;
}

enum status letter_code_shown(struct journal *journal, int64_t letter, const char **ret_code,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(letter) };
	const char *stored, *code = "", *mark = "";
	enum status status =
		db_one(journal->db, &sql_document_code_mark, values, COUNT(values), &rows, fault);

	*ret_code = "";
	if (status)
		return status == NOT_FOUND ? OK : status;
	stored = db_text(&rows, 0, journal->arena);
	status = stored[0] == '\0' ? NOT_FOUND : letter_code_of(journal, letter, &code, fault);
	if (status == OK)
		status = letter_code_mark(journal, code, &mark, fault);
	if (status == OK && strcmp(mark, stored) == 0)
		*ret_code = code; /* with another key it would be another code, which opens nothing */
	return status == NOT_FOUND ? OK : status;
}
