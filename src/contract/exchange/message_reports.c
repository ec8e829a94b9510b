/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_reports.h"

#include <string.h>

static int compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_texts(const char *a, const char *b)
{
	return strcmp(or_empty(a), or_empty(b));
}

static int compare_keys(const struct message_start *left, const struct message_start *right)
{
	int order = compare_numbers(left->number, right->number);

	if (order == 0)
		order = compare_texts(left->product.category, right->product.category);
	if (order == 0)
		order = compare_texts(left->product.code, right->product.code);
	return order == 0 ? compare_numbers(left->begins_on.day, right->begins_on.day) : order;
}

static int compare_starts(const void *a, const void *b)
{
	const struct message_start *const *left = a, *const *right = b;

	return compare_keys(*left, *right);
}

static int compare_stops(const void *a, const void *b)
{
	const struct message_stop *const *left = a, *const *right = b;
	int order = compare_keys(&(*left)->of, &(*right)->of);

	if (order == 0)
		order = compare_texts((*left)->reason, (*right)->reason);
	return order == 0 ? compare_numbers((*left)->ends_on.day, (*right)->ends_on.day) : order;
}

/* TR101: the key of a start is order number, product and begin. */
bool message_starts_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->starts, sizeof(struct message_start), compare_starts,
	                             in->arena);
}

/* TR101: the key of a stop is that of its start, with its reason and its end. */
bool message_stops_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->stops, sizeof(struct message_stop), compare_stops, in->arena);
}

static bool is_new_or_deleted(const char *state)
{
	return compare_texts(state, "1") == 0 || compare_texts(state, "3") == 0;
}

/* CS058 */
bool message_start_is_new_or_deleted(const void *part, const struct message_context *in)
{
	(void)in;
	return is_new_or_deleted(((const struct message_start *)part)->state);
}

/* CS058 */
bool message_stop_is_new_or_deleted(const void *part, const struct message_context *in)
{
	(void)in;
	return is_new_or_deleted(((const struct message_stop *)part)->of.state);
}

/* TR134 */
bool message_start_has_happened(const void *part, const struct message_context *in)
{
	const struct message_start *start = part;

	return !date_before(in->header->identity.dated, start->begins_on);
}

/* TR134 */
bool message_stop_has_happened(const void *part, const struct message_context *in)
{
	const struct message_stop *stop = part;

	return !date_before(in->header->identity.dated, stop->ends_on);
}

/* TR018 */
bool message_stop_ends_after_begin(const void *part, const struct message_context *in)
{
	const struct message_stop *stop = part;

	(void)in;
	return !date_before(stop->ends_on, stop->of.begins_on);
}
