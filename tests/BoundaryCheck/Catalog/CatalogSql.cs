namespace MyThoughts.BoundaryCheck.Catalog;

/// <summary>What is asked of PostgreSQL's catalog. All of it can be read by any role, unless an administrator has forbidden it.</summary>
internal static class CatalogSql
{
    public const string MissingSchemas = "SELECT name FROM unnest(@Schemas) AS name WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = name)";

    public const string MissingRoles = "SELECT name FROM unnest(@Roles) AS name WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)";

    // Everything in the schemas that can depend on something or be depended on, by its table where it has one.
    public const string Dependencies = """
        WITH named (oid, schema) AS (
            SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (@Schemas)
        ), object (classid, objid, kind, schema, relation, name) AS (
            SELECT 'pg_class'::regclass, class.oid, CASE class.relkind
                    WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index'
                    WHEN 'c' THEN 'type' WHEN 'f' THEN 'foreign table' ELSE 'table' END,
                schema, coalesce(indexed.relname, class.relname), class.relname
            FROM pg_class class JOIN named ON named.oid = class.relnamespace
                LEFT JOIN pg_index ON indexrelid = class.oid LEFT JOIN pg_class indexed ON indexed.oid = indrelid
            UNION ALL
            SELECT 'pg_proc'::regclass, pg_proc.oid, CASE prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, schema, proname,
                proname || '(' || pg_get_function_identity_arguments(pg_proc.oid) || ')'
            FROM pg_proc JOIN named ON named.oid = pronamespace
            UNION ALL
            -- The type of a table's rows is the table; that of an array is what it is an array of.
            SELECT 'pg_type'::regclass, type.oid, CASE WHEN class.relkind IN ('r', 'p', 'f') THEN 'table' WHEN class.relkind IN ('v', 'm') THEN 'view' ELSE 'type' END,
                schema, coalesce(element.typname, type.typname), coalesce(element.typname, type.typname)
            FROM pg_type type JOIN named ON named.oid = type.typnamespace
                LEFT JOIN pg_type element ON element.typarray = type.oid LEFT JOIN pg_class class ON class.oid IN (type.typrelid, element.typrelid)
            UNION ALL
            SELECT 'pg_constraint'::regclass, pg_constraint.oid, CASE contype WHEN 'f' THEN 'foreign key' ELSE 'constraint' END,
                schema, coalesce(relname, typname), conname
            FROM pg_constraint JOIN named ON named.oid = connamespace
                LEFT JOIN pg_class ON pg_class.oid = conrelid LEFT JOIN pg_type ON pg_type.oid = contypid
            WHERE conparentid = 0
            UNION ALL
            SELECT 'pg_rewrite'::regclass, pg_rewrite.oid, CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' ELSE 'rule' END,
                schema, relname, CASE WHEN relkind IN ('v', 'm') AND rulename = '_RETURN' THEN relname ELSE rulename END
            FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class JOIN named ON named.oid = relnamespace
            UNION ALL
            SELECT 'pg_trigger'::regclass, pg_trigger.oid, 'trigger', schema, relname, tgname
            FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN named ON named.oid = relnamespace WHERE NOT tgisinternal AND tgparentid = 0
            UNION ALL
            SELECT 'pg_attrdef'::regclass, pg_attrdef.oid, 'default', schema, relname, attname
            FROM pg_attrdef JOIN pg_class ON pg_class.oid = adrelid JOIN named ON named.oid = relnamespace JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
            UNION ALL
            SELECT 'pg_policy'::regclass, pg_policy.oid, 'policy', schema, relname, polname
            FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid JOIN named ON named.oid = relnamespace
            UNION ALL
            SELECT 'pg_operator'::regclass, pg_operator.oid, 'operator', schema, oprname, oprname FROM pg_operator JOIN named ON named.oid = oprnamespace
            UNION ALL
            SELECT 'pg_collation'::regclass, pg_collation.oid, 'collation', schema, collname, collname FROM pg_collation JOIN named ON named.oid = collnamespace
            UNION ALL
            SELECT 'pg_opclass'::regclass, pg_opclass.oid, 'operator class', schema, opcname, opcname FROM pg_opclass JOIN named ON named.oid = opcnamespace
            UNION ALL
            SELECT 'pg_ts_config'::regclass, pg_ts_config.oid, 'text search configuration', schema, cfgname, cfgname FROM pg_ts_config JOIN named ON named.oid = cfgnamespace
            UNION ALL
            SELECT 'pg_statistic_ext'::regclass, pg_statistic_ext.oid, 'statistics', schema, stxname, stxname FROM pg_statistic_ext JOIN named ON named.oid = stxnamespace
        )
        SELECT DISTINCT
            CASE WHEN source.kind IN ('table', 'foreign table') AND attname IS NOT NULL THEN 'column' ELSE source.kind END AS kind,
            source.schema, source.relation,
            CASE WHEN source.kind IN ('table', 'foreign table') AND attname IS NOT NULL THEN attname ELSE source.name END AS name,
            CASE target.kind WHEN 'constraint' THEN 'table' WHEN 'index' THEN 'table' ELSE target.kind END AS targetkind,
            target.schema AS targetschema, target.relation AS target
        FROM pg_depend
            JOIN object source ON source.classid = pg_depend.classid AND source.objid = pg_depend.objid
            JOIN object target ON target.classid = refclassid AND target.objid = refobjid
            LEFT JOIN pg_attribute ON pg_depend.classid = 'pg_class'::regclass AND attrelid = pg_depend.objid AND attnum = objsubid AND objsubid > 0
        WHERE source.schema <> target.schema AND deptype IN ('n', 'a')
        ORDER BY 2, 3, 4, 1, 6, 7
        """;

    public const string Functions = """
        SELECT nspname AS schema, proname AS name, pg_get_function_identity_arguments(pg_proc.oid) AS arguments, prosrc AS body
        FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace JOIN pg_language ON pg_language.oid = prolang
        WHERE nspname = ANY (@Schemas) AND lanname IN ('sql', 'plpgsql') AND prosqlbody IS NULL
            AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
        ORDER BY 1, 2, 3
        """;

    public const string Settings = """
        SELECT nspname AS schema, proname AS name, pg_get_function_identity_arguments(pg_proc.oid) AS arguments, substr(setting, length('search_path=') + 1) AS path
        FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace CROSS JOIN unnest(proconfig) AS setting
        WHERE nspname = ANY (@Schemas) AND setting LIKE 'search\_path=%'
        UNION ALL
        SELECT NULL, rolname, NULL, substr(setting, length('search_path=') + 1)
        FROM pg_db_role_setting LEFT JOIN pg_roles ON pg_roles.oid = setrole CROSS JOIN unnest(setconfig) AS setting
        WHERE (setdatabase = 0 OR setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))
            AND (setrole = 0 OR rolname = ANY (@Roles)) AND setting LIKE 'search\_path=%'
        ORDER BY 1, 2, 3, 4
        """;

    // Who each role of the map can act as. What a superuser may do is everything, and is said once.
    private const string Holders = """
        WITH RECURSIVE member (holder, role) AS (
            SELECT oid, oid FROM pg_roles WHERE rolname = ANY (@Roles)
            UNION
            SELECT holder, roleid FROM member JOIN pg_auth_members ON pg_auth_members.member = role
        ), holder (role, grantee, through) AS (
            SELECT pg_roles.rolname, member.role, through.rolname
            FROM member JOIN pg_roles ON pg_roles.oid = holder JOIN pg_roles through ON through.oid = member.role WHERE NOT through.rolsuper
            UNION ALL
            SELECT NULL, 0, 'PUBLIC'
        )
        """;

    public const string Rights = Holders + """
        , named (oid, schema) AS (
            SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (@Schemas)
        ), owned (kind, schema, name, owner, acl, is_part) AS (
            SELECT 'schema', nspname, NULL::name, nspowner, nspacl, false FROM pg_namespace WHERE nspname = ANY (@Schemas)
            UNION ALL
            SELECT CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table' ELSE 'table' END,
                schema, relname, relowner, relacl,
                EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND relkind = 'S' AND deptype IN ('a', 'i') AND refobjsubid > 0)
            FROM pg_class JOIN named ON named.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            UNION ALL
            SELECT 'function', schema, proname, proowner, proacl, false FROM pg_proc JOIN named ON named.oid = pronamespace
            UNION ALL
            SELECT 'type', schema, typname, typowner, typacl, false
            FROM pg_type JOIN named ON named.oid = typnamespace
            WHERE typtype IN ('b', 'd', 'e', 'r') AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = pg_type.oid)
        ), given (kind, schema, name, acl, owner) AS (
            SELECT kind, schema, name::text, acl, owner FROM owned
            UNION ALL
            SELECT 'column', schema, relname || '.' || attname, attacl, relowner FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN named ON named.oid = relnamespace
            UNION ALL
            SELECT CASE defaclobjtype WHEN 'r' THEN 'future tables' WHEN 'S' THEN 'future sequences' WHEN 'f' THEN 'future functions' WHEN 'T' THEN 'future types' ELSE 'future schemas' END,
                schema, NULL, defaclacl, defaclrole
            FROM pg_default_acl LEFT JOIN named ON named.oid = defaclnamespace WHERE defaclnamespace = 0 OR schema IS NOT NULL
        )
        SELECT role, through, string_agg(DISTINCT privilege_type, ', ') AS privileges, kind, schema, name
        FROM given CROSS JOIN aclexplode(acl) AS entry JOIN holder ON holder.grantee = entry.grantee
        -- Everybody may call functions and use types unless it is taken away, and needs the schema's USAGE for it.
        WHERE NOT (entry.grantee = 0 AND (kind LIKE '%function%' OR kind LIKE '%type%')) AND entry.grantee <> owner
        GROUP BY role, through, kind, schema, name
        UNION ALL
        SELECT role, through, 'OWNER', kind, schema, name FROM owned JOIN holder ON grantee = owner WHERE NOT is_part
        ORDER BY 1, 5, 6, 4, 2, 3
        """;

    public const string Roles = Holders + """
        SELECT rolname AS role, power, NULL AS memberof
        FROM pg_roles CROSS JOIN LATERAL unnest(ARRAY[
            CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
            CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolreplication THEN 'REPLICATION' END]) AS power
        WHERE rolname = ANY (@Roles) AND power IS NOT NULL
        UNION ALL
        SELECT pg_roles.rolname, NULL, through.rolname
        FROM member JOIN pg_roles ON pg_roles.oid = holder JOIN pg_roles through ON through.oid = member.role
        WHERE holder <> member.role AND (through.rolname = ANY (@Roles) OR through.rolsuper OR through.rolname IN (
            'pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'))
        ORDER BY 1, 2, 3
        """;
}
