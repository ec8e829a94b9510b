/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/accounts_page.h"

#include <string.h>

#include "access_sql.h"
#include "common/access/account.h"
#include "common/access/invitation.h"
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "platform/base/words.h"

#define WORDS_MAX 10000 /* more accounts than a register has */

struct account_line {
	const char *account, *name, *role, *team, *organisation, *token;
	struct date closed_on;
	bool may_change, has_second_step;
};
static const struct field account_line_fields[] = {
	FIELD(struct account_line, account),
	FIELD(struct account_line, name),
	FIELD(struct account_line, role),
	FIELD(struct account_line, team),
	FIELD(struct account_line, organisation),
	FIELD(struct account_line, closed_on),
	FIELD(struct account_line, may_change),
	FIELD(struct account_line, token),
	FIELD(struct account_line, has_second_step),
};
static const struct record account_line_record =
	RECORD(struct account_line, "account_line", account_line_fields);

struct accounts_view {
	struct page_frame frame;
	const char *invited, *code; /* told once; "" else */
	bool may_open;
	struct records lines, closed;
	struct texts asked; /* the roles that must have a second step */
};
static const struct field accounts_view_fields[] = {
	FIELD_INSIDE(struct accounts_view, frame, &page_frame_record),
	FIELD(struct accounts_view, invited),
	FIELD(struct accounts_view, code),
	FIELD(struct accounts_view, may_open),
	FIELD(struct accounts_view, lines, .of = &account_line_record),
	FIELD(struct accounts_view, closed, .of = &account_line_record),
	FIELD(struct accounts_view, asked),
};
const struct record accounts_view_record =
	RECORD(struct accounts_view, "accounts_view", accounts_view_fields);

/* A list of words of the register: roles, or accounts. */
static enum status list_words(const struct http_request *request, const struct db_query *query,
                              struct texts *ret_words, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(web_visitor(request)->journal.register_id) };
	enum status status =
		db_select(web_visitor(request)->web->db, query, values, COUNT(values), &rows, fault);

	*ret_words = (struct texts){ .items = (const char **)arena_take(request->arena,
		                                                        WORDS_MAX * sizeof(char *)) };
	while (status == OK && ret_words->count < WORDS_MAX && (status = db_next(&rows, fault)) == OK)
		ret_words->items[ret_words->count++] = db_text(&rows, 0, request->arena);
	return status == NOT_FOUND ? OK : status;
}

static bool stands_in(const struct texts *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->items[i], word) == 0)
			return true;
	return false;
}

/* Who can log in, and apart who could. */
static void fill_lines(const struct http_request *request, const struct records *accounts,
                       const struct texts *with_second_step, struct accounts_view *view)
{
	const struct access_account *items = accounts->items;

	view->lines = records_new(&account_line_record, accounts->count, request->arena);
	view->closed = records_new(&account_line_record, accounts->count, request->arena);
	view->lines.count = view->closed.count = 0;
	for (size_t i = 0; i < accounts->count; i++) {
		struct records *list = date_is(items[i].closed_on) ? &view->closed : &view->lines;

		((struct account_line *)list->items)[list->count++] = (struct account_line){
			.account = items[i].account,
			.name = items[i].name,
			.role = web_role_words(request, items[i].role),
			.team = items[i].team,
			.organisation = web_organisation(request, items[i].party),
			.closed_on = items[i].closed_on,
			.token = view->frame.token,
			.may_change = view->may_open && !date_is(items[i].closed_on),
			.has_second_step = stands_in(with_second_step, items[i].account),
		};
	}
}

static void show_accounts(const struct http_request *request, struct http_response *response,
                          const char *invited, const char *code)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct accounts_view view = { .frame = web_frame(request, web_words(request, WORDS("Accounts"))),
		                      .invited = invited,
		                      .code = code,
		                      .may_open = web_may_bring(request, &account_opened_kind) };
	struct records accounts = { 0 };
	struct texts with_second_step = { 0 };
	struct fault fault = { 0 };
	enum status status = access_accounts(web_visitor(request)->web->db, journal->register_id,
	                                     request->arena, &accounts, &fault);

	if (status == OK)
		status = list_words(request, &sql_access_with_second_step, &with_second_step, &fault);
	if (status == OK)
		status = list_words(request, &sql_access_second_roles, &view.asked, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	for (size_t i = 0; i < view.asked.count; i++)
		view.asked.items[i] = web_role_words(request, view.asked.items[i]);
	fill_lines(request, &accounts, &with_second_step, &view);
	web_page(request, response, "access/accounts.html", &view);
}

void accounts_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show_accounts(request, response, "", "");
}

void accounts_password(struct http_request *request, struct http_response *response, void *context)
{
	const struct clock real = { { 0 } };
	struct journal *journal = &web_visitor(request)->journal;
	struct findings findings = findings_new(request->arena, journal->language);
	struct password_renewed renewed = { .account = or_empty(pairs_get(&request->form, "account")) };
	struct web_fact brought = { &password_renewed_kind, &renewed, &findings, 0 };
	const struct access_account account = { .register_id = journal->register_id,
		                                .account = renewed.account };
	const char *code = "";
	struct fault fault = { 0 };
	enum status status = web_append(request, response, &brought, &fault);

	(void)context;
	if (status == FINDINGS) {
		show_accounts(request, response, "", "");
		response->status = 422;
		return;
	}
	if (status == OK)
		status = invitation_renew(journal->db, &account, clock_now(&real), request->arena, &code,
		                          &fault);
	if (web_ok(request, response, status, &fault))
		show_accounts(request, response, renewed.account, code);
}
