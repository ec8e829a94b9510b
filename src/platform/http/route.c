/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Rows are sorted so that the first that fits is the right one, and then simply tried: a row of another
 * length or another first part costs some nanoseconds, so a few hundred rows are nothing beside one query.
 */
#include "platform/http/route.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PARTS 12

struct row {
	const struct http_route *route;
	const char *parts[MAX_PARTS]; /* a place begins with "{"; its name follows */
	size_t count;
};

struct routes {
	struct row *rows;
	size_t count;
};

/* Splits a path after its first slash; false when it has too many parts. "/" has none. */
static bool split(const char *path, struct arena *arena, const char **parts, size_t *ret_count)
{
	size_t count = 0;

	assert(path[0] == '/');
	if (path[1] == '\0') {
		*ret_count = 0;
		return true;
	}
	while (*path == '/') {
		size_t length = strcspn(path + 1, "/");

		if (count == MAX_PARTS)
			return false;
		parts[count++] = arena_copy_part(arena, path + 1, length);
		path += length + 1;
	}
	*ret_count = count;
	return true;
}

static bool is_place(const char *part)
{
	return part[0] == '{';
}

/* Literal parts go before places, from left to right; shorter paths before longer ones. */
static int compare_rows(const void *left, const void *right)
{
	const struct row *a = left, *b = right;

	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (size_t i = 0; i < a->count; i++) {
		int order = is_place(a->parts[i]) - is_place(b->parts[i]);

		if (order == 0 && !is_place(a->parts[i]))
			order = strcmp(a->parts[i], b->parts[i]);
		if (order != 0)
			return order;
	}
	return (int)a->route->method - (int)b->route->method;
}

/* "{name}" becomes "{name": the brace that is left marks it as a place. */
static const char *place_of(const char *part, struct arena *arena)
{
	size_t length = strlen(part);

	assert(length > 2 && part[length - 1] == '}');
	return arena_copy_part(arena, part, length - 1);
}

struct routes *routes_new(const struct http_route *rows, size_t count, struct arena *arena)
{
	struct routes *routes = ARENA_NEW(arena, struct routes);

	*routes = (struct routes){ .rows = ARENA_MANY(arena, count, struct row), .count = count };
	for (size_t i = 0; i < count; i++) {
		struct row *row = &routes->rows[i];
		bool fits = split(rows[i].path, arena, row->parts, &row->count);

		assert(fits && rows[i].handle != NULL);
		row->route = &rows[i];
		for (size_t n = 0; n < row->count; n++)
			if (is_place(row->parts[n]))
				row->parts[n] = place_of(row->parts[n], arena);
	}
	qsort(routes->rows, count, sizeof(struct row), compare_rows);
	for (size_t i = 1; i < count; i++)
		assert(compare_rows(&routes->rows[i - 1], &routes->rows[i]) != 0);
	return routes;
}

static bool fits(const struct row *row, const char *const *parts, size_t count)
{
	if (row->count != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (is_place(row->parts[i]) ? parts[i][0] == '\0' : strcmp(row->parts[i], parts[i]) != 0)
			return false;
	return true;
}

/* Decodes a part as a value of a form is decoded, but for the plus sign: in a path it stands for itself. */
static const char *decode(const char *part, struct arena *arena)
{
	struct text text = text_new(strlen(part) * 3 + 1);
	struct pairs pairs;
	bool is_right;

	if (strchr(part, '%') == NULL)
		return part;
	text_add_char(&text, '=');
	for (; *part != '\0'; part++)
		if (*part == '+' || *part == '&')
			text_print(&text, "%%%02X", *part);
		else
			text_add_char(&text, *part);
	is_right = pairs_decode(text_words(&text), text.length, arena, &pairs);
	text_done(&text);
	return is_right ? pairs.items[0].value : NULL;
}

static struct pairs parts_of(const struct row *row, const char *const *parts, struct arena *arena)
{
	struct pair *items = ARENA_MANY(arena, row->count, struct pair);
	size_t count = 0;

	for (size_t i = 0; i < row->count; i++)
		if (is_place(row->parts[i]))
			items[count++] = (struct pair){ .name = row->parts[i] + 1, .value = parts[i] };
	return (struct pairs){ .items = items, .count = count };
}

struct route_found routes_find(const struct routes *routes, const enum http_method *method, const char *path,
                               struct arena *arena)
{
	static const char *const allow[] = { NULL, "GET, HEAD", "POST", "GET, HEAD, POST" };
	const char *parts[MAX_PARTS];
	unsigned methods = 0;
	size_t count = 0;

	if (!split(path, arena, parts, &count))
		return (struct route_found){ .status = 404 };
	for (size_t i = 0; i < count; i++) {
		parts[i] = decode(parts[i], arena);
		if (parts[i] == NULL)
			return (struct route_found){ .status = 400 };
	}
	for (size_t i = 0; i < routes->count; i++) {
		const struct row *row = &routes->rows[i];

		if (!fits(row, parts, count))
			continue;
		if (method != NULL && row->route->method == *method)
			return (struct route_found){ .status = 200,
				                     .route = row->route,
				                     .parts = parts_of(row, parts, arena) };
		methods |= row->route->method == HTTP_GET ? 1u : 2u;
	}
	return (struct route_found){ .status = methods == 0 ? 404 : 405, .allow = allow[methods] };
}
