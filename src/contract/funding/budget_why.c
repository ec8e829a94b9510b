/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/budget_why.h"

#include <string.h>

#include "platform/base/words.h"

#define SENTENCES_MAX 8
#define PERCENT 100

/* What the sentences of a budget have in common. */
struct saying {
	const struct budget_question *question;
	const struct budget *budget;
	const char *language;
	struct arena *arena;
};

static void say(struct budget_part *part, const char *words)
{
	part->because.items[part->because.count++] = words;
}

static const char *total_words(const struct saying *saying)
{
	const char *total = budget_euros(saying->budget->total, saying->language, saying->arena);

	if (saying->question->total_is_demo)
		return arena_print(saying->arena,
		                   words_in(saying->language, WORDS("Het totaal is %s: een verzonnen bedrag, "
		                                                    "want er is geen totaal gegeven.")),
		                   total);
	return arena_print(saying->arena, words_in(saying->language, WORDS("Het totaal is %s.")), total);
}

/* Hundredths as a number: "12", or "12,50". */
static const char *hundredths(const struct saying *saying, int64_t number)
{
	bool is_dutch = strcmp(saying->language, "nl") == 0;

	if (number % PERCENT == 0)
		return arena_print(saying->arena, "%lld", (long long)(number / PERCENT));
	return arena_print(saying->arena, "%lld%c%02lld", (long long)(number / PERCENT), is_dutch ? ',' : '.',
	                   (long long)(number % PERCENT));
}

/* "9839 x 1, 2120 x 3": the people of an area with their weights. */
static const char *people_words(const struct saying *saying, const char *area)
{
	const struct scheme *scheme = saying->question->scheme;
	const struct scheme_band *band = scheme->population_bands.items;
	const char *words = "";

	for (size_t i = 0; i < scheme->population_bands.count; i++)
		words = arena_print(
			saying->arena, "%s%s%lld %s (x %s)", words, i == 0 ? "" : ", ",
			(long long)population_people(&saying->budget->population, area, band[i].name),
			band[i].label, hundredths(saying, band[i].weight_percent));
	return words;
}

static const char *area_words(const struct saying *saying, const struct budget_part *part)
{
	const char *language = saying->language;
	int64_t all = saying->budget->weights / PERCENT; /* every area's shares are 100 percent */

	if (!saying->budget->is_by_people)
		return arena_print(
			saying->arena,
			words_in(language, WORDS("Het aandeel van %s is %lld van de %lld procent.")),
			part->district_label, (long long)part->area_weight, (long long)all);
	return arena_print(saying->arena,
	                   words_in(language, WORDS("In %s wonen %s: samen weegt dat %s van %s.")),
	                   part->district_label, people_words(saying, part->district),
	                   hundredths(saying, part->area_weight), hundredths(saying, all));
}

static const char *share_words(const struct saying *saying, const struct budget_part *part)
{
	return arena_print(saying->arena,
	                   words_in(saying->language, WORDS("Van wat voor %s is, krijgt %s %lld procent.")),
	                   part->district_label, part->party_label, (long long)part->percent);
}

static const struct budget_party *party_of(const struct budget *budget, const char *name)
{
	for (size_t i = 0; i < budget->parties_count; i++)
		if (strcmp(budget->parties[i].party, name) == 0)
			return &budget->parties[i];
	return NULL;
}

static const char *damping_words(const struct saying *saying, const struct budget_part *part)
{
	const struct budget_party *party = party_of(saying->budget, part->party);
	const char *before, *undamped;

	if (!saying->budget->is_damped)
		return words_in(
			saying->language,
			saying->budget->place.funding->damping_percent == 0
				? WORDS("De regeling kent geen demping.")
			: saying->question->before.count == 0
				? WORDS("Er is geen jaar ervoor om mee te vergelijken; er is niets gedempt.")
				: WORDS("Niemand verschilt te veel van het jaar ervoor; er is niets "
		                        "gedempt."));
	before = budget_euros(party->before, saying->language, saying->arena);
	undamped = budget_euros(party->undamped, saying->language, saying->arena);
	return arena_print(
		saying->arena,
		words_in(saying->language, WORDS("%s had het jaar ervoor %s en zou nu %s krijgen. Het "
	                                         "verschil is hoogstens %lld "
	                                         "procent; daarna is alles passend gemaakt bij het totaal.")),
		party->label, before, undamped, (long long)saying->budget->place.funding->damping_percent);
}

static void say_part(const struct saying *saying, struct budget_part *part)
{
	part->because.items = ARENA_MANY(saying->arena, SENTENCES_MAX, const char *);
	say(part, total_words(saying));
	if (saying->budget->is_by_people && saying->budget->population.is_demo)
		say(part,
		    words_in(saying->language,
		             WORDS("De aantallen inwoners zijn de voorbeeldgetallen van de regeling; die "
		                   "gelden voor elk jaar.")));
	say(part, area_words(saying, part));
	say(part, share_words(saying, part));
	say(part, damping_words(saying, part));
	if (part->is_rounded_up)
		say(part,
		    words_in(saying->language,
		             WORDS("Het deel komt niet uit op hele centen; van de centen die overbleven, is "
		                   "er een hier (grootste rest, bij gelijke rest wie eerder staat).")));
}

void budget_say_why(const struct budget_question *question, const struct findings *findings,
                    struct budget *budget)
{
	const struct saying saying = { question, budget, findings->language, findings->arena };

	for (size_t i = 0; i < budget->parts_count; i++)
		say_part(&saying, &budget->parts[i]);
}
