-- Accounts become a change feed, as thoughts are: who keeps something of a person has to hear when the account is deleted.
-- Transaction ids mean nothing outside their cluster, so whoever moves the schema to another one adds a higher number.
CREATE TABLE users.epoch (
    number   bigint PRIMARY KEY CHECK (number > 0),
    began_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO users.epoch (number) VALUES (1);

CREATE FUNCTION users.current_epoch() RETURNS bigint
    LANGUAGE sql STABLE
    RETURN (SELECT max(number) FROM users.epoch);

CREATE SEQUENCE users.feed_position;

-- epoch, xid and position place the row's last change in the feed; whoever deletes an account sets all three to DEFAULT.
ALTER TABLE users.account
    ADD COLUMN epoch      bigint NOT NULL DEFAULT users.current_epoch(),
    ADD COLUMN xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN position   bigint NOT NULL DEFAULT nextval('users.feed_position'),
    -- A deleted account stays as a tombstone without password: its name is never given out again.
    ADD COLUMN deleted_at timestamptz,
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD CONSTRAINT account_has_password_or_is_deleted CHECK ((password_hash IS NULL) = (deleted_at IS NOT NULL));

CREATE UNIQUE INDEX account_feed ON users.account (epoch, xid, position);

-- Who follows the feed and the last change each has applied. A deletion is done when all of them have passed it.
CREATE TABLE users.reader (
    name     text PRIMARY KEY CHECK (char_length(name) BETWEEN 1 AND 50),
    epoch    bigint NOT NULL,
    xid      xid8 NOT NULL,
    position bigint NOT NULL,
    seen_at  timestamptz NOT NULL DEFAULT now()
);
