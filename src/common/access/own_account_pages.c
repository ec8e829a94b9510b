/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/own_account_pages.h"

#include "common/access/second_step.h"
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "platform/base/words.h"
#include "platform/page/qr.h"

struct own_account_view {
	struct page_frame frame;
	const char *account, *name, *role, *organisation;
	bool may_change, is_on, is_begun, is_asked, is_few; /* is_few: hardly any recovery codes are left */
	struct date since;
	int64_t recovery_left;
	const char *secret, *address, *path, *wrong;
	int64_t size;
	struct texts codes; /* told once */
};
static const struct field own_account_view_fields[] = {
	FIELD_INSIDE(struct own_account_view, frame, &page_frame_record),
	FIELD(struct own_account_view, account),
	FIELD(struct own_account_view, name),
	FIELD(struct own_account_view, role),
	FIELD(struct own_account_view, organisation),
	FIELD(struct own_account_view, may_change),
	FIELD(struct own_account_view, is_on),
	FIELD(struct own_account_view, is_begun),
	FIELD(struct own_account_view, is_asked),
	FIELD(struct own_account_view, is_few),
	FIELD(struct own_account_view, since),
	FIELD(struct own_account_view, recovery_left),
	FIELD(struct own_account_view, secret),
	FIELD(struct own_account_view, address),
	FIELD(struct own_account_view, path),
	FIELD(struct own_account_view, wrong),
	FIELD(struct own_account_view, size),
	FIELD(struct own_account_view, codes),
};
const struct record own_account_view_record =
	RECORD(struct own_account_view, "own_account_view", own_account_view_fields);

/* What the page says beside how it stands: what was wrong, and codes that are told once. */
struct told {
	const char *wrong;
	struct texts codes;
};

/* The secret as text and as a picture, while the app does not know it yet. */
static void show_secret(const struct http_request *request, const struct second_step *step,
                        struct own_account_view *view)
{
	struct qr qr;

	view->secret = totp_in_groups(&step->secret, request->arena);
	view->address = totp_address(&step->secret, view->account,
	                             arena_print(request->arena, "Thuisregie %s", view->frame.organisation),
	                             request->arena);
	qr = qr_of(view->address, request->arena);
	view->path = qr.path;
	view->size = qr.size;
}

static void show(const struct http_request *request, struct http_response *response, const struct told *told)
{
	const struct visitor *visitor = web_visitor(request);
	const struct access_account *account = &visitor->session.account;
	struct second_step step = { 0 };
	struct fault fault = { 0 };
	struct own_account_view view = { .frame = web_frame(request, web_words(request, WORDS("Uw account"))),
		                         .account = account->account,
		                         .name = account->name,
		                         .organisation = web_organisation(request, account->party),
		                         .may_change = web_is_present(request),
		                         .wrong = told->wrong,
		                         .codes = told->codes };
	enum status status = second_step_of(visitor->web->db, account, request->arena, &step, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	view.role = view.frame.role;
	view.is_on = step.is_on;
	view.is_begun = step.is_begun;
	view.is_asked = visitor->session.lacks_second_step && !step.is_on;
	view.since = step.since;
	view.recovery_left = step.recovery_left;
	view.is_few = step.recovery_left < 3;
	if (step.is_begun)
		show_secret(request, &step, &view);
	web_page(request, response, "access/own_account.html", &view);
	if (has_words(told->wrong))
		response->status = 422;
}

void own_account_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show(request, response, &(struct told){ 0 });
}

void second_step_begin_post(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct fault fault = { 0 };
	enum status status = web_begin_writing(request, response, &fault);

	if (status == OK)
		status = second_step_begin(web->db, &web_visitor(request)->session.account, request->arena,
		                           &fault);
	if (web_ok(request, response, status, &fault))
		http_redirect(response, OWN_ACCOUNT_PAGE "#second-step");
}

/* The code of the form, tried by one of the two; false: the page says what was wrong. */
typedef enum status try_code(struct db *db, const struct second_step_try *tried, struct arena *arena,
                             struct fault *fault);

static bool gives_right_code(const struct http_request *request, struct http_response *response,
                             try_code *try)
{
	const struct clock real = { { 0 } };
	const struct visitor *visitor = web_visitor(request);
	const struct access_account *account = &visitor->session.account;
	const struct second_step_try tried = { .register_id = account->register_id,
		                               .account = account->account,
		                               .code = or_empty(pairs_get(&request->form, "code")),
		                               .now = clock_now(&real),
		                               .today = clock_today(&visitor->present) };
	struct told told = { 0 };
	struct fault fault = { 0 };
	enum status status = web_begin_writing(request, response, &fault);

	if (status == OK)
		status = try(visitor->web->db, &tried, request->arena, &fault);
	if (status != FINDINGS && status != NOT_FOUND)
		return web_ok(request, response, status, &fault);
	told.wrong = status == FINDINGS ? WORDS("De code was te vaak verkeerd. Wacht een kwartier.")
	                                : WORDS("Deze code is niet goed, of is al gebruikt. Wacht op de "
	                                        "volgende code in de app.");
	told.wrong = web_words(request, told.wrong);
	show(request, response, &told);
	return false;
}

/* New recovery codes, shown on the page that answers. */
static void tell_recovery(const struct http_request *request, struct http_response *response)
{
	const struct visitor *visitor = web_visitor(request);
	struct told told = { 0 };
	struct fault fault = { 0 };
	enum status status = second_step_recovery(visitor->web->db, &visitor->session.account, request->arena,
	                                          &told.codes, &fault);

	if (web_ok(request, response, status, &fault))
		show(request, response, &told);
}

/* Whoever came in elsewhere with the password alone must give a code from now on. */
void second_step_confirm_post(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct fault fault = { 0 };
	enum status status;

	if (!gives_right_code(request, response, second_step_confirm))
		return;
	status = access_end_others(web->db, &web_visitor(request)->session.account,
	                           http_cookie(request, "thuisregie"), request->arena, &fault);
	if (web_ok(request, response, status, &fault))
		tell_recovery(request, response);
}

void second_step_recovery_post(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	if (gives_right_code(request, response, second_step_check))
		tell_recovery(request, response);
}

void second_step_end_post(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct fault fault = { 0 };
	enum status status;

	if (!gives_right_code(request, response, second_step_check))
		return;
	status = second_step_end(web->db, &web_visitor(request)->session.account, request->arena, &fault);
	if (web_ok(request, response, status, &fault))
		http_redirect(response, OWN_ACCOUNT_PAGE);
}
