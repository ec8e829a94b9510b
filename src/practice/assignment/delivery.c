/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/delivery.h"

#include "assignment_sql.h"
#include "common/person/person.h"

static const struct field delivery_fields[] = {
	FIELD(struct delivery, assignment), FIELD(struct delivery, product),
	FIELD(struct delivery, party),      FIELD(struct delivery, deliverer),
	FIELD(struct delivery, valid_from), FIELD(struct delivery, valid_until),
};
const struct record delivery_record = RECORD(struct delivery, "delivery", delivery_fields);

enum status deliveries_of(struct journal *journal, int64_t person, struct records *ret_deliveries,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_assignment_deliveries_of, values, COUNT(values),
	               &(struct db_list){ &delivery_record, journal->arena, ret_deliveries }, fault);
}

const struct delivery *delivery_on(const struct records *deliveries, int64_t assignment, struct date on)
{
	const struct delivery *items = deliveries->items;

	for (size_t i = 0; i < deliveries->count; i++)
		if (items[i].assignment == assignment &&
		    date_within(on, items[i].valid_from, items[i].valid_until))
			return &items[i];
	return NULL;
}

enum status delivery_people(struct journal *journal, const char *party, struct date on,
                            struct records *ret_people, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on),
		                        value_text(party) };

	return db_list(journal->db, &sql_assignment_people, values, COUNT(values),
	               &(struct db_list){ &person_number_record, journal->arena, ret_people }, fault);
}

enum status delivery_hand_over(struct db *db, int64_t register_id, const struct delivery_change *change,
                               struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(change->person),
		                        value_number(change->assignment), value_date(change->from),
		                        value_text(change->deliverer) };
	enum status status = db_run(db, &sql_assignment_split_delivery, values, 4, fault);

	if (status == OK)
		status = db_run(db, &sql_assignment_end_delivery, values, 4, fault);
	return status == OK ? db_run(db, &sql_assignment_set_deliverer, values, COUNT(values), fault)
	                    : status;
}
