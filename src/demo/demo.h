/* SPDX-License-Identifier: EUPL-1.2 */
/* Fills an empty database with a demonstration: people by chance, facts through the door, day after day. */
#ifndef DEMO_DEMO_H
#define DEMO_DEMO_H

#include "common/access/access.h"
#include "common/journal/journal.h"
#include "demo/settings.h"

/* Where it goes, and with what. */
struct demo {
	struct db *db; /* migrated */
	const struct journal_book *book;
	const struct calendar *calendar;
	const struct demo_settings *settings;
	void (*progress)(const char *words, int64_t done); /* may be NULL */
	struct arena *arena;
};

/*
 * Opens the registers of the settings and fills them. The same settings give the same facts, whatever the
 * clock says. WRONG_USE when the database has a register already.
 */
enum status demo_fill(const struct demo *demo, struct fault *fault) MUST_CHECK;

#endif
