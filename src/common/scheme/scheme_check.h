/* SPDX-License-Identifier: EUPL-1.2 */
/* What a scheme file must satisfy beyond the kind of each value: one row per rule. */
#ifndef COMMON_SCHEME_SCHEME_CHECK_H
#define COMMON_SCHEME_SCHEME_CHECK_H

#include "common/scheme/scheme.h"

#define SCHEME_ORGANISATION "organisation"
#define SCHEME_PREDECESSOR "predecessor"
#define SCHEME_COMBINATION "combination"
#define SCHEME_MEMBER "member"
#define SCHEME_SUBCONTRACTOR "subcontractor"
#define SCHEME_AGE_LAST 150      /* no age is above it */
#define SCHEME_PARTIES_MAX 2000  /* with every series written out */
#define SCHEME_OFFERS_MAX 100000 /* products x areas x parties, over all lanes */

struct checking {
	const struct scheme *scheme;
	struct findings *findings;
	const char *code; /* of the rule that is being checked */
};

struct scheme_rule {
	const char *code;
	const char *words; /* what must hold, as a person reads it */
	bool needs_sound;  /* only when nothing else was found: names resolve, codes and periods are right */
	void (*check)(const struct checking *checking);
};
extern const struct scheme_rule scheme_rules[];
extern const size_t scheme_rules_count;

/* Checks a scheme as far as it was read; whole when reading it gave no findings. */
void scheme_check(const struct scheme *scheme, bool is_read_whole, struct findings *findings);

/* The sections, for the checks. */
extern const struct record scheme_authority_record, scheme_area_record, scheme_product_record,
	scheme_group_record, scheme_party_record, scheme_team_record, scheme_agreement_record,
	scheme_lane_record, scheme_rule_use_record, scheme_cutover_record, scheme_procurement_record,
	scheme_combination_record, scheme_subcontractor_record, scheme_expertise_record,
	scheme_provision_record, scheme_elsewhere_record, scheme_partner_record, scheme_scope_record,
	scheme_desk_record, scheme_earlier_record, scheme_replaced_record, scheme_lot_record,
	scheme_criterion_record, scheme_threshold_record, scheme_caps_record, scheme_option_record,
	scheme_phase_record, scheme_norm_record, scheme_corner_record, scheme_meeting_record,
	scheme_working_group_record, scheme_role_record, scheme_transition_record, scheme_birthday_record,
	scheme_network_record;
extern const struct choice scheme_forms[], scheme_parts[], scheme_corners[], scheme_starts[],
	scheme_accessions[], scheme_rhythms[];

/* Adds the current rule's finding at a place in the file. format is the Dutch sentence. */
void check_refuse(const struct checking *checking, struct mark at, const char *format, ...) PRINTF(3, 4);
/* Where the value of a field stands; the record's own place when the field is absent. */
struct mark check_place(const struct record *record, struct marks at, const char *field);
/* The item of that name in a section, or NULL. */
const void *check_find(const struct records *section, const struct record *record, const char *name);
/* The parties of that name: one, or all of a series; the first in ret_first. Returns how many. */
size_t check_parties(const struct scheme *scheme, const char *name, const struct scheme_party **ret_first);
/* The members that may deliver in a combination's lane, or NULL. */
const struct texts *check_members(const struct scheme *scheme, const struct scheme_lane *lane);
/* How many offers a lane makes: every product in every area by every party. */
size_t check_offers(const struct scheme *scheme, const struct scheme_lane *lane);
/* How many parties there are with every series written out. */
size_t check_written_out(const struct records *parties);
bool check_texts_have(const struct texts *texts, const char *text);
bool check_is(const char *text, const char *other); /* equal, and neither is NULL */
/* Whether the lane is of members, under their combination. */
bool check_is_of_combination(const struct scheme_lane *lane);
const struct scheme_combination *check_combination(const struct scheme *scheme, const char *name);
bool check_lane_is(const struct scheme_lane *lane, enum lane_how how);
/* Whether the lane names the party as one that delivers, by itself or in its series. */
bool check_lane_names(const struct scheme *scheme, const struct scheme_lane *lane, const char *party);
/* The end of a half-open period or age band that may have none. */
struct date check_until(struct date until);
int64_t check_until_age(const struct scheme_group *group);
/* Whether every age of inner is in outer. */
bool check_group_within(const struct scheme_group *inner, const struct scheme_group *outer);
const struct scheme_group *check_group(const struct scheme *scheme, const char *name);

void check_name_doubled(const struct checking *checking);
void check_list_doubled(const struct checking *checking);
void check_authority_unknown(const struct checking *checking);
void check_area_unknown(const struct checking *checking);
void check_product_unknown(const struct checking *checking);
void check_group_unknown(const struct checking *checking);
void check_party_unknown(const struct checking *checking);
void check_agreement_unknown(const struct checking *checking);
void check_meeting_unknown(const struct checking *checking);
void check_somebody_unknown(const struct checking *checking);

void check_cbs_code(const struct checking *checking);
void check_share(const struct checking *checking);
void check_age_band(const struct checking *checking);
void check_period(const struct checking *checking);
void check_product_code(const struct checking *checking);
void check_unit_frequency(const struct checking *checking);
void check_end_date(const struct checking *checking);
void check_agb_form(const struct checking *checking);
void check_agb_doubled(const struct checking *checking);
void check_series_count(const struct checking *checking);
void check_rule_doubled(const struct checking *checking);

void check_postcode_form(const struct checking *checking);
void check_postcode_foreign(const struct checking *checking);
void check_postcode_gap(const struct checking *checking);
void check_postcode_overlap(const struct checking *checking);
void check_address_form(const struct checking *checking);
void check_address_foreign(const struct checking *checking);
void check_address_overlap(const struct checking *checking);
void check_team_gap(const struct checking *checking);
void check_team_overlap(const struct checking *checking);

void check_rule_missing(const struct checking *checking);
void check_lane_agreement(const struct checking *checking);
void check_lane_single(const struct checking *checking);
void check_predecessor(const struct checking *checking);
void check_cohort_terms(const struct checking *checking);
void check_size(const struct checking *checking);
void check_group_outside(const struct checking *checking);
void check_agreement_period(const struct checking *checking);
void check_parties_count(const struct checking *checking);
void check_cohort_main(const struct checking *checking);
void check_cutover_missing(const struct checking *checking);
void check_cutover_empty(const struct checking *checking);

void check_combination_terms(const struct checking *checking);
void check_member_lane(const struct checking *checking);
void check_subcontractor(const struct checking *checking);
void check_area_cap(const struct checking *checking);

void check_parts(const struct checking *checking);
void check_agreement_end(const struct checking *checking);
void check_option(const struct checking *checking);
void check_procurement(const struct checking *checking);
void check_lot_winners(const struct checking *checking);
void check_lot_alone(const struct checking *checking);
void check_knock_out(const struct checking *checking);
void check_weights(const struct checking *checking);
void check_threshold(const struct checking *checking);
void check_phase_begin(const struct checking *checking);
void check_norm_floor(const struct checking *checking);
void check_norm_measure(const struct checking *checking);
void check_scope_begin(const struct checking *checking);
void check_replaced(const struct checking *checking);
void check_corners(const struct checking *checking);

void check_member_cover(const struct checking *checking);
void check_lane_gap(const struct checking *checking);
void check_lead_two(const struct checking *checking);
void check_cutover_two(const struct checking *checking);

#endif
