/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking ahead, without storage: on which coming day the lane under somebody's running support changes. */
#ifndef PRACTICE_RADAR_RADAR_H
#define PRACTICE_RADAR_RADAR_H

#include "common/scheme/scheme.h"
#include "practice/assignment/assign.h"

#define RADAR_MONTHS 12       /* how far ahead, where the scheme says nothing else */
#define RADAR_POSTCODES 10000 /* one for every four-digit postcode */

/* Somebody's running or coming support, in indices of its scheme's lanes. */
struct radar_line {
	uint16_t product;
	uint16_t deliverer; /* LANE_NONE when the scheme has no such party */
	int postcode;       /* the four digits; 0 when unknown */
	const char
		*address; /* "9351AB 12" where an area names addresses; else NULL: the postcode says enough */
	struct date born;
	struct date from, until; /* half-open */
	struct date since;       /* from when the deliverer has come without a break */
};

/* The days and ages at which something changes in one area for one product. */
struct radar_place {
	struct date *days; /* the earliest first, also those that were */
	size_t days_count;
	int *ages;
	size_t ages_count;
};

/* A scheme as it will change after a day, worked out once for all lines. */
struct radar_scheme {
	const struct scheme *scheme;
	const struct lane_set *set;
	struct date on;
	struct date until;                /* the last day looked at */
	const uint16_t *area_of;          /* by postcode: the area on the day, or LANE_NONE */
	bool has_addresses;               /* that do not follow their postcode */
	const struct radar_place *places; /* by product * areas.count + area */
	struct assign_answer *answer;     /* of the last question */
};

/* A day so many months later; the last day of a month that is too short. */
struct date radar_months_later(struct date date, int64_t months);
/* Looks after the day on, twelve months ahead or as far as the scheme's birthdays ask. Lives in arena. */
struct radar_scheme radar_scheme_on(const struct scheme *scheme, const struct lane_set *set, struct date on,
                                    struct arena *arena);
/* What the scheme says of a birthday of that age, or NULL. */
const struct scheme_birthday *radar_birthday(const struct scheme *scheme, int age);

/* In which area the line is on the day, or LANE_NONE. */
uint16_t radar_area(const struct radar_scheme *radar, const struct radar_line *line);

/* The first coming day on which the present deliverer's lane no longer holds, or since when it does not. */
struct radar_change {
	struct date on;
	bool is_birthday; /* the client's age ends it; else the lane, the agreement or the area ends */
	int age;          /* reached on the day */
};
/* Whether there is such a day; a deliverer that always stood outside the lanes has none. */
bool radar_next(const struct radar_scheme *radar, const struct radar_line *line,
                struct radar_change *ret_change);
/*
 * Who can go on with the line on a day: the same judgement as for a new assignment. without may be LANE_NONE;
 * else that party cannot. false: the address lies in no area on that day.
 */
bool radar_ask(const struct radar_scheme *radar, const struct radar_line *line, struct date on,
               uint16_t without, struct assign_question *ret_question);

/* A party that no longer delivers a product from a day on. */
struct radar_leaving {
	uint16_t product, party;
	struct date from;
	bool is_supposed; /* it fails although its lanes go on */
};
/*
 * The areas that were the party's own on the day before and that nobody of the same contract has from that
 * day, in ret_areas with room for all areas. ret_own: how many areas it had.
 */
size_t radar_uncovered(const struct lane_set *set, const struct radar_leaving *leaving, uint16_t *ret_areas,
                       size_t *ret_own);

/* Somebody and a closed cohort: the clients that a party served before a day and keeps from the first day on.
 */
enum radar_membership { RADAR_NO_MEMBER, RADAR_STILL_MEMBER, RADAR_LEFT_COHORT };
/* From the unbroken period [since, until) of the party's service, on a day. */
enum radar_membership radar_membership(const struct lane *lane, struct date since, struct date until,
                                       struct date on);

#endif
