-- Whoever has a client asks what that client's cases were: without this every question read the history of all.
CREATE INDEX caseload_history_person ON caseload_history (register_id, person, valid_until, valid_from, status);
