/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/tariffs.h"

#include <string.h>

#include "contract/tariff/tariff.h"

#define CLOSING (17 * 3600)

static enum status bring(struct filling *filling, const struct journal_kind *kind, void *item,
                         int64_t *ret_fact, struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	enum status status = journal_append(&filling->journal, kind, item, &findings, ret_fact, fault);

	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's %s was refused: %s",
	                                      kind->name, findings.items[0].code)
	                          : status;
}

/* Of their own: what the door fills in lasts no longer than the fact. */
static struct records copy_lines(const struct records *lines, struct arena *arena)
{
	struct records copy = records_new(&tariff_line_record, lines->count, arena);

	memcpy(copy.items, lines->items, lines->count * sizeof(struct tariff_line));
	return copy;
}

static enum status bring_table(struct filling *filling, const struct demo_tariffs *tariffs,
                               struct fault *fault)
{
	struct tariffs_proposed proposed = { .agreement = tariffs->agreement,
		                             .from = tariffs->from,
		                             .lines = copy_lines(&tariffs->lines, filling->arena),
		                             .source = tariffs->source,
		                             .is_placeholder = true,
		                             .reason = tariffs->reason };
	struct tariffs_set set = { 0 };
	struct tariff_signed signature = { .reason = "Wij zien waarom, en willen het zo." };
	int64_t fact;
	enum status status = bring(filling, &tariffs_proposed_kind, &proposed, &set.proposal, fault);

	signature.proposal = set.proposal;
	if (status != OK)
		return status;
	if (tariffs->waits)
		return bring(filling, &tariff_signed_kind, &signature, &fact, fault);
	return bring(filling, &tariffs_set_kind, &set, &fact, fault);
}

enum status tariffs_for_demo(struct filling *filling, struct fault *fault)
{
	const struct demo_tariffs *tariffs = filling->ground.of->tariffs.items;
	const struct demo_account *manager = settings_account(filling->ground.of, "contract_manager");
	enum status status = OK;

	if (filling->ground.of->tariffs.count == 0 || manager == NULL)
		return OK;
	status = db_begin(filling->journal.db, fault);
	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	filling->journal.account = manager->account;
	for (size_t i = 0; status == OK && i < filling->ground.of->tariffs.count; i++)
		status = bring_table(filling, &tariffs[i], fault);
	arena_clear(filling->arena);
	return db_end(filling->journal.db, status, fault);
}
