/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings as they are kept, and who may see which. */
#ifndef CONTRACT_AGREEMENT_MEETING_STORE_H
#define CONTRACT_AGREEMENT_MEETING_STORE_H

#include "contract/agreement/meeting.h"

struct meeting_kept {
	int64_t meeting;
	const char *with_whom, *party, *subject, *planned_at, *place, *called_by, *minutes, *reason;
	struct date planned_on, called_on, held_on, dropped_on;
};
extern const struct record meeting_kept_record;

#define MEETING_AGENDA "agenda"
#define MEETING_OUTCOME "outcome"
struct meeting_point {
	int64_t meeting;
	const char *sort, *about, *words, *who;
	struct date ready_by, noted_on;
	bool is_for_municipality;
};
extern const struct record meeting_point_record, meeting_guest_record;

/* One of them, in the journal's arena; NOT_FOUND. */
enum status meeting_find(struct journal *journal, int64_t meeting, struct meeting_kept *ret_meeting,
                         struct fault *fault) MUST_CHECK;
/*
 * Those that were called by a day and that the visitor is of, the last first: struct meeting_kept, in the
 * journal's arena. What came later is left out of each.
 */
enum status meetings_by(struct journal *journal, struct date on, struct records *ret_meetings,
                        struct fault *fault) MUST_CHECK;
/* How many meetings the visitor is of are still to come on a day. */
enum status meetings_coming(struct journal *journal, struct date on, int64_t *ret_count,
                            struct fault *fault) MUST_CHECK;
/* What was noted of a meeting by a day: struct meeting_point. */
enum status meeting_points(struct journal *journal, int64_t meeting, struct date on,
                           struct records *ret_points, struct fault *fault) MUST_CHECK;
/* What members passed on since the last meeting with the municipality was called: struct meeting_point. */
enum status meeting_passed_on(struct journal *journal, const char *party, struct date on,
                              struct records *ret_points, struct fault *fault) MUST_CHECK;
/* Who came: struct meeting_guest. */
enum status meeting_guests(struct journal *journal, int64_t meeting, struct records *ret_guests,
                           struct fault *fault) MUST_CHECK;

/* Who sits at the table of a party on a day: the members of a combination, or the party itself. In arena. */
struct texts meeting_table(const struct journal *journal, const char *party, struct date on);
/* How who is at the door stands to a meeting of a party on a day: is_ours and may_lead. */
struct meeting_stand meeting_stand_of(const struct journal *journal, const struct meeting_kept *meeting);

#endif
