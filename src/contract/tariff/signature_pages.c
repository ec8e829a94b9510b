/* SPDX-License-Identifier: EUPL-1.2 */
/* Proposals that wait for signatures, for all three corners: no struct here has an amount. */
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "contract/tariff/tariff_pages.h"
#include "contract/tariff/tariff_sight.h"
#include "platform/base/words.h"

struct signature_view {
	const char *corner, *name, *reason;
	struct date signed_on;
};
static const struct field signature_fields[] = {
	FIELD(struct signature_view, corner),
	FIELD(struct signature_view, name),
	FIELD(struct signature_view, reason, .max_chars = 1000),
	FIELD(struct signature_view, signed_on),
};
static const struct record signature_record = RECORD(struct signature_view, "signature", signature_fields);

struct waiting_view {
	int64_t proposal;
	const char *label, *scheme, *breaks, *reason, *sign_address;
	struct date from;
	struct records signatures;
};
static const struct field waiting_fields[] = {
	FIELD(struct waiting_view, proposal),
	FIELD(struct waiting_view, label),
	FIELD(struct waiting_view, scheme),
	FIELD(struct waiting_view, breaks, .max_chars = 1000),
	FIELD(struct waiting_view, reason, .max_chars = 1000),
	FIELD(struct waiting_view, sign_address),
	FIELD(struct waiting_view, from),
	FIELD(struct waiting_view, signatures, .of = &signature_record),
};
static const struct record waiting_record = RECORD(struct waiting_view, "waiting", waiting_fields);

struct tariff_signatures_view {
	struct page_frame frame;
	struct records proposals;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct tariff_signatures_view, frame, &page_frame_record),
	FIELD(struct tariff_signatures_view, proposals, .of = &waiting_record),
};
const struct record tariff_signatures_view_record =
	RECORD(struct tariff_signatures_view, "tariff_signatures_view", view_fields);

/* "het laagste of het hoogste tarief verandert; ..." */
static const char *breaks_words(const struct http_request *request, const char *breaks)
{
	const char *words = "";

	for (const struct choice *choice = tariff_breaks; choice->code != NULL; choice++)
		if (has_words(breaks) && strstr(breaks, choice->code) != NULL)
			words = arena_print(request->arena, "%s%s%s", words, words[0] == '\0' ? "" : "; ",
			                    web_words(request, choice->label));
	return words;
}

static enum status show_waiting(const struct http_request *request, const struct tariff_proposal *proposal,
                                struct waiting_view *ret_view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct tariff_place place = tariff_place_of(journal, proposal->agreement);
	struct records signatures = { 0 };
	enum status status =
		tariff_signatures_of(journal, proposal->proposal, web_on(request), &signatures, fault);
	const struct tariff_signature *one = signatures.items;

	*ret_view = (struct waiting_view){
		.proposal = proposal->proposal,
		.label = place.entry == NULL ? proposal->agreement : place.label,
		.scheme = place.entry == NULL ? proposal->scheme : place.entry->scheme.label,
		.breaks = breaks_words(request, proposal->breaks),
		.reason = proposal->reason,
		.from = proposal->valid_from,
		.signatures = records_new(&signature_record, signatures.count, request->arena),
	};
	for (size_t i = 0; i < signatures.count; i++)
		((struct signature_view *)ret_view->signatures.items)[i] = (struct signature_view){
			.corner = web_words(request, choice_label(scheme_corners, one[i].corner)),
			.name = one[i].name,
			.reason = one[i].reason,
			.signed_on = one[i].signed_on,
		};
	if (web_may_bring(request, &tariff_signed_kind))
		ret_view->sign_address = arena_print(request->arena, "/facts/tariff_signed?proposal=%lld",
		                                     (long long)proposal->proposal);
	return status;
}

void tariff_signatures_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct tariff_signatures_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Tekenen voor tarieven"))),
	};
	struct fault fault = { 0 };
	struct records proposals = { 0 };
	enum status status = tariff_proposals(journal, web_on(request), &proposals, &fault);
	const struct tariff_proposal *proposal = proposals.items;

	(void)context;
	view.proposals = records_new(&waiting_record, proposals.count, request->arena);
	view.proposals.count = 0;
	for (size_t i = 0; status == OK && i < proposals.count; i++)
		if (has_words(proposal[i].breaks) && !date_is(proposal[i].set_on))
			status = show_waiting(
				request, &proposal[i],
				&((struct waiting_view *)view.proposals.items)[view.proposals.count++],
				&fault);
	if (check_is(pairs_get(&request->query, "done"), tariff_signed_kind.name))
		view.frame.notice = web_words(request, tariff_signed_kind.done);
	if (web_ok(request, response, status, &fault))
		web_page(request, response, "tariff/signatures.html", &view);
}
