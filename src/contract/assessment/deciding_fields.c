/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands in the facts from consensus to standstill. */
#include "common/calendar/calendar.h"
#include "common/document/letter.h"
#include "contract/assessment/deciding.h"
#include "platform/base/words.h"

#define TENDER .label = WORDS("Aanbesteding"), .required = true, .max_chars = 40
#define MOTIVATION_CHARS 4000

const struct choice award_letter_ways[] = {
	{ "platform", WORDS("berichtenbox van het aanbestedingsplatform") },
	{ "post", WORDS("aangetekende post") },
	{ "page", WORDS("eigen pagina van de inschrijver") },
	{ NULL, NULL },
};

/* Those of contract/tender, and why a bid was never judged. */
const struct choice award_outcomes[] = {
	{ "awarded", WORDS("gegund") },
	{ "knocked_out", WORDS("afgevallen op een criterium") },
	{ "below_threshold", WORDS("een criterium onder de drempel") },
	{ "mean_below_threshold", WORDS("het gewogen gemiddelde onder de drempel") },
	{ "outranked", WORDS("anderen hadden meer") },
	{ AWARD_LATE, WORDS("te laat ingediend") },
	{ AWARD_UNREAD, WORDS("niet te openen") },
	{ NULL, NULL },
};

static const struct field consensus_fields[] = {
	FIELD(struct consensus_reached, tender, TENDER),
	FIELD(struct consensus_reached, bid, .label = WORDS("Nummer van de inschrijving"), .required = true),
	FIELD(struct consensus_reached, criterion, .label = WORDS("Criterium"), .required = true),
	FIELD(struct consensus_reached, mark, .label = WORDS("Gezamenlijk cijfer"), .required = true,
	      .max_chars = 12),
	FIELD(struct consensus_reached, motivation, .label = WORDS("Motivering"), .required = true,
	      .hint = WORDS("De inschrijver leest dit in de brief."), .flags = FIELD_LONG,
	      .max_chars = MOTIVATION_CHARS),
	FIELD(struct consensus_reached, present, .label = WORDS("Wie zaten er aan tafel?")),
	FIELD(struct consensus_reached, lot, .flags = FIELD_BY_DOOR),
	FIELD(struct consensus_reached, round, .flags = FIELD_BY_DOOR),
};
const struct record consensus_reached_record =
	RECORD(struct consensus_reached, "consensus_reached", consensus_fields);

static const struct field frozen_fields[] = {
	FIELD(struct marks_frozen, tender, TENDER),
	FIELD(struct marks_frozen, round, .flags = FIELD_BY_DOOR),
	FIELD(struct marks_frozen, marks, .flags = FIELD_BY_DOOR),
};
const struct record marks_frozen_record = RECORD(struct marks_frozen, "marks_frozen", frozen_fields);

static const struct field result_fields[] = {
	FIELD(struct award_result, bid),
	FIELD(struct award_result, bidder),
	FIELD(struct award_result, lot),
	FIELD(struct award_result, why, .choices = award_outcomes),
	FIELD(struct award_result, criterion),
	FIELD(struct award_result, mark),
	FIELD(struct award_result, mean),
	FIELD(struct award_result, rank),
	FIELD(struct award_result, words, .max_chars = 1000),
};
const struct record award_result_record = RECORD(struct award_result, "award_result", result_fields);

static const struct field decided_fields[] = {
	FIELD(struct award_decided, tender, TENDER),
	FIELD(struct award_decided, characteristics,
	      .label = WORDS("Kenmerken en voordelen van de gekozen inschrijvingen"), .required = true,
	      .hint = WORDS("Elke inschrijver leest dit in de brief: waarin waren de gekozen plannen beter?"),
	      .flags = FIELD_LONG, .max_chars = MOTIVATION_CHARS),
	FIELD(struct award_decided, send_on, .label = WORDS("Dag waarop alle brieven weggaan"),
	      .required = true),
	FIELD(struct award_decided, round, .flags = FIELD_BY_DOOR),
	FIELD(struct award_decided, rule, .flags = FIELD_BY_DOOR),
	FIELD(struct award_decided, threshold, .flags = FIELD_BY_DOOR),
	FIELD(struct award_decided, last_day, .flags = FIELD_BY_DOOR),
	FIELD(struct award_decided, results, .of = &award_result_record, .flags = FIELD_BY_DOOR),
};
const struct record award_decided_record = RECORD(struct award_decided, "award_decided", decided_fields);

static const struct field letter_fields[] = {
	FIELD(struct award_letter, tender, TENDER),
	FIELD(struct award_letter, bid, .label = WORDS("Nummer van de inschrijving"), .required = true),
	FIELD(struct award_letter, round, .label = WORDS("Ronde"), .required = true),
	FIELD(struct award_letter, bidder, .label = WORDS("Inschrijver")),
	FIELD(struct award_letter, lot, .label = WORDS("Perceel"), .required = true),
	FIELD(struct award_letter, why, .label = WORDS("Uitkomst"), .required = true,
	      .choices = award_outcomes),
	FIELD(struct award_letter, dated, .label = WORDS("Datum van de brief"), .required = true),
	FIELD(struct award_letter, subject, .label = WORDS("Onderwerp"), .required = true),
	FIELD(struct award_letter, blocks, .label = WORDS("Inhoud"), .required = true,
	      .of = &letter_block_record),
};
const struct record award_letter_record = RECORD(struct award_letter, "award_letter", letter_fields);

static const struct field sent_fields[] = {
	FIELD(struct award_letter_sent, tender, TENDER),
	FIELD(struct award_letter_sent, bid, .label = WORDS("Nummer van de inschrijving"), .required = true),
	FIELD(struct award_letter_sent, sent_on, .label = WORDS("Verstuurd op"), .required = true),
	FIELD(struct award_letter_sent, how, .label = WORDS("Waarmee is de brief verstuurd?"),
	      .required = true, .choices = award_letter_ways),
	FIELD(struct award_letter_sent, round, .flags = FIELD_BY_DOOR),
};
const struct record award_letter_sent_record =
	RECORD(struct award_letter_sent, "award_letter_sent", sent_fields);

static const struct field standstill_fields[] = {
	FIELD(struct standstill_begun, tender, TENDER),
	FIELD(struct standstill_begun, round, .label = WORDS("Ronde"), .required = true),
	FIELD(struct standstill_begun, from, .label = WORDS("Laatste brief verstuurd op"), .required = true),
	FIELD(struct standstill_begun, until, .label = WORDS("Laatste dag van de wachttijd"),
	      .required = true),
	FIELD(struct standstill_begun, steps, .of = &term_step_record),
};
const struct record standstill_begun_record =
	RECORD(struct standstill_begun, "standstill_begun", standstill_fields);
