/* SPDX-License-Identifier: EUPL-1.2 */
/* A copy of a draft for who write it together: as text to keep, and as JSON for a program. */
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "contract/procurement/bid_door.h"
#include "contract/procurement/draft.h"
#include "contract/procurement/moments.h"
#include "contract/procurement/procurement_pages.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

/* What is copied. */
struct bid_copied {
	struct bid_door door;
	struct records answers; /* struct bid_answer */
};

/* Who may write in it may take a copy, as long as it is not submitted; false: it has answered. */
static bool find_copied(const struct http_request *request, struct http_response *response,
                        struct bid_copied *copied)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records versions = { 0 };
	struct fault fault = { 0 };
	enum bid_role role = BID_NOBODY;
	enum status status =
		bid_door_open(journal, web_number(&request->parts, "bid"), &copied->door, &fault);

	if (!web_ok(request, response, status, &fault))
		return false;
	if (copied->door.is_there)
		role = bid_role_of(&copied->door.now, &copied->door.partners, journal->party);
	if ((role != BID_LEAD && role != BID_MEMBER) || !copied->door.standing.is_begun) {
		web_problem(request, response, 403);
		return false;
	}
	status = draft_versions(journal, copied->door.now.bid, &versions, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	copied->answers = draft_answers(&versions, request->arena);
	web_note_read(request, response, 0, "bid");
	return true;
}

static void write_part(struct text *out, const char *label, const char *words)
{
	if (has_words(words))
		text_print(out, "%s\n%s\n\n", label, words);
}

void bid_copy_text(struct http_request *request, struct http_response *response, void *context)
{
	struct bid_copied copied = { 0 };
	const struct notice_criterion *criterion;
	const struct tender_notice *notice = &copied.door.notice;

	(void)context;
	if (!find_copied(request, response, &copied))
		return;
	response->type = "text/plain; charset=utf-8";
	response->file_name =
		arena_print(request->arena, "inschrijving-%lld.txt", (long long)copied.door.now.bid);
	text_print(&response->body, "%s\n%s\n\n", notice->title,
	           arena_print(request->arena,
	                       web_words(request, WORDS("Kopie van %s. Dit is nog niet ingediend.")),
	                       moment_words(clock_now(&web_visitor(request)->clock),
	                                    web_visitor(request)->language, request->arena)));
	criterion = notice->criteria.items;
	for (size_t i = 0; i < notice->criteria.count; i++) {
		const struct bid_content content = { .answers = copied.answers };
		const struct bid_answer *answer = procurement_answer(&content, criterion[i].criterion);

		text_print(&response->body, "== %s ==\n\n", criterion[i].label);
		if (answer == NULL)
			continue;
		write_part(&response->body, web_words(request, WORDS("Uw antwoord")), answer->answer);
		write_part(&response->body, web_words(request, WORDS("Hoe precies?")), answer->how);
		write_part(&response->body, web_words(request, WORDS("Met wie?")), answer->with);
	}
}

void bid_copy_json(struct http_request *request, struct http_response *response, void *context)
{
	struct bid_copied copied = { 0 };
	struct json json = { .out = &response->body };
	const struct bid_answer *answer;

	(void)context;
	if (!find_copied(request, response, &copied))
		return;
	response->type = "application/json";
	response->file_name =
		arena_print(request->arena, "inschrijving-%lld.json", (long long)copied.door.now.bid);
	json_object_begin(&json);
	json_key(&json, "tender");
	json_text(&json, copied.door.notice.tender);
	json_key(&json, "lot");
	json_text(&json, copied.door.now.lot);
	json_key(&json, "submitted");
	json_flag(&json, false);
	json_key(&json, "answers");
	json_array_begin(&json);
	answer = copied.answers.items;
	for (size_t i = 0; i < copied.answers.count; i++)
		json_record(&json, &bid_answer_record, &answer[i], 0);
	json_array_end(&json);
	json_object_end(&json);
}
