-- One row per feed that Thoughts follows: the last change applied. Whoever moves it in a transaction applies that transaction's changes.
CREATE TABLE thoughts.cursor (
    feed          text PRIMARY KEY,
    epoch         bigint NOT NULL DEFAULT 0,
    xid           xid8 NOT NULL DEFAULT '0',
    position      bigint NOT NULL DEFAULT 0,
    generation    integer NOT NULL DEFAULT 1,
    rebuilding    boolean NOT NULL DEFAULT false,
    -- Which version of the code what is kept was built for: an older one stands by, a newer one builds it anew.
    model_version integer NOT NULL DEFAULT 1,
    -- How many changes the present rebuild has applied.
    rebuilt       bigint NOT NULL DEFAULT 0
);

INSERT INTO thoughts.cursor (feed) VALUES ('users');

-- Changes that could not be applied and were put aside. What the row held then is not kept: it may have been deleted since.
CREATE TABLE thoughts.parked (
    feed      text NOT NULL REFERENCES thoughts.cursor (feed),
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
CREATE TABLE thoughts.deleted_author (
    name_key text PRIMARY KEY
);
