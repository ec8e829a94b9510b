/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules of level 2 for a claim and its answer as a whole: clients, totals and periods. */
#include "contract/exchange/message_holds.h"

#include <string.h>

#include "platform/base/words.h"

/* TR101: the key of a client is the citizen service number. */
static bool claimant_is_new(const void *part, const struct message_context *in)
{
	const struct message_claimant *claimant = part;
	struct message_key_text key = message_key_new('B');

	message_key_text_add(&key, claimant->bsn);
	return message_keys_add(in->keys, &key);
}

/* CS002 */
static bool claimant_is_possible(const void *part, const struct message_context *in)
{
	const struct message_claimant *claimant = part;

	(void)in;
	return message_bsn_is_possible(claimant->bsn);
}

/* TR358: what is credited counts negative. */
static bool total_is_sum(const void *part, const struct message_context *in)
{
	const struct message_claim *claim = part;
	int64_t total = claim->total.amount.cents;

	return in->claimed->cents == (message_is_code(claim->total.side, MESSAGE_CREDIT) ? -total : total);
}

/* CS325 */
static bool nothing_is_debit(const void *part, const struct message_context *in)
{
	const struct message_amount *amount = part;

	(void)in;
	return amount->amount.cents != 0 || message_is_code(amount->side, MESSAGE_DEBIT);
}

/* --- periods --- */

/* TR134 */
static bool period_has_begun(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;

	return !date_before(in->header->identity.dated, period->begins_on);
}

/* TR137: not before the begin. */
static bool period_ends_after_begin(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;

	(void)in;
	return message_ends_after_begin(period->begins_on, period->ends_on);
}

/* TR137: nor after the message: a month is claimed when it is over. */
static bool period_is_over(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;

	return !date_before(in->header->identity.dated, period->ends_on);
}

/* CS100 */
static bool period_is_after_2020(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;

	(void)in;
	return !date_before(period->begins_on, date_of(2021, 1, 1));
}

static bool is_one_month(const struct message_period *period)
{
	int year, month, day, last_year, last_month, last_day;

	date_parts(period->begins_on, &year, &month, &day);
	date_parts(period->ends_on, &last_year, &last_month, &last_day);
	return year == last_year && month == last_month;
}

/* CS337 */
static bool period_is_in_one_month(const void *part, const struct message_context *in)
{
	(void)in;
	return is_one_month(part);
}

/* CS340: from the first of a month to the day before the first of the next. */
static bool period_is_whole_month(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;
	int year, month, first, after;

	(void)in;
	date_parts(period->begins_on, &year, &month, &first);
	date_parts(date_add_days(period->ends_on, 1), &year, &month, &after);
	return is_one_month(period) && first == 1 && after == 1;
}

/* TR335: at most five years back. */
static bool period_is_recent(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;
	struct date latest = date_birthday(period->ends_on, 5);

	return !date_is(latest) || !date_before(latest, in->item->claim.dated);
}

/* TR319 */
static bool period_is_not_later(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;

	return !date_before(in->item->claim.period.ends_on, period->ends_on);
}

static const struct message_rule rules[] = {
	MESSAGE_FORM_RULE("CS319", NULL, "claim", "DeclaratieNummer",
	                  WORDS("Een declaratienummer heeft alleen letters en cijfers.")),
	MESSAGE_RULE("CS002", NULL, "claimant", "Bsn", claimant_is_possible,
	             WORDS("Dit burgerservicenummer kan niet bestaan: het voldoet niet aan de elfproef.")),
	MESSAGE_RULE("TR101", NULL, "claimant", "Bsn", claimant_is_new,
	             WORDS("Geef elke cliënt maar één keer.")),
	MESSAGE_RULE("TR358", "WMO323", "claim", "TotaalIngediendBedrag", total_is_sum,
	             WORDS("Het totaal is niet de som van de regels, debet min credit.")),
	MESSAGE_RULE("CS325", NULL, "total amount", "DebetCredit", nothing_is_debit,
	             WORDS("Een bedrag van 0 is debet.")),
	MESSAGE_RULE("TR134", NULL, "claim_period line_period", "Begindatum", period_has_begun,
	             WORDS("De begindatum ligt na de dagtekening.")),
	MESSAGE_RULE("TR137", NULL, "claim_period line_period", "Einddatum", period_ends_after_begin,
	             WORDS("De einddatum ligt voor de begindatum.")),
	MESSAGE_RULE("TR137", NULL, "claim_period line_period", "Einddatum", period_is_over,
	             WORDS("De einddatum ligt na de dagtekening.")),
	MESSAGE_RULE(
		"CS100", "WMO323", "claim_period line_period", "", period_is_after_2020,
		WORDS("Vóór 2021 werd nog niet zo gedeclareerd: de periode begint op of na 1 januari 2021.")),
	MESSAGE_RULE("CS340", "WMO323", "claim_period", "", period_is_whole_month,
	             WORDS("Declareer één hele kalendermaand.")),
	MESSAGE_RULE("CS337", "WMO323", "line_period", "", period_is_in_one_month,
	             WORDS("Een regel gaat over dagen in één kalendermaand.")),
	MESSAGE_RULE("TR335", "WMO323", "line_period", "Einddatum", period_is_recent,
	             WORDS("De einddatum ligt meer dan vijf jaar voor de dagtekening van de declaratie.")),
	{ "TR319", "9319", "WMO323", "line_period", "Einddatum",
	  WORDS("De regel gaat over dagen na de maand van de declaratie."), period_is_not_later },
};
const struct message_rules message_claim_rules = { rules, COUNT(rules) };
