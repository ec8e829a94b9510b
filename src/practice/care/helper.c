/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/helper.h"

#include <string.h>

#include "care_sql.h"
#include "common/access/access.h"
#include "platform/base/words.h"
#include "practice/assignment/delivery.h"

#define DAYS_AHEAD 92

static const struct field helper_fields[] = {
	FIELD(struct helper_named, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct helper_named, assignment, .label = WORDS("Toewijzing"), .required = true),
	FIELD(struct helper_named, helper, .label = WORDS("Wie komt er?"), .required = true),
	FIELD(struct helper_named, from, .label = WORDS("Vanaf"), .required = true),
};
static const struct record helper_record = RECORD(struct helper_named, "helper_named", helper_fields);

/* The party of the visitor delivers the assignment on the day. */
static enum status find_delivery(struct journal *journal, const struct helper_named *named, bool *ret_is_own,
                                 struct fault *fault)
{
	struct records deliveries = { 0 };
	const struct delivery *delivery;
	enum status status = deliveries_of(journal, named->person, &deliveries, fault);

	*ret_is_own = false;
	if (status)
		return status == NOT_FOUND ? OK : status;
	delivery = delivery_on(&deliveries, named->assignment, named->from);
	*ret_is_own = delivery != NULL && strcmp(delivery->deliverer, or_empty(journal->party)) == 0;
	return OK;
}

static enum status prepare_helper(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct helper_named *named = fact->item;
	struct helper_situation *situation = &named->situation;
	const struct access_role *role;
	struct access_account account;
	enum status status = find_delivery(journal, named, &situation->is_own, fault);

	(void)findings;
	fact->valid_on = named->from;
	situation->today = clock_today(journal->clock);
	if (status == OK)
		status = access_account(journal->db, journal->register_id, or_empty(named->helper),
		                        journal->arena, &account, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	role = access_role_named(account.role);
	situation->is_helper = role != NULL && access_may(role, MAY_VISIT) &&
	                       strcmp(account.party, or_empty(journal->party)) == 0;
	return OK;
}

static bool is_own_client(const void *item)
{
	return ((const struct helper_named *)item)->situation.is_own;
}

static bool is_own_helper(const void *item)
{
	return ((const struct helper_named *)item)->situation.is_helper;
}

static bool is_soon(const void *item)
{
	const struct helper_named *named = item;

	return named->from.day - named->situation.today.day <= DAYS_AHEAD;
}

const struct journal_rule helper_rules[HELPER_RULES_COUNT] = {
	{ "helper-client", "assignment", WORDS("Op deze dag levert u deze ondersteuning niet."),
	  "Wmo 2015, art. 5.2.1 lid 2", is_own_client },
	{ "helper-account", "helper", WORDS("Kies een hulp van uw eigen organisatie."), "", is_own_helper },
	{ "helper-soon", "from", WORDS("Leg dit hooguit drie maanden tevoren vast."), "", is_soon },
};

static enum status apply_helper(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct helper_named *named = fact->item;
	const struct value values[] = { value_number(register_id), value_number(named->person),
		                        value_number(named->assignment), value_date(named->from),
		                        value_text(named->helper) };
	enum status status = db_run(db, &sql_care_drop_helpers, values, 4, fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_care_end_helper, values, 4, fault);
	return status == OK ? db_run(db, &sql_care_add_helper, values, COUNT(values), fault) : status;
}

const struct journal_kind helper_named_kind = {
	.name = "helper_named",
	.title = WORDS("Wie komt er?"),
	.done = WORDS("Vastgelegd wie er komt"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DELIVER,
	.record = &helper_record,
	.prepare = prepare_helper,
	.rules = helper_rules,
	.rules_count = HELPER_RULES_COUNT,
	.apply = apply_helper,
	.page = "/deliveries",
};
