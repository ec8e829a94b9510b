/* SPDX-License-Identifier: EUPL-1.2 */
/* What the pages about agreements show, as structs for their templates. */
#ifndef CONTRACT_AGREEMENT_AGREEMENT_VIEW_H
#define CONTRACT_AGREEMENT_AGREEMENT_VIEW_H

#include "common/access/web.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/standing.h"

/* An agreement at a glance. */
struct agreement_head {
	const char *name, *label, *scheme;
	struct date from, last_day;
	const char *term;    /* "nog 302 dagen" */
	const char *option;  /* whether it can still be extended */
	const char *parties; /* "29 van 29" */
	bool is_soon, is_ended, is_coming;
	int64_t place, days_left; /* in the list */
};
extern const struct record agreement_head_record;
struct agreement_head agreement_head_of(const struct standing *standing);

/* An address with its words. */
struct agreement_link {
	const char *label, *address;
};

struct agreement_party {
	const char *label, *areas, *under; /* its own areas, and those in which it works for another */
	int64_t count;
	bool is_over;
};

/* An area with the parties among which a resident chooses there. */
struct agreement_area {
	const char *label, *parties;
	int64_t count;
};

/* An area within a combination, with who had it before. */
struct agreement_care {
	const char *label, *holder, *status, *reason, *before;
	struct date since;
	struct records proposals; /* struct agreement_link: who could take it where nobody has it */
};

struct agreement_combination {
	const char *label, *members, *lead, *liable, *contact, *why;
	bool members_are_equal;
	struct records areas;
};

struct agreement_below {
	const char *label, *chain, *products, *areas, *liable;
};

struct agreement_cell {
	const char *party, *corner, *name, *vacant, *address;
	int64_t days; /* without anybody */
};

struct agreement_contacts {
	const char *label;
	struct records cells;
};

struct agreement_elsewhere {
	const char *label, *parties, *about;
};

struct agreement_event {
	struct date on;
	const char *words, *reason;
	const char *touched; /* where the clients that it touches stand; NULL: it touches nobody's help */
};

/* An organisation in the tree, and where it stands in the picture. */
struct agreement_node {
	const char *label, *shown, *sort, *above, *path; /* shown: as much of the label as fits */
	int64_t x, y, width, text_x, text_y;
};

/* What a product of the agreement is paid on the day. */
struct agreement_tariff {
	const char *product, *level, *unit, *sort;
	struct money cents;
	struct date from, last_day;
	bool is_placeholder;
};

/* What a party signed after a tender. */
struct agreement_made_line {
	const char *label, *tender, *outcome, *lot, *options;
	struct date signed_on, from, last_day, paid_from;
};

struct agreement_view {
	struct page_frame frame;
	struct agreement_head head;
	bool may_record, is_long; /* so many parties that their tables begin folded */
	const char *accession, *about, *cap, *spread, *largest;
	struct records alarms, forms, combinations, parties, areas, below, corners, contacts, vacancies,
		elsewhere;
	struct records past, coming; /* struct agreement_event */
	struct records tree;         /* struct agreement_node */
	const char *tree_box;
	struct records tariffs; /* struct agreement_tariff */
	const char *tariffs_address, *index;
	struct records work; /* struct agreement_link */
	struct records made; /* struct agreement_made_line */
};
extern const struct record agreement_link_record, agreement_party_record, agreement_area_record,
	agreement_care_record, agreement_combination_record, agreement_below_record, agreement_cell_record,
	agreement_contacts_record, agreement_elsewhere_record, agreement_event_record, agreement_node_record,
	agreement_tariff_record, agreement_made_line_record;

/* While the page of an agreement is made. */
struct making {
	const struct http_request *request;
	const struct standing *standing;
	struct agreement_view *view;
};
/* Each fills its part of the page. */
void show_parties(const struct making *making);
void show_areas(const struct making *making);
void show_spread(const struct making *making);
void show_combinations(const struct making *making);
void show_below(const struct making *making);
void show_contacts(const struct making *making);
void show_tree(const struct making *making);
/* What it pays on the day, and by which index. */
enum status show_tariffs(const struct making *making, struct fault *fault) MUST_CHECK;

/* What its parties signed after a tender, by the day. */
enum status show_made(const struct making *making, struct fault *fault) MUST_CHECK;

/* What has just been recorded, as the page says it. */
void agreement_say_done(const struct http_request *request, struct page_frame *frame);

#endif
