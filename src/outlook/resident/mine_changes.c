/* SPDX-License-Identifier: EUPL-1.2 */
/* What changes on which day to come: help that ends or begins, another provider, another address, a birthday.
 */
#include <stdlib.h>
#include <string.h>

#include "common/document/letter.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "outlook/resident/mine.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/care/evaluation.h"
#include "practice/care/talk.h"
#include "practice/decision/decision.h"
#include "practice/desk/desk_store.h"
#include "practice/radar/radar.h"

#define CHANGES_MAX 100
#define TOLD_DAYS 182 /* so long a letter that told of a change stands with what changes */

static const struct field mine_change_fields[] = {
	FIELD(struct mine_change, on),
	FIELD(struct mine_change, words, .max_chars = 1000),
};
const struct record mine_change_record = RECORD(struct mine_change, "mine_change", mine_change_fields);

/* Adds a change, unless its day has passed. words has at most two places for texts. */
static void add(struct mine *mine, struct date on, const char *words)
{
	struct records *changes = &mine->view->changes;

	if (date_before(mine->today, on) && on.day != DATE_LAST.day && changes->count < CHANGES_MAX)
		((struct mine_change *)changes->items)[changes->count++] = (struct mine_change){ on, words };
}

static const char *say(const struct mine *mine, const char *dutch, const char *first, const char *second)
	__attribute__((nonnull));
static const char *say(const struct mine *mine, const char *dutch, const char *first, const char *second)
{
	CLEANUP(text_done) struct text text = text_new(1000);
	const char *words = web_words(mine->request, dutch), *at = strstr(words, "{");

	for (; at != NULL; at = strstr(words, "{")) {
		text_add_part(&text, words, (size_t)(at - words));
		text_add(&text, at[1] == '1' ? first : second);
		words = at + strlen("{1}");
	}
	text_add(&text, words);
	return arena_copy(mine->arena, text_words(&text));
}

/* Help that ends with its decision, and nothing follows it. */
static bool is_followed(const struct records *granted, const struct granted_line *line)
{
	const struct granted_line *items = granted->items;

	for (size_t i = 0; i < granted->count; i++)
		if (strcmp(items[i].product, line->product) == 0 &&
		    date_before(line->valid_from, items[i].valid_from) &&
		    !date_before(line->valid_until, items[i].valid_from))
			return true;
	return false;
}

static enum status add_grants(struct mine *mine)
{
	struct records granted;
	const struct granted_line *items;
	enum status status = decision_lines_of(mine->journal, mine->person, DATE_LAST, &granted, mine->fault);

	items = granted.items;
	for (size_t i = 0; status == OK && i < granted.count; i++) {
		const char *product = mine_product(mine, items[i].product);

		add(mine, items[i].valid_from,
		    say(mine, WORDS("{1} begint: {2}."), product,
		        scheme_amount_words(items[i].amount, items[i].unit, items[i].frequency,
		                            mine->journal->language, mine->arena)));
		if (!is_followed(&granted, &items[i]))
			add(mine, items[i].valid_until,
			    say(mine,
			        WORDS("Het besluit over {1} is dan afgelopen. Wij bespreken voor die tijd "
			              "met u "
			              "hoe het verdergaat."),
			        product, ""));
	}
	return status;
}

static enum status add_deliveries(struct mine *mine)
{
	struct records deliveries;
	const struct delivery *items;
	enum status status = deliveries_of(mine->journal, mine->person, &deliveries, mine->fault);

	items = deliveries.items;
	for (size_t i = 0; status == OK && i < deliveries.count; i++) {
		bool is_other = i > 0 && items[i - 1].assignment == items[i].assignment;

		add(mine, items[i].valid_from,
		    say(mine,
		        is_other ? WORDS("Voortaan komt {1} bij u, voor {2}.")
		                 : WORDS("{1} komt vanaf die dag bij u, voor {2}."),
		        mine_organisation(mine, items[i].deliverer), mine_product(mine, items[i].product)));
	}
	return status;
}

/* Another helper, or the first one whose name is known. */
static enum status add_workers(struct mine *mine)
{
	struct records workers;
	const struct permanent_worker_line *items;
	enum status status = permanent_workers_of(mine->journal, mine->person, &workers, mine->fault);

	items = workers.items;
	for (size_t i = 0; status == OK && i < workers.count; i++)
		add(mine, items[i].from_day,
		    say(mine, WORDS("Vanaf die dag is {1} uw vaste hulp voor {2}."), items[i].name,
		        mine_product(mine, items[i].product)));
	return status;
}

/* The letters that told of a change, of the letters of the view. */
static void add_told(struct mine *mine)
{
	const struct records *letters = &mine->view->letters;
	const struct letter_line *items = letters->items;
	struct records *told = &mine->view->told;

	*told = records_new(&letter_line_record, letters->count, mine->arena);
	told->count = 0;
	for (size_t i = 0; i < letters->count; i++)
		if (strcmp(items[i].sort, "announcement") == 0 &&
		    date_before(date_add_days(mine->today, -TOLD_DAYS), items[i].dated))
			((struct letter_line *)told->items)[told->count++] = items[i];
}

static enum status add_contacts(struct mine *mine)
{
	struct records contacts;
	const struct contact *items;
	enum status status = desk_contacts_of(mine->journal, mine->person, &contacts, mine->fault);

	items = contacts.items;
	for (size_t i = 1; status == OK && i < contacts.count; i++) {
		const char *name;

		if (strcmp(items[i].contact, items[i - 1].contact) == 0)
			continue;
		status = access_name(mine->journal->db, mine->journal->register_id, items[i].contact,
		                     mine->arena, &name, mine->fault);
		add(mine, items[i].valid_from, say(mine, WORDS("{1} wordt uw aanspreekpunt."), name, ""));
	}
	return status;
}

static enum status add_move(struct mine *mine)
{
	struct identity identity;
	struct date on = { 0 };
	enum status status = vault_last_move(mine->journal, mine->person, &on, mine->fault);

	if (status != OK || !date_before(mine->today, on))
		return status == NOT_FOUND ? OK : status;
	status = vault_identity_on(mine->journal, mine->person, on, &identity, mine->fault);
	if (status == OK)
		add(mine, on,
		    say(mine, WORDS("Uw adres wordt {1}, {2}."), identity_street(&identity, mine->arena),
		        identity_place(&identity, mine->arena)));
	return status;
}

/* --- a birthday, or a lane that ends --- */

static int postcode_digits(const char *postcode)
{
	int digits = 0;

	for (int i = 0; i < 4; i++) {
		if (postcode[i] < '0' || postcode[i] > '9')
			return 0;
		digits = digits * 10 + (postcode[i] - '0');
	}
	return digits;
}

/* The same look ahead as the worker's list, for one client. */
static void look_ahead(struct mine *mine, const struct delivery *delivery, const struct identity *identity)
{
	const struct scheme_entry *entry = scheme_book_with_product(
		mine->journal->schemes, mine->journal->register_id, delivery->product);
	struct radar_scheme *radar = ARENA_NEW(mine->arena, struct radar_scheme);
	struct radar_change change;
	struct radar_line line;

	if (entry == NULL)
		return;
	*radar = radar_scheme_on(&entry->scheme, &entry->lanes, mine->today, mine->arena);
	line = (struct radar_line){
		.product = lane_names_find(&entry->lanes.products, delivery->product),
		.deliverer = lane_names_find(&entry->lanes.parties, delivery->deliverer),
		.postcode = postcode_digits(identity->postcode),
		.address = radar->has_addresses ? postcode_with_number(identity->postcode,
		                                                       identity->house_number, mine->arena)
		                                : NULL,
		.born = identity->born,
		.from = delivery->valid_from,
		.until = delivery->valid_until,
		.since = delivery->valid_from,
	};
	if (line.deliverer == LANE_NONE || !radar_next(radar, &line, &change))
		return;
	add(mine, change.on,
	    say(mine,
	        change.is_birthday ? WORDS("U bent dan jarig. Door uw leeftijd hoort {1} daarna bij andere "
	                                   "afspraken. Wij "
	                                   "bespreken eerst met u wat dat betekent voor {2}.")
	                           : WORDS("De afspraak met {2} voor {1} loopt dan af. Wij bespreken eerst "
	                                   "met u wie het "
	                                   "overneemt."),
	        mine_product(mine, delivery->product), mine_organisation(mine, delivery->deliverer)));
}

static enum status add_lanes(struct mine *mine)
{
	struct records deliveries;
	const struct delivery *items;
	struct identity identity;
	enum status status = deliveries_of(mine->journal, mine->person, &deliveries, mine->fault);

	if (status == OK)
		status = vault_identity(mine->journal, mine->person, &identity, mine->fault);
	items = deliveries.items;
	for (size_t i = 0; status == OK && i < deliveries.count; i++)
		if (date_before(mine->today, items[i].valid_until))
			look_ahead(mine, &items[i], &identity);
	return status;
}

/* When client and worker look together whether help works. */
static enum status add_looks(struct mine *mine)
{
	struct records planned;
	const struct planned_line *items;
	enum status status = evaluations_planned(mine->journal, mine->person, &planned, mine->fault);

	items = planned.items;
	for (size_t i = 0; status == OK && i < planned.count; i++)
		add(mine, items[i].due_on,
		    say(mine,
		        strcmp(items[i].sort, EVALUATION) == 0
		                ? WORDS("Wij kijken dan samen met u of {1} werkt.")
		                : WORDS("Wij kijken dan samen met u opnieuw wat er nodig is. Nu is dat {1}."),
		        mine_product(mine, items[i].product), ""));
	return status;
}

static int compare_days(const void *a, const void *b)
{
	return ((const struct mine_change *)a)->on.day - ((const struct mine_change *)b)->on.day;
}

enum status mine_make_changes(struct mine *mine)
{
	struct records *changes = &mine->view->changes;
	enum status status;

	*changes = records_new(&mine_change_record, CHANGES_MAX, mine->arena);
	changes->count = 0;
	status = add_grants(mine);
	if (status == OK)
		status = add_deliveries(mine);
	if (status == OK)
		status = add_workers(mine);
	if (status == OK)
		status = add_contacts(mine);
	if (status == OK)
		status = add_move(mine);
	if (status == OK)
		status = add_lanes(mine);
	if (status == OK)
		status = add_looks(mine);
	add_told(mine);
	if (changes->count > 1)
		qsort(changes->items, changes->count, sizeof(struct mine_change), compare_days);
	return status;
}
