/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/billing/draft.h"

#include <string.h>

#define MINUTES_IN_HOUR 60

static const struct field billed_line_fields[] = {
	FIELD(struct billed_line, fact),        FIELD(struct billed_line, number),
	FIELD(struct billed_line, assignment),  FIELD(struct billed_line, reference),
	FIELD(struct billed_line, previous),    FIELD(struct billed_line, category),
	FIELD(struct billed_line, code),        FIELD(struct billed_line, first_day),
	FIELD(struct billed_line, last_day),    FIELD(struct billed_line, volume),
	FIELD(struct billed_line, unit),        FIELD(struct billed_line, tariff),
	FIELD(struct billed_line, amount),      FIELD(struct billed_line, is_credit),
	FIELD(struct billed_line, answered_on), FIELD(struct billed_line, claim_codes),
	FIELD(struct billed_line, codes),
};
const struct record billed_line_record = RECORD(struct billed_line, "billed_line", billed_line_fields);

enum billed_state billed_state_of(const struct billed_line *line)
{
	if (!date_is(line->answered_on))
		return BILLED_WAITS;
	return has_words(line->claim_codes) || has_words(line->codes) ? BILLED_REFUSED : BILLED_GRANTED;
}

/* Whether a credit that was not refused takes the line back. */
static bool is_taken_back(const struct records *lines, const struct billed_line *debit)
{
	const struct billed_line *line = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		if (line[i].is_credit && strcmp(line[i].previous, debit->reference) == 0 &&
		    billed_state_of(&line[i]) != BILLED_REFUSED)
			return true;
	return false;
}

const struct billed_line *billed_standing(const struct records *lines, struct claim_period period)
{
	const struct billed_line *line = lines->items, *standing = NULL;

	for (size_t i = 0; i < lines->count; i++)
		if (!line[i].is_credit && line[i].first_day.day >= period.from.day &&
		    line[i].first_day.day < period.until.day && !is_taken_back(lines, &line[i]))
			standing = &line[i];
	return standing;
}

static bool is_same(const struct billed_line *standing, const struct claim_line *wanted)
{
	return standing->first_day.day == wanted->period.from.day &&
	       standing->last_day.day == wanted->period.until.day - 1 &&
	       strcmp(standing->category, wanted->category) == 0 &&
	       strcmp(standing->code, wanted->code) == 0 && standing->volume == wanted->volume &&
	       standing->unit == (int64_t)wanted->unit && standing->tariff == wanted->tariff &&
	       standing->amount == wanted->amount;
}

enum draft_step draft_step_of(const struct billed_line *standing, const struct claim_line *wanted)
{
	bool is_something = wanted->volume > 0, is_unchanged;

	if (standing == NULL)
		return is_something ? DRAFT_CLAIM : DRAFT_NOTHING;
	is_unchanged = is_something && is_same(standing, wanted);
	switch (billed_state_of(standing)) {
	case BILLED_WAITS:
		return is_unchanged ? DRAFT_NOTHING : DRAFT_WAIT;
	case BILLED_REFUSED:
		if (!is_something)
			return DRAFT_NOTHING;
		return is_unchanged ? DRAFT_UNCHANGED : DRAFT_CLAIM;
	case BILLED_GRANTED:
		break;
	}
	if (is_unchanged)
		return DRAFT_NOTHING;
	return is_something ? DRAFT_CORRECT : DRAFT_TAKE_BACK;
}

int64_t draft_volume(int64_t delivered, enum claim_unit unit)
{
	int64_t hours = (delivered + MINUTES_IN_HOUR / 2) / MINUTES_IN_HOUR;

	if (unit != CLAIM_HOUR || delivered == 0)
		return delivered;
	return hours == 0 ? 1 : hours;
}
