-- What operators decide about traffic: a row for each version of the whole state, so that history and state are one thing.
CREATE TABLE gateway.revision (
    version    bigint      PRIMARY KEY CHECK (version > 0),
    state      jsonb       NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text        NOT NULL,
    reason     text,
    undoes     bigint      REFERENCES gateway.revision (version),
    changes    jsonb       NOT NULL
);

-- Keys are 256 random bits, so their hash needs no salt and nobody finds one by guessing.
CREATE TABLE gateway.operator_key (
    id         text        PRIMARY KEY,
    name       text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('viewer', 'operator')),
    hash       bytea       NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text        NOT NULL,
    revoked_at timestamptz,
    revoked_by text
);

-- What happened besides changes of the state: logins, refusals, keys made and revoked.
CREATE TABLE gateway.audit (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    actor   text        NOT NULL,
    action  text        NOT NULL,
    address text,
    detail  text
);

-- History is not rewritten, not even by the gateway itself.
CREATE FUNCTION gateway.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'gateway.% is history and is not rewritten', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER revision_is_history BEFORE UPDATE OR DELETE ON gateway.revision
    FOR EACH ROW EXECUTE FUNCTION gateway.refuse_rewriting();
CREATE TRIGGER audit_is_history BEFORE UPDATE OR DELETE ON gateway.audit
    FOR EACH ROW EXECUTE FUNCTION gateway.refuse_rewriting();
