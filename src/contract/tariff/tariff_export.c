/* SPDX-License-Identifier: EUPL-1.2 */
/* Tariffs of a day as rows: for a spreadsheet and for programs. */
#include "contract/tariff/tariff_pages.h"
#include "contract/tariff/tariff_sight.h"
#include "platform/base/words.h"
#include "platform/record/json.h"
#include "platform/record/sheet.h"

/* What is done with each arrangement that the visitor may see. */
typedef void write_tariffs(struct http_response *response, const struct tariff_place *place,
                           const struct records *held, void *with);

static enum status for_each(const struct http_request *request, struct http_response *response,
                            write_tariffs *write, void *with, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	enum status status = OK;

	for (size_t i = 0; status == OK; i++) {
		bool is_shown = false;
		struct tariff_place place = tariff_place_seen(request, i, &is_shown);
		struct records held = { 0 };

		if (place.entry == NULL)
			break;
		if (!is_shown)
			continue;
		status = tariffs_on(journal, place.name, web_on(request), &held, fault);
		if (status == OK)
			write(response, &place, &held, with);
	}
	return status;
}

static void write_rows(struct http_response *response, const struct tariff_place *place,
                       const struct records *held, void *with)
{
	const struct tariff_held *tariff = held->items;
	const char *language = with;
	char from[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE], euros[32];

	for (size_t i = 0; i < held->count; i++) {
		struct text amount = text_new(sizeof(euros));
		const char *cells[] = {
			place->entry->scheme.label,
			place->label,
			tariff_product_label(place, tariff[i].product),
			tariff[i].level,
			words_in(language, choice_label(tariff_units, tariff[i].unit)),
			NULL,
			date_print(tariff[i].valid_from, from),
			date_print(date_last_day(tariff[i].valid_until), last),
			words_in(language, choice_label(tariff_sorts, tariff[i].sort)),
			tariff[i].is_placeholder ? words_in(language, WORDS("voorbeeld")) : "",
			tariff[i].source,
		};

		text_print(&amount, "%lld,%02lld", (long long)(tariff[i].cents.cents / 100),
		           (long long)(tariff[i].cents.cents % 100));
		cells[5] = text_words(&amount);
		sheet_add_row(&response->body, cells, COUNT(cells));
		text_done(&amount);
	}
}

void tariffs_csv(struct http_request *request, struct http_response *response, void *context)
{
	struct fault fault = { 0 };
	char on[DATE_TEXT_SIZE];
	const char *language = web_visitor(request)->language;

	(void)context;
	if (!tariff_may_look(request, response))
		return;
	response->type = "text/csv; charset=utf-8";
	response->file_name = arena_print(request->arena, "tarieven-%s.csv", date_print(web_on(request), on));
	text_add(&response->body, "regeling,overeenkomst,product,zwaarte,eenheid,euro,vanaf,tot en "
	                          "met,soort,voorbeeld,bron\r\n");
	(void)web_ok(request, response,
	             for_each(request, response, write_rows, (void *)(uintptr_t)language, &fault), &fault);
}

static void write_objects(struct http_response *response, const struct tariff_place *place,
                          const struct records *held, void *with)
{
	const struct tariff_held *tariff = held->items;
	struct json *json = with;

	(void)response;
	(void)place;
	for (size_t i = 0; i < held->count; i++)
		json_record(json, &tariff_held_record, &tariff[i], 0);
}

void tariffs_api(struct http_request *request, struct http_response *response, void *context)
{
	struct fault fault = { 0 };
	struct json json = { .out = &response->body };
	char on[DATE_TEXT_SIZE];

	(void)context;
	if (!tariff_may_look(request, response))
		return;
	response->type = "application/json";
	json_object_begin(&json);
	json_key(&json, "on");
	json_text(&json, date_print(web_on(request), on));
	json_key(&json, "tariffs");
	json_array_begin(&json);
	if (!web_ok(request, response, for_each(request, response, write_objects, &json, &fault), &fault))
		return;
	json_array_end(&json);
	json_object_end(&json);
}
