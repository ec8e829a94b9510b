/* SPDX-License-Identifier: EUPL-1.2 */
/* Norm sets on the command line: which there are, and what one makes of what is filled in. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "platform/base/words.h"
#include "platform/record/json.h"
#include "practice/plan/norm.h"

#define ANSWER_BYTES ((size_t)1024 * 1024)

static const struct command_option norm_options[] = {
	{ "set", "NAME", false, "calculate: the norm set" },
	{ "file", "FILE", false, "calculate: a norm set of your own, read from a file" },
	{ "line", "KEY=VALUE", false, "calculate: what is filled in; may be given again", .is_many = true },
	{ "on", "DATE", false, "calculate: the day on which the set must hold; today when not given" },
	{ "language", "nl|en", false, "the language of the reasons" },
	{ "json", NULL, false, "as JSON" },
	{ NULL, NULL, false, NULL },
};

/* "0 tot en met 6 kamers", or the codes. */
static const char *values_of(const struct command_call *call, const struct norm_key *key)
{
	const struct norm_choice *choices = key->choices.items;
	const char *values = "";

	if (key->choices.count == 0)
		return arena_print(call->arena, "0-%" PRId64, key->max);
	for (size_t i = 0; i < key->choices.count; i++)
		values = arena_print(call->arena, "%s%s%s", values, i == 0 ? "" : "|", choices[i].code);
	return values;
}

static void list_as_words(const struct command_call *call, const struct norm_set *set)
{
	const struct norm_key *keys = set->keys.items;
	char from[DATE_TEXT_SIZE];

	(void)printf("%s\n  %s\n  %s %s\n  %s\n", set->name, set->label,
	             words_in(call->language, WORDS("Geldt vanaf")), date_print(set->valid_from, from),
	             set->source);
	for (size_t i = 0; i < set->assumptions.count; i++)
		(void)printf("  + %s\n", set->assumptions.items[i]);
	for (size_t i = 0; i < set->excluded.count; i++)
		(void)printf("  - %s\n", set->excluded.items[i]);
	(void)printf("  ");
	(void)printf(
		words_in(call->language, WORDS("Elke regel op hele minuten, het totaal %s op %" PRId64 ".")),
		words_in(call->language, choice_label(norm_rounding_ways, set->rounding.how)),
		set->rounding.to_minutes);
	(void)printf("\n");
	for (size_t i = 0; i < set->keys.count; i++)
		(void)printf("    %s=%s  %s\n", keys[i].key, values_of(call, &keys[i]), keys[i].label);
}

static void list_as_json(const struct norm_set *set, struct json *json)
{
	const struct norm_key *keys = set->keys.items;
	char from[DATE_TEXT_SIZE];

	json_object_begin(json);
	json_key(json, "name");
	json_text(json, set->name);
	json_key(json, "label");
	json_text(json, set->label);
	json_key(json, "valid_from");
	json_text(json, date_print(set->valid_from, from));
	json_key(json, "source");
	json_text(json, set->source);
	json_key(json, "is_example");
	json_flag(json, set->is_example);
	json_key(json, "keys");
	json_array_begin(json);
	for (size_t i = 0; i < set->keys.count; i++) {
		json_object_begin(json);
		json_key(json, "key");
		json_text(json, keys[i].key);
		json_key(json, "label");
		json_text(json, keys[i].label);
		json_key(json, "max");
		json_number(json, keys[i].max);
		json_key(json, "values");
		json_array_begin(json);
		for (size_t j = 0; j < keys[i].choices.count; j++)
			json_text(json, ((const struct norm_choice *)keys[i].choices.items)[j].code);
		json_array_end(json);
		json_object_end(json);
	}
	json_array_end(json);
	json_object_end(json);
}

static enum status list_sets(const struct command_call *call)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct json json = { .out = &out };
	struct records sets = norm_sets(call->arena);
	const struct norm_set *items = sets.items;
	bool is_json = command_option(call, "json") != NULL;

	json_array_begin(&json);
	for (size_t i = 0; i < sets.count; i++) {
		if (is_json)
			list_as_json(&items[i], &json);
		else
			list_as_words(call, &items[i]);
	}
	json_array_end(&json);
	if (is_json)
		(void)printf("%s\n", text_words(&out));
	return OK;
}

/* --- calculate --- */

static enum status find_set(const struct command_call *call, struct norm_set *ret_set, struct fault *fault)
{
	const char *name = command_option(call, "set"), *path = command_option(call, "file"), *bytes,
		   *names = "";
	struct findings findings = findings_new(call->arena, call->language);
	struct records sets = norm_sets(call->arena);
	const struct norm_set *items = sets.items, *found = norm_set_named(&sets, or_empty(name));
	size_t length;
	enum status status = OK;

	if ((name == NULL) == (path == NULL))
		return fault_set(fault, WRONG_USE, "norm calculate needs --set NAME, or --file FILE");
	if (path != NULL) {
		status = command_file(call, path, &bytes, &length, fault);
		if (status == OK && norm_set_read(bytes, length, ret_set, &findings) != OK)
			status = fault_set(fault, FINDINGS, "%s:%d:%d: %s", path, findings.items[0].line,
			                   findings.items[0].column, findings.items[0].words);
		return status;
	}
	for (size_t i = 0; i < sets.count; i++)
		names = arena_print(call->arena, "%s%s%s", names, i == 0 ? "" : ", ", items[i].name);
	if (found == NULL)
		return fault_set(fault, NOT_FOUND,
		                 words_in(call->language, WORDS("De norm \"%s\" bestaat niet. Er zijn: %s.")),
		                 name, names);
	*ret_set = *found;
	return OK;
}

static enum status read_lines(const struct command_call *call, struct records *ret_given, struct fault *fault)
{
	struct texts lines = command_options(call, "line");
	struct norm_given *given = ARENA_MANY(call->arena, lines.count + 1, struct norm_given);

	*ret_given = (struct records){ given, lines.count };
	if (lines.count == 0)
		return fault_set(fault, WRONG_USE, "norm calculate needs --line KEY=VALUE");
	for (size_t i = 0; i < lines.count; i++) {
		const char *is = strchr(lines.items[i], '=');

		if (is == NULL || is == lines.items[i])
			return fault_set(fault, WRONG_USE, "--line takes KEY=VALUE, not %s", lines.items[i]);
		given[i] = (struct norm_given){
			arena_copy_part(call->arena, lines.items[i], (size_t)(is - lines.items[i])), is + 1
		};
	}
	return OK;
}

static void print_answer(const struct command_call *call, const struct norm_answer *answer)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	const struct norm_sum_line *lines = answer->lines.items;
	struct json json = { .out = &out };

	if (command_option(call, "json") == NULL) {
		for (size_t i = 0; i < answer->lines.count; i++)
			(void)printf("%s: %s\n", lines[i].label, lines[i].because);
		(void)printf(words_in(call->language, WORDS("Samen: %" PRId64 " minuten per week.")),
		             answer->minutes_per_week);
		(void)printf("\n");
		return;
	}
	json_object_begin(&json);
	json_key(&json, "minutes_per_week");
	json_number(&json, answer->minutes_per_week);
	json_key(&json, "lines");
	json_array_begin(&json);
	for (size_t i = 0; i < answer->lines.count; i++) {
		json_object_begin(&json);
		json_key(&json, "key");
		json_text(&json, lines[i].key);
		json_key(&json, "minutes");
		json_number(&json, lines[i].minutes);
		json_key(&json, "because");
		json_text(&json, lines[i].because);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
	(void)printf("%s\n", text_words(&out));
}

/* What is not of the set is wrong use; what the set itself has against it is a finding. */
static enum status refused(const struct findings *findings)
{
	static const char *const of_the_set[] = { "norm-not-in-force", "norm-negative", "norm-empty" };
	enum status status = FINDINGS;

	for (size_t i = 0; i < findings->count; i++) {
		bool is_of_the_set = false;

		for (size_t j = 0; j < COUNT(of_the_set); j++)
			is_of_the_set = is_of_the_set || strcmp(findings->items[i].code, of_the_set[j]) == 0;
		if (!is_of_the_set)
			status = WRONG_USE;
		(void)fprintf(stderr, "%s\n", findings->items[i].words);
	}
	return status;
}

static enum status calculate(const struct command_call *call, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	struct norm_answer answer;
	struct norm_set set;
	struct records given;
	struct date on;
	enum status status = find_set(call, &set, fault);

	if (status == OK)
		status = read_lines(call, &given, fault);
	if (status == OK)
		status = command_date(call, "on", &on, fault);
	if (status)
		return status;
	if (!date_is(on))
		on = clock_today(&call->clock);
	if (norm_calculate(&set, &given, on, &answer, &findings) != OK)
		return refused(&findings);
	print_answer(call, &answer);
	return OK;
}

static enum status run_norm(struct command_call *call, struct fault *fault)
{
	const char *language = command_option(call, "language");

	if (language != NULL && strcmp(language, "nl") != 0 && strcmp(language, "en") != 0)
		return fault_set(fault, WRONG_USE, "--language takes nl or en, not %s", language);
	if (language != NULL)
		call->language = language;
	if (call->names.count == 1 && strcmp(call->names.items[0], "list") == 0)
		return list_sets(call);
	if (call->names.count == 1 && strcmp(call->names.items[0], "calculate") == 0)
		return calculate(call, fault);
	return fault_set(fault, WRONG_USE, "norm takes list, or calculate");
}

const struct command command_norm = {
	"norm", "Which norm sets there are, and how many minutes a week one makes of a need.",
	"list | calculate", norm_options, run_norm
};
