/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/journal/book.h"

#include <string.h>

const char *corner_code(enum corner corner)
{
	static const char *const codes[] = {
		[CORNER_COMMON] = "common",
		[CORNER_POLICY] = "policy",
		[CORNER_PRACTICE] = "practice",
		[CORNER_CONTRACT] = "contract",
	};

	return codes[corner];
}

const struct journal_kind *journal_kind_named(const struct journal_book *book, const char *name)
{
	for (size_t i = 0; i < book->kinds_count; i++)
		if (strcmp(book->kinds[i]->name, name) == 0)
			return book->kinds[i];
	return NULL;
}

const struct journal_rule *journal_rule_of(const struct journal_book *book, const char *kind,
                                           const char *code)
{
	const struct journal_kind *found = journal_kind_named(book, kind);

	for (size_t i = 0; found != NULL && i < found->rules_count; i++)
		if (strcmp(found->rules[i].code, code) == 0)
			return &found->rules[i];
	return NULL;
}

const struct journal_todo *journal_todo_of(const struct journal_book *book, const char *code)
{
	for (size_t i = 0; i < book->todos_count; i++)
		if (strcmp(book->todos[i].code, code) == 0)
			return &book->todos[i];
	return NULL;
}

/* --- whether it holds together --- */

static size_t place_of(const struct journal_book *book, const struct journal_kind *kind)
{
	size_t place = 0;

	while (place < book->kinds_count && book->kinds[place] != kind)
		place++;
	return place;
}

/* Every rule that may leave a task, so that nothing is left for nobody. */
static enum status check_todos(const struct journal_book *book, const struct journal_kind *kind,
                               struct fault *fault)
{
	for (size_t i = 0; i < kind->rules_count; i++)
		if (journal_todo_of(book, kind->rules[i].code) == NULL)
			return fault_set(
				fault, FAILED,
				"the rule %s of %s leaves a task, and the todos do not say what to do",
				kind->rules[i].code, kind->name);
	return OK;
}

enum status journal_check_book(const struct journal_book *book, struct fault *fault)
{
	for (size_t i = 0; i < book->kinds_count; i++)
		if (place_of(book, journal_kind_named(book, book->kinds[i]->name)) != i)
			return fault_set(fault, FAILED, "the fact kind %s stands in the book twice",
			                 book->kinds[i]->name);
	for (size_t i = 0; i < book->kinds_count; i++)
		if (book->kinds[i]->sort == KIND_NOTICE && check_todos(book, book->kinds[i], fault) != OK)
			return FAILED;
	for (size_t i = 0; i < book->reactions_count; i++) {
		const struct journal_reaction *reaction = &book->reactions[i];

		if (!reaction->is_must && check_todos(book, reaction->then, fault) != OK)
			return FAILED;
		if (place_of(book, reaction->then) >= book->kinds_count)
			return fault_set(fault, FAILED, "the reaction to %s brings an unknown kind",
			                 reaction->when->name);
		if (place_of(book, reaction->then) <= place_of(book, reaction->when))
			return fault_set(fault, FAILED,
			                 "the reaction to %s brings %s, which stands before it in the book",
			                 reaction->when->name, reaction->then->name);
	}
	return OK;
}
