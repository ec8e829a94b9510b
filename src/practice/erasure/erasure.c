/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/erasure/erasure.h"

#include <string.h>

#include "platform/base/words.h"

static bool is_code(const char *code, const char *other)
{
	return code != NULL && strcmp(code, other) == 0;
}

static const struct person_erased *erased_of(const void *item)
{
	return item;
}

static bool erased_is_known(const void *item)
{
	return erased_of(item)->situation.is_known_person;
}

static bool nothing_runs(const void *item)
{
	return !erased_of(item)->situation.is_running;
}

static bool is_requested(const void *item)
{
	const struct erasure_situation *situation = &erased_of(item)->situation;

	return !situation->is_known_person || !is_code(erased_of(item)->ground, "request") ||
	       situation->is_asked;
}

static bool was_kept_long_enough(const void *item)
{
	const struct erasure_situation *situation = &erased_of(item)->situation;

	return !situation->is_known_person || !is_code(erased_of(item)->ground, "retention") ||
	       !date_before(situation->today, situation->kept_until);
}

const struct journal_rule person_erased_rules[PERSON_ERASED_RULES_COUNT] = {
	{ "erased-person", "person", WORDS("Deze persoon staat niet in dit register."), "", erased_is_known },
	{ "erased-running", "person",
	  WORDS("Er is nog hulp toegekend die loopt of nog begint. Zolang dat zo is, verzet de wet zich "
	        "tegen wissen."),
	  "Wmo 2015, art. 5.3.5 lid 2", nothing_runs },
	{ "erased-request", "ground",
	  WORDS("Deze persoon heeft niet gevraagd om de gegevens te wissen. Leg eerst het verzoek vast."),
	  "Wmo 2015, art. 5.3.5 lid 1", is_requested },
	{ "erased-early", "ground", WORDS("De bewaartermijn is nog niet voorbij."), "Wmo 2015, art. 5.3.4",
	  was_kept_long_enough },
};
