/* SPDX-License-Identifier: EUPL-1.2 */
/* For tests: a register with a small scheme, a client, orders, and real folders to exchange messages through.
 */
#ifndef CONTRACT_EXCHANGE_FIXTURE_H
#define CONTRACT_EXCHANGE_FIXTURE_H

#include "common/scheme/scheme_book.h"
#include "contract/exchange/exchange.h"
#include "contract/exchange/order.h"

#define GOLDEN "tests/golden/exchange/"
#define PROVIDER "99000001" /* of the party "een", which gets all orders */
#define OTHER_PROVIDER "99000002"
#define PERSON 7 /* the client with an order */
#define OTHER_PERSON 8
#define TODAY_DAY 738655 /* 2023-05-15 */

struct test {
	struct arena *arena;
	struct db *db;
	struct scheme_book *schemes;
	struct journal journal;
	const char *folder; /* has in and out */
	struct exchange_folders folders;
	struct text told;
	struct exchange_result result;
	struct fault fault;
};

/* For cmocka: the state is a struct test. The register is the test's own: see open_register. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);
/* The main of a test program. */
void fixture_begin(void);

/* Makes a register of two municipalities, with its number and the next one as their codes, and goes there. */
void open_register(struct test *test, int64_t register_id);
/* Appends a fact that nothing may refuse; its number. */
int64_t append(struct test *test, const struct journal_kind *kind, void *item);
/* The number of a test BSN: 9999 and five digits. */
const char *test_bsn(struct test *test, int number);
/* Somebody in the postcode, who may be without BSN. */
void add_person(struct test *test, int64_t person, const char *postcode, const char *bsn);
/* Orders an amount of a product ("hulp" and "dag" per week, "opvang" per month); its number. */
int64_t place(struct test *test, int64_t person, const char *product, struct date from, struct date last_day);
/* Domestic help for two years from a week ago. */
int64_t place_help(struct test *test, int64_t person);
/* A register in which one such order was sent; its number. */
int64_t send_one(struct test *test, int64_t register_id);
/* The provider's report of a start of the order. */
const char *start_of(struct test *test, int64_t number);

/* The provider's report of a start or a stop, in a message of that identification. */
struct told_report;
const char *report_of(struct test *test, int64_t number, const char *identification,
                      const struct told_report *report);

struct order_line order_now(struct test *test, int64_t number);
void assert_state(struct test *test, int64_t number, const char *state);
int64_t last_fact(struct test *test);

/* A round over the folders that must not fail. */
void exchange(struct test *test);
void assert_result(const struct test *test, int64_t sent, int64_t received, int64_t refused);

/* Files, by their path from the test's folder. */
const char *path_of(struct test *test, const char *name);
bool exists(struct test *test, const char *name);
const char *content(struct test *test, const char *name);
void drop(struct test *test, const char *name, const char *bytes);
/* The text with its first from as to; from must be there. */
const char *replaced(struct test *test, const char *text, const char *from, const char *to);
/* The one answer to a start or a stop in the out folder, which is taken out; NULL when there is none. */
const char *take_answer(struct test *test);
/* The same of messages of a sort, "WMO319". */
const char *take_sent(struct test *test, const char *sort);
/* The text is the golden file; with WRITE_GOLDEN in the environment it becomes it. */
void assert_golden(struct test *test, const char *bytes, const char *golden);
void assert_has(const char *text, const char *words);

#endif
