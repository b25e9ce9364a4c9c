-- Which epochs of the feed this schema knows. Transaction ids mean nothing outside their cluster, so whoever moves the schema to
-- another one adds a higher number. After a restore every row moves to a new number and the earlier ones go: readers may be ahead of
-- the backup and must rebuild (docs/runbooks/run-in-production.md).
CREATE TABLE thoughts.epoch (
    number   bigint PRIMARY KEY CHECK (number > 0),
    began_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO thoughts.epoch (number) VALUES (1);

CREATE FUNCTION thoughts.current_epoch() RETURNS bigint
    LANGUAGE sql STABLE
    RETURN (SELECT max(number) FROM thoughts.epoch);

CREATE SEQUENCE thoughts.feed_position;

-- A row without text is the tombstone of a deleted thought: readers of the feed have to hear of it.
-- epoch, xid and position place the row's last change in the feed; whoever updates a row sets all three to DEFAULT.
CREATE TABLE thoughts.thought (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username  text NOT NULL,
    text      text CHECK (char_length(text) BETWEEN 1 AND 250),
    posted_at timestamptz NOT NULL,
    epoch     bigint NOT NULL DEFAULT thoughts.current_epoch(),
    xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
    position  bigint NOT NULL DEFAULT nextval('thoughts.feed_position')
);

CREATE UNIQUE INDEX thought_feed ON thoughts.thought (epoch, xid, position);

-- One person's thoughts, newest first or oldest first.
CREATE INDEX thought_by_author ON thoughts.thought (lower(username), id) WHERE text IS NOT NULL;

-- The contains-search of GET /api/thoughts/?search=.
CREATE INDEX thought_containing ON thoughts.thought USING gin (text extensions.gin_trgm_ops) WHERE text IS NOT NULL;
