/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/route.h"

#include <string.h>

static const struct scheme_partner *partner_of(const struct scheme *scheme, const char *name)
{
	const struct scheme_partner *partners = scheme->partners.items;

	for (size_t i = 0; i < scheme->partners.count; i++)
		if (strcmp(partners[i].name, name) == 0)
			return &partners[i];
	return NULL;
}

struct scheme_route scheme_route_of(const struct scheme *scheme, const struct scheme_scope *scope)
{
	const struct scheme_party *party = scheme_party(scheme, scope->to);
	const struct scheme_partner *partner = partner_of(scheme, scope->to);

	return (struct scheme_route){
		.scheme = scheme->label,
		.theme = scope->theme,
		.label = scope->label,
		.to = scope->to,
		.to_label = party != NULL     ? party->label
		            : partner != NULL ? partner->label
		                              : scope->to,
		.from = scope->from,
		.is_ours = party != NULL,
	};
}

bool scheme_route_on(const struct scheme_book *book, int64_t register_id, const char *theme, struct date on,
                     struct scheme_route *ret_route)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(book, register_id, i)) != NULL; i++) {
		const struct scheme_scope *scope = scheme_scope_on(&entry->scheme, theme, on);

		if (scope == NULL)
			continue;
		*ret_route = scheme_route_of(&entry->scheme, scope);
		return true;
	}
	return false;
}

bool scheme_route_knows(const struct scheme_book *book, int64_t register_id, const char *theme)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(book, register_id, i)) != NULL; i++)
		for (size_t j = 0; j < entry->scheme.scope.count; j++)
			if (strcmp(SCHEME_ITEMS(scheme_scope, entry->scheme.scope)[j].theme, theme) == 0)
				return true;
	return false;
}
