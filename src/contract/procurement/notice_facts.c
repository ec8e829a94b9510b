/* SPDX-License-Identifier: EUPL-1.2 */
/* A tender is announced: the scheme's lots, criteria and threshold are frozen in the fact. */
#include <string.h>

#include "common/access/access.h"
#include "common/scheme/scheme_book.h"
#include "contract/procurement/lines.h"
#include "contract/procurement/notice.h"
#include "contract/procurement/prepared.h"
#include "contract/tender/terms.h"
#include "platform/base/embedded.h"
#include "platform/base/words.h"
#include "procurement_sql.h"

/* --- at the door --- */

bool notice_is_clerk(struct journal *journal, const char *account)
{
	struct access_account found = { .party = "" };
	struct fault fault = { 0 };

	return access_account(journal->db, journal->register_id, or_empty(account), journal->arena, &found,
	                      &fault) == OK &&
	       !has_words(found.party) && !date_is(found.closed_on);
}

static enum status look(struct journal *journal, struct tender_announced *announced, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(announced->name) };
	struct notice_situation *situation = &announced->situation;
	struct date today = clock_today(journal->clock);
	int32_t seconds = 0;
	enum status status =
		db_one(journal->db, &sql_procurement_tender, values, COUNT(values), &rows, fault);

	situation->is_free_name = status == NOT_FOUND;
	situation->are_people = notice_is_clerk(journal, announced->holder_1) &&
	                        notice_is_clerk(journal, announced->holder_2) &&
	                        notice_is_clerk(journal, announced->holder_3);
	situation->is_time = notice_read_time(announced->bids_time, &seconds);
	announced->bids_until = clock_moment_on(announced->bids_day, seconds);
	situation->is_in_time = announced->bids_until.seconds > clock_now(journal->clock).seconds;
	situation->leaves_answer =
		!date_before(announced->questions_until, today) &&
		!date_before(notice_last_question(announced->bids_day), announced->questions_until);
	return status == NOT_FOUND ? OK : status;
}

/* Where no procedure was chosen: support at home is a social service; a scheme says whether it is European.
 */
static const char *procedure_of(const struct tender_announced *announced)
{
	if (announced->procedure != NULL)
		return announced->procedure;
	return strcmp(or_empty(announced->form), "european_tender") == 0 ? "social" : "below";
}

/* Who wants to bid needs time to write; with little of it there is a reason (see data/tender_terms.csv). */
static enum status weigh_days(struct journal *journal, struct tender_announced *announced,
                              struct findings *findings, struct fault *fault)
{
	const struct embedded_file *file = embedded_find("data/tender_terms.csv");
	int32_t days = announced->bids_day.day - clock_today(journal->clock).day;
	struct notice_term term = { 0 };
	enum status status;

	announced->procedure = procedure_of(announced);
	status = notice_term_of((const char *)file->bytes, file->size, announced->procedure, journal->arena,
	                        &term, fault);
	if (status)
		return status;
	announced->least_days = term.days;
	announced->least_source = term.source;
	if (announced->situation.is_in_time && days < term.days && !has_words(announced->why_short))
		(void)findings_add(
			findings, "tender-short", "why_short",
			WORDS("U laat %d dagen om in te schrijven. Bij minder dan %d dagen schrijft "
		              "u waarom. Bron: %s."),
			(int)days, (int)term.days, term.source);
	return OK;
}

static const char *target_label(const struct scheme *scheme, const char *name)
{
	const struct scheme_group *group = scheme->target_groups.items;

	for (size_t i = 0; i < scheme->target_groups.count; i++)
		if (name != NULL && strcmp(group[i].name, name) == 0)
			return group[i].label;
	return name;
}

static struct texts product_labels(const struct journal *journal, const struct texts *products)
{
	struct texts labels = { .items = ARENA_MANY(journal->arena, products->count + 1, const char *) };

	for (size_t i = 0; i < products->count; i++)
		labels.items[labels.count++] =
			scheme_book_product_label(journal->schemes, journal->register_id, products->items[i]);
	return labels;
}

static void freeze_lots(const struct journal *journal, const struct scheme *scheme,
                        struct tender_announced *announced)
{
	const struct scheme_lot *from = scheme->lots.items;
	struct notice_lot *lots;

	announced->lots = records_new(&notice_lot_record, scheme->lots.count, journal->arena);
	lots = announced->lots.items;
	for (size_t i = 0; i < scheme->lots.count; i++)
		lots[i] = (struct notice_lot){ .lot = from[i].name,
			                       .label = from[i].label,
			                       .areas = { from[i].areas.items, NULL, from[i].areas.count },
			                       .products = product_labels(journal, &from[i].products),
			                       .target_group = target_label(scheme, from[i].target_group),
			                       .winners = from[i].winners,
			                       .about = from[i].about };
}

static void freeze_criteria(const struct journal *journal, const struct scheme *scheme,
                            struct tender_announced *announced)
{
	const struct scheme_criterion *from = scheme->criteria.items;
	struct notice_criterion *criteria;

	announced->criteria = records_new(&notice_criterion_record, scheme->criteria.count, journal->arena);
	criteria = announced->criteria.items;
	for (size_t i = 0; i < scheme->criteria.count; i++)
		criteria[i] = (struct notice_criterion){ .criterion = from[i].name,
			                                 .label = from[i].label,
			                                 .question = from[i].about,
			                                 .weight_percent = from[i].weight_percent,
			                                 .knock_out = from[i].knock_out,
			                                 .is_concrete = from[i].how_and_with_whom };
}

/* How the scheme says that it buys. */
static void freeze_form(const struct scheme *scheme, struct tender_announced *announced)
{
	const struct scheme_procurement *procurement = scheme->procurement.items;
	const struct scheme_lot *lot = scheme->lots.items;

	for (size_t i = 0; i < scheme->procurement.count; i++)
		if (announced->form == NULL || (scheme->lots.count > 0 && lot[0].agreement != NULL &&
		                                strcmp(procurement[i].agreement, lot[0].agreement) == 0)) {
			announced->form = procurement[i].form;
			announced->accession = procurement[i].accession;
		}
}

/* What an office prepared takes the place of the scheme's lots and criteria; its threshold and rule stay. */
static enum status take_prepared(struct journal *journal, struct tender_announced *announced,
                                 struct fault *fault)
{
	struct prepared_kept kept = { 0 };
	struct records lines = { 0 }, criteria;
	enum status status = announced->prepared == 0
	                             ? NOT_FOUND
	                             : prepared_find(journal, announced->prepared, &kept, &lines, fault);

	if (status != OK || strcmp(kept.scheme, announced->scheme) != 0)
		return status == NOT_FOUND ? OK : status;
	announced->situation.is_prepared = true;
	prepared_lots(&lines, &announced->lots, journal->arena);
	criteria = prepared_criteria(&lines, journal->arena);
	if (criteria.count > 0)
		announced->criteria = criteria;
	return OK;
}

static enum status prepare_announced(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct tender_announced *announced = fact->item;
	const struct scheme_entry *entry =
		announced->scheme == NULL
			? NULL
			: scheme_book_entry(journal->schemes, journal->register_id, announced->scheme);
	struct tender_terms terms;
	enum status status = look(journal, announced, fault);

	announced->situation.has_scheme = entry != NULL;
	if (status != OK || entry == NULL)
		return status;
	terms = tender_terms_of(&entry->scheme, journal->arena);
	if (!tender_terms_suffice(&terms, findings))
		return OK;
	announced->rule = tender_rules[terms.rule].code;
	announced->threshold = terms.threshold.billionths / DECIMAL_ONE;
	announced->highest = terms.highest.billionths / DECIMAL_ONE;
	freeze_form(&entry->scheme, announced);
	freeze_lots(journal, &entry->scheme, announced);
	freeze_criteria(journal, &entry->scheme, announced);
	status = take_prepared(journal, announced, fault);
	if (status)
		return status;
	return weigh_days(journal, announced, findings, fault);
}

/* --- an empty form --- */

/* What the scheme asks of every provider, as the first requirements. */
static enum status begin_scheme(struct journal *journal, void *item, struct fault *fault)
{
	struct tender_announced *announced = item;
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, announced->scheme);
	const struct scheme_corner *corner;
	const struct scheme_meeting *meeting;
	struct notice_requirement *lines;
	size_t count = 0;

	(void)fault;
	if (entry == NULL)
		return OK;
	corner = entry->scheme.corners.items;
	meeting = entry->scheme.meetings.items;
	announced->scheme = entry->scheme.name;
	announced->requirements =
		records_new(&notice_requirement_record,
	                    entry->scheme.corners.count + entry->scheme.meetings.count, journal->arena);
	lines = announced->requirements.items;
	for (size_t i = 0; i < entry->scheme.corners.count; i++)
		lines[count++].requirement =
			arena_print(journal->arena, words_in(journal->language, WORDS("Een vaste %s")),
		                    corner[i].provider_contact);
	for (size_t i = 0; i < entry->scheme.meetings.count; i++)
		lines[count++].requirement =
			arena_print(journal->arena, words_in(journal->language, WORDS("Meedoen aan: %s")),
		                    meeting[i].label);
	return OK;
}

/* What was prepared fills the form in: what is bought, and what is asked of who wins. */
static enum status begin_announced(struct journal *journal, void *item, struct fault *fault)
{
	struct tender_announced *announced = item;
	struct prepared_kept kept = { 0 };
	struct records lines = { 0 }, requirements;
	enum status status = announced->prepared == 0
	                             ? NOT_FOUND
	                             : prepared_find(journal, announced->prepared, &kept, &lines, fault);

	if (status == OK) {
		announced->scheme = kept.scheme;
		announced->title = kept.title;
	}
	if (status == OK || status == NOT_FOUND)
		status = begin_scheme(journal, item, fault);
	requirements = prepared_requirements(&lines, journal->arena);
	if (requirements.count > 0)
		announced->requirements = requirements;
	return status;
}

/* --- kept --- */

static enum status keep_lots(struct db *db, int64_t register_id, const struct tender_announced *announced,
                             struct arena *arena, struct fault *fault)
{
	const struct notice_lot *lot = announced->lots.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < announced->lots.count; i++) {
		const struct value values[] = { value_number(register_id),
			                        value_text(announced->name),
			                        value_text(lot[i].lot),
			                        value_number((int64_t)i),
			                        value_text_or_empty(lot[i].label),
			                        value_text(lines_join(&lot[i].areas, arena)),
			                        value_text(lines_join(&lot[i].products, arena)),
			                        value_text_or_empty(lot[i].target_group),
			                        value_number(lot[i].winners),
			                        value_text_or_empty(lot[i].about) };

		status = db_run(db, &sql_procurement_add_lot, values, COUNT(values), fault);
	}
	return status;
}

static enum status keep_criteria(struct db *db, int64_t register_id, const struct tender_announced *announced,
                                 struct fault *fault)
{
	const struct notice_criterion *criterion = announced->criteria.items;
	const struct notice_requirement *requirement = announced->requirements.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < announced->criteria.count; i++) {
		const struct value values[] = { value_number(register_id),
			                        value_text(announced->name),
			                        value_text(criterion[i].criterion),
			                        value_number((int64_t)i),
			                        value_text_or_empty(criterion[i].label),
			                        value_text_or_empty(criterion[i].question),
			                        value_number(criterion[i].weight_percent),
			                        value_number(criterion[i].knock_out),
			                        value_number(criterion[i].is_concrete) };

		status = db_run(db, &sql_procurement_add_criterion, values, COUNT(values), fault);
	}
	for (size_t i = 0; status == OK && i < announced->requirements.count; i++) {
		const struct value values[] = { value_number(register_id), value_text(announced->name),
			                        value_number((int64_t)i),
			                        value_text_or_empty(requirement[i].requirement) };

		status = db_run(db, &sql_procurement_add_requirement, values, COUNT(values), fault);
	}
	return status;
}

static enum status keep_holders(struct db *db, int64_t register_id, const struct tender_announced *announced,
                                struct fault *fault)
{
	const char *const holders[NOTICE_HOLDERS] = { announced->holder_1, announced->holder_2,
		                                      announced->holder_3 };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < NOTICE_HOLDERS; i++) {
		const struct value values[] = { value_number(register_id), value_text(announced->name),
			                        value_number((int64_t)i + 1), value_text(holders[i]) };

		status = db_run(db, &sql_procurement_add_holder, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_announced(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct tender_announced *announced = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(announced->name),
		                        value_number(fact->fact),
		                        value_text(announced->scheme),
		                        value_text(announced->title),
		                        value_text_or_empty(announced->about),
		                        value_text_or_empty(announced->form),
		                        value_text_or_empty(announced->accession),
		                        value_text(announced->why),
		                        value_text(announced->rule),
		                        value_number(announced->threshold),
		                        value_number(announced->highest),
		                        value_date(fact->valid_on),
		                        value_date(announced->questions_until),
		                        value_moment(announced->bids_until),
		                        value_text_or_empty(announced->programme),
		                        value_number(announced->vision),
		                        value_number(announced->content),
		                        value_text_or_empty(announced->without_programme),
		                        value_text_or_empty(announced->procedure),
		                        value_number(announced->least_days),
		                        value_text_or_empty(announced->least_source),
		                        value_text_or_empty(announced->why_short),
		                        value_text(announced->mark_step == NULL ? notice_steps[0].code
		                                                                : announced->mark_step) };
	enum status status = db_run(db, &sql_procurement_add_tender, values, COUNT(values), fault);

	if (status == OK)
		status = keep_lots(db, register_id, announced, arena, fault);
	if (status == OK)
		status = keep_criteria(db, register_id, announced, fault);
	return status == OK ? keep_holders(db, register_id, announced, fault) : status;
}

const struct journal_kind tender_announced_kind = {
	.name = "tender_announced",
	.title = WORDS("Aanbesteding aankondigen"),
	.done = WORDS("Aanbesteding aangekondigd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &tender_announced_record,
	.prepare = prepare_announced,
	.begin = begin_announced,
	.rules = tender_announced_rules,
	.rules_count = TENDER_ANNOUNCED_RULES_COUNT,
	.apply = apply_announced,
	.page = "/tenders/{name}",
};
