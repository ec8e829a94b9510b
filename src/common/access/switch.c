/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/switch.h"

#include <string.h>

#include "access_sql.h"
#include "platform/page/frame.h"

#define ROLES_MAX 16

enum status switch_add_role(struct db *db, int64_t register_id, const char *account, const char *role,
                            struct fault *fault)
{
	const struct access_role *known = access_role_named(role);
	const struct value values[] = { value_number(register_id), value_text(account), value_text(role) };

	if (known == NULL || access_may(known, MAY_BE_RESIDENT) || access_may(known, MAY_OF_PARTY))
		return fault_set(fault, FAILED, "the account %s cannot have the role %s beside its own",
		                 account, role);
	return db_run(db, &sql_access_add_role, values, COUNT(values), fault);
}

enum status switch_others(struct db *db, const struct access_session *session, struct arena *arena,
                          struct records *ret_roles, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(session->account.register_id),
		                        value_text(session->account.account) };
	struct page_choice *roles;
	enum status status = db_select(db, &sql_access_roles_of, values, COUNT(values), &rows, fault);

	*ret_roles = records_new(&page_choice_record, ROLES_MAX, arena);
	roles = ret_roles->items;
	ret_roles->count = 0;
	while (status == OK && ret_roles->count < ROLES_MAX && (status = db_next(&rows, fault)) == OK) {
		const struct access_role *role = access_role_named(db_text(&rows, 0, arena));

		if (role != NULL && role != session->role)
			roles[ret_roles->count++] = (struct page_choice){ role->code, role->label };
	}
	return status == NOT_FOUND ? OK : status;
}

enum status switch_to(struct db *db, const struct access_session *session, const char *cookie,
                      const char *role, struct arena *arena, struct fault *fault)
{
	struct records others = { 0 };
	const struct page_choice *items;
	enum status status = switch_others(db, session, arena, &others, fault);

	items = others.items;
	for (size_t i = 0; status == OK && i < others.count; i++)
		if (strcmp(items[i].name, role) == 0)
			return access_set_role(db, cookie, role, arena, fault);
	return status == OK ? NOT_FOUND : status;
}
