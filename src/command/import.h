/* SPDX-License-Identifier: EUPL-1.2 */
/* Bringing in what another system has, row by row through the door; each sort of file is a row of a table. */
#ifndef COMMAND_IMPORT_H
#define COMMAND_IMPORT_H

#include "command/command.h"
#include "common/scheme/scheme_book.h"
#include "platform/record/sheet.h"

#define IMPORT_COLUMNS_MAX 16
#define IMPORT_ACCOUNT "import" /* who brings the facts */

/* What somebody must change in the file. */
struct import_finding {
	int64_t line;
	const char *column; /* "" for the whole row */
	const char *words;
};

struct import {
	const struct import_sort *sort;
	struct command_call *call;
	struct journal journal; /* its arena is a row's */
	struct clock clock;
	struct calendar calendar;
	const struct scheme *scheme;
	const char *digest; /* of the file */
	struct sheet sheet;
	size_t places[IMPORT_COLUMNS_MAX]; /* where each of the sort's columns stands in the file */
	int64_t accepted, refused;
	struct import_finding *findings;
	size_t findings_count, findings_room;
};

struct import_column {
	const char *name;
	const char *fields[3]; /* findings of the door at these fields are about this column */
};

struct import_sort {
	const char *name;
	const struct import_column *columns; /* ends with a NULL name */
	/* Brings a row in: OK, FINDINGS when it is refused and taken back, FAILED. */
	enum status (*row)(struct import *import, struct findings *findings, struct fault *fault);
};
extern const struct import_sort import_residents, import_decisions, import_assignments, import_workers;

/* The row's text under a column, without blanks around it; never NULL. */
const char *import_text(const struct import *import, const char *column);

/* A day that is known whole, YYYYMMDD or YYYY-MM-DD; an empty value leaves it. What else stands there is a
 * finding. */
void import_day(const struct import *import, const char *column, struct date *ret_day,
                struct findings *findings);
/* A whole number; an empty text leaves it. */
void import_number(const char *text, const char *column, int64_t *ret_number, struct findings *findings);

/* A database and a register of it that work by a scheme. */
struct import_target {
	struct db *db;
	struct scheme_book *schemes;
	int64_t register_id;
};
/*
 * The database of --database and the register of --scheme. What is not there is made: the file with its
 * tables, the register, the adoption of the scheme as this program has it. The caller closes both.
 */
enum status import_open(struct import *import, struct import_target *ret_target,
                        struct fault *fault) MUST_CHECK;

#endif
