/* SPDX-License-Identifier: EUPL-1.2 */
/* import decisions, import assignments: what runs already for the residents that were brought in. */
#include <string.h>

#include "command/import.h"
#include "common/person/vault.h"
#include "contract/exchange/order.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/decision/take_over.h"

/* Whom a row is about: by BSN, or where there is none by the number in this register. */
static enum status find_person(struct import *import, int64_t *ret_person, struct findings *findings,
                               struct fault *fault)
{
	const char *bsn = import_text(import, "bsn"), *number = import_text(import, "person");
	enum status status;

	*ret_person = 0;
	if (bsn[0] == '\0') {
		import_number(number, "person", ret_person, findings);
		if (*ret_person == 0 && findings->count == 0)
			(void)findings_add(
				findings, "import-person", "bsn",
				WORDS("Vul het BSN in, of het nummer van de persoon in dit register."));
		return OK;
	}
	status = vault_with_bsn(&import->journal, bsn, ret_person, fault);
	if (status == NOT_FOUND)
		(void)findings_add(
			findings, "import-person", "bsn",
			WORDS("Geen inwoner in dit register heeft dit BSN; neem eerst de inwoners over."));
	return status == NOT_FOUND ? OK : status;
}

/* --- decisions --- */

static const struct import_column decision_columns[] = {
	{ "bsn", { "person" } },
	{ "person", { NULL } },
	{ "number", { NULL } },
	{ "decided_on", { NULL } },
	{ "decided_by", { NULL } },
	{ "product", { "lines.0.product", "lines" } },
	{ "amount", { "lines.0.amount" } },
	{ "from", { "lines.0.from" } },
	{ "last_day", { "lines.0.last_day" } },
	{ "reasons", { "lines.0.reasons" } },
	{ "contact", { NULL } },
	{ NULL, { NULL } },
};

static enum status bring_decision(struct import *import, struct findings *findings, struct fault *fault)
{
	struct decision_line line = { .product = import_text(import, "product") };
	struct decision_taken_over taken = { .number = import_text(import, "number"),
		                             .contact = import_text(import, "contact"),
		                             .decision = { .decided_by = import_text(import, "decided_by"),
		                                           .lines = { &line, 1 } } };
	const char *reasons = import_text(import, "reasons");
	int64_t number;
	enum status status = find_person(import, &taken.decision.person, findings, fault);

	import_day(import, "decided_on", &taken.decision.decided_on, findings);
	import_number(import_text(import, "amount"), "amount", &line.amount, findings);
	import_day(import, "from", &line.from, findings);
	import_day(import, "last_day", &line.last_day, findings);
	line.reasons = taken.decision.reasons =
		has_words(reasons) ? reasons : WORDS("Overgenomen uit een ander systeem.");
	if (status != OK || findings->count > 0)
		return status == OK ? FINDINGS : status;
	return journal_append(&import->journal, &decision_taken_over_kind, &taken, findings, &number, fault);
}

const struct import_sort import_decisions = { "decisions", decision_columns, bring_decision };

/* --- assignments --- */

static const struct import_column assignment_columns[] = {
	{ "bsn", { NULL } },        { "person", { "decision", "line" } },
	{ "product", { NULL } },    { "provider", { "deliverer", "current" } },
	{ "from", { NULL } },       { "since", { NULL } },
	{ "choice", { NULL } },     { "order", { "message" } },
	{ "started_on", { NULL } }, { NULL, { NULL } },
};

/* The granted line of that product that has no provider yet. */
static enum status find_line(struct import *import, struct assignment *assignment, struct findings *findings,
                             struct fault *fault)
{
	const char *product = import_text(import, "product");
	struct records lines = { 0 };
	const struct waiting_line *items;
	enum status status = assignment_waiting_of(&import->journal, assignment->person, &lines, fault);

	items = lines.items;
	for (size_t i = 0; i < lines.count; i++)
		if (strcmp(items[i].product, product) == 0 &&
		    date_within(assignment->from, items[i].valid_from, items[i].valid_until)) {
			assignment->decision = items[i].decision;
			assignment->line = items[i].line;
			return status;
		}
	if (status == OK)
		(void)findings_add(
			findings, "import-line", "product",
			WORDS("Deze inwoner heeft op die dag geen toekenning van dit product die nog op een "
		              "aanbieder wacht."));
	return status;
}

static bool is_one_of(const struct choice *choices, const char *code)
{
	for (; choices->code != NULL; choices++)
		if (strcmp(choices->code, code) == 0)
			return true;
	return false;
}

/* What the other system told the provider, and the provider it: nothing of it is sent again. */
static enum status follow(struct import *import, const struct assignment *assignment, int64_t number,
                          struct findings *findings, struct fault *fault)
{
	const char *order = import_text(import, "order");
	const char *message = has_words(order) ? order : IMPORT_ACCOUNT;
	struct order_sent sent = { assignment->person, number, message };
	struct start_reported start = { .person = assignment->person,
		                        .assignment = number,
		                        .message = message,
		                        .sender = assignment->party,
		                        .content_mark = import->digest };
	int64_t fact;
	enum status status = OK;

	import_day(import, "started_on", &start.started_on, findings);
	if (findings->count > 0)
		return FINDINGS;
	status = journal_append(&import->journal, &order_sent_kind, &sent, findings, &fact, fault);
	if (status == OK && date_is(start.started_on))
		status = journal_append(&import->journal, &start_reported_kind, &start, findings, &fact,
		                        fault);
	return status;
}

static enum status bring_assignment(struct import *import, struct findings *findings, struct fault *fault)
{
	struct assignment assignment = { .deliverer = import_text(import, "provider"),
		                         .choice = import_text(import, "choice") };
	int64_t number = 0;
	enum status status = find_person(import, &assignment.person, findings, fault);

	import_day(import, "from", &assignment.from, findings);
	import_day(import, "since", &assignment.since, findings);
	if (!has_words(assignment.choice))
		assignment.choice = "resident";
	else if (!is_one_of(assignment_choices, assignment.choice))
		(void)findings_add(findings, "import-choice", "choice",
		                   WORDS("Schrijf resident, representative of scheme."));
	if (date_is(assignment.since))
		assignment.current = assignment.deliverer;
	if (status == OK && findings->count == 0)
		status = find_line(import, &assignment, findings, fault);
	if (status != OK || findings->count > 0)
		return status == OK ? FINDINGS : status;
	status = journal_append(&import->journal, &assignment_made_kind, &assignment, findings, &number,
	                        fault);
	return status == OK ? follow(import, &assignment, number, findings, fault) : status;
}

const struct import_sort import_assignments = { "assignments", assignment_columns, bring_assignment };
