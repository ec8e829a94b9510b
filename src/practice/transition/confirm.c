/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/transition/confirm.h"

#include "platform/base/words.h"

static const struct field handover_confirmed_fields[] = {
	FIELD(struct handover_confirmed, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct handover_confirmed, assignment, .label = WORDS("Toewijzing"), .required = true),
	FIELD(struct handover_confirmed, confirmed_on, .label = WORDS("Kennisgemaakt op"), .required = true),
	FIELD(struct handover_confirmed, handover, .flags = FIELD_BY_DOOR),
};
const struct record handover_confirmed_record =
	RECORD(struct handover_confirmed, "handover_confirmed", handover_confirmed_fields);

static bool confirms_a_handover(const void *item)
{
	return ((const struct handover_confirmed *)item)->situation.is_due;
}

static bool confirms_on_its_day(const void *item)
{
	const struct handover_confirmed *confirmed = item;
	const struct confirm_situation *situation = &confirmed->situation;

	return !situation->is_due || (!date_before(confirmed->confirmed_on, situation->handed_on) &&
	                              !date_before(situation->today, confirmed->confirmed_on));
}

const struct journal_rule confirm_rules[CONFIRM_RULES_COUNT] = {
	{ "confirm-handover", "assignment",
	  WORDS("Van deze toewijzing is geen overdracht die nog bevestigd moet worden."), "",
	  confirms_a_handover },
	{ "confirm-day", "confirmed_on", WORDS("Kies een dag vanaf de overdracht en tot en met vandaag."), "",
	  confirms_on_its_day },
};
