/* SPDX-License-Identifier: EUPL-1.2 */
/* The person vault: the only place with names, addresses and the encrypted BSN; outside the journal and a
 * rebuild. */
#ifndef COMMON_PERSON_VAULT_H
#define COMMON_PERSON_VAULT_H

#include "common/journal/journal.h"
#include "common/person/person.h"

/*
 * Stores a new person under the number. A BSN that another person of the register has becomes the finding
 * "bsn-doubled" at who.bsn.
 */
enum status vault_add(struct journal *journal, int64_t person, const struct identity *identity,
                      struct findings *findings, struct fault *fault) MUST_CHECK;
/* Identity without BSN, with today's address, in the journal's arena; NOT_FOUND. */
enum status vault_identity(struct journal *journal, int64_t person, struct identity *ret_identity,
                           struct fault *fault) MUST_CHECK;
/* The same with the address of a day. */
enum status vault_identity_on(struct journal *journal, int64_t person, struct date on,
                              struct identity *ret_identity, struct fault *fault) MUST_CHECK;
/* The first day at the newest address, no date for who never moved; and another address from a later day on.
 */
enum status vault_last_move(struct journal *journal, int64_t person, struct date *ret_on,
                            struct fault *fault) MUST_CHECK;
enum status vault_move(struct journal *journal, int64_t person, struct date from, const struct address *to,
                       struct fault *fault) MUST_CHECK;
/* Who has this BSN; NOT_FOUND when nobody in the register has. */
enum status vault_person_with_bsn(struct journal *journal, const char *bsn, int64_t *ret_person,
                                  struct fault *fault) MUST_CHECK;
/* Whether the person's BSN is known, without opening it. */
enum status vault_has_bsn(struct journal *journal, int64_t person, bool *ret_has_bsn,
                          struct fault *fault) MUST_CHECK;
/* The BSN in clear, for a message to the one who must have it; "" when unknown. */
enum status vault_bsn(struct journal *journal, int64_t person, const char **ret_bsn,
                      struct fault *fault) MUST_CHECK;

/* A BSN was given for this person that somebody else has: the two may be one (common/person/double.h).
 * Nothing for any other BSN. */
enum status vault_note_doubled_bsn(struct journal *journal, int64_t person, const char *bsn,
                                   struct fault *fault) MUST_CHECK;
/* A digest of a text that only who has the key of this vault can make; in the journal's arena. */
enum status vault_mark(struct journal *journal, const char *text, const char **ret_mark,
                       struct fault *fault) MUST_CHECK;
/* The same for many texts at once, each of which its mark takes the place of. */
enum status vault_marks(struct journal *journal, const char **texts, size_t count,
                        struct fault *fault) MUST_CHECK;
/* Who has this BSN; NOT_FOUND. */
enum status vault_with_bsn(struct journal *journal, const char *bsn, int64_t *ret_person,
                           struct fault *fault) MUST_CHECK;
/* When somebody died, as YYYYMMDD with zeros where unknown; "" for who lives, as far as known. */
enum status vault_died(struct journal *journal, int64_t person, const char **ret_died,
                       struct fault *fault) MUST_CHECK;
enum status vault_set_died(struct journal *journal, int64_t person, const char *died,
                           struct fault *fault) MUST_CHECK;
/* Nothing new is begun for who died: the finding resident-died at a field, when that is so. */
enum status vault_refuse_dead(struct journal *journal, int64_t person, const char *field,
                              struct findings *findings, struct fault *fault) MUST_CHECK;
/* Somebody of the same name, birth and address; who has no BSN goes before who has one. */
struct person_alike {
	int64_t person; /* 0: nobody */
	bool has_bsn;
};
enum status vault_alike(struct journal *journal, const struct identity *identity,
                        struct person_alike *ret_alike, struct fault *fault) MUST_CHECK;

/* The people of a register about whom there was a fact by the number last. */
struct vault_copy {
	struct db *db, *into;
	int64_t register_id, last;
};
/*
 * Copies them to another vault, sealed BSNs as they are: only who has the key of the one opens them in the
 * other. Names and addresses are the present ones; a BSN that was recorded after the
 * fact is left out.
 */
enum status vault_copy_known(const struct vault_copy *copy, struct fault *fault) MUST_CHECK;

/* A person in a list of found people. */
struct found_person {
	int64_t person;
	const char *initials, *prefix, *surname;
	struct date born;
	const char *born_unknown;
	const char *street;
	int64_t house_number;
	const char *place;
};
/* Who is looked for. */
struct person_sought {
	const char *name;     /* the surname begins with it; may be "" */
	struct date born;     /* may be no date */
	struct date known_on; /* something about them held on this day, or before it; may be no date */
};
/* At most 50 people, struct found_person, by name. */
enum status vault_find(struct journal *journal, const struct person_sought *sought, struct records *ret_found,
                       struct fault *fault) MUST_CHECK;

/* "Who the person is becomes complete": the BSN is recorded after all. */
struct bsn_recorded {
	int64_t person;
	const char *bsn;
	bool is_known_person; /* at the door */
};
extern const struct journal_kind bsn_recorded_kind;

#endif
