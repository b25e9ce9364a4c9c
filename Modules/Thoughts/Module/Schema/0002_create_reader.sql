-- Who follows the feed and the last change each has applied. A deletion is done when all of them have passed it.
CREATE TABLE thoughts.reader (
    name     text PRIMARY KEY CHECK (char_length(name) BETWEEN 1 AND 50),
    epoch    bigint NOT NULL,
    xid      xid8 NOT NULL,
    position bigint NOT NULL,
    seen_at  timestamptz NOT NULL DEFAULT now()
);
