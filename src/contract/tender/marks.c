/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/marks.h"

#include <stdlib.h>
#include <string.h>

#include "contract/tender/table.h"
#include "platform/base/words.h"

enum column { BIDDER, LOT, CRITERION, ASSESSOR, MARK };
static const struct table_column columns[] = {
	[BIDDER] = { "bidder", false },     [LOT] = { "lot", false },   [CRITERION] = { "criterion", false },
	[ASSESSOR] = { "assessor", false }, [MARK] = { "mark", false }, { NULL, false },
};

/* --- the file --- */

static bool find_lot(const struct table *table, const struct tender_terms *terms, size_t *ret_lot)
{
	const char *name = table_text(table, LOT);

	for (size_t i = 0; i < terms->lots_count; i++)
		if (strcmp(terms->lots[i].name, name) == 0) {
			*ret_lot = i;
			return true;
		}
	table_refuse(table->findings, table->sheet.line, "mark-lot",
	             WORDS("De regeling heeft geen perceel \"%.60s\"; verbeter de naam."), name);
	return false;
}

static bool find_criterion(const struct table *table, const struct tender_terms *terms, size_t *ret_criterion)
{
	const char *name = table_text(table, CRITERION);

	for (size_t i = 0; i < terms->criteria_count; i++)
		if (strcmp(terms->criteria[i].name, name) == 0) {
			*ret_criterion = i;
			return true;
		}
	table_refuse(table->findings, table->sheet.line, "mark-criterion",
	             WORDS("De regeling heeft geen criterium \"%.60s\"; verbeter de naam."), name);
	return false;
}

/* With more places than anybody gives, since a program may have written the file: none of them is lost. */
static bool read_mark(const struct table *table, const struct tender_terms *terms, struct decimal *ret_mark)
{
	char highest[DECIMAL_TEXT_SIZE];

	if (!decimal_read_long(table_text(table, MARK), ret_mark))
		return table_decimal(table, MARK, ret_mark);
	if (fraction_compare(fraction_whole(*ret_mark), fraction_whole(terms->highest)) <= 0)
		return true;
	table_refuse(table->findings, table->sheet.line, "mark-scale",
	             WORDS("Het cijfer %s kan niet: het hoogste cijfer is %s."), table_text(table, MARK),
	             decimal_words(terms->highest, table->findings->language, highest));
	return false;
}

static bool read_row(const struct table *table, const struct tender_terms *terms, struct marks_given *marks,
                     struct mark_given *ret_given)
{
	struct mark_given given = { .assessor = NAMES_NONE, .line = table->sheet.line };
	bool is_right = find_lot(table, terms, &given.lot);

	is_right = find_criterion(table, terms, &given.criterion) && is_right;
	is_right = read_mark(table, terms, &given.mark) && is_right;
	given.bidder = table_name(table, BIDDER, &marks->bidders);
	if (strcmp(table_text(table, ASSESSOR), MARKS_CONSENSUS) != 0)
		given.assessor = names_add(&marks->assessors, table_text(table, ASSESSOR));
	*ret_given = given;
	return is_right;
}

static void lots_have_bids(const struct tender_terms *terms, const struct tender_bids *bids,
                           struct findings *findings)
{
	for (size_t i = 0; i < terms->lots_count; i++) {
		bool has_bid = false;

		for (size_t j = 0; j < bids->count && !has_bid; j++)
			has_bid = bids->items[j].lot == i;
		if (!has_bid)
			table_refuse(findings, 1, "mark-lot-empty",
			             WORDS("Op perceel \"%s\" is geen enkele inschrijving."),
			             terms->lots[i].name);
	}
}

struct tender_bids marks_read(const char *bytes, size_t length, const struct tender_terms *terms,
                              struct findings *findings)
{
	struct marks_given marks = { .bidders = { .arena = findings->arena },
		                     .assessors = { .arena = findings->arena } };
	struct tender_bids bids = { 0 };
	size_t before = findings->count, room = 0;
	struct table table;

	if (!table_open(&table, bytes, length, columns, findings))
		return bids;
	while (table_next(&table)) {
		struct mark_given given;

		if (!read_row(&table, terms, &marks, &given))
			continue;
		marks.items =
			arena_with_room(findings->arena, marks.items, marks.count, &room, sizeof(given));
		marks.items[marks.count++] = given;
	}
	if (marks.assessors.count > MARKS_ASSESSORS_MAX)
		table_refuse(findings, 1, "mark-assessors",
		             WORDS("Hier staan meer dan %d beoordelaars; staat er een andere kolom op hun "
		                   "plaats?"),
		             MARKS_ASSESSORS_MAX);
	/* What could not be read would be missed a second time. */
	if (findings->count == before) {
		bids = marks_averaged(terms, &marks, findings);
		lots_have_bids(terms, &bids, findings);
		if (bids.count > MARKS_BIDS_MAX)
			table_refuse(findings, 1, "mark-bids",
			             WORDS("Hier staan meer dan %d inschrijvingen; staat er een "
			                   "andere kolom op hun plaats?"),
			             MARKS_BIDS_MAX);
	}
	return bids;
}

/* --- means --- */

static int by_place(const void *a, const void *b)
{
	const struct mark_given *one = a, *other = b;

	if (one->lot != other->lot)
		return one->lot < other->lot ? -1 : 1;
	if (one->bidder != other->bidder)
		return one->bidder < other->bidder ? -1 : 1;
	if (one->criterion != other->criterion)
		return one->criterion < other->criterion ? -1 : 1;
	if (one->assessor != other->assessor)
		return one->assessor < other->assessor ? -1 : 1;
	return (one->line > other->line) - (one->line < other->line);
}

/* Marks that stand together: of a lot, of a bid in it, of a criterion of that bid. */
struct stretch {
	const struct mark_given *items;
	size_t count;
};

static bool is_same_bid(const struct mark_given *one, const struct mark_given *other)
{
	return one->lot == other->lot && one->bidder == other->bidder;
}

/* The marks from at on that are of the same bid as the first. */
static struct stretch bid_at(const struct marks_given *marks, size_t at)
{
	struct stretch bid = { &marks->items[at], 1 };

	while (at + bid.count < marks->count && is_same_bid(&bid.items[0], &bid.items[bid.count]))
		bid.count++;
	return bid;
}

static struct stretch criterion_of(const struct stretch *bid, size_t criterion)
{
	struct stretch found = { bid->items, 0 };
	size_t at = 0;

	while (at < bid->count && bid->items[at].criterion < criterion)
		at++;
	found.items = &bid->items[at];
	while (at + found.count < bid->count && found.items[found.count].criterion == criterion)
		found.count++;
	return found;
}

/* Consensus has the highest number of all assessors, so it stands last. */
static bool has_consensus(const struct stretch *marks)
{
	return marks->count > 0 && marks->items[marks->count - 1].assessor == NAMES_NONE;
}

/* What averaging works with: who must have judged in the lot that it is at. */
struct averaging {
	const struct tender_terms *terms;
	const struct marks_given *marks;
	struct findings *findings;
	bool *judges; /* per assessor */
	size_t judges_count;
};

/* Who judged in this lot where there is no consensus; the lot begins at `at`. */
static void find_judges(struct averaging *averaging, size_t at)
{
	const struct marks_given *marks = averaging->marks;
	size_t lot = marks->items[at].lot;

	memset(averaging->judges, 0, marks->assessors.count * sizeof(averaging->judges[0]));
	averaging->judges_count = 0;
	while (at < marks->count && marks->items[at].lot == lot) {
		struct stretch bid = bid_at(marks, at);

		for (size_t i = 0; i < averaging->terms->criteria_count; i++) {
			struct stretch given = criterion_of(&bid, i);

			for (size_t j = 0; j < given.count && !has_consensus(&given); j++) {
				bool *judge = &averaging->judges[given.items[j].assessor];

				averaging->judges_count += *judge ? 0 : 1;
				*judge = true;
			}
		}
		at += bid.count;
	}
}

static void refuse_doubled(const struct averaging *averaging, const struct stretch *given)
{
	const struct marks_given *marks = averaging->marks;

	for (size_t i = 1; i < given->count; i++) {
		const struct mark_given *one = &given->items[i];

		if (one->assessor != given->items[i - 1].assessor)
			continue;
		table_refuse(
			averaging->findings, one->line, "mark-doubled",
			WORDS("Inschrijver \"%.60s\" heeft op \"%s\" al een cijfer van \"%.60s\", op regel "
		              "%lld; "
		              "schrijft deze inschrijver twee keer in?"),
			marks->bidders.items[one->bidder], averaging->terms->criteria[one->criterion].name,
			one->assessor == NAMES_NONE ? MARKS_CONSENSUS : marks->assessors.items[one->assessor],
			(long long)given->items[i - 1].line);
	}
}

/* The first judge who gave no mark here; marks and judges are both in the order of their numbers. */
static const char *missing_judge(const struct averaging *averaging, const struct stretch *given)
{
	for (size_t judge = 0, at = 0; judge < averaging->marks->assessors.count; judge++) {
		while (at < given->count && given->items[at].assessor < judge)
			at++;
		if (averaging->judges[judge] && (at == given->count || given->items[at].assessor != judge))
			return averaging->marks->assessors.items[judge];
	}
	return NULL;
}

/* Whether a bid was judged on a criterion by everybody, once; what is not is a finding. */
static bool is_judged(const struct averaging *averaging, const struct stretch *bid, size_t criterion)
{
	struct stretch given = criterion_of(bid, criterion);
	const char *bidder = averaging->marks->bidders.items[bid->items[0].bidder],
		   *name = averaging->terms->criteria[criterion].name;
	size_t before = averaging->findings->count;
	const char *missing = has_consensus(&given) ? NULL : missing_judge(averaging, &given);

	refuse_doubled(averaging, &given);
	if (given.count == 0)
		table_refuse(averaging->findings, bid->items[0].line, "mark-missing",
		             WORDS("Inschrijver \"%.60s\" heeft geen cijfer op \"%s\"."), bidder, name);
	else if (missing != NULL)
		table_refuse(averaging->findings, given.items[0].line, "mark-assessor-missing",
		             WORDS("Beoordelaar \"%.60s\" gaf inschrijver \"%.60s\" geen cijfer op \"%s\"."),
		             missing, bidder, name);
	return averaging->findings->count == before;
}

static struct fraction mean_of(const struct stretch *given)
{
	struct fraction mean = { 0, given->count == 0 ? 1 : (int64_t)given->count };

	if (has_consensus(given))
		return fraction_whole(given->items[given->count - 1].mark);
	for (size_t i = 0; i < given->count; i++) {
		mean.billionths += given->items[i].mark.billionths;
		mean.rest += given->items[i].mark.rest;
	}
	return fraction_carried(mean);
}

static struct tender_bid bid_of(const struct averaging *averaging, const struct stretch *marks)
{
	size_t criteria_count = averaging->terms->criteria_count;
	struct fraction *means = ARENA_MANY(averaging->findings->arena, criteria_count + 1, struct fraction);

	for (size_t i = 0; i < criteria_count; i++) {
		struct stretch given = criterion_of(marks, i);

		means[i] = is_judged(averaging, marks, i) ? mean_of(&given) : (struct fraction){ 0, 1 };
	}
	return (struct tender_bid){ marks->items[0].lot, marks->items[0].bidder, means,
		                    marks->items[0].line };
}

struct tender_bids marks_averaged(const struct tender_terms *terms, struct marks_given *marks,
                                  struct findings *findings)
{
	struct averaging averaging = { .terms = terms, .marks = marks, .findings = findings };
	struct tender_bids bids = { .bidders = marks->bidders };
	size_t room = 0;

	if (marks->count == 0)
		return bids;
	averaging.judges = ARENA_MANY(findings->arena, marks->assessors.count + 1, bool);
	qsort(marks->items, marks->count, sizeof(marks->items[0]), by_place);
	for (size_t at = 0; at < marks->count;) {
		struct stretch bid = bid_at(marks, at);

		if (at == 0 || marks->items[at - 1].lot != marks->items[at].lot)
			find_judges(&averaging, at);
		bids.items = arena_with_room(findings->arena, bids.items, bids.count, &room,
		                             sizeof(bids.items[0]));
		bids.items[bids.count++] = bid_of(&averaging, &bid);
		at += bid.count;
	}
	return bids;
}
