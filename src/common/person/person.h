/* SPDX-License-Identifier: EUPL-1.2 */
/* Who somebody is: identity and address, kept in the vault and nowhere else. */
#ifndef COMMON_PERSON_PERSON_H
#define COMMON_PERSON_PERSON_H

#include "platform/record/record.h"

struct identity {
	const char *initials;
	const char *first_names;
	const char *prefix;
	const char *surname;
	const char *sex;
	struct date born;
	const char *street;
	int64_t house_number;
	const char *house_addition;
	const char *postcode;
	const char *place;
	const char *phone;
	const char *bsn; /* only on the way in; never read back with the rest */
};
extern const struct record identity_record;

/* Where somebody goes to live. */
struct address {
	const char *street;
	int64_t house_number;
	const char *house_addition;
	const char *postcode;
	const char *place;
};

/* Nine digits that pass the eleven test (message standard CS002), not all zero. */
bool bsn_is_right(const char *bsn);
/* 1234 AB or 1234AB, and the first digit is not 0. */
bool postcode_is_right(const char *postcode);
/* The postcode as 1234AB, in arena. */
const char *postcode_plain(const char *postcode, struct arena *arena);
/* "1234AB 12", by which a scheme finds an area; without a number the postcode, and "" without that; in arena.
 */
const char *postcode_with_number(const char *postcode, int64_t house_number, struct arena *arena);
/* "J. de Vries" */
const char *identity_name(const struct identity *identity, struct arena *arena);
/* "Dorpsstraat 12 A" */
const char *identity_street(const struct identity *identity, struct arena *arena);
/* "9351 AB Leek" */
const char *identity_place(const struct identity *identity, struct arena *arena);
/* The surname in small letters, as it is searched. */
const char *identity_search_name(const struct identity *identity, struct arena *arena);

#endif
