CREATE TABLE thoughts.thought (
    id bigserial PRIMARY KEY,
    text text NOT NULL
);
