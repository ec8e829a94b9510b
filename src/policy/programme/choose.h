/* SPDX-License-Identifier: EUPL-1.2 */
/* The trail of decisions of a programme, and wishes held against the contract that runs. */
#ifndef POLICY_PROGRAMME_CHOOSE_H
#define POLICY_PROGRAMME_CHOOSE_H

#include "policy/programme/programme.h"

extern const struct choice choice_subjects[];
/* Something that could be chosen. */
struct choice_alternative {
	const char *what, *form; /* of programme_forms */
	int64_t parties;         /* how many there would be */
	const char *in_favour, *against;
	int64_t choice; /* as it is kept */
};
extern const struct record programme_alternative_record;

/* The fact that something was chosen: among what, why, by which vision, and with whom. */
struct choice_made {
	struct programme_item of;
	const char *subject, *question;
	struct records alternatives; /* struct choice_alternative */
	const char *chosen;          /* what of one of them */
	const char *reason;          /* of content */
	int64_t vision;              /* the version that it leads back to */
	int64_t need;                /* the point that it answers, or 0 */
	const char *decided_with;
	struct date decided_on;
	/* at the door */
	int64_t unfit; /* wishes that do not fit the contract that runs */
	struct {
		bool is_need; /* none was given, or one of this programme */
	} situation;
};
extern const struct record choice_made_record;
extern const struct journal_kind choice_made_kind;
#define CHOICE_MADE_RULES_COUNT 8
extern const struct journal_rule choice_made_rules[CHOICE_MADE_RULES_COUNT];

extern const struct choice wish_fits[];
/* The fact that a wish was held against the contract that runs. */
struct wish_tested {
	struct programme_item of;
	const char *words, *agreement, *fits, *why;
	struct date tested_on; /* as it is kept */
};
extern const struct record wish_tested_record, programme_wish_record;
extern const struct journal_kind wish_tested_kind;
#define WISH_TESTED_RULES_COUNT 2
extern const struct journal_rule wish_tested_rules[WISH_TESTED_RULES_COUNT];

/* What a way of buying asks of parties, and whether others may join later; NULL for a code that is none. */
struct programme_form {
	const char *code, *selects, *joins;
};
const struct programme_form *programme_form_of(const char *code);

/* A choice as it is kept. */
struct programme_choice {
	int64_t choice, vision, need, unfit;
	const char *subject, *question, *chosen, *reason, *decided_with;
	struct date decided_on;
	bool is_replaced; /* a later one is about the same */
};
extern const struct record programme_choice_record;
/* The choices and, in the same order, what they were made among. */
enum status programme_choices(struct journal *journal, const struct programme_asked *asked,
                              struct records *ret_choices, struct records *ret_alternatives,
                              struct fault *fault) MUST_CHECK;
/* Wishes, the last first. */
enum status programme_wishes(struct journal *journal, const struct programme_asked *asked,
                             struct records *ret_wishes, struct fault *fault) MUST_CHECK;

#endif
