ALTER TABLE search.cursor
    -- Which version of the code what is kept was built for: an older one stands by, a newer one builds it anew.
    ADD COLUMN model_version integer NOT NULL DEFAULT 1,
    -- How many changes the present rebuild has applied.
    ADD COLUMN rebuilt       bigint NOT NULL DEFAULT 0;

INSERT INTO search.cursor (feed) VALUES ('users');

-- Changes that could not be applied and were put aside. What the row held then is not kept: it may have been deleted since.
CREATE TABLE search.parked (
    feed      text NOT NULL REFERENCES search.cursor (feed),
    id        bigint NOT NULL,
    epoch     bigint NOT NULL,
    xid       xid8 NOT NULL,
    position  bigint NOT NULL,
    reason    text NOT NULL,
    tries     integer NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (feed, id)
);

-- Authors whose account is deleted, in lower case. A name is never given out again.
CREATE TABLE search.deleted_author (
    name_key text PRIMARY KEY
);
