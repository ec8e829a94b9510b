/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/asked.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/compose.h"

#define RUNNING_DAYS 6      /* at least */
#define FEWEST 50           /* residents: in a smaller register nobody asks anything */
#define WANTED_DAYS 14      /* after today */
#define CLOSING (17 * 3600) /* in seconds since midnight */
#define STEP 30             /* minutes, and so on, more than now */

/* The requests of a register, one for each of the first residents whose support runs. */
static const struct {
	const char *sort, *reason, *words, *state;
} askings[] = {
	{ "assignment", NULL, "Mevrouw zit veel alleen. Een dagdeel per week onder de mensen zou helpen.",
	  "refused" },
	{ "change", "1", NULL, "open" },
	{ "change", "2", NULL, "considered" },
	{ "assignment", NULL, "Na de val lukt koken niet meer.", "open" },
};

/* An order that runs, with which the provider is busy. */
static enum status find_order(struct filling *filling, const struct resident *resident,
                              struct order_line *ret_order, bool *ret_fits, struct fault *fault)
{
	const int64_t assignment = resident->facts[0].assignments[0];
	const struct date today = filling->ground.of->day;
	enum status status = OK;

	*ret_fits = false;
	if (resident->road.rounds_count != 1 || resident->bsn == NULL || assignment == 0)
		return OK;
	status = order_of(&filling->journal, assignment, ret_order, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	*ret_fits = strcmp(ret_order->state, "started") == 0 && !date_is(ret_order->ended_on) &&
	            date_before(ret_order->started_on, date_add_days(today, -RUNNING_DAYS)) &&
	            date_before(date_add_days(today, 2 * WANTED_DAYS), ret_order->valid_until);
	return OK;
}

/* What the provider asks came in a message. */
static enum status ask(struct filling *filling, const struct order_line *order, size_t place,
                       int64_t *ret_request, struct fault *fault)
{
	const struct journal *journal = &filling->journal;
	const struct scheme_entry *entry =
		scheme_book_with_party(journal->schemes, journal->register_id, order->party);
	const struct scheme_authority *authorities = entry == NULL ? NULL : entry->scheme.authorities.items;
	const bool is_change = strcmp(askings[place].sort, "change") == 0;
	struct asked_wish wish = { .sort = is_change ? "changed" : "added",
		                   .assignment = is_change ? order->assignment : 0,
		                   .product = order->product,
		                   .amount = order->amount + (order->amount > STEP ? STEP : 1),
		                   .unit = order->unit,
		                   .frequency = order->frequency,
		                   .from = date_add_days(filling->ground.of->day, WANTED_DAYS),
		                   .last_day = date_last_day(order->valid_until) };
	const char *message = arena_print(filling->arena, "demo-%lld", (long long)order->assignment);
	struct provider_asked asked = { .person = order->person,
		                        .sort = askings[place].sort,
		                        .party = order->party,
		                        .municipality = authorities == NULL ? "" : authorities[0].cbs_code,
		                        .reference = arena_print(filling->arena, "D-%zu", place + 1),
		                        .reason = askings[place].reason,
		                        .words = askings[place].words,
		                        .wishes = { .items = &wish, .count = 1 },
		                        .message = message,
		                        .sender = compose_provider(journal, order->party),
		                        .content_mark = message };

	return acts_append(filling, &provider_asked_kind, MESSENGER, &asked, ret_request, fault);
}

/* The worker's answer, and the message with it. */
static enum status answer(struct filling *filling, const struct resident *resident, int64_t request,
                          const char *state, struct fault *fault)
{
	struct asking_considered considered = { .person = resident->person, .request = request };
	struct asking_refused refused = { .person = resident->person,
		                          .request = request,
		                          .refusal = "7",
		                          .words = "De buurtkamer is open op de dagen die mevrouw noemt." };
	const bool is_refused = strcmp(state, "refused") == 0;
	struct asking_replied replied = { .person = resident->person, .request = request };
	enum status status =
		acts_append(filling, is_refused ? &asking_refused_kind : &asking_considered_kind,
	                    resident->worker->account, is_refused ? (void *)&refused : (void *)&considered,
	                    &replied.verdict, fault);

	replied.message = arena_print(filling->arena, "319%09lld", (long long)replied.verdict);
	return status == OK ? acts_append(filling, &asking_replied_kind, MESSENGER, &replied, &request, fault)
	                    : status;
}

static enum status ask_for(struct filling *filling, const struct resident *resident, size_t *place,
                           struct fault *fault)
{
	struct order_line order = { 0 };
	int64_t request = 0;
	bool fits = false;
	enum status status = find_order(filling, resident, &order, &fits, fault);

	if (status != OK || !fits)
		return status;
	status = ask(filling, &order, *place, &request, fault);
	if (status == OK && strcmp(askings[*place].state, "open") != 0)
		status = answer(filling, resident, request, askings[*place].state, fault);
	(*place)++;
	return status;
}

enum status asked_for_some(struct filling *filling, struct fault *fault)
{
	size_t place = 0;
	enum status status = OK;

	if (filling->ground.of->residents < FEWEST)
		return OK;
	status = db_begin(filling->journal.db, fault);

	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	for (int64_t i = 0; status == OK && place < COUNT(askings) && i < filling->ground.of->residents;
	     i++) {
		status = ask_for(filling, &filling->residents[i], &place, fault);
		arena_clear(filling->arena);
	}
	return db_end(filling->journal.db, status, fault);
}
