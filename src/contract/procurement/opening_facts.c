/* SPDX-License-Identifier: EUPL-1.2 */
/* Keys of the vault at the door, and the opening of all bids by the second one. */
#include <sodium.h>
#include <string.h>

#include "contract/procurement/bid_door.h"
#include "contract/procurement/opening.h"
#include "platform/base/words.h"
#include "procurement_sql.h"

#define VAULT_PAGE "/tenders/{tender}/key"

/* The holder that an account is, of the holders of a tender; or NULL. */
static const struct bid_holder *holder_of(const struct records *holders, const char *account)
{
	const struct bid_holder *items = holders->items;

	for (size_t i = 0; i < holders->count; i++)
		if (strcmp(items[i].account, or_empty(account)) == 0)
			return &items[i];
	return NULL;
}

/* --- held --- */

static enum status prepare_held(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct vault_key_held *held = fact->item;
	struct tender_notice notice = { 0 };
	struct records holders = { 0 };
	const struct bid_holder *holder;
	enum status status = procurement_tender_find(journal->db, journal->register_id, held->tender,
	                                             journal->arena, &notice, fault);

	(void)findings;
	if (status == OK)
		status = bid_holders(journal, held->tender, &holders, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	holder = holder_of(&holders, journal->account);
	held->situation.is_holder = holder != NULL;
	held->situation.is_open = bid_door_is_open(journal, &notice);
	if (holder == NULL)
		return OK;
	held->place = holder->place;
	held->situation.has_none = holder->public_key[0] == '\0';
	return OK;
}

static enum status apply_held(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct vault_key_held *held = fact->item;
	const struct value values[] = { value_number(register_id), value_text(held->tender),
		                        value_number(held->place), value_text(held->public_key),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_procurement_hold_key, values, COUNT(values), fault);
}

const struct journal_kind vault_key_held_kind = {
	.name = "vault_key_held",
	.title = WORDS("Sleutel van de kluis vastleggen"),
	.done = WORDS("Sleutel van de kluis gemaakt"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_LOG_IN,
	.record = &vault_key_held_record,
	.prepare = prepare_held,
	.rules = vault_key_held_rules,
	.rules_count = VAULT_KEY_HELD_RULES_COUNT,
	.apply = apply_held,
	.page = VAULT_PAGE,
};

/* --- turned --- */

/* A bid that waits to be opened, with what the vault has of it for one holder. */
struct waiting_bid {
	int64_t bid;
	const char *sealed, *digest;
	const char *own_share;   /* sealed to the holder at the door */
	const char *other_share; /* opened by the one who turned before */
	int64_t other_place;     /* of that one; 0: nobody yet */
};
static const struct field waiting_fields[] = {
	FIELD(struct waiting_bid, bid),         FIELD(struct waiting_bid, sealed),
	FIELD(struct waiting_bid, digest),      FIELD(struct waiting_bid, own_share),
	FIELD(struct waiting_bid, other_share), FIELD(struct waiting_bid, other_place),
};
static const struct record waiting_record = RECORD(struct waiting_bid, "waiting_bid", waiting_fields);

static enum status look_at_vault(struct journal *journal, struct vault_key_turned *turned,
                                 const struct bid_holder **ret_holder, struct fault *fault)
{
	struct tender_notice notice = { 0 };
	struct records holders = { 0 };
	const struct bid_holder *items;
	enum status status = procurement_tender_find(journal->db, journal->register_id, turned->tender,
	                                             journal->arena, &notice, fault);

	*ret_holder = NULL;
	if (status == OK)
		status = bid_holders(journal, turned->tender, &holders, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	*ret_holder = holder_of(&holders, journal->account);
	items = holders.items;
	for (size_t i = 0; i < holders.count; i++)
		turned->opens = turned->opens || date_is(items[i].turned_on);
	turned->situation.is_holder = *ret_holder != NULL;
	turned->situation.is_over = !bid_door_is_open(journal, &notice);
	turned->situation.is_closed = !date_is(notice.opened_on);
	turned->situation.is_first_time = *ret_holder != NULL && !date_is((*ret_holder)->turned_on);
	return OK;
}

static bool may_turn(const struct vault_key_turned *turned)
{
	return turned->situation.is_holder && turned->situation.is_over && turned->situation.is_closed &&
	       turned->situation.is_first_time;
}

/* Whether the code is the holder's; else it is said what is wrong with it. */
static bool read_code(const struct vault_key_turned *turned, const struct bid_holder *holder,
                      unsigned char *ret_seed, struct arena *arena, struct findings *findings)
{
	if (!key_code_read(turned->code, ret_seed)) {
		(void)findings_add(
			findings, "turned-mistyped", "code",
			WORDS("Deze code is niet goed overgenomen: er klopt een teken niet. Kijk hem na."));
		return false;
	}
	if (strcmp(key_code_public(ret_seed, arena), holder->public_key) != 0) {
		(void)findings_add(
			findings, "turned-other", "code",
			WORDS("Dit is een goede code, maar niet die van uw sleutel in deze aanbesteding."));
		return false;
	}
	return true;
}

static void say_changed(int64_t bid, const struct vault_key_turned *turned, struct findings *findings)
{
	if (!turned->despite)
		(void)findings_add(
			findings, "turned-changed", "despite",
			WORDS("Inschrijving %lld is veranderd sinds zij is ingediend, en is niet te "
		              "openen. Zoek uit wat er is gebeurd. Kruis aan als de andere toch open "
		              "moeten."),
			(long long)bid);
}

/* The key of a bid of which both shares are there; NULL where something of it was changed. */
static const char *key_of(const struct waiting_bid *bid, const struct vault_key_turned *turned,
                          const char *share, struct arena *arena)
{
	CLEANUP(arena_freep) struct arena *scratch = arena_new((size_t)8 * 1024 * 1024);
	const char *const shares[] = { share, bid->other_share };
	const int64_t places[] = { turned->place, bid->other_place };
	const struct envelope envelope = { .sealed = bid->sealed, .digest = bid->digest };
	const char *key = envelope_key(shares, places, arena);

	return key != NULL && envelope_open(&envelope, key, scratch) != NULL ? key : NULL;
}

/* A share that does not open is empty, and its bid was changed. */
static void turn(const struct records *waiting, const unsigned char *seed, struct vault_key_turned *turned,
                 struct arena *arena, struct findings *findings)
{
	const struct waiting_bid *bid = waiting->items;
	struct turned_share *shares;

	turned->shares = records_new(&turned_share_record, waiting->count, arena);
	turned->situation.openings = ARENA_MANY(arena, waiting->count + 1, struct bid_key);
	shares = turned->shares.items;
	for (size_t i = 0; i < waiting->count; i++) {
		const char *share = envelope_share(or_empty(bid[i].own_share), seed, arena);
		const char *key =
			turned->opens && share != NULL ? key_of(&bid[i], turned, share, arena) : NULL;

		shares[i] = (struct turned_share){ bid[i].bid, share };
		if (share == NULL || (turned->opens && key == NULL))
			say_changed(bid[i].bid, turned, findings);
		if (turned->opens)
			turned->situation.openings[turned->situation.openings_count++] =
				(struct bid_key){ bid[i].bid, key };
	}
}

static enum status prepare_turned(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct vault_key_turned *turned = fact->item;
	unsigned char seed[KEY_SEED_BYTES];
	const struct bid_holder *holder;
	struct records waiting = { 0 };
	enum status status = look_at_vault(journal, turned, &holder, fault);

	if (status != OK || holder == NULL || !may_turn(turned))
		return status;
	turned->place = holder->place;
	if (!read_code(turned, holder, seed, journal->arena, findings))
		return OK;
	{
		const struct value values[] = { value_number(journal->register_id),
			                        value_text(turned->tender), value_number(turned->place) };

		status = db_list(journal->db, &sql_procurement_waiting, values, COUNT(values),
		                 &(struct db_list){ &waiting_record, journal->arena, &waiting }, fault);
	}
	if (status == OK)
		turn(&waiting, seed, turned, journal->arena, findings);
	sodium_memzero(seed, sizeof(seed));
	return status;
}

static enum status apply_turned(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct vault_key_turned *turned = fact->item;
	const struct turned_share *shares = turned->shares.items;
	const struct value values[] = { value_number(register_id), value_text(turned->tender),
		                        value_number(turned->place), value_date(fact->valid_on) };
	const struct value opened[] = { values[0], values[1], values[3] };
	enum status status = db_run(db, &sql_procurement_turn_key, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < turned->shares.count; i++) {
		const struct value share[] = { values[0], value_number(shares[i].bid), values[2],
			                       value_text_or_empty(shares[i].share) };

		status = db_run(db, &sql_procurement_set_share, share, COUNT(share), fault);
	}
	if (status != OK || !turned->opens)
		return status;
	status = db_run(db, &sql_procurement_clear_all_drafts, opened, 2, fault);
	return status == OK ? db_run(db, &sql_procurement_open_tender, opened, COUNT(opened), fault) : status;
}

const struct journal_kind vault_key_turned_kind = {
	.name = "vault_key_turned",
	.title = WORDS("Kluis openen"),
	.done = WORDS("Sleutel van de kluis gebruikt"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_LOG_IN,
	.record = &vault_key_turned_record,
	.prepare = prepare_turned,
	.rules = vault_key_turned_rules,
	.rules_count = VAULT_KEY_TURNED_RULES_COUNT,
	.apply = apply_turned,
	.page = VAULT_PAGE,
};

/* --- opened --- */

enum status vault_open_each(struct journal *journal, const struct journal_fact *cause, size_t place,
                            void *item, bool *ret_follows, struct fault *fault)
{
	const struct vault_key_turned *turned = cause->item;
	struct bid_opened *opened = item;

	(void)journal;
	(void)fault;
	*ret_follows = place < turned->situation.openings_count;
	if (!*ret_follows)
		return OK;
	opened->bid = turned->situation.openings[place].bid;
	opened->tender = turned->tender;
	opened->opening_key = turned->situation.openings[place].key;
	opened->outcome = opened->opening_key == NULL ? "changed" : "opened";
	return OK;
}

static enum status apply_opened(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct bid_opened *opened = fact->item;
	const struct value values[] = { value_number(register_id), value_number(opened->bid),
		                        value_text(opened->outcome), value_text_or_empty(opened->opening_key),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_procurement_open_bid, values, COUNT(values), fault);
}

const struct journal_kind bid_opened_kind = {
	.name = "bid_opened",
	.title = WORDS("Inschrijving geopend"),
	.done = WORDS("Inschrijving geopend"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &bid_opened_record,
	.apply = apply_opened,
};
