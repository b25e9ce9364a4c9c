namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>One operation of an OpenAPI document before and after, and what is said of the change; <c>!</c> begins what breaks older clients.</summary>
internal static class DocumentCases
{
    public static IEnumerable<TestCaseData> Operations()
    {
        yield return Case("parameter removed", Query("a"), "{}",
            "!POST /things query 'a': parameter removed: what an older client sends with it is not looked at");
        yield return Case("parameter now required", Query("a"), Query("a", """, "required":true"""),
            "!POST /things query 'a': parameter now required: an older client may leave it out, and gets 400");
        yield return Case("new required parameter", "{}", Query("a", """, "required":true"""),
            "!POST /things query 'a': new required parameter: an older client does not send it, and gets 400");
        yield return Case("new parameter", "{}", Query("a"),
            "POST /things query 'a': new parameter");
        yield return Case("body removed", Body("{}"), "{}",
            "!POST /things body: body removed: what an older client sends is not looked at");
        yield return Case("new required body", "{}", """{"requestBody":{"required":true,"content":{}}}""",
            "!POST /things body: new required body: an older client sends none, and gets 400");
        yield return Case("new optional body", "{}", """{"requestBody":{"content":{}}}""",
            "POST /things body: new body");
        yield return Case("body now required", """{"requestBody":{"content":{}}}""", """{"requestBody":{"required":true,"content":{}}}""",
            "!POST /things body: body now required: an older client may send none, and gets 400");
        yield return Case("body type removed", """{"requestBody":{"content":{"a/b":{},"a/c":{}}}}""", """{"requestBody":{"content":{"a/b":{}}}}""",
            "!POST /things body a/c: content type removed: an older client sends it, and gets 415");
        yield return Case("body type added", """{"requestBody":{"content":{"a/b":{}}}}""", """{"requestBody":{"content":{"a/b":{},"a/c":{}}}}""",
            "POST /things body a/c: new content type");
        yield return Case("response removed", """{"responses":{"200":{},"201":{}}}""", """{"responses":{"200":{}}}""",
            "!POST /things 201: response removed: an older client waits for a 201 that no longer comes");
        yield return Case("response added", """{"responses":{"200":{}}}""", """{"responses":{"200":{},"201":{}}}""",
            "POST /things 201: new response");
        yield return Case("response type removed", """{"responses":{"200":{"content":{"a/b":{}}}}}""", """{"responses":{"200":{}}}""",
            "!POST /things 200 a/b: content type removed: an older client reads no other");
        yield return Case("header removed", """{"responses":{"200":{"headers":{"ETag":{}}}}}""", """{"responses":{"200":{}}}""",
            "!POST /things 200 ETag: header removed: an older client looks for it in vain");
        yield return Case("security added", "{}", """{"security":[{"key":[]}]}""",
            "!POST /things security: security changed: an older client gets 401 or 403");
        yield return Case("security changed", """{"security":[{"key":[]}]}""", """{"security":[{"other":[]}]}""",
            "!POST /things security: security changed: an older client gets 401 or 403");
        yield return Case("another way in", """{"security":[{"key":[]}]}""", """{"security":[{"key":[]},{"other":[]}]}""",
            "POST /things security: another way in");
        yield return Case("open to all", """{"security":[{"key":[]}]}""", "{}",
            "POST /things security: another way in");
        yield return Case("answer's schema removed", Answer("{}"), """{"responses":{"200":{"content":{"a/b":{}}}}}""",
            "!POST /things 200 a/b: schema removed: an older client finds nothing that it knows");
        yield return Case("moved into a reference", Answer("""{"type":"string"}"""), Answer("""{"$ref":"#/components/schemas/Word"}"""),
            "");
        yield return Case("described otherwise", """{"summary":"One."}""", """{"summary":"Another."}""",
            "");
    }

    /// <summary>A schema before and after, as what clients send and as what they read.</summary>
    public static IEnumerable<TestCaseData> Schemas()
    {
        yield return Case("property removed", Fields("""{"a":{"type":"string"},"b":{"type":"integer"}}"""), Fields("""{"b":{"type":"integer"}}"""),
            "!POST /things body a/b.a: removed: what an older client sends as 'a' is not looked at, or refused with 400",
            "!POST /things 200 a/b.a: removed: an older client reads nothing for 'a'");
        yield return Case("property renamed", Fields("""{"a":{"type":"string"}}"""), Fields("""{"c":{"type":"string"}}"""),
            "!POST /things body a/b.a: renamed to 'c': what an older client sends as 'a' is not looked at, or refused with 400",
            "!POST /things 200 a/b.a: renamed to 'c': an older client reads nothing for 'a'");
        yield return Case("property added", Fields("{}"), Fields("""{"a":{"type":"string"}}"""),
            "POST /things body a/b.a: new property",
            "POST /things 200 a/b.a: new property");
        yield return Case("required property added", Fields("{}"), Fields("""{"a":{"type":"string"}}""", "\"a\""),
            "!POST /things body a/b.a: new and required: an older client does not send it, and gets 400",
            "POST /things 200 a/b.a: new property");
        yield return Case("property now required", Fields("""{"a":{}}"""), Fields("""{"a":{}}""", "\"a\""),
            "!POST /things body a/b.a: now required: an older client may leave it out, and gets 400",
            "");
        yield return Case("property no longer required", Fields("""{"a":{}}""", "\"a\""), Fields("""{"a":{}}"""),
            "",
            "!POST /things 200 a/b.a: no longer always there: an older client reads nothing where it counts on a value");
        yield return Case("type changed", """{"type":"string"}""", """{"type":"integer"}""",
            "!POST /things body a/b: type string became integer: an older client may send what is now refused with 400",
            "!POST /things 200 a/b: type string became integer: an older client cannot read it");
        yield return Case("type widened", """{"type":"integer"}""", """{"type":"number"}""",
            "POST /things body a/b: type integer became integer or number",
            "!POST /things 200 a/b: type integer became integer or number: an older client cannot read it");
        yield return Case("now nullable", """{"type":"string"}""", """{"type":["null","string"]}""",
            "POST /things body a/b: now nullable",
            "!POST /things 200 a/b: now nullable: an older client reads null where it counts on a value");
        yield return Case("no longer nullable", """{"type":["null","string"]}""", """{"type":"string"}""",
            "!POST /things body a/b: no longer nullable: an older client may send null, and gets 400",
            "POST /things 200 a/b: no longer nullable");
        yield return Case("nullable by choice", """{"type":"string"}""", """{"oneOf":[{"type":"null"},{"type":"string"}]}""",
            "POST /things body a/b: now nullable",
            "!POST /things 200 a/b: now nullable: an older client reads null where it counts on a value");
        yield return Case("nullable, written otherwise", """{"type":"string","nullable":true}""", """{"type":["null","string"]}""",
            "",
            "");
        yield return Case("items changed", """{"type":"array","items":{"type":"string"}}""", """{"type":"array","items":{"type":"integer"}}""",
            "!POST /things body a/b[]: type string became integer: an older client may send what is now refused with 400",
            "!POST /things 200 a/b[]: type string became integer: an older client cannot read it");
        yield return Case("format changed", """{"type":"string","format":"date"}""", """{"type":"string","format":"date-time"}""",
            "!POST /things body a/b: format date became date-time: an older client may send what is now refused with 400",
            "!POST /things 200 a/b: format date became date-time: an older client cannot read it");
        yield return Case("number grown", """{"type":"integer","format":"int32"}""", """{"type":"integer","format":"int64"}""",
            "POST /things body a/b: format int32 became int64",
            "!POST /things 200 a/b: format int32 became int64: an older client cannot read it");
        yield return Case("values removed", """{"enum":["a","b"]}""", """{"enum":["a"]}""",
            "!POST /things body a/b: value 'b' removed: an older client that sends it gets 400",
            "POST /things 200 a/b: value 'b' removed");
        yield return Case("values added", """{"enum":["a"]}""", """{"enum":["a","b"]}""",
            "POST /things body a/b: new value 'b'",
            "POST /things 200 a/b: new value 'b'");
        yield return Case("values listed", """{"type":"string"}""", """{"type":"string","enum":["a"]}""",
            "!POST /things body a/b: only a: an older client may send what is now refused with 400",
            "POST /things 200 a/b: only a");
        yield return Case("values freed", """{"type":"string","enum":["a"]}""", """{"type":"string"}""",
            "POST /things body a/b: any value",
            "POST /things 200 a/b: any value");
        yield return Case("shorter", """{"maxLength":250}""", """{"maxLength":100}""",
            "!POST /things body a/b: maxLength 250 became 100: an older client may send what is now refused with 400",
            "");
        yield return Case("longer", """{"maxLength":100}""", """{"maxLength":250}""",
            "POST /things body a/b: maxLength 100 became 250",
            "");
        yield return Case("at least", "{}", """{"minimum":1}""",
            "!POST /things body a/b: minimum none became 1: an older client may send what is now refused with 400",
            "");
        yield return Case("pattern", "{}", """{"pattern":"^a"}""",
            "!POST /things body a/b: pattern none became ^a: an older client may send what is now refused with 400",
            "");
        yield return Case("no pattern", """{"pattern":"^a"}""", "{}",
            "POST /things body a/b: pattern ^a became none",
            "");
        yield return Case("closed", "{}", """{"additionalProperties":false}""",
            "!POST /things body a/b: no other properties: an older client may send what is now refused with 400",
            "");
        yield return Case("values of others changed", """{"additionalProperties":{"type":"string"}}""", """{"additionalProperties":{"type":"integer"}}""",
            "!POST /things body a/b.*: type string became integer: an older client may send what is now refused with 400",
            "!POST /things 200 a/b.*: type string became integer: an older client cannot read it");
        yield return Case("choice added", """{"oneOf":[{"type":"string"}]}""", """{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]}""",
            "POST /things body a/b: 1 became 3 in oneOf",
            "!POST /things 200 a/b: 1 became 3 in oneOf: an older client does not know them all");
        yield return Case("choice removed", """{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]}""", """{"anyOf":[{"type":"string"}]}""",
            "!POST /things body a/b: 3 became 1 in anyOf: an older client may send what is now refused with 400",
            "POST /things 200 a/b: 3 became 1 in anyOf");
        yield return Case("all of more", """{"allOf":[{"type":"object"}]}""", """{"allOf":[{"type":"object"},{"required":["a"]}]}""",
            "!POST /things body a/b: 1 became 2 in allOf: an older client may send what is now refused with 400",
            "POST /things 200 a/b: 1 became 2 in allOf");
        yield return Case("choice changed", """{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]}""", """{"oneOf":[{"type":"string"},{"type":"array"},{"type":"boolean"}]}""",
            "!POST /things body a/b: type integer became array: an older client may send what is now refused with 400",
            "!POST /things 200 a/b: type integer became array: an older client cannot read it");
    }

    public static string Body(string schema) => """{"requestBody":{"content":{"a/b":{"schema":""" + schema + "}}}}";

    public static string Answer(string schema) => """{"responses":{"200":{"content":{"a/b":{"schema":""" + schema + "}}}}}";

    private static string Query(string name, string more = "") => $$"""{"parameters":[{"in":"query","name":"{{name}}"{{more}}}]}""";

    private static string Fields(string properties, string required = "") => $$"""{"type":"object","properties":{{properties}},"required":[{{required}}]}""";

    private static TestCaseData Case(string name, string before, string after, params string[] said) => new TestCaseData([before, after, .. said]).SetArgDisplayNames(name);
}
