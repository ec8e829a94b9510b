/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tariff/tariff_sight.h"

#include "common/scheme/scheme_check.h"

bool tariff_is_provider(const struct http_request *request)
{
	return has_words(web_visitor(request)->session.account.party);
}

bool tariff_may_look(const struct http_request *request, struct http_response *response)
{
	enum corner corner = web_visitor(request)->session.role->corner;

	if (corner == CORNER_CONTRACT || corner == CORNER_POLICY || tariff_is_provider(request))
		return true;
	web_problem(request, response, 403);
	return false;
}

struct tariff_place tariff_place_seen(const struct http_request *request, size_t place, bool *ret_is_shown)
{
	const struct visitor *visitor = web_visitor(request);
	const char *asked = pairs_get(&request->query, "agreement");
	struct tariff_place found = tariff_place_nth(&visitor->journal, place);

	*ret_is_shown = found.entry != NULL && (!has_words(asked) || check_is(found.name, asked)) &&
	                (!tariff_is_provider(request) ||
	                 tariff_is_of_party(&visitor->journal, &found, visitor->session.account.party,
	                                    web_on(request)));
	return found;
}
