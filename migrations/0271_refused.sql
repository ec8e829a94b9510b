ALTER TABLE exchange_refused ADD COLUMN assignment BIGINT NOT NULL DEFAULT 0; -- the order that a refused message speaks of first; 0: none
