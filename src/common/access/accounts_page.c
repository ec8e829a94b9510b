/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/accounts_page.h"

#include "common/access/account.h"
#include "common/access/invitation.h"
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "platform/base/words.h"

struct account_line {
	const char *account, *name, *role, *team, *organisation, *token;
	struct date closed_on;
	bool may_change;
};
static const struct field account_line_fields[] = {
	FIELD(struct account_line, account),      FIELD(struct account_line, name),
	FIELD(struct account_line, role),         FIELD(struct account_line, team),
	FIELD(struct account_line, organisation), FIELD(struct account_line, closed_on),
	FIELD(struct account_line, may_change),   FIELD(struct account_line, token),
};
static const struct record account_line_record =
	RECORD(struct account_line, "account_line", account_line_fields);

struct accounts_view {
	struct page_frame frame;
	const char *invited, *code; /* told once; "" else */
	bool may_open;
	struct records lines;
};
static const struct field accounts_view_fields[] = {
	FIELD_INSIDE(struct accounts_view, frame, &page_frame_record),
	FIELD(struct accounts_view, invited),
	FIELD(struct accounts_view, code),
	FIELD(struct accounts_view, may_open),
	FIELD(struct accounts_view, lines, .of = &account_line_record),
};
const struct record accounts_view_record =
	RECORD(struct accounts_view, "accounts_view", accounts_view_fields);

static void show_accounts(const struct http_request *request, struct http_response *response,
                          const char *invited, const char *code)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct accounts_view view = { .frame = web_frame(request, web_words(request, WORDS("Accounts"))),
		                      .invited = invited,
		                      .code = code,
		                      .may_open = web_may_bring(request, &account_opened_kind) };
	struct records accounts = { 0 };
	struct fault fault = { 0 };
	const struct access_account *items;
	enum status status = access_accounts(web_visitor(request)->web->db, journal->register_id,
	                                     request->arena, &accounts, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	items = accounts.items;
	view.lines = records_new(&account_line_record, accounts.count, request->arena);
	for (size_t i = 0; i < accounts.count; i++)
		((struct account_line *)view.lines.items)[i] = (struct account_line){
			.account = items[i].account,
			.name = items[i].name,
			.role = web_role_words(request, items[i].role),
			.team = items[i].team,
			.organisation = web_organisation(request, items[i].party),
			.closed_on = items[i].closed_on,
			.token = view.frame.token,
			.may_change = view.may_open && !date_is(items[i].closed_on),
		};
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
