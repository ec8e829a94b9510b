/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules across messages: each row a rule of the standard with its return code and our words. */
#include "contract/exchange/message_rule.h"
#include "platform/base/words.h"

/*
 * Levels 3 and 4. Those of a claim's lines stand with the claims, which ask them; a row that is not asked
 * here says why.
 */
#define NOT_ASKED(code_, return_code_, messages_, why_, words_)                                              \
	{                                                                                                    \
		code_, return_code_, messages_, false, words_, why_                                          \
	}

const struct message_cross_rule message_cross_rules[] = {
	{ "TR056", "9056", "WMO301 WMO305 WMO307 WMO315 WMO317 WMO319 WMO323", true,
	  WORDS("De identificatie van een bericht is uniek voor de afzender en de soort bericht."), NULL },
	{ "TR135", "8848", "WMO301 WMO305 WMO307 WMO315 WMO317 WMO319 WMO323", true,
	  WORDS("De dagtekening ligt niet in de toekomst."), NULL },
	NOT_ASKED("TR378", "S300", "WMO301 WMO305 WMO307 WMO315 WMO317 WMO319 WMO323",
	          "a message for or from a municipality that no scheme of the register has is refused before "
	          "this could be asked, and gets no answer",
	          WORDS("De gemeente bestaat volgens het CBS op de dag waarop de toewijzing ingaat.")),
	{ "TR381", "S329", "WMO301 WMO305 WMO307 WMO315 WMO317", false,
	  WORDS("De productcode hoort volgens de afgesproken lijst bij de categorie."), NULL },
	{ "TR332", "9332", "WMO301", false, WORDS("Een toewijzingsnummer is uniek binnen een gemeente."),
	  NULL },
	{ "TR379", "9379", "WMO301", false,
	  WORDS("De referentie van de aanbieder staat alleen in de toewijzing die zijn verzoek inwilligt."),
	  NULL },
	{ "TR385", "9385", "WMO301", false,
	  WORDS("Een toewijzing met goedgekeurde prestaties wordt niet verwijderd."), NULL },
	{ "TR019", "9019", "WMO305 WMO307", false,
	  WORDS("Een start hoort bij een toewijzing, door haar nummer."), NULL },
	{ "TR063", "9063", "WMO305 WMO307", false,
	  WORDS("Wie een start verwijdert, heeft die met dezelfde sleutel eerder gemeld."), NULL },
	{ "TR071", "9071", "WMO305", false,
	  WORDS("Een start waarna een stop is gemeld, wordt niet verwijderd."), NULL },
	{ "TR074", "9074", "WMO305 WMO307", false,
	  WORDS("Een eerste aanlevering is er niet al met dezelfde sleutel."), NULL },
	{ "TR382", "9069", "WMO307", false, WORDS("Een stop noemt de begindatum van de start die loopt."),
	  NULL },
	{ "TR413", "9413", "WMO307", false,
	  WORDS("Op een tijdelijke stop volgt een start of een stop voor goed."), NULL },
	{ "TR414", "9414", "WMO307", false, WORDS("Een stop ligt niet voor een eerdere stop."), NULL },
	{ "TR415", "9415", "WMO307", false, WORDS("Wat voor goed is gestopt, stopt niet nog eens."), NULL },
	{ "TR326", "9326", "WMO305", false, WORDS("Een nieuwe start komt niet zolang er een start loopt."),
	  NULL },
	{ "TR304", "8187", "WMO317", false,
	  WORDS("Het BSN is van een cliënt met een toewijzing bij deze aanbieder."), NULL },
	{ "TR347", "9347", "WMO315 WMO317", false,
	  WORDS("De referentie van een verzoek is nieuw voor deze aanbieder."), NULL },
	{ "TR374", "9374", "WMO315 WMO317", false,
	  WORDS("Er loopt nog geen ander verzoek van deze aanbieder voor deze cliënt."), NULL },
	{ "TR349", "9349", "WMO317", false,
	  WORDS("Een verzoek om wijziging noemt elke actuele toewijzing van de cliënt."), NULL },
	{ "TR350", "9350", "WMO317", false, WORDS("Wat ongewijzigd blijft, is een actuele toewijzing."),
	  NULL },
	{ "TR351", "9351", "WMO317", false, WORDS("Wat wijzigt, is een actuele toewijzing."), NULL },
	{ "TR357", "9357", "WMO317", false,
	  WORDS("Een wijziging tot en met vandaag gaat in op de dag van de toewijzing zelf."), NULL },
	{ "TR361", "9361", "WMO317", false,
	  WORDS("Een product komt alleen vaker voor als de perioden elkaar niet overlappen."), NULL },
	{ "TR373", "9373", "WMO317", false,
	  WORDS("Een ander totaal of budget gaat in op de dag van de toewijzing zelf."), NULL },
	{ "TR411", "9411", "WMO317", false,
	  WORDS("Bij een toewijzing met een productcode noemt het verzoek een omvang."), NULL },
	NOT_ASKED("TR375", "9375", "WMO317",
	          "each order names its product with a code, so TR411 always comes before it",
	          WORDS("Bij een toewijzing zonder product noemt het verzoek geen omvang.")),
	NOT_ASKED("TR412", "9412", "WMO317",
	          "each order names its product with a code, so TR411 always comes before it",
	          WORDS("Bij een toewijzing zonder productcode noemt het verzoek geen omvang.")),
	{ "TR355", "9355", "WMO319", false, WORDS("Het antwoord hoort bij een verzoek dat wij stuurden."),
	  NULL },
	{ "TR359", "9359", "WMO319", false,
	  WORDS("Een antwoord komt niet na de toewijzing die het verzoek inwilligt."), NULL },
	{ "TR360", "9360", "WMO319", false, WORDS("Dat een verzoek in onderzoek is, is het eerste antwoord."),
	  NULL },
	{ "TR365", "9365", "WMO319", false, WORDS("Na een afwijzing komt geen ander antwoord."), NULL },
	{ "TR333", "9333", "WMO323", false, WORDS("Een declaratienummer is uniek voor de aanbieder."), NULL },
	/* Whether there was care in a month that is left out, only the provider knows (OP364). */
	{ "TR318", "8214", "WMO323", false,
	  WORDS("Een declaratie gaat niet over een maand voor die van de vorige."), NULL },
	{ "TR337", "n/a", "WMO325", false, WORDS("Het antwoord hoort bij een declaratie die wij stuurden."),
	  NULL },
	{ "TR371", "n/a", "WMO325", false, WORDS("De versie is die van de declaratie die wij stuurden."),
	  NULL },
	{ "TR376", "n/a", "WMO325", false,
	  WORDS("Het declaratienummer is dat van de declaratie die wij stuurden."), NULL },
	{ "TR366", "9366", "WMO325", false, WORDS("Een afgewezen prestatie stond in de declaratie."), NULL },
	{ "TR367", "9367", "WMO325", false,
	  WORDS("Een afgewezen prestatie is gelijk aan die in de declaratie."), NULL },
};
const size_t message_cross_rules_count = COUNT(message_cross_rules);
