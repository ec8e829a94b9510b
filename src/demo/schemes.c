/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/schemes.h"

#include "common/scheme/scheme_check.h"

static enum status read_scheme(const char *name, struct arena *arena, struct demo_scheme *ret_scheme,
                               struct fault *fault)
{
	struct findings findings = findings_new(arena, "en");
	const struct embedded_file *file = embedded_find(arena_print(arena, "schemes/%s.yaml", name));

	if (file == NULL)
		return fault_set(fault, FAILED, "the scheme %s is not in this program", name);
	ret_scheme->file = file;
	if (scheme_read((const char *)file->bytes, file->size, &ret_scheme->scheme, &findings) != OK)
		return fault_set(fault, FAILED, "%s:%d:%d: %s", file->name, findings.items[0].line,
		                 findings.items[0].column, findings.items[0].words);
	ret_scheme->lanes = scheme_lanes(&ret_scheme->scheme, arena);
	return OK;
}

enum status schemes_read(const struct texts *names, struct arena *arena, struct demo_schemes *ret_schemes,
                         struct fault *fault)
{
	enum status status = OK;

	*ret_schemes =
		(struct demo_schemes){ ARENA_MANY(arena, names->count, struct demo_scheme), names->count };
	for (size_t i = 0; status == OK && i < names->count; i++)
		status = read_scheme(names->items[i], arena, &ret_schemes->items[i], fault);
	return status;
}

static const struct demo_scheme *with_product(const struct demo_schemes *schemes, const char *product)
{
	for (size_t i = 0; i < schemes->count; i++)
		if (scheme_product(&schemes->items[i].scheme, product) != NULL)
			return &schemes->items[i];
	return NULL;
}

const struct scheme *schemes_with_product(const struct demo_schemes *schemes, const char *product)
{
	const struct demo_scheme *found = with_product(schemes, product);

	return found == NULL ? NULL : &found->scheme;
}

bool schemes_have_postcode(const struct demo_schemes *schemes, const char *postcode)
{
	for (size_t i = 0; i < schemes->count; i++) {
		const struct records *authorities = &schemes->items[i].scheme.authorities;
		const struct scheme_authority *authority = authorities->items;

		for (size_t j = 0; j < authorities->count; j++)
			if (check_texts_have(&authority[j].postcodes, postcode))
				return true;
	}
	return false;
}

bool schemes_offer(const struct demo_schemes *schemes, const struct schemes_asked *asked)
{
	const struct demo_scheme *found = with_product(schemes, asked->product);

	if (found == NULL || (asked->expertise != NULL &&
	                      lane_names_find(&found->lanes.expertise, asked->expertise) == LANE_NONE))
		return false;
	return scheme_offers(&found->scheme, &found->lanes, asked->product, asked->postcode, asked->on);
}

const struct scheme_party *schemes_party(const struct demo_schemes *schemes, const char *name)
{
	const struct scheme_party *party = NULL;

	for (size_t i = 0; party == NULL && i < schemes->count; i++)
		party = scheme_party(&schemes->items[i].scheme, name);
	return party;
}
