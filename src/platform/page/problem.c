/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/problem.h"

#include "platform/base/words.h"

static const struct field problem_fields[] = {
	FIELD_INSIDE(struct problem_view, frame, &page_frame_record),
	FIELD(struct problem_view, status),
	FIELD(struct problem_view, title),
	FIELD(struct problem_view, words),
	FIELD(struct problem_view, advice),
	FIELD(struct problem_view, reference),
};
const struct record problem_view_record = RECORD(struct problem_view, "problem_view", problem_fields);

struct problem {
	int status;
	const char *title, *words, *advice;
};

/* The last row stands for every other status. */
static const struct problem problems[] = {
	{ 400, WORDS("Dit verzoek is niet te lezen"),
	  WORDS("Er ging iets mis met wat de browser stuurde. Er is niets opgeslagen."),
	  WORDS("Ga terug, ververs de pagina en probeer het nog een keer.") },
	{ 401, WORDS("U bent niet ingelogd"), WORDS("Deze pagina is alleen te zien als u bent ingelogd."),
	  WORDS("Log in en open de pagina daarna opnieuw.") },
	{ 403, WORDS("U mag deze pagina niet zien"),
	  WORDS("Uw rol geeft geen toegang tot deze pagina, of het formulier stond te lang open."),
	  WORDS("Ga terug en ververs de pagina. Vraag uw beheerder om toegang als u die nodig hebt.") },
	{ 404, WORDS("Deze pagina bestaat niet"),
	  WORDS("Het adres klopt niet, of de pagina is er niet meer."),
	  WORDS("Controleer het adres of begin op de startpagina.") },
	{ 405, WORDS("Dit kan hier niet"), WORDS("Deze pagina is er, maar niet op deze manier."),
	  WORDS("Ga naar de startpagina en volg vandaar de knoppen en links.") },
	{ 409, WORDS("Hier is alleen te lezen"),
	  WORDS("U kijkt naar een andere dag dan vandaag. Daar kunt u niets vastleggen."),
	  WORDS("Ga terug naar vandaag en leg het daar vast.") },
	{ 413, WORDS("Dit is te veel in een keer"),
	  WORDS("Wat u stuurde is groter dan hier past. Er is niets opgeslagen."),
	  WORDS("Ga terug en maak de tekst korter of het bestand kleiner.") },
	{ 415, WORDS("Deze soort gegevens kan hier niet"),
	  WORDS("De gegevens kwamen in een vorm die hier niet gelezen wordt. Er is niets opgeslagen."),
	  WORDS("Gebruik het formulier op de pagina.") },
	{ 429, WORDS("Dit gaat te snel"), WORDS("Er kwamen te veel verzoeken achter elkaar."),
	  WORDS("Wacht een minuut en probeer het dan opnieuw.") },
	{ 500, WORDS("Er ging iets mis"),
	  WORDS("Dat ligt aan ons. Wat u net invulde is misschien niet opgeslagen."),
	  WORDS("Probeer het over een paar minuten opnieuw. Blijft het misgaan? Meld het uw beheerder.") },
};

struct problem_view problem_view_of(int status, const struct page_frame *frame)
{
	const struct problem *problem = problems;
	struct problem_view view = { .frame = *frame, .status = status };

	while (problem < &problems[COUNT(problems) - 1] && problem->status != status)
		problem++;
	view.title = words_in(frame->language, problem->title);
	view.words = words_in(frame->language, problem->words);
	view.advice = words_in(frame->language, problem->advice);
	view.frame.title = view.title;
	return view;
}
