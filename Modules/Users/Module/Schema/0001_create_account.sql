CREATE TABLE users.account (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- As registered, in Unicode normalization form C.
    username      text NOT NULL CHECK (char_length(username) BETWEEN 1 AND 50),
    -- As compared: the same in lower case. A row is never removed, so a name is never given out again.
    username_key  text NOT NULL CONSTRAINT account_username_key_is_unique UNIQUE,
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL
);
