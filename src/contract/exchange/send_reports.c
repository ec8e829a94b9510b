/* SPDX-License-Identifier: EUPL-1.2 */
/* In a provider's own register: what was said of a municipality's order leaves, each in a message of its own.
 */
#include <string.h>

#include "contract/exchange/compose.h"
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/order_received.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

/* The start that a report is, or that it ends. */
static enum status find_start(struct journal *journal, const struct report_waiting *report,
                              struct date *ret_begins_on, struct fault *fault)
{
	struct records reports = { 0 };
	const struct report_line *items;
	enum status status = reports_of(journal, report->assignment, &reports, fault);

	items = reports.items;
	for (size_t i = 0; status == OK && i < reports.count && items[i].fact <= report->fact; i++)
		if (strcmp(items[i].sort, "started") == 0 || strcmp(items[i].sort, "resumed") == 0)
			*ret_begins_on = items[i].from_day;
	return status;
}

/* The message that deletes a report which left before. */
static struct told_report deletion_of(const struct report_waiting *report)
{
	if (strcmp(report->undoes, REPORT_UNDOES_START) == 0)
		return (struct told_report){ .code = "WMO305",
			                     .begins_on = report->undoes_start,
			                     .is_deletion = true };
	return (struct told_report){ .code = "WMO307",
		                     .begins_on = report->undoes_start,
		                     .reason = report->undoes,
		                     .ends_on = date_add_days(report->undoes_day, -1),
		                     .is_deletion = true };
}

static struct told_report told_of(const struct report_waiting *report, struct date begins_on)
{
	bool is_pause = strcmp(report->sort, "paused") == 0;

	if (has_words(report->undoes))
		return deletion_of(report);
	if (!is_pause && strcmp(report->sort, "stopped") != 0)
		return (struct told_report){ .code = "WMO305", .begins_on = begins_on };
	return (struct told_report){ .code = "WMO307",
		                     .begins_on = begins_on,
		                     .reason = is_pause ? MESSAGE_STOP_FOR_A_WHILE : report->reason,
		                     .ends_on = date_add_days(report->from_day, -1) };
}

static enum status append_sent(struct journal *journal, int64_t person, const struct report_waiting *report,
                               const char *identification, const struct text *xml, struct fault *fault)
{
	struct report_sent sent = { person, report->assignment, report->fact, identification };
	const struct leaving leaving = { .sort = arena_print(journal->arena, "WMO%.3s", identification),
		                         .identification = identification,
		                         .xml = xml,
		                         .kind = &report_sent_kind,
		                         .items = &sent,
		                         .size = sizeof(sent),
		                         .count = 1 };

	return round_append_left(journal, &leaving, fault);
}

/* The file first, then the fact, as for orders: a crash between them sends the same message again. */
static enum status write_report(struct round *round, const struct report_waiting *report,
                                const struct order_line *order, const struct order_address *address,
                                struct fault *fault)
{
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct journal *journal = &round->journal;
	struct findings findings = findings_new(journal->arena, journal->language);
	struct message_identity identity = { .dated = clock_today(journal->clock) };
	struct date begins_on = report->from_day;
	struct told_report told;
	struct message_item item;
	enum status status = find_start(journal, report, &begins_on, fault);

	if (status)
		return status;
	told = told_of(report, begins_on);
	identity.identification =
		arena_print(journal->arena, "%s%09lld", told.code + 3, (long long)report->fact);
	item = compose_report(journal, address, order, &told, identity);
	status = message_write(message_find(told.code, identity.dated), &item, &xml, &findings);
	if (status == FINDINGS) {
		round->result->orders_held++;
		round_tell(round, WORDS("Opdracht %lld kan nog niet weg. %s (%s): %s"),
		           (long long)report->assignment, findings.items[0].field, findings.items[0].code,
		           findings.items[0].words);
		return OK;
	}
	if (status == OK)
		status = folder_write(&round->out,
		                      arena_print(journal->arena, "%s-%s-%s.xml", told.code,
		                                  address->provider, identity.identification),
		                      &xml, fault);
	if (status == OK)
		status = append_sent(journal, order->person, report, identity.identification, &xml, fault);
	round->result->orders_sent += status == OK;
	return status;
}

static enum status send_report(struct round *round, const void *waiting, struct fault *fault)
{
	const struct report_waiting *report = waiting;
	struct order_address address;
	struct order_line order;
	enum status status;

	status = order_of(&round->journal, report->assignment, &order, fault);
	if (status == OK)
		status = order_address(&round->journal, &order, &address, fault);
	if (status == OK)
		status =
			order_municipality(&round->journal, report->assignment, &address.municipality, fault);
	return status == OK ? write_report(round, report, &order, &address, fault) : status;
}

enum status round_send_reports(struct round *round, struct fault *fault)
{
	const struct round_waiting waiting = { reports_to_send, send_report, sizeof(struct report_waiting),
		                               offsetof(struct report_waiting, fact) };

	return round_send_each(round, &waiting, fault);
}
