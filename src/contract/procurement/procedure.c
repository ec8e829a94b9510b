/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/procedure.h"

#include "common/calendar/calendar.h"
#include "contract/procurement/moments.h"
#include "platform/base/clock.h"
#include "platform/base/words.h"

#define STEPS 7

static const struct field step_fields[] = {
	FIELD(struct procedure_step, what),
	FIELD(struct procedure_step, when),
	FIELD(struct procedure_step, sum, .max_chars = 400),
	FIELD(struct procedure_step, is_past),
};
const struct record procedure_step_record = RECORD(struct procedure_step, "procedure_step", step_fields);

/* What a step is reckoned with. */
struct reckoning {
	const struct tender_notice *notice;
	struct moment now;
	const char *language;
	struct arena *arena;
};

static const char *day_words(const struct reckoning *reckoning, struct date day)
{
	return calendar_date_words(day, reckoning->language, true, reckoning->arena);
}

static bool is_past(const struct reckoning *reckoning, struct date day)
{
	return date_before(day, clock_day_of(reckoning->now));
}

static struct procedure_step announced(const struct reckoning *reckoning)
{
	return (struct procedure_step){ words_in(reckoning->language, WORDS("Aangekondigd")),
		                        day_words(reckoning, reckoning->notice->announced_on), "", true };
}

static struct procedure_step questions(const struct reckoning *reckoning)
{
	const struct tender_notice *notice = reckoning->notice;

	return (struct procedure_step){
		words_in(reckoning->language, WORDS("Vragen stellen tot en met")),
		day_words(reckoning, notice->questions_until),
		arena_print(reckoning->arena,
		            words_in(reckoning->language, WORDS("%d dagen na de aankondiging")),
		            notice->questions_until.day - notice->announced_on.day),
		is_past(reckoning, notice->questions_until),
	};
}

/* The day is that on which bids close, less six (directive 2014/24/EU, art. 47(3)). */
static struct procedure_step answers(const struct reckoning *reckoning)
{
	struct date last = date_add_days(clock_day_of(reckoning->notice->bids_until), -NOTICE_ANSWER_DAYS);

	return (struct procedure_step){
		words_in(reckoning->language, WORDS("Alle antwoorden uiterlijk op")),
		day_words(reckoning, last),
		arena_print(reckoning->arena,
		            words_in(reckoning->language,
		                     WORDS("%d dagen voor de sluiting (richtlijn 2014/24/EU art. 47 lid 3)")),
		            NOTICE_ANSWER_DAYS),
		is_past(reckoning, last)
	};
}

static struct procedure_step bids(const struct reckoning *reckoning)
{
	const struct tender_notice *notice = reckoning->notice;

	return (struct procedure_step){
		words_in(reckoning->language, WORDS("Inschrijven tot")),
		moment_words(notice->bids_until, reckoning->language, reckoning->arena),
		arena_print(reckoning->arena,
		            words_in(reckoning->language, WORDS("%d dagen na de aankondiging")),
		            clock_day_of(notice->bids_until).day - notice->announced_on.day),
		notice->bids_until.seconds <= reckoning->now.seconds,
	};
}

static struct procedure_step opening(const struct reckoning *reckoning)
{
	const struct tender_notice *notice = reckoning->notice;

	return (struct procedure_step){
		words_in(reckoning->language, WORDS("De kluis gaat open")),
		date_is(notice->opened_on) ? day_words(reckoning, notice->opened_on) : "",
		words_in(reckoning->language,
		         WORDS("na de sluiting, als twee van de drie sleutelhouders hun code geven")),
		date_is(notice->opened_on),
	};
}

/* Twenty calendar days from the day after everybody has the decision (Aanbestedingswet 2012, art. 2.127). */
static struct procedure_step standstill(const struct reckoning *reckoning)
{
	return (struct procedure_step){
		words_in(reckoning->language, WORDS("Niet tekenen binnen 20 dagen na de brieven")), "",
		words_in(reckoning->language, WORDS("20 kalenderdagen, vanaf de dag na de laatste brief "
		                                    "(Aanbestedingswet 2012 art. "
		                                    "2.127)")),
		false
	};
}

static struct procedure_step outcome(const struct reckoning *reckoning)
{
	const struct date on = reckoning->notice->awarded_on;

	return (struct procedure_step){
		words_in(reckoning->language, WORDS("De uitslag staat voor iedereen hier")),
		date_is(on) ? day_words(reckoning, on) : "",
		words_in(reckoning->language, WORDS("als de overeenkomsten zijn getekend")), date_is(on)
	};
}

struct records procedure_steps(const struct tender_notice *notice, struct moment now, const char *language,
                               struct arena *arena)
{
	const struct reckoning reckoning = { notice, now, language, arena };
	struct records steps = records_new(&procedure_step_record, STEPS, arena);
	struct procedure_step *items = steps.items;

	items[0] = announced(&reckoning);
	items[1] = questions(&reckoning);
	items[2] = answers(&reckoning);
	items[3] = bids(&reckoning);
	items[4] = opening(&reckoning);
	items[5] = standstill(&reckoning);
	items[6] = outcome(&reckoning);
	return steps;
}

const char *procedure_words(const struct tender_notice *notice, struct moment now, const char *language,
                            struct arena *arena)
{
	if (date_is(notice->awarded_on))
		return arena_print(arena, words_in(language, WORDS("De uitslag is gepubliceerd op %s")),
		                   calendar_date_words(notice->awarded_on, language, true, arena));
	if (date_is(notice->opened_on))
		return words_in(language, WORDS("Inschrijvingen zijn geopend"));
	if (notice->bids_until.seconds <= now.seconds)
		return words_in(language, WORDS("Gesloten; de kluis is nog dicht"));
	return arena_print(arena, words_in(language, WORDS("Inschrijven kan tot %s")),
	                   moment_words(notice->bids_until, language, arena));
}

const char *procedure_state(const struct tender_notice *notice, struct moment now, const char *language)
{
	if (date_is(notice->awarded_on))
		return words_in(language, WORDS("gegund"));
	if (date_is(notice->opened_on))
		return words_in(language, WORDS("kluis geopend"));
	return notice->bids_until.seconds <= now.seconds ? words_in(language, WORDS("gesloten"))
	                                                 : words_in(language, WORDS("inschrijven kan"));
}

static bool has_number(const struct tender_notice *notice)
{
	const struct notice_lot *lots = notice->lots.items;

	for (size_t i = 0; i < notice->lots.count; i++)
		if (lots[i].winners > 0)
			return true;
	return false;
}

static const char *threshold_words(const struct tender_notice *notice, const char *language,
                                   struct arena *arena)
{
	enum tender_rule rule = TENDER_EACH;

	if (notice->threshold == 0)
		return words_in(language, WORDS("Er is geen drempel."));
	(void)tender_rule_read(notice->rule, &rule);
	return arena_print(arena,
	                   words_in(language, WORDS("Nodig is een %lld of hoger, van de %lld, op %s.")),
	                   (long long)notice->threshold, (long long)notice->highest,
	                   words_in(language, tender_rules[rule].label));
}

const char *procedure_marks(const struct tender_notice *notice, const char *language, struct arena *arena)
{
	return arena_print(arena, words_in(language, WORDS("Cijfers zijn %s.")),
	                   words_in(language, choice_label(notice_steps, notice->mark_step)));
}

const char *procedure_award(const struct tender_notice *notice, const char *language, struct arena *arena)
{
	const char *threshold = threshold_words(notice, language, arena);
	const char *number =
		has_number(notice)
			? words_in(language, WORDS("Per perceel winnen de besten, zoveel als er bij staan."))
			: words_in(language,
	                           WORDS("Hoeveel er winnen, staat niet vooraf vast: ieder die de drempel "
	                                 "haalt, krijgt een overeenkomst."));

	return arena_print(arena, "%s %s %s", threshold, number, procedure_marks(notice, language, arena));
}
