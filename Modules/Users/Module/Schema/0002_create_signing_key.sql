-- The key with the highest id signs. Older ones stay published until the last token they signed has expired.
CREATE TABLE users.signing_key (
    id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kid                   text NOT NULL UNIQUE,
    public_key            bytea NOT NULL,
    -- PKCS #8, encrypted with the Data Protection keys that all hosts share.
    protected_private_key text NOT NULL,
    created_at            timestamptz NOT NULL
);
