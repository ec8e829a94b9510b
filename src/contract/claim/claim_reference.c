/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/claim_reference.h"

#include "contract/claim/claim.h"

void claim_reference(struct text *out)
{
	text_add(out, "\n## Rules for a line of a claim\n\n| rule | code | messages | words "
	              "|\n|---|---|---|---|\n");
	for (size_t i = 0; i < CLAIM_RULES_COUNT; i++)
		text_print(out, "| %s | %s | WMO323 | %s |\n", claim_rules[i].code,
		           claim_rules[i].return_code, claim_rules[i].words);
}
