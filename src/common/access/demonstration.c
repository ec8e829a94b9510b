/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/demonstration.h"
#include "common/journal/register.h"

enum status web_demonstrations(const struct http_request *request, struct records *ret_registers,
                               struct fault *fault)
{
	struct web *web = web_visitor(request)->web;
	struct journal_register *items;
	size_t kept = 0;
	enum status status = web->refresh(&web->schemes, web->db, web->clock, fault);

	if (status == OK)
		status = journal_registers(web->db, request->arena, ret_registers, fault);
	if (status)
		return status;
	items = ret_registers->items;
	for (size_t i = 0; i < ret_registers->count; i++)
		if (date_is(items[i].demo_day))
			items[kept++] = items[i];
	ret_registers->count = kept;
	return OK;
}
