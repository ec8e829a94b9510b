/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "investigation_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"
#include "practice/investigation/investigation.h"
#include "practice/investigation/topic.h"

enum status investigation_step_of(struct journal *journal, int64_t report,
                                  struct investigation_step *ret_step, int64_t *ret_person,
                                  struct fault *fault)
{
	struct investigation_outcome outcome;
	struct report_line line;
	enum status status = desk_report(journal, report, &line, fault);

	*ret_step = (struct investigation_step){ .today = clock_today(journal->clock),
		                                 .received_on = line.received_on,
		                                 .is_known_report = status == OK };
	*ret_person = line.person;
	if (status == OK)
		status = investigation_of(journal, report, &outcome, fault);
	ret_step->is_concluded = ret_step->is_known_report && status == OK;
	return status == NOT_FOUND ? OK : status;
}

enum status investigation_topics_of(struct journal *journal, int64_t report, struct records *ret_lines,
                                    struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_investigation_topics_of, values, COUNT(values),
	               &(struct db_list){ &topic_line_record, journal->arena, ret_lines }, fault);
}

static bool is_of(const struct topic_line *line, const char *topic, const char *life_domain)
{
	return strcmp(line->topic, topic) == 0 &&
	       strcmp(or_empty(line->life_domain), or_empty(life_domain)) == 0;
}

static enum status prepare_opened(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct topic_opened *opened = fact->item;
	const struct topic_line *lines;
	struct records topics;
	enum status status =
		investigation_step_of(journal, opened->report, &opened->step, &opened->person, fault);

	(void)findings;
	fact->valid_on = opened->opened_on;
	if (status == OK)
		status = investigation_topics_of(journal, opened->report, &topics, fault);
	if (status)
		return status;
	lines = topics.items;
	for (size_t i = 0; i < topics.count; i++) {
		opened->is_open = opened->is_open || is_of(&lines[i], opened->topic, opened->life_domain);
		opened->is_need_copied = opened->is_need_copied || strcmp(lines[i].need, opened->need) == 0;
	}
	opened->is_need_copied = opened->is_need_copied && !opened->is_open;
	return OK;
}

static enum status apply_opened(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct topic_opened *opened = fact->item;
	const struct value values[] = {
		value_number(register_id),     value_number(opened->report),
		value_text(opened->topic),     value_text_or_empty(opened->life_domain),
		value_number(fact->fact),      value_number(opened->person),
		value_date(opened->opened_on), value_text(opened->need),
	};

	(void)arena;
	return db_run(db, &sql_investigation_open_topic, values, COUNT(values), fault);
}

const struct journal_kind topic_opened_kind = {
	.name = "topic_opened",
	.title = WORDS("Onderwerp van het onderzoek openen"),
	.done = WORDS("Onderwerp van het onderzoek geopend"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &topic_opened_record,
	.prepare = prepare_opened,
	.rules = topic_opened_rules,
	.rules_count = TOPIC_OPENED_RULES_COUNT,
	.apply = apply_opened,
	.page = "/clients/{person}/investigation",
};

static enum status prepare_examined(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct topic_examined *examined = fact->item;
	const struct topic_line *lines;
	struct records topics;
	enum status status =
		investigation_step_of(journal, examined->report, &examined->step, &examined->person, fault);

	(void)findings;
	fact->valid_on = examined->examined_on;
	if (status == OK)
		status = investigation_topics_of(journal, examined->report, &topics, fault);
	if (status)
		return status;
	lines = topics.items;
	for (size_t i = 0; i < topics.count; i++)
		examined->is_open =
			examined->is_open || is_of(&lines[i], examined->topic, examined->life_domain);
	return OK;
}

static enum status apply_examined(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct topic_examined *examined = fact->item;
	const struct value values[] = {
		value_number(register_id),         value_number(examined->report),
		value_text(examined->topic),       value_text_or_empty(examined->life_domain),
		value_date(examined->examined_on), value_text(examined->found),
	};

	(void)arena;
	return db_run(db, &sql_investigation_examine_topic, values, COUNT(values), fault);
}

const struct journal_kind topic_examined_kind = {
	.name = "topic_examined",
	.title = WORDS("Onderwerp van het onderzoek bespreken"),
	.done = WORDS("Onderwerp van het onderzoek besproken"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &topic_examined_record,
	.prepare = prepare_examined,
	.rules = topic_examined_rules,
	.rules_count = TOPIC_EXAMINED_RULES_COUNT,
	.apply = apply_examined,
	.page = "/clients/{person}/investigation",
};
