/* SPDX-License-Identifier: EUPL-1.2 */
/* The real price of a service: six cost elements, each reckoned, with its reason and its source. */
#ifndef CONTRACT_TENDER_PRICE_H
#define CONTRACT_TENDER_PRICE_H

#include "platform/base/text.h"
#include "platform/record/record.h"

/*
 * The cost elements on which a real price rests at least (Uitvoeringsbesluit Wmo 2015, article 5.4, third
 * paragraph, a to f), as codes in that order.
 */
extern const struct choice price_elements[];
#define PRICE_ELEMENTS_COUNT 6

/* A line of an element: an amount, a percentage over what stands above it, or minutes of the professional. */
struct price_line {
	const char *what;
	struct money cents;  /* per unit of the service */
	const char *percent; /* a decimal number */
	struct texts over;   /* elements whose lines above this one it is taken over */
	const char *minutes; /* a decimal number: of the professional, per unit of the service */
	struct marks at;
	/* Filled in when it is reckoned; no keys. */
	struct money amount; /* whole cents, half a cent up */
};

struct price_element {
	const char *element; /* a code of price_elements */
	const char *reason, *source;
	struct records lines; /* struct price_line */
	struct marks at;
	/* Filled in when it is reckoned; no key. */
	struct money amount; /* the sum of its lines */
};

/* What the college pays: a fixed price, or a floor for what is offered. */
struct price_tariff {
	const char *kind;
	struct money cents;
	struct marks at;
};

/* What somebody in the chain keeps for work of its own, with what that is for. */
struct price_kept {
	const char *what, *reason;
	struct money cents;
	struct marks at;
};

/* A party that pays another for the same service. */
struct price_link {
	const char *from, *to;
	struct money cents;
	struct records keeps; /* struct price_kept */
	struct marks at;
	/* Filled in when it is reckoned; no keys. */
	struct money floor; /* the real price without what everybody above keeps */
	bool is_enough;
};

struct price {
	const char *name, *label, *service, *unit;
	int64_t unit_minutes;    /* of the professional with the client in one unit, such as 60 in an hour */
	struct date from;        /* the day of which the amounts are */
	struct records elements; /* struct price_element */
	struct price_tariff tariff;
	struct records chain; /* struct price_link, the contract party first */
	struct marks at;
	/* Filled in when it is reckoned; no keys. */
	struct money amount;
	bool is_enough; /* the tariff is not below it; true without a tariff */
};
extern const struct record price_record;

/*
 * Reads a file and reckons it. FINDINGS, with lines, when an element is lacking, stands there twice or says
 * nothing, or when a line cannot be reckoned; then nothing is reckoned. Lives in the findings' arena.
 */
enum status price_read(const char *bytes, size_t length, struct price *ret_price,
                       struct findings *findings) MUST_CHECK;
/*
 * Reckons what was read: a percentage over the lines above it, minutes by what the professional costs in the
 * lines above it; every line on whole cents, half a cent up, so that the sum is what anybody adds up.
 * Findings as price_read.
 */
void price_reckon(struct price *price, struct findings *findings);
/* What is too low: the tariff, and each link of the chain. Findings with the lines of the file. */
void price_check(const struct price *price, struct findings *findings);

struct price_view {
	const struct price *price;
	const struct findings *findings; /* of price_check */
	const char *language;
};
void price_to_json(const struct price_view *view, struct text *out);
void price_to_words(const struct price_view *view, struct text *out);

#endif
