/* SPDX-License-Identifier: EUPL-1.2 */
/* award: who wins a tender by somebody's own marks, and what another threshold would do. No database. */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "command/tender.h"
#include "contract/tender/what_if.h"
#include "platform/base/words.h"

#define ANSWER_BYTES ((size_t)64 * 1024 * 1024)

static const struct command_option award_options[] = {
	{ "scheme", "FILE", true, "the scheme with the lots, the criteria and the threshold" },
	{ "marks", "FILE.csv", true, "the marks: columns bidder,lot,criterion,assessor,mark" },
	{ "threshold", "N", false, "another threshold than the scheme's" },
	{ "rule", "each|weighted_mean|both", false, "another rule than the scheme's" },
	{ "what-if", "FROM..UNTIL", false, "what each threshold would do, by tenths, such as 5.0..10.0" },
	{ "clients", "FILE.csv", false,
	  "what-if: who helps whom now: columns client,bidder,area[,expertise]" },
	{ "small", "FILE.csv", false, "what-if: the small organisations: column bidder" },
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
		return tender_findings(call, command_option(call, "marks"), findings);
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
			return tender_findings(call, path, findings);
	}
	if (small != NULL) {
		status = command_file(call, small, &bytes, &length, fault);
		if (status)
			return status;
		clients_read_small(bytes, length, &bids->bidders, ret_clients, findings);
		if (findings->count > 0)
			return tender_findings(call, small, findings);
	}
	return status;
}

static enum status sweep(const struct command_call *call, const struct tender_terms *terms,
                         const struct tender_bids *bids, struct findings *findings, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	const char *typed = command_option(call, "what-if");
	struct what_if_view view = { .bids = bids, .language = call->language };
	struct what_if_range range;
	struct clients clients;
	enum status status;

	if (!what_if_range_read(typed, &range) || range.until.billionths > terms->highest.billionths)
		return fault_set(fault, WRONG_USE,
		                 "--what-if takes two thresholds within the scale, as 5.0..10.0, not %s",
		                 typed);
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

static enum status run_award(struct command_call *call, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	const char *path = command_option(call, "marks"), *bytes = "";
	struct tender_terms terms = { 0 };
	struct tender_bids bids;
	struct scheme scheme;
	size_t length = 0;
	enum status status = tender_scheme(call, &scheme, fault);

	if (status)
		return status;
	terms = tender_terms_of(&scheme, call->arena);
	status = read_terms(call, &terms, fault);
	if (status == OK)
		status = command_file(call, path, &bytes, &length, fault);
	if (status)
		return status;
	if (!tender_terms_suffice(&terms, &findings))
		return tender_findings(call, command_option(call, "scheme"), &findings);
	bids = marks_read(bytes, length, &terms, &findings);
	if (findings.count > 0)
		return tender_findings(call, path, &findings);
	if (command_option(call, "what-if") != NULL)
		return sweep(call, &terms, &bids, &findings, fault);
	return award(call, &terms, &bids, &findings);
}

const struct command command_award = { "award", "Who wins a tender by the marks, and why the others do not.",
	                               NULL, award_options, run_award };
