/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of what a provider says for its claims. */
#include "contract/billing/billing.h"
#include "platform/base/words.h"

static bool is_known(const void *item)
{
	return ((const struct care_delivered *)item)->situation.is_known;
}

static bool is_own(const void *item)
{
	return ((const struct care_delivered *)item)->situation.is_own;
}

static bool is_in_chain(const void *item)
{
	return ((const struct care_delivered *)item)->situation.is_in_chain;
}

static bool is_past(const void *item)
{
	return ((const struct care_delivered *)item)->situation.is_past;
}

static bool is_amount(const void *item)
{
	return ((const struct care_delivered *)item)->situation.is_amount;
}

const struct journal_rule care_delivered_rules[CARE_DELIVERED_RULES_COUNT] = {
	{ "delivered-order", "assignment",
	  WORDS("Deze opdracht is er niet, of zij is niet verzonden of niet aangenomen."), "iWmo 3.2, TR338",
	  is_known },
	{ "delivered-own", "assignment", WORDS("Deze opdracht is niet voor uw organisatie."),
	  "Wmo 2015, art. 5.2.1", is_own },
	{ "delivered-chain", "deliverer",
	  WORDS("Deze organisatie werkt op die dag niet voor wie de opdracht heeft."), "Wmo 2015, art. 2.6.4",
	  is_in_chain },
	{ "delivered-day", "day", WORDS("Leg vast wat er geleverd is, niet wat nog komt."), "iWmo 3.2, TR137",
	  is_past },
	{ "delivered-amount", "amount", WORDS("Dit is meer dan er op een dag kan."), "iWmo 3.2, IV081",
	  is_amount },
};

static bool is_over(const void *item)
{
	return ((const struct claim_approved *)item)->situation.is_over;
}

static bool is_of_own(const void *item)
{
	return ((const struct claim_approved *)item)->situation.is_own;
}

static bool follows(const void *item)
{
	return ((const struct claim_approved *)item)->situation.follows;
}

static bool has_code(const void *item)
{
	return ((const struct claim_approved *)item)->situation.has_code;
}

static bool has_lines(const void *item)
{
	return ((const struct claim_approved *)item)->situation.has_lines;
}

const struct journal_rule claim_approved_rules[CLAIM_APPROVED_RULES_COUNT] = {
	{ "claim-month-over", "month", WORDS("Deze maand is nog niet voorbij."), "iWmo 3.2, TR137", is_over },
	{ "claim-own", "party", WORDS("U declareert alleen voor uw eigen organisatie."), "iWmo 3.2, OP254",
	  is_of_own },
	{ "claim-month-order", "month",
	  WORDS("Er is al een latere maand gedeclareerd. Neem dit mee in de declaratie van die maand of "
	        "later."),
	  "iWmo 3.2, TR318", follows },
	{ "claim-code", "party", WORDS("Uw organisatie heeft geen AGB-code voor berichten."),
	  "iWmo 3.2, OP254", has_code },
	{ "claim-empty", "month", WORDS("Er is over deze maand niets te declareren."), "iWmo 3.2, IV089",
	  has_lines },
};
