/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/worker.h"

#include <string.h>

#include "common/access/access.h"
#include "desk_sql.h"
#include "practice/desk/desk_store.h"

enum status worker_is_there(struct journal *journal, const char *account, const char *owner,
                            bool *ret_is_there, struct fault *fault)
{
	const struct access_role *role;
	struct access_account found;
	bool has_left = false;
	enum status status =
		access_account(journal->db, journal->register_id, account, journal->arena, &found, fault);

	*ret_is_there = false;
	if (status == OK)
		status = desk_has_left(journal, account, &has_left, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	role = access_role_named(found.role);
	if (role == NULL || has_left)
		return OK;
	*ret_is_there = access_may(role, MAY_INVESTIGATE) ||
	                (access_may(role, MAY_DELIVER) && owner != NULL && strcmp(found.party, owner) == 0);
	return OK;
}

/* The next of the team after the account, in the order of their accounts; NULL when it is alone. */
static const char *deputy_of(const struct records *team, const char *account)
{
	const struct access_account *items = team->items;
	const char *first = NULL;

	for (size_t i = 0; i < team->count; i++) {
		int order = strcmp(items[i].account, account);

		if (order > 0)
			return items[i].account;
		if (order < 0 && first == NULL)
			first = items[i].account;
	}
	return first;
}

enum status worker_successor(struct journal *journal, const char *worker, const char **named, bool *ret_has,
                             struct fault *fault)
{
	struct access_account leaver;
	struct records team = { 0 };
	enum status status =
		access_account(journal->db, journal->register_id, worker, journal->arena, &leaver, fault);

	if (status)
		return status;
	if (!has_words(*named)) {
		status = desk_team(journal, leaver.team, &team, fault);
		if (status == OK && leaver.team[0] != '\0')
			*named = deputy_of(&team, worker);
	}
	if (status != OK || *named == NULL)
		return status;
	status = worker_is_there(journal, *named, leaver.party, ret_has, fault);
	*ret_has = *ret_has && strcmp(*named, worker) != 0;
	return status;
}

/* Of the program itself there is no account, and it may. */
static enum status may_say_all(struct journal *journal, struct access_account *ret_by, bool *ret_may,
                               struct fault *fault)
{
	enum status status = access_account(journal->db, journal->register_id, or_empty(journal->account),
	                                    journal->arena, ret_by, fault);
	const struct access_role *role = status == OK ? access_role_named(ret_by->role) : NULL;

	*ret_may = status == NOT_FOUND || (role != NULL && access_may(role, MAY_ADMINISTER));
	return status == NOT_FOUND ? OK : status;
}

enum status worker_may_move(struct journal *journal, const char *worker, const char *to,
                            struct worker_move *ret_move, struct fault *fault)
{
	struct access_account by = { .team = "" }, of = { .team = "" }, next = { .team = "" };
	bool may = false;
	enum status status = may_say_all(journal, &by, &may, fault);

	*ret_move = (struct worker_move){ false, false };
	if (status != OK || may)
		return status;
	status = access_account(journal->db, journal->register_id, worker, journal->arena, &of, fault);
	if (status == OK && of.team[0] != '\0')
		ret_move->is_by_others = strcmp(by.team, of.team) != 0;
	if (status == OK && has_words(to))
		status = access_account(journal->db, journal->register_id, to, journal->arena, &next, fault);
	if (status == OK && has_words(to))
		ret_move->goes_to_others =
			strcmp(next.team, of.team) != 0 || strcmp(next.party, of.party) != 0;
	return status == NOT_FOUND ? OK : status;
}

enum status worker_clients(struct journal *journal, const char *worker, struct date from,
                           int64_t *ret_clients, int64_t *ret_later, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(worker),
		                        value_date(from) };
	enum status status =
		db_one(journal->db, &sql_desk_clients_of_worker, values, COUNT(values), &rows, fault);

	*ret_clients = status == OK ? db_number(&rows, 0) : 0;
	*ret_later = status == OK ? db_number(&rows, 1) : 0;
	return status;
}

enum status worker_hand_on(struct db *db, int64_t register_id, const struct worker_change *change,
                           struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(change->worker),
		                        value_date(change->from), value_text(change->to) };
	enum status status = db_run(db, &sql_desk_split_worker, values, 3, fault);

	if (status == OK)
		status = db_run(db, &sql_desk_end_worker, values, 3, fault);
	return status == OK ? db_run(db, &sql_desk_replace_worker, values, 4, fault) : status;
}
