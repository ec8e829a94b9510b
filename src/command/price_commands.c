/* SPDX-License-Identifier: EUPL-1.2 */
/* real-price: what a service costs by its six elements, and whether what is paid along the chain is enough.
 */
#include <stdio.h>

#include "command/command.h"
#include "command/files.h"
#include "contract/tender/price.h"

#define ANSWER_BYTES ((size_t)16 * 1024 * 1024)

static const struct command_option price_options[] = {
	{ "input", "FILE.yaml", true,
	  "the six cost elements; docs/howto/reckon-a-real-price.md has the keys" },
	{ "json", NULL, false, "as JSON" },
	{ NULL, NULL, false, NULL },
};

static enum status run_price(struct command_call *call, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct findings findings = findings_new(call->arena, call->language);
	const char *path = command_option(call, "input"), *bytes = "";
	bool is_json = command_option(call, "json") != NULL;
	struct price price = { 0 };
	const struct price_view view = { &price, &findings, call->language };
	size_t length = 0;
	enum status status = command_file(call, path, &bytes, &length, fault);

	if (status)
		return status;
	if (price_read(bytes, length, &price, &findings) != OK)
		return files_findings(call, path, &findings);
	price_check(&price, &findings);
	if (is_json)
		price_to_json(&view, &out);
	else
		price_to_words(&view, &out);
	(void)printf("%s%s", text_words(&out), is_json ? "\n" : "");
	return findings.count > 0 ? FINDINGS : OK;
}

const struct command command_real_price = {
	"real-price",
	"What a service really costs, by the six elements of the law, and whether the chain is paid it.",
	NULL, price_options, run_price
};
