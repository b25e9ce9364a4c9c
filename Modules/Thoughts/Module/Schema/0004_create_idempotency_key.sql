-- Keys with which clients asked to post, for a day: the same key and text get the same answer and no second thought.
CREATE TABLE thoughts.idempotency_key (
    username   text NOT NULL,
    key        text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 255),
    text_hash  bytea NOT NULL,
    thought_id bigint,
    posted_at  timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (username, key)
);

CREATE INDEX idempotency_key_by_age ON thoughts.idempotency_key (created_at);
