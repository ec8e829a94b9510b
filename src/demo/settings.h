/* SPDX-License-Identifier: EUPL-1.2 */
/* What a demonstration is made of: data/demo.yaml and data/demo_needs.yaml as structs. */
#ifndef DEMO_SETTINGS_H
#define DEMO_SETTINGS_H

#include "platform/base/fault.h"
#include "platform/record/record.h"

/* How likely people of an age are to report a need. */
struct demo_band {
	const char *column;          /* in the population file */
	int64_t from_age, until_age; /* half-open, on the day of the figures */
	int64_t per_thousand;
};

struct demo_population {
	const char *file;
	struct date on; /* the day of the figures */
	struct records bands;
};

struct demo_account {
	const char *account, *name, *role, *team;
};

struct demo_register {
	const char *name;
	struct texts schemes; /* files; the first one's authority is the register */
	struct records accounts;
};

struct demo_settings {
	struct date day; /* the demonstration's today */
	int64_t seed, residents, days; /* how long before its today the register was opened */
	struct demo_population population;
	struct records registers;
};

enum status settings_read(struct arena *arena, struct demo_settings *ret_settings, struct fault *fault) MUST_CHECK;

#endif
