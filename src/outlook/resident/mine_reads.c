/* SPDX-License-Identifier: EUPL-1.2 */
/* Who looked in the resident's data: by day, each reader once with what was read (NEN 7513: what is the same
 * on one day may be told together). */
#include <string.h>

#include "outlook/resident/mine.h"
#include "platform/base/words.h"

#define DAYS_ON_PAPER 10

static const struct field mine_reads_fields[] = {
	FIELD(struct mine_reads, day),
	FIELD(struct mine_reads, lines),
};
const struct record mine_reads_record = RECORD(struct mine_reads, "mine_reads", mine_reads_fields);

/* Who it was and why they might, in words: the resident, the representative, or a person of an organisation.
 */
static const char *reader_words(const struct mine *mine, const struct read_line *line)
{
	const char *own = access_own_words(line->account);
	const char *ground = choice_label(read_grounds, line->ground);

	if (own != NULL)
		return web_words(mine->request, own);
	return arena_print(mine->arena, "%s (%s)%s%s", line->name,
	                   web_organisation(mine->request, line->organisation), ground[0] == '\0' ? "" : ", ",
	                   ground[0] == '\0' ? "" : web_words(mine->request, ground));
}

static bool is_same(const struct read_line *a, const struct read_line *b)
{
	return clock_day_of(a->read_at).day == clock_day_of(b->read_at).day &&
	       strcmp(a->account, b->account) == 0;
}

/* The pages that one reader saw on one day, each once, from the line first on. */
static const char *pages_words(const struct mine *mine, const struct records *lines, size_t first)
{
	const struct read_line *items = lines->items;
	const char *words = "";

	for (size_t i = first; i < lines->count; i++) {
		const char *page = web_words(mine->request, choice_label(read_pages, items[i].page));

		if (is_same(&items[i], &items[first]) && strstr(words, page) == NULL)
			words = arena_print(mine->arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ", page);
	}
	return words;
}

static bool was_told(const struct records *lines, size_t at)
{
	const struct read_line *items = lines->items;

	for (size_t i = 0; i < at; i++)
		if (is_same(&items[i], &items[at]))
			return true;
	return false;
}

static void tell(const struct mine *mine, const struct records *lines, size_t at, struct records *days)
{
	const struct read_line *line = &((const struct read_line *)lines->items)[at];
	struct date day = clock_day_of(line->read_at);
	struct mine_reads *shown = days->items;

	if (days->count == 0 || shown[days->count - 1].day.day != day.day)
		shown[days->count++] = (struct mine_reads){
			.day = day,
			.lines = { .items = ARENA_MANY(mine->arena, lines->count, const char *) },
		};
	shown = &shown[days->count - 1];
	shown->lines.items[shown->lines.count++] =
		arena_print(mine->arena, "%s: %s", reader_words(mine, line), pages_words(mine, lines, at));
}

enum status mine_make_reads(struct mine *mine)
{
	const struct reads_asked asked = { mine->journal->register_id, mine->person, { 0 } };
	struct records lines, *days = &mine->view->reads, *earlier = &mine->view->earlier_reads;
	enum status status =
		reads_of(web_visitor(mine->request)->web->db, &asked, mine->arena, &lines, mine->fault);

	if (status)
		return status;
	*days = records_new(&mine_reads_record, lines.count, mine->arena);
	days->count = 0;
	for (size_t i = 0; i < lines.count; i++)
		if (!was_told(&lines, i))
			tell(mine, &lines, i, days);
	if (days->count > DAYS_ON_PAPER) {
		*earlier = (struct records){ (struct mine_reads *)days->items + DAYS_ON_PAPER,
			                     days->count - DAYS_ON_PAPER };
		days->count = DAYS_ON_PAPER;
	}
	return OK;
}
