/* SPDX-License-Identifier: EUPL-1.2 */
/* How it goes with the organisations, in counts: waiting, refusals, complaints; and with how many one has to
 * do. */
#include <inttypes.h>

#include "common/access/web.h"
#include "common/scheme/holding.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "outlook/provider/provider_pages.h"
#include "platform/base/words.h"
#include "provider_sql.h"

#define YEAR_DAYS 365
#define ORGANISATIONS_MAX 2000

/* A row of an answer. */
struct counted {
	const char *party;
	struct date placed_on, started_on;
	int64_t people;
};
static const struct field counted_fields[] = {
	FIELD(struct counted, party),
	FIELD(struct counted, placed_on),
	FIELD(struct counted, started_on),
	FIELD(struct counted, people),
};
static const struct record counted_record = RECORD(struct counted, "counted", counted_fields);

struct relation {
	const char *party, *label, *waited; /* waited: on average, with one decimal */
	int64_t begun, longest, refusals, complaints;
	int64_t days; /* of waiting, all together; not shown */
};
static const struct field relation_fields[] = {
	FIELD(struct relation, label),
	FIELD(struct relation, waited),
	FIELD(struct relation, begun, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct relation, longest, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct relation, refusals, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct relation, complaints, .flags = FIELD_ZERO_IS_SET),
};
static const struct record relation_record = RECORD(struct relation, "relation", relation_fields);

struct team_load {
	const char *team;
	int64_t organisations;
};
static const struct field team_fields[] = {
	FIELD(struct team_load, team),
	FIELD(struct team_load, organisations),
};
static const struct record team_record = RECORD(struct team_load, "team", team_fields);

struct relations_view {
	struct page_frame frame;
	struct date from, until;
	const char *load;
	struct records relations, teams;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct relations_view, frame, &page_frame_record),
	FIELD(struct relations_view, from),
	FIELD(struct relations_view, until),
	FIELD(struct relations_view, load, .max_chars = 1000),
	FIELD(struct relations_view, relations, .of = &relation_record),
	FIELD(struct relations_view, teams, .of = &team_record),
};
const struct record relations_view_record = RECORD(struct relations_view, "relations_view", view_fields);

/* The line of an organisation, added where there is none yet; the last one when there is no room. */
static struct relation *relation_of(const struct http_request *request, struct records *relations,
                                    const char *party)
{
	struct relation *relation = relations->items;

	for (size_t i = 0; i < relations->count; i++)
		if (check_is(relation[i].party, party))
			return &relation[i];
	if (relations->count == ORGANISATIONS_MAX)
		return &relation[ORGANISATIONS_MAX - 1];
	relation[relations->count] =
		(struct relation){ .party = party, .label = web_organisation(request, party) };
	return &relation[relations->count++];
}

static enum status count_by(const struct http_request *request, const struct db_query *query,
                            const struct relations_view *view, struct records *ret_rows, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_date(view->from),
		                        value_date(view->until) };

	return db_list(journal->db, query, values, COUNT(values),
	               &(struct db_list){ &counted_record, journal->arena, ret_rows }, fault);
}

static enum status show_waits(const struct http_request *request, struct relations_view *view,
                              struct fault *fault)
{
	struct records rows = { 0 };
	enum status status = count_by(request, &sql_provider_waits, view, &rows, fault);
	const struct counted *row = rows.items;

	for (size_t i = 0; status == OK && i < rows.count; i++) {
		struct relation *relation = relation_of(request, &view->relations, row[i].party);
		int64_t days = row[i].started_on.day - row[i].placed_on.day;

		relation->begun += row[i].people;
		relation->days += (days > 0 ? days : 0) * row[i].people;
		relation->longest = days > relation->longest ? days : relation->longest;
	}
	return status;
}

static enum status show_counts(const struct http_request *request, struct relations_view *view,
                               struct fault *fault)
{
	struct records refusals = { 0 }, complaints = { 0 };
	enum status status = count_by(request, &sql_provider_refusals, view, &refusals, fault);

	if (status == OK)
		status = count_by(request, &sql_provider_complaints, view, &complaints, fault);
	for (size_t i = 0; status == OK && i < refusals.count; i++) {
		const struct counted *row = &((const struct counted *)refusals.items)[i];

		relation_of(request, &view->relations, row->party)->refusals += row->people;
	}
	for (size_t i = 0; status == OK && i < complaints.count; i++) {
		const struct counted *row = &((const struct counted *)complaints.items)[i];

		relation_of(request, &view->relations, row->party)->complaints += row->people;
	}
	return status;
}

static void show_averages(const struct http_request *request, struct records *relations)
{
	struct relation *relation = relations->items;
	const char *point = check_is(web_visitor(request)->language, "nl") ? "," : ".";

	for (size_t i = 0; i < relations->count; i++)
		if (relation[i].begun > 0) {
			int64_t tenths =
				(20 * relation[i].days + relation[i].begun) / (2 * relation[i].begun);

			relation[i].waited = arena_print(request->arena, "%" PRId64 "%s%" PRId64, tenths / 10,
			                                 point, tenths % 10);
		}
}

/* --- with how many one has to do --- */

static enum status show_teams(const struct http_request *request, struct relations_view *view,
                              struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct value values[] = { value_number(journal->register_id), value_date(view->until) };
	enum status status = db_list(journal->db, &sql_provider_teams, values, COUNT(values),
	                             &(struct db_list){ &team_record, journal->arena, &view->teams }, fault);
	struct team_load *team = view->teams.items;
	const struct scheme_entry *entry = NULL;

	for (size_t i = 0; status == OK && i < view->teams.count; i++)
		for (size_t n = 0;
		     (entry = scheme_book_nth(journal->schemes, journal->register_id, n)) != NULL; n++) {
			const struct scheme_team *named =
				check_find(&entry->scheme.teams, &scheme_team_record, team[i].team);

			if (named != NULL)
				team[i].team = named->label;
		}
	return status;
}

/* The contract parties on the day, over who manages their contracts. */
static enum status show_load(const struct http_request *request, struct relations_view *view,
                             struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry = NULL;
	struct records accounts = { 0 };
	enum status status =
		access_accounts(journal->db, journal->register_id, journal->arena, &accounts, fault);
	const struct access_account *account = accounts.items;
	size_t managers = 0, parties = 0;

	for (size_t i = 0; status == OK && i < accounts.count; i++)
		managers += check_is(account[i].role, "contract_manager") && !date_is(account[i].closed_on);
	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_agreement *agreement = entry->scheme.agreements.items;

		for (size_t n = 0; n < entry->scheme.agreements.count; n++)
			parties +=
				scheme_holders(&entry->scheme, agreement[n].name, view->until, journal->arena)
					.count;
	}
	view->load =
		arena_print(request->arena,
	                    web_words(request, WORDS("Contractpartijen: %zu. Contractmanagers: %zu. Partijen "
	                                             "per contractmanager: %zu.")),
	                    parties, managers, managers == 0 ? parties : (parties + managers - 1) / managers);
	return status;
}

void relations_page(struct http_request *request, struct http_response *response, void *context)
{
	struct relations_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Hoe het gaat met de aanbieders"))),
		.until = web_on(request),
		.relations = records_new(&relation_record, ORGANISATIONS_MAX, request->arena),
	};
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	view.from = date_add_days(view.until, -YEAR_DAYS);
	view.relations.count = 0;
	web_breadcrumb(&view.frame, "/parties", web_words(request, WORDS("Contractpartijen")),
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.frame.title, request->arena);
	status = show_waits(request, &view, &fault);
	if (status == OK)
		status = show_counts(request, &view, &fault);
	if (status == OK)
		status = show_teams(request, &view, &fault);
	if (status == OK)
		status = show_load(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_averages(request, &view.relations);
	web_note_read(request, response, 0, "parties");
	web_page(request, response, "provider/relations.html", &view);
}
