/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules of level 2 for starts and stops. */
#include "contract/exchange/message_holds.h"

#include <string.h>

#include "platform/base/words.h"

static int compare_keys(const struct message_start *left, const struct message_start *right)
{
	int order = message_compare_numbers(left->number, right->number);

	if (order == 0)
		order = message_compare_products(&left->product, &right->product);
	return order == 0 ? message_compare_numbers(left->begins_on.day, right->begins_on.day) : order;
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
		order = message_compare_texts((*left)->reason, (*right)->reason);
	return order == 0 ? message_compare_numbers((*left)->ends_on.day, (*right)->ends_on.day) : order;
}

/* TR101: the key of a start is order number, product and begin. */
static bool starts_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->starts, sizeof(struct message_start), compare_starts,
	                             in->arena);
}

/* TR101: the key of a stop is that of its start, with its reason and its end. */
static bool stops_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->stops, sizeof(struct message_stop), compare_stops, in->arena);
}

static bool is_new_or_deleted(const char *state)
{
	return message_compare_texts(state, "1") == 0 || message_compare_texts(state, "3") == 0;
}

/* CS058 */
static bool start_is_new_or_deleted(const void *part, const struct message_context *in)
{
	(void)in;
	return is_new_or_deleted(((const struct message_start *)part)->state);
}

/* CS058 */
static bool stop_is_new_or_deleted(const void *part, const struct message_context *in)
{
	(void)in;
	return is_new_or_deleted(((const struct message_stop *)part)->of.state);
}

/* TR134 */
static bool start_has_happened(const void *part, const struct message_context *in)
{
	const struct message_start *start = part;

	return !date_before(in->header->identity.dated, start->begins_on);
}

/* TR134 */
static bool stop_has_happened(const void *part, const struct message_context *in)
{
	const struct message_stop *stop = part;

	return !date_before(in->header->identity.dated, stop->ends_on);
}

/* TR018 */
static bool stop_ends_after_begin(const void *part, const struct message_context *in)
{
	const struct message_stop *stop = part;

	(void)in;
	return !date_before(stop->ends_on, stop->of.begins_on);
}

static const struct message_rule rules[] = {
	MESSAGE_RULE("TR101", "WMO305", "client", "StartProducten", starts_differ,
	             WORDS("Geef elke start maar één keer.")),
	MESSAGE_RULE("CS058", NULL, "start", "StatusAanlevering", start_is_new_or_deleted,
	             WORDS("Een start is een eerste aanlevering (1) of een verwijdering (3).")),
	MESSAGE_RULE("TR134", NULL, "start", "Begindatum", start_has_happened,
	             WORDS("De begindatum ligt na de dagtekening.")),
	MESSAGE_RULE("TR101", "WMO307", "client", "StopProducten", stops_differ,
	             WORDS("Geef elke stop maar één keer.")),
	MESSAGE_RULE("CS058", NULL, "stop", "StatusAanlevering", stop_is_new_or_deleted,
	             WORDS("Een stop is een eerste aanlevering (1) of een verwijdering (3).")),
	MESSAGE_RULE("TR134", NULL, "stop", "Einddatum", stop_has_happened,
	             WORDS("De einddatum ligt na de dagtekening.")),
	MESSAGE_RULE("TR018", NULL, "stop", "Einddatum", stop_ends_after_begin,
	             WORDS("De einddatum ligt voor de begindatum.")),
};
const struct message_rules message_report_rules = { rules, COUNT(rules) };
