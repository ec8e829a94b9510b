/* SPDX-License-Identifier: EUPL-1.2 */
/* The sections of a scheme file about how the agreements are run: tables, people, clients, days. As in
 * scheme_terms.h. */
#ifndef COMMON_SCHEME_SCHEME_RUNNING_H
#define COMMON_SCHEME_SCHEME_RUNNING_H

#include "platform/record/record.h"

struct scheme_corner {
	const char *name, *label, *provider_contact, *about;
	int64_t people;
	struct marks at;
};

struct scheme_meeting {
	const char *name, *label;
	int64_t times;
	const char *per;
	struct texts who;
	bool may_decide;
	const char *about;
	struct marks at;
};

struct scheme_working_group {
	const char *name, *label, *prepares_for;
	struct marks at;
};

/* A role that the source has a person for; the person is not in the file. */
struct scheme_role {
	const char *name, *label, *of, *about;
	int64_t people;
	struct marks at;
};

struct scheme_transition {
	struct date from, until;
	bool one_by_one;
	struct texts steps;
	int64_t aftercare_months;
	const char *about;
	struct marks at;
};

/* What happens when a client passes an age at which lanes change. */
struct scheme_birthday {
	int64_t age, warn_months;
	const char *then;
	struct marks at;
};

/* What is asked about a resident's own network before a specialist comes. */
struct scheme_network {
	struct texts evidence;
	bool may_refuse;
	const char *about;
	struct marks at;
};

/* What happened when, as far as the source knows the day. */
struct scheme_event {
	struct date on;
	const char *precision, *what;
	struct marks at;
};

/* The day on which the present providers hand over to the new ones. */
struct scheme_cutover {
	const char *name;
	struct date on;
	struct texts products;
	const char *target_group;
	struct marks at;
};

/* From a day on a party has what another had. */
struct scheme_succession {
	const char *party, *by;
	struct date from;
};

#endif
