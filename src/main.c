/* SPDX-License-Identifier: EUPL-1.2 */
/* thuisregie VERB: the verbs, and the lists that they are given. */
#include <locale.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "app/app.h"
#include "common/journal/book.h"

int main(int argc, char **argv)
{
	const struct command commands[] = {
		command_demo,     command_serve,   command_work,           command_migrate,
		command_exchange, command_assign,  command_check,          command_scheme,
		command_term,     command_verify,  command_rebuild,        command_requirements,
		command_norm,     command_letter,  command_import,         command_backup,
		command_restore,  command_recount, command_contributions, command_radar,
		command_erase,
		command_award,
		command_ocds,
		command_tender,
		command_districts,
		command_real_price,
		command_message,
		command_budget,
		command_settle,
		command_claims,
	};
	const struct program program = {
		.book = &app_book,
		.routes = app_routes,
		.routes_count = app_routes_count,
		.pages = app_pages,
		.pages_count = app_pages_count,
		.menu = app_menu,
		.menu_count = app_menu_count,
		.file = app_file_parts,
		.file_count = app_file_parts_count,
		.relations = app_relations,
		.relations_count = app_relations_count,
		.jobs = app_jobs,
		.jobs_count = app_jobs_count,
	};
	struct fault fault = { "" };

	/* Legal days are days as lived in the Netherlands; the rule itself, so that no table of zones is
	 * needed. */
	(void)setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	(void)setlocale(LC_CTYPE, "C.UTF-8");
	(void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of the world, told in words */
	if (sodium_init() < 0 || journal_check_book(program.book, &fault) != OK) {
		(void)fprintf(stderr, "thuisregie: %s\n",
		              fault.words[0] == '\0' ? "no safe random numbers" : fault.words);
		return FAILED;
	}
	return command_main(commands, COUNT(commands), &program, argc, argv);
}
