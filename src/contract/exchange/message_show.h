/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages for people: one of them as a page, and what all of them may hold as documentation. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_SHOW_H
#define CONTRACT_EXCHANGE_MESSAGE_SHOW_H

#include "contract/exchange/message.h"
#include "platform/base/fault.h"

/* Adds the message as a page of its own, with what its rules have to say; codes with their words. */
enum status message_show(const struct message_reading *reading, const struct findings *findings,
                         struct arena *arena, struct text *out, struct fault *fault) MUST_CHECK;

/* Something that is wrong with a message, and with which element. */
struct message_fault {
	const char *words, *path;
	const char *row; /* where it is shown: the id of a row, or "" */
};
extern const struct record message_fault_record;
/*
 * The elements of a message as rows, each with what it is called and codes with their words. Rows at fault
 * are marked: those of faults, and return codes that are remarks, which are added to faults.
 */
struct records message_rows(const struct message_reading *reading, const char *language, struct arena *arena,
                            struct records *faults) MUST_CHECK;
/* The item without who the client is, and what was written about them; all else is the same. */
struct message_item message_without_client(const struct message_item *item, struct arena *arena);
/* The item of a claim, or its answer, with so many of its lines from one on; ret_lines: how many it has. */
struct message_item message_part_of_claim(const struct message_item *item, size_t from, size_t count,
                                          struct arena *arena, size_t *ret_lines);
#define MESSAGE_FAULTS_MAX 200 /* that are shown */

/*
 * The elements of a message as rows (message_row_record), without who the client is: a BSN is for exchanging,
 * and not for who watches over it (Wmo 2015, art. 5.2.9).
 */
struct records message_rows_without_client(const struct message_reading *reading, const char *language,
                                           struct arena *arena) MUST_CHECK;
extern const struct record message_row_record;
/* What each element is called, by its name. */
extern const struct choice message_labels[];

/* Adds the tables as Markdown: of each message its elements, and then all rules with their codes and words.
 */
void message_reference(struct text *out);

#endif
