/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The sections of a scheme file that not every scheme has, as structs; terms_fields.c has their keys. Which
 * of them a file has, it says itself under `parts`, so that none can be lost unseen.
 */
#ifndef COMMON_SCHEME_SCHEME_TERMS_H
#define COMMON_SCHEME_SCHEME_TERMS_H

#include "platform/record/record.h"

/* Parties that together are one contract party; the entry has the name of that party. */
struct scheme_combination {
	const char *name;
	struct texts members;
	const char *lead, *liable, *contact; /* a member, or the combination itself */
	bool members_are_equal;
	const char *why;
	struct marks at;
	/* Filled in by what happened later; no keys. An entry for each line-up, in force on [from, until). */
	struct date from, until;
};

/* Who works for a contract party, or for another subcontractor; liability stays at the top. */
struct scheme_subcontractor {
	const char *name, *under;
	struct texts products, areas;
	struct date from;
	struct marks at;
	/* Filled in by what happened later; no key. */
	struct date until;
};

struct scheme_expertise {
	const char *name, *label;
	struct texts parties;
	const char *about;
	bool is_placeholder; /* the source names the expertise, not who has it */
	struct marks at;
};

/* A place or provision that anybody may use, without a decision; provider NULL where it is of no party. */
struct scheme_provision {
	const char *name, *label, *provider, *about;
	struct marks at;
};

/* The same parties elsewhere, in another line-up. */
struct scheme_elsewhere {
	const char *label, *cbs_code, *about;
	struct texts parties;
	struct marks at;
};

/* Who a question may go to beside the parties. */
struct scheme_partner {
	const char *name, *label, *kind, *about;
	struct marks at;
};

/* From a day on questions about a theme are for a party or partner, until a later row of the theme. */
struct scheme_scope {
	const char *theme, *label, *to;
	struct date from;
	struct marks at;
};

struct scheme_desk {
	const char *label;
	struct texts authorities, outcomes;
	const char *investigates, *decides, *mandate, *about;
	struct marks at;
};

/* How help was bought before. */
struct scheme_earlier {
	const char *name, *label, *form;
	int64_t parties_count;
	bool count_is_about;
	struct date until;
	const char *about;
	struct marks at;
};

struct scheme_replaced {
	const char *name, *label, *by;
	struct date on;
	struct marks at;
};

/* A part of a tender on which one bids apart. */
struct scheme_lot {
	const char *name, *label, *agreement;
	struct texts products, areas;
	const char *target_group;
	int64_t winners; /* the best so many; 0: no number was fixed beforehand */
	const char *about;
	struct marks at;
};

struct scheme_criterion {
	const char *name, *label, *about;
	int64_t weight_percent;
	int64_t knock_out;      /* who has less than this on it falls out under any rule; 0: nobody */
	bool how_and_with_whom; /* an answer must say how exactly and with whom */
	struct marks at;
};

struct scheme_threshold {
	int64_t mark, scale_until;
	const char *on, *about;
	struct marks at;
};

struct scheme_caps {
	int64_t areas_per_party;
	const char *about;
	struct marks at;
};

/* An agreement may be extended once per option. */
struct scheme_option {
	const char *agreement, *about;
	struct date until;
	bool is_used;
	struct marks at;
};

/* A phase lasts until the next one of its agreement begins. */
struct scheme_phase {
	const char *name, *label, *kind, *agreement, *about;
	struct date from;
	struct marks at;
};

struct scheme_norm {
	const char *name, *label;
	struct texts phases; /* kinds of phases in which it holds */
	bool is_floor;       /* holds in every phase */
	const char *measure; /* what of the register's facts it is measured by; a code of scheme_measures */
	int64_t within_days; /* 0: the source gives no number, or the law does */
	bool is_placeholder; /* the source says that there is a norm, not how much */
	struct marks at;
};

#endif
