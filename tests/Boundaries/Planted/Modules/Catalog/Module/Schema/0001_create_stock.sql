CREATE TABLE catalog.stock (id bigint PRIMARY KEY, name text NOT NULL);
CREATE FUNCTION catalog.free_places() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
