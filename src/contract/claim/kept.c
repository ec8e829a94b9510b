/* SPDX-License-Identifier: EUPL-1.2 */
/* Keys are asked for in lists of TOGETHER: a question for each would be most of the work. */
#include "contract/claim/kept.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "claim_sql.h"
#include "common/person/vault.h"
#include "platform/db/bulk.h"

#define TOGETHER 50 /* keys in a question */
#define RUN 1000    /* of orders or references, of which it is seen first whether they lie together */
#define CLOSE 6     /* numbers of facts for an order, where most facts are other ones */

struct keeping {
	struct journal *journal;
	const struct claim_booking *booking;
	struct claim_kept *kept;
	struct arena *words; /* of the rows of one question */
};

/* The values before the keys, then TOGETHER keys: the last again where there are fewer. */
struct question {
	struct value values[2 + TOGETHER];
	size_t first, count; /* of the keys */
};

static struct question question_of(const struct keeping *keeping)
{
	return (struct question){ .values = { value_number(keeping->journal->register_id),
		                              value_text(keeping->booking->party) } };
}

/* What is done with each row of an answer. */
typedef void visit_row(struct keeping *keeping, const struct db_rows *rows);

/* Asks when the question is full, or whole is true. */
static enum status ask(struct keeping *keeping, struct question *question, const struct db_query *query,
                       visit_row *visit, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	size_t last = question->first + question->count;
	enum status status;

	if (question->count == 0)
		return OK;
	for (size_t i = last; i < question->first + TOGETHER; i++)
		question->values[i] = question->values[last - 1];
	status = db_select(keeping->journal->db, query, question->values, question->first + TOGETHER, &rows,
	                   fault);
	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		visit(keeping, &rows);
		arena_clear(keeping->words);
	}
	question->count = 0;
	return status == NOT_FOUND ? OK : status;
}

static bool add_key(struct question *question, struct value key)
{
	question->values[question->first + question->count++] = key;
	return question->count == TOGETHER;
}

static struct arena *arena_of(const struct keeping *keeping)
{
	return keeping->booking->arena;
}

/* The text of a column, kept; one that is the same as in the row before is kept once. */
static const char *keep_text(struct keeping *keeping, const struct db_rows *rows, int column,
                             const char *before)
{
	const char *text = db_text(rows, column, keeping->words);

	return before != NULL && strcmp(before, text) == 0 ? before : arena_copy(arena_of(keeping), text);
}

/* --- orders --- */

static int compare_orders(const void *key, const void *item)
{
	int64_t number = *(const int64_t *)key, other = ((const struct claim_kept_order *)item)->number;

	return (number > other) - (number < other);
}

static struct claim_kept_order *find_order(const struct claim_kept *kept, int64_t number)
{
	return bsearch(&number, kept->orders, kept->orders_count, sizeof(*kept->orders), compare_orders);
}

const struct claim_kept_order *claim_kept_order_of(const struct claim_kept *kept, int64_t number)
{
	const struct claim_kept_order *order = find_order(kept, number);

	assert(order != NULL);
	return order;
}

/* The places stand by order. */
static void list_orders(struct keeping *keeping)
{
	const struct claim_booking *booking = keeping->booking;
	struct claim_kept *kept = keeping->kept;

	kept->orders = ARENA_MANY(arena_of(keeping), booking->count, struct claim_kept_order);
	for (size_t i = 0; i < booking->count; i++)
		if (i == 0 || booking->places[i].line->order != booking->places[i - 1].line->order)
			kept->orders[kept->orders_count++].number = booking->places[i].line->order;
}

static void read_order(struct keeping *keeping, const struct db_rows *rows)
{
	struct claim_kept_order *order = find_order(keeping->kept, db_number(rows, 0));
	const struct claim_kept_order *before;

	if (order == NULL) /* it lies between those that were asked for */
		return;
	before = order > keeping->kept->orders ? order - 1 : order;
	order->person = db_number(rows, 1);
	order->party = keep_text(keeping, rows, 2, before->party);
	order->product = keep_text(keeping, rows, 3, before->product);
	order->amount = db_number(rows, 4);
	order->unit = keep_text(keeping, rows, 5, before->unit);
	order->frequency = keep_text(keeping, rows, 6, before->frequency);
	order->valid = (struct claim_period){ db_date(rows, 7), db_date(rows, 8) };
	order->counted = db_number(rows, 9);
	order->approved = db_number(rows, 10);
	order->claimed_until = db_date(rows, 11);
}

/* All between the first and the last, where they lie close together: one walk is quicker than many steps. */
static enum status read_all_between(struct keeping *keeping, size_t from, size_t until, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(keeping->journal->register_id),
		                        value_number(keeping->kept->orders[from].number),
		                        value_number(keeping->kept->orders[until - 1].number) };
	enum status status = db_select(keeping->journal->db, &sql_claim_kept_orders_between, values,
	                               COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		read_order(keeping, &rows);
		arena_clear(keeping->words);
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status read_some_orders(struct keeping *keeping, size_t from, size_t until, struct fault *fault)
{
	const struct claim_kept_order *orders = keeping->kept->orders;
	struct question question = question_of(keeping);
	bool is_close = orders[until - 1].number - orders[from].number < CLOSE * (int64_t)(until - from);
	enum status status = OK;

	if (is_close)
		return read_all_between(keeping, from, until, fault);
	question.first = 1;
	for (size_t i = from; status == OK && i < until; i++)
		if (add_key(&question, value_number(orders[i].number)) || i == until - 1)
			status = ask(keeping, &question, &sql_claim_kept_orders, read_order, fault);
	return status;
}

static enum status read_orders(struct keeping *keeping, struct fault *fault)
{
	size_t count;
	enum status status = OK;

	list_orders(keeping);
	count = keeping->kept->orders_count;
	for (size_t from = 0; status == OK && from < count; from += RUN)
		status = read_some_orders(keeping, from, from + RUN < count ? from + RUN : count, fault);
	return status;
}

/* --- clients --- */

/* The clients whose marks are asked together. */
struct marked {
	struct keeping keeping; /* first, so that a row's visitor finds the rest */
	const char *const *marks;
	size_t from, until;
};

static void read_person(struct keeping *keeping, const struct db_rows *rows)
{
	const struct marked *marked = (const struct marked *)(const void *)keeping;
	const char *mark = db_text(rows, 0, keeping->words);

	for (size_t i = marked->from; i < marked->until; i++)
		if (strcmp(marked->marks[i], mark) == 0)
			keeping->kept->persons[i] = db_number(rows, 1);
}

static enum status read_persons(const struct keeping *keeping, struct fault *fault)
{
	const struct records *claimants = &keeping->booking->claim->claimants;
	const struct message_claimant *items = claimants->items;
	const char **marks = ARENA_MANY(arena_of(keeping), claimants->count, const char *);
	struct marked marked = { .keeping = *keeping, .marks = marks };
	struct question question = question_of(keeping);
	enum status status;

	keeping->kept->persons = ARENA_MANY(arena_of(keeping), claimants->count, int64_t);
	for (size_t i = 0; i < claimants->count; i++)
		marks[i] = items[i].bsn;
	status = vault_marks(keeping->journal, marks, claimants->count, fault);
	question.first = 1;
	while (status == OK && marked.until < claimants->count) {
		bool is_full = add_key(&question, value_text(marks[marked.until++]));

		if (!is_full && marked.until < claimants->count)
			continue;
		status = ask(&marked.keeping, &question, &sql_claim_kept_persons, read_person, fault);
		marked.from = marked.until;
	}
	return status;
}

/* --- references --- */

/* The places by their references; of one reference the first place first. */
struct referred {
	const char *reference;
	size_t place;
};

struct references {
	struct keeping keeping; /* first, as above */
	struct referred *items;
	size_t count;
};

static int compare_referred(const void *a, const void *b)
{
	const struct referred *one = a, *other = b;
	int order = strcmp(one->reference, other->reference);

	return order != 0 ? order : (one->place > other->place) - (one->place < other->place);
}

static void sort_references(struct references *references)
{
	bool is_sorted = true;

	for (size_t i = 1; i < references->count && is_sorted; i++)
		is_sorted = compare_referred(&references->items[i - 1], &references->items[i]) < 0;
	if (!is_sorted)
		qsort(references->items, references->count, sizeof(*references->items), compare_referred);
}

/* All places with the reference used it again. */
static void read_reference(struct keeping *keeping, const struct db_rows *rows)
{
	const struct references *references = (const struct references *)(const void *)keeping;
	const char *reference = db_text(rows, 0, keeping->words);
	size_t from = 0, until = references->count;

	while (from < until) {
		size_t middle = from + (until - from) / 2;

		if (strcmp(references->items[middle].reference, reference) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	for (; from < references->count && strcmp(references->items[from].reference, reference) == 0; from++)
		keeping->kept->is_used[references->items[from].place] = true;
}

/* Whether any reference that is kept lies between those of a run: of a new month hardly ever. */
static enum status has_any(const struct references *references, size_t from, size_t until, bool *ret_has,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct journal *journal = references->keeping.journal;
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(references->keeping.booking->party),
		                        value_text(references->items[from].reference),
		                        value_text(references->items[until - 1].reference) };
	enum status status = OK;

	*ret_has = true;
	if (!db_has_order_of_bytes(journal->db))
		return OK;
	status = db_one(journal->db, &sql_claim_kept_between, values, COUNT(values), &rows, fault);
	*ret_has = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status read_run(struct references *references, size_t from, size_t until, struct fault *fault)
{
	struct question question = question_of(&references->keeping);
	bool has = true;
	enum status status = has_any(references, from, until, &has, fault);

	question.first = 2;
	for (size_t i = from; status == OK && has && i < until; i++)
		if (add_key(&question, value_text(references->items[i].reference)) || i == until - 1)
			status = ask(&references->keeping, &question, &sql_claim_kept_references,
			             read_reference, fault);
	return status;
}

static enum status read_references(const struct keeping *keeping, struct fault *fault)
{
	const struct claim_booking *booking = keeping->booking;
	struct references references = { .keeping = *keeping,
		                         .items = ARENA_MANY(arena_of(keeping), booking->count,
		                                             struct referred),
		                         .count = booking->count };
	enum status status = OK;

	keeping->kept->is_used = ARENA_MANY(arena_of(keeping), booking->count, bool);
	for (size_t i = 0; i < booking->count; i++)
		references.items[i] = (struct referred){ booking->places[i].line->reference.number, i };
	sort_references(&references);
	for (size_t i = 1; i < references.count; i++)
		if (strcmp(references.items[i - 1].reference, references.items[i].reference) == 0)
			keeping->kept->is_used[references.items[i].place] = true;
	for (size_t from = 0; status == OK && from < references.count; from += RUN)
		status = read_run(&references, from,
		                  from + RUN < references.count ? from + RUN : references.count, fault);
	return status;
}

/* --- credits --- */

/* The places that are asked about together. */
struct places {
	struct keeping keeping; /* first, as above */
	size_t items[TOGETHER];
	size_t count;
};

static void read_debit(struct keeping *keeping, const struct db_rows *rows)
{
	const struct places *places = (const struct places *)(const void *)keeping;
	struct arena *arena = arena_of(keeping);
	const char *reference = db_text(rows, 0, keeping->words);
	struct claim_kept_debit *debit = ARENA_NEW(arena, struct claim_kept_debit);

	debit->line = (struct claim_line){ .order = db_number(rows, 1),
		                           .category = db_text(rows, 2, arena),
		                           .code = db_text(rows, 3, arena),
		                           .period = { db_date(rows, 4), date_add_days(db_date(rows, 5), 1) },
		                           .volume = db_number(rows, 6),
		                           .unit = (enum claim_unit)db_number(rows, 7),
		                           .tariff = db_number(rows, 8),
		                           .amount = db_number(rows, 9) };
	debit->is_credited = db_number(rows, 10) != 0;
	for (size_t i = 0; i < places->count; i++) {
		const struct message_line *line = keeping->booking->places[places->items[i]].line;

		if (strcmp(line->reference.earlier, reference) == 0)
			keeping->kept->debits[places->items[i]] = debit;
	}
}

static bool is_credit(const struct message_line *line)
{
	return strcmp(line->amount.side, MESSAGE_CREDIT) == 0;
}

/* Level 2 saw to it that a credit names the line that it takes back. */
static enum status read_debits(const struct keeping *keeping, struct fault *fault)
{
	const struct claim_booking *booking = keeping->booking;
	struct places places = { .keeping = *keeping };
	struct question question = question_of(keeping);
	enum status status = OK;

	keeping->kept->debits =
		ARENA_MANY(arena_of(keeping), booking->count, const struct claim_kept_debit *);
	question.first = 2;
	for (size_t i = 0; status == OK && i < booking->count; i++) {
		if (!is_credit(booking->places[i].line))
			continue;
		places.items[places.count++] = i;
		if (!add_key(&question, value_text(booking->places[i].line->reference.earlier)))
			continue;
		status = ask(&places.keeping, &question, &sql_claim_kept_debits, read_debit, fault);
		places.count = 0;
	}
	return status == OK ? ask(&places.keeping, &question, &sql_claim_kept_debits, read_debit, fault)
	                    : status;
}

/* --- the same product and period --- */

/* One that was claimed before, beyond whose last day no line is, has none. */
static bool may_have_same(const struct claim_kept_order *order, const struct message_line *line)
{
	return !is_credit(line) && date_is(order->claimed_until) &&
	       !date_before(order->claimed_until, line->period.begins_on);
}

static void read_same(struct keeping *keeping, const struct db_rows *rows)
{
	const struct places *places = (const struct places *)(const void *)keeping;
	const char *category = db_text(rows, 3, keeping->words), *code = db_text(rows, 4, keeping->words);

	for (size_t i = 0; i < places->count; i++) {
		const struct message_line *line = keeping->booking->places[places->items[i]].line;

		if (line->order == db_number(rows, 0) && line->period.begins_on.day == db_date(rows, 1).day &&
		    line->period.ends_on.day == db_date(rows, 2).day &&
		    strcmp(line->product.category, category) == 0 && strcmp(line->product.code, code) == 0)
			keeping->kept->same[places->items[i]] = db_text(rows, 5, arena_of(keeping));
	}
}

static int compare_days(const void *a, const void *b)
{
	const struct claim_place *one = *(const struct claim_place *const *)a;
	const struct claim_place *other = *(const struct claim_place *const *)b;
	int32_t day = one->line->period.begins_on.day, other_day = other->line->period.begins_on.day;

	return day != other_day ? (day > other_day) - (day < other_day) : (one > other) - (one < other);
}

/* The next ones that begin on one day; adds how many they were. */
static enum status ask_same(struct places *places, const struct claim_place *const *asked, size_t count,
                            size_t *ret_asked, struct fault *fault)
{
	const struct claim_booking *booking = places->keeping.booking;
	struct question question = question_of(&places->keeping);
	const struct date day = asked[0]->line->period.begins_on;

	question.first = 2;
	question.values[1] = value_date(day);
	places->count = 0;
	while (places->count < count && places->count < TOGETHER &&
	       asked[places->count]->line->period.begins_on.day == day.day) {
		const struct claim_place *place = asked[places->count];

		places->items[places->count++] = (size_t)(place - booking->places);
		(void)add_key(&question, value_number(place->line->order));
	}
	*ret_asked += places->count;
	return ask(&places->keeping, &question, &sql_claim_kept_same, read_same, fault);
}

static enum status read_sames(const struct keeping *keeping, struct fault *fault)
{
	const struct claim_booking *booking = keeping->booking;
	const struct claim_kept_order *order = keeping->kept->orders;
	const struct claim_place **asked =
		ARENA_MANY(arena_of(keeping), booking->count, const struct claim_place *);
	struct places places = { .keeping = *keeping };
	size_t count = 0, done = 0;
	enum status status = OK;

	keeping->kept->same = ARENA_MANY(arena_of(keeping), booking->count, const char *);
	for (size_t i = 0; i < booking->count; i++) {
		order += order->number != booking->places[i].line->order ? 1 : 0;
		if (may_have_same(order, booking->places[i].line))
			asked[count++] = &booking->places[i];
	}
	if (count > 1)
		qsort(asked, count, sizeof(*asked), compare_days);
	while (status == OK && done < count)
		status = ask_same(&places, asked + done, count - done, &done, fault);
	return status;
}

enum status claim_kept_of(struct journal *journal, const struct claim_booking *booking,
                          struct claim_kept *ret_kept, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *words = arena_new((size_t)64 * 1024);
	struct keeping keeping = { .journal = journal, .booking = booking, .kept = ret_kept, .words = words };
	enum status status;

	*ret_kept = (struct claim_kept){ 0 };
	status = read_orders(&keeping, fault);
	if (status == OK)
		status = read_persons(&keeping, fault);
	if (status == OK)
		status = read_references(&keeping, fault);
	if (status == OK)
		status = read_debits(&keeping, fault);
	return status == OK ? read_sames(&keeping, fault) : status;
}
