/* SPDX-License-Identifier: EUPL-1.2 */
/* What happens to agreements after a scheme was adopted: the facts, and what each asks before it is kept. */
#ifndef CONTRACT_AGREEMENT_AGREEMENT_H
#define CONTRACT_AGREEMENT_AGREEMENT_H

#include "common/journal/journal.h"

/* An option of the agreement is used: it and its lanes last longer. */
struct agreement_extended {
	const char *agreement;
	struct date decided_on;
	const char *reason;
	/* by the door */
	const char *scheme;
	struct date until;
	struct {
		bool is_known, has_option, is_unused;
		struct date ends_on, today;
	} situation;
};

extern const struct choice admission_grounds[];
/* A party that had no part in the scheme comes in. */
struct party_admitted {
	const char *agreement, *label, *agb, *ground;
	const char *follows; /* the party that it succeeds or works for */
	struct date from;
	const char *reason;
	/* by the door */
	const char *party; /* its name, made from the label */
	const char *scheme;
	struct texts products, areas; /* of a subcontractor: what the party above it has */
	struct {
		bool is_known, is_open, is_free_name, is_free_agb, follows_works, follows_combination;
		bool is_running;
	} situation;
};

/* A merger or takeover: by has from then on what party had. */
struct party_succeeded {
	const char *party, *by;
	struct date from;
	const char *reason;
	/* by the door */
	struct texts schemes; /* in which party works */
	struct {
		bool party_works, by_works, has_combination;
	} situation;
};

/* A party that has the help done by another; liability stays at the top. */
struct subcontractor_contracted {
	const char *party;       /* that has part in the scheme already; filled at the door for a new one */
	const char *label, *agb; /* of a new one */
	const char *under;
	struct texts products, areas;
	struct date from;
	const char *reason;
	/* by the door */
	const char *scheme;
	struct {
		bool under_works, is_named, is_free_agb, knows_products, is_covered, is_circle;
		bool needs_reason, is_over_cap;
		bool is_foreign; /* a provider's people bring it, and nobody under that provider is the one
		                    above */
	} situation;
};

/* A member leaves its combination. */
struct member_left {
	const char *combination, *member;
	struct date from;
	const char *reason;
	/* by the door */
	const char *scheme;
	struct {
		bool is_known, is_member, is_lead;
	} situation;
};

/* Within a combination a member takes an area into its care. */
struct area_allocated {
	const char *combination, *area, *member;
	struct date from;
	const char *status; /* whether it has begun there */
	const char *reason;
	/* by the door */
	const char *scheme;
	struct {
		bool is_known, is_member, knows_area, is_running;
		bool is_divided; /* its members have areas of their own */
		bool may_divide; /* the municipality, or the lead of the combination itself */
	} situation;
};

/* Who speaks for a provider in one corner of the triangle. */
struct contact_named {
	const char *party, *corner, *name;
	struct date from;
	int64_t due; /* what was asked after an award; else, or while a corner is still empty, its own number
	              */
	/* by the door */
	const char *scheme;
	struct {
		bool has_corners, works;
	} situation;
};
struct contact_left {
	const char *party, *corner;
	struct date on; /* the first day without */
	const char *reason;
	/* by the door */
	const char *scheme;
	struct {
		bool is_somebody;
	} situation;
};

#define EXTENSION_RULES_COUNT 5
#define ADMISSION_RULES_COUNT 7
#define SUCCESSION_RULES_COUNT 4
#define SUBCONTRACT_RULES_COUNT 9
#define MEMBER_RULES_COUNT 3
#define ALLOCATION_RULES_COUNT 6
#define CONTACT_RULES_COUNT 2
#define CONTACT_LEFT_RULES_COUNT 1
extern const struct journal_rule extension_rules[EXTENSION_RULES_COUNT];
extern const struct journal_rule admission_rules[ADMISSION_RULES_COUNT];
extern const struct journal_rule succession_rules[SUCCESSION_RULES_COUNT];
extern const struct journal_rule subcontract_rules[SUBCONTRACT_RULES_COUNT];
extern const struct journal_rule member_rules[MEMBER_RULES_COUNT];
extern const struct journal_rule allocation_rules[ALLOCATION_RULES_COUNT];
extern const struct journal_rule contact_rules[CONTACT_RULES_COUNT];
extern const struct journal_rule contact_left_rules[CONTACT_LEFT_RULES_COUNT];

extern const struct journal_kind agreement_extended_kind, party_admitted_kind, party_succeeded_kind,
	subcontractor_contracted_kind, member_left_kind, area_allocated_kind, contact_named_kind,
	contact_left_kind;
extern const struct record agreement_extended_record, party_admitted_record, party_succeeded_record,
	subcontractor_contracted_record, member_left_record, area_allocated_record, contact_named_record,
	contact_left_record;

/* A label as a name in a scheme: "Thuiszorg Nieuw" is "thuiszorg-nieuw". Empty when it has no letters. */
const char *agreement_name_of(const char *label, struct arena *arena);

#endif
