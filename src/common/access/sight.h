/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose file somebody may open, and on which ground: the relations between who works here and a client. */
#ifndef COMMON_ACCESS_SIGHT_H
#define COMMON_ACCESS_SIGHT_H

#include "common/access/access.h"
#include "common/journal/journal.h"

/* Who wants to open whose file. */
struct sight_asked {
	const struct access_account *account;
	int64_t person;
	struct date today;
	int64_t letter;         /* only this letter of the file; 0: the file */
	int64_t representative; /* of who acts for the person: the fact that named them; else 0 */
};

/* What somebody sees of a client: the file, on a ground, or without one only who it is. */
struct sight {
	int64_t person;     /* 0: of nobody yet */
	const char *ground; /* one of read_grounds, or NULL */
	const char *glance; /* on which ground this one letter is open, where the file is not; or NULL */
};

/*
 * A relation that opens a client's file for who does that work. holds gives the ground under which a reading
 * is noted (read_grounds), or leaves it NULL. The rows of the site stand in src/app/relations.c; a slice
 * whose facts make somebody concerned with a client adds its own.
 */
struct sight_relation {
	unsigned permissions; /* whose work it is: a set of enum permission */
	enum status (*holds)(struct journal *journal, const struct sight_asked *asked,
	                     const char **ret_ground, struct fault *fault);
};

/* The first relation that holds for somebody with this role; *ret_ground is NULL where none does. */
struct sight_relations {
	const struct sight_relation *items;
	size_t count;
};
enum status sight_of(struct journal *journal, const struct sight_relations *relations,
                     const struct access_role *role, const struct sight_asked *asked, const char **ret_ground,
                     struct fault *fault) MUST_CHECK;

/* Who opened the file today with a reason; and who is to look at such an opening by somebody else. */
enum status sight_in_need(struct journal *journal, const struct sight_asked *asked, const char **ret_ground,
                          struct fault *fault) MUST_CHECK;
enum status sight_to_check(struct journal *journal, const struct sight_asked *asked, const char **ret_ground,
                           struct fault *fault) MUST_CHECK;

#endif
