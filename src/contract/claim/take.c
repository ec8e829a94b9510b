/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/take.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/claim/book.h"
#include "contract/claim/lines.h"
#include "contract/claim/volume.h"
#include "contract/exchange/message_codes.h"
#include "platform/base/words.h"

/* The rules of level 3 about a claim as a whole; their codes stand on the claim, of which nothing is booked.
 */
struct whole_rule {
	const char *code, *return_code, *words;
	bool (*holds)(const struct claim_past *past, struct date month);
};

/* TR333 */
static bool number_is_new(const struct claim_past *past, struct date month)
{
	(void)month;
	return !past->is_number_used;
}

/* TR318: the month of the last claim again, for corrections, or one after it (OP284, IV090). */
static bool month_follows(const struct claim_past *past, struct date month)
{
	return !date_is(past->month) || !date_before(month, past->month);
}

static const struct whole_rule whole_rules[] = {
	{ "TR333", "9333", WORDS("Dit declaratienummer is al eerder gebruikt."), number_is_new },
	{ "TR318", "8214", WORDS("Er is al een declaratie over een latere maand."), month_follows },
};

/* The party of the register with the sender's code; the header was held against it already. */
static const char *party_of(const struct journal *journal, const char *agb)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_party *parties = entry->scheme.parties.items;

		for (size_t j = 0; j < entry->scheme.parties.count; j++)
			if (parties[j].agb != NULL && strcmp(parties[j].agb, agb) == 0)
				return parties[j].name;
	}
	return "";
}

static void refuse_claim(struct received *received, const struct whole_rule *rule, enum verdict *ret_verdict)
{
	struct arena *arena = received->round->arena;

	*ret_verdict = VERDICT_REFUSED;
	message_refuse(&received->reading.item->claim.return_codes, rule->return_code, arena);
	(void)findings_add(&received->findings, arena_print(arena, "%s (%s)", rule->return_code, rule->code),
	                   "Declaratie", "%s", words_in("nl", rule->words));
}

static enum status judge_whole(struct received *received, const struct claim_received *claim,
                               enum verdict *ret_verdict, struct fault *fault)
{
	struct claim_past past = { 0 };
	enum status status = claim_past_of(&received->round->journal, claim, &past, fault);

	for (size_t i = 0; status == OK && i < COUNT(whole_rules); i++)
		if (!whole_rules[i].holds(&past, claim->month))
			refuse_claim(received, &whole_rules[i], ret_verdict);
	return status;
}

static void count_bytes(void *context, const char *bytes, size_t length)
{
	(void)bytes;
	*(size_t *)context += length;
}

/*
 * An answer may not be larger than a message: refused lines come back whole, with their codes. It can only be
 * where nearly all lines of a very large claim are refused; then nothing is booked.
 */
static bool answer_fits(const struct received *received)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(XML_ARENA_BYTES);
	const struct message *message = received->reading.message;
	const struct message_item item =
		message_claim_answer(message, received->reading.item, (struct message_identity){ 0 }, arena);
	size_t length = 0;

	xml_write_to(&message_answer_to(message)->form, &item, &(struct xml_sink){ count_bytes, &length });
	return length <= XML_MAX_BYTES;
}

#define REFUSED_SURELY_FIT 15000 /* lines, with every code that there is */

/* A claim that was judged, on its way into the book. */
struct staged {
	struct claim_booking booking;
	struct claim_received claim;
};

static enum status judge_lines(struct received *received, struct staged *staged, enum verdict *ret_verdict,
                               struct fault *fault)
{
	enum status status = claim_judge_lines(&received->round->journal, &staged->booking, fault);

	if (status != OK || staged->booking.verdict.refused < REFUSED_SURELY_FIT || answer_fits(received))
		return status;
	(void)findings_add(&received->findings, MESSAGE_REFUSED, "Declaratie",
	                   WORDS("Er zijn zo veel regels geweigerd dat het antwoord te groot wordt."));
	received_refuse_whole(received, ret_verdict);
	return OK;
}

/* The codes with which its lines were refused when it came first. */
static enum status judged_before(struct received *received, const struct staged *staged, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	const struct claim_received *claim = &staged->claim;
	int64_t number = 0;
	enum status status = claim_of_message(
		journal, &(struct claim_message){ claim->party, claim->sender, claim->message }, &number,
		fault);

	return status == OK ? claim_codes_again(journal, number, &staged->booking, fault) : status;
}

/* All that is asked of a claim; nothing is written. */
static enum status stage(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct arena *arena = received->round->arena;
	struct message_item *item = received->reading.item;
	const struct message_header *header = &item->header;
	const struct staged *before = received->staged; /* where it was asked already */
	struct staged *staged = ARENA_NEW(arena, struct staged);
	enum status status = received_heading(
		received,
		(struct message_route){ .municipality = header->receiver, .provider = header->sender },
		(struct message_key){ header->sender, "WMO323", header->identity.identification },
		ret_verdict, fault);

	received->staged = staged;
	if (status != OK || *ret_verdict == VERDICT_REFUSED || *ret_verdict == VERDICT_ELSEWHERE)
		return status;
	staged->booking =
		(struct claim_booking){ .party = party_of(&received->round->journal, header->sender),
		                        .agb = header->sender,
		                        .claim = &item->claim,
		                        .arena = arena };
	if (before != NULL) {
		staged->booking.number = before->booking.number;
		staged->booking.down = before->booking.down;
		staged->booking.codes_down = before->booking.codes_down;
	}
	claim_booking_order(&staged->booking);
	staged->claim = (struct claim_received){ .party = staged->booking.party,
		                                 .municipality = header->receiver,
		                                 .sender = header->sender,
		                                 .message = header->identity.identification,
		                                 .content_mark = received->content_mark,
		                                 .number = item->claim.number,
		                                 .month = item->claim.period.begins_on,
		                                 .lines = (int64_t)staged->booking.count,
		                                 .booking = &staged->booking };
	if (*ret_verdict == VERDICT_REPEATED)
		return judged_before(received, staged, fault);
	status = judge_whole(received, &staged->claim, ret_verdict, fault);
	return status == OK && *ret_verdict == VERDICT_NEW ? judge_lines(received, staged, ret_verdict, fault)
	                                                   : status;
}

/* All lines of a large claim but the last. */
static enum status put_down_ahead(struct received *received, struct fault *fault)
{
	struct staged *staged = received->staged;

	return claim_lines_ahead(&received->round->journal, &staged->booking, fault);
}

static enum status clear(struct round *round, struct fault *fault)
{
	return claim_lines_clear(&round->journal, fault);
}

static enum status take(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct staged *staged = received->staged;

	return received_append(received, &claim_received_kind, &staged->claim, ret_verdict, fault);
}

static bool is_touched(const struct received *received, int64_t person)
{
	return claim_is_touched(&((const struct staged *)received->staged)->booking, person);
}

const struct message_taker claim_takers[] = {
	{ .code = "WMO323",
	  .has_answer = true,
	  .stage = stage,
	  .is_touched = is_touched,
	  .clear = clear,
	  .ahead = put_down_ahead,
	  .store = take,
	  .answer = message_claim_answer },
};
const size_t claim_takers_count = COUNT(claim_takers);
