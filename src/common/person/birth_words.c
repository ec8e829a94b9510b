/* SPDX-License-Identifier: EUPL-1.2 */
/* A birthday and an age in words, also where parts of the day are unknown. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/person.h"
#include "platform/base/words.h"

static bool is_unknown(const char *unknown, const char *part)
{
	return strcmp(or_empty(unknown), part) == 0;
}

const char *identity_birth_words(const struct identity *identity, const char *language, struct arena *arena)
{
	const char *words;
	int year = 0, month = 0, day = 0;

	if (!date_is(identity->born) || is_unknown(identity->born_unknown, "year"))
		return words_in(language, WORDS("onbekend"));
	date_parts(identity->born, &year, &month, &day);
	if (is_unknown(identity->born_unknown, "month"))
		return arena_print(arena, words_in(language, WORDS("%d (dag en maand onbekend)")), year);
	words = calendar_date_words(identity->born, language, false, arena);
	if (is_unknown(identity->born_unknown, "day")) /* without its "1 " */
		return arena_print(arena, words_in(language, WORDS("%s (dag onbekend)")),
		                   words + strcspn(words, " ") + 1);
	return words;
}

const char *identity_age_words(const struct identity *identity, struct date on, const char *language,
                               struct arena *arena)
{
	struct date last = birth_last(identity->born, identity->born_unknown);
	int oldest, youngest;

	if (!date_is(identity->born) || !date_is(last))
		return "";
	oldest = date_age_on(identity->born, on);
	youngest = date_before(on, last) ? 0 : date_age_on(last, on);
	if (oldest == youngest)
		return arena_print(arena, words_in(language, WORDS("%d jaar")), oldest);
	return arena_print(arena, words_in(language, WORDS("%d of %d jaar")), youngest, oldest);
}
