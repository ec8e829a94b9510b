/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a claimed line may be, held against the order, the lines before it and the contract: levels 3 and 4 of
 * the standard for a WMO323. Pure: whoever keeps lines looks up what a case needs. Amounts and tariffs in
 * cents.
 */
#ifndef CONTRACT_CLAIM_CLAIM_H
#define CONTRACT_CLAIM_CLAIM_H

#include "contract/claim/volume.h"

/* An order that lines are claimed on, as it stands now. */
struct claim_order {
	int64_t number;
	const char *bsn;
	const char *category, *code; /* NULL: not named in the order */
	struct claim_period valid;
	struct claim_extent extent; /* per CLAIM_PER_NOTHING: no extent was given */
	int64_t budget;             /* 0: none */
	bool is_deleted;            /* reason 13 */
};

/* A line as it was claimed (Prestatie). */
struct claim_line {
	const char *reference, *previous; /* previous: of a credit, the line that it takes back; else NULL */
	const char *bsn;
	int64_t order;
	const char *category, *code;
	struct claim_period period;
	int64_t volume;
	enum claim_unit unit;
	int64_t tariff; /* per unit; CLAIM_NO_TARIFF where the unit is a euro */
	int64_t amount;
	bool is_credit;
};
#define CLAIM_NO_TARIFF (-1)

/* What is agreed on a product. */
struct claim_contract {
	int64_t tariff; /* CLAIM_NO_TARIFF: not known here, so nothing can be held against it */
	enum claim_unit unit;
};

/* What was approved before on the same order, and not taken back. */
struct claim_before {
	int64_t counted;                /* the volume of all lines, as claim_counted has it */
	int64_t amount;                 /* of all lines */
	bool has_same_product;          /* a line for the same product and period */
	bool is_reference_known;        /* the reference was used before, approved or not */
	bool is_credited;               /* of a credit: the line was taken back already */
	const struct claim_line *debit; /* of a credit: the approved line with that reference; or NULL */
};

/* A line with all that it is judged by. */
struct claim_case {
	const struct claim_line *line;
	const struct claim_order *order; /* NULL: nobody knows the number */
	const struct claim_contract *contract;
	struct claim_before before;
	struct claim_period claimed; /* the month of the whole claim */
};

/* A rule of the standard. Where it speaks of the order it holds without one: TR338 says that already. */
struct claim_rule {
	const char *code;        /* "TR321" */
	const char *return_code; /* "9321" */
	const char *words;
	bool (*holds)(const struct claim_case *judged);
};

#define CLAIM_RULES_COUNT 20
extern const struct claim_rule claim_rules[CLAIM_RULES_COUNT];

/* The rules that a line breaks, in the order of the table; how many. */
size_t claim_judge(const struct claim_case *judged,
                   const struct claim_rule *ret_broken[static CLAIM_RULES_COUNT]);

/*
 * What a volume costs at a tariff per unit: minutes on a tariff per hour by the hour's tariff, half a cent up
 * (iWmo IV081).
 */
int64_t claim_amount(int64_t volume, enum claim_unit unit, const struct claim_contract *contract);
/* The tariff that a line in this unit names: of a minute the sixtieth part of the hour's, half a cent up. */
int64_t claim_tariff(enum claim_unit unit, const struct claim_contract *contract);

#endif
