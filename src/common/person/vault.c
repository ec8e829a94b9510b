/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/vault.h"

#include <string.h>

#include "common/access/key.h"
#include "person_sql.h"
#include "platform/base/words.h"

#define PART_BYTES ((size_t)16 * 1024 * 1024) /* for the texts of a thousand people */

static const struct field found_person_fields[] = {
	FIELD(struct found_person, person), FIELD(struct found_person, initials),
	FIELD(struct found_person, prefix), FIELD(struct found_person, surname),
	FIELD(struct found_person, born),   FIELD(struct found_person, born_unknown),
	FIELD(struct found_person, street), FIELD(struct found_person, house_number),
	FIELD(struct found_person, place),
};
static const struct record found_person_record =
	RECORD(struct found_person, "found_person", found_person_fields);

/* A BSN as it is stored: sealed, and the mark by which its double is found. */
struct stored_bsn {
	const char *sealed; /* "" without a BSN */
	const char *mark;   /* NULL without a BSN */
};

/* A BSN that is somebody else's in this register is a finding at field. */
static enum status check_double(struct journal *journal, int64_t person, const char *mark, const char *field,
                                struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(mark) };
	enum status status = db_one(journal->db, &sql_person_with_bsn, values, COUNT(values), &rows, fault);

	if (status == OK && db_number(&rows, 0) != person)
		(void)findings_add(
			findings, "bsn-doubled", field,
			WORDS("Dit BSN hoort al bij een andere persoon in dit register (nummer %lld)."),
			(long long)db_number(&rows, 0));
	return status == NOT_FOUND ? OK : status;
}

static enum status seal_bsn(struct journal *journal, const char *bsn, struct stored_bsn *ret_stored,
                            struct fault *fault)
{
	unsigned char key[SEAL_KEY_BYTES];
	enum status status;

	*ret_stored = (struct stored_bsn){ "", NULL };
	if (or_empty(bsn)[0] == '\0' || !bsn_is_right(bsn))
		return OK;
	status = key_to_seal(journal->db, key, fault);
	if (status == OK)
		*ret_stored = (struct stored_bsn){ seal_close(key, bsn, journal->arena),
			                           seal_mark(key, bsn, journal->arena) };
	return status;
}

enum status vault_marks(struct journal *journal, const char **texts, size_t count, struct fault *fault)
{
	unsigned char key[SEAL_KEY_BYTES];
	enum status status = key_to_seal(journal->db, key, fault);

	for (size_t i = 0; status == OK && i < count; i++)
		texts[i] = seal_mark(key, texts[i], journal->arena);
	return status;
}

enum status vault_mark(struct journal *journal, const char *text, const char **ret_mark, struct fault *fault)
{
	*ret_mark = text;
	return vault_marks(journal, ret_mark, 1, fault);
}

enum status vault_person_with_bsn(struct journal *journal, const char *bsn, int64_t *ret_person,
                                  struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const char *mark = "";
	enum status status = vault_mark(journal, bsn, &mark, fault);

	*ret_person = 0;
	if (status == OK) {
		const struct value values[] = { value_number(journal->register_id), value_text(mark) };

		status = db_one(journal->db, &sql_person_with_bsn, values, COUNT(values), &rows, fault);
	}
	if (status == OK)
		*ret_person = db_number(&rows, 0);
	return status;
}

/* Who may be this person under another number. */
static enum status find_doubles(struct journal *journal, int64_t person, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_run(journal->db, &sql_person_add_doubles, values, COUNT(values), fault);
}

enum status vault_note_doubled_bsn(struct journal *journal, int64_t person, const char *bsn,
                                   struct fault *fault)
{
	int64_t other = 0;
	enum status status = vault_person_with_bsn(journal, bsn, &other, fault);

	if (status != OK || other == person)
		return status == NOT_FOUND ? OK : status;
	{
		const struct value pair[] = { value_number(journal->register_id),
			                      value_number(person < other ? person : other),
			                      value_number(person < other ? other : person) };

		return db_run(journal->db, &sql_person_add_double_bsn, pair, COUNT(pair), fault);
	}
}

enum status vault_add(struct journal *journal, int64_t person, const struct identity *identity,
                      struct findings *findings, struct fault *fault)
{
	struct stored_bsn bsn;
	size_t count = findings->count;
	enum status status = seal_bsn(journal, identity->bsn, &bsn, fault);

	if (status == OK && bsn.mark != NULL)
		status = check_double(journal, person, bsn.mark, "who.bsn", findings, fault);
	if (status != OK || findings->count > count)
		return status;
	{
		const struct value values[] = {
			value_number(journal->register_id),
			value_number(person),
			value_text(or_empty(identity->surname)),
			value_text(or_empty(identity->prefix)),
			value_text(or_empty(identity->initials)),
			value_text(or_empty(identity->first_names)),
			value_text(or_empty(identity->sex)),
			value_date(birth_first(identity->born, identity->born_unknown)),
			value_text(or_empty(identity->street)),
			value_number(identity->house_number),
			value_text(or_empty(identity->house_addition)),
			value_text(postcode_plain(or_empty(identity->postcode), journal->arena)),
			value_text(or_empty(identity->place)),
			value_text(or_empty(identity->phone)),
			value_text(identity_search_name(identity, journal->arena)),
			value_text(bsn.sealed),
			value_text(bsn.mark),
			value_text(or_empty(identity->born_unknown)),
			value_text(""),
		};

		status = db_run(journal->db, &sql_person_add, values, COUNT(values), fault);
		return status == OK ? find_doubles(journal, person, fault) : status;
	}
}

enum status vault_identity_on(struct journal *journal, int64_t person, struct date on,
                              struct identity *ret_identity, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };
	enum status status = db_one(journal->db, &sql_person_identity, values, COUNT(values), &rows, fault);

	*ret_identity = (struct identity){ 0 };
	if (status == OK)
		db_record(&rows, &identity_record, ret_identity, journal->arena);
	return status;
}

enum status vault_identity(struct journal *journal, int64_t person, struct identity *ret_identity,
                           struct fault *fault)
{
	return vault_identity_on(journal, person, clock_today(journal->clock), ret_identity, fault);
}

enum status vault_last_move(struct journal *journal, int64_t person, struct date *ret_on, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	enum status status = db_one(journal->db, &sql_person_last_move, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_on = db_date(&rows, 0);
	return status;
}

enum status vault_move(struct journal *journal, int64_t person, struct date from, const struct address *to,
                       struct fault *fault)
{
	const struct value before[] = { value_number(journal->register_id), value_number(person),
		                        value_date(from) };
	const struct value values[] = {
		before[0],
		before[1],
		value_text(or_empty(to->street)),
		value_number(to->house_number),
		value_text(or_empty(to->house_addition)),
		value_text(postcode_plain(or_empty(to->postcode), journal->arena)),
		value_text(or_empty(to->place)),
	};
	enum status status = db_run(journal->db, &sql_person_keep_address, before, COUNT(before), fault);

	if (status == OK)
		status = db_run(journal->db, &sql_person_set_address, values, COUNT(values), fault);
	return status == OK ? find_doubles(journal, person, fault) : status;
}

enum status vault_has_bsn(struct journal *journal, int64_t person, bool *ret_has_bsn, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	enum status status = db_one(journal->db, &sql_person_has_bsn, values, COUNT(values), &rows, fault);

	*ret_has_bsn = status == OK;
	return status == NOT_FOUND ? OK : status;
}

enum status vault_bsn(struct journal *journal, int64_t person, const char **ret_bsn, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	unsigned char key[SEAL_KEY_BYTES];
	enum status status = db_one(journal->db, &sql_person_sealed_bsn, values, COUNT(values), &rows, fault);

	*ret_bsn = "";
	if (status != OK || db_text(&rows, 0, journal->arena)[0] == '\0')
		return status;
	status = seal_key(db_state_directory(journal->db), key, fault);
	if (status)
		return status;
	*ret_bsn = seal_open(key, db_text(&rows, 0, journal->arena), journal->arena);
	if (*ret_bsn == NULL)
		return fault_set(fault, FAILED, "the key in %s is not the one this database was made with",
		                 db_state_directory(journal->db));
	return OK;
}

enum status vault_with_bsn(struct journal *journal, const char *bsn, int64_t *ret_person, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	unsigned char key[SEAL_KEY_BYTES];
	enum status status = db_one(journal->db, &sql_person_any_bsn, NULL, 0, &rows, fault);

	if (status == OK)
		status = seal_key(db_state_directory(journal->db), key, fault);
	db_rows_done(&rows);
	if (status == OK) {
		const struct value values[] = { value_number(journal->register_id),
			                        value_text(seal_mark(key, bsn, journal->arena)) };

		status = db_one(journal->db, &sql_person_with_bsn, values, COUNT(values), &rows, fault);
	}
	if (status == OK)
		*ret_person = db_number(&rows, 0);
	return status;
}

enum status vault_died(struct journal *journal, int64_t person, const char **ret_died, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	enum status status = db_one(journal->db, &sql_person_died, values, COUNT(values), &rows, fault);

	*ret_died = status == OK ? db_text(&rows, 0, journal->arena) : "";
	return status;
}

enum status vault_refuse_dead(struct journal *journal, int64_t person, const char *field,
                              struct findings *findings, struct fault *fault)
{
	const char *died = "";
	enum status status = person == 0 ? NOT_FOUND : vault_died(journal, person, &died, fault);

	if (status == OK && has_words(died))
		(void)findings_add(
			findings, "resident-died", field,
			WORDS("Deze inwoner is overleden. Er begint dus niets nieuws. Klopt dat niet, "
		              "neem dan eerst het overlijden terug."));
	return status == NOT_FOUND ? OK : status;
}

enum status vault_set_died(struct journal *journal, int64_t person, const char *died, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_text(or_empty(died)) };

	return db_run(journal->db, &sql_person_set_died, values, COUNT(values), fault);
}

enum status vault_alike(struct journal *journal, const struct identity *identity,
                        struct person_alike *ret_alike, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = {
		value_number(journal->register_id),
		value_text(identity_search_name(identity, journal->arena)),
		value_text(or_empty(identity->prefix)),
		value_text(or_empty(identity->first_names)),
		value_date(birth_first(identity->born, identity->born_unknown)),
		value_text(or_empty(identity->born_unknown)),
		value_text(postcode_plain(or_empty(identity->postcode), journal->arena)),
		value_number(identity->house_number),
		value_text(or_empty(identity->house_addition)),
	};
	enum status status = db_one(journal->db, &sql_person_alike, values, COUNT(values), &rows, fault);

	*ret_alike = (struct person_alike){ 0 };
	if (status == OK)
		*ret_alike = (struct person_alike){ db_number(&rows, 0), db_number(&rows, 1) != 0 };
	return status == NOT_FOUND ? OK : status;
}

enum status vault_find(struct journal *journal, const struct person_sought *sought, struct records *ret_found,
                       struct fault *fault)
{
	const struct identity name = { .surname = sought->name };
	const char *from = identity_search_name(&name, journal->arena);
	const struct db_list list = { &found_person_record, journal->arena, ret_found };
	bool is_dated = date_is(sought->known_on), has_birth = date_is(sought->born);
	const struct value dated[] = { value_number(journal->register_id), value_text(from),
		                       value_text(arena_print(journal->arena, "%s\xF4\x8F\xBF\xBD", from)),
		                       value_date(sought->known_on), value_date(sought->born) };
	const struct value values[] = { dated[0], dated[1], dated[2], dated[4] };

	if (is_dated)
		return db_list(journal->db,
		               has_birth ? &sql_person_find_known_by_birth : &sql_person_find_known, dated,
		               has_birth ? 5 : 4, &list, fault);
	return db_list(journal->db, has_birth ? &sql_person_find_by_birth : &sql_person_find_by_name, values,
	               has_birth ? 4 : 3, &list, fault);
}

/* --- to another database --- */

static enum status copy_person(const struct vault_copy *copy, const struct db_rows *rows, struct arena *arena,
                               struct fault *fault)
{
	bool has_bsn = db_number(rows, 18) == 0 && db_text(rows, 15, arena)[0] != '\0';
	const struct value values[] = {
		value_number(copy->register_id),
		value_number(db_number(rows, 0)),
		value_text(db_text(rows, 1, arena)),
		value_text(db_text(rows, 2, arena)),
		value_text(db_text(rows, 3, arena)),
		value_text(db_text(rows, 4, arena)),
		value_text(db_text(rows, 5, arena)),
		value_date(db_date(rows, 6)),
		value_text(db_text(rows, 7, arena)),
		value_number(db_number(rows, 8)),
		value_text(db_text(rows, 9, arena)),
		value_text(db_text(rows, 10, arena)),
		value_text(db_text(rows, 11, arena)),
		value_text(db_text(rows, 12, arena)),
		value_text(db_text(rows, 13, arena)),
		value_text(has_bsn ? db_text(rows, 14, arena) : ""),
		value_text(has_bsn ? db_text(rows, 15, arena) : NULL),
		value_text(db_text(rows, 16, arena)),
		value_text(db_text(rows, 17, arena)),
	};

	return db_run(copy->into, &sql_person_add, values, COUNT(values), fault);
}

/* The next people after the last one seen; ret_last stays when there are none. */
static enum status copy_part(const struct vault_copy *copy, int64_t *ret_last, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PART_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(copy->register_id), value_number(copy->last),
		                        value_number(*ret_last) };
	enum status status = db_select(copy->db, &sql_person_known, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		status = copy_person(copy, &rows, arena, fault);
		*ret_last = db_number(&rows, 0);
	}
	return status == NOT_FOUND ? OK : status;
}

enum status vault_copy_known(const struct vault_copy *copy, struct fault *fault)
{
	int64_t last = 0, before;
	enum status status;

	do {
		before = last;
		status = copy_part(copy, &last, fault);
	} while (status == OK && last != before);
	return status;
}

/* --- the BSN that comes later --- */

static const struct field bsn_recorded_fields[] = {
	FIELD(struct bsn_recorded, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct bsn_recorded, bsn, .label = WORDS("Burgerservicenummer (BSN)"), .required = true,
	      .flags = FIELD_IN_VAULT, .max_chars = 9),
};
static const struct record bsn_recorded_record =
	RECORD(struct bsn_recorded, "bsn_recorded", bsn_recorded_fields);

static enum status prepare_bsn(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct bsn_recorded *recorded = fact->item;
	struct identity identity;
	struct stored_bsn bsn;
	size_t count = findings->count;
	enum status status = vault_identity(journal, recorded->person, &identity, fault);

	recorded->is_known_person = status == OK;
	if (status)
		return status == NOT_FOUND ? OK : status;
	status = seal_bsn(journal, recorded->bsn, &bsn, fault);
	if (status != OK || bsn.mark == NULL)
		return status;
	status = check_double(journal, recorded->person, bsn.mark, "bsn", findings, fault);
	if (status != OK || findings->count > count)
		return status;
	{
		const struct value values[] = { value_number(journal->register_id),
			                        value_number(recorded->person), value_text(bsn.sealed),
			                        value_text(bsn.mark) };

		return db_run(journal->db, &sql_person_set_bsn, values, COUNT(values), fault);
	}
}

static bool is_known_person(const void *item)
{
	return ((const struct bsn_recorded *)item)->is_known_person;
}

static bool has_right_bsn(const void *item)
{
	return bsn_is_right(((const struct bsn_recorded *)item)->bsn);
}

static const struct journal_rule bsn_rules[] = {
	{ "bsn-person", "person", WORDS("Deze persoon staat niet in dit register."), "", is_known_person },
	{ "bsn-eleven-test", "bsn",
	  WORDS("Dit kan geen BSN zijn: het doorstaat de elfproef niet. Controleer de cijfers."),
	  "iWmo 3.2, CS002", has_right_bsn },
};

const struct journal_kind bsn_recorded_kind = {
	.name = "bsn_recorded",
	.title = WORDS("BSN vastleggen"),
	.done = WORDS("BSN vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &bsn_recorded_record,
	.prepare = prepare_bsn,
	.rules = bsn_rules,
	.rules_count = COUNT(bsn_rules),
	.ends_task = "order-bsn",
	.ends_also = "contribution-bsn",
};
