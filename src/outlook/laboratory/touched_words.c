/* SPDX-License-Identifier: EUPL-1.2 */
/* In words, and as JSON, how many clients a version touches. */
#include <inttypes.h>

#include "common/calendar/calendar.h"
#include "outlook/laboratory/touched.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

/* The names of outcomes in JSON. */
static const char *const codes[OUTCOMES_COUNT] = { NULL,          "same", "other_choice",
	                                           "other_party", "lost", "nobody" };

/* What happens to that many clients. */
static const char *clause(enum outcome outcome, long long clients, const char *language, struct arena *arena)
{
	switch (outcome) {
	case OUTCOME_NOBODY:
		return arena_print(arena, words_in(language, WORDS("voor %lld kan niemand meer leveren")),
		                   clients);
	case OUTCOME_LOST:
		return arena_print(arena,
		                   words_in(language, WORDS("van %lld mag de aanbieder niet meer leveren")),
		                   clients);
	case OUTCOME_OTHER_PARTY:
		return arena_print(
			arena,
			words_in(language, WORDS("van %lld valt de aanbieder onder een andere partij")),
			clients);
	case OUTCOME_OTHER_CHOICE:
		return arena_print(arena,
		                   words_in(language, WORDS("voor %lld verandert alleen wie kan leveren")),
		                   clients);
	case OUTCOME_SAME:
		return arena_print(arena, words_in(language, WORDS("voor %lld blijft de hulp gelijk")),
		                   clients);
	case OUTCOME_NONE:
	case OUTCOMES_COUNT:
		break;
	}
	return "";
}

/* The worst first; when for all of them nothing changes, that alone. */
static const char *outcome_words(const struct touch *touch, const char *language, struct arena *arena)
{
	const char *words = "";

	for (enum outcome outcome = OUTCOME_NOBODY; outcome > OUTCOME_NONE; outcome--) {
		int64_t clients = touch->by_outcome[outcome];

		if (clients == 0)
			continue;
		words = arena_print(arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
		                    clause(outcome, (long long)clients, language, arena));
	}
	return words;
}

static const char *count_words(int64_t clients, const char *language, struct arena *arena)
{
	if (clients == 0)
		return words_in(language, WORDS("Geen cliënten"));
	if (clients == 1)
		return words_in(language, WORDS("1 cliënt"));
	return arena_print(arena, words_in(language, WORDS("%lld cliënten")), (long long)clients);
}

const char *touch_words(const struct scheme_change *change, const struct touch *touch, const char *language,
                        struct arena *arena)
{
	const char *count = count_words(touch->clients, language, arena);

	if (!change->reach.is_help)
		return "";
	if (touch->clients == 0 || touch->by_outcome[OUTCOME_SAME] == touch->clients)
		return arena_print(arena, "%s.", count);
	return arena_print(arena, "%s: %s.", count, outcome_words(touch, language, arena));
}

static const char *days_words(const struct touched *touched, const char *language, struct arena *arena)
{
	const char *words = "";

	for (size_t i = 0; i < touched->days_count; i++)
		words = arena_print(arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    calendar_date_words(touched->days[i], language, false, arena));
	return words;
}

const char *touched_words(const struct touched *touched, const char *language, struct arena *arena)
{
	const char *outcomes = outcome_words(&touched->whole, language, arena);

	if (touched->days_count == 0)
		return words_in(language, WORDS("Dit raakt de hulp van geen enkele cliënt."));
	return arena_print(
		arena,
		words_in(language,
	                 WORDS("In totaal %lld van de %lld cliënten met hulp, ieder een keer geteld "
	                       "(gevraagd op %s)%s%s.")),
		(long long)touched->whole.clients, (long long)touched->clients,
		days_words(touched, language, arena), outcomes[0] == '\0' ? "" : ": ", outcomes);
}

/* --- as JSON --- */

static void write_date(struct json *json, const char *key, struct date date)
{
	char words[DATE_TEXT_SIZE];

	json_key(json, key);
	json_text(json, date_is(date) ? date_print(date, words) : NULL);
}

static void write_touch(struct json *json, const struct touch *touch)
{
	json_key(json, "clients");
	json_number(json, touch->clients);
	for (enum outcome outcome = OUTCOME_SAME; outcome < OUTCOMES_COUNT; outcome++) {
		json_key(json, codes[outcome]);
		json_number(json, touch->by_outcome[outcome]);
	}
}

static void write_change(struct json *json, const struct scheme_change *change, const struct touch *touch)
{
	json_object_begin(json);
	json_key(json, "section");
	json_text(json, change->section);
	write_date(json, "from", change->from);
	write_date(json, "until", change->until);
	json_key(json, "words");
	json_text(json, change->words);
	if (touch != NULL && change->reach.is_help) {
		write_date(json, "on", touch->on);
		write_touch(json, touch);
	}
	json_object_end(json);
}

void touched_to_json(const struct scheme_changes *changes, const struct touched *touched, struct text *out)
{
	struct json json = { .out = out };
	char day[DATE_TEXT_SIZE];

	json_object_begin(&json);
	json_key(&json, "changes");
	json_array_begin(&json);
	for (size_t i = 0; i < changes->count; i++)
		write_change(&json, &changes->items[i], touched == NULL ? NULL : &touched->changes[i]);
	json_array_end(&json);
	if (touched != NULL) {
		json_key(&json, "days");
		json_array_begin(&json);
		for (size_t i = 0; i < touched->days_count; i++)
			json_text(&json, date_print(touched->days[i], day));
		json_array_end(&json);
		json_key(&json, "of");
		json_number(&json, touched->clients);
		write_touch(&json, &touched->whole);
	}
	json_object_end(&json);
}
