-- The schema orders, and in comments anybody's: catalog.stock
CREATE TABLE orders.item (
    id bigint PRIMARY KEY,
    stock_id bigint REFERENCES catalog.stock (id) -- planted: sql-schema
);
CREATE VIEW orders.cheap AS
    SELECT i.id FROM orders.item i
    JOIN "catalog" . "stock" s ON s.id = i.stock_id; -- planted: sql-schema
GRANT SELECT ON ALL TABLES IN SCHEMA catalog TO orders; -- planted: sql-schema
ALTER ROLE orders SET search_path = orders, catalog; -- planted: sql-schema
CREATE FUNCTION orders.count_stock() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT count(*) FROM catalog.stock); -- planted: sql-schema
END $$;
COMMENT ON TABLE orders.item IS 'as in catalog.stock';
SELECT setval('catalog.stock_id_seq', 1); -- planted: sql-schema
