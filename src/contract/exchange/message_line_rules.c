/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules of level 2 for the lines of a claim, and of its answer. */
#include "contract/exchange/message_holds.h"

#include <string.h>

#include "platform/base/words.h"

/* A euro is its own unit. */
#define UNIT_EUROS "83"

static bool is_credit(const struct message_line *line)
{
	return message_is_code(line->amount.side, MESSAGE_CREDIT);
}

/* TR101: the key of a line is both its references, inside its client. */
static bool line_is_new(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;
	struct message_key_text key = message_key_new('L');

	message_key_number_add(&key, (int64_t)in->item->claim.claimants.count);
	message_key_text_add(&key, line->reference.number);
	message_key_text_add(&key, line->reference.earlier);
	return message_keys_add(in->keys, &key);
}

/* A reference by itself: of a debit line, or as the earlier one of another. */
static struct message_key_text reference_key(char sort, const char *reference)
{
	struct message_key_text key = message_key_new(sort);

	message_key_text_add(&key, reference);
	return key;
}

/* TR315 */
static bool earlier_is_new(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;
	struct message_key_text key = reference_key('E', line->reference.earlier);

	if (line->reference.earlier == NULL)
		return true;
	*in->has_earlier = true;
	return message_keys_add(in->keys, &key);
}

/* TR316: whichever of both comes first. */
static bool credit_is_of_other_message(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;
	struct message_key_text key;

	if (is_credit(line)) {
		key = reference_key('D', line->reference.earlier);
		return line->reference.earlier == NULL || !message_keys_have(in->keys, &key);
	}
	key = reference_key('D', line->reference.number);
	(void)message_keys_add(in->keys, &key);
	key = reference_key('E', line->reference.number);
	return !*in->has_earlier || !message_keys_have(in->keys, &key);
}

/* TR416 */
static bool debit_is_new(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;
	struct message_key_text key = message_key_new('P');

	message_key_number_add(&key, line->order);
	message_key_text_add(&key, line->product.category);
	message_key_text_add(&key, line->product.code);
	message_key_number_add(&key, line->period.begins_on.day);
	message_key_number_add(&key, line->period.ends_on.day);
	return is_credit(line) || message_keys_add(in->keys, &key);
}

/* CD060. The sum for TR358 is kept on the way: this rule sees each line. */
static bool credit_has_earlier(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;

	in->claimed->cents += is_credit(line) ? -line->amount.amount.cents : line->amount.amount.cents;
	return is_credit(line) == (line->reference.earlier != NULL);
}

/* CD087 */
static bool rate_fits_unit(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;

	(void)in;
	return line->has_rate != message_is_code(line->unit, UNIT_EUROS);
}

/* CS339 */
static bool euros_are_volume(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;

	(void)in;
	return !message_is_code(line->unit, UNIT_EUROS) || line->amount.amount.cents == line->volume;
}

/* TR342 */
static bool line_is_refused(const void *part, const struct message_context *in)
{
	const struct message_line *line = part;

	(void)in;
	for (size_t i = 0; i < line->return_codes.count; i++)
		if (message_is_code(line->return_codes.items[i], MESSAGE_NO_REMARK))
			return false;
	return true;
}

static const struct message_rule rules[] = {
	MESSAGE_RULE("TR101", NULL, "line", "ProductReferentie", line_is_new,
	             WORDS("Geef elke regel maar één keer.")),
	MESSAGE_RULE("CD060", NULL, "line", "ProductReferentie/VorigReferentieNummer", credit_has_earlier,
	             WORDS("Noem bij een creditregel de regel die ermee vervalt, en alleen dan.")),
	MESSAGE_RULE("TR315", "WMO323", "line", "ProductReferentie/VorigReferentieNummer", earlier_is_new,
	             WORDS("Crediteer een regel maar één keer.")),
	MESSAGE_RULE("TR316", "WMO323", "line", "ProductReferentie", credit_is_of_other_message,
	             WORDS("Crediteer geen regel uit hetzelfde bericht.")),
	MESSAGE_RULE("TR416", "WMO323", "line", "", debit_is_new,
	             WORDS("Voor deze toewijzing, dit product en deze dagen staat er al een debetregel.")),
	MESSAGE_RULE("CD087", "WMO323", "line", "ProductTarief", rate_fits_unit,
	             WORDS("Vul het tarief in, behalve bij een bedrag in euro’s.")),
	MESSAGE_RULE("CS339", "WMO323", "line", "IngediendBedrag", euros_are_volume,
	             WORDS("Bij euro’s is het bedrag gelijk aan het volume.")),
	MESSAGE_RULE("TR342", "WMO325", "line", "RetourCodes", line_is_refused,
	             WORDS("Het antwoord noemt alleen regels die niet zijn goedgekeurd.")),
};
const struct message_rules message_line_rules = { rules, COUNT(rules) };
