/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_book.h"
#include "practice/decision/decision.h"

static void add_line(struct letter *letter, const struct journal *journal, const struct decision_line *line)
{
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, line->product);
	struct arena *arena = journal->arena;

	letter_add(letter, "heading", product->label, NULL);
	letter_add(letter, "row", "Hoeveel",
	           scheme_amount_words(line->amount, line->unit, line->frequency, "nl", arena));
	letter_add(letter, "row", "Vanaf", calendar_date_words(line->from, "nl", false, arena));
	letter_add(letter, "row", "Tot en met",
	           date_is(line->last_day) ? calendar_date_words(line->last_day, "nl", false, arena)
	                                   : "tot wij het samen opnieuw bekijken");
	letter_add(letter, "paragraph", line->reasons, NULL);
}

/* The municipality where the resident lives decides, also where one desk serves several. */
static const char *college_of(const struct decision *decision, struct arena *arena)
{
	const char *college = "het college van burgemeester en wethouders";

	return decision->authority == NULL ? college
	                                   : arena_print(arena, "%s van %s", college, decision->authority);
}

static void add_objection(struct letter *letter, const struct decision *decision, struct arena *arena)
{
	const struct term_step *steps = decision->steps.items;

	letter_add(letter, "heading", "Bent u het er niet mee eens?", NULL);
	letter_add(letter, "paragraph",
	           arena_print(arena,
	                       "Bel dan eerst uw aanspreekpunt; vaak komen wij er samen uit. U kunt ook "
	                       "bezwaar maken. Schrijf een "
	                       "brief aan %s. Zorg dat wij die hebben op zijn laatst op %s. "
	                       "Zet erin: uw naam en adres, de datum, over welk besluit het gaat en waarom u "
	                       "het er niet mee eens "
	                       "bent. Onderteken de brief.",
	                       college_of(decision, arena),
	                       calendar_date_words(decision->objection_until, "nl", true, arena)),
	           NULL);
	for (size_t i = 0; i < decision->steps.count; i++)
		letter_add(letter, "paragraph", term_step_words(&steps[i], "nl", arena), NULL);
}

enum status decision_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault)
{
	const struct decision *decision = cause->item;
	const struct decision_line *lines = decision->lines.items;
	bool is_granted = strcmp(decision->outcome, "granted") == 0;
	struct letter *letter = item;

	(void)fault;
	letter_begin(letter, "decision", cause, decision->decided_on, "Ons besluit op uw aanvraag",
	             journal->arena);
	letter_add(letter, "paragraph",
	           is_granted
	                   ? "U heeft ondersteuning aangevraagd. Wij kennen u de ondersteuning hieronder toe."
	                   : "U heeft ondersteuning aangevraagd. Wij kennen die niet toe. Hieronder leest u "
	                     "waarom.",
	           NULL);
	for (size_t i = 0; i < decision->lines.count; i++)
		add_line(letter, journal, &lines[i]);
	letter_add(letter, "heading", "Waarom besluiten wij dit?", NULL);
	letter_add(letter, "paragraph", decision->reasons, NULL);
	letter_add(letter, "row", "Wet", "Wet maatschappelijke ondersteuning 2015, artikel 2.3.5");
	letter_add(letter, "row", "Besloten door", decision->decided_by);
	letter_add(letter, "row", "Namens", college_of(decision, journal->arena));
	add_objection(letter, decision, journal->arena);
	*ret_follows = true;
	return OK;
}
