/* SPDX-License-Identifier: EUPL-1.2 */
/* One person under two numbers: who may be, what somebody said of it, and which number is used from then on.
 */
#ifndef COMMON_PERSON_DOUBLE_H
#define COMMON_PERSON_DOUBLE_H

#include "common/journal/journal.h"

/* Two numbers that may be one person, and why; nobody has said yet whether they are. */
struct person_pair {
	int64_t person, other; /* the lower number first */
	bool same_name;        /* surname and birth date */
	bool same_address;     /* address and birth date */
	bool same_bsn;         /* the BSN of the one was given for the other, and refused */
	struct date born;
	const char *initials, *prefix, *surname, *street, *place;
	int64_t house_number;
	const char *other_initials, *other_prefix, *other_surname, *other_street, *other_place;
	int64_t other_house_number;
	struct date other_born;
};
#define PAIRS_ON_A_PAGE 50
/* The next pairs behind the one given (0, 0: from the first), struct person_pair; and how many in all. */
enum status pairs_after(struct journal *journal, int64_t person, int64_t other, struct records *ret_pairs,
                        struct fault *fault) MUST_CHECK;
enum status pairs_count(struct journal *journal, int64_t *ret_count, struct fault *fault) MUST_CHECK;
/* Whether such a pair has this person. */
enum status pair_has(struct journal *journal, int64_t person, bool *ret_has, struct fault *fault) MUST_CHECK;

/* The number that is used for a person: itself, or the one that was said to be the same and stays. */
enum status person_stays(struct journal *journal, int64_t person, int64_t *ret_stays,
                         struct fault *fault) MUST_CHECK;
/* The other numbers of a person, as text in the journal's arena: "12, 48"; "" where there are none. */
enum status person_same_as(struct journal *journal, int64_t person, const char **ret_numbers,
                           struct fault *fault) MUST_CHECK;

/* What the rules need to know of the world, put there at the door. */
struct sameness_situation {
	bool are_known;  /* both numbers are in the register, and differ */
	bool is_said;    /* the newest word about the two says this already */
	bool stays_here; /* the number that is to stay is not another's double itself */
	bool is_free;    /* the other one is not the double of a third */
};

/* The facts that two numbers are one person, of which the first stays in use; and that they are not. */
struct sameness {
	int64_t person, other;
	const char *because;
	struct sameness_situation situation;
};
extern const struct record persons_same_record, persons_different_record;
extern const struct journal_kind persons_same_kind, persons_different_kind;
#define PERSONS_SAME_RULES_COUNT 4
#define PERSONS_DIFFERENT_RULES_COUNT 2
extern const struct journal_rule persons_same_rules[PERSONS_SAME_RULES_COUNT];
extern const struct journal_rule persons_different_rules[PERSONS_DIFFERENT_RULES_COUNT];

#endif
