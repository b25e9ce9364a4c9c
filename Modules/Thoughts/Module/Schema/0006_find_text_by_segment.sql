-- The contains-search again, with the stretch of 131,072 ids in it that a thought is in: a page asks for its own part of the table, however
-- many matches there are elsewhere.
DROP INDEX thoughts.thought_containing;
CREATE INDEX thought_containing ON thoughts.thought USING gin ((id >> 17), text extensions.gin_trgm_ops) WHERE text IS NOT NULL;
