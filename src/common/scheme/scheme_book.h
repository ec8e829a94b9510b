/* SPDX-License-Identifier: EUPL-1.2 */
/* The schemes in force in each register: adopted as facts, read once per process, asked often. */
#ifndef COMMON_SCHEME_SCHEME_BOOK_H
#define COMMON_SCHEME_SCHEME_BOOK_H

#include "common/journal/journal.h"
#include "common/scheme/scheme.h"

/* The version of one scheme that is in force in one register. */
struct scheme_entry {
	int64_t register_id;
	int64_t fact; /* by which it was adopted */
	struct date adopted_on;
	struct arena *arena;
	struct scheme adopted;  /* as its file has it */
	struct records changes; /* struct lane_change: what happened since */
	struct scheme scheme;   /* the two together, and its lanes; dated, so right on every day */
	struct lane_set lanes;
};

struct scheme_book;
struct scheme_book *scheme_book_new(void);
void scheme_book_free(struct scheme_book *book);
void scheme_book_freep(struct scheme_book **book);
/*
 * From now on a version is in force from the day it was adopted for, by this clock, or in a demonstration by
 * the demonstration's day; the newest of those counts. Without a clock: the newest of all. Call before a
 * refresh.
 */
void scheme_book_set_clock(struct scheme_book *book, const struct clock *clock);
/* Reads what has been adopted, what happened and what came in force since the last call. */
enum status scheme_book_refresh(struct scheme_book *book, struct db *db, struct fault *fault) MUST_CHECK;

/*
 * Of every register what is adopted and can no longer be read, as struct scheme_entry: its register, fact,
 * scheme.name, and in scheme.about its line and what must change. All else goes on without it.
 */
struct records scheme_book_unreadable(const struct scheme_book *book);

/* The scheme of that name, or with a NULL name the register's first one; NULL when there is none. */
const struct scheme_entry *scheme_book_entry(const struct scheme_book *book, int64_t register_id,
                                             const char *name);
/* The register's scheme at that place, from 0; NULL after the last. */
const struct scheme_entry *scheme_book_nth(const struct scheme_book *book, int64_t register_id, size_t place);
/*
 * The scheme as it is in the database now, also within a transaction that has just changed it, without what
 * happens after the day on (no date: with all of it); in the journal's arena.
 */
enum status scheme_book_on(struct journal *journal, const struct scheme_entry *entry, struct date on,
                           struct scheme *ret_scheme, struct fault *fault) MUST_CHECK;
/* How many schemes a register has. */
size_t scheme_book_count(const struct scheme_book *book, int64_t register_id);
/* The scheme of the register that has this product; NULL when none has. */
const struct scheme_entry *scheme_book_with_product(const struct scheme_book *book, int64_t register_id,
                                                    const char *product);
/* The first scheme of the register that has this party; NULL when none has. */
const struct scheme_entry *scheme_book_with_party(const struct scheme_book *book, int64_t register_id,
                                                  const char *party);
/*
 * The scheme whose desk takes a report from an address on a day: one with a desk for several
 * municipalities goes before the others. NULL when the address lies in no area of the register.
 */
const struct scheme_entry *scheme_book_desk(const struct scheme_book *book, int64_t register_id,
                                            const char *address, struct date on);
/*
 * The owner of a resident of that address before anything was assigned, by the rule of that scheme: the
 * municipality, or the one contract party of the area. NULL as above.
 */
const char *scheme_book_owner(const struct scheme_book *book, int64_t register_id, const char *address,
                              struct date on);
/* The register's product of that name, or NULL. */
const struct scheme_product *scheme_book_product(const struct scheme_book *book, int64_t register_id,
                                                 const char *product);
/* The label of that product, or the name itself. */
const char *scheme_book_product_label(const struct scheme_book *book, int64_t register_id,
                                      const char *product);
/* The label of an authority or party of the register, or the name itself. */
const char *scheme_book_organisation(const struct scheme_book *book, int64_t register_id, const char *name);

/* The labels of the register's schemes, in arena. */
struct texts scheme_book_labels(const struct scheme_book *book, int64_t register_id, struct arena *arena);

/* "120 minuten per week", in language and arena. */
const char *scheme_amount_words(int64_t amount, const char *unit, const char *frequency, const char *language,
                                struct arena *arena);

#endif
