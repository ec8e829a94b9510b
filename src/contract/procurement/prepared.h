/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a tender is prepared from, as an office has it in a spreadsheet: lots, criteria, requirements and
 * candidates, one a line; read from CSV and written as such.
 */
#ifndef CONTRACT_PROCUREMENT_PREPARED_H
#define CONTRACT_PROCUREMENT_PREPARED_H

#include "contract/procurement/procurement_store.h"
#include "platform/base/text.h"

#define PREPARED_LOT "lot"
#define PREPARED_CRITERION "criterion"
#define PREPARED_REQUIREMENT "requirement"
#define PREPARED_CANDIDATE "candidate"
#define PREPARED_LINES_MAX 500
#define PREPARED_BYTES_MAX ((size_t)1024 * 1024)
extern const struct choice prepared_sorts[];

struct prepared_line {
	const char *sort;
	const char *name;  /* short, of a lot or criterion; of a candidate what it is called */
	const char *label; /* of a criterion */
	const char *words; /* what is asked, or said about it */
	int64_t weight, knock_out;
	bool is_concrete;
};
extern const struct record prepared_line_record;

/* The fact that a tender is prepared: nobody outside sees it before it is announced. */
struct tender_prepared {
	const char *scheme, *title;
	struct records lines; /* struct prepared_line */
	/* by the door */
	struct {
		bool has_scheme;
	} situation;
};
extern const struct record tender_prepared_record;
extern const struct journal_kind tender_prepared_kind;
#define TENDER_PREPARED_RULES_COUNT 1
extern const struct journal_rule tender_prepared_rules[TENDER_PREPARED_RULES_COUNT];

/*
 * What is wrong with the lines beside the scheme: a lot that it has not, something twice, weights that are
 * not 100 together. A finding has the line of the file where lines_of is given (by place), else the field.
 */
void prepared_check(const struct records *lines, const struct scheme *scheme, const int64_t *lines_of,
                    struct findings *findings);
/*
 * Reads a CSV file whose first line names the columns, in Dutch or English, in any order: soort, naam, titel,
 * tekst, gewicht, ondergrens, concreet. All that is wrong is a finding at its line; lines in the findings'
 * arena.
 */
void prepared_read(const char *bytes, size_t length, const struct scheme *scheme,
                   struct tender_prepared *ret_prepared, struct findings *findings);
/* The same lines as CSV, so that prepared_read reads them again. */
void prepared_write(const struct records *lines, struct arena *arena, struct text *out);
/* A tender that was announced, as such lines, in arena. */
struct records prepared_of_notice(const struct tender_notice *notice, struct arena *arena);
/* What was prepared takes the place of the scheme's lots and criteria, in arena. */
void prepared_lots(const struct records *lines, struct records *lots, struct arena *arena);
struct records prepared_criteria(const struct records *lines, struct arena *arena);
struct records prepared_requirements(const struct records *lines, struct arena *arena);

/* As it is kept. */
struct prepared_kept {
	int64_t prepared;
	const char *scheme, *title;
	struct date prepared_on;
};
extern const struct record prepared_kept_record;
/* One of them with its lines, in the journal's arena; NOT_FOUND. */
enum status prepared_find(struct journal *journal, int64_t prepared, struct prepared_kept *ret_kept,
                          struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* Those of a register by a day, the last first: struct prepared_kept. */
enum status prepared_by(struct journal *journal, struct date on, struct records *ret_kept,
                        struct fault *fault) MUST_CHECK;

#endif
