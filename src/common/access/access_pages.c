/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/access_pages.h"

#include <string.h>

#include "common/access/demonstration.h"
#include "common/access/switch.h"
#include "common/journal/register.h"
#include "platform/base/words.h"

#define COOKIE_WORDS "; Path=/; HttpOnly; SameSite=Lax"
#define COOKIE_DAY "; Max-Age=43200"
#define COOKIE_MINUTES "; Max-Age=600"

/* An account of a demonstration, one click away. */
struct demo_account {
	const char *account, *name;
};
static const struct field demo_account_fields[] = {
	FIELD(struct demo_account, account),
	FIELD(struct demo_account, name),
};
static const struct record demo_account_record =
	RECORD(struct demo_account, "demo_account", demo_account_fields);

/* The people who have a role, in the order in which a case meets them. */
struct demo_role {
	const char *label;
	struct records accounts;
};
static const struct field demo_role_fields[] = {
	FIELD(struct demo_role, label),
	FIELD(struct demo_role, accounts, .of = &demo_account_record),
};
static const struct record demo_role_record = RECORD(struct demo_role, "demo_role", demo_role_fields);

/* A register of a demonstration: how it works, which day it is there, and who can be. */
struct demo_register {
	const char *name;
	struct date day;
	struct texts arrangements;
	struct records roles;
};
static const struct field demo_register_fields[] = {
	FIELD(struct demo_register, name),
	FIELD(struct demo_register, day),
	FIELD(struct demo_register, arrangements),
	FIELD(struct demo_register, roles, .of = &demo_role_record),
};
static const struct record demo_register_record =
	RECORD(struct demo_register, "demo_register", demo_register_fields);

struct login_view {
	struct page_frame frame;
	bool is_refused, must_wait;
	const char *account;
	struct records demos;
};
static const struct field login_view_fields[] = {
	FIELD_INSIDE(struct login_view, frame, &page_frame_record),
	FIELD(struct login_view, is_refused),
	FIELD(struct login_view, must_wait),
	FIELD(struct login_view, account),
	FIELD(struct login_view, demos, .of = &demo_register_record),
};
const struct record login_view_record = RECORD(struct login_view, "login_view", login_view_fields);

void home_page(struct http_request *request, struct http_response *response, void *context)
{
	const char *home = web_visitor(request)->session.role->home;
	char on[DATE_TEXT_SIZE];

	(void)context;
	http_redirect(response, web_is_today(request) ? home
	                                              : arena_print(request->arena, "%s?on=%s", home,
	                                                            date_print(web_on(request), on)));
}

/* The people of one role. */
static struct records accounts_with_role(const struct records *accounts, const char *role,
                                         struct arena *arena)
{
	struct records list = records_new(&demo_account_record, accounts->count, arena);
	const struct access_account *items = accounts->items;

	list.count = 0;
	for (size_t i = 0; i < accounts->count; i++)
		if (strcmp(items[i].role, role) == 0 && !date_is(items[i].closed_on))
			((struct demo_account *)list.items)[list.count++] =
				(struct demo_account){ items[i].account, items[i].name };
	return list;
}

static enum status show_demo(const struct http_request *request, const struct journal_register *of,
                             struct demo_register *ret_demo, struct fault *fault)
{
	const struct web *web = web_visitor(request)->web;
	struct records accounts;
	struct demo_role *roles;
	enum status status = access_accounts(web->db, of->register_id, request->arena, &accounts, fault);

	if (status)
		return status;
	*ret_demo = (struct demo_register){
		.name = of->name,
		.day = of->demo_day,
		.arrangements = web->arrangements(web, of->register_id, request->arena),
		.roles = records_new(&demo_role_record, access_roles_count, request->arena),
	};
	roles = ret_demo->roles.items;
	for (size_t i = 0; i < access_roles_count; i++)
		roles[i] = (struct demo_role){ web_words(request, access_roles[i].label),
			                       accounts_with_role(&accounts, access_roles[i].code,
			                                          request->arena) };
	return OK;
}

/* In a demonstration every account's password is its own name, and the login page says so. */
static enum status list_demos(const struct http_request *request, struct records *ret_demos,
                              struct fault *fault)
{
	struct records registers = { 0 };
	const struct journal_register *items;
	struct demo_register *demos;
	enum status status = web_demonstrations(request, &registers, fault);

	*ret_demos = records_new(&demo_register_record, registers.count, request->arena);
	items = registers.items;
	demos = ret_demos->items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		status = show_demo(request, &items[i], &demos[i], fault);
	return status;
}

/* The form, with what went wrong: refused is the account that was tried, or NULL. */
static void show_login(const struct http_request *request, struct http_response *response,
                       const char *refused, bool must_wait)
{
	struct login_view view = { .frame = web_frame(request, web_words(request, WORDS("Inloggen"))),
		                   .is_refused = refused != NULL && !must_wait,
		                   .must_wait = must_wait,
		                   .account = refused };
	struct fault fault = { 0 };
	enum status status = list_demos(request, &view.demos, &fault);

	if (web_ok(request, response, status, &fault))
		web_page(request, response, "access/login.html", &view);
}

void login_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show_login(request, response, NULL, false);
}

/* As the web server in front of us says it; who lies about it only harms his own cookie. */
static bool came_by_tls(const struct http_request *request)
{
	const char *protocol = http_header(request, "X-Forwarded-Proto");

	return protocol != NULL && strcmp(protocol, "https") == 0;
}

void login_remember(const struct http_request *request, struct http_response *response, const char *cookie,
                    bool is_for_a_day)
{
	response->set_cookie =
		arena_print(request->arena, "thuisregie=%s%s%s%s", cookie, COOKIE_WORDS,
	                    is_for_a_day ? COOKIE_DAY : "", came_by_tls(request) ? "; Secure" : "");
}

/* The password was right, and the code is asked on a page of its own. */
static void ask_code(const struct http_request *request, struct http_response *response, const char *cookie)
{
	response->set_cookie = arena_print(request->arena, LOGIN_COOKIE "=%s%s%s%s", cookie, COOKIE_WORDS,
	                                   COOKIE_MINUTES, came_by_tls(request) ? "; Secure" : "");
	http_redirect(response, "/login/code");
}

void login_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct clock real = { { 0 } };
	struct web *web = context;
	struct fault fault = { 0 };
	const char *account = pairs_get(&request->form, "account");
	const char *password = pairs_get(&request->form, "password");
	struct access_let_in let_in = { 0 };
	enum status status = NOT_FOUND;

	if (account != NULL && password != NULL)
		status = access_log_in(
			web->db, &(struct access_credentials){ account, password, http_source(request) },
			clock_now(&real), request->arena, &let_in, &fault);
	if (status == NOT_FOUND || status == FINDINGS) {
		show_login(request, response, or_empty(account), status == FINDINGS);
		response->status = status == FINDINGS ? 429 : 403;
		response->waits_for_flush = db_is_writing(web->db);
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	response->waits_for_flush = db_is_writing(web->db);
	if (let_in.asks_code) {
		ask_code(request, response, let_in.cookie);
		return;
	}
	login_remember(request, response, let_in.cookie, true);
	http_redirect(response, "/");
}

void role_post(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	const char *role = or_empty(pairs_get(&request->form, "role"));
	struct fault fault = { 0 };
	enum status status = switch_to(web->db, &web_visitor(request)->session,
	                               http_cookie(request, "thuisregie"), role, request->arena, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	/* a line in the read log: who, from which role, to which */
	web_note_read(request, response, 0, arena_print(request->arena, "role-%s", role));
	http_redirect(response, "/");
}

void logout_post(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct fault fault = { 0 };
	enum status status =
		access_log_out(web->db, http_cookie(request, "thuisregie"), request->arena, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	response->waits_for_flush = db_is_writing(web->db);
	response->set_cookie = "thuisregie=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0";
	http_redirect(response, web_visitor(request)->session.person != 0 ? "/mine/enter" : "/login");
}

/* Back to where the visitor was: the path of a Referer on this site. */
static const char *way_back(const struct http_request *request)
{
	const char *referer = http_header(request, "Referer");
	const char *host = http_header(request, "Host");
	const char *path = referer == NULL || host == NULL ? NULL : strstr(referer, "://");

	if (path == NULL || strncmp(path + 3, host, strlen(host)) != 0)
		return "/";
	path += 3 + strlen(host);
	/* what begins with "//" or "/\" is another site's to a browser */
	return path[0] == '/' && path[1] != '/' && path[1] != '\\' ? path : "/";
}

void language_page(struct http_request *request, struct http_response *response, void *context)
{
	const char *language = pairs_get(&request->parts, "language");

	(void)context;
	response->set_cookie = strcmp(language, "en") == 0
	                               ? "language=en; Path=/; SameSite=Lax; Max-Age=31536000"
	                               : "language=nl; Path=/; SameSite=Lax; Max-Age=31536000";
	http_redirect(response, way_back(request));
}

void static_file(struct http_request *request, struct http_response *response, void *context)
{
	static const struct {
		const char *path, *file, *type;
	} files[] = {
		{ "/site.css", "site.css", "text/css; charset=utf-8" },
		{ "/site.js", "ui/site.js", "text/javascript; charset=utf-8" },
		{ "/favicon.svg", "ui/favicon.svg", "image/svg+xml" },
	};

	(void)context;
	for (size_t i = 0; i < COUNT(files); i++)
		if (strcmp(request->path, files[i].path) == 0) {
			response->file = embedded_find(files[i].file);
			response->type = files[i].type;
		}
	if (response->file == NULL)
		web_problem(request, response, 404);
}
