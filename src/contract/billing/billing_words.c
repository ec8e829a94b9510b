/* SPDX-License-Identifier: EUPL-1.2 */
/* Volumes as the pages of claims say them. */
#include "contract/billing/billing_pages.h"
#include "contract/claim/volume.h"
#include "platform/base/words.h"

const char *volume_words(const struct http_request *request, int64_t volume, int64_t unit)
{
	static const struct {
		enum claim_unit unit;
		const char *one, *many;
	} units[] = {
		{ CLAIM_MINUTE, WORDS("minuut"), WORDS("minuten") },
		{ CLAIM_HOUR, WORDS("uur"), WORDS("uur") },
		{ CLAIM_DAY_AND_NIGHT, WORDS("etmaal"), WORDS("etmalen") },
		{ CLAIM_DAYPART, WORDS("dagdeel"), WORDS("dagdelen") },
		{ CLAIM_EURO, WORDS("cent"), WORDS("cent") },
	};
	const char *one = WORDS("keer"), *many = WORDS("keer");

	for (size_t i = 0; i < COUNT(units); i++)
		if ((int64_t)units[i].unit == unit) {
			one = units[i].one;
			many = units[i].many;
		}
	return arena_print(request->arena, "%lld %s", (long long)volume,
	                   web_words(request, volume == 1 ? one : many));
}

bool own_claims_may_look(const struct http_request *request, struct http_response *response)
{
	if (has_words(web_visitor(request)->session.account.party))
		return true;
	web_problem(request, response, 403);
	return false;
}
