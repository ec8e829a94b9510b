-- migrate_hash: the hash of a migration that has run
SELECT hash FROM db_migration WHERE name = $1;

-- migrate_done: remember that a migration has run
INSERT INTO db_migration (name, hash) VALUES ($1, $2);
