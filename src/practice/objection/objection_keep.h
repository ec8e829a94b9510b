/* SPDX-License-Identifier: EUPL-1.2 */
/* Objections as they are kept: the list with its counts, and one with all that came of it. */
#ifndef PRACTICE_OBJECTION_OBJECTION_KEEP_H
#define PRACTICE_OBJECTION_OBJECTION_KEEP_H

#include "common/access/sight.h"
#include "practice/objection/objection.h"

struct objection_kept {
	int64_t objection, person, report, decision, answer;
	struct date received_on, posted_on, until_on, due_on, adjourned_on, hearing_on, heard_on, ended_on;
	struct date appeal_until;
	bool in_time, has_committee;
	const char *by_whom, *reasons, *hearing_at, *hearing_where, *heard_how, *heard_words;
	const char *outcome, *result, *outcome_words, *decided_by;
	const char *initials, *prefix, *surname; /* of the client; only in the list */
};
enum status objection_load(struct journal *journal, int64_t objection, struct objection_kept *ret_objection,
                           struct fault *fault) MUST_CHECK;
/* The kind of term in which it is decided on. */
const char *objection_term(const struct objection_kept *objection);
/* Where it stands on a day: hear, decide, done (objection_states). */
const char *objection_state(const struct objection_kept *objection, struct date on);
extern const struct choice objection_states[];

/* The objections of a person that had come in by a day, the newest first. */
enum status objections_of(struct journal *journal, int64_t person, struct date on,
                          struct records *ret_objections, struct fault *fault) MUST_CHECK;

struct objections_asked {
	const char *state;
	struct date on;
	struct date after_due_on; /* the last one of the page before; no date at first */
	int64_t after;
};
#define OBJECTIONS_ON_A_PAGE 50
enum status objections_page_of(struct journal *journal, const struct objections_asked *asked,
                               struct records *ret_objections, struct fault *fault) MUST_CHECK;
struct objection_count {
	const char *state;
	int64_t objections;
};
enum status objection_counts(struct journal *journal, struct date on, struct records *ret_counts,
                             struct fault *fault) MUST_CHECK;

/* What the facts' preparation asks: fills the situation; is_known is false without such an objection. */
enum status objection_find(struct journal *journal, int64_t objection, struct objection_kept *ret_objection,
                           struct objection_situation *ret_situation, struct fault *fault) MUST_CHECK;

/* The due days follow the facts about terms. */
journal_apply objection_follow_suspended, objection_follow_resumed, objection_follow_recounted;

/* The jurist opens the file of whoever objects. */
enum status objection_sight_of_jurist(struct journal *journal, const struct sight_asked *asked,
                                      const char **ret_ground, struct fault *fault) MUST_CHECK;

#endif
