/* SPDX-License-Identifier: EUPL-1.2 */
/* award: who wins a tender by somebody's own marks, and what another threshold would do. No database. */
#include <stdio.h>

#include "command/command.h"
#include "command/files.h"
#include "contract/tender/assume.h"
#include "platform/base/words.h"

#define ANSWER_BYTES ((size_t)64 * 1024 * 1024)
#define RUNS_USUAL 1000

static const struct command_option award_options[] = {
	{ "scheme", "FILE", true, "the scheme with the lots, the criteria and the threshold" },
	{ "marks", "FILE.csv", false, "the marks: columns bidder,lot,criterion,assessor,mark" },
	{ "threshold", "N", false, "another threshold than the scheme's" },
	{ "rule", "each|weighted_mean|both", false, "another rule than the scheme's" },
	{ "what-if", "FROM..UNTIL", false, "what each threshold would do, by tenths, such as 5.0..10.0" },
	{ "clients", "FILE.csv", false,
	  "what-if: who helps whom now: columns client,bidder,area[,expertise]" },
	{ "small", "FILE.csv", false, "what-if: the small organisations: column bidder" },
	{ "assume", "FILE.csv", false,
	  "what-if before there are marks: columns bidder,lot,criterion,least,likely,most; criterion * is "
	  "all" },
	{ "runs", "N", false, "assume: how often marks are drawn; 1000 when not given" },
	{ "seed", "N", false, "assume: the same seed draws the same marks; 1 when not given" },
	{ "json", NULL, false, "as JSON" },
	{ NULL, NULL, false, NULL },
};

static enum status read_terms(const struct command_call *call, struct tender_terms *terms,
                              struct fault *fault)
{
	const char *threshold = command_option(call, "threshold"), *rule = command_option(call, "rule");

	if (threshold != NULL && (!decimal_read(threshold, &terms->threshold) ||
	                          terms->threshold.billionths > terms->highest.billionths))
		return fault_set(
			fault, WRONG_USE,
			"--threshold takes a mark such as 8 or 7.5, at most the scheme's highest, not %s",
			threshold);
	if (rule != NULL && !tender_rule_read(rule, &terms->rule))
		return fault_set(fault, WRONG_USE, "--rule takes each, weighted_mean or both, not %s", rule);
	return OK;
}

static enum status award(const struct command_call *call, const struct tender_terms *terms,
                         const struct tender_bids *bids, struct findings *findings)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct award_outcome *outcomes = ARENA_MANY(call->arena, bids->count + 1, struct award_outcome);
	const struct award_view view = { .terms = terms,
		                         .bids = bids,
		                         .outcomes = outcomes,
		                         .language = call->language,
		                         .arena = call->arena };

	award_judge(terms, bids, outcomes);
	award_check(terms, bids, outcomes, findings);
	if (findings->count > 0)
		return files_findings(call, command_option(call, "marks"), findings);
	if (command_option(call, "json") != NULL)
		award_to_json(&view, &out);
	else
		award_to_words(&view, &out);
	(void)printf("%s%s", text_words(&out), command_option(call, "json") != NULL ? "\n" : "");
	return OK;
}

/* --- what if --- */

/* Reads what --clients and --small name. */
static enum status read_clients(const struct command_call *call, const struct tender_bids *bids,
                                struct clients *ret_clients, struct findings *findings, struct fault *fault)
{
	const char *path = command_option(call, "clients"), *small = command_option(call, "small"),
		   *bytes = "";
	size_t length = 0;
	enum status status = OK;

	*ret_clients = (struct clients){ 0 };
	if (path != NULL) {
		status = command_file(call, path, &bytes, &length, fault);
		if (status)
			return status;
		*ret_clients = clients_read(bytes, length, &bids->bidders, findings);
		if (findings->count > 0)
			return files_findings(call, path, findings);
	}
	if (small != NULL) {
		status = command_file(call, small, &bytes, &length, fault);
		if (status)
			return status;
		clients_read_small(bytes, length, &bids->bidders, ret_clients, findings);
		if (findings->count > 0)
			return files_findings(call, small, findings);
	}
	return status;
}

/* The range of --what-if. */
static enum status read_range(const struct command_call *call, const struct tender_terms *terms,
                              struct what_if_range *ret_range, struct fault *fault)
{
	const char *typed = command_option(call, "what-if");

	if (what_if_range_read(typed, ret_range) && ret_range->until.billionths <= terms->highest.billionths)
		return OK;
	return fault_set(fault, WRONG_USE,
	                 "--what-if takes two thresholds within the scale, as 5.0..10.0, not %s", typed);
}

static enum status sweep(const struct command_call *call, const struct tender_terms *terms,
                         const struct tender_bids *bids, struct findings *findings, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct what_if_view view = { .bids = bids, .language = call->language };
	struct what_if_range range;
	struct clients clients;
	enum status status = read_range(call, terms, &range, fault);

	if (status == OK)
		status = read_clients(call, bids, &clients, findings, fault);
	if (status)
		return status;
	view.clients = &clients;
	view.count = what_if_steps(&range);
	view.steps = what_if(terms, bids, &clients, &range, call->arena);
	if (command_option(call, "json") != NULL)
		what_if_to_json(&view, &out);
	else
		what_if_to_words(&view, &out);
	(void)printf("%s%s", text_words(&out), command_option(call, "json") != NULL ? "\n" : "");
	return OK;
}

/* --- before there are marks --- */

static enum status read_draw(const struct command_call *call, const struct what_if_range *range,
                             struct draw *ret_draw, struct fault *fault)
{
	int64_t seed = 1;
	enum status status;

	*ret_draw = (struct draw){ .runs = RUNS_USUAL };
	status = command_number(call, "runs", &ret_draw->runs, fault);
	if (status == OK)
		status = command_number(call, "seed", &seed, fault);
	ret_draw->seed = (uint64_t)seed;
	if (status == OK && (ret_draw->runs < 1 || ret_draw->runs > ASSUME_RUNS_MAX ||
	                     ret_draw->runs * (int64_t)what_if_steps(range) > ASSUME_RESULTS_MAX))
		return fault_set(fault, WRONG_USE, "--runs is 1 to %d, and less with many thresholds",
		                 ASSUME_RUNS_MAX);
	return status;
}

static enum status draw_marks(const struct command_call *call, const struct tender_terms *terms,
                              const struct assumption *assumption, struct findings *findings,
                              struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct what_if_range range;
	struct clients clients;
	struct draw draw;
	enum status status = read_range(call, terms, &range, fault);

	if (status == OK)
		status = read_draw(call, &range, &draw, fault);
	if (status == OK)
		status = read_clients(call, &assumption->bids, &clients, findings, fault);
	if (status)
		return status;
	{
		const struct assume_view view = {
			.steps = assume(terms, assumption, &clients, &range, &draw, call->arena),
			.count = what_if_steps(&range),
			.clients = &clients,
			.draw = &draw,
			.language = call->language,
		};

		if (command_option(call, "json") != NULL)
			assume_to_json(&view, &out);
		else
			assume_to_words(&view, &out);
	}
	(void)printf("%s%s", text_words(&out), command_option(call, "json") != NULL ? "\n" : "");
	return OK;
}

/* --- the command --- */

/* Marks, or before there are any an assumption, which is for a what-if alone. */
static enum status check_options(const struct command_call *call, struct fault *fault)
{
	bool has_marks = command_option(call, "marks") != NULL,
	     has_assumption = command_option(call, "assume") != NULL,
	     is_what_if = command_option(call, "what-if") != NULL,
	     has_threshold = command_option(call, "threshold") != NULL;

	if (has_marks == has_assumption)
		return fault_set(fault, WRONG_USE,
		                 "award needs --marks FILE.csv, or with --what-if --assume FILE.csv");
	if (has_assumption && !is_what_if)
		return fault_set(fault, WRONG_USE,
		                 "nobody is awarded by an assumption: --assume goes with --what-if");
	if (has_threshold && is_what_if)
		return fault_set(fault, WRONG_USE,
		                 "--what-if tries every threshold itself: it goes without --threshold");
	return OK;
}

static enum status answer(const struct command_call *call, const struct tender_terms *terms,
                          struct findings *findings, struct fault *fault)
{
	bool is_assumed = command_option(call, "assume") != NULL;
	const char *path = command_option(call, is_assumed ? "assume" : "marks"), *bytes = "";
	struct assumption assumption = { 0 };
	struct tender_bids bids = { 0 };
	size_t length = 0;
	enum status status = command_file(call, path, &bytes, &length, fault);

	if (status)
		return status;
	if (is_assumed)
		assumption = assumption_read(bytes, length, terms, findings);
	else
		bids = marks_read(bytes, length, terms, findings);
	if (findings->count > 0)
		return files_findings(call, path, findings);
	if (is_assumed)
		return draw_marks(call, terms, &assumption, findings, fault);
	if (command_option(call, "what-if") != NULL)
		return sweep(call, terms, &bids, findings, fault);
	return award(call, terms, &bids, findings);
}

static enum status run_award(struct command_call *call, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	struct tender_terms terms;
	struct scheme scheme;
	enum status status = check_options(call, fault);

	if (status == OK)
		status = files_scheme(call, command_option(call, "scheme"), &scheme, fault);
	if (status)
		return status;
	terms = tender_terms_of(&scheme, call->arena);
	status = read_terms(call, &terms, fault);
	if (status)
		return status;
	if (!tender_terms_suffice(&terms, &findings))
		return files_findings(call, command_option(call, "scheme"), &findings);
	return answer(call, &terms, &findings, fault);
}

const struct command command_award = { "award", "Who wins a tender by the marks, and why the others do not.",
	                               NULL, award_options, run_award };
