/* SPDX-License-Identifier: EUPL-1.2 */
/* All versions of a scheme that were ever adopted: when, by whom, and what each of them says. */
#ifndef COMMON_SCHEME_SCHEME_VERSIONS_H
#define COMMON_SCHEME_SCHEME_VERSIONS_H

#include "common/scheme/adoption.h"

struct version_line {
	int64_t fact;
	const char *scheme;
	struct date holds_from;
	struct moment recorded_at;
	const char *adopted_by; /* the name of a person */
};
extern const struct record version_line_record;

/* The names of the schemes of which a version was ever adopted. */
enum status scheme_names(struct journal *journal, struct texts *ret_names, struct fault *fault) MUST_CHECK;
/* The versions of a scheme, newest first. */
enum status scheme_versions_of(struct journal *journal, const char *scheme, struct records *ret_versions,
                               struct fault *fault) MUST_CHECK;
/* One of them with its fact; NOT_FOUND. Lives in the journal's arena. */
enum status scheme_version_of(struct journal *journal, const char *scheme, int64_t fact,
                              struct version_line *ret_version, struct scheme_adopted *ret_adopted,
                              struct fault *fault) MUST_CHECK;
/*
 * Whether a version holds on a day, when lines has all versions, newest first: a newer one goes before it
 * from its own day on, also when that is earlier than what was decided first.
 */
bool scheme_version_holds(const struct records *lines, const struct version_line *version, struct date on);
/* Whether there is a day on which it holds. */
bool scheme_version_counts(const struct records *lines, const struct version_line *version);

#endif
