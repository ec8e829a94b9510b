/* SPDX-License-Identifier: EUPL-1.2 */
/* The sections of a scheme file as structs; scheme_fields.c has their keys and codes. */
#ifndef COMMON_SCHEME_SECTIONS_H
#define COMMON_SCHEME_SECTIONS_H

#include "common/scheme/scheme_funding.h"
#include "common/scheme/scheme_running.h"
#include "common/scheme/scheme_terms.h"

/* Each struct is a section of the file or an item of its list; the keys are its members, `at` their places.
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
	struct texts addresses; /* of another area's postcode, as in common/scheme/address.h */
	struct marks at;
};

struct scheme_product {
	const char *name, *label;
	const char *category, *code; /* as in the iWmo messages */
	const char *unit, *frequency, *variant;
	bool needs_end_date;
	const char *target_group; /* who may get it at all */
	const char *serves;       /* scheme_serves; NULL: the person */
	struct marks at;
};
/* Whether what one of a household gets serves the others too (Wmo 2015, art. 2.3.2 lid 4 onder b). */
extern const struct choice scheme_serves[];
bool scheme_product_serves_household(const struct scheme_product *product);

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
	bool agb_is_placeholder, is_placeholder;
	struct scheme_series series; /* count 0: a single party */
	struct marks at;
	/* Filled in when the file has been read; no keys. */
	const char *series_name;  /* of a numbered party the name of its series, else NULL */
	const char *series_label; /* and its label */
	int64_t number;           /* from 1 in a series; 0 for a single party */
};

struct scheme_team {
	const char *name, *label;
	struct texts areas;
	bool is_placeholder;
	struct marks at;
};

/* The organisation that is the owner of a client. */
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
	const char *under;         /* of a closed cohort the main party, of a member its combination */
	struct date served_before; /* of a closed cohort */
	const char *status;        /* of a member: whether it has begun there; NULL where nobody says */
	struct marks at;
	/* Filled in by what happened later; no key. */
	struct texts
		fellows; /* the members of the combination while this lane runs; empty: as it says itself */
};

/* How the parties of an agreement were found. */
struct scheme_procurement {
	const char *agreement, *form, *accession, *winners, *about;
	struct marks at;
};

struct scheme_rule_use {
	const char *rule; /* the earlier, the more preferred */
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
	struct records agreements, procurement, lanes, assignment, cutovers, history, unknown;
	struct texts parts; /* the sections below that this file has */
	struct records combinations, subcontractors, expertise, provisions, elsewhere, partners, scope;
	struct scheme_desk desk;
	struct records earlier, replaced_products, lots, criteria, options, phases, norms;
	struct scheme_threshold threshold;
	struct scheme_caps caps;
	struct records corners, meetings, working_groups, roles, birthdays;
	struct scheme_transition transition;
	struct scheme_network network_first;
	struct records funding, population_bands, budget_shares, population;
	struct marks at;
	/* Filled in by what happened later; no key. */
	struct records successions;
};

#endif
