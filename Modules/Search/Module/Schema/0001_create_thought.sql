-- Search's own copy of what it searches, fed from Thoughts' change feed alone.
-- Newest first is the primary key read backwards: a later thought has a higher id.
CREATE TABLE search.thought (
    id         bigint      PRIMARY KEY,
    username   text        NOT NULL,
    text       text        NOT NULL,
    posted_at  timestamptz NOT NULL,
    generation integer     NOT NULL
);

CREATE INDEX thought_text ON search.thought USING gin (text extensions.gin_trgm_ops);
CREATE INDEX thought_username ON search.thought (lower(username), id DESC);
CREATE INDEX thought_posted_at ON search.thought (posted_at DESC, id DESC);

COMMENT ON COLUMN search.thought.generation IS
    'The rebuild that saw the row last: what an older one left behind is removed when a rebuild has caught up.';

-- One row per feed: the last change applied. Whoever moves it in a transaction applies that transaction's changes.
CREATE TABLE search.cursor (
    feed       text    PRIMARY KEY,
    epoch      bigint  NOT NULL DEFAULT 0,
    xid        xid8    NOT NULL DEFAULT '0',
    position   bigint  NOT NULL DEFAULT 0,
    generation integer NOT NULL DEFAULT 1,
    rebuilding boolean NOT NULL DEFAULT false
);

INSERT INTO search.cursor (feed) VALUES ('thoughts');
