/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/awarded.h"

#include "contract/assessment/assessment_store.h"
#include "contract/assessment/deciding.h"
#include "contract/assessment/marking.h"
#include "contract/assessment/signing.h"

#define CORNERS 3

static const char *const assessor_roles[CORNERS] = { "policy_adviser", "social_worker", "contract_manager" };

static const char *account_of(const struct filling *filling, size_t corner)
{
	return settings_account(filling->ground.of, assessor_roles[corner])->account;
}

static enum status bring(struct filling *filling, const struct journal_kind *kind, const char *account,
                         void *item, struct fault *fault)
{
	int64_t fact;

	return acts_append(filling, kind, account, item, &fact, fault);
}

static int64_t bid_at(const struct assessed *assessed, size_t place)
{
	return ((const struct owed_bid *)assessed->owed.bids.items)[place].bid;
}

static bool wins(const struct owed *owed, size_t place)
{
	return 2 * place < owed->bids.count;
}

/* Whether a bid falls on a criterion. */
static bool is_weak(const struct owed *owed, size_t place, size_t criterion)
{
	return !wins(owed, place) && place % owed->criteria_count == criterion;
}

/* Who marks, or all of them together. */
#define TOGETHER CORNERS
#define LEVELS 3

/* A mark for each bid on each criterion, of one assessor or of all together. */
static enum status mark_all(struct filling *filling, const struct assessed *assessed, size_t whose,
                            struct fault *fault)
{
	/* by who marks, and how good the bid is */
	static const char *const marks[][LEVELS] = { { "8", "8.5", "9" },
		                                     { "8.5", "9", "9" },
		                                     { "8", "8", "9.5" },
		                                     [TOGETHER] = { "8", "8.5", "9" } };
	static const char *const low[][LEVELS] = { { "6", "7", "7.5" },
		                                   { "6.5", "7", "8" },
		                                   { "5.5", "6.5", "7.5" },
		                                   [TOGETHER] = { "6", "7", "7.5" } };
	const char *account = account_of(filling, whose == TOGETHER ? 0 : whose);
	const struct notice_criterion *criteria = assessed->notice.criteria.items;
	size_t count = assessed->owed.criteria_count;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < assessed->owed.bids.count * count; i++) {
		bool is_low = is_weak(&assessed->owed, i / count, i % count);
		const char *why = is_low ? "Het antwoord zegt nog niet hoe precies en met wie."
		                         : "Concreet: wie er komt, hoe vaak, en wat de inwoner ervan merkt.";
		struct mark_brought given = { .tender = assessed->notice.tender,
			                      .bid = bid_at(assessed, i / count),
			                      .criterion = criteria[i % count].criterion,
			                      .mark = (is_low ? low : marks)[whose][i / count % LEVELS],
			                      .reason = why };
		struct consensus_reached reached = { .tender = given.tender,
			                             .bid = given.bid,
			                             .criterion = given.criterion,
			                             .mark = given.mark,
			                             .motivation = why };

		status = whose == TOGETHER ? bring(filling, &consensus_reached_kind, account, &reached, fault)
		                           : bring(filling, &mark_given_kind, account, &given, fault);
	}
	return status;
}

enum status awarded_mark(struct filling *filling, const char *tender, struct fault *fault)
{
	const char *manager = account_of(filling, CORNERS - 1);
	struct assessed assessed;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < CORNERS; i++) {
		struct assessor_named named = { .tender = tender, .account = account_of(filling, i) };
		struct conflict_declared declared = { .tender = tender, .sort = "none" };

		status = bring(filling, &assessor_named_kind, manager, &named, fault);
		if (status == OK)
			status = bring(filling, &conflict_declared_kind, named.account, &declared, fault);
	}
	if (status == OK)
		status = assessment_see(&filling->journal, tender, &assessed, fault);
	for (size_t i = 0; status == OK && i < CORNERS; i++)
		status = mark_all(filling, &assessed, i, fault);
	return status;
}

enum status awarded_agree(struct filling *filling, const char *tender, struct fault *fault)
{
	struct marks_frozen frozen = { .tender = tender };
	struct assessed assessed;
	enum status status = assessment_see(&filling->journal, tender, &assessed, fault);

	if (status == OK)
		status = mark_all(filling, &assessed, TOGETHER, fault);
	return status == OK
	               ? bring(filling, &marks_frozen_kind, account_of(filling, CORNERS - 1), &frozen, fault)
	               : status;
}

enum status awarded_decide(struct filling *filling, const char *tender, struct fault *fault)
{
	const char *manager = account_of(filling, CORNERS - 1);
	struct date today = filling->clock.fixed_day;
	struct award_decided decided = {
		.tender = tender,
		.characteristics = "Wie wint, beschrijft per inwoner wie er komt, wanneer, en met wie er "
				   "wordt overlegd.",
		.send_on = today,
	};
	struct assessed assessed;
	enum status status = assessment_see(&filling->journal, tender, &assessed, fault);

	if (status == OK)
		status = bring(filling, &award_decided_kind, manager, &decided, fault);
	for (size_t i = 0; status == OK && i < assessed.owed.bids.count; i++) {
		struct award_letter_sent sent = {
			.tender = tender, .bid = bid_at(&assessed, i), .sent_on = today, .how = "post"
		};

		status = bring(filling, &award_letter_sent_kind, manager, &sent, fault);
	}
	return status;
}

enum status awarded_sign(struct filling *filling, const char *tender, struct fault *fault)
{
	const char *manager = account_of(filling, CORNERS - 1);
	struct date today = filling->clock.fixed_day;
	struct award_published published = { .tender = tender,
		                             .published_on = today,
		                             .published_at = "TenderNed" };
	struct assessed assessed;
	enum status status = assessment_see(&filling->journal, tender, &assessed, fault);

	for (size_t i = 0; status == OK && i < assessed.owed.bids.count && wins(&assessed.owed, i); i++) {
		struct agreement_signed made = { .tender = tender,
			                         .bid = bid_at(&assessed, i),
			                         .signed_on = today };

		status = bring(filling, &agreement_signed_kind, manager, &made, fault);
	}
	return status == OK ? bring(filling, &award_published_kind, manager, &published, fault) : status;
}
