/* SPDX-License-Identifier: EUPL-1.2 */
/* A moment in words, as lived in the Netherlands: "15 april 2019 om 12:00 uur". */
#ifndef CONTRACT_PROCUREMENT_MOMENTS_H
#define CONTRACT_PROCUREMENT_MOMENTS_H

#include "platform/base/arena.h"
#include "platform/base/date.h"

/* In language and arena; with seconds where these are not 0. */
const char *moment_words(struct moment moment, const char *language, struct arena *arena);

#endif
