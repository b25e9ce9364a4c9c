namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>The keywords and functions that tell what the names around them are.</summary>
internal static class SqlWords
{
    /// <summary>After these, names are names of objects until a word says otherwise.</summary>
    public static IReadOnlySet<string> BeforeObjects { get; } = Set("join into update table references only lateral");

    /// <summary>The same where a statement begins with them.</summary>
    public static IReadOnlySet<string> BeforeObjectsAtStart { get; } = Set("truncate copy lock analyze vacuum refresh reindex cluster call");

    /// <summary>The same in a statement that defines something; in a query they are names of columns like any other.</summary>
    public static IReadOnlySet<string> BeforeObjectsInDefinitions { get; } = Set(
        "inherits of type domain view index sequence function procedure routine aggregate trigger operator collation statistics column setof returns concurrently like object");

    /// <summary>After these, a name with one dot is a column of an alias unless it is called.</summary>
    public static IReadOnlySet<string> BeforeColumns { get; } = Set(
        "select where having by set values returning when then else case and or not check default elsif while return perform raise limit offset distinct between");

    /// <summary>These begin a statement that defines something: what stands in its parentheses are types and columns.</summary>
    public static IReadOnlySet<string> Defining { get; } = Set("create alter drop grant revoke comment security declare");

    /// <summary>Whatever is said before, a name right after one of these is a type or the like and no column.</summary>
    public static IReadOnlySet<string> RightBeforeObject { get; } = Set(":: as collate");

    /// <summary>A parenthesis after these holds no arguments.</summary>
    public static IReadOnlySet<string> NotCalled { get; } = Set(
        "in exists any all some as values from join using on and or not where select union except intersect only lateral over filter when then else returning check inherits table "
        + "with like default key unique by distinct rows partition execute case if");

    /// <summary>A name after these is a role's.</summary>
    public static IReadOnlySet<string> BeforeRole { get; } = Set("to role user authorization for by");

    /// <summary>Types whose text is the name of something.</summary>
    public static IReadOnlySet<string> NameTypes { get; } = Set("regclass regtype regproc regprocedure regoper regoperator regconfig regdictionary regcollation");

    /// <summary>Functions that are given names as text.</summary>
    public static IReadOnlySet<string> NameFunctions { get; } = Set(
        "nextval currval setval to_regclass to_regproc to_regprocedure to_regtype to_regcollation pg_get_serial_sequence pg_sequence_last_value "
        + "pg_relation_size pg_total_relation_size pg_table_size pg_indexes_size pg_relation_filepath table_to_xml "
        + "has_table_privilege has_any_column_privilege has_column_privilege has_sequence_privilege has_function_privilege");

    /// <summary>Functions that run the SQL they are given as text.</summary>
    public static IReadOnlySet<string> QueryFunctions { get; } = Set("dblink dblink_exec dblink_open dblink_send_query query_to_xml query_to_xmlschema crosstab ts_stat ts_rewrite");

    /// <summary>Types and functions that are given the name of a schema as text.</summary>
    public static IReadOnlySet<string> SchemaNames { get; } = Set("regnamespace to_regnamespace has_schema_privilege schema_to_xml");

    public static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
