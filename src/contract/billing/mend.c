/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/billing/mend.h"

#include <string.h>

#include "platform/base/base.h"
#include "platform/base/words.h"

/* What more than one of them asks. */
#define SAME_ORDER WORDS("Lees de laatste opdracht opnieuw in, en maak de declaratie opnieuw.")
#define ASK_ORDER WORDS("Vraag de gemeente om een opdracht, of om haar opnieuw te sturen.")
#define TOO_MUCH WORDS("Kijk de vastgelegde hulp na. Klopt die, vraag de gemeente dan om meer.")
#define TWICE WORDS("U hoeft niets te doen: dit is al gedeclareerd.")

static const struct {
	const char *code, *words;
} mends[] = {
	{ "0611", WORDS("Kijk of uw tarief dat van de overeenkomst is, op de eerste dag van de regel.") },
	{ "8017", WORDS("Neem de regel terug precies zoals hij was goedgekeurd.") },
	{ "8021", TWICE },
	{ "8187", ASK_ORDER },
	{ "8214", WORDS("Neem deze regels mee in de declaratie van de laatste maand.") },
	{ "9307", SAME_ORDER },
	{ "9308", SAME_ORDER },
	{ "9319", WORDS("Neem deze regel mee in de declaratie van een latere maand.") },
	{ "9321", TOO_MUCH },
	{ "9322", TOO_MUCH },
	{ "9333", WORDS("Verstuur de declaratie opnieuw; zij krijgt een nieuw nummer.") },
	{ "9338", ASK_ORDER },
	{ "9339", SAME_ORDER },
	{ "9340", SAME_ORDER },
	{ "9341", SAME_ORDER },
	{ "9346", WORDS("Kijk of uw tarief dat van de overeenkomst is, en maak de declaratie opnieuw.") },
	{ "9369", TOO_MUCH },
	{ "9384", ASK_ORDER },
	{ "9387", SAME_ORDER },
	{ "9388", SAME_ORDER },
	{ "9389", TWICE },
	{ "9390", WORDS("U hoeft niets te doen: deze regel is al teruggenomen.") },
};

const char *mend_words(const char *return_code)
{
	for (size_t i = 0; i < COUNT(mends); i++)
		if (strcmp(mends[i].code, return_code) == 0)
			return mends[i].words;
	return WORDS("Bel de gemeente, en maak de declaratie daarna opnieuw.");
}
