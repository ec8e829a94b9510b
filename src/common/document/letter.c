/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/letter.h"

#include <assert.h>
#include <string.h>

#include "common/document/letter_code.h"
#include "common/document/template.h"
#include "common/person/representative.h"
#include "common/scheme/resident.h"
#include "document_sql.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

#define MAX_BLOCKS 600                          /* more than the letter about a form's hundred lines has */
#define MAX_CONTENT_BYTES ((size_t)1024 * 1024) /* as a fact's body, in which the letter stood */

static const struct choice block_sorts[] = {
	{ "paragraph", "" }, { "heading", "" }, { "row", "" }, { "sent", "" }, { NULL, NULL },
};

const struct choice letter_sorts[] = {
	{ "confirmation", WORDS("bevestiging van de melding") },
	{ "report", WORDS("verslag van het onderzoek") },
	{ "decision", WORDS("beschikking") },
	{ "extension", WORDS("bericht dat het besluit later komt") },
	{ "penalty", WORDS("dwangsom") },
	{ "objection_confirmation", WORDS("bevestiging van het bezwaar") },
	{ "hearing_invitation", WORDS("uitnodiging voor de hoorzitting") },
	{ "objection_decision", WORDS("beslissing op bezwaar") },
	{ "announcement", WORDS("aankondiging van een verandering") },
	{ "closing", WORDS("afsluiting zonder besluit") },
	{ "erasure_refusal", WORDS("weigering om gegevens te wissen") },
	{ "general", WORDS("algemene brief") },
	{ "code", WORDS("code voor de eigen pagina") },
	{ NULL, NULL },
};

static const struct field letter_block_fields[] = {
	FIELD(struct letter_block, sort, .required = true, .choices = block_sorts),
	FIELD(struct letter_block, text, .max_chars = 8000),
	FIELD(struct letter_block, value, .max_chars = 2000),
};
const struct record letter_block_record = RECORD(struct letter_block, "letter_block", letter_block_fields);

static const struct field letter_fields[] = {
	FIELD(struct letter, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct letter, about, .label = WORDS("Gaat over feit"), .required = true),
	FIELD(struct letter, sort, .label = WORDS("Soort brief"), .required = true, .choices = letter_sorts),
	FIELD(struct letter, dated, .label = WORDS("Datum van de brief"), .required = true),
	FIELD(struct letter, subject, .label = WORDS("Onderwerp"), .required = true),
	FIELD(struct letter, blocks, .label = WORDS("Inhoud"), .required = true, .of = &letter_block_record),
	FIELD(struct letter, representative, .label = WORDS("Vertegenwoordiger")),
	FIELD(struct letter, contact, .flags = FIELD_BY_DOOR),
	FIELD(struct letter, phone, .flags = FIELD_BY_DOOR),
	FIELD(struct letter, sender, .flags = FIELD_BY_DOOR),
	FIELD(struct letter, authority, .label = WORDS("Namens de gemeente"), .flags = FIELD_BY_DOOR),
	FIELD(struct letter, code_mark, .flags = FIELD_BY_DOOR),
};
static const struct record letter_record = RECORD(struct letter, "letter_written", letter_fields);

static const struct field letter_line_fields[] = {
	FIELD(struct letter_line, letter),
	FIELD(struct letter_line, about),
	FIELD(struct letter_line, sort, .choices = letter_sorts),
	FIELD(struct letter_line, dated),
	FIELD(struct letter_line, subject),
	FIELD(struct letter_line, dispatched_on),
	FIELD(struct letter_line, how),
	FIELD(struct letter_line, withheld_on),
	FIELD(struct letter_line, is_copy),
	FIELD(struct letter_line, is_to_representative),
};
const struct record letter_line_record = RECORD(struct letter_line, "letter_line", letter_line_fields);

void letter_begin(struct letter *letter, const char *sort, const struct journal_fact *about,
                  struct date dated, const char *subject, struct arena *arena)
{
	*letter = (struct letter){ .person = about->person,
		                   .about = about->fact,
		                   .sort = sort,
		                   .dated = dated,
		                   .subject = subject,
		                   .blocks = records_new(&letter_block_record, MAX_BLOCKS, arena) };
	letter->blocks.count = 0;
}

void letter_add(struct letter *letter, const char *sort, const char *text, const char *value)
{
	struct letter_block *blocks = letter->blocks.items;

	assert(letter->blocks.count < MAX_BLOCKS);
	blocks[letter->blocks.count++] = (struct letter_block){ .sort = sort, .text = text, .value = value };
}

/* The part of a line up to the next semicolon; at goes behind it. */
static const char *read_cell(const char **at, struct arena *arena)
{
	size_t length = strcspn(*at, ";\n");
	const char *cell = arena_copy_part(arena, *at, length);

	*at += length + ((*at)[length] == ';' ? 1 : 0);
	return cell;
}

/* Address and number of the municipality; neither where senders.csv has none of that name. */
static void find_sender(const struct journal *journal, struct letter *letter)
{
	const char *line = letter_template(journal, "senders.csv");

	letter->phone = letter->sender = NULL;
	while (line != NULL && letter->authority != NULL && *(line += strcspn(line, "\n")) != '\0') {
		const char *name = (line++, read_cell(&line, journal->arena));

		if (strcmp(name, letter->authority) != 0)
			continue;
		letter->sender = read_cell(&line, journal->arena);
		letter->phone = read_cell(&line, journal->arena);
		return;
	}
}

/* Who represents the person gets it, where that goes in the place of the person (Awb, art. 2:1; BW 1:381,
 * 1:453). */
static enum status find_receiver(struct journal *journal, struct letter *letter, struct fault *fault)
{
	struct representative acts;
	enum status status;

	if (letter->representative != 0 || strcmp(letter->sort, "code") == 0)
		return OK;
	status = representative_of(journal, letter->person, clock_today(journal->clock), &acts, fault);
	if (status == OK && strcmp(representative_gets(&acts), LETTERS_INSTEAD) == 0)
		letter->representative = acts.representative;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_letter(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct letter *letter = fact->item;
	const char *code = "";
	enum status status = letter_code_of(journal, fact->fact, &code, fault);

	(void)findings;
	if (status == OK)
		status = letter_code_mark(journal, code, &letter->code_mark, fault);
	if (status == OK)
		status = find_receiver(journal, letter, fault);
	if (status == OK)
		status = resident_authority(journal, letter->person, &letter->authority, fault);
	if (status == OK)
		find_sender(journal, letter);
	return status;
}

static enum status add_waiting(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct fault *fault)
{
	const struct letter *letter = fact->item;
	const struct value values[] = { value_number(register_id),    value_number(fact->fact),
		                        value_number(letter->person), value_text(letter->sort),
		                        value_date(letter->dated),    value_text(letter->subject) };
	const struct value counted[] = { value_number(register_id), value_text(letter->sort) };
	enum status status = db_run(db, &sql_document_add_waiting, values, COUNT(values), fault);

	return status == OK ? db_run(db, &sql_document_count_in, counted, COUNT(counted), fault) : status;
}

static enum status apply_letter(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	CLEANUP(text_done) struct text content = text_new(MAX_CONTENT_BYTES);
	const struct letter *letter = fact->item;
	struct json json = { .out = &content };
	enum status status;

	(void)arena;
	json_record(&json, &letter_record, letter, 0);
	status = add_waiting(db, register_id, fact, fault);
	if (status)
		return status;
	{
		const struct value values[] = {
			value_number(register_id),     value_number(letter->person),
			value_number(fact->fact),      value_number(letter->about),
			value_text(letter->sort),      value_date(letter->dated),
			value_text(letter->subject),   value_text(text_words(&content)),
			value_text(letter->code_mark), value_number(letter->representative),
		};

		return db_run(db, &sql_document_add_letter, values, COUNT(values), fault);
	}
}

const struct journal_kind letter_written_kind = {
	.name = "letter_written",
	.title = WORDS("Brief schrijven"),
	.done = WORDS("Brief geschreven"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_WRITE_LETTERS,
	.record = &letter_record,
	.prepare = prepare_letter,
	.apply = apply_letter,
};

enum status letters_of(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                       struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_document_letters_of, values, COUNT(values),
	               &(struct db_list){ &letter_line_record, journal->arena, ret_lines }, fault);
}

enum status letter_load(struct journal *journal, int64_t number, struct letter *ret_letter,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct findings findings = findings_new(journal->arena, journal->language);
	const struct value values[] = { value_number(journal->register_id), value_number(number) };
	const char *content;
	enum status status = db_one(journal->db, &sql_document_letter, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	content = db_text(&rows, 1, journal->arena);
	if (json_read(content, strlen(content), &letter_record, ret_letter, 0, &findings) != OK)
		return fault_set(fault, FAILED, "letter %lld cannot be read: %s", (long long)number,
		                 findings.items[0].words);
	if (db_number(&rows, 3) != 0) {
		ret_letter->is_copy = true;
		ret_letter->representative = db_number(&rows, 2);
	}
	return OK;
}

enum status letter_head(struct journal *journal, int64_t number, struct letter *ret_letter,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(number) };
	enum status status = db_one(journal->db, &sql_document_head, values, COUNT(values), &rows, fault);

	*ret_letter = (struct letter){ 0 };
	if (status == OK)
		*ret_letter = (struct letter){ .person = db_number(&rows, 0),
			                       .sort = db_text(&rows, 1, journal->arena),
			                       .dated = db_date(&rows, 2),
			                       .about = db_number(&rows, 3),
			                       .is_copy = db_number(&rows, 4) != 0 };
	return status;
}

enum status document_forget(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->person) };
	enum status status = db_run(db, &sql_document_forget_count, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_document_forget_empty, values, 1, fault) : status;
}
