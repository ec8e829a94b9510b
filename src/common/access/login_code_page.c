/* SPDX-License-Identifier: EUPL-1.2 */
/* The second step of logging in: after the password a code. */
#include "common/access/access_pages.h"
#include "common/access/second_step.h"
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "platform/base/words.h"

struct login_code_view {
	struct page_frame frame;
	bool is_refused, must_wait;
};
static const struct field login_code_view_fields[] = {
	FIELD_INSIDE(struct login_code_view, frame, &page_frame_record),
	FIELD(struct login_code_view, is_refused),
	FIELD(struct login_code_view, must_wait),
};
const struct record login_code_view_record =
	RECORD(struct login_code_view, "login_code_view", login_code_view_fields);

static void show(const struct http_request *request, struct http_response *response, enum status status)
{
	const struct login_code_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Code bij het inloggen"))),
		.is_refused = status == NOT_FOUND,
		.must_wait = status == FINDINGS
	};

	web_page(request, response, "access/login_code.html", &view);
	if (status != OK)
		response->status = status == FINDINGS ? 429 : 403;
}

/* Whose password was right; who comes without that begins there. */
static bool is_halfway(const struct http_request *request, struct http_response *response,
                       struct access_account *ret_account)
{
	const struct clock real = { { 0 } };
	const char *cookie = http_cookie(request, LOGIN_COOKIE);
	struct fault fault = { 0 };
	enum status status = cookie == NULL
	                             ? NOT_FOUND
	                             : access_halfway(web_visitor(request)->web->db, cookie, clock_now(&real),
	                                              request->arena, ret_account, &fault);

	if (status == NOT_FOUND) {
		http_redirect(response, "/login");
		return false;
	}
	return web_ok(request, response, status, &fault);
}

void login_code_page(struct http_request *request, struct http_response *response, void *context)
{
	struct access_account account;

	(void)context;
	if (is_halfway(request, response, &account))
		show(request, response, OK);
}

void login_code_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct clock real = { { 0 } };
	struct web *web = context;
	struct access_account account;
	struct second_step_try tried = { .code = or_empty(pairs_get(&request->form, "code")),
		                         .now = clock_now(&real) };
	const char *cookie = NULL;
	struct fault fault = { 0 };
	enum status status;

	if (!is_halfway(request, response, &account))
		return;
	tried.register_id = account.register_id;
	tried.account = account.account;
	status = web_begin_writing(request, response, &fault);
	if (status == OK)
		status = second_step_check(web->db, &tried, request->arena, &fault);
	if (status == NOT_FOUND || status == FINDINGS) {
		show(request, response, status);
		return;
	}
	if (status == OK)
		status = access_pass(web->db, http_cookie(request, LOGIN_COOKIE), tried.now, request->arena,
		                     &cookie, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	login_remember(request, response, cookie, true);
	http_redirect(response, "/");
}
