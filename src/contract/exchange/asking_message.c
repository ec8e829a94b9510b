/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/asking_message.h"

#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/exchange/asked_rules.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_rule.h"
#include "platform/base/words.h"

#define NO_REFERRER "06" /* COD327 */

static bool is_change(const struct asking_line *asking)
{
	return strcmp(asking->sort, "change") == 0;
}

const char *asking_code(const struct asking_line *asking)
{
	return is_change(asking) ? "WMO317" : "WMO315";
}

/* --- the message --- */

static struct message_care care_of(const struct journal *journal, const struct asking_line *asking)
{
	return (struct message_care){
		.product = compose_product(journal, asking->product),
		.begins_on = asking->from,
		.ends_on = asking->last_day,
		.volume = { asking->amount, scheme_unit_code(asking->unit),
		            scheme_frequency_code(asking->frequency) },
		.has_volume = true,
	};
}

static struct records request_of(const struct journal *journal, const struct asking_line *asking)
{
	struct message_request *request = ARENA_NEW(journal->arena, struct message_request);

	*request = (struct message_request){
		.care = care_of(journal, asking),
		.reference = asking->reference,
		.decision = asking->decision,
		.has_decision = asking->decision != 0,
		.decision_begins_on = asking->decided_on,
		.referrer.type = has_words(asking->referrer) ? asking->referrer : NO_REFERRER,
		.comment = has_words(asking->words) ? asking->words : NULL,
	};
	return (struct records){ .items = request, .count = 1 };
}

/* The orders that stay as they are. */
static struct records kept_of(const struct asking_line *asking, struct arena *arena)
{
	const struct texts numbers = message_codes_in(or_empty(asking->kept), arena);
	struct message_wish *wishes = ARENA_MANY(arena, numbers.count + 1, struct message_wish);

	for (size_t i = 0; i < numbers.count; i++)
		wishes[i].number = strtoll(numbers.items[i], NULL, 10);
	return (struct records){ .items = wishes, .count = numbers.count };
}

static struct message_change change_of(const struct journal *journal, const struct asking_line *asking)
{
	struct message_wish *wish = ARENA_NEW(journal->arena, struct message_wish);
	const struct records one = { .items = wish, .count = 1 };
	struct message_change change = { .reference = asking->reference,
		                         .reason = asking->reason,
		                         .kept = kept_of(asking, journal->arena) };

	*wish = (struct message_wish){ .care = care_of(journal, asking), .number = asking->assignment };
	if (asking->assignment == 0)
		change.added = one;
	else
		change.changed = one;
	return change;
}

struct message_item asking_compose(const struct journal *journal, const struct asking_line *asking,
                                   const struct order_address *address)
{
	const char *code = asking_code(asking);
	const struct message_identity identity = {
		arena_print(journal->arena, "%s%09lld", code + 3, (long long)asking->asking), asking->asked_on
	};
	struct message_item item = { .client = compose_client(address, journal->arena) };

	item.header = message_header_new(message_find(code, identity.dated), address->provider,
	                                 asking->municipality, identity);
	item.client.name.use = NULL; /* a request names nobody by a partner's name */
	if (is_change(asking))
		item.client.change = change_of(journal, asking);
	else
		item.client.requests = request_of(journal, asking);
	return item;
}

/* --- whether it would be taken --- */

/* Where a form has what an element of the message says. */
static const char *field_of(const char *element)
{
	static const struct choice fields[] = {
		{ "Beschikking", "decision" }, { "Omvang", "amount" },   { "Einddatum", "last_day" },
		{ "Ingangsdatum", "from" },    { "Product", "product" }, { NULL, NULL },
	};
	const char *last = strrchr(element, '/');

	for (const struct choice *field = fields; field->code != NULL; field++)
		if (strstr(last == NULL ? element : last, field->code) != NULL)
			return field->label;
	return "person";
}

/* Levels 1 and 2: the message as it would leave. */
static enum status check_inside(const struct journal *journal, const struct message *message,
                                const struct message_item *item, struct findings *findings)
{
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct findings own = findings_new(journal->arena, journal->language);
	enum status status = message_write(message, item, &xml, &own);

	for (size_t i = 0; status == FINDINGS && i < own.count; i++)
		(void)findings_add(findings, own.items[i].code, field_of(own.items[i].field), "%s",
		                   own.items[i].words);
	return status == FINDINGS ? OK : status;
}

static struct asked_wish wish_of(const struct journal *journal, const struct order_line *order)
{
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, order->product);

	return (struct asked_wish){
		.sort = "kept",
		.assignment = order->assignment,
		.product = order->product,
		.amount = order->amount,
		.unit = order->unit,
		.frequency = order->frequency,
		.from = order->valid_from,
		.last_day = date_last_day(order->valid_until),
		.is_aid = product != NULL && strcmp(product->category, "11") >= 0 &&
		          strcmp(product->category, "14") <= 0,
	};
}

/* All that the request speaks of: the orders that run, one of them as it is wished, and what is new. */
static struct records wishes_of(const struct journal *journal, const struct asking_line *asking,
                                const struct records *orders)
{
	const struct order_line *items = orders->items;
	struct asked_wish *wishes = ARENA_MANY(journal->arena, orders->count + 1, struct asked_wish);
	struct records all = { .items = wishes };

	for (size_t i = 0; i < orders->count; i++) {
		struct asked_wish *wish = &wishes[all.count];

		if (!asked_order_is_current(&items[i], asking->asked_on))
			continue;
		*wish = wish_of(journal, &items[i]);
		if (wish->assignment == asking->assignment) {
			wish->from = asking->from;
			wish->last_day = asking->last_day;
		}
		all.count++;
	}
	if (asking->assignment == 0)
		wishes[all.count++] = (struct asked_wish){ .sort = "added",
			                                   .product = asking->product,
			                                   .from = asking->from,
			                                   .last_day = asking->last_day };
	return all;
}

static void judge(const struct journal *journal, const struct asked_part *part, const char *field,
                  struct findings *findings)
{
	const char *rule = asked_broken_rule(part);

	if (rule != NULL)
		(void)findings_add(findings, rule, field, "%s",
		                   words_in(journal->language, message_cross_rule(rule)->words));
}

static void judge_change(const struct journal *journal, const struct asking_line *asking,
                         struct asked_part part, struct findings *findings)
{
	const struct records wishes = wishes_of(journal, asking, &part.orders);

	part.wishes = &wishes;
	judge(journal, &part, "person", findings);
	part.wish_sort = asking->assignment == 0 ? "added" : "changed";
	part.wish = asking->assignment == 0 ? part.change->added.items : part.change->changed.items;
	part.order = asked_current_order(&part.orders, asking->assignment, asking->asked_on);
	judge(journal, &part, "from", findings);
}

enum status asking_check(struct journal *journal, const struct asking_line *asking,
                         const struct order_address *address, const struct records *orders,
                         struct findings *findings, struct fault *fault)
{
	const struct message_item item = asking_compose(journal, asking, address);
	struct asked_part part = { .is_agreed = true, .dated = asking->asked_on, .orders = *orders };
	enum status status =
		asking_is_open(journal, asking->person, asking->party, &part.before.is_open, fault);

	if (status == OK)
		status = check_inside(journal, message_find(asking_code(asking), asking->asked_on), &item,
		                      findings);
	if (status)
		return status;
	if (is_change(asking)) {
		part.change = &item.client.change;
		judge_change(journal, asking, part, findings);
	} else {
		part.request = item.client.requests.items;
		judge(journal, &part, "person", findings);
	}
	return OK;
}
