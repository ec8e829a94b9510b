/* SPDX-License-Identifier: EUPL-1.2 */
/* All letters of an award in one go: one file for the printer, and the list that goes with it. */
#include <stdlib.h>
#include <unistd.h>

#include "contract/assessment/assessment_pages.h"
#include "contract/assessment/assessment_view.h"
#include "contract/assessment/deciding.h"
#include "contract/assessment/telling.h"
#include "platform/base/words.h"
#include "platform/record/sheet.h"

#define READ_BYTES ((size_t)64 * 1024)

static void remove_file(const int *file)
{
	if (*file >= 0)
		(void)close(*file);
}

/* Only who runs the tender. The bids of the round that have a letter: struct assessment_result. */
static bool begin(struct http_request *request, struct http_response *response, struct seeing *seeing,
                  struct records *ret_results)
{
	struct fault fault = { 0 };
	struct assessment_result *result;
	size_t count = 0;

	if (!seeing_begin(request, response, seeing))
		return false;
	if (!seeing->is_manager)
		return seeing_refuse(seeing,
		                     web_words(request, WORDS("De gunning is van de contractmanager.")));
	if (!seeing_reads_all(seeing))
		return false;
	if (!web_ok(request, response,
	            assessment_results(seeing->journal, seeing->assessed.notice.tender,
	                               seeing->assessed.stand.round, ret_results, &fault),
	            &fault))
		return false;
	result = ret_results->items;
	for (size_t i = 0; i < ret_results->count; i++)
		if (result[i].letter != 0)
			result[count++] = result[i];
	ret_results->count = count;
	if (count > 0)
		return true;
	web_problem_in_words(request, response, 404,
	                     web_words(request, WORDS("Er is nog geen brief over de gunning.")));
	return false;
}

static enum status read_back(int file, struct http_response *response, struct arena *arena,
                             struct fault *fault)
{
	char *bytes = arena_take(arena, READ_BYTES);
	ssize_t length;

	while ((length = read(file, bytes, READ_BYTES)) > 0)
		text_add_part(&response->body, bytes, (size_t)length);
	return length == 0 && !response->body.is_full
	               ? OK
	               : fault_set(fault, FAILED, "the letters of the award cannot be read back");
}

void award_print_pdf(struct http_request *request, struct http_response *response, void *context)
{
	char *path =
		arena_print(request->arena, "%s/gunning-XXXXXX", web_visitor(request)->web->upload_folder);
	CLEANUP(remove_file) int file = -1;
	struct records results = { 0 };
	struct fault fault = { 0 };
	struct seeing seeing;
	enum status status;

	(void)context;
	if (!begin(request, response, &seeing, &results))
		return;
	file = mkstemp(path);
	status = file < 0 ? fault_set(&fault, FAILED, "no file for the letters of an award can be made")
	                  : award_letters_print(
				    seeing.journal,
				    &(struct letters_printed){ seeing.assessed.notice.tender,
	                                                       seeing.assessed.stand.round,
	                                                       web_visitor(request)->register_name, path },
				    &fault);
	if (status == OK)
		status = read_back(file, response, request->arena, &fault);
	if (file >= 0)
		(void)unlink(path);
	if (!web_ok(request, response, status, &fault))
		return;
	response->type = "application/pdf";
	response->file_name =
		arena_print(request->arena, "gunning-%s-ronde-%lld.pdf", seeing.assessed.notice.tender,
	                    (long long)seeing.assessed.stand.round);
	web_note_read(request, response, 0, "tender-letters-print");
}

void award_print_csv(struct http_request *request, struct http_response *response, void *context)
{
	const char *language = web_visitor(request)->language;
	struct records results = { 0 };
	const struct assessment_result *result;
	struct seeing seeing;

	(void)context;
	if (!begin(request, response, &seeing, &results))
		return;
	result = results.items;
	response->type = "text/csv; charset=utf-8";
	response->file_name =
		arena_print(request->arena, "gunning-%s-ronde-%lld.csv", seeing.assessed.notice.tender,
	                    (long long)seeing.assessed.stand.round);
	text_add(&response->body, "plaats,brief,inschrijving,inschrijver,perceel,uitkomst,verstuurd\r\n");
	for (size_t i = 0; i < results.count; i++) {
		char sent[DATE_TEXT_SIZE];
		const char *cells[] = {
			arena_print(request->arena, "%zu", i + 1),
			arena_print(request->arena, "%lld", (long long)result[i].letter),
			arena_print(request->arena, "%lld", (long long)result[i].bid),
			result[i].bidder,
			result[i].lot,
			words_in(language, choice_label(award_outcomes, result[i].why)),
			date_is(result[i].sent_on) ? date_print(result[i].sent_on, sent) : "",
		};

		sheet_add_row(&response->body, cells, COUNT(cells));
	}
	web_note_read(request, response, 0, "tender-letters-print");
}
