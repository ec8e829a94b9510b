/* SPDX-License-Identifier: EUPL-1.2 */
/* The vision and the content of a programme, in versions, and the cases on which the content was tried. */
#ifndef POLICY_PROGRAMME_WRITING_H
#define POLICY_PROGRAMME_WRITING_H

#include "policy/programme/programme.h"

/* The fact that a version of the vision was written. */
struct vision_written {
	struct programme_item of;
	const char *words, *with_whom, *changes;
	int64_t version; /* at the door: the next one */
};
extern const struct record vision_written_record;
extern const struct journal_kind vision_written_kind;
#define VISION_WRITTEN_RULES_COUNT 2
extern const struct journal_rule vision_written_rules[VISION_WRITTEN_RULES_COUNT];

/* The fact that a version of the content was written; it asks each group to endorse anew. */
struct content_written {
	struct programme_item of;
	const char *words;
	const char *started_from; /* the working group of the contract before */
	const char *with_providers, *with_teams, *with_participation;
	const char *changes;
	int64_t version, vision; /* at the door: the next one, and the vision that it stands on */
};
extern const struct record content_written_record;
extern const struct journal_kind content_written_kind;
#define CONTENT_WRITTEN_RULES_COUNT 3
extern const struct journal_rule content_written_rules[CONTENT_WRITTEN_RULES_COUNT];

extern const struct choice content_testers[];
extern const struct choice content_outcomes[];
/* The fact that the content was tried out on a case: what does it mean for the client? */
struct content_tested {
	struct programme_item of;
	const char *tester, *situation, *meaning, *outcome;
	int64_t version; /* at the door */
};
extern const struct record content_tested_record;
extern const struct journal_kind content_tested_kind;
#define CONTENT_TESTED_RULES_COUNT 3
extern const struct journal_rule content_tested_rules[CONTENT_TESTED_RULES_COUNT];

/* A version as it is kept. */
struct programme_text {
	int64_t version, vision;
	bool is_newest;
	const char *words, *changes, *started_from, *with_whom, *with_providers, *with_teams,
		*with_participation;
	struct date written_on;
	const char *written_by;
};
extern const struct record programme_text_record;
/* A case on which the content was tried, as it is kept. */
struct programme_test {
	int64_t version;
	const char *tester, *situation, *meaning, *outcome;
	struct date tested_on;
};
extern const struct record programme_test_record;

/* The versions of the "vision" or the "content", the newest first. */
enum status programme_texts(struct journal *journal, const struct programme_asked *asked, const char *sort,
                            struct records *ret_texts, struct fault *fault) MUST_CHECK;
/* The cases, the last one first. */
enum status programme_tests(struct journal *journal, const struct programme_asked *asked,
                            struct records *ret_tests, struct fault *fault) MUST_CHECK;

#endif
