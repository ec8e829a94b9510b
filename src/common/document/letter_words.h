/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of letters: one text file for each sort of letter in data/letters, which a municipality may
 * change. */
#ifndef COMMON_DOCUMENT_LETTER_WORDS_H
#define COMMON_DOCUMENT_LETTER_WORDS_H

#include "common/document/letter.h"

/*
 * A template: data/letters/NAME.txt, or where a municipality has its own, letters/NAME.txt in the database's
 * state directory. Empty lines stand between its blocks:
 *
 *	# the subject of the letter     once, first
 *	## a heading
 *	- a label: what it is           a row
 *	other lines                     a paragraph; {name} is a value, filled in
 *	= words                         a paragraph once the letter has left: {sent_on}, {last_day} and {sum}
 *	[name] such a block             only where the value has words; [!name] only where it has none
 *	{@name}                         the template of that list, once for each of its items
 *	{>name}                         another template, with the same values
 */
#define LETTER_MAX_VALUES 24
struct letter_values {
	struct {
		const char *name, *value;
	} items[LETTER_MAX_VALUES];
	size_t count;
};
/* Adds a value; NULL is a value without words. */
void letter_value(struct letter_values *values, const char *name, const char *value);

/* A list in a letter. */
struct letter_list {
	const char *name;
	const char *template;
	const struct letter_values *items;
	size_t count;
};

/* What goes into a template. */
struct letter_filling {
	const struct letter_values *values;
	const struct letter_list *lists;
	size_t lists_count;
};
/*
 * Adds the blocks of the template to the letter, and its subject where it has one; texts live in the
 * journal's arena. FAILED when there is no such template, or a value in it has no name that is known.
 */
enum status letter_fill(const struct journal *journal, struct letter *letter, const char *template,
                        const struct letter_filling *filling, struct fault *fault) MUST_CHECK;

#endif
