/* SPDX-License-Identifier: EUPL-1.2 */
/* import workers: accounts without a password, each with the code of an invitation. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "command/import.h"
#include "common/access/invitation.h"
#include "platform/base/words.h"

#define ACCOUNT_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789._-@"
#define ACCOUNT_CHARS 60
#define NAME_CHARS 200

static const struct import_column columns[] = {
	{ "account", { NULL } }, { "name", { NULL } },  { "role", { NULL } },
	{ "team", { NULL } },    { "party", { NULL } }, { NULL, { NULL } },
};

static void check_account(const char *account, struct findings *findings)
{
	size_t length = strlen(account);

	if (length < 2 || length > ACCOUNT_CHARS || account[strspn(account, ACCOUNT_LETTERS)] != '\0')
		(void)findings_add(
			findings, "worker-account", "account",
			WORDS("Een account heeft 2 tot 60 kleine letters, cijfers, punten of streepjes."));
}

static bool has_team(const struct scheme *scheme, const char *name)
{
	const struct scheme_team *teams = scheme->teams.items;

	for (size_t i = 0; i < scheme->teams.count; i++)
		if (strcmp(teams[i].name, name) == 0)
			return true;
	return false;
}

static void check_place(const struct import *import, const struct access_account *account,
                        struct findings *findings)
{
	const struct access_role *role = access_role_named(account->role);
	bool is_providers = role != NULL && access_may(role, MAY_DELIVER);

	if (role == NULL) {
		(void)findings_add(findings, "worker-role", "role",
		                   WORDS("Deze rol is onbekend; docs/import.md noemt alle rollen."));
		return;
	}
	if (account->team[0] != '\0' && !has_team(import->scheme, account->team))
		(void)findings_add(findings, "worker-team", "team",
		                   WORDS("De regeling heeft dit team niet."));
	if (account->team[0] == '\0' && strcmp(account->role, "social_worker") == 0)
		(void)findings_add(findings, "worker-team", "team",
		                   WORDS("Een sociaal werker hoort bij een team van de regeling."));
	if (is_providers && scheme_party(import->scheme, account->party) == NULL)
		(void)findings_add(
			findings, "worker-party", "party",
			WORDS("Noem de aanbieder waar deze persoon werkt, zoals de regeling hem noemt."));
	if (!is_providers && account->party[0] != '\0')
		(void)findings_add(
			findings, "worker-party", "party",
			WORDS("Wie bij de gemeente werkt, hoort bij geen aanbieder; laat dit leeg."));
}

static enum status check_double(const struct import *import, const struct access_account *account,
                                struct findings *findings, struct fault *fault)
{
	struct access_account there;
	enum status status = access_account(import->journal.db, account->register_id, account->account,
	                                    import->journal.arena, &there, fault);

	if (status == OK)
		(void)findings_add(findings, "worker-doubled", "account",
		                   WORDS("Dit account is er al; er verandert niets aan."));
	return status == NOT_FOUND ? OK : status;
}

/* The codes go to a file that only its owner reads: "account;name;code". */
static enum status tell_code(struct import *import, const struct access_account *account, const char *code,
                             struct fault *fault)
{
	const char *line =
		arena_print(import->journal.arena, "%s;\"%s\";%s\n", account->account, account->name, code);
	const char *given = command_option(import->call, "codes");
	const char *path =
		given != NULL ? given
			      : arena_print(import->journal.arena, "%s.codes", import->call->names.items[1]);
	int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	size_t length = strlen(line);
	bool is_written = file >= 0 && write(file, line, length) == (ssize_t)length;

	if (file >= 0)
		(void)close(file);
	return is_written
	               ? OK
	               : fault_set(fault, FAILED, "cannot write the codes to %s: %s", path, strerror(errno));
}

static enum status bring(struct import *import, struct findings *findings, struct fault *fault)
{
	const struct access_account account = { .register_id = import->journal.register_id,
		                                .account = import_text(import, "account"),
		                                .name = import_text(import, "name"),
		                                .role = import_text(import, "role"),
		                                .team = import_text(import, "team"),
		                                .party = import_text(import, "party") };
	const char *code;
	enum status status;

	check_account(account.account, findings);
	if (account.name[0] == '\0' || text_chars(account.name) > NAME_CHARS)
		(void)findings_add(findings, "worker-name", "name",
		                   WORDS("Vul de naam in, hoogstens 200 tekens."));
	check_place(import, &account, findings);
	status = check_double(import, &account, findings, fault);
	if (status != OK || findings->count > 0)
		return status == OK ? FINDINGS : status;
	status = invitation_add(import->journal.db, &account, clock_now(&(struct clock){ { 0 }, 0 }),
	                        import->journal.arena, &code, fault);
	return status == OK ? tell_code(import, &account, code, fault) : status;
}

const struct import_sort import_workers = { "workers", columns, bring };
