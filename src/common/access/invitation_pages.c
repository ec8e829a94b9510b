/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/invitation_pages.h"

#include <string.h>

#include "common/access/invitation.h"
#include "platform/base/words.h"

struct invitation_view {
	struct page_frame frame;
	const char *account, *wrong;
};
static const struct field invitation_view_fields[] = {
	FIELD_INSIDE(struct invitation_view, frame, &page_frame_record),
	FIELD(struct invitation_view, account),
	FIELD(struct invitation_view, wrong),
};
const struct record invitation_view_record =
	RECORD(struct invitation_view, "invitation_view", invitation_view_fields);

static void show(const struct http_request *request, struct http_response *response, const char *account,
                 const char *wrong)
{
	const struct invitation_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Wachtwoord kiezen"))),
		.account = account,
		.wrong = wrong
	};

	web_page(request, response, "access/invitation.html", &view);
	if (has_words(wrong))
		response->status = 422;
}

void invitation_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	show(request, response, pairs_get(&request->query, "account"), "");
}

/* What is wrong with the password, or NULL. */
static const char *wrong_with(const char *password, const char *again)
{
	if (text_chars(password) < PASSWORD_CHARS_MIN)
		return WORDS("Dit wachtwoord is te kort: kies ten minste 12 tekens.");
	if (strlen(password) > 200)
		return WORDS("Dit wachtwoord is te lang.");
	return strcmp(password, again) == 0 ? NULL : WORDS("De twee wachtwoorden zijn niet gelijk.");
}

void invitation_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct clock real = { { 0 } };
	struct web *web = context;
	const struct invitation_use use = { .account = or_empty(pairs_get(&request->form, "account")),
		                            .code = or_empty(pairs_get(&request->form, "code")),
		                            .password = or_empty(pairs_get(&request->form, "password")),
		                            .now = clock_now(&real) };
	const char *wrong = wrong_with(use.password, or_empty(pairs_get(&request->form, "again")));
	struct fault fault = { 0 };
	enum status status;

	if (use.account[0] == '\0') {
		http_redirect(response, "/invitation");
		return;
	}
	if (wrong != NULL) {
		show(request, response, use.account, web_words(request, wrong));
		return;
	}
	status = invitation_use(web->db, &use, request->arena, &fault);
	if (status == NOT_FOUND) {
		show(request, response, use.account,
		     web_words(request,
		               WORDS("Deze code hoort niet bij dit account, of geldt niet meer. Vraag uw "
		                     "beheerder om een nieuwe.")));
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	response->waits_for_flush = db_is_writing(web->db);
	http_redirect(response, "/login");
}
