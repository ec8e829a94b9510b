/* SPDX-License-Identifier: EUPL-1.2 */
/* The round with the CAK: what changed, the lines that go, and the answers that come back. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/record/sheet.h"
#include "practice/assignment/assignment.h"
#include "practice/care/care.h"
#include "practice/care/care_change.h"
#include "practice/care/contribution.h"
#include "practice/decision/decision.h"

#define PEOPLE_AT_A_TIME 100
#define PAGE_BYTES ((size_t)64 * 1024 * 1024)
#define CHANGES_MAX 1000 /* of one person in one look: more would be a mistake of ours */

/* What there is to know of one person. */
struct looking {
	struct journal *journal;
	int64_t person;
	struct contribution_rules rules;
	struct records granted, due, assigned, begun, gaps, told;
	struct contribution_use *uses;
	size_t uses_count, uses_max;
};

static enum status read_all(struct looking *looking, struct fault *fault)
{
	struct journal *journal = looking->journal;
	enum status status = decision_lines_of(journal, looking->person, DATE_LAST, &looking->granted, fault);

	if (status == OK)
		status = decision_due_of(journal, looking->person, &looking->due, fault);
	if (status == OK)
		status = assignments_of(journal, looking->person, &looking->assigned, fault);
	if (status == OK)
		status = care_of(journal, looking->person, &looking->begun, fault);
	if (status == OK)
		status = care_gaps_of(journal, looking->person, &looking->gaps, fault);
	return status;
}

static void add_use(struct looking *looking, struct date from, struct date until, struct date granted_until)
{
	assert(looking->uses_count < looking->uses_max);
	if (date_before(granted_until, until))
		until = granted_until;
	if (date_before(from, until))
		looking->uses[looking->uses_count++] =
			(struct contribution_use){ from, until, date_before(until, granted_until) };
}

/* The days on which the care of an assignment runs: from its start on, without its gaps. */
static void add_care(struct looking *looking, const struct granted_line *line,
                     const struct assignment_line *assigned)
{
	const struct care_line *begun = looking->begun.items;
	const struct care_gap *gaps = looking->gaps.items;
	struct date from = { 0 }, last = assigned->valid_until;

	for (size_t i = 0; i < looking->begun.count; i++)
		if (begun[i].assignment == assigned->assignment)
			from = begun[i].started_on;
	if (!date_is(from))
		return;
	for (size_t i = 0; i < looking->gaps.count; i++) {
		if (gaps[i].assignment != assigned->assignment)
			continue;
		add_use(looking, from, date_before(gaps[i].from_day, last) ? gaps[i].from_day : last,
		        line->valid_until);
		from = gaps[i].until_day;
	}
	add_use(looking, from, last, line->valid_until);
}

static bool is_due(const struct looking *looking, const struct granted_line *line)
{
	const struct decision_due *due = looking->due.items;
	const struct journal *journal = looking->journal;
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, line->product);

	if (product != NULL && contribution_is_exempt(&looking->rules, product->category))
		return false;
	for (size_t i = 0; i < looking->due.count; i++)
		if (due[i].decision == line->decision)
			return true;
	return false;
}

static void add_uses(struct looking *looking)
{
	const struct granted_line *lines = looking->granted.items;
	const struct assignment_line *assigned = looking->assigned.items;

	looking->uses_max = looking->granted.count +
	                    looking->granted.count * (looking->assigned.count + looking->gaps.count);
	looking->uses = ARENA_MANY(looking->journal->arena, looking->uses_max, struct contribution_use);
	for (size_t i = 0; i < looking->granted.count; i++) {
		if (!is_due(looking, &lines[i]))
			continue;
		if (lines[i].is_budget)
			add_use(looking, lines[i].valid_from, lines[i].valid_until, lines[i].valid_until);
		for (size_t n = 0; n < looking->assigned.count; n++)
			if (assigned[n].decision == lines[i].decision && assigned[n].line == lines[i].line)
				add_care(looking, &lines[i], &assigned[n]);
	}
}

/* What is owed, in the journal's arena. */
static enum status find_owed(struct looking *looking, struct contribution_period **ret_periods,
                             size_t *ret_count, struct fault *fault)
{
	struct identity who = { 0 };
	struct contribution_owed owed = { .rules = &looking->rules,
		                          .today = clock_today(looking->journal->clock) };
	enum status status =
		contribution_rules_on(owed.today, looking->journal->arena, &looking->rules, fault);

	if (status == OK)
		status = read_all(looking, fault);
	if (status == OK)
		status = vault_identity(looking->journal, looking->person, &who, fault);
	if (status)
		return status;
	add_uses(looking);
	owed.born = who.born;
	owed.uses = looking->uses;
	owed.uses_count = looking->uses_count;
	*ret_periods =
		ARENA_MANY(looking->journal->arena, looking->uses_count + 1, struct contribution_period);
	*ret_count = contribution_periods(&owed, *ret_periods);
	return OK;
}

enum status contribution_look_at(struct journal *journal, int64_t person, size_t *ret_changes,
                                 struct fault *fault)
{
	struct looking looking = { .journal = journal, .person = person };
	struct contribution_change change;
	struct contribution_period *owed = NULL;
	size_t owed_count = 0;
	int64_t number = 0;
	enum status status = find_owed(&looking, &owed, &owed_count, fault);

	*ret_changes = 0;
	while (status == OK && (status = contributions_of(journal, person, &looking.told, fault)) == OK) {
		struct findings findings = findings_new(journal->arena, journal->language);

		if (!contribution_next(owed, owed_count, looking.told.items, looking.told.count, &change))
			return OK;
		assert(*ret_changes < CHANGES_MAX);
		change.person = person;
		status = journal_append(journal, &contribution_changed_kind, &change, &findings, &number,
		                        fault);
		*ret_changes += status == OK ? 1 : 0;
	}
	return status;
}

/* So many people, in a transaction; from is the place of the first. */
static enum status look_at_some(struct journal *journal, const struct records *people, size_t from,
                                size_t *changes, struct fault *fault)
{
	struct arena *const outer = journal->arena;
	CLEANUP(arena_freep) struct arena *arena = arena_new(PAGE_BYTES);
	const struct person_number *items = people->items;
	enum status status = db_begin(journal->db, fault);

	if (status)
		return status;
	journal->arena = arena;
	for (size_t i = from; status == OK && i < people->count && i < from + PEOPLE_AT_A_TIME; i++) {
		size_t more = 0;

		status = contribution_look_at(journal, items[i].person, &more, fault);
		*changes += more;
		arena_clear(arena);
	}
	journal->arena = outer;
	return db_end(journal->db, status, fault);
}

enum status contributions_look(struct journal *journal, size_t *ret_changes, struct fault *fault)
{
	struct records people = { 0 };
	enum status status = decision_contributors(journal, &people, fault);

	*ret_changes = 0;
	for (size_t i = 0; status == OK && i < people.count; i += PEOPLE_AT_A_TIME)
		status = look_at_some(journal, &people, i, ret_changes, fault);
	return status;
}

/* --- what goes --- */

/*
 * The fields of the standard between municipality and CAK (iEb: EbStartNummer, EbStartdatum, EbStopdatum,
 * StatusAanlevering 1 new, 2 changed, 3 withdrawn) as a file of rows; kenmerk is what an answer names.
 */
static const struct {
	const char *sort, *message, *status;
} messages[] = {
	{ "started", "start", "1" }, { "start_moved", "start", "2" }, { "withdrawn", "start", "3" },
	{ "stopped", "stop", "1" },  { "stop_moved", "stop", "2" },   { "stop_withdrawn", "stop", "3" },
};

static void print_line(struct text *text, const struct contribution_line *line, const char *bsn)
{
	char from[DATE_TEXT_SIZE] = "", last[DATE_TEXT_SIZE] = "";

	for (size_t i = 0; i < COUNT(messages); i++) {
		bool is_start = strcmp(messages[i].message, "start") == 0;

		if (strcmp(messages[i].sort, line->sort) == 0)
			text_print(text, "%s;%s;%s;%lld;%s;%s;%lld\n", messages[i].message,
			           messages[i].status, bsn, (long long)line->period,
			           is_start ? date_print(line->from_day, from) : "",
			           date_is(line->last_day) ? date_print(line->last_day, last) : "",
			           (long long)line->change);
	}
}

static enum status send_one(struct journal *journal, const struct contribution_line *line, struct text *text,
                            struct contribution_round *round, struct fault *fault)
{
	struct contribution_sent sent = { .person = line->person,
		                          .change = line->change,
		                          .sent_on = clock_today(journal->clock) };
	struct findings findings = findings_new(journal->arena, journal->language);
	const char *bsn = "";
	int64_t number = 0;
	enum status status = vault_bsn(journal, line->person, &bsn, fault);

	if (status != OK)
		return status;
	if (!has_words(bsn)) {
		round->without_bsn++;
		return OK;
	}
	print_line(text, line, bsn);
	round->sent++;
	return journal_append(journal, &contribution_sent_kind, &sent, &findings, &number, fault);
}

enum status contributions_send(struct journal *journal, struct text *text, struct contribution_round *round,
                               struct fault *fault)
{
	struct records lines = { 0 };
	int64_t after = 0;
	enum status status;

	text_add(text, "bericht;status_aanlevering;bsn;eb_startnummer;eb_startdatum;eb_stopdatum;kenmerk\n");
	do {
		const struct contribution_line *items;

		status = contribution_lines(journal, "open", after, &lines, fault);
		items = lines.items;
		for (size_t i = 0; status == OK && i < lines.count; i++) {
			status = send_one(journal, &items[i], text, round, fault);
			after = items[i].change;
		}
	} while (status == OK && lines.count == CONTRIBUTIONS_ON_A_PAGE);
	if (status == OK && text->is_full)
		return fault_set(fault, FAILED, "there is more to tell the CAK than fits in one file");
	return status;
}

/* --- what comes back --- */

enum answer_column { ANSWER_CHANGE, ANSWER_OUTCOME, ANSWER_WORDS, ANSWER_COLUMNS };

/* A row of the answers; one that answers nothing that was sent is counted as unknown. */
static enum status answer_one(struct journal *journal, const struct sheet *sheet,
                              struct contribution_round *round, struct fault *fault)
{
	struct contribution_answered answered = { .answered_on = clock_today(journal->clock) };
	struct findings findings = findings_new(journal->arena, journal->language);
	int64_t number = 0;
	enum status status = NOT_FOUND;

	if (sheet->fault == SHEET_FINE && sheet->count == ANSWER_COLUMNS) {
		bool is_good = strcmp(sheet->values[ANSWER_OUTCOME], "goed") == 0;

		answered.change = strtoll(sheet->values[ANSWER_CHANGE], NULL, 10);
		answered.outcome = is_good ? "accepted" : "refused";
		answered.answer = sheet->values[ANSWER_WORDS];
		status = contribution_person(journal, answered.change, &answered.person, fault);
	}
	if (status == OK)
		status = journal_append(journal, &contribution_answered_kind, &answered, &findings, &number,
		                        fault);
	if (status == OK)
		round->answered++;
	if (status != NOT_FOUND && status != FINDINGS)
		return status;
	round->unknown++;
	return OK;
}

enum status contributions_answer(struct journal *journal, const char *bytes, size_t length,
                                 struct contribution_round *round, struct fault *fault)
{
	struct sheet sheet = sheet_open(bytes, length);
	enum status status = OK;

	for (bool is_header = true; status == OK && sheet_next(&sheet, journal->arena); is_header = false)
		if (!is_header)
			status = answer_one(journal, &sheet, round, fault);
	return status;
}
