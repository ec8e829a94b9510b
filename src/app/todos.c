/* SPDX-License-Identifier: EUPL-1.2 */
/* What is left to do when a stored fact breaks a rule: whose work it is, what, and where. */
#include "app/todos.h"

#include "platform/base/words.h"

#define SIGN_TARIFFS WORDS("Nieuwe tarieven gaan buiten de band. Lees waarom en teken voor uw hoek.")

const struct journal_todo app_todos[APP_TODOS_COUNT] = {
	/* the rule, whose corner, who may do it, what to do, and where */
	{ "order-bsn", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Vraag het BSN en leg het vast. Daarna gaat de opdracht naar de aanbieder."),
	  "/facts/bsn_recorded?person={person}" },
	{ "departure-died", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Deze inwoner is overleden. Bel de nabestaanden, regel wat er in huis staat, en leg vast dat "
	        "het klaar is."),
	  "/facts/departure_settled?person={person}" },
	{ "departure-moved", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Deze inwoner woont in een andere gemeente. Draag warm over als de inwoner dat wil, en leg "
	        "vast "
	        "dat het klaar is."),
	  "/facts/departure_settled?person={person}" },
	{ "departure-law", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Deze inwoner krijgt hulp op grond van een andere wet. Stem de laatste dag af, en leg vast "
	        "dat "
	        "het klaar is."),
	  "/facts/departure_settled?person={person}" },
	{ "return-here", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Deze inwoner is toch niet overleden of vertrokken. De besluiten en de brieven gelden weer, "
	        "maar er komt niemand meer. Bel de cliënt vandaag, wijs opnieuw een aanbieder toe, en leg "
	        "vast dat het klaar is."),
	  "/facts/departure_settled?person={person}" },
	{ "resident-alike", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Iemand met dezelfde naam, geboortedatum en adres stond al in het register. Kijk of dit "
	        "dezelfde persoon is."),
	  "/doubles" },
	{ "wish-open", CORNER_PRACTICE, MAY_ASSIGN,
	  WORDS("De inwoner koos een aanbieder. Bel over de eerste dag en wijs de aanbieder toe."),
	  "/clients/{person}" },
	{ "request-open", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("De inwoner vroeg iets. Lees wat, doe wat nodig is en leg het antwoord vast."),
	  "/clients/{person}/requests" },
	{ "erasure-open", CORNER_PRACTICE, (enum permission)(MAY_DECIDE | MAY_ADMINISTER),
	  WORDS("De inwoner vraagt om het dossier te wissen. Laat de beheerder dat doen, of weiger het met "
	        "een "
	        "reden. De weigering gaat per brief."),
	  "/facts/erasure_refused?person={person}&request={about}" },
	{ "order-refused", CORNER_CONTRACT, MAY_EXCHANGE,
	  WORDS("De aanbieder keurde de opdracht af. Bekijk waarom, bel de aanbieder en leg vast hoe het "
	        "verdergaat."),
	  "/orders/{about}" },
	{ "order-ends-early", CORNER_CONTRACT, MAY_EXCHANGE,
	  WORDS("Vertel de aanbieder dat de opdracht eerder stopt. Met het bericht van de volgende "
	        "uitwisseling "
	        "weet de aanbieder het; anders belt u, en legt u dat vast."),
	  "/orders/{about}" },
	{ "asked-open", CORNER_PRACTICE, MAY_ASSIGN,
	  WORDS("Een aanbieder vraagt om een toewijzing of een wijziging. Beoordeel wat nodig is, en geef "
	        "binnen vijf werkdagen antwoord."),
	  "/clients/{person}/asked" },
	{ "report-refused", CORNER_CONTRACT, MAY_EXCHANGE,
	  WORDS("De gemeente keurde een melding af. Bekijk waarom, trek de melding in en meld het opnieuw."),
	  "/orders/{about}" },
	{ "asking-rejected", CORNER_CONTRACT, MAY_EXCHANGE,
	  WORDS("De gemeente keurde een verzoek van een aanbieder af. Bekijk waarom, en laat het opnieuw "
	        "vragen."),
	  "/messages" },
	{ "care-declined", CORNER_PRACTICE, MAY_ASSIGN,
	  WORDS("De aanbieder neemt deze inwoner niet aan. Bel de inwoner en kies samen een andere."),
	  "/clients/{person}" },
	{ "care-stopped", CORNER_PRACTICE, MAY_ASSIGN,
	  WORDS("De ondersteuning is gestopt. Bel de inwoner, en leg vast wat er nodig is."),
	  "/facts/stop_followed?person={person}&assignment={about}" },
	{ "contribution-bsn", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Vraag het BSN en leg het vast. Daarna kan het CAK horen dat de eigen bijdrage verandert."),
	  "/facts/bsn_recorded?person={person}" },
	{ "contribution-refused", CORNER_PRACTICE, MAY_REPORT,
	  WORDS("Het CAK keurde een bericht over de eigen bijdrage af. Kijk waarom, herstel het, en leg vast "
	        "hoe het verdergaat."),
	  "/contributions?state=refused" },
	{ "decision-again", CORNER_PRACTICE, MAY_DECIDE,
	  WORDS("Een bezwaar is gegrond. Lees de beslissing, en wijzig of beëindig wat is toegekend."),
	  "/clients/{person}/decisions" },
	{ "decision-anew", CORNER_PRACTICE, MAY_DECIDE,
	  WORDS("Een bezwaar tegen een afwijzing is gegrond. Lees de beslissing, en neem een nieuw besluit "
	        "op de "
	        "aanvraag."),
	  "/clients/{person}/decisions" },
	{ "objection-late", CORNER_PRACTICE, MAY_HANDLE_OBJECTIONS,
	  WORDS("Dit bezwaar kwam te laat. Vraag waarom, en beoordeel of dat de inwoner is aan te rekenen."),
	  "/clients/{person}/objections" },
	{ "contacts-lacking", CORNER_CONTRACT, MAY_MANAGE_AGREEMENTS,
	  WORDS("Een partij heeft getekend. Vraag wie er in elke hoek de contactpersoon is, en leg dat "
	        "vast."),
	  "/facts/contact_named?due={about}" },
	{ "ending-open", CORNER_CONTRACT, MAY_MANAGE_AGREEMENTS,
	  WORDS("De nieuwe overeenkomst is getekend. Begin de afronding met wie niet is gekozen: bevestig "
	        "wie "
	        "het zijn en vanaf welke dag."),
	  "/facts/ending_begun?due={about}" },
	{ "tariff-sign-policy", CORNER_POLICY, MAY_ANSWER, SIGN_TARIFFS, "/tariffs/signatures" },
	{ "tariff-sign-practice", CORNER_PRACTICE, MAY_DECIDE, SIGN_TARIFFS, "/tariffs/signatures" },
	{ "tariff-sign-contract", CORNER_CONTRACT, MAY_ANSWER, SIGN_TARIFFS, "/tariffs/signatures" },
};
