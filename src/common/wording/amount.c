/* SPDX-License-Identifier: EUPL-1.2 */
/* Words are cut into marks; there is an amount where a row of amount_patterns fits the marks that follow. */
#include "common/wording/amount.h"

#include <ctype.h>
#include <glib.h>
#include <string.h>
#include <strings.h>

#define PATTERN_STEPS 7
#define REPEATED_MOST 6
#define WINDOW 24      /* marks that a pattern looks at, at the most */
#define LEAST 5        /* a smaller bare figure is not taken for a price */
#define LEAST_POINT 10 /* nor a smaller one behind a point: 7.25 may be a mark */
#define MANY 1000      /* so much a year is not taken for a number of people */
#define FIRST_YEAR 1900
#define LAST_YEAR 2099
#define FIGURE_MAX 1000000000000
#define GROUP_DIGITS 3
#define CENT_DIGITS 2
#define HOURS_A_DAY 24 /* 13.45 may be a time of day, 31.50 is none */
#define MINUTES_AN_HOUR 60
#define MINUTES_A_QUARTER 15
#define MONTHS 12 /* 31.10 may be a day */
#define DAYS_A_MONTH 31

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
	SLANG = 1 << 16,    /* money behind a figure, else something else: piek */
	/* what goes before a figure that is no amount, also before a row of them: artikel 31.50 en 31.51 */
	REFERENCE = 1 << 17,
	TIME = 1 << 18,
	GRADE = 1 << 19,
	ASK = 1 << 20,        /* for a price, or for something else: vragen */
	FOR = 1 << 21,        /* behind a price: voor, elk */
	WITHOUT = 1 << 22,    /* exclusief */
	VAT = 1 << 23,        /* btw */
	RECKON = 1 << 24,     /* a price, unless on something: rekenen */
	MORE = 1 << 25,       /* of meer */
	STOP = 1 << 26,       /* ends what is said of an amount */
	POINT = 1 << 27,      /* a figure such as 12.50: a price, if no time, day or number of an article */
	POINT_SURE = 1 << 28, /* one such as 31.50, that is no time or day */
	KILO = 1 << 29,
	OR = 1 << 30
};
#define NO_AMOUNTS (REFERENCE | TIME | GRADE)

static const struct amount_pattern {
	int steps[PATTERN_STEPS]; /* a mark for each; ends with 0 */
	int never_before;         /* what may not follow */
	int never_after;          /* what may not go before: of NO_AMOUNTS */
} amount_patterns[] = {
	{ { MONEY }, 0, 0 },                                    /* 28 euro */
	{ { CENTS }, COUNTED, GRADE },                          /* 28,50; not 7,25 uur */
	{ { POINT_SURE }, COUNTED, REFERENCE | GRADE },         /* 31.50; not artikel 31.50 */
	{ { POINT }, COUNTED | RANGE, NO_AMOUNTS },             /* 12.50; not om 12.50 */
	{ { SOME, CENT }, 0, 0 },                               /* 50 cent */
	{ { SOME, MILLION }, COUNTED, 0 },                      /* veertien miljoen, twee ton */
	{ { FIGURE, KILO }, COUNTED | RANGE, 0 },               /* 300k */
	{ { FIGURE, PER, PER | STOP | REPEATED, HOUR }, 0, 0 }, /* 35 per uur, 35 p.u. */
	{ { FIGURE, FOR, FOR | REPEATED, HOUR }, 0, 0 },        /* 31 voor elk uur */
	{ { FIGURE, WITHOUT, STOP | REPEATED, VAT }, 0, 0 },    /* 31 excl. btw */
	{ { FIGURE, SLANG }, 0, 0 },                            /* dertig piek */
	{ { PER, HOUR, LINK | REPEATED, FIGURE, STOP }, 0, 0 }, /* per uur 31 */
	{ { PER, HOUR, LINK | REPEATED, FIGURE, RANGE, FIGURE, STOP }, 0, 0 },
	{ { LARGE, PER, YEAR }, 0, 0 },                                     /* 25 duizend per jaar */
	{ { PRICE, LINK | REPEATED, FIGURE | LARGE, AFTER }, 0, 0 },        /* uurtarief 35 */
	{ { PRICE, LINK | REPEATED, SOME, LARGE, AFTER }, 0, 0 },           /* budget van 25 duizend */
	{ { PRICE, LINK | REPEATED, FIGURE, RANGE, FIGURE, AFTER }, 0, 0 }, /* tarief van 30 tot 35 */
	{ { PRICE, LINK | REPEATED, FIGURE, OR, MORE, AFTER }, 0, 0 },      /* tarief van 30 of meer */
	{ { RECKON, FIGURE | LARGE, AFTER }, 0, 0 },                        /* rekenen 31; not op 30 */
	{ { RECKON, LINK, FIGURE | LARGE, STOP }, 0, 0 },                   /* rekenen maximaal 31. */
	{ { ASK, LINK | REPEATED, FIGURE | LARGE, FOR }, 0, 0 },            /* vragen 31 voor hulp */
};

/* Which word is which mark; with a ~ it is one at the end of a longer word too. */
static const struct amount_words {
	int is;
	const char *words; /* each ends with a blank */
} amount_words[] = {
	{ MONEY, "euro euros euri euroos eurootje eurootjes eur eurocent eurocenten gulden guldens dollar "
	         "dollars tientje tientjes joetje joetjes geeltje geeltjes knaak knaken € £ $ " },
	{ SLANG, "piek pegels ballen " },
	{ CENT, "cent centen cents ct cts " },
	{ MILLION, "miljoen miljoenen mln mio miljard miljarden mld ton mille million millions billion " },
	{ LARGE | SOME, "~duizend thousand " },
	{ LARGE | KILO, "k " },
	{ FIGURE | SOME, "elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig "
	                 "dertig veertig vijftig zestig zeventig tachtig negentig ~honderd ~ntwintig "
	                 "~ndertig ~nveertig ~nvijftig ~nzestig ~nzeventig ~ntachtig ~nnegentig " },
	{ SOME, "een één twee drie vier vijf zes zeven acht negen tien half halve anderhalf anderhalve paar "
	        "enkele tientallen honderden one two three four five six seven eight nine ten few several " },
	{ PER, "per / p " },
	{ HOUR | LINK | COUNTED, "uur u h minuut dagdeel etmaal hour minute " },
	{ YEAR | LINK | COUNTED,
	  "jaar kwartaal maand week dag cliënt client inwoner bewoner deelnemer keer stuk "
	  "year month day resident " },
	{ PRICE,
	  "~tarief ~tarieven ~budget ~budgetten ~prijs ~prijzen ~loon ~lonen ~bedrag ~bedragen ~kosten "
	  "~plafond ~begroting ~salaris ~omzet ~subsidie ~vergoeding ~vergoedingen ~bijdrage ~bijdragen "
	  "~toeslag aanneemsom geldsom rate rates price prices budgets cost costs "
	  "wage wages tariff tariffs betaal betaalt betalen betaald kost gekost vergoedt vergoeden verdient "
	  "verdienen pay pays paid charge charges " },
	{ RECKON, "reken rekent rekenen rekenden " },
	{ ASK, "vragen vraagt vroegen bieden biedt krijgen krijgt ontvangen ontvangt " },
	{ LINK,
	  "van is zijn was wordt worden bedraagt bedragen op per tot ca circa maximaal minimaal ongeveer "
	  "gemiddeld rond de het een ons max min voor naar tussen nu nog totaal vast of boven onder "
	  "ligt liggen blijft blijven hoogstens hooguit minstens bijna niet meer minder dan "
	  "about the a at maximum minimum : = ( ) \" * " },
	{ RANGE, "tot à a en of to - " },
	{ OR, "of " },
	{ MORE, "meer minder hoger lager " },
	{ FOR, "voor elk ieder elke iedere het een " },
	{ WITHOUT, "exclusief inclusief excl incl ex zonder plus " },
	{ VAT, "btw vat " },
	{ AFTER,
	  ". , ; ! ? ( ) : / - \" per en in voor exclusief inclusief excl incl ex als bij maar met dat "
	  "die plus and or for te zonder btw rekenen vragen betalen vergoeden hanteren " },
	{ STOP, ". , ; ! ? ( ) : - \" voor exclusief inclusief excl incl ex plus for zonder rekenen vragen "
	        "betalen vergoeden hanteren " },
	{ COUNTED,
	  "% procent percent uren minuten dagen weken maanden jaren mensen inwoners bewoners burgers leden "
	  "cliënten clienten ouderen volwassenen kinderen huishoudens gezinnen woningen deelnemers "
	  "medewerkers vrijwilligers nederlanders bezoekers bezoeken plekken aanbieders gesprekken "
	  "keren fte km kilometer meter m kg kilo gram graden punt punten stuks afval papier zand hours "
	  "days people residents times " },
	{ REFERENCE,
	  "artikel artikelen art lid leden paragraaf par § hoofdstuk bijlage bijlagen bladzijde blz pagina "
	  "versie v release nummer nummers nr nrs ~nummer kenmerk eis eisen vraag perceel lot tabel figuur "
	  "norm "
	  "nen iso cpv kamer dossier punt onderdeel criterium section article version page number " },
	{ GRADE,
	  "~cijfer ~cijfers score scores ~score drempel gemiddelde wegingsfactor factor gewicht mark grade "
	  "threshold " },
	{ TIME, "om van tot tussen vanaf aanvang begin begint start na rond omstreeks inloop op uiterlijk "
	        "datum dd en t from until at on " },
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

static int word_is(const char *word, size_t length)
{
	int is = 0;

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
	int cents;     /* behind a point, where that is what there is; else -1 */
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

/* 31,- and 31,= and 31.-, with the dash of print too. */
static bool has_dash(const char *at)
{
	return (at[0] == ',' || at[0] == '.') &&
	       (at[1] == '-' || at[1] == '=' ||
	        (strncmp(at + 1, "\xE2\x80", 2) == 0 && (at[3] == '\x93' || at[3] == '\x94')));
}

static struct figure read_figure(const char *at)
{
	struct figure figure = { .cents = -1, .is_plain = true };
	size_t commas = 0, points = 0, last = 0, groups;
	bool is_whole = true;
	char mark;

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
	mark = last < figure.length ? at[figure.length - last - 1] : '\0';
	figure.has_cents = (last == CENT_DIGITS && mark == ',' && commas == 1) ||
	                   (last == CENT_DIGITS && mark == '.' && points == 1 && commas > 0) ||
	                   has_dash(at + figure.length);
	if (commas == 0 && points == 1 && last == CENT_DIGITS)
		figure.cents = (at[figure.length - 2] - '0') * 10 + at[figure.length - 1] - '0';
	groups = figure.is_plain ? spaced_groups(at, figure.length) : 0;
	if (groups > 0)
		figure.value = figure.value > MANY ? figure.value : MANY;
	figure.length += groups;
	return figure;
}

/* What a figure with a point and two digits may be besides an amount: a time of day, or a day of a month. */
static int point_is(const struct figure *figure)
{
	bool is_day = figure->value <= DAYS_A_MONTH && figure->cents > 0 && figure->cents <= MONTHS;
	bool is_time = figure->value < HOURS_A_DAY && figure->cents < MINUTES_AN_HOUR;

	if (figure->cents < 0 || figure->value < LEAST_POINT)
		return 0;
	if (is_day || (is_time && figure->cents % MINUTES_A_QUARTER == 0))
		return 0;
	return is_time ? POINT : POINT_SURE;
}

static int figure_is(const char *at, const struct figure *figure)
{
	bool is_year = figure->is_plain && figure->length == 4 && figure->value >= FIRST_YEAR &&
	               figure->value <= LAST_YEAR;

	if (is_year)
		return SOME | LINK;
	if (at[0] == '0' && figure->is_plain) /* as telephone numbers begin */
		return figure->has_cents ? SOME | CENTS : SOME;
	return SOME | point_is(figure) | (figure->has_cents ? CENTS : 0) |
	       (figure->value >= LEAST ? FIGURE : 0) | (figure->value >= MANY ? LARGE : 0);
}

/* --- marks --- */

/* How long a word of money is that is pulled apart: e u r o, e.u.r.o, eu-ro; 0 where it is none. */
static size_t apart_bytes(const char *at)
{
	static const char euro[] = "euro";
	size_t length = 0, gaps = 0;

	for (size_t i = 0; euro[i] != '\0'; i++) {
		size_t blank = i == 0 ? 0 : blank_bytes(at + length);

		if (i > 0 && blank == 0 && at[length] != '\0' && strchr(".-_*", at[length]) != NULL)
			blank = 1;
		gaps += blank > 0;
		length += blank;
		if (tolower((unsigned char)at[length]) != euro[i])
			return 0;
		length++;
	}
	return gaps > 0 && !is_letter(at + length) ? length : 0;
}

/* How long a name is that begins like money and is none. */
static size_t name_bytes(const char *at)
{
	static const char name[] = "eur-lex";

	return strncasecmp(at, name, strlen(name)) == 0 ? strlen(name) : 0;
}

/* What the mark is that begins there, which is no blank; ret_length: how long it is. */
static int mark_at(const char *at, size_t *ret_length)
{
	size_t length = 0;

	if (is_digit(*at)) {
		struct figure figure = read_figure(at);
		size_t passed = day_or_time(at);

		*ret_length = passed > 0 ? passed : figure.length;
		return passed > 0 ? 0 : figure_is(at, &figure);
	}
	*ret_length = name_bytes(at);
	if (*ret_length > 0)
		return 0;
	*ret_length = apart_bytes(at);
	if (*ret_length > 0)
		return MONEY;
	while (at[length] != '\0' && is_letter(at + length) && blank_bytes(at + length) == 0)
		length++;
	if (length == 0 && ((unsigned char)*at & 0x80U) != 0)
		length = strlen(strncmp(at, "€", strlen("€")) == 0 ? "€" : "£");
	*ret_length = length == 0 ? 1 : length;
	return word_is(at, *ret_length);
}

/* The mark that comes next, and the place behind it; the end of the words is one, at which it stays. */
static int next_mark(const char **at)
{
	size_t length = 0;
	int is;

	for (size_t blank = blank_bytes(*at); blank > 0; blank = blank_bytes(*at))
		*at += blank;
	if (**at == '\0')
		return AFTER | STOP;
	is = mark_at(*at, &length);
	*at += length;
	return is;
}

/* A row of words and figures that is read from left to right, each mark once. */
struct reading {
	const char *at;    /* what comes behind the row */
	int marks[WINDOW]; /* the marks that come, as far as a pattern looks */
	bool is_comma[WINDOW];
	size_t count;
	int before; /* what goes before the first of them: of NO_AMOUNTS */
	bool was_word;
};

/* Behind the last mark comes the end, which is one too. */
static int mark_of(const struct reading *reading, size_t place)
{
	return place < reading->count ? reading->marks[place] : AFTER | STOP;
}

static void fill(struct reading *reading)
{
	while (reading->count < WINDOW && *reading->at != '\0') {
		reading->marks[reading->count] = next_mark(&reading->at);
		reading->is_comma[reading->count++] = reading->at[-1] == ',';
	}
}

static bool fits(const struct amount_pattern *pattern, const struct reading *reading)
{
	size_t place = 0;

	if ((reading->before & pattern->never_after) != 0)
		return false;
	for (size_t i = 0; i < PATTERN_STEPS && pattern->steps[i] != 0; i++) {
		int step = pattern->steps[i];

		for (size_t n = 0; (step & REPEATED) != 0 && n < REPEATED_MOST &&
		                   (mark_of(reading, place) & step) != 0 && place < reading->count;
		     n++)
			place++;
		if ((step & REPEATED) != 0)
			continue;
		if ((mark_of(reading, place) & step) == 0)
			return false;
		place++;
	}
	return (mark_of(reading, place) & pattern->never_before) == 0;
}

/* The word itself goes before, and what joins figures to it: artikel 31.50, 31.51 en 31.52. */
static void pass(struct reading *reading)
{
	int is = reading->marks[0];
	bool joins = (is & (SOME | RANGE)) != 0 || reading->is_comma[0] ||
	             (reading->was_word && (is & (LINK | STOP)) != 0);

	reading->was_word = (is & (REFERENCE | GRADE)) != 0;
	if (reading->was_word)
		reading->before = is & (REFERENCE | GRADE);
	else if ((reading->before & (REFERENCE | GRADE)) == 0 && (is & TIME) != 0)
		reading->before = TIME;
	else if (!joins)
		reading->before = is & TIME;
	reading->count--;
	memmove(reading->marks, reading->marks + 1, reading->count * sizeof(reading->marks[0]));
	memmove(reading->is_comma, reading->is_comma + 1, reading->count * sizeof(reading->is_comma[0]));
}

static void normal_done(char **words)
{
	g_free(*words);
}

bool amount_stands_in(const char *words)
{
	CLEANUP(normal_done) char *normal = g_utf8_normalize(or_empty(words), -1, G_NORMALIZE_ALL_COMPOSE);
	struct reading reading = { .at = normal == NULL ? or_empty(words) : normal }; /* NULL: no UTF-8 */

	for (fill(&reading); reading.count > 0; fill(&reading)) {
		for (size_t i = 0; i < COUNT(amount_patterns); i++)
			if (fits(&amount_patterns[i], &reading))
				return true;
		pass(&reading);
	}
	return false;
}
