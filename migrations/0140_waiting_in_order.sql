-- Whom a provider will come to stands in the order of the first day, so a page of it is read and no more.
DROP INDEX assignment_delivery_deliverer;
CREATE INDEX assignment_delivery_deliverer
	ON assignment_delivery (register_id, deliverer, valid_from, person, assignment, valid_until);
