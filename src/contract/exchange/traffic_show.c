/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/traffic_show.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/traffic.h"
#include "platform/base/words.h"

static const struct field code_fields[] = {
	FIELD(struct traffic_code, code),
	FIELD(struct traffic_code, words, .max_chars = 1000),
};
static const struct record code_record = RECORD(struct traffic_code, "traffic_code", code_fields);

static const struct field shown_fields[] = {
	FIELD(struct traffic_shown, message),   FIELD(struct traffic_shown, title),
	FIELD(struct traffic_shown, code),      FIELD(struct traffic_shown, direction),
	FIELD(struct traffic_shown, party),     FIELD(struct traffic_shown, identification),
	FIELD(struct traffic_shown, address),   FIELD(struct traffic_shown, about),
	FIELD(struct traffic_shown, state),     FIELD(struct traffic_shown, about_address),
	FIELD(struct traffic_shown, mark),      FIELD(struct traffic_shown, repeated),
	FIELD(struct traffic_shown, passed_at), FIELD(struct traffic_shown, codes, .of = &code_record),
};
const struct record traffic_shown_record = RECORD(struct traffic_shown, "traffic_shown", shown_fields);

static bool may(const struct http_request *request, enum permission permission)
{
	return access_may(web_visitor(request)->session.role, permission);
}

const char *traffic_own_party(const struct http_request *request)
{
	return or_empty(web_visitor(request)->session.account.party);
}

bool traffic_sees_money(const struct http_request *request)
{
	return may(request, MAY_SEE_ORDERS) || may(request, MAY_DELIVER);
}

/* The municipality of a provider's own register; else the provider. */
static const char *other_side(const struct http_request *request, const struct traffic_line *line)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;

	for (size_t i = 0; has_words(line->municipality) &&
	                   (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_authority *authorities = entry->scheme.authorities.items;

		for (size_t j = 0; j < entry->scheme.authorities.count; j++)
			if (strcmp(or_empty(authorities[j].cbs_code), line->municipality) == 0)
				return authorities[j].label;
	}
	if (has_words(line->municipality))
		return line->municipality;
	return has_words(line->party)
	               ? scheme_book_organisation(journal->schemes, journal->register_id, line->party)
	               : web_words(request, WORDS("onbekend"));
}

/* What it is about, and where that can be looked at: practice goes to the file, contract to the order. */
static void show_about(const struct http_request *request, const struct traffic_line *line,
                       struct traffic_shown *shown)
{
	struct arena *arena = request->arena;

	shown->about = "";
	shown->about_address = "";
	if (line->claim != 0) {
		shown->about = web_words(request, WORDS("de declaratie"));
		if (may(request, MAY_SEE_ORDERS) && strcmp(line->municipality, "") == 0)
			shown->about_address =
				arena_print(arena, "/claims?claim=%lld", (long long)line->claim);
	} else if (line->person != 0 && may(request, MAY_REPORT)) {
		shown->about = arena_print(arena, web_words(request, WORDS("het dossier van cliënt %lld")),
		                           (long long)line->person);
		shown->about_address =
			arena_print(arena, line->request != 0 ? "/clients/%lld/asked" : "/clients/%lld",
		                    (long long)line->person);
	} else if (line->assignment != 0) {
		shown->about = arena_print(arena, web_words(request, WORDS("opdracht %lld")),
		                           (long long)line->assignment);
		if (may(request, MAY_SEE_ORDERS))
			shown->about_address =
				arena_print(arena, "/orders/%lld", (long long)line->assignment);
	} else if (line->request != 0) {
		shown->about = web_words(request, WORDS("een verzoek"));
	}
}

static const char *waiting_words(const struct http_request *request, const struct traffic_line *line,
                                 struct traffic_shown *shown)
{
	const struct journal *journal = &web_visitor(request)->journal;
	bool is_late = traffic_is_late(journal->calendar, line, web_on(request));
	const char *due = calendar_date_words(traffic_due(journal->calendar, line), journal->language, false,
	                                      request->arena);

	shown->mark = is_late ? "th-status--stopped" : "th-status--waits";
	return arena_print(request->arena,
	                   web_words(request, is_late ? WORDS("te laat: het antwoord moest er zijn op %s")
	                                              : WORDS("wacht op antwoord, uiterlijk op %s")),
	                   due);
}

static const char *answered_words(const struct http_request *request, const struct traffic_line *line)
{
	const char *on = calendar_date_words(line->answered_on, web_visitor(request)->journal.language, false,
	                                     request->arena);

	if (line->refused_lines > 0)
		return arena_print(request->arena,
		                   web_words(request, WORDS("beantwoord op %s; geweigerde regels: %lld")), on,
		                   (long long)line->refused_lines);
	return date_is(line->answered_on)
	               ? arena_print(request->arena, web_words(request, WORDS("beantwoord op %s")), on)
	               : web_words(request, WORDS("verwerkt"));
}

static const char *state_words(const struct http_request *request, const struct traffic_line *line,
                               struct traffic_shown *shown)
{
	shown->mark = "th-status--done";
	if (strcmp(line->state, "waiting") == 0)
		return waiting_words(request, line, shown);
	if (strcmp(line->state, "answered") == 0)
		return answered_words(request, line);
	if (strcmp(line->state, "refused") == 0)
		shown->mark = "th-status--stopped";
	if (strcmp(line->state, "answer") == 0 && has_words(line->codes))
		return web_words(request, WORDS("zegt waarom het is geweigerd"));
	return web_words(request, choice_label(traffic_states, line->state));
}

static struct records show_codes(const struct http_request *request, const char *codes)
{
	struct texts found = message_codes_in(codes, request->arena);
	struct records shown = records_new(&code_record, found.count, request->arena);
	struct traffic_code *rows = shown.items;

	for (size_t i = 0; i < found.count; i++)
		rows[i] = (struct traffic_code){
			found.items[i], web_words(request, choice_label(message_return_codes, found.items[i]))
		};
	return shown;
}

static const char *repeated_words(const struct http_request *request, const struct traffic_line *line)
{
	const char *on = calendar_date_words(line->again_on, web_visitor(request)->journal.language, false,
	                                     request->arena);

	if (line->asked_again != 0)
		return web_words(request, WORDS("gaat opnieuw weg"));
	if (line->sent_again == 0)
		return "";
	if (has_words(line->again_by))
		return arena_print(request->arena,
		                   web_words(request, WORDS("opnieuw verstuurd op %s door %s")), on,
		                   line->again_by);
	return arena_print(request->arena, web_words(request, WORDS("opnieuw verstuurd op %s")), on);
}

struct traffic_shown traffic_show(const struct http_request *request, const struct traffic_line *line)
{
	struct traffic_shown shown = {
		.message = line->message,
		.title = web_words(request, choice_label(traffic_sorts, line->sort)),
		.code = line->sort,
		.direction = web_words(request, choice_label(traffic_directions, line->direction)),
		.party = other_side(request, line),
		.identification = has_words(line->identification) ? line->identification : "-",
		.address = arena_print(request->arena, "/messages/%lld", (long long)line->message),
		.passed_at = line->passed_at,
		.repeated = repeated_words(request, line),
		.codes = show_codes(request, line->codes),
	};

	show_about(request, line, &shown);
	shown.state = state_words(request, line, &shown);
	return shown;
}
