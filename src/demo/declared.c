/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/declared.h"

#include <string.h>

#include "common/scheme/chain.h"
#include "contract/billing/billing.h"
#include "contract/billing/trade.h"
#include "contract/claim/book.h"
#include "contract/claim/contracts.h"
#include "contract/claim/volume.h"
#include "contract/exchange/party_orders.h"
#include "demo/leads.h"

#define ORDERS 6        /* of which something was delivered */
#define WEEKS 4         /* in which somebody came */
#define TOO_MUCH 2      /* so many times the week's volume: more than six weeks of it in a month */
#define MOST_A_WEEK 700 /* minutes, so that twice as much still fits in a day */

/* A claim is being told. */
struct telling {
	struct filling *filling;
	const struct demo_account *lead;
	const char *party; /* the combination that it leads */
	struct claim_period month;
	struct records members; /* of struct scheme_link: itself, and who works for it */
	const struct party_order *orders[ORDERS];
	size_t count;
};

static enum status append(struct telling *telling, bool is_of_lead, const struct journal_kind *kind,
                          void *item, int64_t *ret_fact, struct fault *fault)
{
	struct journal *journal = &telling->filling->journal;
	struct findings findings = findings_new(telling->filling->arena, "en");
	enum status status;

	journal->account = is_of_lead ? telling->lead->account : MESSENGER;
	journal->party = is_of_lead ? telling->lead->party : NULL;
	status = journal_append(journal, kind, item, &findings, ret_fact, fault);
	journal->party = NULL;
	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's %s was refused: %s",
	                                      kind->name, findings.items[0].code)
	                          : status;
}

/* Each week of the month the same minutes; the members take turns. */
static enum status deliver(struct telling *telling, size_t nth, int64_t minutes, struct fault *fault)
{
	const struct party_order *order = telling->orders[nth];
	const struct scheme_link *members = telling->members.items;
	int64_t fact = 0;
	enum status status = OK;

	for (int week = 0; status == OK && week < WEEKS; week++) {
		struct care_delivered delivered = {
			.person = order->person,
			.assignment = order->assignment,
			.day = date_add_days(telling->month.from, 3 + 7 * week),
			.amount = minutes,
			.deliverer = members[nth % telling->members.count].party,
		};

		status = append(telling, true, &care_delivered_kind, &delivered, &fact, fault);
	}
	return status;
}

/* The claim as the municipality takes it: the same message as it would read. */
static enum status receive(struct telling *telling, const struct billing_claim *claim, struct fault *fault)
{
	struct journal *journal = &telling->filling->journal;
	struct message_item item;
	enum status status = billing_compose(journal, claim, &item, fault);
	struct claim_booking booking = { .party = claim->party,
		                         .agb = claim->provider,
		                         .claim = &item.claim,
		                         .arena = telling->filling->arena };
	struct claim_sent sent = { claim->fact, item.header.identity.identification };
	struct claim_received received = { .party = claim->party,
		                           .municipality = claim->municipality,
		                           .sender = claim->provider,
		                           .message = sent.message,
		                           .content_mark = sent.message,
		                           .number = claim->number,
		                           .month = claim->month,
		                           .booking = &booking };
	int64_t fact = 0;

	if (status == OK)
		status = append(telling, false, &claim_sent_kind, &sent, &fact, fault);
	if (status)
		return status;
	claim_booking_order(&booking);
	received.lines = (int64_t)booking.count;
	status = claim_judge_lines(journal, &booking, fault);
	return status == OK ? append(telling, false, &claim_received_kind, &received, &fact, fault) : status;
}

static enum status claim_month(struct telling *telling, struct fault *fault)
{
	struct claim_approved approved = { .month = telling->month.from, .party = telling->party };
	struct billing_claim claim;
	int64_t fact = 0;
	enum status status = append(telling, true, &claim_approved_kind, &approved, &fact, fault);

	if (status == OK)
		status = billing_claim_of(&telling->filling->journal, fact, &claim, fault);
	return status == OK ? receive(telling, &claim, fault) : status;
}

/* Orders in minutes per week that went on for the whole month. */
static enum status choose(struct telling *telling, struct fault *fault)
{
	struct records orders = { 0 };
	const struct party_order *order;
	enum status status =
		party_orders(&telling->filling->journal, telling->party, telling->month.from, &orders, fault);

	order = orders.items;
	for (size_t i = 0; status == OK && i < orders.count && telling->count < ORDERS; i++)
		if (order[i].has_bsn && date_is(order[i].started_on) &&
		    date_before(order[i].started_on, telling->month.from) &&
		    (!date_is(order[i].valid_until) ||
		     date_before(telling->month.until, order[i].valid_until)) &&
		    strcmp(order[i].unit, "minute") == 0 && strcmp(order[i].frequency, "week") == 0 &&
		    order[i].amount <= MOST_A_WEEK)
			telling->orders[telling->count++] = &order[i];
	return status;
}

/* Whether a price is agreed for what was delivered: without one nothing can be claimed. */
static enum status has_price(struct telling *telling, bool *ret_has, struct fault *fault)
{
	struct claim_contracts contracts = { .journal = &telling->filling->journal,
		                             .arena = telling->filling->arena };
	const struct claim_contract_asked asked = { .party = telling->party,
		                                    .product = telling->orders[0]->product,
		                                    .on = telling->month.from,
		                                    .unit = CLAIM_MINUTE,
		                                    .tariff = CLAIM_NO_TARIFF };
	struct claim_contract contract = { .tariff = CLAIM_NO_TARIFF };
	enum status status = claim_contract_of(&contracts, &asked, &contract, fault);

	*ret_has = contract.tariff != CLAIM_NO_TARIFF;
	return status;
}

/* The first client got more than was granted; that is refused, mended and claimed again. */
static enum status tell(struct telling *telling, struct fault *fault)
{
	bool can_claim = false;
	enum status status = choose(telling, fault);

	if (status == OK && telling->count > 0)
		status = has_price(telling, &can_claim, fault);
	if (status != OK || !can_claim)
		return status;
	for (size_t i = 0; status == OK && i < telling->count; i++)
		status = deliver(telling, i, telling->orders[i]->amount * (i == 0 ? TOO_MUCH : 1), fault);
	if (status == OK)
		status = claim_month(telling, fault);
	if (status == OK)
		status = deliver(telling, 0, telling->orders[0]->amount, fault);
	return status == OK ? claim_month(telling, fault) : status;
}

/* Of who leads a combination, for that is where there is a chain to divide over. */
static enum status tell_of(struct filling *filling, const struct demo_account *lead, struct fault *fault)
{
	const struct journal *journal = &filling->journal;
	const struct date day = filling->ground.of->day;
	const struct texts names = billing_names(journal, lead->party, day);
	struct telling telling = { .filling = filling, .lead = lead };

	if (names.count < 2)
		return OK;
	telling.party = names.items[1];
	telling.month = claim_month_of(date_add_days(claim_month_of(day).from, -1));
	telling.members =
		chain_below(journal->schemes, journal->register_id, lead->party, day, filling->arena);
	return tell(&telling, fault);
}

enum status declared_for_demo(struct filling *filling, struct fault *fault)
{
	return leads_tell(filling, tell_of, fault);
}
