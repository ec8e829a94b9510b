/* SPDX-License-Identifier: EUPL-1.2 */
/* Commands that need no database: check a scheme, ask who can deliver, count a legal term. */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "command/files.h"
#include "common/scheme/scheme.h"
#include "platform/base/words.h"
#include "practice/assignment/assign.h"

#define SCHEME_BYTES ((size_t)64 * 1024 * 1024)
#define ANSWER_BYTES ((size_t)4 * 1024 * 1024)

static const struct command_option no_options[] = { { NULL, NULL, false, NULL } };

static enum status check_file(const struct command_call *call, const char *path, bool *has_findings,
                              struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(SCHEME_BYTES);
	struct findings findings = findings_new(arena, call->language);
	struct scheme scheme;
	const char *bytes;
	size_t length;
	enum status status = command_file(call, path, &bytes, &length, fault);

	if (status)
		return status;
	if (scheme_read(bytes, length, &scheme, &findings) != OK)
		*has_findings = true;
	for (size_t i = 0; i < findings.count; i++)
		(void)printf("%s:%d:%d: %s\n", path, findings.items[i].line, findings.items[i].column,
		             findings.items[i].words);
	return OK;
}

static enum status run_check(struct command_call *call, struct fault *fault)
{
	bool has_findings = false;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < call->names.count; i++)
		status = check_file(call, call->names.items[i], &has_findings, fault);
	return status == OK && has_findings ? FINDINGS : status;
}

const struct command command_check = {
	"check", "Check scheme files: silent when they are right, else one line per mistake.", "FILE...",
	no_options, run_check
};

/* --- assign --- */

static const struct command_option assign_options[] = {
	{ "scheme", "FILE", true, "the scheme to ask" },
	{ "product", "NAME", true, "what must be delivered" },
	{ "born", "DATE", true, "the resident's date of birth" },
	{ "area", "NAME", true, "where the resident lives" },
	{ "on", "DATE", true, "the day from which it must be delivered" },
	{ "current", "PARTY", false, "who delivers now" },
	{ "since", "DATE", false, "since when, without a break" },
	{ "expertise", "NAME...", false, "what the deliverer must know", true },
	{ "unavailable", "PARTY...", false, "who cannot take this on now", true },
	{ "json", NULL, false, "print the answer as JSON; it is the only form" },
	{ NULL, NULL, false, NULL },
};

static enum status read_question(const struct command_call *call, struct assign_names *names,
                                 struct fault *fault)
{
	enum status status = command_date(call, "born", &names->born, fault);

	names->product = command_option(call, "product");
	names->area = command_option(call, "area");
	names->current = command_option(call, "current");
	names->expertise = command_options(call, "expertise");
	names->unavailable = command_options(call, "unavailable");
	if (status == OK)
		status = command_date(call, "on", &names->on, fault);
	if (status == OK)
		status = command_date(call, "since", &names->since, fault);
	if (status == OK && date_before(names->on, names->born))
		return fault_set(fault, WRONG_USE, "--born is later than --on");
	if (status == OK && date_is(names->since) &&
	    (date_before(names->on, names->since) || date_before(names->since, names->born)))
		return fault_set(fault, WRONG_USE, "--since lies after --on or before --born");
	return status;
}

static enum status run_assign(struct command_call *call, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct assign_names names = { 0 };
	struct assign_question question;
	struct scheme scheme;
	struct lane_set lanes;
	enum status status = read_question(call, &names, fault);

	if (status == OK)
		status = files_scheme(call, command_option(call, "scheme"), &scheme, fault);
	if (status)
		return status;
	lanes = scheme_lanes(&scheme, call->arena);
	status = assign_question_read(&lanes, &names, &question, fault);
	if (status)
		return status;
	{
		struct assign_answer *answer = assign_answer_new(&lanes, call->arena);
		const struct assign_view view = { .set = &lanes,
			                          .question = &question,
			                          .answer = answer,
			                          .language = call->language,
			                          .arena = call->arena };

		assign_judge(&lanes, &question, answer);
		assign_to_json(&view, &out);
	}
	(void)printf("%s\n", text_words(&out));
	return OK;
}

const struct command command_assign = { "assign",
	                                "Who can deliver a product to a resident, and why or why not.", NULL,
	                                assign_options, run_assign };

/* --- term --- */

static const struct command_option term_options[] = {
	{ "kind", "NAME", true,
	  "personal-plan, investigation, decision, default-notice, penalty, objection, objection-decision, "
	  "objection-decision-committee, objection-adjournment, appeal, assignment-notice or standstill" },
	{ "from", "DATE", true,
	  "the day that triggers the term, not counted: report, application, dispatch, receipt of the "
	  "notice, last "
	  "day for objecting; for assignment-notice the start that it is counted back from" },
	{ "suspend", "FROM..UNTIL", false,
	  "days on which the term stood still, both counted as such; may be given again", true },
	{ NULL, NULL, false, NULL },
};

/* Reads FROM..UNTIL. */
static enum status read_suspension(const char *text, struct suspension *ret_suspension, struct fault *fault)
{
	char from[DATE_TEXT_SIZE] = "";
	const size_t size = DATE_TEXT_SIZE - 1;

	if (strlen(text) == 2 * size + 2 && memcmp(text + size, "..", 2) == 0) {
		memcpy(from, text, size);
		if (date_read(from, &ret_suspension->from) &&
		    date_read(text + size + 2, &ret_suspension->until))
			return OK;
	}
	return fault_set(fault, WRONG_USE,
	                 "--suspend takes two dates that exist, as 2023-05-01..2023-05-12, not %s", text);
}

/* All of --suspend, the earliest first whatever order they were typed in. */
static enum status read_suspensions(const struct command_call *call, struct term_asked *asked,
                                    struct fault *fault)
{
	struct texts typed = command_options(call, "suspend");
	struct suspension *suspensions = ARENA_MANY(call->arena, typed.count + 1, struct suspension);
	enum status status = OK;

	for (size_t i = 0; status == OK && i < typed.count; i++) {
		struct suspension suspension = { 0 };
		size_t at = i;

		status = read_suspension(typed.items[i], &suspension, fault);
		for (; at > 0 && date_before(suspension.from, suspensions[at - 1].from); at--)
			suspensions[at] = suspensions[at - 1];
		suspensions[at] = suspension;
	}
	asked->suspensions = suspensions;
	asked->suspensions_count = typed.count;
	return status;
}

static enum status run_term(struct command_call *call, struct fault *fault)
{
	const char *kind = command_option(call, "kind");
	struct term_asked asked = { .kind = term_kind(kind) };
	struct calendar calendar;
	struct term term;
	char due[DATE_TEXT_SIZE];
	enum status status = command_date(call, "from", &asked.from, fault);

	if (status == OK)
		status = read_suspensions(call, &asked, fault);
	if (status == OK && asked.kind == NULL)
		return fault_set(fault, WRONG_USE, "no kind of term is named %s", kind);
	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status == OK)
		status = calendar_count_suspended(&calendar, &asked, call->arena, &term, fault);
	if (status)
		return status;
	(void)printf("%s\n", date_print(term.due, due));
	for (size_t i = 0; i < term.steps.count; i++)
		(void)printf("%s\n", term_step_words(&((const struct term_step *)term.steps.items)[i],
		                                     call->language, call->arena));
	return OK;
}

const struct command command_term = { "term", "Count a legal term: its last day, then the calculation.", NULL,
	                              term_options, run_term };
