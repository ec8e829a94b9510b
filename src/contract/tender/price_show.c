/* SPDX-License-Identifier: EUPL-1.2 */
/* A real price as JSON and as words. */
#include "contract/tender/price.h"
#include "platform/base/words.h"
#include "platform/page/spelling.h"
#include "platform/record/json.h"

static void line_to_json(const struct price_line *line, struct json *json)
{
	json_object_begin(json);
	json_key(json, "what");
	json_text(json, line->what);
	json_key(json, "cents");
	json_number(json, line->amount.cents);
	json_object_end(json);
}

static void element_to_json(const struct price_element *element, const char *language, struct json *json)
{
	const struct price_line *lines = element->lines.items;

	json_object_begin(json);
	json_key(json, "element");
	json_text(json, element->element);
	json_key(json, "label");
	json_text(json, words_in(language, choice_label(price_elements, element->element)));
	json_key(json, "cents");
	json_number(json, element->amount.cents);
	json_key(json, "reason");
	json_text(json, element->reason);
	json_key(json, "source");
	json_text(json, element->source);
	json_key(json, "lines");
	json_array_begin(json);
	for (size_t i = 0; i < element->lines.count; i++)
		line_to_json(&lines[i], json);
	json_array_end(json);
	json_object_end(json);
}

static void link_to_json(const struct price_link *link, struct json *json)
{
	json_object_begin(json);
	json_key(json, "from");
	json_text(json, link->from);
	json_key(json, "to");
	json_text(json, link->to);
	json_key(json, "cents");
	json_number(json, link->cents.cents);
	json_key(json, "floor_cents");
	json_number(json, link->floor.cents);
	json_key(json, "enough");
	json_flag(json, link->is_enough);
	json_object_end(json);
}

static void findings_to_json(const struct findings *findings, struct json *json)
{
	json_key(json, "findings");
	json_array_begin(json);
	for (size_t i = 0; i < findings->count; i++) {
		json_object_begin(json);
		json_key(json, "line");
		json_number(json, findings->items[i].line);
		json_key(json, "code");
		json_text(json, findings->items[i].code);
		json_key(json, "words");
		json_text(json, findings->items[i].words);
		json_object_end(json);
	}
	json_array_end(json);
}

void price_to_json(const struct price_view *view, struct text *out)
{
	const struct price *price = view->price;
	const struct price_element *elements = price->elements.items;
	const struct price_link *links = price->chain.items;
	struct json json = { .out = out };

	json_object_begin(&json);
	json_key(&json, "service");
	json_text(&json, price->service);
	json_key(&json, "unit");
	json_text(&json, price->unit);
	json_key(&json, "cents");
	json_number(&json, price->amount.cents);
	if (price->tariff.at.items != NULL) {
		json_key(&json, "tariff_cents");
		json_number(&json, price->tariff.cents.cents);
		json_key(&json, "enough");
		json_flag(&json, price->is_enough);
	}
	json_key(&json, "elements");
	json_array_begin(&json);
	for (size_t i = 0; i < price->elements.count; i++)
		element_to_json(&elements[i], view->language, &json);
	json_array_end(&json);
	json_key(&json, "chain");
	json_array_begin(&json);
	for (size_t i = 0; i < price->chain.count; i++)
		link_to_json(&links[i], &json);
	json_array_end(&json);
	findings_to_json(view->findings, &json);
	json_object_end(&json);
}

static void element_to_words(const struct price_view *view, const struct price_element *element,
                             const struct spelling *spelling, struct text *out)
{
	const struct price_line *lines = element->lines.items;
	char amount[SPELLING_SIZE];

	text_print(out, "%s: %s\n", words_in(view->language, choice_label(price_elements, element->element)),
	           spelling_money(spelling, element->amount, amount));
	for (size_t i = 0; i < element->lines.count; i++)
		text_print(out, "    %s: %s\n", lines[i].what,
		           spelling_money(spelling, lines[i].amount, amount));
	text_print(out, words_in(view->language, WORDS("    Waarom: %s\n    Bron: %s\n")), element->reason,
	           element->source);
}

void price_to_words(const struct price_view *view, struct text *out)
{
	const struct price *price = view->price;
	const struct price_element *elements = price->elements.items;
	const struct price_link *links = price->chain.items;
	const struct spelling spelling = spelling_new(view->language);
	char amount[SPELLING_SIZE], floor[SPELLING_SIZE];

	for (size_t i = 0; i < price->elements.count; i++)
		element_to_words(view, &elements[i], &spelling, out);
	text_print(out, words_in(view->language, WORDS("De reële prijs van %s is %s per %s.\n")),
	           price->label, spelling_money(&spelling, price->amount, amount), price->unit);
	for (size_t i = 0; i < price->chain.count; i++)
		text_print(out,
		           words_in(view->language, WORDS("%s betaalt %s %s; ten minste %s is nodig.\n")),
		           links[i].from, links[i].to, spelling_money(&spelling, links[i].cents, amount),
		           spelling_money(&spelling, links[i].floor, floor));
	for (size_t i = 0; i < view->findings->count; i++)
		text_print(out, "%d: %s\n", view->findings->items[i].line, view->findings->items[i].words);
}
