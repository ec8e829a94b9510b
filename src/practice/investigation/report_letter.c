/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/report_letter.h"

#include "common/calendar/calendar.h"
#include "common/document/letter_words.h"
#include "common/scheme/scheme_book.h"
#include "practice/investigation/help.h"
#include "practice/investigation/investigation.h"
#include "practice/investigation/topic.h"

/* A list of the letter, while it grows. */
struct growing {
	struct letter_values *items;
	size_t count;
};

static struct growing room_for(const struct journal *journal, size_t count)
{
	return (struct growing){ ARENA_MANY(journal->arena, count + 1, struct letter_values), 0 };
}

static struct growing findings_of(const struct journal *journal, const struct investigation *investigation)
{
	const struct {
		const char *topic, *words;
	} found[] = {
		{ "Wat is er nodig?", investigation->needs },
		{ "Wat kunt u zelf, en wat kunnen uw huisgenoten?", investigation->own_strength },
		{ "Wie kan u helpen?", investigation->network },
		{ "Wat is er in de buurt?", investigation->general_provisions },
	};
	struct growing list = room_for(journal, COUNT(found));

	for (size_t i = 0; i < COUNT(found); i++) {
		if (!has_words(found[i].words))
			continue;
		letter_value(&list.items[list.count], "topic", found[i].topic);
		letter_value(&list.items[list.count++], "words", found[i].words);
	}
	return list;
}

/* Each opened topic with why it was asked: what is not there was not asked. */
static enum status topics_of(struct journal *journal, const struct investigation *investigation,
                             struct growing *ret_list, struct fault *fault)
{
	struct records topics = { 0 };
	const struct topic_line *lines;
	enum status status = investigation_topics_of(journal, investigation->report, &topics, fault);

	*ret_list = room_for(journal, topics.count);
	lines = topics.items;
	for (size_t i = 0; status == OK && i < topics.count; i++) {
		struct letter_values *values = &ret_list->items[ret_list->count++];
		const char *label = choice_label(investigation_topics, lines[i].topic);

		if (has_words(lines[i].life_domain))
			label = arena_print(journal->arena, "%s, %s", label,
			                    choice_label(investigation_life_domains, lines[i].life_domain));
		letter_value(values, "topic", label);
		letter_value(values, "need", lines[i].need);
		letter_value(values, "found",
		             has_words(lines[i].found)
		                     ? arena_print(journal->arena, "Besproken: %s", lines[i].found)
		                     : "");
	}
	return status;
}

static enum status help_of(struct journal *journal, const struct investigation *investigation,
                           struct growing *ret_list, struct fault *fault)
{
	struct records help = { 0 };
	const struct help_line *lines;
	enum status status = help_of_person(journal, investigation->person, &help, fault);

	*ret_list = room_for(journal, help.count);
	lines = help.items;
	for (size_t i = 0; status == OK && i < help.count; i++) {
		struct letter_values *values = &ret_list->items[ret_list->count];

		if (lines[i].report != investigation->report)
			continue;
		ret_list->count++;
		letter_value(values, "who", lines[i].who);
		letter_value(values, "what", lines[i].what);
		letter_value(values, "how_often", lines[i].how_often);
		letter_value(values, "review_on",
		             calendar_date_words(lines[i].review_on, "nl", false, journal->arena));
	}
	return status;
}

static struct growing lines_of(const struct journal *journal, const struct investigation *investigation)
{
	const struct investigation_line *lines = investigation->lines.items;
	struct growing list = room_for(journal, investigation->lines.count);

	for (size_t i = 0; i < investigation->lines.count; i++) {
		const struct scheme_product *product =
			scheme_book_product(journal->schemes, journal->register_id, lines[i].product);

		if (product == NULL)
			continue;
		letter_value(&list.items[list.count], "product", product->label);
		letter_value(&list.items[list.count++], "amount",
		             scheme_amount_words(lines[i].amount, product->unit, product->frequency, "nl",
		                                 journal->arena));
	}
	return list;
}

enum status investigation_write_report(struct journal *journal, const struct journal_fact *cause, void *item,
                                       bool *ret_follows, struct fault *fault)
{
	const struct investigation *investigation = cause->item;
	const struct growing findings = findings_of(journal, investigation),
			     lines = lines_of(journal, investigation);
	struct growing topics, help;
	struct letter_values values = { 0 };
	enum status status = topics_of(journal, investigation, &topics, fault);

	if (status == OK)
		status = help_of(journal, investigation, &help, fault);
	if (status)
		return status;
	letter_begin(item, "report", cause, investigation->concluded_on, "Het verslag van ons gesprek",
	             journal->arena);
	letter_value(&values, "concluded_on",
	             calendar_date_words(investigation->concluded_on, "nl", false, journal->arena));
	letter_value(&values, "conclusion", investigation->conclusion);
	letter_value(&values, "own_plan", investigation->own_plan);
	letter_value(&values, "has_help", help.count > 0 ? "ja" : "");
	letter_value(&values, "has_topics", topics.count > 0 ? "ja" : "");
	letter_value(&values, "has_lines", lines.count > 0 ? "ja" : "");
	{
		const struct letter_list lists[] = {
			{ "findings", "finding", findings.items, findings.count },
			{ "help", "report_help", help.items, help.count },
			{ "topics", "report_topic", topics.items, topics.count },
			{ "lines", "report_line", lines.items, lines.count },
		};

		*ret_follows = true;
		return letter_fill(journal, item, "report",
		                   &(struct letter_filling){ &values, lists, COUNT(lists) }, fault);
	}
}
