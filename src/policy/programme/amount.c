/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/amount.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define EURO_SIGN "\xE2\x82\xAC"

static bool is_digit(char byte)
{
	return isdigit((unsigned char)byte) != 0;
}

/* Letters beyond ASCII are letters too, but for the euro sign itself. */
static bool is_letter(char byte)
{
	return isalpha((unsigned char)byte) != 0 || ((unsigned char)byte & 0x80U) != 0;
}

/* Words that stand for money wherever they stand. */
static const char *const money_words[] = { "euro", "euros", "eur", "eurocent", "eurocenten" };
/* Words that stand for money behind a number. */
static const char *const counted_words[] = { "cent", "mln", "miljoen", "miljard" };

static bool is_one_of(const char *word, size_t length, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(words[i]) == length && strncasecmp(word, words[i], length) == 0)
			return true;
	return false;
}

/* Whether the word that begins there is one of money; a digit stood before it, with or without a blank. */
static bool is_money_word(const char *word, size_t length, bool after_digit)
{
	return is_one_of(word, length, money_words, COUNT(money_words)) ||
	       (after_digit && is_one_of(word, length, counted_words, COUNT(counted_words)));
}

/* Whether a number goes on as an amount does: 28,50 or 28,- */
static bool has_cents(const char *after)
{
	if (after[0] != ',')
		return false;
	if (after[1] == '-')
		return true;
	return is_digit(after[1]) && is_digit(after[2]) && !is_digit(after[3]);
}

static bool has_money_word(const char *words)
{
	bool after_digit = false;

	for (const char *at = words; *at != '\0';) {
		size_t length = 0;

		while (is_letter(at[length]))
			length++;
		if (length > 0 && is_money_word(at, length, after_digit))
			return true;
		if (length > 0 || *at != ' ')
			after_digit = is_digit(*at);
		at += length > 0 ? length : 1;
	}
	return false;
}

bool amount_stands_in(const char *words)
{
	if (words == NULL)
		return false;
	if (strstr(words, EURO_SIGN) != NULL || has_money_word(words))
		return true;
	for (const char *at = words; *at != '\0'; at++)
		if (is_digit(*at) && has_cents(at + 1))
			return true;
	return false;
}
