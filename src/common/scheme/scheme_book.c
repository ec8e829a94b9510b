/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/scheme_book.h"

#include <string.h>

#include "common/lane/lane_store.h"
#include "platform/base/words.h"
#include "scheme_sql.h"

#define MAX_SCHEMES 400 /* one for each municipality, and some */
#define SCHEME_BYTES ((size_t)64 * 1024 * 1024)
#define UNREADABLE_BYTES ((size_t)64 * 1024)

struct scheme_book {
	struct arena *arena; /* in which it lives itself */
	const struct clock *clock;
	struct scheme_entry entries[MAX_SCHEMES];
	size_t count;
	struct scheme_entry unreadable[MAX_SCHEMES]; /* only what their names say, and why */
	size_t unreadable_count;
	int64_t versions, changes; /* in the database when it was last read */
	struct date day;           /* when it was last read */
};

struct scheme_book *scheme_book_new(void)
{
	struct arena *arena = arena_new(2 * sizeof(struct scheme_book));
	struct scheme_book *book = ARENA_NEW(arena, struct scheme_book);

	book->arena = arena;
	return book;
}

void scheme_book_set_clock(struct scheme_book *book, const struct clock *clock)
{
	book->clock = clock;
}

static void clear(struct scheme_book *book)
{
	for (size_t i = 0; i < book->count; i++)
		arena_free(book->entries[i].arena);
	for (size_t i = 0; i < book->unreadable_count; i++)
		arena_free(book->unreadable[i].arena);
	book->count = 0;
	book->unreadable_count = 0;
}

void scheme_book_free(struct scheme_book *book)
{
	if (book == NULL)
		return;
	clear(book);
	arena_free(book->arena);
}

void scheme_book_freep(struct scheme_book **book)
{
	scheme_book_free(*book);
	*book = NULL;
}

/* A version that can no longer be read is named, and the others go on. */
static void add_unreadable(struct scheme_book *book, const struct scheme_entry *entry, const char *name,
                           const struct findings *findings)
{
	struct scheme_entry *kept = &book->unreadable[book->unreadable_count++];

	*kept = (struct scheme_entry){ .register_id = entry->register_id,
		                       .fact = entry->fact,
		                       .arena = arena_new(UNREADABLE_BYTES) };
	kept->scheme.name = arena_copy(kept->arena, name);
	kept->scheme.about =
		arena_print(kept->arena, "%d: %s", findings->items[0].line, findings->items[0].words);
}

static void add_entry(struct scheme_book *book, const struct db_rows *rows)
{
	struct arena *arena = arena_new(SCHEME_BYTES);
	struct findings findings = findings_new(arena, "nl");
	struct scheme_entry *entry = &book->entries[book->count];
	const char *text = db_text(rows, 3, arena);

	*entry = (struct scheme_entry){ .register_id = db_number(rows, 0),
		                        .fact = db_number(rows, 2),
		                        .adopted_on = db_date(rows, 4),
		                        .arena = arena };
	if (scheme_read(text, strlen(text), &entry->adopted, &findings) == OK) {
		book->count++;
	} else {
		add_unreadable(book, entry, db_text(rows, 1, arena), &findings);
		arena_free(arena);
	}
}

/* Lays what happened since over what was adopted. */
static enum status lay_changes(struct scheme_entry *entry, struct db *db, struct fault *fault)
{
	enum status status = lane_changes_of(db, entry->register_id, entry->adopted.name, entry->arena,
	                                     &entry->changes, fault);

	if (status)
		return status;
	entry->scheme = scheme_changed(&entry->adopted, &entry->changes, (struct date){ 0 }, entry->arena);
	entry->lanes = scheme_lanes(&entry->scheme, entry->arena);
	return OK;
}

static enum status read_versions(struct scheme_book *book, struct db *db, struct date day,
                                 struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_date(day), value_number(book->clock == NULL ||
		                                                      date_is(book->clock->fixed_day)) };
	enum status status = db_select(db, &sql_scheme_in_force, values, COUNT(values), &rows, fault);

	clear(book);
	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		if (book->count + book->unreadable_count == MAX_SCHEMES)
			return fault_set(fault, FAILED, "there are more than %d schemes in this database",
			                 MAX_SCHEMES);
		add_entry(book, &rows);
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status read_all(struct scheme_book *book, struct db *db, struct date day, struct fault *fault)
{
	enum status status = read_versions(book, db, day, fault);

	for (size_t i = 0; status == OK && i < book->count; i++)
		status = lay_changes(&book->entries[i], db, fault);
	return status;
}

enum status scheme_book_refresh(struct scheme_book *book, struct db *db, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct date day = book->clock == NULL ? DATE_LAST : clock_today(book->clock);
	enum status status = db_one(db, &sql_scheme_count, NULL, 0, &rows, fault);
	int64_t versions, changes;

	if (status)
		return status;
	versions = db_number(&rows, 0);
	changes = db_number(&rows, 1);
	if (versions == book->versions && changes == book->changes && day.day == book->day.day)
		return OK;
	status = read_all(book, db, day, fault);
	if (status == OK) {
		book->versions = versions;
		book->changes = changes;
		book->day = day;
	}
	return status;
}

enum status scheme_book_on(struct journal *journal, const struct scheme_entry *entry, struct date on,
                           struct scheme *ret_scheme, struct fault *fault)
{
	struct records changes = { 0 };
	enum status status = lane_changes_of(journal->db, entry->register_id, entry->adopted.name,
	                                     journal->arena, &changes, fault);

	if (status == OK)
		*ret_scheme = scheme_changed(&entry->adopted, &changes, on, journal->arena);
	return status;
}

struct records scheme_book_unreadable(const struct scheme_book *book)
{
	return (struct records){ (void *)(uintptr_t)book->unreadable, book->unreadable_count };
}

const struct scheme_entry *scheme_book_entry(const struct scheme_book *book, int64_t register_id,
                                             const char *name)
{
	for (size_t i = 0; i < book->count; i++)
		if (book->entries[i].register_id == register_id &&
		    (name == NULL || strcmp(book->entries[i].scheme.name, name) == 0))
			return &book->entries[i];
	return NULL;
}

const struct scheme_entry *scheme_book_nth(const struct scheme_book *book, int64_t register_id, size_t place)
{
	for (size_t i = 0; i < book->count; i++)
		if (book->entries[i].register_id == register_id && place-- == 0)
			return &book->entries[i];
	return NULL;
}

size_t scheme_book_count(const struct scheme_book *book, int64_t register_id)
{
	size_t count = 0;

	while (scheme_book_nth(book, register_id, count) != NULL)
		count++;
	return count;
}

const struct scheme_entry *scheme_book_with_product(const struct scheme_book *book, int64_t register_id,
                                                    const char *product)
{
	for (size_t i = 0; i < book->count; i++)
		if (book->entries[i].register_id == register_id &&
		    scheme_product(&book->entries[i].scheme, product) != NULL)
			return &book->entries[i];
	return NULL;
}

const struct scheme_entry *scheme_book_with_party(const struct scheme_book *book, int64_t register_id,
                                                  const char *party)
{
	for (size_t i = 0; i < book->count; i++)
		if (book->entries[i].register_id == register_id &&
		    scheme_party(&book->entries[i].scheme, party) != NULL)
			return &book->entries[i];
	return NULL;
}

const struct scheme_entry *scheme_book_desk(const struct scheme_book *book, int64_t register_id,
                                            const char *address, struct date on)
{
	const struct scheme_entry *found = NULL;

	for (size_t i = 0; i < book->count; i++) {
		const struct scheme_entry *entry = &book->entries[i];
		bool has_desk = entry->scheme.desk.label != NULL;

		if (entry->register_id == register_id &&
		    (found == NULL || (has_desk && found->scheme.desk.label == NULL)) &&
		    scheme_area_of(&entry->scheme, address, on) != NULL)
			found = entry;
	}
	return found;
}

/* The contract party of an area on a day where it is one and the same for every lane; else NULL. */
static const char *only_party(const struct scheme_entry *entry, const struct scheme_area *area,
                              struct date on)
{
	const struct lane_set *set = &entry->lanes;
	uint16_t place = lane_names_find(&set->areas, area->name), only = LANE_NONE;

	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];
		const struct lane *lane = &set->lanes[offer->lane];
		uint16_t party = offer->under == LANE_NONE ? offer->party : offer->under;

		if (offer->area != place || date_before(on, lane->from) ||
		    (date_is(lane->until) && !date_before(on, lane->until)) || lane->how == LANE_KEEP_CURRENT)
			continue;
		if (only != LANE_NONE && only != party)
			return NULL;
		only = party;
	}
	return only == LANE_NONE ? NULL : set->parties.items[only].name;
}

const char *scheme_book_owner(const struct scheme_book *book, int64_t register_id, const char *address,
                              struct date on)
{
	const struct scheme_entry *entry = scheme_book_desk(book, register_id, address, on);
	const struct scheme_area *area = entry == NULL ? NULL : scheme_area_of(&entry->scheme, address, on);
	const char *party = NULL;

	if (area == NULL)
		return NULL;
	if (strcmp(entry->scheme.owner.before_assignment, "responsible_party") == 0)
		party = only_party(entry, area, on);
	return party == NULL ? area->authority : party;
}

const struct scheme_product *scheme_book_product(const struct scheme_book *book, int64_t register_id,
                                                 const char *product)
{
	const struct scheme_entry *entry = scheme_book_with_product(book, register_id, product);

	return entry == NULL ? NULL : scheme_product(&entry->scheme, product);
}

const char *scheme_book_product_label(const struct scheme_book *book, int64_t register_id,
                                      const char *product)
{
	const struct scheme_product *found = scheme_book_product(book, register_id, product);

	return found == NULL ? product : found->label;
}

/* The label of an organisation in one scheme, or NULL. */
static const char *organisation_label(const struct scheme *scheme, const char *name)
{
	const struct scheme_authority *authorities = scheme->authorities.items;
	const struct scheme_party *party = scheme_party(scheme, name);

	for (size_t i = 0; i < scheme->authorities.count; i++)
		if (strcmp(authorities[i].name, name) == 0)
			return authorities[i].label;
	return party == NULL ? NULL : party->label;
}

const char *scheme_book_organisation(const struct scheme_book *book, int64_t register_id, const char *name)
{
	for (size_t i = 0; i < book->count; i++) {
		const char *label = NULL;

		if (book->entries[i].register_id == register_id)
			label = organisation_label(&book->entries[i].scheme, name);
		if (label != NULL)
			return label;
	}
	return name;
}

struct texts scheme_book_labels(const struct scheme_book *book, int64_t register_id, struct arena *arena)
{
	struct texts labels = { .items = ARENA_MANY(arena, book->count, const char *) };

	for (size_t i = 0; i < book->count; i++)
		if (book->entries[i].register_id == register_id)
			labels.items[labels.count++] = book->entries[i].scheme.label;
	return labels;
}

const char *scheme_amount_words(int64_t amount, const char *unit, const char *frequency, const char *language,
                                struct arena *arena)
{
	return arena_print(arena, "%lld %s %s", (long long)amount,
	                   words_in(language, choice_label(scheme_units, unit)),
	                   words_in(language, choice_label(scheme_frequencies, frequency)));
}
