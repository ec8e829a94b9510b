/* SPDX-License-Identifier: EUPL-1.2 */
/* Tariffs that go with an index: the figure of a year, what it makes of each tariff, and the fact that keeps
 * it. */
#ifndef CONTRACT_TARIFF_INDEXATION_H
#define CONTRACT_TARIFF_INDEXATION_H

#include "contract/tariff/tariff.h"
#include "platform/record/sheet.h"

#define INDEX_PROVISIONAL "provisional"
#define INDEX_DEFINITIVE "definitive"
#define INDEX_CORRECTION "correction"

/* A published figure; all in hundredths of a percent. */
struct index_figure {
	bool is_known, has_parts; /* ova and ppc are published too */
	int64_t ova, ppc, percent;
	const char *source;
};
/* The figures of a year in a file as data/indexation.csv. FAILED: a line cannot be read. */
struct index_year {
	struct index_figure provisional, definitive;
};
enum status index_year_of(struct sheet *figures, int64_t year, struct arena *arena,
                          struct index_year *ret_year, struct fault *fault) MUST_CHECK;

/*
 * The percentage of a figure, 90 % OVA and 10 % PPC where these are known, in hundredths of a percent, half
 * up. With the year before, what its definitive figure differs from its provisional one is in it, unrounded
 * until the end.
 */
int64_t index_percent(const struct index_figure *figure, const struct index_year *before);
/* That difference alone: what makes of the provisional figure the definitive one. */
int64_t index_difference(const struct index_year *year);
/* The tariff with the percentage over it, in whole cents, half a cent up. */
struct money index_apply(struct money tariff, int64_t percent);
/* "4,91 %", with a point in English, in arena. */
const char *index_percent_words(int64_t percent, const char *language, struct arena *arena);

/* What an index makes of a tariff. */
struct indexed_line {
	const char *product, *level, *unit;
	int64_t proposal;
	struct money cents_before, cents_after;
	struct money cents_replaced; /* of a definitive index: what was paid by the provisional one */
	struct date until;           /* the first day on which it holds no more */
};
extern const struct record indexed_line_record;

struct tariffs_indexed {
	const char *agreement, *sort;
	int64_t year;
	struct date from; /* of a definitive index: that of the provisional one, filled in at the door */
	bool with_difference;
	/* by the door */
	int64_t percent;
	const char *figures, *source, *rounding;
	struct records lines; /* struct indexed_line */
	struct {
		bool is_known, has_from, has_figure, has_provisional, has_lines, is_last, is_once;
		bool wants_difference;
	} situation;
};
#define TARIFFS_INDEXED_RULES_COUNT 7
extern const struct journal_rule tariffs_indexed_rules[TARIFFS_INDEXED_RULES_COUNT];
extern const struct journal_kind tariffs_indexed_kind;
extern const struct record tariffs_indexed_record;

struct tariff_indexation {
	int64_t indexation, year, percent;
	const char *agreement, *sort, *figures, *source, *rounding;
	struct date valid_from;
	bool with_difference;
};
/* Of an agreement, the newest first; and the struct indexed_line of one. */
enum status tariff_indexations(struct journal *journal, const char *agreement,
                               struct records *ret_indexations, struct fault *fault) MUST_CHECK;
enum status tariff_indexed_lines(struct journal *journal, int64_t indexation, struct records *ret_lines,
                                 struct fault *fault) MUST_CHECK;

#endif
