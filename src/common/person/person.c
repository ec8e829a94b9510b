/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/person.h"

#include <string.h>

#include "platform/base/words.h"

static const struct choice sex_choices[] = {
	{ "f", WORDS("vrouw") },
	{ "m", WORDS("man") },
	{ "u", WORDS("onbekend") },
	{ NULL, NULL },
};

const struct choice birth_unknowns[] = {
	{ "day", WORDS("de dag") },
	{ "month", WORDS("de dag en de maand") },
	{ "year", WORDS("alles") },
	{ NULL, NULL },
};

static const struct field identity_fields[] = {
	FIELD(struct identity, surname, .label = WORDS("Achternaam"), .flags = FIELD_IN_VAULT),
	FIELD(struct identity, prefix, .label = WORDS("Voorvoegsel"), .hint = WORDS("Bijvoorbeeld: van der"),
	      .flags = FIELD_IN_VAULT, .max_chars = 10),
	FIELD(struct identity, initials, .label = WORDS("Voorletters"), .hint = WORDS("Zonder punten"),
	      .flags = FIELD_IN_VAULT, .max_chars = 6),
	FIELD(struct identity, first_names, .label = WORDS("Voornamen"), .flags = FIELD_IN_VAULT),
	FIELD(struct identity, born, .label = WORDS("Geboortedatum"), .flags = FIELD_IN_VAULT),
	FIELD(struct identity, born_unknown, .label = WORDS("Onbekend aan de geboortedatum"),
	      .hint = WORDS("Weet u de dag of de maand niet? Vul dan 1 in, en kies hier wat onbekend is."),
	      .choices = birth_unknowns, .flags = FIELD_IN_VAULT),
	FIELD(struct identity, sex, .label = WORDS("Geslacht"), .choices = sex_choices,
	      .flags = FIELD_IN_VAULT),
	FIELD(struct identity, postcode, .label = WORDS("Postcode"), .flags = FIELD_IN_VAULT, .max_chars = 7),
	FIELD(struct identity, house_number, .label = WORDS("Huisnummer"),
	      .flags = FIELD_IN_VAULT | FIELD_UNSIGNED, .max = 99999),
	FIELD(struct identity, house_addition, .label = WORDS("Toevoeging"), .flags = FIELD_IN_VAULT,
	      .max_chars = 4),
	FIELD(struct identity, street, .label = WORDS("Straat"), .flags = FIELD_IN_VAULT, .max_chars = 80),
	FIELD(struct identity, place, .label = WORDS("Plaats"), .flags = FIELD_IN_VAULT, .max_chars = 80),
	FIELD(struct identity, phone, .label = WORDS("Telefoon"), .flags = FIELD_IN_VAULT, .max_chars = 15),
	FIELD(struct identity, bsn, .label = WORDS("Burgerservicenummer (BSN)"),
	      .hint = WORDS(
		      "Mag nu nog leeg blijven. Zonder BSN kan later de opdracht aan de aanbieder niet weg."),
	      .flags = FIELD_IN_VAULT, .max_chars = 9),
};
const struct record identity_record = RECORD(struct identity, "identity", identity_fields);

static const struct field person_number_fields[] = {
	FIELD(struct person_number, person),
};
const struct record person_number_record =
	RECORD(struct person_number, "person_number", person_number_fields);

#define BIRTH_DIGITS 8

static int number_in(const char *text, size_t from, size_t length)
{
	int number = 0;

	for (size_t i = from; i < from + length; i++)
		number = 10 * number + (text[i] - '0');
	return number;
}

bool birth_read(const char *text, struct birth *ret_birth)
{
	int year, month, day;

	if (strlen(text) != BIRTH_DIGITS || strspn(text, "0123456789") != BIRTH_DIGITS)
		return false;
	year = number_in(text, 0, 4);
	month = number_in(text, 4, 2);
	day = number_in(text, 6, 2);
	if ((year == 0 && month != 0) || (month == 0 && day != 0))
		return false;
	ret_birth->unknown = year == 0 ? "year" : month == 0 ? "month" : day == 0 ? "day" : "";
	ret_birth->first =
		year == 0 ? date_of(1900, 1, 1) : date_of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
	return date_is(ret_birth->first);
}

static bool is_unknown(const char *unknown, const char *part)
{
	return strcmp(or_empty(unknown), part) == 0;
}

struct date birth_first(struct date born, const char *unknown)
{
	int year = 0, month = 0, day = 0;

	if (is_unknown(unknown, "year"))
		return date_of(1900, 1, 1);
	if (!date_is(born) || !has_words(unknown))
		return born;
	date_parts(born, &year, &month, &day);
	return date_of(year, is_unknown(unknown, "month") ? 1 : month, 1);
}

struct date birth_last(struct date first, const char *unknown)
{
	int year = 0, month = 0, day = 0;

	if (is_unknown(unknown, "year"))
		return (struct date){ 0 };
	if (!date_is(first) || !has_words(unknown))
		return first;
	date_parts(first, &year, &month, &day);
	if (is_unknown(unknown, "month") || month == 12)
		return date_of(year, 12, 31);
	return date_add_days(date_of(year, month + 1, 1), -1);
}

bool bsn_is_right(const char *bsn)
{
	int sum = 0;

	if (strlen(bsn) != 9 || strspn(bsn, "0123456789") != 9 || strcmp(bsn, "000000000") == 0)
		return false;
	for (int i = 0; i < 8; i++)
		sum += (9 - i) * (bsn[i] - '0');
	return (sum - (bsn[8] - '0')) % 11 == 0;
}

bool postcode_is_right(const char *postcode)
{
	size_t digits = strspn(postcode, "0123456789");
	const char *letters = postcode + digits + (postcode[digits] == ' ' ? 1 : 0);

	return digits == 4 && postcode[0] != '0' && strlen(letters) == 2 &&
	       strspn(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == 2;
}

const char *postcode_plain(const char *postcode, struct arena *arena)
{
	char *plain = arena_take(arena, strlen(postcode) + 1);
	size_t length = 0;

	for (; *postcode != '\0'; postcode++)
		if (*postcode != ' ')
			plain[length++] = *postcode >= 'a' && *postcode <= 'z' ? (char)(*postcode - 'a' + 'A')
			                                                       : *postcode;
	return plain;
}

const char *postcode_with_number(const char *postcode, int64_t house_number, struct arena *arena)
{
	const char *plain = postcode_plain(or_empty(postcode), arena);

	if (house_number <= 0 || strlen(plain) != 6)
		return plain;
	return arena_print(arena, "%s %lld", plain, (long long)house_number);
}

const char *identity_name(const struct identity *identity, struct arena *arena)
{
	const char *initials = or_empty(identity->initials), *prefix = or_empty(identity->prefix);
	char *dotted = arena_take(arena, 2 * strlen(initials) + 1), *at = dotted;

	for (; *initials != '\0'; initials++) {
		bool is_last_byte = ((unsigned char)initials[1] & 0xC0) != 0x80;

		*at++ = *initials;
		if (is_last_byte)
			*at++ = '.';
	}
	return arena_print(arena, "%s%s%s%s%s", dotted, dotted[0] == '\0' ? "" : " ", prefix,
	                   prefix[0] == '\0' ? "" : " ", or_empty(identity->surname));
}

const char *identity_street(const struct identity *identity, struct arena *arena)
{
	const char *addition = or_empty(identity->house_addition);

	return arena_print(arena, "%s %lld%s%s", or_empty(identity->street),
	                   (long long)identity->house_number, addition[0] == '\0' ? "" : " ", addition);
}

const char *identity_place(const struct identity *identity, struct arena *arena)
{
	const char *postcode = or_empty(identity->postcode);
	bool is_plain = strlen(postcode) == 6;

	return arena_print(arena, "%.4s%s%s %s", postcode, is_plain ? " " : "",
	                   strlen(postcode) > 4 ? postcode + 4 : "", or_empty(identity->place));
}

/* A capital letter to its small one, in place: A-Z, and the accented letters of Latin-1 (U+00C0-U+00DE, not
 * U+00D7). */
static void make_small(char *at, unsigned char before)
{
	unsigned char byte = (unsigned char)*at;
	bool is_plain = byte >= 'A' && byte <= 'Z';
	bool is_accented = before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;

	if (is_plain || is_accented)
		*at = (char)(byte + 0x20);
}

const char *identity_search_name(const struct identity *identity, struct arena *arena)
{
	char *name = arena_copy(arena, or_empty(identity->surname));

	for (size_t i = 0; name[i] != '\0'; i++)
		make_small(&name[i], i == 0 ? 0 : (unsigned char)name[i - 1]);
	return name;
}
