/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/letter_copy.h"

#include <string.h>

#include "common/document/letter.h"
#include "common/document/letter_code.h"
#include "common/person/representative.h"
#include "document_sql.h"
#include "platform/base/words.h"

static const struct field copy_fields[] = {
	FIELD(struct letter_copy, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct letter_copy, letter, .label = WORDS("Kenmerk van de brief"), .required = true),
	FIELD(struct letter_copy, representative, .label = WORDS("Vertegenwoordiger"), .required = true),
	FIELD(struct letter_copy, code_mark, .flags = FIELD_BY_DOOR),
};
const struct record letter_copy_record = RECORD(struct letter_copy, "letter_copied", copy_fields);

static enum status prepare_copy(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct letter_copy *copy = fact->item;
	const char *code = "";
	enum status status = letter_code_of(journal, fact->fact, &code, fault);

	(void)findings;
	return status == OK ? letter_code_mark(journal, code, &copy->code_mark, fault) : status;
}

static enum status apply_copy(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct letter_copy *copy = fact->item;
	const struct value values[] = { value_number(register_id), value_number(copy->letter),
		                        value_number(fact->fact), value_text(copy->code_mark),
		                        value_number(copy->representative) };
	const struct value own[] = { value_number(register_id), value_number(fact->fact) };
	enum status status = db_run(db, &sql_document_add_copy, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_document_add_copy_waiting, own, COUNT(own), fault);
	return status == OK ? db_run(db, &sql_document_count_copy, own, COUNT(own), fault) : status;
}

const struct journal_kind letter_copied_kind = {
	.name = "letter_copied",
	.title = WORDS("Kopie van een brief sturen"),
	.done = WORDS("Kopie van de brief klaargezet"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_WRITE_LETTERS,
	.record = &letter_copy_record,
	.prepare = prepare_copy,
	.apply = apply_copy,
};

enum status letter_copy_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                                bool *ret_follows, struct fault *fault)
{
	const struct letter *letter = cause->item;
	struct representative acts;
	enum status status;

	*ret_follows = false;
	if (letter->representative != 0 || strcmp(letter->sort, "code") == 0)
		return OK;
	status = representative_of(journal, letter->person, clock_today(journal->clock), &acts, fault);
	*ret_follows = status == OK && strcmp(representative_gets(&acts), LETTERS_COPY) == 0;
	if (*ret_follows)
		*(struct letter_copy *)item = (struct letter_copy){ .person = letter->person,
			                                            .letter = cause->fact,
			                                            .representative = acts.representative };
	return status == NOT_FOUND ? OK : status;
}
