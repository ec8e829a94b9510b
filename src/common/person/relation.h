/* SPDX-License-Identifier: EUPL-1.2 */
/* Somebody around a client who is no client: who asks for them, who represents them. Names stand in the
 * vault. */
#ifndef COMMON_PERSON_RELATION_H
#define COMMON_PERSON_RELATION_H

#include "common/journal/journal.h"

struct relation {
	const char *name;
	const char *organisation;
	const char *street;
	int64_t house_number;
	const char *house_addition;
	const char *postcode;
	const char *place;
	const char *phone;
	const char *email;
};
/* All of it, for who gets letters; and who asks with where to be reached. */
extern const struct record relation_record, caller_record;

/* Stores them under the number of the fact that names them; nothing when no name and organisation are given.
 */
enum status relation_add(struct journal *journal, int64_t number, const struct relation *relation,
                         struct fault *fault) MUST_CHECK;
/* In the journal's arena; NOT_FOUND. */
enum status relation_of(struct journal *journal, int64_t number, struct relation *ret_relation,
                        struct fault *fault) MUST_CHECK;
/* "R. de Vries, Mentorschap Noord"; the one alone where the other is not known. */
const char *relation_words(const struct relation *relation, struct arena *arena);
/* Copies those named by a fact up to the number last to another vault. */
struct vault_copy;
enum status relation_copy_known(const struct vault_copy *copy, struct fault *fault) MUST_CHECK;

#endif
