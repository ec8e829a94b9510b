/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tariff/sign_due.h"

#include "common/scheme/scheme_check.h"
#include "contract/tariff/tariff.h"
#include "platform/base/words.h"

static const char *const corners[TARIFF_SIGNATURES] = { "policy", "practice", "contract" };

static const struct field due_fields[] = {
	FIELD(struct tariff_sign_due, proposal),
	FIELD(struct tariff_sign_due, corner),
	FIELD(struct tariff_sign_due, due, .flags = FIELD_BY_DOOR),
};
const struct record tariff_sign_due_record = RECORD(struct tariff_sign_due, "tariff_sign_due", due_fields);

int64_t tariff_due_of(int64_t proposal, const char *corner)
{
	for (int64_t i = 0; i < TARIFF_SIGNATURES; i++)
		if (check_is(corners[i], corner))
			return proposal * (TARIFF_SIGNATURES + 1) + i + 1;
	return 0;
}

static bool is_not_of_policy(const void *item)
{
	return !check_is(((const struct tariff_sign_due *)item)->corner, corners[0]);
}

static bool is_not_of_practice(const void *item)
{
	return !check_is(((const struct tariff_sign_due *)item)->corner, corners[1]);
}

static bool is_not_of_contract(const void *item)
{
	return !check_is(((const struct tariff_sign_due *)item)->corner, corners[2]);
}

#define WAITS WORDS("Tarieven buiten de band wachten op een handtekening.")

const struct journal_rule tariff_sign_due_rules[TARIFF_SIGN_DUE_RULES_COUNT] = {
	{ "tariff-sign-policy", "corner", WAITS, "", is_not_of_policy },
	{ "tariff-sign-practice", "corner", WAITS, "", is_not_of_practice },
	{ "tariff-sign-contract", "corner", WAITS, "", is_not_of_contract },
};

enum status tariff_ask_signatures(struct journal *journal, const struct journal_fact *cause, size_t place,
                                  void *item, bool *ret_follows, struct fault *fault)
{
	const struct tariffs_proposed *proposed = cause->item;

	(void)journal;
	(void)fault;
	*ret_follows = proposed->needs_signatures && place < TARIFF_SIGNATURES;
	if (*ret_follows)
		*(struct tariff_sign_due *)item =
			(struct tariff_sign_due){ .proposal = cause->fact, .corner = corners[place] };
	return OK;
}

static enum status prepare_due(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct tariff_sign_due *due = fact->item;

	(void)findings;
	(void)fault;
	due->due = tariff_due_of(due->proposal, due->corner);
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

const struct journal_kind tariff_sign_due_kind = {
	.name = "tariff_sign_due",
	.title = WORDS("Handtekening voor tarieven vragen"),
	.done = WORDS("Handtekening voor tarieven gevraagd"),
	.sort = KIND_NOTICE,
	.corner = CORNER_COMMON,
	.permission = MAY_WRITE_LETTERS,
	.record = &tariff_sign_due_record,
	.prepare = prepare_due,
	.rules = tariff_sign_due_rules,
	.rules_count = TARIFF_SIGN_DUE_RULES_COUNT,
};
