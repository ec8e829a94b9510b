/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/claim_words.h"

#include <string.h>

#include "contract/claim/volume.h"
#include "platform/page/spelling.h"

#define MONTH_CHARS 7 /* "2023-04" */

const char *month_words(const struct http_request *request, struct date month)
{
	const struct spelling spelling = spelling_new(web_visitor(request)->language);
	char words[SPELLING_SIZE];
	int year, number, day;

	date_parts(month, &year, &number, &day);
	(void)spelling_date(&spelling, date_of(year, number, 1), words);
	return arena_copy(request->arena, strchr(words, ' ') == NULL ? words : strchr(words, ' ') + 1);
}

const char *month_code(const struct http_request *request, struct date month)
{
	char day[DATE_TEXT_SIZE];

	return arena_print(request->arena, "%.7s", date_print(month, day));
}

struct date month_asked(const struct http_request *request)
{
	const char *asked = or_empty(pairs_get(&request->query, "month"));
	struct date month = { 0 };

	if (strlen(asked) < MONTH_CHARS || !date_read(arena_print(request->arena, "%.7s-01", asked), &month))
		return (struct date){ 0 };
	return month;
}

struct date month_before(struct date month)
{
	return claim_month_of(date_add_days(claim_month_of(month).from, -1)).from;
}
