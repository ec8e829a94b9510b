/* SPDX-License-Identifier: EUPL-1.2 */
/* The WMO305: the rules of levels 3 and 4 that concern it, and the starts that it brings. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

/* A start with the order that it names. */
struct reported {
	const struct message_start *start;
	struct order_line order;
	bool is_known; /* an order that left, about this client, to this provider */
	const struct scheme *scheme;
};

static bool is_deletion(const struct message_start *start)
{
	return strcmp(start->state, "3") == 0;
}

static bool is_running(const struct reported *reported)
{
	return strcmp(reported->order.state, "started") == 0;
}

/* The key of a start is its order's number and its begin; the product follows from the order. */
static bool is_same_start(const struct reported *reported)
{
	return is_running(reported) && reported->order.started_on.day == reported->start->begins_on.day;
}

/* TR019. Whose order it is, is not told: an order of somebody else is as unknown as one that is not there. */
static bool has_order(const struct reported *reported)
{
	return reported->is_known;
}

/* TR381. The agreed list is the scheme's; a start may leave the product out. */
static bool product_is_agreed(const struct reported *reported)
{
	const struct message_product *product = &reported->start->product;
	const struct scheme_product *agreed = reported->scheme->products.items;

	if (product->category == NULL)
		return true;
	for (size_t i = 0; i < reported->scheme->products.count; i++)
		if (strcmp(agreed[i].category, product->category) == 0 &&
		    (product->code == NULL || strcmp(agreed[i].code, product->code) == 0))
			return true;
	return false;
}

/* TR063 */
static bool deletes_what_was_reported(const struct reported *reported)
{
	return !is_deletion(reported->start) || is_same_start(reported);
}

/* TR074 */
static bool is_not_yet_reported(const struct reported *reported)
{
	return is_deletion(reported->start) || !is_same_start(reported);
}

/* TR326 */
static bool has_no_current_start(const struct reported *reported)
{
	return is_deletion(reported->start) || !is_running(reported);
}

/* The first that does not hold is the one that counts. */
static const struct {
	const char *rule;
	bool (*holds)(const struct reported *reported);
} start_rules[] = {
	{ "TR019", has_order },
	{ "TR381", product_is_agreed },
	{ "TR063", deletes_what_was_reported },
	{ "TR074", is_not_yet_reported },
	{ "TR326", has_no_current_start },
};

/* The rule's return code, and the finding "9019 (TR019)" with the code's own words. */
static void refuse(struct received *received, const char *rule, struct texts *return_codes, const char *field,
                   enum verdict *ret_verdict)
{
	struct arena *arena = received->round->arena;
	const char *return_code = message_cross_rule(rule)->return_code;

	*ret_verdict = VERDICT_REFUSED;
	message_refuse(return_codes, return_code, arena);
	(void)findings_add(&received->findings, arena_print(arena, "%s (%s)", return_code, rule), field, "%s",
	                   words_in("nl", choice_label(message_return_codes, return_code)));
}

/* The whole message is refused for a reason that the standard has no code of its own for. */
static void refuse_whole(struct received *received, enum verdict *ret_verdict)
{
	*ret_verdict = VERDICT_REFUSED;
	message_refuse(&received->reading.item->header.return_codes, MESSAGE_REFUSED, received->round->arena);
}

/* Looks up the order; what it finds lives in the journal's arena. */
static enum status look_up(struct received *received, const struct message_start *start,
                           struct reported *ret_reported, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	const struct message_item *item = received->reading.item;
	const struct scheme_entry *entry;
	struct order_address address;
	enum status status =
		start->has_number ? order_of(journal, start->number, &ret_reported->order, fault) : NOT_FOUND;

	ret_reported->start = start;
	ret_reported->is_known = false;
	if (status == OK)
		status = order_address(journal, &ret_reported->order, &address, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	entry = scheme_book_with_product(journal->schemes, journal->register_id, ret_reported->order.product);
	if (entry == NULL || address.provider == NULL)
		return OK;
	ret_reported->scheme = &entry->scheme;
	ret_reported->is_known = strcmp(ret_reported->order.state, "placed") != 0 &&
	                         strcmp(address.bsn, item->client.bsn) == 0 &&
	                         strcmp(address.provider, item->header.sender) == 0;
	return OK;
}

static const char *broken_rule(const struct reported *reported)
{
	for (size_t i = 0; i < COUNT(start_rules); i++)
		if (!start_rules[i].holds(reported))
			return start_rules[i].rule;
	return NULL;
}

static enum status append_start(struct received *received, const struct reported *reported,
                                enum verdict *ret_verdict, struct fault *fault)
{
	const struct message_header *header = &received->reading.item->header;
	struct start_reported fact = {
		.person = reported->order.person,
		.assignment = reported->order.assignment,
		.started_on = reported->start->begins_on,
		.message = header->identity.identification,
		.sender = header->sender,
		.content_mark = received->content_mark,
	};
	size_t before = received->findings.count;
	enum status status = received_append(received, &start_reported_kind, &fact, ret_verdict, fault);

	if (received->findings.count > before)
		refuse_whole(received, ret_verdict);
	return status;
}

static enum status store_start(struct received *received, struct message_start *start, const char *field,
                               enum verdict *ret_verdict, struct fault *fault)
{
	struct reported reported;
	const char *rule;
	enum status status;

	arena_clear(received->round->journal.arena);
	status = look_up(received, start, &reported, fault);
	if (status)
		return status;
	rule = broken_rule(&reported);
	if (rule != NULL) {
		refuse(received, rule, &start->return_codes, field, ret_verdict);
		return OK;
	}
	if (!is_deletion(start))
		return append_start(received, &reported, ret_verdict, fault);
	(void)findings_add(&received->findings, MESSAGE_REFUSED, field,
	                   WORDS("Een start intrekken kan hier nog niet met een bericht. Bel de gemeente."));
	refuse_whole(received, ret_verdict);
	return OK;
}

static enum status store_all(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct records *starts = &received->reading.item->client.starts;
	struct message_start *start = starts->items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < starts->count; i++) {
		const char *field =
			arena_print(received->round->arena, "Client/StartProducten/StartProduct[%zu]", i + 1);

		status = store_start(received, &start[i], field, ret_verdict, fault);
	}
	return status;
}

enum status store_starts(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct message_header *header = &received->reading.item->header;
	const struct message_key key = { header->sender, "WMO305", header->identity.identification };
	enum status status = received_route(
		received,
		(struct message_route){ .municipality = header->receiver, .provider = header->sender },
		ret_verdict, fault);

	if (status != OK || *ret_verdict != VERDICT_NEW) {
		received->has_answer = false; /* nobody whom we know to answer to */
		return status;
	}
	if (received->reading.level == MESSAGE_LEVEL_CONTENT) {
		refuse_whole(received, ret_verdict);
		return OK;
	}
	status = received_before(received, key, ret_verdict, fault);
	if (status != OK || *ret_verdict == VERDICT_REPEATED)
		return status;
	if (*ret_verdict == VERDICT_REFUSED)
		refuse(received, "TR056", &header->return_codes, "Header/BerichtIdentificatie/Identificatie",
		       ret_verdict);
	else if (date_before(clock_today(received->round->journal.clock), header->identity.dated))
		refuse(received, "TR135", &header->return_codes, "Header/BerichtIdentificatie/Dagtekening",
		       ret_verdict);
	return *ret_verdict == VERDICT_NEW ? store_all(received, ret_verdict, fault) : OK;
}
