/* SPDX-License-Identifier: EUPL-1.2 */
/* A file of people as anybody may bring it: what has no finding is divided, and the parts are the whole. */
#include <assert.h>

#include "contract/funding/budget.h"

#define ARENA_BYTES ((size_t)512 * 1024 * 1024)
#define TOTAL INT64_C(1000000007) /* cents; divides by nothing */

static struct scheme_authority authorities[] = { { .name = "s", .label = "S", .share_percent = 100 } };
static struct scheme_area areas[] = {
	{ .name = "n", .label = "N", .authority = "s", .from = { 1 } },
	{ .name = "z", .label = "Z", .authority = "s", .from = { 1 } },
};
static struct scheme_band bands[] = {
	{ .name = "j", .label = "J", .weight_percent = 100 },
	{ .name = "o", .label = "O", .weight_percent = 1250 },
};
static struct scheme_share shares[] = {
	{ .party = "a", .area = "n", .percent = 67 },
	{ .party = "b", .area = "n", .percent = 33 },
	{ .party = "b", .area = "z", .percent = 100 },
};
static struct scheme_agreement agreements[] = { { .name = "h", .label = "H", .from = { 1 } } };
static struct scheme_funding fundings[] = {
	{ .agreement = "h", .form = "population_budget", .key = "population", .damping_percent = 10 },
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct findings findings = findings_new(arena, "nl");
	struct budget_before before[] = { { "a", { TOTAL / 3 } }, { "b", { TOTAL / 2 } } };
	const struct scheme scheme = { .authorities = { authorities, COUNT(authorities) },
		                       .areas = { areas, COUNT(areas) },
		                       .agreements = { agreements, COUNT(agreements) },
		                       .funding = { fundings, COUNT(fundings) },
		                       .population_bands = { bands, COUNT(bands) },
		                       .budget_shares = { shares, COUNT(shares) } };
	struct population population =
		population_read((const char *)data, size, &scheme, date_of(2024, 1, 1), &findings);
	struct budget_question question = { .scheme = &scheme,
		                            .year = 2024,
		                            .total = TOTAL,
		                            .brought = &population,
		                            .before = { before, size % 2 == 0 ? COUNT(before) : 0 } };
	struct budget budget = { 0 };
	int64_t sum = 0;

	assert((population.rows.count == 0) == (findings.count > 0));
	if (findings.count > 0 || budget_run(&question, &findings, &budget) != OK)
		return 0;
	for (size_t i = 0; i < budget.parts_count; i++) {
		assert(budget.parts[i].cents >= 0 && budget.parts[i].because.count > 0);
		sum += budget.parts[i].cents;
	}
	assert(budget.parts_count == COUNT(shares) && sum == TOTAL);
	return 0;
}
