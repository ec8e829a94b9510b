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

static const struct field identity_fields[] = {
	FIELD(struct identity, surname, .label = WORDS("Achternaam"), .flags = FIELD_IN_VAULT),
	FIELD(struct identity, prefix, .label = WORDS("Voorvoegsel"), .hint = WORDS("Bijvoorbeeld: van der"),
	      .flags = FIELD_IN_VAULT, .max_chars = 10),
	FIELD(struct identity, initials, .label = WORDS("Voorletters"), .hint = WORDS("Zonder punten"),
	      .flags = FIELD_IN_VAULT, .max_chars = 6),
	FIELD(struct identity, first_names, .label = WORDS("Voornamen"), .flags = FIELD_IN_VAULT),
	FIELD(struct identity, born, .label = WORDS("Geboortedatum"), .flags = FIELD_IN_VAULT),
	FIELD(struct identity, sex, .label = WORDS("Geslacht"), .choices = sex_choices,
	      .flags = FIELD_IN_VAULT),
	FIELD(struct identity, postcode, .label = WORDS("Postcode"), .flags = FIELD_IN_VAULT, .max_chars = 7),
	FIELD(struct identity, house_number, .label = WORDS("Huisnummer"),
	      .flags = FIELD_IN_VAULT | FIELD_UNSIGNED, .max = 99999),
	FIELD(struct identity, house_addition, .label = WORDS("Toevoeging"), .flags = FIELD_IN_VAULT,
	      .max_chars = 4),
	FIELD(struct identity, street, .label = WORDS("Straat"), .flags = FIELD_IN_VAULT, .max_chars = 24),
	FIELD(struct identity, place, .label = WORDS("Plaats"), .flags = FIELD_IN_VAULT, .max_chars = 80),
	FIELD(struct identity, phone, .label = WORDS("Telefoon"), .flags = FIELD_IN_VAULT, .max_chars = 15),
	FIELD(struct identity, bsn, .label = WORDS("Burgerservicenummer (BSN)"),
	      .hint = WORDS(
		      "Mag nu nog leeg blijven. Zonder BSN kan later de opdracht aan de aanbieder niet weg."),
	      .flags = FIELD_IN_VAULT, .max_chars = 9),
};
const struct record identity_record = RECORD(struct identity, "identity", identity_fields);

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
