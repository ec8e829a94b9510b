/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/again.h"

#include <string.h>

#include "common/document/kept.h"
#include "platform/base/words.h"
#include "traffic_sql.h"

static const struct field again_fields[] = {
	FIELD(struct message_again_asked, message, .label = WORDS("Bericht"), .required = true),
	FIELD(struct message_again_asked, person, .flags = FIELD_BY_DOOR),
};
static const struct record again_record =
	RECORD(struct message_again_asked, "message_again_asked", again_fields);

bool again_may_leave(const struct traffic_line *line)
{
	return strcmp(line->direction, "out") == 0 && line->asked_again == 0 &&
	       (strcmp(line->state, "waiting") == 0 || strcmp(line->state, "answer") == 0);
}

static enum status prepare_again(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct message_again_asked *again = fact->item;
	struct traffic_line line = { 0 };
	struct kept kept = { 0 };
	enum status status = traffic_of(journal, again->message, &line, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	status = kept_of(journal, again->message / 2, again->message % 2, &kept, fault);
	again->person = line.person;
	again->is_ours = strcmp(line.direction, "out") == 0;
	again->is_unanswered = strcmp(line.state, "waiting") == 0 || strcmp(line.state, "answer") == 0;
	again->is_first = line.asked_again == 0;
	again->is_kept = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static bool is_ours(const void *item)
{
	return ((const struct message_again_asked *)item)->is_ours;
}

static bool is_unanswered(const void *item)
{
	const struct message_again_asked *again = item;

	return !again->is_ours || again->is_unanswered;
}

static bool is_kept(const void *item)
{
	const struct message_again_asked *again = item;

	return !again->is_ours || !again->is_unanswered || again->is_kept;
}

static bool is_first(const void *item)
{
	const struct message_again_asked *again = item;

	return !again->is_ours || again->is_first;
}

const struct journal_rule again_rules[AGAIN_RULES_COUNT] = {
	{ "again-ours", "message", WORDS("Er is geen bericht met dit nummer dat wij verstuurden."), "",
	  is_ours },
	{ "again-answered", "message",
	  WORDS("Op dit bericht is al antwoord gekomen. Het hoeft niet nog een keer."), "iWmo 3.2, OP090",
	  is_unanswered },
	{ "again-kept", "message",
	  WORDS("Dit bericht is niet bewaard zoals het wegging. Het kan niet precies zo nog een keer weg."),
	  "iWmo 3.2, TR056", is_kept },
	{ "again-waits", "message", WORDS("Dit bericht gaat al opnieuw weg."), "", is_first },
};

static enum status apply_again(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct message_again_asked *again = fact->item;
	const struct value values[] = { value_number(register_id), value_number(again->message),
		                        value_number(fact->fact), value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_exchange_traffic_ask_again, values, COUNT(values), fault);
}

const struct journal_kind message_again_asked_kind = {
	.name = "message_again_asked",
	.title = WORDS("Bericht opnieuw versturen"),
	.done = WORDS("Het bericht gaat opnieuw weg"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_EXCHANGE,
	.record = &again_record,
	.prepare = prepare_again,
	.rules = again_rules,
	.rules_count = AGAIN_RULES_COUNT,
	.apply = apply_again,
	.page = "/messages/{message}",
};

/* --- it left --- */

static const struct field sent_again_fields[] = {
	FIELD(struct message_sent_again, message, .required = true),
	FIELD(struct message_sent_again, person),
};
static const struct record sent_again_record =
	RECORD(struct message_sent_again, "message_sent_again", sent_again_fields);

static enum status prepare_sent_again(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	(void)findings;
	(void)fault;
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

static enum status apply_sent_again(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct message_sent_again *sent = fact->item;
	const struct value values[] = { value_number(register_id), value_number(sent->message),
		                        value_date(clock_day_of(fact->recorded_at)) };

	(void)arena;
	return db_run(db, &sql_exchange_traffic_left_again, values, COUNT(values), fault);
}

const struct journal_kind message_sent_again_kind = {
	.name = "message_sent_again",
	.title = WORDS("Bericht opnieuw verstuurd"),
	.done = WORDS("Bericht opnieuw verstuurd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &sent_again_record,
	.prepare = prepare_sent_again,
	.apply = apply_sent_again,
};
