/* SPDX-License-Identifier: EUPL-1.2 */
/* Who may see which tariffs: contract and policy all, a provider those of its own agreements, practice none.
 */
#ifndef CONTRACT_TARIFF_TARIFF_SIGHT_H
#define CONTRACT_TARIFF_TARIFF_SIGHT_H

#include "common/access/web.h"
#include "contract/tariff/tariff_store.h"

/* Whether the visitor may see tariffs at all; else it has answered. */
bool tariff_may_look(const struct http_request *request, struct http_response *response);
/* Whether they are of a provider, who sees its own. */
bool tariff_is_provider(const struct http_request *request);
/*
 * The arrangement at that place that the visitor may see on the day shown, and asked for with ?agreement= if
 * at all; ret_is_shown false: not this one. Entry NULL after the last.
 */
struct tariff_place tariff_place_seen(const struct http_request *request, size_t place, bool *ret_is_shown);

#endif
