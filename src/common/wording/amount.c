/* SPDX-License-Identifier: EUPL-1.2 */
/* Words are cut into marks; there is an amount where a row of amount_patterns fits the marks that follow. */
#include "common/wording/amount.h"

#include <ctype.h>
#include <glib.h>
#include <string.h>
#include <strings.h>

#define PATTERN_STEPS 6
#define REPEATED_MOST 6
#define LEAST 5   /* a smaller bare figure is not taken for a price */
#define MANY 1000 /* so much a year is not taken for a number of people */
#define FIRST_YEAR 1900
#define LAST_YEAR 2099
#define FIGURE_MAX 1000000000000
#define GROUP_DIGITS 3
#define CENT_DIGITS 2
#define HOURS_A_DAY 24 /* 13.45 may be a time of day, 31.50 is none */

/* What a mark may be; one may be more than one of these. */
enum {
	MONEY = 1 << 0,   /* the sign or a word of money */
	CENTS = 1 << 1,   /* a figure as money is written: 28,50 or 28,- */
	FIGURE = 1 << 2,  /* a figure that can be a price */
	LARGE = 1 << 3,   /* a figure of a thousand and more */
	SOME = 1 << 4,    /* any figure, or a number in words */
	MILLION = 1 << 5, /* and what else stands for much money behind a figure */
	CENT = 1 << 6,
	PER = 1 << 7,
	HOUR = 1 << 8,      /* a short while, for which a price is asked */
	YEAR = 1 << 9,      /* a long while, or somebody */
	PRICE = 1 << 10,    /* behind which an amount comes: tarief, budget */
	LINK = 1 << 11,     /* may stand between that and the amount: van, is, maximaal */
	RANGE = 1 << 12,    /* between two figures: 30 tot 35 */
	AFTER = 1 << 13,    /* may stand behind the amount: a stop, a small word; not what is counted */
	COUNTED = 1 << 14,  /* is counted, and is no money: uur, procent, inwoners */
	REPEATED = 1 << 15, /* in a pattern: none of them, or more */
	SLANG = 1 << 16     /* money behind a figure, else something else: piek */
};

static const struct amount_pattern {
	unsigned steps[PATTERN_STEPS]; /* a mark for each; ends with 0 */
	unsigned never_before;         /* what may not follow */
} amount_patterns[] = {
	{ { MONEY }, 0 },                                                /* 28 euro */
	{ { CENTS }, COUNTED },                                          /* 28,50; not 7,25 uur */
	{ { SOME, CENT }, 0 },                                           /* 50 cent */
	{ { SOME, MILLION }, COUNTED },                                  /* veertien miljoen, twee ton */
	{ { FIGURE, PER, PER | REPEATED, HOUR }, 0 },                    /* 35 per uur, 35 p/u */
	{ { FIGURE, SLANG }, 0 },                                        /* dertig piek */
	{ { PER, HOUR, LINK | REPEATED, FIGURE, AFTER }, 0 },            /* per uur 31 */
	{ { LARGE, PER, YEAR }, 0 },                                     /* 25 duizend per jaar */
	{ { PRICE, LINK | REPEATED, FIGURE | LARGE, AFTER }, 0 },        /* uurtarief 35 */
	{ { PRICE, LINK | REPEATED, SOME, LARGE, AFTER }, 0 },           /* budget van 25 duizend */
	{ { PRICE, LINK | REPEATED, FIGURE, RANGE, FIGURE, AFTER }, 0 }, /* tarief van 30 tot 35 */
};

/* Which word is which mark; with a ~ it is one at the end of a longer word too. */
static const struct amount_words {
	unsigned is;
	const char *words; /* each ends with a blank */
} amount_words[] = {
	{ MONEY, "euro euros eur eurocent eurocenten gulden guldens dollar dollars tientje tientjes "
	         "knaak knaken € £ $ " },
	{ SLANG, "piek pegels ballen " },
	{ CENT, "cent centen cents " },
	{ MILLION, "miljoen miljoenen mln mio miljard miljarden mld ton million millions billion " },
	{ LARGE | SOME, "~duizend thousand " },
	{ LARGE, "k " },
	{ FIGURE | SOME, "twintig dertig veertig vijftig zestig zeventig tachtig negentig ~honderd ~ntwintig "
	                 "~ndertig ~nveertig ~nvijftig ~nzestig ~nzeventig ~ntachtig ~nnegentig " },
	{ SOME, "een één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
	        "zestien zeventien achttien negentien half halve anderhalf anderhalve paar enkele tientallen "
	        "honderden one two three four five six seven eight nine ten few several " },
	{ PER, "per / p " },
	{ HOUR | LINK | COUNTED, "uur u minuut dagdeel etmaal hour minute " },
	{ YEAR | LINK | COUNTED,
	  "jaar kwartaal maand week dag cliënt client inwoner bewoner deelnemer keer stuk "
	  "year month day resident " },
	{ PRICE,
	  "~tarief ~tarieven ~budget ~budgetten ~prijs ~prijzen ~loon ~lonen ~bedrag ~bedragen ~kosten "
	  "~plafond ~begroting ~salaris ~omzet ~subsidie rate rates price prices budgets cost costs "
	  "wage wages tariff tariffs betaal betaalt betalen betaald kost gekost vergoedt vergoeden verdient "
	  "verdienen reken rekent rekenen pay pays paid charge charges " },
	{ LINK,
	  "van is zijn was wordt worden bedraagt bedragen op per tot ca circa maximaal minimaal ongeveer "
	  "gemiddeld rond de het een ons max min voor naar tussen nu nog totaal vast of boven onder "
	  "about the a at maximum minimum : = ( ) \" * " },
	{ RANGE, "tot à a en to - " },
	{ AFTER,
	  ". , ; ! ? ( ) : / - \" per en of in voor exclusief inclusief excl incl ex als bij maar met dat "
	  "die plus and or for te zonder btw rekenen vragen betalen vergoeden hanteren " },
	{ COUNTED,
	  "% procent percent uren minuten dagen weken maanden jaren mensen inwoners bewoners cliënten "
	  "clienten ouderen kinderen huishoudens deelnemers medewerkers vrijwilligers nederlanders "
	  "keren fte km kilometer meter m kg kilo gram graden punt punten stuks afval papier hours "
	  "days people residents times " },
};

static bool is_digit(char byte)
{
	return isdigit((unsigned char)byte) != 0;
}

/* Bytes beyond ASCII are letters, but for the signs of money. */
static bool is_letter(const char *at)
{
	return isalpha((unsigned char)*at) != 0 ||
	       (((unsigned char)*at & 0x80U) != 0 && strncmp(at, "€", strlen("€")) != 0 &&
	        strncmp(at, "£", strlen("£")) != 0);
}

/* A blank of any kind: also the one that does not break, and the dashes and quotes of print. */
static size_t blank_bytes(const char *at)
{
	if (isspace((unsigned char)*at) != 0)
		return 1;
	if (strncmp(at, "\xC2\xA0", 2) == 0)
		return 2;
	return strncmp(at, "\xE2\x80", 2) == 0 && at[2] != '\0' ? 3 : 0;
}

static bool is_listed(const char *listed, const char *word, size_t length)
{
	for (const char *at = listed; *at != '\0'; at += strcspn(at, " ") + 1) {
		bool is_tail = *at == '~';
		const char *sought = is_tail ? at + 1 : at;
		size_t bytes = strcspn(sought, " ");

		if ((is_tail ? length >= bytes : length == bytes) &&
		    strncasecmp(word + length - bytes, sought, bytes) == 0)
			return true;
	}
	return false;
}

static unsigned word_is(const char *word, size_t length)
{
	unsigned is = 0;

	for (size_t i = 0; i < COUNT(amount_words); i++)
		if (is_listed(amount_words[i].words, word, length))
			is |= amount_words[i].is;
	return is;
}

/* --- figures --- */

static size_t digits_at(const char *at)
{
	size_t count = 0;

	while (is_digit(at[count]))
		count++;
	return count;
}

/* How long a day or a time of day is that begins there (4-3-2019, 2019-03-04, 12:00); 0 for none. */
static size_t day_or_time(const char *at)
{
	size_t first = digits_at(at), second = 0, third = 0;

	if (at[first] == ':' && digits_at(at + first + 1) == 2)
		return first + 3;
	if (at[first] == '-' || at[first] == '/')
		second = digits_at(at + first + 1);
	if (second > 0 && at[first + 1 + second] == at[first])
		third = digits_at(at + first + second + 2);
	return third > 0 ? first + second + third + 2 : 0;
}

/* A figure with its points and commas. */
struct figure {
	size_t length;
	int64_t value; /* of what stands before a decimal point or comma */
	bool has_cents, is_plain;
};

/* How many bytes of groups of three digits stand behind a figure, each behind a blank: 1 400 000. */
static size_t spaced_groups(const char *at, size_t digits)
{
	size_t length = digits;

	if (at[0] == '0' || digits > GROUP_DIGITS)
		return 0;
	for (;;) {
		size_t blank = blank_bytes(at + length);

		if (blank == 0 || digits_at(at + length + blank) != GROUP_DIGITS)
			return length - digits;
		length += blank + GROUP_DIGITS;
	}
}

static struct figure read_figure(const char *at)
{
	struct figure figure = { .is_plain = true };
	size_t commas = 0, points = 0, last = 0, groups;
	bool is_whole = true;

	for (;;) {
		size_t digits = digits_at(at + figure.length);

		is_whole = is_whole && (figure.is_plain || digits == GROUP_DIGITS) && commas == 0;
		for (size_t i = 0; is_whole && i < digits && figure.value < FIGURE_MAX; i++)
			figure.value = figure.value * 10 + (at[figure.length + i] - '0');
		figure.length += digits;
		last = digits;
		if ((at[figure.length] != '.' && at[figure.length] != ',') ||
		    !is_digit(at[figure.length + 1]))
			break;
		commas += at[figure.length] == ',';
		points += at[figure.length] == '.';
		figure.is_plain = false;
		figure.length++;
	}
	figure.has_cents =
		(commas == 1 && last == CENT_DIGITS && at[figure.length - last - 1] == ',') ||
		(commas == 0 && points == 1 && last == CENT_DIGITS && figure.value >= HOURS_A_DAY) ||
		(at[figure.length] == ',' && at[figure.length + 1] == '-');
	groups = figure.is_plain ? spaced_groups(at, figure.length) : 0;
	if (groups > 0)
		figure.value = figure.value > MANY ? figure.value : MANY;
	figure.length += groups;
	return figure;
}

static unsigned figure_is(const char *at, const struct figure *figure)
{
	bool is_year = figure->is_plain && figure->length == 4 && figure->value >= FIRST_YEAR &&
	               figure->value <= LAST_YEAR;

	if (is_year)
		return SOME | LINK;
	if (at[0] == '0' && figure->is_plain) /* as telephone numbers begin */
		return figure->has_cents ? SOME | CENTS : SOME;
	return SOME | (figure->has_cents ? CENTS : 0U) | (figure->value >= LEAST ? FIGURE : 0U) |
	       (figure->value >= MANY ? LARGE : 0U);
}

/* --- marks --- */

/* What the mark is that begins there, which is no blank; ret_length: how long it is. */
static unsigned mark_at(const char *at, size_t *ret_length)
{
	size_t length = 0;

	if (is_digit(*at)) {
		struct figure figure = read_figure(at);
		size_t passed = day_or_time(at);

		*ret_length = passed > 0 ? passed : figure.length;
		return passed > 0 ? 0 : figure_is(at, &figure);
	}
	while (at[length] != '\0' && is_letter(at + length) && blank_bytes(at + length) == 0)
		length++;
	if (length == 0 && ((unsigned char)*at & 0x80U) != 0)
		length = strlen(strncmp(at, "€", strlen("€")) == 0 ? "€" : "£");
	*ret_length = length == 0 ? 1 : length;
	return word_is(at, *ret_length);
}

/* The mark that comes next, and the place behind it; the end of the words is one, at which it stays. */
static unsigned next_mark(const char **at)
{
	size_t length = 0;
	unsigned is;

	for (size_t blank = blank_bytes(*at); blank > 0; blank = blank_bytes(*at))
		*at += blank;
	if (**at == '\0')
		return AFTER;
	is = mark_at(*at, &length);
	*at += length;
	return is;
}

static bool fits(const struct amount_pattern *pattern, const char *at)
{
	const char *next = at;
	unsigned is = next_mark(&next);

	for (size_t i = 0; i < PATTERN_STEPS && pattern->steps[i] != 0; i++) {
		unsigned step = pattern->steps[i];

		for (size_t n = 0; (step & REPEATED) != 0 && n < REPEATED_MOST && (is & step) != 0 && *at;
		     n++) {
			at = next;
			is = next_mark(&next);
		}
		if ((step & REPEATED) != 0)
			continue;
		if ((is & step) == 0)
			return false;
		at = next;
		is = next_mark(&next);
	}
	return (is & pattern->never_before) == 0;
}

static void normal_done(char **words)
{
	g_free(*words);
}

bool amount_stands_in(const char *words)
{
	CLEANUP(normal_done) char *normal = g_utf8_normalize(or_empty(words), -1, G_NORMALIZE_ALL_COMPOSE);
	const char *at = normal == NULL ? or_empty(words) : normal; /* NULL: it is no UTF-8 */

	while (*at != '\0') {
		for (size_t i = 0; i < COUNT(amount_patterns); i++)
			if (fits(&amount_patterns[i], at))
				return true;
		(void)next_mark(&at);
	}
	return false;
}
