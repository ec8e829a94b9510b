/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_visitor.h"

#include <stdlib.h>

#include "platform/base/words.h"

struct visitor *web_visitor(const struct http_request *request)
{
	return request->visitor;
}

const char *web_words(const struct http_request *request, const char *dutch)
{
	return words_in(web_visitor(request)->language, dutch);
}

/* What is only looked at. */
#define MAY_LOOK                                                                                             \
	(MAY_SEE_CLIENTS | MAY_SEE_ORDERS | MAY_LOG_IN | MAY_DELIVER | MAY_RUN_COMBINATION |                 \
	 MAY_SEE_FIGURES | MAY_VISIT)

bool web_may(const struct http_request *request, enum permission permission)
{
	const struct visitor *visitor = web_visitor(request);

	if (!visitor->is_known || !access_may(visitor->session.role, permission))
		return false;
	return ((unsigned)permission & MAY_LOOK) != 0 || web_is_present(request);
}

bool web_may_bring(const struct http_request *request, const struct journal_kind *kind)
{
	const struct visitor *visitor = web_visitor(request);

	return visitor->is_known && access_may(visitor->session.role, kind->permission) &&
	       web_is_present(request);
}

const char *web_organisation(const struct http_request *request, const char *party)
{
	const struct visitor *visitor = web_visitor(request);

	return has_words(party) ? visitor->web->organisation(&visitor->journal, party)
	                        : visitor->register_name;
}

const char *web_role_words(const struct http_request *request, const char *role)
{
	const struct access_role *known = access_role_named(or_empty(role));

	return known == NULL ? "" : web_words(request, known->label);
}

int64_t web_number(const struct pairs *pairs, const char *name)
{
	const char *value = pairs_get(pairs, name);
	char *end;
	long long number;

	if (value == NULL || value[0] < '0' || value[0] > '9')
		return 0;
	number = strtoll(value, &end, 10);
	return *end == '\0' ? number : 0;
}

struct date web_on(const struct http_request *request)
{
	return web_visitor(request)->on;
}

bool web_is_today(const struct http_request *request)
{
	return !web_visitor(request)->is_other_day;
}

bool web_is_snapshot(const struct http_request *request)
{
	const struct visitor *visitor = web_visitor(request);

	return visitor->snapshot_until.seconds != 0 ||
	       (visitor->is_known && visitor->session.snapshot[0] != '\0');
}

bool web_is_present(const struct http_request *request)
{
	return web_is_today(request) && !web_is_snapshot(request);
}

struct date web_other_day(const struct http_request *request)
{
	return web_is_today(request) ? (struct date){ 0 } : web_on(request);
}

struct moment web_day_end(const struct http_request *request)
{
	struct moment until = web_visitor(request)->snapshot_until;

	if (!web_is_today(request))
		return clock_moment_on(web_on(request), DAY_SECONDS);
	return until.seconds == 0 ? until : (struct moment){ until.seconds + 1 };
}

bool web_sees_file(const struct http_request *request, int64_t person)
{
	const struct sight *sight = &web_visitor(request)->sight;

	return sight->person == person && sight->ground != NULL;
}
