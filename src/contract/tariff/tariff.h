/* SPDX-License-Identifier: EUPL-1.2 */
/* What is paid per product of an agreement: a table proposed, signed where the guard asks it, and set. */
#ifndef CONTRACT_TARIFF_TARIFF_H
#define CONTRACT_TARIFF_TARIFF_H

#include "common/journal/journal.h"

extern const struct choice tariff_units[];  /* of what an amount is the price */
extern const struct choice tariff_sorts[];  /* how a tariff came to be: set, or by which index */
extern const struct choice tariff_breaks[]; /* what the guard has against a table */
#define TARIFF_SET "set"

/* A product, or one level of it, with its price. */
struct tariff_line {
	const char *product, *level, *unit;
	const char *amount; /* in euros as a person writes it: "32,40" */
	/* by the door */
	struct money cents;
};
extern const struct record tariff_line_record;

/* The lowest and the highest tariff per unit, beside those of the table before; 0 where there was none. */
struct tariff_band {
	const char *unit;
	struct money lowest, highest, lowest_before, highest_before;
};
extern const struct record tariff_band_record;

struct tariffs_proposed {
	const char *agreement; /* of a scheme, or what was there before it */
	struct date from, last_day;
	struct records lines; /* struct tariff_line */
	const char *source;
	bool is_placeholder;
	const char *reason;    /* why the band moves, or everything goes down; without amounts */
	const char *programme; /* of the tender that it is for; or NULL */
	/* by the door */
	const char *scheme, *compared_with;
	struct records band; /* struct tariff_band */
	struct texts breaks; /* codes of tariff_breaks */
	bool needs_signatures;
	struct {
		bool is_known, knows_products, are_amounts, are_once, is_after, is_finance_closed;
	} situation;
};

struct tariff_signed {
	int64_t proposal;
	const char *reason;
	/* by the door */
	const char *corner;
	int64_t due; /* of the task in that corner */
	struct {
		bool is_open, needs_it, is_corner, corner_is_free, person_is_new;
	} situation;
};

struct tariffs_set {
	int64_t proposal;
	/* by the door */
	const char *agreement, *scheme, *programme;
	struct date from;
	struct {
		bool is_open, is_signed, is_last, is_finance_closed;
	} situation;
};

#define TARIFFS_PROPOSED_RULES_COUNT 9
#define TARIFF_SIGNED_RULES_COUNT 5
#define TARIFFS_SET_RULES_COUNT 4
extern const struct journal_rule tariffs_proposed_rules[TARIFFS_PROPOSED_RULES_COUNT];
extern const struct journal_rule tariff_signed_rules[TARIFF_SIGNED_RULES_COUNT];
extern const struct journal_rule tariffs_set_rules[TARIFFS_SET_RULES_COUNT];
extern const struct journal_kind tariffs_proposed_kind, tariff_signed_kind, tariffs_set_kind;
extern const struct record tariffs_proposed_record, tariff_signed_record, tariffs_set_record;

#define TARIFF_SIGNATURES 3 /* one of each corner */

/* Reads "32,40" or "32.4" as cents; false for anything else, for 0 and for a million euros and more. */
bool tariff_read_amount(const char *text, struct money *ret_cents);
/* The band of a table, before and after being struct tariff_line; one line per unit, in arena. */
struct records tariff_band_of(const struct records *before, const struct records *after, struct arena *arena);
/*
 * What the guard has against a table beside the one before, as codes of tariff_breaks in arena: the lowest or
 * highest tariff of a unit differs, or all that is in both goes down by the same part. Nothing without a
 * table before.
 */
struct texts tariff_guard(const struct records *before, const struct records *after, struct arena *arena);

#endif
