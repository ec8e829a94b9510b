-- The orders that wait to leave, without a look at all others: hardly any do.
CREATE INDEX exchange_order_waits ON exchange_order (register_id, assignment) WHERE state = 'placed' OR changed <> 0;

-- Lines by their month first: those of a new claim stand together, however many months their orders were claimed before.
DROP INDEX claim_line_order;
CREATE INDEX claim_line_day ON claim_line (register_id, first_day, assignment);
