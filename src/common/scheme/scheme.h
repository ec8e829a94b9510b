/* SPDX-License-Identifier: EUPL-1.2 */
/* A scheme: how a municipality arranges support at home, as its file in schemes/ says it. */
#ifndef COMMON_SCHEME_SCHEME_H
#define COMMON_SCHEME_SCHEME_H

#include "common/lane/lane.h"

/*
 * Each struct is a section of the file, or an item of its list; its keys are the members' names. `at` holds
 * the places in the file. Names are unique within their section.
 */

struct scheme_authority {
	const char *name, *label;
	const char *cbs_code; /* of the municipality: four digits */
	int64_t share_percent;
	struct texts postcodes; /* all of them, so that a gap between the areas is found */
	struct marks at;
};

struct scheme_area {
	const char *name, *label, *kind, *authority;
	struct date from, until;
	struct texts postcodes;
	struct marks at;
};

struct scheme_product {
	const char *name, *label;
	const char *category, *code; /* as in the iWmo messages */
	const char *unit, *frequency, *variant;
	bool needs_end_date;
	const char *target_group; /* who may get it at all */
	struct marks at;
};

struct scheme_group {
	const char *name, *label;
	int64_t from_age, until_age; /* half-open; until_age 0 is no end */
	struct marks at;
};

struct scheme_series {
	int64_t count;
	struct marks at;
};

struct scheme_party {
	const char *name, *label, *kind;
	const char *agb; /* eight digits; of a series the first one's */
	bool agb_is_placeholder;
	bool is_placeholder;
	struct scheme_series series; /* count 0: a single party */
	struct marks at;
	/* Filled in when the file has been read; no keys. */
	const char *series_name; /* of a numbered party the name of its series, else NULL */
	int64_t number;          /* from 1 in a series; 0 for a single party */
};

struct scheme_team {
	const char *name, *label;
	struct texts areas;
	bool is_placeholder;
	struct marks at;
};

/* Who is the owner of a client: the organisation that answers for him or her. */
struct scheme_owner {
	const char *before_assignment, *after_assignment;
	struct marks at;
};

/* Whose worker is the resident's contact person. */
struct scheme_contact {
	const char *before_assignment, *after_assignment, *deputy;
	struct marks at;
};

struct scheme_agreement {
	const char *name, *label;
	struct date from, until;
	int64_t parties_count; /* how many contract parties it has */
	bool count_is_about;   /* the source says "about" */
	struct marks at;
};

struct scheme_lane {
	const char *name, *how;
	const char *agreement; /* NULL for the lanes of the present providers */
	struct texts products, areas, parties;
	const char *target_group;
	struct date from, until;
	const char *under;         /* of a closed cohort: the main party */
	struct date served_before; /* of a closed cohort */
	struct marks at;
};

struct scheme_rule_use {
	const char *rule;
	struct marks at;
};

/* The day on which the present providers hand over to the new ones. */
struct scheme_cutover {
	const char *name;
	struct date on;
	struct texts products;
	const char *target_group;
	struct marks at;
};

struct scheme_unknown {
	const char *what;    /* what the source does not say */
	const char *instead; /* what stands in its place */
	struct marks at;
};

struct scheme {
	const char *name, *label, *about;
	struct texts sources, aims;
	struct date from, until; /* the period that the scheme describes */
	struct records authorities, areas, products, target_groups, parties, teams;
	struct scheme_owner owner;
	struct scheme_contact contact_person;
	struct records agreements, lanes, assignment, cutovers, unknown;
	struct marks at;
};

extern const struct record scheme_record;
extern const struct choice scheme_units[];
extern const struct choice scheme_frequencies[];

/* The items of a section. */
#define SCHEME_ITEMS(type_, records_) ((struct type_ *)(records_).items)

/*
 * Reads a scheme file and checks it. FINDINGS, in the order of the lines, when something must change; what
 * could be read then still stands in ret_scheme. A series of parties has been written out. Texts live in the
 * findings' arena, which needs room for some 64 MiB.
 */
enum status scheme_read(const char *bytes, size_t length, struct scheme *ret_scheme,
                        struct findings *findings) MUST_CHECK;
/* The register's id: the code of the authority that is named first, as a number. */
int64_t scheme_register(const struct scheme *scheme);
/* The iWmo code of a unit of scheme_units (WJ756) or a frequency of scheme_frequencies (WMO757), or NULL. */
const char *scheme_unit_code(const char *unit);
const char *scheme_frequency_code(const char *frequency);
const struct scheme_product *scheme_product(const struct scheme *scheme, const char *name);
const struct scheme_area *scheme_area(const struct scheme *scheme, const char *name);
const struct scheme_party *scheme_party(const struct scheme *scheme, const char *name);
/* The area of a four-digit postcode on a day, or NULL. */
const struct scheme_area *scheme_area_of(const struct scheme *scheme, const char *postcode, struct date on);
/* The team of an area, or NULL. */
const struct scheme_team *scheme_team_of(const struct scheme *scheme, const char *area);
/* The lanes of a scheme without findings, ready for questions, in arena. */
struct lane_set scheme_lanes(const struct scheme *scheme, struct arena *arena);

#endif
