/* SPDX-License-Identifier: EUPL-1.2 */
/* radar: who may be out of sight on a day, and what to do about it. */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "common/journal/register.h"
#include "common/scheme/residence.h"
#include "common/scheme/scheme_book.h"
#include "outlook/unseen/unseen.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

#define MAX_JSON ((size_t)256 * 1024 * 1024)

static const struct command_option radar_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "scheme", "NAME", true, "a scheme of the register that is looked at" },
	{ "on", "DATE", true, "the day to look on" },
	{ "municipality", "NAME", false,
	  "who lives there or nobody knows yet where, in a register of several" },
	{ "json", NULL, false, "as JSON" },
	{ NULL, NULL, false, NULL },
};

/* Behind a line, in a register of several municipalities. */
static const char *place_words(const struct command_call *call, const struct unseen_line *line)
{
	return line->place[0] != '\0' ? line->place
	                              : words_in(call->language, WORDS("gemeente nog niet bekend"));
}

static void print_lines(const struct command_call *call, const struct records *lines, bool has_places)
{
	const struct unseen_line *items = lines->items;
	char since[DATE_TEXT_SIZE];

	for (size_t i = 0; i < lines->count; i++) {
		const struct unseen_kind *kind = &unseen_kinds[items[i].kind];

		(void)printf("%lld\t%s\t%s\t%s%s%s\n", (long long)items[i].person, kind->code,
		             date_print(items[i].since, since), words_in(call->language, kind->todo),
		             has_places ? "\t" : "", has_places ? place_words(call, &items[i]) : "");
	}
}

/* client is null for a question of which nobody wrote down who asked, municipality where that is not known.
 */
static void print_json(const struct command_call *call, const struct records *lines, bool has_places)
{
	struct text out CLEANUP(text_done) = text_new(MAX_JSON);
	struct json json = { .out = &out };
	const struct unseen_line *items = lines->items;
	char since[DATE_TEXT_SIZE];

	json_array_begin(&json);
	for (size_t i = 0; i < lines->count; i++) {
		const struct unseen_kind *kind = &unseen_kinds[items[i].kind];

		json_object_begin(&json);
		json_key(&json, "client");
		if (items[i].person == 0)
			json_text(&json, NULL);
		else
			json_number(&json, items[i].person);
		json_key(&json, "kind");
		json_text(&json, kind->code);
		json_key(&json, "since");
		json_text(&json, date_print(items[i].since, since));
		json_key(&json, "do");
		json_text(&json, words_in(call->language, kind->todo));
		if (has_places) {
			json_key(&json, "municipality");
			json_text(&json, items[i].place[0] == '\0' ? NULL : items[i].place);
		}
		json_object_end(&json);
	}
	json_array_end(&json);
	(void)printf("%s\n", text_words(&out));
}

/* The register that works by the scheme now; on the day itself there need not be one yet. */
static enum status find_register(const struct command_call *call, struct db *db, int64_t *ret_register,
                                 struct fault *fault)
{
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	const char *name = command_option(call, "scheme");
	const struct journal_register *items;
	struct records registers = { 0 };
	enum status status = scheme_book_refresh(schemes, db, fault);

	if (status == OK)
		status = journal_registers(db, call->arena, &registers, fault);
	if (status)
		return status;
	items = registers.items;
	for (size_t i = 0; i < registers.count; i++)
		if (scheme_book_entry(schemes, items[i].register_id, name) != NULL) {
			*ret_register = items[i].register_id;
			return OK;
		}
	return fault_set(fault, WRONG_USE, "no register of this database works by the scheme %s", name);
}

/* Of the municipality that was asked, and what lies in none, or nobody would see it; WRONG_USE when the
 * register has none of that name. */
static enum status keep_municipality(const struct command_call *call, const struct journal *journal,
                                     struct records *lines, struct fault *fault)
{
	const char *name = command_option(call, "municipality");
	const struct texts places = residence_places(journal);
	struct unseen_line *items = lines->items;
	size_t place = 0, kept = 0;

	if (name == NULL)
		return OK;
	while (place < places.count && strcmp(places.items[place], name) != 0)
		place++;
	if (place == places.count)
		return fault_set(fault, WRONG_USE, "no municipality %s shares the register of this scheme",
		                 name);
	for (size_t i = 0; i < lines->count; i++)
		if (items[i].place[0] == '\0' || strcmp(items[i].place, name) == 0)
			items[kept++] = items[i];
	lines->count = kept;
	return OK;
}

static enum status run_radar(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	struct calendar calendar;
	struct clock clock = call->clock;
	struct records lines = { 0 };
	int64_t people = 0;
	bool has_places;
	struct date on;
	struct journal journal = { .clock = &clock,
		                   .book = call->program->book,
		                   .calendar = &calendar,
		                   .schemes = schemes,
		                   .arena = call->arena,
		                   .language = call->language };
	enum status status = command_date(call, "on", &on, fault);

	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status == OK)
		status = command_database(call, &db, fault);
	if (status)
		return status;
	clock = (struct clock){ on };
	journal.db = db;
	status = find_register(call, db, &journal.register_id, fault);
	scheme_book_set_clock(schemes, &clock);
	if (status == OK)
		status = scheme_book_refresh(schemes, db, fault);
	if (status == OK)
		status = unseen_on(&journal, on, &lines, &people, fault);
	if (status == OK)
		status = keep_municipality(call, &journal, &lines, fault);
	if (status)
		return status;
	has_places = residence_places(&journal).count > 0;
	if (command_option(call, "json") != NULL)
		print_json(call, &lines, has_places);
	else
		print_lines(call, &lines, has_places);
	return OK;
}

const struct command command_radar = { "radar", "List who may be out of sight on a day, and what to do.",
	                               NULL, radar_options, run_radar };
