/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/resident/entry.h"

#include "common/access/access.h"
#include "common/access/attempts.h"
#include "common/document/letter_code.h"
#include "common/person/representative.h"
#include "common/person/vault.h"
#include "resident_sql.h"

/* Birth dates are few enough to be guessed slowly, so that waiting alone is no lock. */
static enum status count_wrong(struct db *db, const struct letter_opened *opened, struct fault *fault)
{
	const struct value values[] = { value_number(opened->register_id), value_number(opened->letter) };
	enum status status = db_is_writing(db) ? OK : db_begin(db, fault);

	return status == OK ? db_run(db, &sql_resident_count_wrong, values, COUNT(values), fault) : status;
}

static enum status is_worn_out(struct db *db, const struct letter_opened *opened, bool *ret_is,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(opened->register_id), value_number(opened->letter) };
	enum status status = db_one(db, &sql_resident_wrong, values, COUNT(values), &rows, fault);

	*ret_is = status == OK && db_number(&rows, 0) >= ENTRY_WRONG_MAX;
	return status == NOT_FOUND ? OK : status;
}

/* Of a birthday of which parts are unknown every day that it can be is right; of which nothing is known,
 * none. */
static bool is_birthday(const struct identity *identity, struct date born)
{
	struct date last = birth_last(identity->born, identity->born_unknown);

	return date_is(identity->born) && date_is(last) && !date_before(born, identity->born) &&
	       !date_before(last, born);
}

/* Whose code it is must still represent the person. */
static enum status check_acts(struct journal *journal, const struct letter_opened *opened,
                              struct fault *fault)
{
	const struct clock clock = { opened->demo_day };
	bool acts = false;
	enum status status = representative_acts(journal, opened->person, opened->representative,
	                                         clock_today(&clock), &acts, fault);

	return status == OK && !acts ? NOT_FOUND : status;
}

/* Whether the birth date is that of the letter's person; OK or NOT_FOUND. */
static enum status check_born(struct journal *journal, const struct letter_opened *opened, struct date born,
                              struct fault *fault)
{
	struct identity identity;
	bool is_worn = false;
	enum status status = is_worn_out(journal->db, opened, &is_worn, fault);

	if (status == OK)
		status = vault_identity(journal, opened->person, &identity, fault);
	if (status)
		return status;
	if (is_worn || !is_birthday(&identity, born)) {
		status = count_wrong(journal->db, opened, fault);
		return status ? status : NOT_FOUND;
	}
	return OK;
}

/* Wrong ones are counted by person, whichever letter's code was used; and by what was typed where there is no
 * such code. */
static const char *counted_as(const struct letter_opened *opened, const char *mark, struct arena *arena)
{
	return opened->person == 0 ? mark
	                           : arena_print(arena, "own page %lld %lld", (long long)opened->register_id,
	                                         (long long)opened->person);
}

static enum status enter(struct journal *journal, const struct letter_opened *opened, const char *counted,
                         const struct entry_tried *tried, const char **ret_cookie, struct fault *fault)
{
	const struct access_entry entry = { .register_id = opened->register_id,
		                            .person = opened->person,
		                            .as = opened->representative == 0 ? ACCESS_RESIDENT
		                                                              : ACCESS_REPRESENTATIVE,
		                            .representative = opened->representative,
		                            .letter = opened->letter,
		                            .tried = counted };
	const struct value values[] = { value_number(opened->register_id), value_number(opened->letter) };
	enum status status = db_is_writing(journal->db) ? OK : db_begin(journal->db, fault);

	if (status == OK)
		status = db_run(journal->db, &sql_resident_forget_wrong, values, COUNT(values), fault);
	return status == OK ? access_enter(journal->db, &entry, tried->at, journal->arena, ret_cookie, fault)
	                    : status;
}

enum status entry_try(struct db *db, const struct entry_tried *tried, struct arena *arena,
                      const char **ret_cookie, struct fault *fault)
{
	const struct clock real = { { 0 } };
	struct journal journal = { .db = db, .arena = arena, .clock = &real, .language = "nl" };
	struct letter_opened opened = { 0 };
	const char *mark = "", *counted;
	enum status found, status = letter_code_mark(&journal, tried->code, &mark, fault);

	if (status == OK)
		status = letter_opened_by(db, mark, &opened, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	found = status;
	counted = counted_as(&opened, mark, arena);
	status = attempts_check(db, counted, tried->at, fault);
	if (status)
		return status;
	journal.register_id = opened.register_id;
	if (found == OK)
		found = check_born(&journal, &opened, tried->born, fault);
	if (found == OK)
		found = access_entry_holds(db, opened.register_id, opened.letter, fault);
	if (found == OK && opened.representative != 0)
		found = check_acts(&journal, &opened, fault);
	if (found == OK)
		return enter(&journal, &opened, counted, tried, ret_cookie, fault);
	if (found == NOT_FOUND)
		status = attempts_add(db, counted, tried->at, fault);
	return status == OK ? found : status;
}
