/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules of level 2 for what only requests, changes and replies have. */
#include "contract/exchange/message_holds.h"

#include <string.h>

#include "platform/base/words.h"

static int compare_references(const void *a, const void *b)
{
	const struct message_request *const *left = a, *const *right = b;

	return message_compare_texts((*left)->reference, (*right)->reference);
}

/* TR101 and TR383: the key of a request is its reference. */
static bool requests_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->requests, sizeof(struct message_request), compare_references,
	                             in->arena);
}

static int compare_wishes(const void *a, const void *b)
{
	const struct message_wish *const *left = a, *const *right = b;

	return message_compare_numbers((*left)->number, (*right)->number);
}

/* TR101: the key of what stays or changes is the number of its order. */
static bool kept_differ(const void *part, const struct message_context *in)
{
	const struct message_change *change = part;

	return message_are_different(&change->kept, sizeof(struct message_wish), compare_wishes, in->arena);
}

static bool changed_differ(const void *part, const struct message_context *in)
{
	const struct message_change *change = part;

	return message_are_different(&change->changed, sizeof(struct message_wish), compare_wishes,
	                             in->arena);
}

static int compare_added(const void *a, const void *b)
{
	const struct message_wish *const *left = a, *const *right = b;
	int order = message_compare_products(&(*left)->care.product, &(*right)->care.product);

	return order == 0 ? message_compare_numbers((*left)->care.begins_on.day, (*right)->care.begins_on.day)
	                  : order;
}

/* TR101: the key of what is new is its product and when it begins. */
static bool added_differ(const void *part, const struct message_context *in)
{
	const struct message_change *change = part;

	return message_are_different(&change->added, sizeof(struct message_wish), compare_added, in->arena);
}

/* CD043 */
static bool decision_has_begin(const void *part, const struct message_context *in)
{
	const struct message_request *request = part;

	(void)in;
	return request->has_decision == date_is(request->decision_begins_on);
}

/* A doctor, or an institution that may refer. */
static bool is_professional(const struct message_referrer *referrer)
{
	return message_is_one_of(referrer->type, "02", "03", "04") || message_is_code(referrer->type, "05");
}

/* CD066 */
static bool referrer_has_code_or_name(const void *part, const struct message_context *in)
{
	const struct message_referrer *referrer = part;

	(void)in;
	return !is_professional(referrer) || referrer->provider == NULL || referrer->name == NULL;
}

/* CD067 */
static bool referrer_is_told(const void *part, const struct message_context *in)
{
	const struct message_referrer *referrer = part;

	(void)in;
	return !is_professional(referrer) || referrer->provider != NULL || referrer->name != NULL;
}

/* CD068 */
static bool only_professional_has_code(const void *part, const struct message_context *in)
{
	const struct message_referrer *referrer = part;

	(void)in;
	return is_professional(referrer) || referrer->provider == NULL;
}

/* TR352 */
static bool change_keeps_something(const void *part, const struct message_context *in)
{
	const struct message_change *change = part;

	(void)in;
	return change->kept.count + change->changed.count > 0;
}

/* TR353 */
static bool change_asks_something(const void *part, const struct message_context *in)
{
	const struct message_change *change = part;

	(void)in;
	return change->changed.count + change->added.count > 0;
}

/* TR380 */
static bool added_begins_later(const void *part, const struct message_context *in)
{
	const struct message_wish *wish = part;

	return date_before(in->header->identity.dated, wish->care.begins_on);
}

/* CD085 */
static bool refusal_has_reason(const void *part, const struct message_context *in)
{
	const struct message_reply *reply = part;

	(void)in;
	return !message_is_code(reply->verdict, "1") || reply->refusal != NULL;
}

/* CD086 */
static bool only_refusal_has_reason(const void *part, const struct message_context *in)
{
	const struct message_reply *reply = part;

	(void)in;
	return !message_is_code(reply->verdict, "2") || reply->refusal == NULL;
}

static const struct message_rule rules[] = {
	MESSAGE_RULE("TR101", "WMO315", "client", "AangevraagdeProducten", requests_differ,
	             WORDS("Geef elke aanvraag maar één keer.")),
	MESSAGE_RULE("TR383", "WMO315", "client", "AangevraagdeProducten", requests_differ,
	             WORDS("Geef elke aanvraag een eigen referentie.")),
	MESSAGE_RULE("TR101", NULL, "change", "OngewijzigdeProducten", kept_differ,
	             WORDS("Geef elk toewijzingsnummer maar één keer.")),
	MESSAGE_RULE("TR101", NULL, "change", "TeWijzigenProducten", changed_differ,
	             WORDS("Geef elk toewijzingsnummer maar één keer.")),
	MESSAGE_RULE("TR101", NULL, "change", "NieuweProducten", added_differ,
	             WORDS("Geef elk nieuw product maar één keer per begindag.")),
	MESSAGE_RULE(
		"CD043", NULL, "request", "BeschikkingIngangsdatum", decision_has_begin,
		WORDS("Vul de ingangsdatum van de beschikking in bij een beschikkingnummer, en alleen dan.")),
	MESSAGE_RULE("CD066", NULL, "referrer", "Naam", referrer_has_code_or_name,
	             WORDS("Geef van de verwijzer de code of de naam, niet allebei.")),
	MESSAGE_RULE("CD067", NULL, "referrer", "Naam", referrer_is_told,
	             WORDS("Geef van deze verwijzer de code of de naam.")),
	MESSAGE_RULE("CD068", NULL, "referrer", "ZorgverlenerCode", only_professional_has_code,
	             WORDS("Deze soort verwijzer heeft geen code.")),
	MESSAGE_RULE("TR352", NULL, "change", "", change_keeps_something,
	             WORDS("Noem minstens één product dat blijft of wijzigt.")),
	MESSAGE_RULE("TR353", NULL, "change", "", change_asks_something,
	             WORDS("Noem minstens één product dat wijzigt of erbij komt.")),
	MESSAGE_RULE("TR380", NULL, "added", "GewensteIngangsdatum", added_begins_later,
	             WORDS("Een nieuw product gaat in na de dagtekening.")),
	MESSAGE_RULE("CD085", NULL, "reply", "RedenAfwijzingVerzoek", refusal_has_reason,
	             WORDS("Zeg waarom het verzoek is afgewezen.")),
	MESSAGE_RULE("CD086", NULL, "reply", "RedenAfwijzingVerzoek", only_refusal_has_reason,
	             WORDS("Een verzoek in onderzoek heeft geen reden van afwijzing.")),
};
const struct message_rules message_request_rules = { rules, COUNT(rules) };
