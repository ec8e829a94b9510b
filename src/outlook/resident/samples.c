/* SPDX-License-Identifier: EUPL-1.2 */
/* In a demonstration, whose people are invented, the way in says with which codes one can look round. */
#include "outlook/resident/samples.h"

#include <string.h>

#include "common/access/demonstration.h"
#include "common/calendar/calendar.h"
#include "common/document/letter_code.h"
#include "common/journal/register.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "resident_sql.h"

static const struct field entry_sample_fields[] = {
	FIELD(struct entry_sample, words), FIELD(struct entry_sample, name),
	FIELD(struct entry_sample, code),  FIELD(struct entry_sample, born),
	FIELD(struct entry_sample, day),   FIELD(struct entry_sample, month),
	FIELD(struct entry_sample, year),
};
static const struct record entry_sample_record =
	RECORD(struct entry_sample, "entry_sample", entry_sample_fields);

static const struct field entry_demo_fields[] = {
	FIELD(struct entry_demo, name),
	FIELD(struct entry_demo, samples, .of = &entry_sample_record),
};
const struct record entry_demo_record = RECORD(struct entry_demo, "entry_demo", entry_demo_fields);

/* A letter that lets somebody in, and what there is to see. */
struct sample_line {
	const char *sort;
	int64_t person, letter;
	const char *product; /* of what can be chosen */
};
static const struct field sample_line_fields[] = {
	FIELD(struct sample_line, sort),
	FIELD(struct sample_line, person),
	FIELD(struct sample_line, letter),
	FIELD(struct sample_line, product),
};
static const struct record sample_line_record = RECORD(struct sample_line, "sample_line", sample_line_fields);

/* By their place in the list. */
static const struct choice sample_sorts[] = {
	{ "help", WORDS("Krijgt hulp en maakte een plan") },
	{ "objected", WORDS("Is het niet eens met een besluit") },
	{ "chooses", WORDS("Mag een aanbieder kiezen") },
	{ "asked", WORDS("Vroeg iets op de eigen pagina") },
	{ "acts", WORDS("Regelt het voor een ander, als vertegenwoordiger") },
	{ NULL, NULL },
};

/* Whether the resident can choose; of the other sorts it is so. */
static enum status fits(struct journal *journal, const struct sample_line *line, struct date day,
                        bool *ret_fits, struct fault *fault)
{
	const struct advice_asked asked = { .person = line->person, .product = line->product, .on = day };
	struct advice advice = { 0 };
	enum status status = OK;

	*ret_fits = strcmp(line->sort, "chooses") != 0;
	if (*ret_fits)
		return OK;
	status = assignment_advice(journal, &asked, &advice, fault);
	*ret_fits = status == OK && advice.answer->has_choice;
	return status == NOT_FOUND ? OK : status;
}

static enum status show_sample(struct journal *journal, const struct sample_line *line,
                               struct records *samples, struct fault *fault)
{
	struct arena *arena = journal->arena;
	struct identity who = { 0 };
	struct entry_sample sample = { .words = words_in(journal->language,
		                                         choice_label(sample_sorts, line->sort)) };
	char born[DATE_TEXT_SIZE];
	enum status status = access_entry_holds(journal->db, journal->register_id, line->letter, fault);

	if (status == OK)
		status = letter_code_of(journal, line->letter, &sample.code, fault);
	if (status == OK)
		status = vault_identity(journal, line->person, &who, fault);
	if (status != OK || sample.code[0] == '\0' || !date_is(who.born))
		return status == NOT_FOUND ? OK : status;
	(void)date_print(who.born, born);
	sample.name = identity_name(&who, arena);
	sample.born = calendar_date_words(who.born, journal->language, false, arena);
	sample.year = arena_copy_part(arena, born, 4);
	sample.month = arena_copy_part(arena, born + 5, 2);
	sample.day = arena_copy_part(arena, born + 8, 2);
	((struct entry_sample *)samples->items)[samples->count++] = sample;
	return OK;
}

/* One of each sort: the first that fits. */
static enum status show_demo(struct journal *journal, struct date day, struct records *ret_samples,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(day) };
	struct records lines = { 0 };
	const struct sample_line *items;
	const char *last = "";
	enum status status = db_list(journal->db, &sql_resident_samples, values, COUNT(values),
	                             &(struct db_list){ &sample_line_record, journal->arena, &lines }, fault);

	*ret_samples = records_new(&entry_sample_record, lines.count, journal->arena);
	ret_samples->count = 0;
	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		size_t before = ret_samples->count;
		bool is_fit = false;

		if (strcmp(items[i].sort, last) == 0)
			continue;
		status = fits(journal, &items[i], day, &is_fit, fault);
		if (status == OK && is_fit)
			status = show_sample(journal, &items[i], ret_samples, fault);
		if (ret_samples->count > before)
			last = items[i].sort;
	}
	return status;
}

enum status entry_demos(const struct http_request *request, struct records *ret_demos, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const struct web *web = visitor->web;
	struct records registers = { 0 };
	const struct journal_register *items;
	struct entry_demo *demos;
	enum status status = web_demonstrations(request, &registers, fault);

	*ret_demos = records_new(&entry_demo_record, registers.count, request->arena);
	ret_demos->count = 0;
	items = registers.items;
	demos = ret_demos->items;
	for (size_t i = 0; status == OK && i < registers.count; i++) {
		const struct clock clock = { items[i].demo_day };
		struct journal journal = { .db = web->db,
			                   .clock = &clock,
			                   .book = web->book,
			                   .calendar = web->calendar,
			                   .schemes = web->schemes,
			                   .arena = request->arena,
			                   .language = visitor->language,
			                   .register_id = items[i].register_id };
		struct entry_demo demo = { .name = items[i].name };

		status = show_demo(&journal, items[i].demo_day, &demo.samples, fault);
		if (demo.samples.count > 0)
			demos[ret_demos->count++] = demo;
	}
	return status;
}
