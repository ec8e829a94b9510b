/* SPDX-License-Identifier: EUPL-1.2 */
/* A bid is submitted: sealed to three holders, of whom two open it later; what comes too late is kept so too.
 */
#include <string.h>

#include "contract/procurement/bid.h"
#include "contract/procurement/bid_door.h"
#include "contract/procurement/draft.h"
#include "contract/procurement/moments.h"
#include "platform/base/words.h"
#include "procurement_sql.h"

/* Whether every member has declared to take part as it was named. */
static bool all_declared(const struct records *partners)
{
	const struct bid_partner *items = partners->items;

	for (size_t i = 0; i < partners->count; i++)
		if (strcmp(items[i].sort, "member") == 0 && !date_is(items[i].declared_on))
			return false;
	return true;
}

/* Lead and members stand in this bid alone. */
static enum status are_free(struct journal *journal, const struct bid_door *door, bool *ret_are_free,
                            struct fault *fault)
{
	const struct bid_place place = { door->now.tender, door->now.lot, door->now.bid };
	const struct bid_partner *partners = door->partners.items;
	enum status status = bid_is_free(journal, &place, door->now.party, ret_are_free, fault);

	for (size_t i = 0; status == OK && *ret_are_free && i < door->partners.count; i++)
		if (strcmp(partners[i].sort, "member") == 0)
			status = bid_is_free(journal, &place, partners[i].party, ret_are_free, fault);
	return status;
}

/* A sentence for each answer that is lacking. */
static void say_gaps(const struct records *gaps, struct findings *findings)
{
	const struct draft_gap *gap = gaps->items;

	for (size_t i = 0; i < gaps->count; i++)
		(void)findings_add(findings, "submitted-missing", "", WORDS("Nog niet ingevuld bij %s: %s."),
		                   gap[i].label, words_in(findings->language, gap[i].words));
}

/* False where the vault has no three keys, or the bid is too long. */
static bool seal_content(struct journal *journal, const struct bid_content *content,
                         const struct records *holders, struct bid_submitted *submitted)
{
	const struct bid_holder *holder = holders->items;
	const char *public_keys[SPLIT_PARTS] = { 0 };
	struct envelope envelope = { 0 };
	const char *text = bid_content_write(content, journal->arena);

	for (size_t i = 0; i < SPLIT_PARTS && i < holders->count; i++)
		public_keys[i] = holder[i].public_key;
	if (text == NULL || !envelope_close(text, public_keys, journal->arena, &envelope))
		return false;
	submitted->sealed = envelope.sealed;
	submitted->digest = envelope.digest;
	submitted->share_1 = envelope.shares[0];
	submitted->share_2 = envelope.shares[1];
	submitted->share_3 = envelope.shares[2];
	return true;
}

/* What is to be sealed; ret_gaps: what it lacks. */
static enum status gather(struct journal *journal, const struct bid_door *door,
                          struct bid_content *ret_content, struct records *ret_gaps, struct fault *fault)
{
	struct records versions = { 0 };
	enum status status = draft_versions(journal, door->now.bid, &versions, fault);

	if (status)
		return status;
	ret_content->party = door->now.party;
	ret_content->partners = door->partners;
	ret_content->answers = draft_answers(&versions, journal->arena);
	*ret_gaps = draft_gaps(&door->notice.criteria, &ret_content->answers, journal->arena);
	return OK;
}

/* Fills what both submitting and coming late need; ret_gaps: what is lacking. */
static enum status prepare_sealed(struct journal *journal, struct bid_submitted *submitted,
                                  struct bid_door *door, struct records *ret_gaps, struct fault *fault)
{
	struct bid_content content = { 0 };
	struct records holders = { 0 };
	enum status status = bid_door_open(journal, submitted->bid, door, fault);

	submitted->situation.standing = door->standing;
	if (status != OK || !door->is_there || !door->standing.is_mine || !door->standing.is_begun)
		return status;
	submitted->tender = door->now.tender;
	submitted->lot = door->now.lot;
	submitted->party = door->now.party;
	submitted->submitted_at = clock_now(journal->clock);
	submitted->situation.is_declared = all_declared(&door->partners);
	status = gather(journal, door, &content, ret_gaps, fault);
	if (status == OK)
		status = are_free(journal, door, &submitted->situation.are_free, fault);
	if (status == OK)
		status = bid_holders(journal, door->now.tender, &holders, fault);
	submitted->situation.is_complete = ret_gaps->count == 0;
	submitted->situation.has_keys = status == OK && seal_content(journal, &content, &holders, submitted);
	return status;
}

static enum status prepare_submitted(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct bid_submitted *submitted = fact->item;
	struct records gaps = { 0 };
	struct bid_door door = { 0 };
	enum status status = prepare_sealed(journal, submitted, &door, &gaps, fault);

	if (status != OK || !submitted->situation.standing.is_mine ||
	    !submitted->situation.standing.is_begun) {
		submitted->situation.has_keys = submitted->situation.is_declared = true;
		submitted->situation.are_free = true;
		return status;
	}
	if (door.standing.is_open) {
		say_gaps(&gaps, findings);
		return OK;
	}
	submitted->situation.is_late = submitted->situation.is_complete && submitted->situation.is_declared &&
	                               submitted->situation.has_keys && submitted->agrees;
	(void)findings_add(
		findings, "bid-late", "",
		WORDS("U bent te laat. Inschrijven kon tot %s; het is nu %s. Wat u schreef, telt niet "
	              "mee en wordt niet geopend."),
		moment_words(door.notice.bids_until, findings->language, journal->arena),
		moment_words(submitted->submitted_at, findings->language, journal->arena));
	return OK;
}

static enum status keep(struct db *db, int64_t register_id, const struct bid_submitted *submitted,
                        const char *state, struct fault *fault)
{
	const char *const shares[SPLIT_PARTS] = { submitted->share_1, submitted->share_2,
		                                  submitted->share_3 };
	const struct value values[] = { value_number(register_id),
		                        value_number(submitted->bid),
		                        value_text(state),
		                        value_moment(submitted->submitted_at),
		                        value_text(submitted->sealed),
		                        value_text(submitted->digest) };
	enum status status = db_run(db, &sql_procurement_submit_bid, values, COUNT(values), fault);

	for (int64_t i = 0; status == OK && i < SPLIT_PARTS; i++) {
		const struct value share[] = { values[0], values[1], value_number(i + 1),
			                       value_text(shares[i]) };

		status = db_run(db, &sql_procurement_add_share, share, COUNT(share), fault);
	}
	return status == OK ? db_run(db, &sql_procurement_clear_drafts, values, 2, fault) : status;
}

static enum status apply_submitted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	(void)arena;
	return keep(db, register_id, fact->item, "submitted", fault);
}

const struct journal_kind bid_submitted_kind = {
	.name = "bid_submitted",
	.title = WORDS("Inschrijving indienen"),
	.done = WORDS("Inschrijving ingediend"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_BID,
	.record = &bid_submitted_record,
	.prepare = prepare_submitted,
	.rules = bid_submitted_rules,
	.rules_count = BID_SUBMITTED_RULES_COUNT,
	.apply = apply_submitted,
	.page = "/bids/{bid}",
};

/* --- too late --- */

static enum status prepare_late(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct records gaps = { 0 };
	struct bid_door door = { 0 };

	(void)findings;
	return prepare_sealed(journal, fact->item, &door, &gaps, fault);
}

static enum status apply_late(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	(void)arena;
	return keep(db, register_id, fact->item, "late", fault);
}

const struct journal_kind bid_late_kind = {
	.name = "bid_late",
	.title = WORDS("Inschrijving kwam te laat"),
	.done = WORDS("Inschrijving kwam te laat en bleef dicht"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &bid_late_record,
	.prepare = prepare_late,
	.apply = apply_late,
};

enum status bid_keep_late(struct journal *journal, const struct bid_submitted *submitted, struct fault *fault)
{
	struct bid_submitted late = { .bid = submitted->bid };
	struct findings findings = findings_new(journal->arena, journal->language);
	int64_t number;

	if (!submitted->situation.is_late)
		return OK;
	return journal_append(journal, &bid_late_kind, &late, &findings, &number, fault);
}
