/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ARENA_BYTES ((size_t)16 * 1024 * 1024)
#define GOLDEN "tests/golden/messages/" /* tests run from the root of the source */

static int arena_setup(void **state)
{
	*state = arena_new(ARENA_BYTES);
	return 0;
}

static int arena_teardown(void **state)
{
	arena_free(*state);
	return 0;
}

/* --- sound examples, on which the rules' examples are broken variations --- */

static struct message_item client_example(const struct message *message, const char *sender,
                                          const char *receiver)
{
	const struct message_identity identity = { .identification = "20230515-1",
		                                   .dated = date_of(2023, 5, 15) };

	return (struct message_item){
		.header = message_header_new(message, sender, receiver, identity),
		.client = {
			.bsn = "999900031",
			.born = { .on = date_of(1941, 2, 28) },
			.gender = "2",
			.name = { .own = { .name = "Voorbeeld & <Zn>", .prefix = "van der" },
			          .initials = "ÀB" },
		},
	};
}

static struct message_item orders_example(struct arena *arena)
{
	struct message_item item =
		client_example(message_find("WMO301", date_of(2023, 5, 15)), "1969", "99999901");
	struct message_client *client = &item.client;
	struct message_order *order;
	struct message_contact *contact;
	struct message_relation *relation;

	client->name.use = "1";
	client->communication = (struct message_communication){ .form = "1", .language = "Fries" };
	client->comment = "Eerste regel.\nTweede regel.";
	client->relations =
		(struct records){ .items = ARENA_NEW(arena, struct message_relation), .count = 1 };
	relation = client->relations.items;
	*relation = (struct message_relation){
		.number = "R1",
		.has_rank = true,
		.kind = "16",
		.name = { .own = { .name = "Voorbeeld" }, .partner = { .name = "Ander" }, .use = "3" },
		.contact = { .kind = "02",
		             .phones = { .first = { .number = "0594000000", .country = "31" } } },
	};
	client->contacts =
		(struct records){ .items = ARENA_MANY(arena, 2, struct message_contact), .count = 2 };
	contact = client->contacts.items;
	contact[0] = (struct message_contact){
		.kind = "01",
		.address = { .house = { .number = 12, .letter = "a" },
		             .has_house = true,
		             .postcode = "9351AB",
		             .street = "Voorbeeldstraat",
		             .town = "Leek",
		             .country = "NL" },
	};
	contact[1] = (struct message_contact){
		.kind = "04",
		.phones = { .first = { .number = "0594000001", .country = "31" } },
		.mail = "iemand@voorbeeld.invalid",
		.period = { .begins_on = date_of(2023, 5, 1), .ends_on = date_of(2023, 7, 31) },
	};
	client->orders = (struct records){ .items = ARENA_MANY(arena, 2, struct message_order), .count = 2 };
	order = client->orders.items;
	order[0] = (struct message_order){
		.number = 1,
		.product = { .category = "01", .code = "01A01" },
		.assigned_on = date_of(2023, 5, 15),
		.assigned_at = "09:30:00",
		.begins_on = date_of(2023, 5, 22),
		.ends_on = date_of(2025, 5, 21),
		.volume = { .volume = 120, .unit = "01", .frequency = "2" },
		.has_volume = true,
	};
	order[1] = (struct message_order){
		.number = 2,
		.product = { .category = "07" },
		.assigned_on = date_of(2023, 5, 15),
		.assigned_at = "09:30:00",
		.begins_on = date_of(2023, 6, 1),
		.ends_on = date_of(2023, 12, 31),
		.budget = { 250000 },
		.has_budget = true,
	};
	return item;
}

static struct message_item starts_example(struct arena *arena)
{
	struct message_item item =
		client_example(message_find("WMO305", date_of(2023, 5, 15)), "99999901", "1969");
	struct message_start *start;

	item.client.starts =
		(struct records){ .items = ARENA_MANY(arena, 2, struct message_start), .count = 2 };
	start = item.client.starts.items;
	start[0] = (struct message_start){
		.number = 1,
		.has_number = true,
		.product = { .category = "01", .code = "01A01" },
		.order_begins_on = date_of(2023, 5, 8),
		.begins_on = date_of(2023, 5, 9),
		.state = "1",
	};
	start[1] = start[0];
	start[1].number = 2;
	return item;
}

static struct message_item stops_example(struct arena *arena)
{
	struct message_item item =
		client_example(message_find("WMO307", date_of(2023, 5, 15)), "99999901", "1969");
	const struct message_item starts = starts_example(arena);
	const struct message_start *start = starts.client.starts.items;
	struct message_stop *stop;

	item.client.stops =
		(struct records){ .items = ARENA_MANY(arena, 2, struct message_stop), .count = 2 };
	stop = item.client.stops.items;
	stop[0] = (struct message_stop){ .of = start[0], .reason = "20", .ends_on = date_of(2023, 5, 11) };
	stop[1] = (struct message_stop){ .of = start[1], .reason = "19", .ends_on = date_of(2023, 5, 14) };
	return item;
}

/* --- each rule has an example that breaks it, and nothing else --- */

static struct message_order *first_order(struct message_item *item)
{
	return item->client.orders.items;
}

static struct message_contact *first_contact(struct message_item *item)
{
	return item->client.contacts.items;
}

static struct message_start *first_start(struct message_item *item)
{
	return item->client.starts.items;
}

static void break_bsn(struct message_item *item)
{
	item->client.bsn = "999900032";
}

static void only_temporary_address(struct message_item *item)
{
	first_contact(item)[0] = first_contact(item)[1];
	item->client.contacts.count = 1;
}

static void double_contact(struct message_item *item)
{
	first_contact(item)[1] = first_contact(item)[0];
}

static void double_relation(struct message_item *item)
{
	static struct message_relation relations[2];

	memcpy(&relations[0], item->client.relations.items, sizeof(relations[0]));
	relations[1] = relations[0];
	item->client.relations = (struct records){ .items = relations, .count = 2 };
}

static void double_order(struct message_item *item)
{
	first_order(item)[1].number = 1;
}

static void double_start(struct message_item *item)
{
	first_start(item)[1].number = 1;
}

static void overlapping_orders(struct message_item *item)
{
	first_order(item)[1].product.category = "01";
}

static void unknown_month_not_january(struct message_item *item)
{
	item->client.born.unknown = "2";
}

static void too_old(struct message_item *item)
{
	item->client.born.on = date_of(1903, 5, 14);
}

static void not_yet_born(struct message_item *item)
{
	item->client.born.on = date_of(2023, 5, 16);
}

static void use_of_absent_partner(struct message_item *item)
{
	item->client.name.use = "2";
}

static void no_language(struct message_item *item)
{
	item->client.communication.language = NULL;
}

static void no_country(struct message_item *item)
{
	first_contact(item)->address.country = NULL;
}

static void no_house(struct message_item *item)
{
	first_contact(item)->address.has_house = false;
	first_contact(item)->phones.first = (struct message_phone){ .number = "0594000000", .country = "31" };
}

static void foreign_postcode(struct message_item *item)
{
	first_contact(item)->address.postcode = "9351 AB";
}

static void no_postcode(struct message_item *item)
{
	first_contact(item)->address.postcode = NULL;
	first_contact(item)->address.country = NULL;
	first_contact(item)->phones.first = (struct message_phone){ .number = "0594000000", .country = "31" };
}

static void period_at_home(struct message_item *item)
{
	first_contact(item)->period.begins_on = date_of(2023, 5, 1);
}

static void no_phone_no_house(struct message_item *item)
{
	first_contact(item)[1].phones = (struct message_phones){ 0 };
}

static void stay_ends_first(struct message_item *item)
{
	first_contact(item)[1].period.ends_on = date_of(2023, 4, 30);
}

static void order_ends_first(struct message_item *item)
{
	first_order(item)->ends_on = date_of(2023, 5, 21);
}

static void assigned_tomorrow(struct message_item *item)
{
	first_order(item)->assigned_on = date_of(2023, 5, 16);
}

/* A generic order may not overlap anything: it stands alone. */
static void no_product(struct message_item *item)
{
	first_order(item)->product = (struct message_product){ 0 };
	first_order(item)->has_volume = false;
	item->client.orders.count = 1;
}

static void volume_and_budget(struct message_item *item)
{
	first_order(item)->has_budget = true;
}

static void no_volume(struct message_item *item)
{
	first_order(item)->has_volume = false;
}

static void volume_without_code(struct message_item *item)
{
	first_order(item)->product.code = NULL;
}

static void budget_without_end(struct message_item *item)
{
	first_order(item)[1].ends_on = (struct date){ 0 };
}

static void week_without_end(struct message_item *item)
{
	first_order(item)->ends_on = (struct date){ 0 };
}

static void half_days_per_day(struct message_item *item)
{
	first_order(item)->volume.unit = "16";
	first_order(item)->volume.frequency = "1";
}

static void deleted_but_long(struct message_item *item)
{
	first_order(item)->change_reason = "13";
}

static void old_change_reason(struct message_item *item)
{
	first_order(item)->change_reason = "01";
}

static void changed_start(struct message_item *item)
{
	first_start(item)->state = "2";
}

static void starts_tomorrow(struct message_item *item)
{
	first_start(item)->begins_on = date_of(2023, 5, 16);
}

static void double_stop(struct message_item *item)
{
	struct message_stop *stops = item->client.stops.items;

	stops[1] = stops[0];
}

static void changed_stop(struct message_item *item)
{
	((struct message_stop *)item->client.stops.items)->of.state = "2";
}

static void stops_tomorrow(struct message_item *item)
{
	((struct message_stop *)item->client.stops.items)->ends_on = date_of(2023, 5, 16);
}

static void stops_before_it_began(struct message_item *item)
{
	((struct message_stop *)item->client.stops.items)->ends_on = date_of(2023, 5, 8);
}

static const struct example {
	const char *code, *path;
	bool is_start;
	void (*break_it)(struct message_item *item);
	bool is_stop;
} examples[] = {
	{ "CS002", "Client/Bsn", true, break_bsn },
	{ "TR061", "Client/Contactgegevens", false, only_temporary_address },
	{ "TR101", "Client/Contactgegevens", false, double_contact },
	{ "TR101", "Client/Relaties", false, double_relation },
	{ "TR101", "Client/ToegewezenProducten", false, double_order },
	{ "TR101", "Client/StartProducten", true, double_start },
	{ "TR302", "Client/ToegewezenProducten", false, overlapping_orders },
	{ "CS139", "Client/Geboortedatum/DatumGebruik", true, unknown_month_not_january },
	{ "TR002", "Client/Geboortedatum/Datum", true, too_old },
	{ "TR134", "Client/Geboortedatum/Datum", true, not_yet_born },
	{ "CS050", "Client/Naam/NaamGebruik", false, use_of_absent_partner },
	{ "CD007", "Client/Communicatie/Taal", false, no_language },
	{ "CD005", "Client/Contactgegevens/Contact/Adres/LandCode", false, no_country },
	{ "CD025", "Client/Contactgegevens/Contact/Adres/Huis", false, no_house },
	{ "CS089", "Client/Contactgegevens/Contact/Adres/Postcode", false, foreign_postcode },
	{ "CD034", "Client/Contactgegevens/Contact/Adres/Postcode", false, no_postcode },
	{ "CD009", "Client/Contactgegevens/Contact/Periode", false, period_at_home },
	{ "TR006", "Client/Contactgegevens/Contact", false, no_phone_no_house },
	{ "CS003", "Client/Contactgegevens/Contact/Periode/Einddatum", false, stay_ends_first },
	{ "CS003", "Client/ToegewezenProducten/ToegewezenProduct/Einddatum", false, order_ends_first },
	{ "TR134", "Client/ToegewezenProducten/ToegewezenProduct/Toewijzingsdatum", false,
	  assigned_tomorrow },
	{ "CD079", "Client/ToegewezenProducten/ToegewezenProduct/Product", false, no_product },
	{ "CD077", "Client/ToegewezenProducten/ToegewezenProduct/Budget", false, volume_and_budget },
	{ "CD041", "Client/ToegewezenProducten/ToegewezenProduct/Omvang", false, no_volume },
	{ "CD080", "Client/ToegewezenProducten/ToegewezenProduct/Omvang", false, volume_without_code },
	{ "CD075", "Client/ToegewezenProducten/ToegewezenProduct/Einddatum", false, budget_without_end },
	{ "CD076", "Client/ToegewezenProducten/ToegewezenProduct/Einddatum", false, week_without_end },
	{ "CS338", "Client/ToegewezenProducten/ToegewezenProduct/Omvang/Frequentie", false,
	  half_days_per_day },
	{ "CS335", "Client/ToegewezenProducten/ToegewezenProduct/RedenWijziging", false, deleted_but_long },
	{ "CS336", "Client/ToegewezenProducten/ToegewezenProduct/RedenWijziging", false, old_change_reason },
	{ "CS058", "Client/StartProducten/StartProduct/StatusAanlevering", true, changed_start },
	{ "TR134", "Client/StartProducten/StartProduct/Begindatum", true, starts_tomorrow },
	{ "TR101", "Client/StopProducten", false, double_stop, true },
	{ "CS058", "Client/StopProducten/StopProduct/StatusAanlevering", false, changed_stop, true },
	{ "TR134", "Client/StopProducten/StopProduct/Einddatum", false, stops_tomorrow, true },
	{ "TR018", "Client/StopProducten/StopProduct/Einddatum", false, stops_before_it_began, true },
};

static struct message_item broken_example(const struct example *example, struct arena *arena)
{
	struct message_item item = example->is_stop    ? stops_example(arena)
	                           : example->is_start ? starts_example(arena)
	                                               : orders_example(arena);

	example->break_it(&item);
	return item;
}

static void test_every_rule_has_a_failing_example(void **state)
{
	struct arena *arena = *state;

	assert_int_equal(COUNT(examples), message_rules_count);
	for (size_t i = 0; i < COUNT(examples); i++) {
		const struct example *example = &examples[i];
		struct message_item item = broken_example(example, arena);
		const char *code = example->is_stop ? "WMO307" : example->is_start ? "WMO305" : "WMO301";
		struct findings findings = findings_new(arena, "nl");
		struct text out = text_new(ARENA_BYTES);

		assert_string_equal(message_rules[i].code, example->code);
		assert_int_equal(
			message_write(message_find(code, item.header.identity.dated), &item, &out, &findings),
			FINDINGS);
		assert_int_equal(findings.count, 1);
		assert_string_equal(findings.items[0].code, example->code);
		assert_string_equal(findings.items[0].field, example->path);
		text_done(&out);
	}
}

/* What the rules must let pass although it is near the edge. */
static void test_rules_at_their_edges(void **state)
{
	struct arena *arena = *state;
	const struct message *message = message_find("WMO301", date_of(2023, 5, 15));
	struct findings findings = findings_new(arena, "nl");
	struct message_item item = orders_example(arena);
	struct message_order *orders;

	orders = item.client.orders.items;
	item.client.born.on = date_of(1903, 5, 15); /* 120 years to the day */
	orders[1].product.category = "01";
	orders[1].begins_on = date_of(2025, 5, 22); /* the day after the other ends */
	orders[1].ends_on = orders[1].begins_on;
	assert_true(message_check(message, &item, &findings));
	orders[1].begins_on = date_of(2025, 5, 21);
	assert_false(message_check(message, &item, &findings));
	orders[0].product.category = "11"; /* aids */
	orders[1].product.category = "11";
	assert_true(message_check(message, &item, &findings));
	item.client.born = (struct message_birth){ .on = date_of(1900, 1, 1), .unknown = "3" };
	orders[1].product = (struct message_product){ .category = "07" };
	orders[1].has_budget = false;
	orders[1].has_volume = true; /* without a product code: until 2020 */
	orders[1].volume = (struct message_volume){ .volume = 1, .unit = "16", .frequency = "1" };
	orders[1].begins_on = orders[1].ends_on = date_of(2020, 12, 31);
	assert_true(message_check(message, &item, &findings));
	orders[1].ends_on = date_of(2021, 1, 1);
	assert_false(message_check(message, &item, &findings));
	orders[1].product.code = "07A01";
	orders[1].volume.frequency = "4";
	orders[0].change_reason = "13"; /* deleted: one day */
	orders[0].ends_on = orders[0].begins_on;
	assert_true(message_check(message, &item, &findings));
}

/* --- golden files --- */

static const char *read_golden(const char *name, struct arena *arena, size_t *ret_length)
{
	char *bytes = arena_take(arena, 65536);
	FILE *file = fopen(arena_print(arena, GOLDEN "%s", name), "rb");

	assert_non_null(file);
	*ret_length = fread(bytes, 1, 65535, file);
	assert_int_equal(fclose(file), 0);
	return bytes;
}

/* The item is written as the golden file, and the golden file reads and writes as itself. */
static void assert_golden(const char *name, const char *code, const struct message_item *item,
                          struct arena *arena)
{
	const struct message *message = message_find(code, date_of(2023, 5, 15));
	struct findings findings = findings_new(arena, "nl");
	struct text out = text_new(ARENA_BYTES), again = text_new(ARENA_BYTES);
	struct message_reading reading;
	size_t length;
	const char *golden;

	assert_int_equal(message_write(message, item, &out, &findings), OK);
	if (getenv("WRITE_GOLDEN") != NULL) {
		FILE *file = fopen(arena_print(arena, GOLDEN "%s", name), "wb");

		assert_non_null(file);
		assert_int_equal(fwrite(text_words(&out), 1, out.length, file), out.length);
		assert_int_equal(fclose(file), 0);
	}
	golden = read_golden(name, arena, &length);
	assert_string_equal(text_words(&out), golden);
	assert_int_equal(message_read(golden, length, &findings, &reading), OK);
	assert_ptr_equal(reading.message, message);
	assert_int_equal(reading.level, MESSAGE_LEVEL_DONE);
	assert_int_equal(message_write(message, reading.item, &again, &findings), OK);
	assert_string_equal(text_words(&again), golden);
	text_done(&out);
	text_done(&again);
}

static void test_golden_messages(void **state)
{
	struct arena *arena = *state;
	struct message_item orders = orders_example(arena), starts = starts_example(arena);
	struct message_item stops = stops_example(arena);

	assert_golden("wmo301.xml", "WMO301", &orders, arena);
	assert_golden("wmo305.xml", "WMO305", &starts, arena);
	assert_golden("wmo307.xml", "WMO307", &stops, arena);
}

static void test_golden_answers(void **state)
{
	struct arena *arena = *state;
	const struct message_identity identity = { .identification = "A1", .dated = date_of(2023, 5, 16) };
	struct message_item orders = orders_example(arena), starts = starts_example(arena), answer;
	struct message_item stops = stops_example(arena);
	const struct message *order = message_find("WMO301", identity.dated);
	const struct message *start = message_find("WMO305", identity.dated);

	answer = message_answer(start, &starts, identity, arena);
	assert_golden("wmo306-accepted.xml", "WMO306", &answer, arena);
	message_refuse(&first_start(&starts)[1].return_codes, "9019", arena);
	message_refuse(&first_start(&starts)[1].return_codes, "9019", arena);
	answer = message_answer(start, &starts, identity, arena);
	assert_golden("wmo306-refused.xml", "WMO306", &answer, arena);
	assert_int_equal(first_start(&starts)[0].return_codes.count,
	                 0); /* the message itself is left alone */
	message_refuse(&starts.header.return_codes, "9056", arena);
	answer = message_answer(start, &starts, identity, arena);
	assert_golden("wmo306-header.xml", "WMO306", &answer, arena);
	message_refuse(&orders.client.return_codes, "0001", arena);
	answer = message_answer(order, &orders, identity, arena);
	assert_golden("wmo302-refused.xml", "WMO302", &answer, arena);
	message_refuse(&((struct message_stop *)stops.client.stops.items)->of.return_codes, "9413", arena);
	answer = message_answer(message_find("WMO307", identity.dated), &stops, identity, arena);
	assert_golden("wmo308-refused.xml", "WMO308", &answer, arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_every_rule_has_a_failing_example, arena_setup,
		                                arena_teardown),
		cmocka_unit_test_setup_teardown(test_rules_at_their_edges, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(test_golden_messages, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(test_golden_answers, arena_setup, arena_teardown),
	};

	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
