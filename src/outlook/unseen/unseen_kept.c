/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/unseen/unseen_kept.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "common/journal/register.h"
#include "common/scheme/residence.h"
#include "unseen_sql.h"

#define KEPT_BYTES ((size_t)512 * 1024 * 1024)
#define QUICK_PEOPLE 5000 /* among so many a look takes a tenth of a second */
#define DAYS_KEPT 8
#define LISTS_MAX 4 /* that a line can stand in, as a whole and of a municipality */

/* A line as it stands under one that it is of. */
struct kept_line {
	const char *whose, *kind;
	struct date since;
	int64_t person, number;
};
static const struct field kept_line_fields[] = {
	FIELD(struct kept_line, whose),  FIELD(struct kept_line, kind),   FIELD(struct kept_line, since),
	FIELD(struct kept_line, person), FIELD(struct kept_line, number),
};
static const struct record kept_line_record = RECORD(struct kept_line, "kept_line", kept_line_fields);

struct look {
	int64_t fact, people;
};
static const struct field look_fields[] = { FIELD(struct look, fact), FIELD(struct look, people) };
static const struct record look_record = RECORD(struct look, "look", look_fields);

struct kind_count {
	const char *kind;
	int64_t lines;
};
static const struct field kind_count_fields[] = { FIELD(struct kind_count, kind),
	                                          FIELD(struct kind_count, lines) };
static const struct record kind_count_record = RECORD(struct kind_count, "kind_count", kind_count_fields);

static int compare(const void *one, const void *other)
{
	const struct kept_line *a = one, *b = other;
	int whose = strcmp(a->whose, b->whose), kind;

	if (whose != 0)
		return whose;
	if (a->since.day != b->since.day)
		return a->since.day < b->since.day ? -1 : 1;
	kind = strcmp(a->kind, b->kind);
	if (kind != 0)
		return kind;
	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* In order, and each once: two lines of one decision may say the same. */
static struct records sorted(struct records lines)
{
	struct kept_line *items = lines.items;
	size_t count = 0;

	if (lines.count == 0)
		return lines;
	qsort(items, lines.count, sizeof(*items), compare);
	for (size_t i = 1; i < lines.count; i++)
		if (compare(&items[count], &items[i]) != 0)
			items[++count] = items[i];
	return (struct records){ items, count + 1 };
}

/* Of which municipalities' lists a line is: of one that lies in none all of them, or nobody would see it. */
static struct texts places_of(const struct unseen_line *line, const struct texts *places, struct arena *arena)
{
	struct texts own = { .items = ARENA_MANY(arena, 1, const char *), .count = 1 };

	own.items[0] = line->place;
	return line->place[0] == '\0' ? *places : own;
}

/* Each line in every list that it belongs to. */
static struct records spread(const struct records *seen, const struct texts *places, struct arena *arena)
{
	const struct unseen_line *lines = seen->items;
	struct records kept =
		records_new(&kept_line_record, seen->count * LISTS_MAX * (2 + places->count), arena);
	struct kept_line *items = kept.items;

	kept.count = 0;
	for (size_t i = 0; i < seen->count; i++) {
		const struct unseen_kind *kind = &unseen_kinds[lines[i].kind];
		const struct texts in = places_of(&lines[i], places, arena);
		const char *const lists[LISTS_MAX] = { UNSEEN_ALL,
			                               arena_print(arena, UNSEEN_TEAM "%s", lines[i].team),
			                               arena_print(arena, UNSEEN_MINE "%s", lines[i].contact),
			                               UNSEEN_IDENTITY };

		for (size_t j = 0; j < COUNT(lists) - !kind->is_identity; j++) {
			struct kept_line line = { lists[j], kind->code, lines[i].since, lines[i].person,
				                  lines[i].number };

			items[kept.count++] = line;
			for (size_t k = 0; k < in.count; k++) {
				line.whose = arena_print(arena, "%s" UNSEEN_IN "%s", lists[j], in.items[k]);
				items[kept.count++] = line;
			}
		}
	}
	return sorted(kept);
}

static enum status change(struct journal *journal, const struct db_query *query, struct date on,
                          const struct kept_line *line, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id),
		                        value_date(on),
		                        value_text(line->whose),
		                        value_date(line->since),
		                        value_text(line->kind),
		                        value_number(line->person),
		                        value_number(line->number) };

	return db_run(journal->db, query, values, COUNT(values), fault);
}

/* Both are in order: only what differs is written. */
static enum status keep_differences(struct journal *journal, struct date on, const struct records *was,
                                    const struct records *is, struct fault *fault)
{
	const struct kept_line *old = was->items, *new = is->items;
	enum status status = OK;

	for (size_t i = 0, j = 0; status == OK && (i < was->count || j < is->count);) {
		int order = i == was->count ? 1 : j == is->count ? -1 : compare(&old[i], &new[j]);

		if (order < 0)
			status = change(journal, &sql_unseen_forget_line, on, &old[i], fault);
		else if (order > 0)
			status = change(journal, &sql_unseen_keep_line, on, &new[j], fault);
		i += order <= 0;
		j += order >= 0;
	}
	return status;
}

static enum status forget(struct journal *journal, struct date on, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status = db_run(journal->db, &sql_unseen_forget_lines, values, COUNT(values), fault);

	return status ? status : db_run(journal->db, &sql_unseen_forget_look, values, COUNT(values), fault);
}

/* Beside this day only the newest looks stay. */
static enum status forget_old(struct journal *journal, struct date on, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct date days[DAYS_KEPT * 2];
	size_t count = 0;
	enum status status =
		db_select(journal->db, &sql_unseen_other_looks, values, COUNT(values), &rows, fault);

	while (status == OK && count < COUNT(days) && (status = db_next(&rows, fault)) == OK)
		days[count++] = db_date(&rows, 0);
	db_rows_done(&rows);
	rows = (struct db_rows){ 0 };
	if (status == NOT_FOUND)
		status = OK;
	for (size_t i = 0; status == OK && i + DAYS_KEPT <= count; i++)
		status = forget(journal, days[i], fault);
	return status;
}

static enum status write_look(struct journal *journal, struct date on, const struct look *look,
                              const struct records *lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on),
		                        value_number(look->fact), value_number(look->people) };
	struct records kept = { 0 };
	enum status status;

	db_rollback(
		journal->db); /* of a page that only reads: it goes on behind this with what is kept now */
	status = db_begin(journal->db, fault);
	if (status)
		return status;
	status = db_list(journal->db, &sql_unseen_kept, values, 2,
	                 &(struct db_list){ &kept_line_record, journal->arena, &kept }, fault);
	kept = sorted(kept);
	if (status == OK)
		status = keep_differences(journal, on, &kept, lines, fault);
	if (status == OK)
		status = db_run(journal->db, &sql_unseen_keep_look, values, COUNT(values), fault);
	if (status == OK)
		status = forget_old(journal, on, fault);
	return db_end(journal->db, status, fault);
}

/* The head is read before the look: a fact that comes meanwhile asks for another one. */
static enum status look_again(struct journal *journal, struct date on, int64_t fact, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(KEPT_BYTES);
	struct journal own = *journal;
	struct look look = { .fact = fact };
	struct records seen = { 0 }, lines = { 0 };
	struct texts places;
	enum status status;

	own.arena = arena;
	status = unseen_on(&own, on, &seen, &look.people, fault);
	if (status)
		return status;
	places = residence_places(&own);
	lines = spread(&seen, &places, arena);
	return write_look(&own, on, &look, &lines, fault);
}

/* Where the journal stands, and the last look at the day; of one that was never looked at all is 0. */
static enum status read_look(struct journal *journal, struct date on, int64_t *ret_fact,
                             struct look *ret_look, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct journal_head head = { 0 };
	enum status status = journal_head(journal->db, journal->register_id, journal->arena, &head, fault);

	*ret_fact = head.fact;
	*ret_look = (struct look){ 0 };
	if (status)
		return status;
	status = db_one(journal->db, &sql_unseen_look, values, COUNT(values), &rows, fault);
	if (status == OK)
		db_record(&rows, &look_record, ret_look, journal->arena);
	return status == NOT_FOUND ? OK : status;
}

enum status unseen_keep(struct journal *journal, struct date on, struct fault *fault)
{
	int64_t fact = 0;
	struct look look = { 0 };
	enum status status = read_look(journal, on, &fact, &look, fault);

	if (status || look.fact == fact)
		return status;
	return look_again(journal, on, fact, fault);
}

enum status unseen_keep_if_quick(struct journal *journal, struct date on, struct fault *fault)
{
	int64_t fact = 0;
	struct look look = { 0 };
	enum status status = read_look(journal, on, &fact, &look, fault);

	if (status || look.fact == fact || (look.fact != 0 && look.people > QUICK_PEOPLE))
		return status;
	return look_again(journal, on, fact, fault);
}

/* --- the list --- */

/* A kind that this version no longer knows is nobody's. */
static size_t place_of(const char *code)
{
	size_t kind = 0;

	while (kind < unseen_kinds_count && strcmp(unseen_kinds[kind].code, code) != 0)
		kind++;
	return kind;
}

static enum status count_kinds(struct journal *journal, const struct value *values,
                               struct unseen_kept *ret_kept, struct fault *fault)
{
	struct records counts = { 0 };
	const struct kind_count *items;
	enum status status = db_list(journal->db, &sql_unseen_counts, values, 3,
	                             &(struct db_list){ &kind_count_record, journal->arena, &counts }, fault);

	ret_kept->counts = ARENA_MANY(journal->arena, unseen_kinds_count + 1, int64_t);
	items = counts.items;
	for (size_t i = 0; status == OK && i < counts.count; i++)
		ret_kept->counts[place_of(items[i].kind)] += items[i].lines;
	return status;
}

enum status unseen_list(struct journal *journal, const struct unseen_asked *asked,
                        struct unseen_kept *ret_kept, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_text(asked->whose),           value_number(asked->most),
		                        value_number(asked->after),         value_text(asked->kind) };
	bool is_of_kind = asked->kind[0] != '\0';
	struct records kept = { 0 };
	const struct kept_line *items;
	struct unseen_line *lines;
	enum status status = count_kinds(journal, values, ret_kept, fault);

	if (status)
		return status;
	status = db_list(journal->db, is_of_kind ? &sql_unseen_of_kind : &sql_unseen_of_all_kinds, values,
	                 is_of_kind ? 6 : 5, &(struct db_list){ &kept_line_record, journal->arena, &kept },
	                 fault);
	items = kept.items;
	ret_kept->lines = records_new(&unseen_line_record, kept.count, journal->arena);
	lines = ret_kept->lines.items;
	ret_kept->lines.count = 0;
	for (size_t i = 0; status == OK && i < kept.count; i++) {
		size_t kind = place_of(items[i].kind);

		if (kind < unseen_kinds_count)
			lines[ret_kept->lines.count++] = (struct unseen_line){ .person = items[i].person,
				                                               .number = items[i].number,
				                                               .since = items[i].since,
				                                               .kind = kind };
	}
	return status;
}
