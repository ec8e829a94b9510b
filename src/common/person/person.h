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
	struct date born;         /* the first day that it can be, where a part of it is unknown */
	const char *born_unknown; /* which part that is: one of birth_unknowns; NULL or "" for none */
	const char *street;
	int64_t house_number;
	const char *house_addition;
	const char *postcode;
	const char *place;
	const char *phone;
	const char *bsn; /* only on the way in; never read back with the rest */
};
extern const struct record identity_record;
extern const struct choice birth_unknowns[];

/* A person in a list. */
struct person_number {
	int64_t person;
};
extern const struct record person_number_record;

/* A birthday of which parts may be unknown, as the base register writes it. */
struct birth {
	struct date first;   /* the first day that it can be; 1900-01-01 where nothing is known */
	const char *unknown; /* a code of birth_unknowns, or "" */
};
/*
 * Reads exactly YYYYMMDD with zeros where unknown: the day, the day and the month, or all of it. False for a
 * day that cannot exist, and for zeros in front of a part that is known.
 */
bool birth_read(const char *text, struct birth *ret_birth);
/* Sets the parts that are unknown to the first that they can be, as messages do (iWmo 3.2, CS139). */
struct date birth_first(struct date born, const char *unknown);
/* The last day that it can be; no date where nothing is known. */
struct date birth_last(struct date first, const char *unknown);
/* "2 februari 1995", "februari 1995 (dag onbekend)", "1995 (dag en maand onbekend)" or "onbekend". */
const char *identity_birth_words(const struct identity *identity, const char *language, struct arena *arena);
/* "31 jaar", "30 of 31 jaar"; "" where the year is unknown. */
const char *identity_age_words(const struct identity *identity, struct date on, const char *language,
                               struct arena *arena);

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
