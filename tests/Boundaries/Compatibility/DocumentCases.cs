namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>One operation of an OpenAPI document before and after, and what is said of the change; <c>!</c> begins what breaks older clients.</summary>
internal static class DocumentCases
{
    public static IEnumerable<TestCaseData> Operations()
    {
        yield return Case("parameter removed", Query("a"), "{}");
        yield return Case("parameter now required", Query("a"), Query("a", """, "required":true"""));
        yield return Case("new required parameter", "{}", Query("a", """, "required":true"""));
        yield return Case("new parameter", "{}", Query("a"));
        yield return Case("body removed", Body("{}"), "{}");
        yield return Case("new required body", "{}", """{"requestBody":{"required":true,"content":{}}}""");
        yield return Case("new optional body", "{}", """{"requestBody":{"content":{}}}""");
        yield return Case("body now required", """{"requestBody":{"content":{}}}""", """{"requestBody":{"required":true,"content":{}}}""");
        yield return Case("body type removed", """{"requestBody":{"content":{"a/b":{},"a/c":{}}}}""", """{"requestBody":{"content":{"a/b":{}}}}""");
        yield return Case("body type added", """{"requestBody":{"content":{"a/b":{}}}}""", """{"requestBody":{"content":{"a/b":{},"a/c":{}}}}""");
        yield return Case("response removed", """{"responses":{"200":{},"201":{}}}""", """{"responses":{"200":{}}}""");
        yield return Case("response added", """{"responses":{"200":{}}}""", """{"responses":{"200":{},"201":{}}}""");
        yield return Case("response type removed", """{"responses":{"200":{"content":{"a/b":{}}}}}""", """{"responses":{"200":{}}}""");
        yield return Case("header removed", """{"responses":{"200":{"headers":{"ETag":{}}}}}""", """{"responses":{"200":{}}}""");
        yield return Case("security added", "{}", """{"security":[{"key":[]}]}""");
        yield return Case("security changed", """{"security":[{"key":[]}]}""", """{"security":[{"other":[]}]}""");
        yield return Case("another way in", """{"security":[{"key":[]}]}""", """{"security":[{"key":[]},{"other":[]}]}""");
        yield return Case("open to all", """{"security":[{"key":[]}]}""", "{}");
        yield return Case("answer's schema removed", Answer("{}"), """{"responses":{"200":{"content":{"a/b":{}}}}}""");
        yield return Case("moved into a reference", Answer("""{"type":"string"}"""), Answer("""{"$ref":"#/components/schemas/Word"}"""));
        yield return Case("described otherwise", """{"summary":"One."}""", """{"summary":"Another."}""");
    }

    /// <summary>A schema before and after, as what clients send and as what they read.</summary>
    public static IEnumerable<TestCaseData> Schemas()
    {
        yield return Case("property removed", Fields("""{"a":{"type":"string"},"b":{"type":"integer"}}"""), Fields("""{"b":{"type":"integer"}}"""));
        yield return Case("property renamed", Fields("""{"a":{"type":"string"}}"""), Fields("""{"c":{"type":"string"}}"""));
        yield return Case("property added", Fields("{}"), Fields("""{"a":{"type":"string"}}"""));
        yield return Case("required property added", Fields("{}"), Fields("""{"a":{"type":"string"}}""", "\"a\""));
        yield return Case("property now required", Fields("""{"a":{}}"""), Fields("""{"a":{}}""", "\"a\""));
        yield return Case("property no longer required", Fields("""{"a":{}}""", "\"a\""), Fields("""{"a":{}}"""));
        yield return Case("type changed", """{"type":"string"}""", """{"type":"integer"}""");
        yield return Case("type widened", """{"type":"integer"}""", """{"type":"number"}""");
        yield return Case("now nullable", """{"type":"string"}""", """{"type":["null","string"]}""");
        yield return Case("no longer nullable", """{"type":["null","string"]}""", """{"type":"string"}""");
        yield return Case("nullable by choice", """{"type":"string"}""", """{"oneOf":[{"type":"null"},{"type":"string"}]}""");
        yield return Case("nullable, written otherwise", """{"type":"string","nullable":true}""", """{"type":["null","string"]}""");
        yield return Case("items changed", """{"type":"array","items":{"type":"string"}}""", """{"type":"array","items":{"type":"integer"}}""");
        yield return Case("format changed", """{"type":"string","format":"date"}""", """{"type":"string","format":"date-time"}""");
        yield return Case("number grown", """{"type":"integer","format":"int32"}""", """{"type":"integer","format":"int64"}""");
        yield return Case("values removed", """{"enum":["a","b"]}""", """{"enum":["a"]}""");
        yield return Case("values added", """{"enum":["a"]}""", """{"enum":["a","b"]}""");
        yield return Case("values listed", """{"type":"string"}""", """{"type":"string","enum":["a"]}""");
        yield return Case("values freed", """{"type":"string","enum":["a"]}""", """{"type":"string"}""");
        yield return Case("shorter", """{"maxLength":250}""", """{"maxLength":100}""");
        yield return Case("longer", """{"maxLength":100}""", """{"maxLength":250}""");
        yield return Case("at least", "{}", """{"minimum":1}""");
        yield return Case("pattern", "{}", """{"pattern":"^a"}""");
        yield return Case("no pattern", """{"pattern":"^a"}""", "{}");
        yield return Case("closed", "{}", """{"additionalProperties":false}""");
        yield return Case("values of others changed", """{"additionalProperties":{"type":"string"}}""", """{"additionalProperties":{"type":"integer"}}""");
        yield return Case("choice added", """{"oneOf":[{"type":"string"}]}""", """{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]}""");
        yield return Case("choice removed", """{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]}""", """{"anyOf":[{"type":"string"}]}""");
        yield return Case("all of more", """{"allOf":[{"type":"object"}]}""", """{"allOf":[{"type":"object"},{"required":["a"]}]}""");
        yield return Case("choice changed", """{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]}""", """{"oneOf":[{"type":"string"},{"type":"array"},{"type":"boolean"}]}""");
    }

    public static string Body(string schema) => """{"requestBody":{"content":{"a/b":{"schema":""" + schema + "}}}}";

    public static string Answer(string schema) => """{"responses":{"200":{"content":{"a/b":{"schema":""" + schema + "}}}}}";

    private static string Query(string name, string more = "") => $$"""{"parameters":[{"in":"query","name":"{{name}}"{{more}}}]}""";

    private static string Fields(string properties, string required = "") => $$"""{"type":"object","properties":{{properties}},"required":[{{required}}]}""";

    private static TestCaseData Case(string name, string before, string after) => new TestCaseData(name, before, after).SetArgDisplayNames(name);
}
