/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/tenders.h"

#include <sodium.h>
#include <string.h>

#include "common/scheme/holding.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/bid_store.h"
#include "contract/procurement/draft.h"
#include "contract/procurement/key_code.h"
#include "contract/procurement/opening.h"
#include "contract/procurement/question.h"
#include "contract/tender/terms.h"
#include "demo/awarded.h"

#define DECIDED "proefronde"
#define OPENED "ronde-1"
#define WAITING "ronde-2"
#define RUNNING "ronde-3"

enum tender_act { ANNOUNCE, HOLD_KEYS, ASK, ANSWER, BID, WRITE, TURN_KEYS, MARK, AGREE, DECIDE, SIGN };

/* So many days before today somebody does something in a tender. */
static const struct tender_step {
	const char *tender;
	enum tender_act act;
	int32_t days_ago;
	int32_t until_days; /* of a notice: how much later bids close */
	const char *party;  /* who bids */
	size_t holder;      /* or the contract party of the scheme at that place, from 1 */
} steps[] = {
	{ DECIDED, ANNOUNCE, 399, 40, NULL, 0 },
	{ DECIDED, HOLD_KEYS, 398, 0, NULL, 0 },
	{ .tender = DECIDED, .act = BID, .days_ago = 372, .holder = 1 },
	{ .tender = DECIDED, .act = BID, .days_ago = 371, .holder = 3 },
	{ .tender = DECIDED, .act = BID, .days_ago = 370, .holder = 4 },
	{ .tender = DECIDED, .act = BID, .days_ago = 369, .holder = 7 },
	{ .tender = DECIDED, .act = BID, .days_ago = 368, .holder = 11 },
	{ .tender = DECIDED, .act = BID, .days_ago = 367, .holder = 14 },
	{ .tender = DECIDED, .act = BID, .days_ago = 366, .holder = 18 },
	{ .tender = DECIDED, .act = BID, .days_ago = 365, .holder = 21 },
	{ .tender = DECIDED, .act = BID, .days_ago = 364, .holder = 24 },
	{ .tender = DECIDED, .act = BID, .days_ago = 363, .holder = 26 },
	{ .tender = DECIDED, .act = BID, .days_ago = 362, .holder = 27 },
	{ .tender = DECIDED, .act = BID, .days_ago = 361, .holder = 28 },
	{ DECIDED, TURN_KEYS, 357, 0, NULL, 0 },
	{ DECIDED, MARK, 340, 0, NULL, 0 },
	{ DECIDED, AGREE, 330, 0, NULL, 0 },
	{ DECIDED, DECIDE, 325, 0, NULL, 0 },
	{ DECIDED, SIGN, 300, 0, NULL, 0 },
	{ OPENED, ANNOUNCE, 400, 60, NULL, 0 },
	{ OPENED, HOLD_KEYS, 398, 0, NULL, 0 },
	{ OPENED, ASK, 390, 0, "Thuis Samen", 0 },
	{ OPENED, ANSWER, 385, 0, NULL, 0 },
	{ OPENED, BID, 352, 0, "Thuis Samen", 0 },
	{ OPENED, BID, 351, 0, "Hulp Dichtbij", 0 },
	{ OPENED, BID, 350, 0, "Zorgkring Voorbeeld", 0 },
	{ OPENED, BID, 349, 0, "Wijkhulp Voorbeeld", 0 },
	{ OPENED, BID, 348, 0, "Buurtmensen Voorbeeld", 0 },
	{ OPENED, BID, 347, 0, "Thuisploeg Voorbeeld", 0 },
	{ OPENED, TURN_KEYS, 339, 0, NULL, 0 },
	{ WAITING, ANNOUNCE, 60, 57, NULL, 0 },
	{ WAITING, HOLD_KEYS, 59, 0, NULL, 0 },
	{ WAITING, BID, 20, 0, "Thuis Samen", 0 },
	{ WAITING, BID, 19, 0, "Hulp Dichtbij", 0 },
	{ RUNNING, ANNOUNCE, 14, 56, NULL, 0 },
	{ RUNNING, HOLD_KEYS, 13, 0, NULL, 0 },
	{ RUNNING, ASK, 10, 0, "Hulp Dichtbij", 0 },
	{ RUNNING, ANSWER, 9, 0, NULL, 0 },
	{ RUNNING, ASK, 2, 0, "Thuis Samen", 0 },
	{ RUNNING, WRITE, 5, 0, "Hulp Dichtbij", 0 },
};

#define QUESTION_DAYS 14 /* before bids close */
#define TITLE "Thuisondersteuning, %s"

/* The first scheme by which can be awarded; NULL where there is none. */
static const struct scheme_entry *awarding(const struct filling *filling)
{
	const struct journal *journal = &filling->journal;
	const struct scheme_entry *entry = NULL;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		struct findings findings = findings_new(filling->arena, "en");
		struct tender_terms terms = tender_terms_of(&entry->scheme, filling->arena);

		if (tender_terms_suffice(&terms, &findings))
			return entry;
	}
	return NULL;
}

uint32_t tenders_steps(const struct filling *filling)
{
	return awarding(filling) == NULL ? 0 : (uint32_t)COUNT(steps);
}

struct date tenders_day(const struct filling *filling, uint32_t step)
{
	return date_add_days(filling->ground.of->day, -steps[step].days_ago);
}

/* Who acts in a step: an organisation, or a contract party of the scheme; NULL: nobody of an organisation. */
static const char *party_of(const struct filling *filling, const struct tender_step *step)
{
	const struct scheme *scheme = &awarding(filling)->scheme;
	const struct scheme_lot *lot = scheme->lots.items;
	const struct scheme_agreement *agreement = scheme->agreements.items;
	struct texts holders = { 0 };

	for (size_t i = 0; step->holder > 0 && i < scheme->agreements.count; i++)
		if (check_is(agreement[i].name, lot->agreement))
			holders =
				scheme_holders(scheme, agreement[i].name, agreement[i].from, filling->arena);
	return holders.count == 0 ? step->party : holders.items[(step->holder - 1) % holders.count];
}

/* Who bids for a party: its account, or one that is gone since. */
static const char *bidder(const struct filling *filling, const char *party)
{
	const struct demo_account *account = filling->ground.of->accounts.items;

	for (size_t i = 0; i < filling->ground.of->accounts.count; i++)
		if (account[i].party != NULL && strcmp(account[i].party, party) == 0)
			return account[i].account;
	return "inschrijver";
}

static const char *const holder_roles[SPLIT_PARTS] = { "contract_manager", "social_worker", "decider" };

static enum status announce(struct filling *filling, const struct tender_step *step, struct fault *fault)
{
	struct notice_requirement requirements[] = {
		{ "Voortgangsgesprekken, altijd met alle drie de hoeken" },
		{ "Een vaste contactpersoon voor elke hoek" },
	};
	const char *name = strcmp(step->tender, DECIDED) == 0   ? "proefronde"
	                   : strcmp(step->tender, OPENED) == 0  ? "eerste ronde"
	                   : strcmp(step->tender, WAITING) == 0 ? "tweede ronde"
	                                                        : "derde ronde";
	struct date bids_day = date_add_days(filling->clock.fixed_day, step->until_days);
	struct tender_announced announced = {
		.name = step->tender,
		.scheme = awarding(filling)->scheme.name,
		.title = arena_print(filling->arena, TITLE, name),
		.about = "Wij zoeken organisaties die mensen thuis helpen, met een aanspreekpunt voor alles.",
		.why = "Een gesloten contract en bewust geen open house: met minder partijen is er een "
		       "gesprek.",
		.questions_until = date_add_days(bids_day, -QUESTION_DAYS),
		.bids_day = bids_day,
		.bids_time = "12:00",
		.holder_1 = settings_account(filling->ground.of, holder_roles[0])->account,
		.holder_2 = settings_account(filling->ground.of, holder_roles[1])->account,
		.holder_3 = settings_account(filling->ground.of, holder_roles[2])->account,
		.requirements = { requirements, COUNT(requirements) },
	};
	int64_t fact;

	return acts_append(filling, &tender_announced_kind, announced.holder_1, &announced, &fact, fault);
}

/* Of a demonstration everybody may know the codes: they come from the names of the accounts. */
static void demo_seed(const char *account, unsigned char *ret_seed)
{
	(void)crypto_generichash(ret_seed, KEY_SEED_BYTES, (const unsigned char *)account, strlen(account),
	                         NULL, 0);
}

static enum status hold_keys(struct filling *filling, const struct tender_step *step, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < SPLIT_PARTS; i++) {
		const char *account = settings_account(filling->ground.of, holder_roles[i])->account;
		struct vault_key_held held = { .tender = step->tender };
		unsigned char seed[KEY_SEED_BYTES];
		int64_t fact;

		demo_seed(account, seed);
		held.public_key = key_code_public(seed, filling->arena);
		status = acts_append(filling, &vault_key_held_kind, account, &held, &fact, fault);
	}
	return status;
}

static enum status turn_keys(struct filling *filling, const struct tender_step *step, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < 2; i++) {
		const char *account = settings_account(filling->ground.of, holder_roles[i])->account;
		struct vault_key_turned turned = { .tender = step->tender };
		unsigned char seed[KEY_SEED_BYTES];
		int64_t fact;

		demo_seed(account, seed);
		turned.code = key_code_of(seed, filling->arena);
		status = acts_append(filling, &vault_key_turned_kind, account, &turned, &fact, fault);
	}
	return status;
}

static enum status ask(struct filling *filling, const struct tender_step *step, struct fault *fault)
{
	struct tender_question_asked asked = {
		.tender = step->tender,
		.subject = "Vaste gezichten",
		.asked = "Hoeveel verschillende mensen mogen er bij een inwoner komen?",
	};
	int64_t fact;

	return acts_append(filling, &tender_question_asked_kind, bidder(filling, filling->journal.party),
	                   &asked, &fact, fault);
}

static enum status answer(struct filling *filling, const struct tender_step *step, struct fault *fault)
{
	struct records questions = { 0 };
	struct tender_question_answered answered = {
		.answer = "Zo weinig als kan: een vaste hulp, en een vaste vervanger.",
	};
	int64_t fact;
	enum status status = tender_questions(&filling->journal, step->tender, &questions, fault);

	if (status != OK || questions.count == 0)
		return status;
	answered.question = ((const struct tender_question *)questions.items)->question;
	return acts_append(filling, &tender_question_answered_kind,
	                   settings_account(filling->ground.of, "contract_manager")->account, &answered,
	                   &fact, fault);
}

static const char *const texts[] = {
	"Wij beginnen bij wat de inwoner en de mensen eromheen zelf willen en kunnen.",
	"Elke inwoner heeft een vaste hulp en een vaste vervanger.",
	"Wij overleggen elke twee weken met het wijkteam en de huisarts.",
};

/* A text on each criterion, or on the first alone. */
static enum status write(struct filling *filling, const struct tender_notice *notice, int64_t bid,
                         size_t count, struct fault *fault)
{
	const struct notice_criterion *criteria = notice->criteria.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < count && i < notice->criteria.count; i++) {
		const struct bid_answer answered = {
			.criterion = criteria[i].criterion,
			.answer = texts[(i + (size_t)bid) % COUNT(texts)],
			.how = "In de eerste week komt dezelfde persoon twee keer; daarna maken we samen een "
			       "plan.",
			.with = "Met de inwoner, een vaste hulp en het wijkteam.",
		};

		status = draft_save(&filling->journal, bid, &answered, fault);
	}
	return status;
}

static enum status bid(struct filling *filling, const struct tender_step *step, struct fault *fault)
{
	const char *account = bidder(filling, filling->journal.party);
	struct tender_notice notice = { 0 };
	struct bid_begun begun = { .tender = step->tender };
	struct bid_submitted submitted = { .agrees = true };
	int64_t fact;
	enum status status = procurement_tender_find(filling->journal.db, filling->journal.register_id,
	                                             step->tender, filling->arena, &notice, fault);

	if (status != OK || notice.lots.count == 0)
		return status;
	begun.lot = ((const struct notice_lot *)notice.lots.items)->lot;
	status = acts_append(filling, &bid_begun_kind, account, &begun, &submitted.bid, fault);
	if (status == OK)
		status = write(filling, &notice, submitted.bid, step->act == BID ? notice.criteria.count : 1,
		               fault);
	if (status != OK || step->act == WRITE)
		return status;
	return acts_append(filling, &bid_submitted_kind, account, &submitted, &fact, fault);
}

enum status tenders_perform(struct filling *filling, uint32_t step, struct fault *fault)
{
	static enum status (*const perform[])(struct filling *, const struct tender_step *,
	                                      struct fault *) = {
		[ANNOUNCE] = announce, [HOLD_KEYS] = hold_keys, [ASK] = ask, [ANSWER] = answer, [BID] = bid,
		[WRITE] = bid,         [TURN_KEYS] = turn_keys,
	};
	static enum status (*const judge[])(struct filling *, const char *, struct fault *) = {
		[MARK] = awarded_mark,
		[AGREE] = awarded_agree,
		[DECIDE] = awarded_decide,
		[SIGN] = awarded_sign,
	};
	enum tender_act act = steps[step].act;
	enum status status;

	filling->journal.party = party_of(filling, &steps[step]);
	status = act >= MARK ? judge[act](filling, steps[step].tender, fault)
	                     : perform[act](filling, &steps[step], fault);
	filling->journal.party = NULL;
	return status;
}
