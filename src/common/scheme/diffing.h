/* SPDX-License-Identifier: EUPL-1.2 */
/* Two versions of a scheme while they are compared; for the files that do so. */
#ifndef COMMON_SCHEME_DIFFING_H
#define COMMON_SCHEME_DIFFING_H

#include "common/lane/lane_difference.h"
#include "common/scheme/scheme_change.h"

struct diffing {
	const struct scheme *before, *after;
	struct date holds;
	struct lane_set before_lanes, after_lanes;
	struct lane_comparison lanes;
	const char *language;
	struct arena *arena;
	struct scheme_changes changes;
	size_t size; /* of what changes.items has room for */
};

/* What the items of a section say about clients. */
enum about {
	ABOUT_NOBODY, /* what was bought and how, who meets: no client's help */
	ABOUT_ALL,
	ABOUT_PRODUCTS,
	ABOUT_AREAS,
	ABOUT_PARTIES,
	ABOUT_GROUP,
	ABOUT_AGREEMENT,
	ABOUT_NORM,
};

/* A section: what one of its items is called, the fields by which it is known, and whom it is about. */
struct diff_section {
	const char *name;
	const char *noun;
	const char *keys[2]; /* the first is shown by its label, where it has one */
	enum about about;
	const char *names; /* the field with the names of what it is about */
};

/* Adds a change, to be completed; it moves at the next addition. */
struct scheme_change *diff_add(struct diffing *diffing, const char *section, const char *words);

/* "a, b en c" */
const char *diff_list(const struct diffing *diffing, const struct texts *words);
/* "1 maart 2023" */
const char *diff_day(const struct diffing *diffing, struct date day);
/* The day, or when that is earlier, the day from which the new version holds. */
struct date diff_later(const struct diffing *diffing, struct date day);
/* "Vanaf 1 maart 2023", or with an end "Van 1 maart 2023 tot en met 31 mei 2023". */
const char *diff_when(const struct diffing *diffing, struct date from, struct date until);
/* Words with the first letter small, unless they begin with an abbreviation. */
const char *diff_inside(const struct diffing *diffing, const char *words);
/* The label of something that either version names, or the name itself. */
const char *diff_label(const struct diffing *diffing, const char *name);
/* A party by that name, in the new version or else in the old one; NULL when neither has it. */
const struct scheme_party *diff_party(const struct diffing *diffing, const char *name);
/* Labels of parties; of a series with many of them only how many. */
struct texts diff_party_labels(const struct diffing *diffing, const struct texts *names);
bool diff_texts_add(struct texts *texts, const char *text); /* unless it is there; the list has room */
/* Help by the parties of an agreement, in its products. */
struct scheme_reach diff_reach_of_agreement(const struct diffing *diffing, const char *agreement);

/* Whose help an item of a section is about, by either version of it; one of them may be NULL. */
struct scheme_reach diff_reach(const struct diffing *diffing, const struct diff_section *section,
                               const struct record *record, const void *before, const void *after);

/* Who delivers what, where and to whom; which parties come and go. */
void diff_lanes(struct diffing *diffing);
void diff_parties(struct diffing *diffing);
/* What follows the days: which postcode lies in which area, which phase an agreement is in, who a theme is
 * for. */
void diff_postcodes(struct diffing *diffing);
void diff_phases(struct diffing *diffing);
void diff_scope(struct diffing *diffing);
/* Everything else, section by section through the field tables. */
void diff_sections(struct diffing *diffing);

#endif
