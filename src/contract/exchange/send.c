/* SPDX-License-Identifier: EUPL-1.2 */
/* Orders as messages: what waits leaves, and what left is shown again. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

/* The orders of one message: those of one client at one party. */
struct bundle {
	struct records orders; /* of struct order_line, by number */
	int64_t newest;        /* of those that were not sent before, or that go again */
	int64_t number;        /* the message is named after it: of the newest, or of who sends it again */
	int64_t unsent;
	const char *identification;
};

/* It never left, or it changed since. */
static bool is_unsent(const struct order_line *line)
{
	return strcmp(line->state, "placed") == 0 || line->changed != 0;
}

static int64_t message_number(const struct order_line *line)
{
	if (line->changed != 0)
		return line->changed;
	return line->again == 0 ? line->assignment : line->again;
}

/* The first day on which the order holds no more; of one that was taken back its first day. */
static struct date until_of(const struct order_line *line)
{
	return date_is(line->ended_on) ? line->ended_on : line->valid_until;
}

/*
 * What the message carries: what had not left before it, and what holds on its day or later (iWmo 3.2,
 * OP087). It holds for a message that leaves now, and for one that left.
 */
static bool is_carried(const struct order_line *line, const struct bundle *bundle, struct date dated)
{
	if (line->assignment > bundle->number)
		return false;
	if (is_unsent(line) || strcmp(line->message, bundle->identification) == 0)
		return true;
	return date_is(line->sent_on) && date_before(line->valid_from, until_of(line)) &&
	       date_before(dated, until_of(line));
}

/* Keeps those that the message carries. */
static void keep_carried(struct bundle *bundle, struct date dated)
{
	struct order_line *lines = bundle->orders.items;
	size_t kept = 0;

	for (size_t i = 0; i < bundle->orders.count; i++)
		if (is_carried(&lines[i], bundle, dated))
			lines[kept++] = lines[i];
	bundle->orders.count = kept;
}

/* --- sending --- */

/* All that a message that leaves now has to carry. */
static enum status gather(struct journal *journal, const struct order_line *order, struct bundle *ret_bundle,
                          struct fault *fault)
{
	enum status status = orders_at(journal, order->person, order->party, &ret_bundle->orders, fault);
	const struct order_line *lines = ret_bundle->orders.items;

	ret_bundle->newest = 0;
	ret_bundle->number = 0;
	ret_bundle->unsent = 0;
	for (size_t i = 0; status == OK && i < ret_bundle->orders.count; i++) {
		if (!is_unsent(&lines[i]))
			continue;
		ret_bundle->newest = lines[i].assignment;
		if (message_number(&lines[i]) > ret_bundle->number)
			ret_bundle->number = message_number(&lines[i]);
		ret_bundle->unsent++;
	}
	ret_bundle->identification = order_identification(ret_bundle->number, journal->arena);
	keep_carried(ret_bundle, clock_today(journal->clock));
	return status;
}

/* The facts that all of them left, or none. */
static enum status append_sent(struct journal *journal, const struct bundle *bundle, const struct text *xml,
                               struct fault *fault)
{
	const struct order_line *lines = bundle->orders.items;
	struct order_sent *sent = ARENA_MANY(journal->arena, bundle->orders.count + 1, struct order_sent);
	const struct leaving leaving = { .sort = "WMO301",
		                         .identification = bundle->identification,
		                         .xml = xml,
		                         .kind = &order_sent_kind,
		                         .items = sent,
		                         .size = sizeof(*sent),
		                         .count = bundle->orders.count };

	for (size_t i = 0; i < bundle->orders.count; i++)
		sent[i] = (struct order_sent){ lines[i].person, lines[i].assignment, bundle->identification };
	return round_append_left(journal, &leaving, fault);
}

static void tell_held(const struct round *round, const struct bundle *bundle, const struct findings *findings)
{
	round->result->orders_held += bundle->unsent;
	for (size_t i = 0; i < findings->count; i++)
		round_tell(round, WORDS("Opdracht %lld kan nog niet weg. %s (%s): %s"),
		           (long long)bundle->number, findings->items[i].field, findings->items[i].code,
		           findings->items[i].words);
}

/* The name of a file that leaves: no name but one's own is ever in it. */
static const char *file_name(const struct message_item *item, const struct bundle *bundle,
                             struct arena *arena)
{
	return arena_print(arena, "WMO301-%s-%s.xml", item->header.sender, bundle->identification);
}

/*
 * The file first, then the fact: a crash between them sends the same message again, under the same name and
 * identification, and the receiver knows it by that (TR056).
 */
static enum status send_bundle(struct round *round, const struct order_line *order,
                               const struct bundle *bundle, struct fault *fault)
{
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct journal *journal = &round->journal;
	struct findings findings = findings_new(journal->arena, journal->language);
	const struct message_identity identity = { bundle->identification, clock_today(journal->clock) };
	struct order_address address;
	struct message_item item;
	enum status status = order_address(journal, order, &address, fault);

	if (status == NOT_FOUND) {
		round->result->orders_waiting += bundle->unsent;
		return OK;
	}
	if (status)
		return status;
	item = compose_orders(journal, &address, &bundle->orders, identity);
	status = message_write(message_find("WMO301", identity.dated), &item, &xml, &findings);
	if (status == FINDINGS) {
		tell_held(round, bundle, &findings);
		return OK;
	}
	if (status == OK)
		status = folder_write(&round->out, file_name(&item, bundle, journal->arena), &xml, fault);
	if (status == OK)
		status = append_sent(journal, bundle, &xml, fault);
	if (status == OK)
		round->result->orders_sent += bundle->unsent;
	return status;
}

/* Nobody could have sent such a message on that day; whoever looks must know. */
static void tell_early(const struct round *round, const struct message *message)
{
	struct arena *arena = round->lists;
	const char *language = round->journal.language;

	round_tell(
		round,
		WORDS("iWmo %d.%d geldt pas vanaf %s. Op %s bestond deze versie nog niet; de berichten gaan "
	              "er toch zo uit."),
		message->version, message->subversion,
		calendar_date_words(message->since, language, false, arena),
		calendar_date_words(clock_today(round->journal.clock), language, false, arena));
}

/* The newest order of a client at a party takes the others with it. */
static enum status send_order(struct round *round, const void *waiting, struct fault *fault)
{
	const struct order_line *order = waiting;
	struct bundle bundle;
	enum status status = gather(&round->journal, order, &bundle, fault);
	if (status != OK || bundle.newest != order->assignment)
		return status;
	return send_bundle(round, order, &bundle, fault);
}

enum status round_send(struct round *round, struct fault *fault)
{
	const struct round_waiting waiting = { orders_to_send, send_order, sizeof(struct order_line),
		                               offsetof(struct order_line, assignment) };
	const struct message *message;
	struct date today = clock_today(round->journal.clock);
	enum status status = message_of_day("WMO301", today, &message, fault);

	if (status == OK && message_is_early(message, today))
		tell_early(round, message);
	return status == OK ? round_send_each(round, &waiting, fault) : status;
}

/* --- showing --- */

static enum status sent_bundle(struct journal *journal, const struct order_line *order,
                               struct bundle *ret_bundle, struct fault *fault)
{
	ret_bundle->identification = order->message;
	ret_bundle->newest = 0;
	ret_bundle->number = order_identified(order->message);
	ret_bundle->unsent = 0;
	return orders_at(journal, order->person, order->party, &ret_bundle->orders, fault);
}

enum status exchange_order_message(struct journal *journal, int64_t assignment, struct text *out,
                                   struct fault *fault)
{
	struct order_address address;
	struct order_line order;
	struct message_item item;
	struct bundle bundle;
	const struct message *message = NULL;
	enum status status = order_of(journal, assignment, &order, fault);

	if (status == OK && order.message[0] == '\0')
		return fault_set(fault, NOT_FOUND, "order %lld was not sent", (long long)assignment);
	if (status == OK)
		status = order_address(journal, &order, &address, fault);
	if (status == OK)
		status = sent_bundle(journal, &order, &bundle, fault);
	if (status == OK)
		status = message_of_day("WMO301", order.message_on, &message, fault);
	if (status)
		return status;
	keep_carried(&bundle, order.message_on);
	item = compose_orders(journal, &address, &bundle.orders,
	                      (struct message_identity){ bundle.identification, order.message_on });
	xml_write(&message->form, &item, out);
	return OK;
}

enum status exchange_example_start(struct journal *journal, int64_t assignment, struct text *out,
                                   struct fault *fault)
{
	const struct message_identity identity = {
		arena_print(journal->arena, "305%09lld", (long long)assignment), clock_today(journal->clock)
	};
	const struct message *message;
	struct order_address address;
	struct order_line order;
	struct message_item item;
	enum status status = message_of_day("WMO305", identity.dated, &message, fault);

	if (status == OK)
		status = order_of(journal, assignment, &order, fault);
	if (status == OK)
		status = order_address(journal, &order, &address, fault);
	if (status)
		return status;
	item = compose_start(journal, &address, &order, identity);
	xml_write(&message->form, &item, out);
	return OK;
}
