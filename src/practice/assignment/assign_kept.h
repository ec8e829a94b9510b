/* SPDX-License-Identifier: EUPL-1.2 */
/* An answer as it is kept with an assignment: codes and parameters, worded when somebody asks why. */
#ifndef PRACTICE_ASSIGNMENT_ASSIGN_KEPT_H
#define PRACTICE_ASSIGNMENT_ASSIGN_KEPT_H

#include "practice/assignment/assign.h"

/* The answer as JSON: what was asked, then the candidates, those side by side with the same lane and reasons
 * together. version: the fact by which the scheme was adopted. */
void assign_keep(const struct assign_view *view, int64_t version, struct text *out);

/* An answer that was kept, ready to be worded with assign_words and its like. */
struct assign_kept {
	struct lane_set set; /* of what the answer speaks of, no more */
	struct assign_question question;
	struct assign_answer answer;
	int64_t version;
};
/* labels gives today's names of parties, products and areas; may be NULL. FINDINGS when words are no kept
 * answer. */
enum status assign_kept_read(const char *words, const struct lane_set *labels, struct arena *arena,
                             struct assign_kept *ret_kept) MUST_CHECK;
/* Whether a kept answer has the deliverer as a candidate with reasons for and none against. */
bool assign_kept_explains(const char *words, const char *deliverer, struct arena *arena);

#endif
