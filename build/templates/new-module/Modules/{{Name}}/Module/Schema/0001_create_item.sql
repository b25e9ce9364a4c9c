-- What {{Name}} keeps. Applied once and recorded with a checksum: do not edit it then, add 0002_….sql beside it.
CREATE TABLE {{name}}.item (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text       text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 250),
    created_at timestamptz NOT NULL DEFAULT now()
);
