/* SPDX-License-Identifier: EUPL-1.2 */
/* What the parties of an agreement signed after a tender, as its page shows it. */
#include "common/calendar/calendar.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement_view.h"
#include "contract/agreement/made.h"
#include "contract/tariff/tariff_store.h"
#include "platform/base/words.h"

static const struct field line_fields[] = {
	FIELD(struct agreement_made_line, label),     FIELD(struct agreement_made_line, tender),
	FIELD(struct agreement_made_line, outcome),   FIELD(struct agreement_made_line, lot),
	FIELD(struct agreement_made_line, options),   FIELD(struct agreement_made_line, signed_on),
	FIELD(struct agreement_made_line, from),      FIELD(struct agreement_made_line, last_day),
	FIELD(struct agreement_made_line, paid_from),
};
const struct record agreement_made_line_record =
	RECORD(struct agreement_made_line, "agreement_made_line", line_fields);

/* "1 januari 2022": the last days of the extensions that were left when it was signed. */
static const char *options_words(const struct standing *standing, const char *lines)
{
	const struct texts days = lane_change_names(lines, standing->arena);
	const char *words = "";
	struct date day;

	for (size_t i = 0; i < days.count; i++)
		if (date_read(days.items[i], &day))
			words = arena_print(standing->arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
			                    calendar_date_words(date_last_day(day), standing->language, false,
			                                        standing->arena));
	return words;
}

/* From which day the tariffs hold that were set when it was signed; no date: none were. */
static struct date paid_from(const struct records *history, int64_t set_by)
{
	const struct tariff_held *held = history->items;

	for (size_t i = 0; i < history->count; i++)
		if (set_by != 0 && held[i].fact == set_by)
			return held[i].valid_from;
	return (struct date){ 0 };
}

enum status show_made(const struct making *making, struct fault *fault)
{
	const struct standing *standing = making->standing;
	struct journal *journal = &web_visitor(making->request)->journal;
	const char *agreement = standing->agreement->name;
	struct records made = { 0 }, history = { 0 };
	enum status status = made_of(journal, agreement, standing->on, &made, fault);
	const struct made_line *line = made.items;

	if (status == OK)
		status = tariffs_history(journal, agreement, &history, fault);
	making->view->made = records_new(&agreement_made_line_record, made.count, standing->arena);
	for (size_t i = 0; status == OK && i < made.count; i++) {
		const struct scheme_lot *lot =
			check_find(&standing->ahead->lots, &scheme_lot_record, line[i].lot);

		((struct agreement_made_line *)making->view->made.items)[i] = (struct agreement_made_line){
			.label = standing_label(standing->ahead, line[i].party),
			.tender = line[i].tender,
			.outcome = arena_print(standing->arena, "/tenders/%s/outcome", line[i].tender),
			.lot = lot == NULL ? line[i].lot : lot->label,
			.options = options_words(standing, line[i].options),
			.signed_on = line[i].signed_on,
			.from = line[i].valid_from,
			.last_day = date_last_day(line[i].valid_until),
			.paid_from = paid_from(&history, line[i].set_by),
		};
	}
	return status;
}
