/* SPDX-License-Identifier: EUPL-1.2 */
/* Lanes: who may deliver what, where, to whom, from when until when; without prices. */
#ifndef COMMON_LANE_LANE_H
#define COMMON_LANE_LANE_H

#include "platform/record/record.h"

/*
 * How a lane's parties come to deliver. The codes are the words of a scheme file; practice/assignment has a
 * rule for each, and the order of preference stands in the scheme.
 */
enum lane_how {
	LANE_KEEP_CURRENT,  /* the present provider goes on; the lane's party stands in where none is known */
	LANE_CLOSED_COHORT, /* a subcontractor, only for the clients it served before a day */
	LANE_AREA_LEAD,     /* the one main provider of the area */
	LANE_COMBINATION_MEMBER, /* of a combination: the member that has the area */
	LANE_EXPERTISE,          /* of a combination: the member that has the expertise that is asked */
	LANE_CHOICE_AMONG,       /* the resident chooses among the lane's parties */
};
#define LANE_HOWS_COUNT 6
extern const struct choice lane_hows[]; /* by enum lane_how, and a NULL code at the end */

#define LANE_EXPERTISE_MAX 64 /* as many as have a bit */
#define LANE_NONE UINT16_MAX  /* no party, area, product or lane */

/* A product, area or party that lanes speak of. */
struct lane_name {
	const char *name;
	const char *label;
	struct date from, until; /* of an area; elsewhere no dates */
};

/* Sorted by name, bytewise, so that an index does not depend on the order of a file. */
struct lane_names {
	struct lane_name *items;
	size_t count;
};

struct lane {
	const char *name;
	enum lane_how how;
	uint16_t rank; /* place of its rule in the scheme's order of preference, below LANE_HOWS_COUNT */
	struct date from, until;   /* half-open */
	int16_t from_age;          /* in years on the day, half-open */
	int16_t until_age;         /* 0: no end */
	struct date served_before; /* of a closed cohort */
	const char *group;         /* label of its target group */
	int line;                  /* in the scheme's file */
};

/* One seat in a lane: this party may deliver this product in this area. */
struct lane_offer {
	uint16_t product, area;
	uint16_t party; /* who delivers */
	uint16_t under; /* who answers for it to the municipality, where that is another; else LANE_NONE */
	uint16_t lane;
	uint16_t instead_of; /* the fellow member whose area it is, for who only steps in; else LANE_NONE */
};

/* From a day on a party has the expertise of one that it took over. */
struct lane_gain {
	uint16_t party;
	struct date from;
	uint64_t experts;
};

/* The lanes of one scheme, indexed by product and area. Read only once lane_set_index has run. */
struct lane_set {
	const char *scheme; /* its name, for explanations */
	struct lane_names products, areas, parties, expertise;
	uint64_t *experts;       /* by party: a bit for each expertise that it has */
	struct lane_gain *gains; /* what came later; often none */
	size_t gains_count;
	struct lane *lanes; /* in order of preference: by rank, then name */
	size_t lanes_count;
	struct lane_offer *offers; /* by product, area, party, lane */
	size_t offers_count;
	const uint32_t
		*places; /* where the offers of product * areas.count + area begin; one more at the end */
};

/* The offers of one product in one area, those of a party side by side. */
struct lane_place {
	const struct lane_offer *offers;
	size_t count;
};

/* Sorts by name; do so before anything points into names. */
void lane_names_sort(struct lane_names *names);
/* The index of name, or LANE_NONE. */
uint16_t lane_names_find(const struct lane_names *names, const char *name);
/* Sorts by rank, then name; do so before offers point at lanes. */
void lane_sort(struct lane *lanes, size_t count);
/*
 * Makes a set ready for questions: sorts the offers, drops doubled ones and builds the index in arena. Names
 * and lanes must be sorted, and every offer must point at existing ones.
 */
void lane_set_index(struct lane_set *set, struct arena *arena);
/* A bit for each expertise that the party has on a day. */
uint64_t lane_set_experts(const struct lane_set *set, uint16_t party, struct date on);
struct lane_place lane_set_place(const struct lane_set *set, uint16_t product, uint16_t area);
/* The labels of the expertise whose bits are set, "Autisme, Bemoeizorg", in arena; "" when none is. */
const char *lane_expertise_words(const struct lane_set *set, uint64_t bits, struct arena *arena);

#endif
