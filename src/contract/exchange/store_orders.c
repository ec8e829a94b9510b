/* SPDX-License-Identifier: EUPL-1.2 */
/* In a provider's own register: the WMO301, with the orders that it brings. */
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/message_rule.h"
#include "contract/exchange/order_received.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

static const char *sex_of(const char *gender)
{
	return strcmp(gender, "1") == 0 ? "m" : strcmp(gender, "2") == 0 ? "f" : NULL;
}

/* What a provider needs of a client; the first address and telephone number of the message. */
static struct identity identity_of(const struct message_client *client, struct arena *arena)
{
	const struct message_contact *contact = client->contacts.items;
	const struct message_house *house = &contact->address.house;

	return (struct identity){
		.surname = client->name.own.name,
		.prefix = client->name.own.prefix,
		.initials = client->name.initials,
		.first_names = client->name.first_names,
		.sex = sex_of(client->gender),
		.born = client->born.on,
		.street = contact->address.street,
		.house_number = house->number,
		.house_addition =
			arena_print(arena, "%s%s", or_empty(house->letter), or_empty(house->addition)),
		.postcode = contact->address.postcode,
		.place = contact->address.town,
		.phone = contact->phones.first.number,
		.bsn = client->bsn,
	};
}

static void refuse_order(struct received *received, struct message_order *order, const char *return_code,
                         const char *words, enum verdict *ret_verdict)
{
	*ret_verdict = VERDICT_REFUSED;
	message_refuse(&order->return_codes, return_code, received->round->arena);
	(void)findings_add(&received->findings, return_code, "Client/ToegewezenProducten", "%s", words);
}

/* A rule across messages that the order breaks: on the order's own codes. */
static void refuse_by_rule(struct received *received, struct message_order *order, const char *rule,
                           enum verdict *ret_verdict)
{
	received_refuse(received, rule, &order->return_codes, "Client/ToegewezenProducten", ret_verdict);
}

/* TR332: the number is of another client's order; or another municipality has it, and both cannot be here. */
static enum status check_number(struct received *received, struct message_order *order, int64_t person,
                                enum verdict *ret_verdict, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	const char *municipality = "";
	struct order_line line;
	enum status status = order_of(journal, order->number, &line, fault);

	if (status == OK)
		status = order_municipality(journal, order->number, &municipality, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	if (strcmp(municipality, received->reading.item->header.sender) != 0)
		refuse_order(received, order, MESSAGE_REFUSED,
		             WORDS("Een andere gemeente gaf hier al een opdracht met dit nummer."),
		             ret_verdict);
	else if (line.person != person)
		refuse_by_rule(received, order, "TR332", ret_verdict);
	return OK;
}

/* TR379: a reference is of a request of ours that no earlier message granted. */
static enum status check_reference(struct received *received, struct message_order *order,
                                   enum verdict *ret_verdict, struct fault *fault)
{
	const struct message_header *header = &received->reading.item->header;
	const struct asking_key key = { received->round->folders->as, header->sender,
		                        order->provider_reference };
	struct asking_line asking;
	enum status status;

	if (!has_words(order->provider_reference))
		return OK;
	status = asking_by_reference(&received->round->journal, &key, &asking, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	if (status == NOT_FOUND || !has_words(asking.message) ||
	    (strcmp(asking.state, "granted") == 0 &&
	     strcmp(asking.granted_in, header->identity.identification) != 0))
		refuse_by_rule(received, order, "TR379", ret_verdict);
	return OK;
}

static enum status store_order(struct received *received, struct message_order *order,
                               enum verdict *ret_verdict, struct fault *fault)
{
	struct round *round = received->round;
	const struct message_item *item = received->reading.item;
	const struct message_care *care = &order->care;
	const struct scheme_product *product = product_in_message(&round->journal, &care->product);
	struct order_received fact = {
		.who = identity_of(&item->client, round->arena),
		.assignment = order->number,
		.municipality = item->header.sender,
		.party = round->folders->as,
		.product = product == NULL ? NULL : product->name,
		.amount = care->volume.volume,
		.unit = house_code(scheme_units, scheme_unit_code, care->volume.unit),
		.frequency = house_code(scheme_frequencies, scheme_frequency_code, care->volume.frequency),
		.from = care->begins_on,
		.last_day = care->ends_on,
		.change_reason = care->change_reason,
		.dated = item->header.identity.dated,
		.message = item->header.identity.identification,
		.content_mark = received->content_mark,
		.reference = order->provider_reference,
	};
	enum status status;

	arena_clear(round->journal.arena);
	if (product == NULL) {
		refuse_order(received, order, message_cross_rule("TR381")->return_code,
		             WORDS("Dit product staat niet in de afspraken."), ret_verdict);
		return OK;
	}
	if (fact.unit == NULL || fact.frequency == NULL) {
		refuse_order(received, order, MESSAGE_REFUSED,
		             WORDS("Een opdracht zonder omvang kan hier niet worden aangenomen."),
		             ret_verdict);
		return OK;
	}
	status = vault_person_with_bsn(&round->journal, item->client.bsn, &fact.person, fault);
	if (status == OK || status == NOT_FOUND)
		status = check_number(received, order, fact.person, ret_verdict, fault);
	if (status == OK && *ret_verdict == VERDICT_NEW)
		status = check_reference(received, order, ret_verdict, fault);
	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	return received_append(received, &order_received_kind, &fact, ret_verdict, fault);
}

enum status store_orders(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct message_item *item = received->reading.item;
	const struct message_key key = { item->header.sender, "WMO301",
		                         item->header.identity.identification };
	struct message_order *orders = item->client.orders.items;
	enum status status = received_heading(received,
	                                      (struct message_route){ .municipality = item->header.sender,
	                                                              .provider = item->header.receiver },
	                                      key, ret_verdict, fault);

	for (size_t i = 0; status == OK && *ret_verdict == VERDICT_NEW && i < item->client.orders.count; i++)
		status = store_order(received, &orders[i], ret_verdict, fault);
	return status;
}

/* --- the answer to a report --- */

enum status store_report_answer(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	CLEANUP(text_done) struct text codes = text_new(MAX_CODES_CHARS);
	const struct message_header *header = &received->reading.item->header;
	const char *sort = received->reading.message->code;
	struct journal journal = received->round->journal;
	struct report_waiting report;
	struct report_answered answered;
	struct order_line order;
	enum status status = received_answer(
		received,
		(struct message_route){ .municipality = header->receiver, .provider = header->sender },
		(struct message_key){ header->receiver, sort, header->identity.identification }, ret_verdict,
		fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	journal.arena = received->round->arena;
	status = report_by_message(&journal, header->identity.identification, &report, fault);
	if (status == OK)
		status = order_of(&journal, report.assignment, &order, fault);
	if (status == NOT_FOUND) {
		*ret_verdict = VERDICT_REFUSED;
		(void)findings_add(&received->findings, "answer-unknown",
		                   "Header/BerichtIdentificatie/Identificatie",
		                   WORDS("Dit antwoord hoort bij geen melding die wij stuurden."));
		return OK;
	}
	if (status)
		return status;
	answer_codes(&codes, received->reading.message->form.record, received->reading.item);
	answered = (struct report_answered){ .person = order.person,
		                             .assignment = report.assignment,
		                             .report = report.fact,
		                             .sort = sort,
		                             .sender = header->receiver,
		                             .message = header->identity.identification,
		                             .content_mark = received->content_mark,
		                             .codes = text_words(&codes) };
	return received_append(received, &report_answered_kind, &answered, ret_verdict, fault);
}
