/* SPDX-License-Identifier: EUPL-1.2 */
/* The lines of a claim as they pass by, kept small: each as its struct, and its texts without room between.
 */
#ifndef CONTRACT_EXCHANGE_MESSAGE_LINES_H
#define CONTRACT_EXCHANGE_MESSAGE_LINES_H

#include "contract/exchange/message_claim.h"

/* Begin with an arena, in which all is kept. */
struct message_lines {
	struct arena *arena;
	struct message_line *lines; /* of the client that is being read, behind those of others */
	size_t count, room;         /* of that client; and from its first line to the end of the block */
	char *letters;              /* where the next text goes */
	size_t letters_left;
	const char *code; /* the last product code: most lines have one of a few, and often the same */
};

/* Keeps a copy of the line. */
void message_lines_keep(struct message_lines *kept, const struct message_line *line);
/* The lines since the last time: those of a client. */
struct records message_lines_end(struct message_lines *kept);

#endif
