/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules across messages: each row a rule of the standard with its return code and our words. */
#include "contract/exchange/message_rule.h"
#include "platform/base/words.h"

/* Levels 3 and 4, as far as they concern a 301, a 305 or a 307. */
const struct message_cross_rule message_cross_rules[] = {
	{ "TR056", "9056", "WMO301 WMO305 WMO307", true,
	  WORDS("De identificatie van een bericht is uniek voor de afzender en de soort bericht.") },
	{ "TR135", "8848", "WMO301 WMO305 WMO307", true, WORDS("De dagtekening ligt niet in de toekomst.") },
	{ "TR378", "S300", "WMO301 WMO305 WMO307", true,
	  WORDS("De gemeente bestaat volgens het CBS op de dag waarop de toewijzing ingaat.") },
	{ "TR381", "S329", "WMO301 WMO305 WMO307", false,
	  WORDS("De productcode hoort volgens de afgesproken lijst bij de categorie.") },
	{ "TR332", "9332", "WMO301", false, WORDS("Een toewijzingsnummer is uniek binnen een gemeente.") },
	{ "TR379", "9379", "WMO301", false,
	  WORDS("De referentie van de aanbieder staat alleen in de toewijzing die zijn verzoek inwilligt.") },
	{ "TR385", "9385", "WMO301", false,
	  WORDS("Een toewijzing met goedgekeurde prestaties wordt niet verwijderd.") },
	{ "TR019", "9019", "WMO305 WMO307", false,
	  WORDS("Een start hoort bij een toewijzing, door haar nummer.") },
	{ "TR063", "9063", "WMO305 WMO307", false,
	  WORDS("Wie een start verwijdert, heeft die met dezelfde sleutel eerder gemeld.") },
	{ "TR071", "9071", "WMO305", false,
	  WORDS("Een start waarna een stop is gemeld, wordt niet verwijderd.") },
	{ "TR074", "9074", "WMO305 WMO307", false,
	  WORDS("Een eerste aanlevering is er niet al met dezelfde sleutel.") },
	{ "TR382", "9069", "WMO307", false, WORDS("Een stop noemt de begindatum van de start die loopt.") },
	{ "TR413", "9413", "WMO307", false,
	  WORDS("Op een tijdelijke stop volgt een start of een stop voor goed.") },
	{ "TR414", "9414", "WMO307", false, WORDS("Een stop ligt niet voor een eerdere stop.") },
	{ "TR415", "9415", "WMO307", false, WORDS("Wat voor goed is gestopt, stopt niet nog eens.") },
	{ "TR326", "9326", "WMO305", false, WORDS("Een nieuwe start komt niet zolang er een start loopt.") },
};
const size_t message_cross_rules_count = COUNT(message_cross_rules);
