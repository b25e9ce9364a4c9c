-- Wrong passwords of the last minutes. Here rather than in memory, so that a split into two sides does not allow twice as many.
CREATE TABLE users.login_attempt (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    network      text NOT NULL,
    username_key text NOT NULL,
    attempted_at timestamptz NOT NULL
);

CREATE INDEX login_attempt_by_name ON users.login_attempt (network, username_key, attempted_at);
CREATE INDEX login_attempt_by_network ON users.login_attempt (network, attempted_at);
CREATE INDEX login_attempt_by_age ON users.login_attempt (attempted_at);
