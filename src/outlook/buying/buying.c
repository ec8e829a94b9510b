/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/buying/buying.h"

#include "buying_sql.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "policy/programme/programme.h"

#define PROGRAMME_BYTES ((size_t)64 * 1024)

enum status buying_programme(struct db *db, int64_t register_id, const char *programme, struct date on,
                             struct buying_programme *ret_programme, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PROGRAMME_BYTES);
	struct programme_now now = { 0 };
	enum status status = programme_find(db, register_id, &(struct programme_asked){ programme, on },
	                                    arena, &now, fault);

	*ret_programme = (struct buying_programme){
		.is_known = now.is_known,
		.vision = now.vision,
		.content = now.content,
		.is_content_endorsed =
			now.content > 0 && now.group_count > 0 && now.has_endorsed == now.group_count,
		.is_finance_open = now.is_finance_open,
		.finance_opened_on = now.finance_opened_on,
		.has_ended = date_is(now.ended_on),
	};
	return status == NOT_FOUND ? OK : status;
}

enum status outlook_programme_finance_open(struct db *db, int64_t register_id, const char *programme,
                                           struct date on, bool *ret_is_open, struct fault *fault)
{
	struct buying_programme found = { 0 };
	enum status status = buying_programme(db, register_id, programme, on, &found, fault);

	*ret_is_open = found.is_finance_open;
	return status;
}

/* --- to choose from --- */

#define CHOICES_MAX 200

/* For which scheme a programme is, as a reader knows it. */
static const char *scheme_words(const struct journal *journal, const char *scheme)
{
	const struct scheme_entry *entry = scheme_book_entry(journal->schemes, journal->register_id, scheme);

	if (!has_words(scheme))
		return words_in(journal->language, WORDS("voor alle regelingen"));
	return entry == NULL ? scheme : entry->scheme.label;
}

const struct choice *buying_choices(const struct journal *journal)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_date(clock_today(journal->clock)) };
	struct choice *choices = ARENA_MANY(journal->arena, CHOICES_MAX + 2, struct choice);
	size_t count = 1;
	struct fault fault = { 0 };
	enum status status =
		db_select(journal->db, &sql_buying_choosable, values, COUNT(values), &rows, &fault);

	while (status == OK && count <= CHOICES_MAX && (status = db_next(&rows, &fault)) == OK)
		choices[count++] = (struct choice){
			db_text(&rows, 0, journal->arena),
			arena_print(journal->arena, "%s (%s)", db_text(&rows, 1, journal->arena),
			            scheme_words(journal, db_text(&rows, 2, journal->arena))),
		};
	choices[0] = (struct choice){
		"",
		count > 1 ? WORDS("bij geen programma")
			  : WORDS("Er loopt nu geen programma waar een aanbesteding bij kan horen. Begin er "
		                  "een bij Programma's, of schrijf hieronder waarom het zonder gaat."),
	};
	return choices;
}
