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
	int64_t women_percent;
	struct records bands;
};

/* What happens after the report: how often, and how many days it takes. */
struct demo_road {
	int64_t late_percent, not_needed_percent, no_application_percent, refused_percent;
	int64_t second_line_percent, waiting_percent, never_started_percent;
	int64_t without_bsn_percent, later_bsn_percent;
	int64_t unnamed_percent, left_percent; /* of the contact persons of providers */
	int64_t quiet_days;                    /* nothing was sent for so long */
};

struct demo_account {
	const char *account, *name, *role;
	const char *team;  /* of a social worker, else NULL */
	const char *party; /* of a provider's people, else NULL */
	struct texts also; /* roles in other corners */
};

/* Residents of an area who had this provider already before a cut-over. */
struct demo_kept {
	const char *provider, *product, *area;
	int64_t percent;
	struct date since; /* care began on this day or later */
};

/* A table of tariffs, of struct tariff_line. */
struct demo_tariffs {
	const char *agreement;
	struct date from;
	const char *source, *reason;
	bool waits; /* for the signatures of the others */
	struct records lines;
};

struct demo_register {
	const char *name;
	struct texts schemes; /* their names; the first one's authority is the register */
	struct date day;      /* the register's today */
	int64_t days;         /* how long before its today the first report came in */
	int64_t residents;    /* so many report a need */
	const char *phone;    /* of the municipality's people */
	struct records kept, accounts;
	struct records tariffs; /* struct demo_tariffs */
};

struct demo_weight {
	int64_t from_age, until_age, weight;
};

/* A kind of need: which products meet it, how much of them, and what people say and write of it. */
struct demo_need {
	struct texts products; /* the first one that can be had where and when somebody asks */
	const char *expertise; /* what the deliverer must know; NULL: nothing special */
	struct records weights;
	int64_t least, most, step;
	int64_t years_least, years_most; /* how long it is granted */
	struct texts asked, needed, own_strength, network, general_provisions, conclusion, reasons;
};

struct demo_needs {
	struct records needs;
	struct texts renewed, granted, refused, not_needed;
};

struct demo_settings {
	const char *scheme; /* whose register is filled when none is asked for */
	int64_t seed;
	struct demo_population population;
	struct demo_road road;
	struct records registers;
	struct demo_needs needs; /* of the other file */
};

enum status settings_read(struct arena *arena, struct demo_settings *ret_settings,
                          struct fault *fault) MUST_CHECK;
/*
 * Leaves only the register that has this scheme, all of them for "all", and the one of the settings for NULL.
 * WRONG_USE when no register has it; the fault names those that there are.
 */
enum status settings_choose(struct demo_settings *settings, const char *scheme, struct arena *arena,
                            struct fault *fault) MUST_CHECK;
/* Spreads so many residents over the registers, in proportion to how many they have. */
void settings_spread(struct demo_settings *settings, int64_t residents);

/* The first account of a register with that role, or NULL. */
const struct demo_account *settings_account(const struct demo_register *of, const char *role);

#endif
