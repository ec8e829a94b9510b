/* SPDX-License-Identifier: EUPL-1.2 */
/* What the kinds of a programme share: its choices, and who may speak of it. */
#include "platform/base/words.h"
#include "policy/programme/programme.h"

const struct choice programme_sorts[] = {
	{ "providers", WORDS("aanbieders") },
	{ "teams", WORDS("wijkteams") },
	{ "participation", WORDS("participatieraad") },
	{ "other", WORDS("een andere groep") },
	{ NULL, NULL },
};

const struct choice programme_forms[] = {
	{ "separate", WORDS("losse contracten") },
	{ "open_house", WORDS("open house: wie voldoet, komt erbij, ook later") },
	{ "closed_open_house", WORDS("gesloten open house: wie voldoet, komt erbij op één moment") },
	{ "threshold", WORDS("gesloten contract met een drempel voor kwaliteit") },
	{ "fixed_number", WORDS("een vast aantal partijen") },
	{ "one_per_area", WORDS("één partij per gebied") },
	{ "consortium", WORDS("één samenwerking van partijen voor alles") },
	{ "main_contractors", WORDS("hoofdaannemers met onderaannemers") },
	{ NULL, NULL },
};

bool programme_is_known(const void *item)
{
	return ((const struct programme_item *)item)->now.is_known;
}

bool programme_is_at_the_table(const void *item)
{
	const struct programme_item *of = item;

	return !of->now.is_known || of->is_worker || has_words(of->group);
}
