/* SPDX-License-Identifier: EUPL-1.2 */
/* The way in: the code of a letter and the birth date of whom the page is about. */
#include <string.h>

#include "common/access/access_pages.h"
#include "common/access/attempts.h"
#include "common/access/web.h"
#include "common/document/letter_code.h"
#include "common/person/vault.h"
#include "outlook/resident/entry.h"
#include "outlook/resident/mine_pages.h"
#include "outlook/resident/samples.h"
#include "platform/base/words.h"

struct enter_view {
	struct page_frame frame;
	const char *error; /* what is the matter; "" at first */
	const char *code, *day, *month, *year;
	struct records demos; /* entry_demo: codes to try, where people are invented */
};
static const struct field enter_view_fields[] = {
	FIELD_INSIDE(struct enter_view, frame, &page_frame_record),
	FIELD(struct enter_view, error),
	FIELD(struct enter_view, code),
	FIELD(struct enter_view, day),
	FIELD(struct enter_view, month),
	FIELD(struct enter_view, year),
	FIELD(struct enter_view, demos, .of = &entry_demo_record),
};
const struct record enter_view_record = RECORD(struct enter_view, "enter_view", enter_view_fields);

static void show_enter(const struct http_request *request, struct http_response *response, const char *error)
{
	struct enter_view view = { .frame = web_frame(request, web_words(request, WORDS("Mijn hulp thuis"))),
		                   .error = error,
		                   .code = or_empty(pairs_get(&request->form, "code")),
		                   .day = or_empty(pairs_get(&request->form, "day")),
		                   .month = or_empty(pairs_get(&request->form, "month")),
		                   .year = or_empty(pairs_get(&request->form, "year")) };
	struct fault fault = { 0 };

	if (web_ok(request, response, entry_demos(request, &view.demos, &fault), &fault))
		web_page(request, response, "resident/enter.html", &view);
}

void enter_page(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	if (web_visitor(request)->is_known && web_visitor(request)->session.person != 0)
		http_redirect(response, "/mine");
	else
		show_enter(request, response, "");
}

static int number_typed(const struct http_request *request, const char *name)
{
	int64_t number = web_number(&request->form, name);

	return number > 9999 ? 0 : (int)number;
}

static struct date born_typed(const struct http_request *request)
{
	return date_of(number_typed(request, "year"), number_typed(request, "month"),
	               number_typed(request, "day"));
}

static void refuse(const struct http_request *request, struct http_response *response, int status,
                   const char *words)
{
	show_enter(request, response, web_words(request, words));
	response->status = status;
	response->waits_for_flush = db_is_writing(web_visitor(request)->web->db);
}

void enter_post(struct http_request *request, struct http_response *response, void *context)
{
	const struct clock real = { { 0 } };
	struct web *web = context;
	struct fault fault = { 0 };
	const struct entry_tried tried = {
		.code = letter_code_plain(or_empty(pairs_get(&request->form, "code")), request->arena),
		.born = born_typed(request),
		.at = clock_now(&real),
	};
	const char *cookie;
	enum status status;

	if (tried.code == NULL || !date_is(tried.born)) {
		refuse(request, response, 422,
		       tried.code == NULL
		               ? WORDS("Kijk de code na. Een code heeft drie groepjes van vier letters en "
		                       "cijfers.")
		               : WORDS("Kijk uw geboortedatum na. Vul dag, maand en jaar in met cijfers."));
		return;
	}
	status = entry_try(web->db, &tried, request->arena, &cookie, &fault);
	if (status == NOT_FOUND || status == FINDINGS) {
		refuse(request, response, status == FINDINGS ? 429 : 403,
		       status == FINDINGS ? WORDS("Het ging te vaak mis. Wacht een kwartier en probeer het "
		                                  "dan opnieuw. Of bel "
		                                  "de gemeente en vraag een nieuwe code.")
		                          : WORDS("Deze code en deze geboortedatum horen niet bij elkaar. Of "
		                                  "er kwam een "
		                                  "nieuwere brief met een nieuwe code. Lukt het niet? Bel de "
		                                  "gemeente."));
		return;
	}
	if (!web_ok(request, response, status, &fault))
		return;
	response->waits_for_flush = db_is_writing(web->db);
	login_remember(request, response, cookie, false);
	http_redirect(response, "/mine");
}
