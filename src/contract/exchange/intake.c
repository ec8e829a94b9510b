/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/intake.h"

#include "common/lane/lane_store.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#define PRODUCTS_BYTES ((size_t)64 * 1024)

const struct choice intake_reasons[] = {
	{ "staff", WORDS("wij hebben te weinig medewerkers") },
	{ "places", WORDS("alle plaatsen zijn bezet") },
	{ "quality", WORDS("wij willen eerst de kwaliteit op orde") },
	{ "other", WORDS("een andere reden") },
	{ NULL, NULL },
};

/* --- closed --- */

static const struct field intake_closed_fields[] = {
	FIELD(struct intake_closed, products, .label = WORDS("Voor welke ondersteuning?"),
	      .hint = WORDS("Kies niets als het voor alles geldt.")),
	FIELD(struct intake_closed, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct intake_closed, last_day, .label = WORDS("Tot en met"),
	      .hint = WORDS("Laat leeg als dat nog niet bekend is.")),
	FIELD(struct intake_closed, reason, .label = WORDS("Waarom?"), .required = true,
	      .choices = intake_reasons),
	FIELD(struct intake_closed, words, .label = WORDS("Wat moet de gemeente nog weten?"),
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct intake_closed, party, .flags = FIELD_BY_DOOR),
};
static const struct record intake_closed_record =
	RECORD(struct intake_closed, "intake_closed", intake_closed_fields);

static enum status prepare_closed(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct intake_closed *closed = fact->item;

	(void)findings, (void)fault;
	closed->party = or_empty(journal->party);
	closed->today = clock_today(journal->clock);
	fact->valid_on = closed->from;
	return OK;
}

/* What was asked before today was answered by what was known then. */
static bool closes_ahead(const void *item)
{
	const struct intake_closed *closed = item;

	return !date_before(closed->from, closed->today);
}

static bool ends_after_begin(const void *item)
{
	const struct intake_closed *closed = item;

	return !date_is(closed->last_day) || !date_before(closed->last_day, closed->from);
}

const struct journal_rule intake_closed_rules[INTAKE_CLOSED_RULES_COUNT] = {
	{ "intake-from", "from", WORDS("Een cliëntenstop begint vandaag of later."), "", closes_ahead },
	{ "intake-until", "last_day", WORDS("De laatste dag ligt voor de eerste dag."), "",
	  ends_after_begin },
};

static enum status apply_closed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	CLEANUP(text_done) struct text products = text_new(PRODUCTS_BYTES);
	const struct intake_closed *closed = fact->item;
	const struct date until = date_until(closed->last_day);

	(void)arena;
	for (size_t i = 0; i < closed->products.count; i++)
		text_print(&products, "%s%s", i == 0 ? "" : "\n", closed->products.items[i]);
	return lane_intake_close(db, register_id,
	                         &(struct lane_intake){ .party = closed->party,
	                                                .fact = fact->fact,
	                                                .products = text_words(&products),
	                                                .valid_from = closed->from,
	                                                .valid_until = until,
	                                                .reason = closed->reason,
	                                                .words = closed->words },
	                         fault);
}

const struct journal_kind intake_closed_kind = {
	.name = "intake_closed",
	.title = WORDS("Cliëntenstop melden"),
	.done = WORDS("Aanbieder meldt een cliëntenstop"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &intake_closed_record,
	.prepare = prepare_closed,
	.rules = intake_closed_rules,
	.rules_count = INTAKE_CLOSED_RULES_COUNT,
	.apply = apply_closed,
};

/* --- opened --- */

static const struct field intake_opened_fields[] = {
	FIELD(struct intake_opened, from, .label = WORDS("Vanaf wanneer neemt u weer nieuwe cliënten aan?"),
	      .required = true),
	FIELD(struct intake_opened, party, .flags = FIELD_BY_DOOR),
};
static const struct record intake_opened_record =
	RECORD(struct intake_opened, "intake_opened", intake_opened_fields);

static enum status prepare_opened(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct intake_opened *opened = fact->item;
	struct records intakes = { 0 };
	enum status status;

	(void)findings;
	opened->party = or_empty(journal->party);
	opened->today = clock_today(journal->clock);
	fact->valid_on = opened->from;
	status = lane_intakes_after(
		journal->db,
		&(struct lane_intakes_asked){ journal->register_id, opened->party, opened->from },
		journal->arena, &intakes, fault);
	opened->is_closed = status == OK && intakes.count > 0;
	return status;
}

static bool opens_ahead(const void *item)
{
	const struct intake_opened *opened = item;

	return !date_before(opened->from, opened->today);
}

static bool is_closed(const void *item)
{
	return ((const struct intake_opened *)item)->is_closed;
}

const struct journal_rule intake_opened_rules[INTAKE_OPENED_RULES_COUNT] = {
	{ "intake-opens", "from", WORDS("Deze dag is al voorbij. Kies vandaag of later."), "", opens_ahead },
	{ "intake-closed", "from", WORDS("Er is na deze dag geen cliëntenstop. Er hoeft niets te gebeuren."),
	  "", is_closed },
};

static enum status apply_opened(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct intake_opened *opened = fact->item;

	(void)arena;
	return lane_intake_open(db, register_id, opened->party, opened->from, fault);
}

const struct journal_kind intake_opened_kind = {
	.name = "intake_opened",
	.title = WORDS("Weer nieuwe cliënten aannemen"),
	.done = WORDS("Aanbieder neemt weer nieuwe cliënten aan"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_DELIVER,
	.record = &intake_opened_record,
	.prepare = prepare_opened,
	.rules = intake_opened_rules,
	.rules_count = INTAKE_OPENED_RULES_COUNT,
	.apply = apply_opened,
};
