/* SPDX-License-Identifier: EUPL-1.2 */
/* What sort of file something is, by what is in it: its name says what somebody called it. */
#ifndef COMMON_DOCUMENT_CONTENT_H
#define COMMON_DOCUMENT_CONTENT_H

#include <stdio.h>

#include "platform/base/arena.h"

/* A sort of file that a client's file takes. */
struct content_type {
	const char *media_type;
	const char *endings[3]; /* of a name, without the dot; the first is the one that is given */
};

/* The sort by its bytes, read as far as that takes; NULL where it is none of those that are taken. */
const struct content_type *content_type_of(FILE *file);
/* The sort of that media type, or NULL. */
const struct content_type *content_type_named(const char *media_type);

#define CONTENT_NAME_CHARS 120
/*
 * A name that can be kept and given back: without folders, control characters and what turns the direction of
 * writing, at most CONTENT_NAME_CHARS long, with an ending that is right for the sort. In arena.
 */
const char *content_clean_name(const char *name, const struct content_type *type, struct arena *arena);

#endif
