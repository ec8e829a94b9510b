/* SPDX-License-Identifier: EUPL-1.2 */
/* What is published of a tender: its release, made of what is kept, or as somebody else published it. */
#ifndef CONTRACT_PUBLICATION_PUBLICATION_H
#define CONTRACT_PUBLICATION_PUBLICATION_H

#include "common/journal/journal.h"
#include "contract/publication/ocds.h"

#define PUBLICATION_PREFIX "ocds-thuisregie" /* until a register has a prefix of its own */

/* The fact that a release of another source was taken in. */
struct release_imported {
	const char *ocid; /* by the door: the release's */
	struct ocds_release release;
	struct {
		bool is_newer; /* than what was taken in of it before, or the first */
	} situation;
};
extern const struct record release_imported_record;
extern const struct journal_kind release_imported_kind;
#define RELEASE_RULES_COUNT 2
extern const struct journal_rule release_rules[RELEASE_RULES_COUNT];

/* A projection of award_published: from that day on the tender says that its award can be read. */
enum status publication_follow_award(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                     struct arena *arena, struct fault *fault) MUST_CHECK;

/* Of which tender, under which prefix, and who publishes. */
struct publication_asked {
	const char *tender; /* its name; of a release that was taken in its tender's id, or its ocid */
	const char *prefix;
	const char *publisher; /* the register's name */
};
/*
 * The release of a tender: its notice; who won only once every bidder was told, what was signed. Nothing of a
 * bid but how many there were. In the journal's arena; NOT_FOUND.
 */
enum status publication_release(struct journal *journal, const struct publication_asked *asked,
                                struct ocds_release *ret_release, struct fault *fault) MUST_CHECK;
/* The release that was taken in last of that tender or ocid; NOT_FOUND. */
enum status publication_imported(struct journal *journal, const char *tender,
                                 struct ocds_release *ret_release, struct fault *fault) MUST_CHECK;

#endif
