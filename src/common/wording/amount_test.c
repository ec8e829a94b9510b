/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/wording/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const amounts[] = {
	"Het tarief wordt € 28",
	"€28",
	"28 euro per uur",
	"Euro 28",
	"EUR 28,50",
	"EUR28",
	"wel 30 euro's per keer",
	"tachtig euro",
	"een tarief van 28,50 per uur",
	"28,50",
	"1.250,- per jaar",
	"1.250,00",
	"er is 3 miljoen voor",
	"50 cent erbij",
	"vijftig cent",
	"30 per uur",
	"30  per\tuur",
	"30\xC2\xA0per\xC2\xA0uur",
	"29.50 per uur",
	"30-35 per uur",
	"35/uur",
	"35 p/u",
	"vijfendertig per uur",
	"tweeëntwintig per dagdeel",
	"45 per etmaal",
	"0,75 per minuut",
	"uurtarief 35",
	"Uurtarief: 35.",
	"uurtarief = 35",
	"een uurtarief van maximaal 35 exclusief btw",
	"E 35 per uur",
	"tarief per uur 35",
	"tarief van 30 tot 35",
	"tarief van 30 tot 35, of meer",
	"de tarieven zijn 28 en 31",
	"het uurloon wordt 18.",
	"de prijs is 40",
	"tarief (35)",
	"veertien miljoen",
	"14 mln",
	"14mln",
	"14,2 miljoen per jaar",
	"anderhalf miljoen",
	"een paar miljoen",
	"twee ton",
	"een halve ton",
	"25 duizend per jaar",
	"vijfentwintigduizend per jaar",
	"25k per jaar",
	"budget 14.200.000 per jaar",
	"14.200.000 per jaar",
	"1.250 per maand",
	"het budget is 14200000",
	"budget voor 2018: 300.000",
	"een budget van 25 duizend",
	"het plafond van 300.000 voor dit perceel",
	"subsidie 5000",
	"kosten: 12.500",
	"35 per hour",
	"an hourly rate of 35",
	"two million",
	"$ 12",
	"Wij betalen 31.50",
	"Wij betalen 12.50",
	"Wij betalen 1 400 000",
	"Elk uur kost 31",
	"Een tientje per uur",
	"Per uur dertig piek",
	"31.50",
	"31․50",
	"Het tarief is ３１ ｅｕｒｏ",
	"Het tarief is ３１",
	"Mag ik een tarief van 31 rekenen",
	"Wij vragen per uur 31 voor hulp",
	"dat was per uur 31",
};

static const char *const others[] = {
	"Wij praten over geld als de inhoud klaar is.",
	"Van 10.30 tot 12.00 uur, op 3 mei 2018.",
	"De inwoner krijgt 2,5 uur hulp, in 100 procent van de gevallen.",
	"Vijf van de 128 aanbieders, in Europa.",
	"Zij ging in het centrum wonen; miljoenen mensen ook.",
	"30 uur per week",
	"7,25 uur per week",
	"24 uur per dag, 7 dagen per week",
	"128 inschrijvers",
	"128 inschrijvers per perceel",
	"artikel 2.134",
	"Aanbestedingswet 2012 art. 2.127",
	"richtlijn 2014/24/EU art. 47 lid 3",
	"op 4-3-2019 om 12:00 uur",
	"op 2019-03-04",
	"van 1 januari 2018 tot 31 december 2021",
	"de tarieven van 2018",
	"de tarieven per 1 januari 2019",
	"tarieven per 01-01-2019",
	"tarieven, zie artikel 2.134",
	"33 procent prijs, 67 procent kwaliteit",
	"het budget stijgt met 12%",
	"budget: 12% meer dan nu",
	"12,75%",
	"8,25 procent",
	"mensen van 18 tot 75 jaar",
	"18-75",
	"een vrouw van 82",
	"bereikbaar op 038 498 12 34 van 9.00 tot 17.00 uur",
	"bel 06-12345678",
	"binnen 5 werkdagen, en 3 keer per week",
	"300 cliënten per jaar",
	"1.200 meldingen per jaar",
	"2 gesprekken per jaar",
	"17 miljoen inwoners",
	"twee ton afval per jaar",
	"de kosten van 128 inschrijvers",
	"het loon van 30 medewerkers",
	"het budget van 12 wijken",
	"een persoonsgebonden budget",
	"een prijs voor de beste 5 ideeën",
	"perceel 12 en 13",
	"een cijfer van 8 of hoger, van de 10",
	"29 van de 128",
	"in 2018 per jaar minder",
	"8011 AB Zwolle",
	"1,5 meter",
	"de eurozone",
	"een centrum en een percentage",
	"de beste prijs-kwaliteitverhouding",
	"100 procent",
	"één keer per 14 dagen",
	"8.30 uur",
	"om 13.45",
	"versie 3.2",
	"art. 2.81 lid 1",
	"07.12.2018",
	"Het kost 2 dagen",
	"Het kost 20 dagen",
	"Wij betalen binnen 30 dagen",
	"postcode 8011",
	"in 2019 kost het te veel",
	"een piek in de zomer",
	"per uur 30 bezoeken",
	"zie vraag 12.",
	"１２８ inschrijvers",
	"",
};

/* ZWO-68: content and money are apart, so an amount in words is seen for what it is. */
static void amounts_are_seen(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(amounts); i++)
		if (!amount_stands_in(amounts[i]))
			fail_msg("no amount was seen in: %s", amounts[i]);
}

static void what_is_no_amount_may_be_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(others); i++)
		if (amount_stands_in(others[i]))
			fail_msg("an amount was seen in: %s", others[i]);
	assert_false(amount_stands_in(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_seen),
		cmocka_unit_test(what_is_no_amount_may_be_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
