/* SPDX-License-Identifier: EUPL-1.2 */
/* districts: which bidder gets which area, under a cap, proven the best. No database. */
#include <stdio.h>

#include "command/command.h"
#include "command/files.h"
#include "contract/tender/plan.h"
#include "contract/tender/terms.h"

#define ANSWER_BYTES ((size_t)16 * 1024 * 1024)
#define SECONDS_USUAL 60
#define SECONDS_MAX 3600

static const struct command_option district_options[] = {
	{ "scheme", "FILE", true,
	  "the scheme with the areas, and the cap where --max-per-party is not given" },
	{ "bids", "FILE.csv", true,
	  "who would take which area: columns bidder,area,score[,capacity][,travel]" },
	{ "max-per-party", "N", false, "how many areas one may have at most" },
	{ "per-area", "N", false, "how many parties each area gets; 1 when not given" },
	{ "clients", "FILE.csv", false,
	  "how many clients each area has: columns area,clients; capacity is then in clients, else in "
	  "areas" },
	{ "seconds", "N", false,
	  "how long the solver may take for each of its questions; 60 when not given" },
	{ "json", NULL, false, "as JSON" },
	{ NULL, NULL, false, NULL },
};

static enum status read_numbers(const struct command_call *call, struct plan_question *question,
                                struct fault *fault)
{
	enum status status = command_number(call, "max-per-party", &question->max_per_party, fault);

	if (status == OK)
		status = command_number(call, "per-area", &question->per_area, fault);
	if (status == OK)
		status = command_number(call, "seconds", &question->seconds, fault);
	if (status)
		return status;
	if (question->max_per_party == 0 && command_option(call, "max-per-party") != NULL)
		return fault_set(fault, WRONG_USE, "--max-per-party is at least 1");
	if (question->per_area < 1 || question->per_area > 1000)
		return fault_set(fault, WRONG_USE, "--per-area is 1 to 1000");
	if (question->seconds < 1 || question->seconds > SECONDS_MAX)
		return fault_set(fault, WRONG_USE, "--seconds is 1 to %d", SECONDS_MAX);
	return OK;
}

/* The areas that were tendered: those of the lots; where there are none all of the scheme. */
static struct texts areas_of(const struct tender_terms *terms, struct arena *arena)
{
	struct texts areas = { .items = ARENA_MANY(arena, terms->areas.count + 1, const char *) };

	for (size_t i = 0; i < terms->areas.count; i++) {
		bool is_tendered = terms->lots_count == 0;

		for (size_t j = 0; j < terms->lots_count; j++)
			is_tendered = is_tendered || tender_lot_has(&terms->lots[j], terms->areas.items[i]);
		if (is_tendered)
			areas.items[areas.count++] = terms->areas.items[i];
	}
	return areas;
}

static enum status read_clients(const struct command_call *call, const struct texts *areas,
                                const int64_t **ret_clients, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	const char *path = command_option(call, "clients"), *bytes = "";
	size_t length = 0;
	enum status status = OK;

	*ret_clients = NULL;
	if (path == NULL)
		return OK;
	status = command_file(call, path, &bytes, &length, fault);
	if (status)
		return status;
	*ret_clients = area_clients_read(bytes, length, areas, &findings);
	return *ret_clients == NULL ? files_findings(call, path, &findings) : OK;
}

static enum status read_bids(const struct command_call *call, const struct texts *areas,
                             struct decimal highest, struct area_bids *ret_bids, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	const char *path = command_option(call, "bids"), *bytes = "";
	const int64_t *clients = NULL;
	size_t length = 0;
	enum status status = read_clients(call, areas, &clients, fault);

	if (status == OK)
		status = command_file(call, path, &bytes, &length, fault);
	if (status)
		return status;
	*ret_bids = area_bids_read(bytes, length, areas, clients, highest, &findings);
	return findings.count > 0 ? files_findings(call, path, &findings) : OK;
}

static void show(const struct command_call *call, const struct plan_question *question,
                 const struct plan_answer *answer)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	const struct plan_view view = { question, answer, call->language };
	bool is_json = command_option(call, "json") != NULL;

	if (is_json)
		plan_to_json(&view, &out);
	else
		plan_to_words(&view, &out);
	(void)printf("%s%s", text_words(&out), is_json ? "\n" : "");
}

static enum status run_districts(struct command_call *call, struct fault *fault)
{
	struct plan_question question = { .per_area = 1, .seconds = SECONDS_USUAL };
	struct plan_answer answer = { 0 };
	struct tender_terms terms;
	struct area_bids bids;
	struct scheme scheme;
	struct texts areas;
	enum status status = files_scheme(call, command_option(call, "scheme"), &scheme, fault);

	if (status)
		return status;
	terms = tender_terms_of(&scheme, call->arena);
	question.max_per_party = terms.areas_per_party;
	status = read_numbers(call, &question, fault);
	if (status)
		return status;
	areas = areas_of(&terms, call->arena);
	status = read_bids(call, &areas, terms.highest, &bids, fault);
	if (status)
		return status;
	question.bids = &bids;
	status = plan_best(&question, call->language, call->arena, &answer, fault);
	if (status)
		return status;
	show(call, &question, &answer);
	return answer.end == PLAN_FOUND ? OK : FINDINGS;
}

const struct command command_districts = {
	"districts", "Which bidder gets which area under a cap: the best plan, or why there is none.", NULL,
	district_options, run_districts
};
