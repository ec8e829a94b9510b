/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/question_store.h"

#include <stdlib.h>
#include <string.h>

#include "common/person/vault.h"
#include "desk_sql.h"
#include "practice/desk/received.h"

static const struct field question_line_fields[] = {
	FIELD(struct question_line, question),     FIELD(struct question_line, person),
	FIELD(struct question_line, is_direct),    FIELD(struct question_line, from_whom),
	FIELD(struct question_line, taken_by),     FIELD(struct question_line, theme),
	FIELD(struct question_line, asked),        FIELD(struct question_line, channel),
	FIELD(struct question_line, asked_on),     FIELD(struct question_line, earlier),
	FIELD(struct question_line, back_on),      FIELD(struct question_line, outcome),
	FIELD(struct question_line, outcome_on),   FIELD(struct question_line, answer),
	FIELD(struct question_line, told),         FIELD(struct question_line, to),
	FIELD(struct question_line, confirmed_on), FIELD(struct question_line, confirmed_by),
	FIELD(struct question_line, initials),     FIELD(struct question_line, prefix),
	FIELD(struct question_line, surname),      FIELD(struct question_line, caller),
	FIELD(struct question_line, organisation),
};
static const struct record question_line_record =
	RECORD(struct question_line, "question_line", question_line_fields);

static const struct field question_source_fields[] = {
	FIELD(struct question_source, from_whom),
	FIELD(struct question_source, questions),
};
static const struct record question_source_record =
	RECORD(struct question_source, "question_source", question_source_fields);

enum status questions_page_of(struct journal *journal, const struct questions_asked *asked,
                              struct records *ret_lines, struct fault *fault)
{
	const struct db_list list = { &question_line_record, journal->arena, ret_lines };
	const char *outcome = "";
	const struct db_query *query = &sql_desk_questions_ended;

	if (asked->list == QUESTIONS_OPEN)
		query = &sql_desk_questions_open;
	else if (asked->list == QUESTIONS_UNCONFIRMED)
		query = &sql_desk_questions_unconfirmed;
	else if (asked->list == QUESTIONS_ALL)
		query = &sql_desk_questions_all;
	else
		outcome = question_outcomes[asked->list - QUESTIONS_ARRANGED].code;
	{
		bool is_newest = asked->list == QUESTIONS_ALL && asked->beyond == 0;
		const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
			                        value_number(is_newest ? INT64_MAX : asked->beyond),
			                        value_text(outcome) };

		return db_list(journal->db, query, values, outcome[0] == '\0' ? 3 : 4, &list, fault);
	}
}

/* Adds the counts of an answer of two columns, an outcome and how many, to their lists. */
static void add_outcome(const struct db_rows *rows, struct arena *arena,
                        int64_t counts[static QUESTION_LISTS_COUNT])
{
	const char *outcome = db_text(rows, 0, arena);

	for (size_t i = 0; question_outcomes[i].code != NULL; i++)
		if (strcmp(question_outcomes[i].code, outcome) == 0)
			counts[QUESTIONS_ARRANGED + i] = db_number(rows, 1);
}

static enum status count_one(struct journal *journal, const struct db_query *query, struct date on,
                             int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status = db_one(journal->db, query, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status questions_count(struct journal *journal, struct date on,
                            int64_t ret_counts[static QUESTION_LISTS_COUNT], struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status;

	memset(ret_counts, 0, QUESTION_LISTS_COUNT * sizeof(*ret_counts));
	status = count_one(journal, &sql_desk_count_open, on, &ret_counts[QUESTIONS_OPEN], fault);
	if (status == OK)
		status = count_one(journal, &sql_desk_count_unconfirmed, on,
		                   &ret_counts[QUESTIONS_UNCONFIRMED], fault);
	if (status == OK)
		status = count_one(journal, &sql_desk_count_all, on, &ret_counts[QUESTIONS_ALL], fault);
	if (status == OK)
		status = db_select(journal->db, &sql_desk_count_ended, values, COUNT(values), &rows, fault);
	while (status == OK && (status = db_next(&rows, fault)) == OK)
		add_outcome(&rows, journal->arena, ret_counts);
	return status == NOT_FOUND ? OK : status;
}

enum status questions_by_source(struct journal *journal, struct date first, struct date last,
                                struct records *ret_sources, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(first),
		                        value_date(last) };

	return db_list(journal->db, &sql_desk_count_sources, values, COUNT(values),
	               &(struct db_list){ &question_source_record, journal->arena, ret_sources }, fault);
}

enum status questions_passed_on(struct journal *journal, struct date on, int64_t before,
                                struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on),
		                        value_number(before == 0 ? INT64_MAX : before) };

	return db_list(journal->db, &sql_desk_questions_passed_on, values, COUNT(values),
	               &(struct db_list){ &question_line_record, journal->arena, ret_lines }, fault);
}

enum status questions_count_passed_on(struct journal *journal, struct date on, int64_t *ret_count,
                                      struct fault *fault)
{
	return count_one(journal, &sql_desk_count_passed_on, on, ret_count, fault);
}

enum status questions_of(struct journal *journal, int64_t person, struct records *ret_lines,
                         struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_desk_questions_of, values, COUNT(values),
	               &(struct db_list){ &question_line_record, journal->arena, ret_lines }, fault);
}

enum status question_of(struct journal *journal, int64_t question, struct question_line *ret_line,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(question) };
	enum status status = db_one(journal->db, &sql_desk_question, values, COUNT(values), &rows, fault);

	*ret_line = (struct question_line){ 0 };
	if (status == OK)
		db_record(&rows, &question_line_record, ret_line, journal->arena);
	return status;
}

/* --- the code to follow a question by --- */

#define CODE_LETTERS 8
#define CODE_TEXT_SIZE 32

/* Without letters and digits that are taken for each other, and without vowels, so that no words appear. */
static const char code_letters[] = "23456789BCDFGHJKLMNPQRSTVWXZ";

static int hex_value(char digit)
{
	return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

enum status question_code(struct journal *journal, int64_t question, const char **ret_code,
                          struct fault *fault)
{
	const char *what = arena_print(journal->arena, "question %lld of %lld", (long long)question,
	                               (long long)journal->register_id);
	const char *mark = "";
	char letters[CODE_LETTERS + 1] = "";
	enum status status = vault_mark(journal, what, &mark, fault);

	*ret_code = "";
	if (status)
		return status;
	for (size_t i = 0; i < CODE_LETTERS; i++)
		letters[i] = code_letters[(hex_value(mark[2 * i]) * 16 + hex_value(mark[2 * i + 1])) %
		                          (int)(sizeof(code_letters) - 1)];
	*ret_code = arena_print(journal->arena, "%lld-%.4s-%s", (long long)question, letters, letters + 4);
	return OK;
}

int64_t question_code_number(const char *typed)
{
	return strtoll(typed, NULL, 10);
}

/* The letters and digits of a code, small letters made capital, in plain; false when there are too many. */
static bool plain_code(const char *code, char plain[static CODE_TEXT_SIZE])
{
	size_t length = 0;

	for (; *code != '\0'; code++) {
		if (*code == ' ' || *code == '-')
			continue;
		if (length + 1 == CODE_TEXT_SIZE)
			return false;
		plain[length++] = *code >= 'a' && *code <= 'z' ? (char)(*code - 'a' + 'A') : *code;
	}
	plain[length] = '\0';
	return true;
}

bool question_code_is(const char *code, const char *typed)
{
	char one[CODE_TEXT_SIZE] = "", other[CODE_TEXT_SIZE] = "";

	return plain_code(code, one) && plain_code(typed, other) && one[0] != '\0' && strcmp(one, other) == 0;
}
