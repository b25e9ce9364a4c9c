-- Words for whole-word search: what stands between two letters or digits parts them, whatever PostgreSQL's parser would make of
-- addresses, paths and numbers. In lower case and in no language, for thoughts are in any.
CREATE FUNCTION search.words(text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('pg_catalog.simple'::regconfig, translate(text, '.,:;/\|_@#&%+~=<>()[]{}''"-', '                          '));

-- The same for what is looked for: one word, or several in a row.
CREATE FUNCTION search.phrase(text text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN phraseto_tsquery('pg_catalog.simple'::regconfig, translate(text, '.,:;/\|_@#&%+~=<>()[]{}''"-', '                          '));

-- Ids in stretches of 131,072, a segment each. With the segment in them, both text indexes can be asked for a part of the table: the
-- newest matches of a word with a million old ones are found without looking at those.
CREATE INDEX thought_word ON search.thought USING gin ((id >> 17), search.words(text));
DROP INDEX search.thought_text;
CREATE INDEX thought_text ON search.thought USING gin ((id >> 17), text extensions.gin_trgm_ops);

-- Which id a date comes to, exactly and also where clocks disagreed: only stretches of the table that have both are looked at.
CREATE INDEX thought_id_posted_at ON search.thought USING brin (id, posted_at) WITH (pages_per_range = 32, autosummarize = on);

-- How many thoughts of a segment have a word. It chooses the way to look, never what is found, so it may be old or wrong.
CREATE TABLE search.frequency (
    word     text   NOT NULL,
    segment  bigint NOT NULL,
    thoughts bigint NOT NULL,
    PRIMARY KEY (word, segment)
);

CREATE INDEX frequency_word_part ON search.frequency USING gin (word extensions.gin_trgm_ops);

-- One row: every thought with a lower id has been counted.
CREATE TABLE search.counted (
    below bigint NOT NULL
);

INSERT INTO search.counted (below) VALUES (0);
