/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/caseload/sight.h"

#include <string.h>

#include "caseload_sql.h"
#include "practice/decision/decision_kept.h"
#include "practice/desk/desk_store.h"

/* Which of a client's cases is nearest to somebody. */
enum nearness { NEAR_NOBODY, NEAR_TEAM, NEAR_CONTACT };

static enum nearness nearness_of(const struct access_account *account, const char *contact, const char *team)
{
	if (strcmp(contact, account->account) == 0)
		return NEAR_CONTACT;
	return account->team[0] != '\0' && strcmp(team, account->team) == 0 ? NEAR_TEAM : NEAR_NOBODY;
}

/* Who answers for a client who has no case yet. */
static enum status nearness_by_desk(struct journal *journal, const struct sight_asked *asked,
                                    enum nearness *ret_nearness, struct fault *fault)
{
	struct contact contact;
	enum status status = desk_contact_on(journal, asked->person, asked->today, &contact, fault);

	*ret_nearness =
		status == OK ? nearness_of(asked->account, contact.contact, contact.team) : NEAR_NOBODY;
	return status == NOT_FOUND ? OK : status;
}

enum status caseload_sight_of_worker(struct journal *journal, const struct sight_asked *asked,
                                     const char **ret_ground, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(asked->person) };
	enum nearness nearest = NEAR_NOBODY;
	enum status status = db_select(journal->db, &sql_caseload_whose, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		enum nearness nearness = nearness_of(asked->account, db_text(&rows, 0, journal->arena),
		                                     db_text(&rows, 1, journal->arena));

		nearest = nearness > nearest ? nearness : nearest;
	}
	status = status == NOT_FOUND ? OK : status;
	if (status == OK && nearest == NEAR_NOBODY)
		status = nearness_by_desk(journal, asked, &nearest, fault);
	if (status == OK && nearest != NEAR_NOBODY)
		*ret_ground = nearest == NEAR_CONTACT ? "contact" : "team";
	return status;
}

enum status caseload_sight_of_decider(struct journal *journal, const struct sight_asked *asked,
                                      const char **ret_ground, struct fault *fault)
{
	bool has_applied = false;
	enum status status = decision_was_asked(journal, asked->person, &has_applied, fault);

	if (has_applied)
		*ret_ground = "decision";
	return status;
}

bool caseload_shows_asked(const struct access_session *session, const struct case_seen *seen)
{
	if (access_may(session->role, MAY_INVESTIGATE))
		return nearness_of(&session->account, seen->contact, seen->team) != NEAR_NOBODY;
	return access_may(session->role, MAY_DECIDE) && strcmp(seen->status, "reported") != 0 &&
	       strcmp(seen->status, "investigated") != 0;
}
