-- Document: what lies in the depot beside files that were attached: the bytes of a message, for the fact that it brought.
CREATE TABLE document_kept (
	register_id BIGINT NOT NULL,
	fact BIGINT NOT NULL,
	place BIGINT NOT NULL, -- 0: the message itself; 1: the answer that left at once
	digest TEXT NOT NULL, -- of the bytes; its name in the depot, where it lies sealed
	bytes BIGINT NOT NULL,
	kept_at BIGINT NOT NULL,
	times BIGINT NOT NULL, -- that it came, or left
	last_at BIGINT NOT NULL,
	bsn_mark TEXT NOT NULL, -- of the client that it is about, where its fact is about nobody; ''
	of_many BIGINT NOT NULL, -- 1: nobody can say whom it is about
	PRIMARY KEY (register_id, fact, place)
);
CREATE INDEX document_kept_digest ON document_kept (register_id, digest);
CREATE INDEX document_kept_mark ON document_kept (register_id, bsn_mark);
CREATE INDEX document_kept_times ON document_kept (register_id, times);
CREATE INDEX exchange_message_mark ON exchange_message (register_id, mark);
ALTER TABLE exchange_message ADD COLUMN again_by TEXT NOT NULL DEFAULT ''; -- who let it leave once more
