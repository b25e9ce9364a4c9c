namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>Contracts before and after, and what older callers see of the change.</summary>
internal static class BreakingCases
{
    public static IEnumerable<TestCaseData> All()
    {
        yield return new TestCaseData(
            "public class A; public class B;",
            "public class A;",
            new[] { "N.B: removed: code that names B no longer compiles, and what was built against it gets TypeLoadException" }).SetArgDisplayNames("type removed");
        yield return new TestCaseData(
            "public record A(string X);",
            "public record B(string X);",
            new[] { "N.A: renamed to B: code that names A no longer compiles, and what was built against it gets TypeLoadException" }).SetArgDisplayNames("type renamed");
        yield return new TestCaseData(
            "public class A;",
            "public struct A;",
            new[] { "N.A: now a struct: code that uses it as a class no longer compiles, and what was built against it gets TypeLoadException" }).SetArgDisplayNames("kind");
        yield return new TestCaseData(
            "public class A;",
            "public sealed class A;",
            new[] { "N.A: now sealed: code that derives from it no longer compiles" }).SetArgDisplayNames("sealed");
        yield return new TestCaseData(
            "public class A { protected A() { } }",
            "public abstract class A { protected A() { } }",
            new[] { "N.A: now abstract: code that makes one with new no longer compiles" }).SetArgDisplayNames("abstract");
        yield return new TestCaseData(
            "public struct A;",
            "public ref struct A;",
            new[] { "N.A: now ref: code that keeps one in a field or a list no longer compiles" }).SetArgDisplayNames("ref");
        yield return new TestCaseData(
            "public class A : IDisposable { public void Dispose() { } }",
            "public class A { public void Dispose() { } }",
            new[] { "N.A: no longer is IDisposable: code that hands it on as IDisposable no longer compiles, and what was built against it gets InvalidCastException or MissingMethodException" }).SetArgDisplayNames("base");
        yield return new TestCaseData(
            "public interface IA<out T>;",
            "public interface IA<T>;",
            new[] { "N.IA`1: type parameters <out T> became <T>: code that relies on their variance no longer compiles" }).SetArgDisplayNames("variance");
        yield return new TestCaseData(
            "public class A<T>;",
            "public class A<T> where T : class;",
            new[] { "N.A`1: new constraint 'where T : class': code whose type argument does not meet it no longer compiles" }).SetArgDisplayNames("constraint");
        yield return new TestCaseData(
            "public class A { public void Do<T>() { } }",
            "public class A { public void Do<T>() where T : new() { } }",
            new[] { "N.A.Do: new constraint 'where T : new()': code whose type argument does not meet it no longer compiles" }).SetArgDisplayNames("method constraint");
        yield return new TestCaseData(
            "public class A { public class B; }",
            "public class A { protected class B; }",
            new[] { "N.A.B: no longer public: code outside its family no longer compiles" }).SetArgDisplayNames("nested");
        yield return new TestCaseData(
            "public interface IA { Task DoAsync(); Task StayAsync(); }",
            "public interface IA { Task StayAsync(); }",
            new[] { "N.IA.DoAsync: removed: code that calls it no longer compiles, and what was built against it gets MissingMethodException; over HTTP a host of the previous version that calls DoAsync is answered 404" }).SetArgDisplayNames("method removed");
        yield return new TestCaseData(
            "public interface IA { Task<int> CountAsync(string name); }",
            "public interface IA { Task<int> TotalAsync(string name); }",
            new[] { "N.IA.CountAsync: renamed to TotalAsync: code that calls it no longer compiles, and what was built against it gets MissingMethodException; over HTTP a host of the previous version that calls CountAsync is answered 404" }).SetArgDisplayNames("method renamed");
        yield return new TestCaseData(
            "public class R { public string? Name { get; init; } public int Id { get; init; } } public interface IA { R Get(); }",
            "public class R { public int Id { get; init; } } public interface IA { R Get(); }",
            new[] { "N.R.Name: removed: a caller of the previous version reads null or 0 for 'name'" }).SetArgDisplayNames("out prop removed");
        yield return new TestCaseData(
            "public class R { public string? Name { get; init; } } public interface IA { R Get(); }",
            "public class R { public string? Title { get; init; } } public interface IA { R Get(); }",
            new[] { "N.R.Name: renamed to Title: a caller of the previous version reads null or 0 for 'name'" }).SetArgDisplayNames("out prop renamed");
        yield return new TestCaseData(
            "public class Q { public string? Name { get; init; } public int Id { get; init; } } public interface IA { void Set(Q q); }",
            "public class Q { public int Id { get; init; } } public interface IA { void Set(Q q); }",
            new[] { "N.Q.Name: removed: what a caller of the previous version sends as 'name' is not looked at" }).SetArgDisplayNames("in prop removed");
        yield return new TestCaseData(
            "public enum E { One, Two }",
            "public enum E { One }",
            new[] { "N.E.Two: removed: a host of the previous version still says 'Two', and reading it fails with JsonException" }).SetArgDisplayNames("enum removed");
        yield return new TestCaseData(
            "public enum E { One = 1 }",
            "public enum E { One = 2 }",
            new[] { "N.E.One: 1 became 2: what a caller of the previous version says with 1 is taken for something else" }).SetArgDisplayNames("enum renumbered");
        yield return new TestCaseData(
            "public class A { public const int Most = 1; }",
            "public class A;",
            new[] { "N.A.Most: removed: code that names it no longer compiles" }).SetArgDisplayNames("const removed");
        yield return new TestCaseData(
            "public class A { public const int Most = 1; }",
            "public class A { public const int Most = 2; }",
            new[] { "N.A.Most: 1 became 2: it is compiled into callers: a host of the previous version goes on with 1" }).SetArgDisplayNames("const changed");
        yield return new TestCaseData(
            "public class Q { } public interface IA { void Set(Q q); }",
            "public class Q { public required string Limit { get; init; } } public interface IA { void Set(Q q); }",
            new[] { "N.Q.Limit: a new required member: a caller of the previous version does not send 'limit': its JSON is refused with 400, and code that makes a Q no longer compiles" }).SetArgDisplayNames("req in");
        yield return new TestCaseData(
            "public class R { } public interface IA { R Get(); }",
            """public class R { [JsonPropertyName("max")] public required string Limit { get; init; } } public interface IA { R Get(); }""",
            new[] { "N.R.Limit: a new required member: the answer of a host of the previous version lacks 'max', and reading it fails with JsonException" }).SetArgDisplayNames("req out");
        yield return new TestCaseData(
            "public class Q { public string? Limit { get; init; } }",
            "public class Q { public required string? Limit { get; init; } }",
            new[] { "N.Q.Limit: now required: a caller of the previous version may leave out 'limit': its JSON is refused with 400" }).SetArgDisplayNames("now required");
        yield return new TestCaseData(
            "public abstract class A;",
            "public abstract class A { public abstract void Do(); }",
            new[] { "N.A.Do: a new abstract member: code that derives from A no longer compiles" }).SetArgDisplayNames("new abstract");
        yield return new TestCaseData(
            "public class A { public void Do() { } }",
            "public class A { public static void Do() { } }",
            new[] { "N.A.Do: now static: code that calls it on an object no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("now static");
        yield return new TestCaseData(
            "public class A { public static void Do() { } }",
            "public class A { public void Do() { } }",
            new[] { "N.A.Do: no longer static: code that calls it on its type no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("no longer static");
        yield return new TestCaseData(
            "public class A { public virtual void Do() { } }",
            "public class A { public void Do() { } }",
            new[] { "N.A.Do: can no longer be overridden: code that overrides it no longer compiles" }).SetArgDisplayNames("virtual removed");
        yield return new TestCaseData(
            "public abstract class A { public virtual void Do() { } }",
            "public abstract class A { public abstract void Do(); }",
            new[] { "N.A.Do: now abstract: code that derives from its type no longer compiles" }).SetArgDisplayNames("now abstract");
        yield return new TestCaseData(
            """public class A { public override string ToString() => ""; }""",
            """public class A { public sealed override string ToString() => ""; }""",
            new[] { "N.A.ToString: now sealed: code that overrides it no longer compiles" }).SetArgDisplayNames("sealed override");
        yield return new TestCaseData(
            "public class A { public int X; }",
            "public class A { public readonly int X; }",
            new[] { "N.A.X: now readonly: code that sets it no longer compiles" }).SetArgDisplayNames("readonly field");
        yield return new TestCaseData(
            "public class A { public void Do() { } }",
            "public class A { protected void Do() { } }",
            new[] { "N.A.Do: no longer public: code outside its family no longer compiles" }).SetArgDisplayNames("protected");
        yield return new TestCaseData(
            """public class R { public string Name { get; init; } = ""; } public interface IA { R Get(); }""",
            "public class R { public string? Name { get; init; } } public interface IA { R Get(); }",
            new[] { "N.R.Name: string became string?: a caller of the previous version reads null for 'name' where it counts on a value" }).SetArgDisplayNames("out nullable");
        yield return new TestCaseData(
            "public class R { public List<string> Names { get; init; } = []; } public interface IA { R Get(); }",
            "public class R { public List<string?> Names { get; init; } = []; } public interface IA { R Get(); }",
            new[] { "N.R.Names: List<string> became List<string?>: a caller of the previous version reads null for 'names' where it counts on a value" }).SetArgDisplayNames("out nested nullable");
        yield return new TestCaseData(
            "public class Q { public string? Name { get; init; } } public interface IA { void Set(Q q); }",
            """public class Q { public string Name { get; init; } = ""; } public interface IA { void Set(Q q); }""",
            new[] { "N.Q.Name: string? became string: a caller of the previous version may send null for 'name', and is refused with 400" }).SetArgDisplayNames("in nonnull");
        yield return new TestCaseData(
            "public class Q { public int? Id { get; init; } } public interface IA { void Set(Q q); }",
            "public class Q { public int Id { get; init; } } public interface IA { void Set(Q q); }",
            new[] { "N.Q.Id: int? became int: a caller of the previous version may send null for 'id', and is refused with 400" }).SetArgDisplayNames("in nonnull value");
        yield return new TestCaseData(
            "public class R { public long Id { get; init; } }",
            """public class R { public string Id { get; init; } = ""; }""",
            new[] { "N.R.Id: long became string: a caller of the previous version works with long for 'id': it no longer compiles, and over HTTP reading the JSON fails" }).SetArgDisplayNames("type changed");
        yield return new TestCaseData(
            "public interface IA { Task<string> GetAsync(); }",
            "public interface IA { Task<string?> GetAsync(); }",
            new[] { "N.IA.GetAsync: Task<string> became Task<string?>: a caller of the previous version reads null where it counts on a value" }).SetArgDisplayNames("return nullable");
        yield return new TestCaseData(
            "public class A { public int X { get; set; } }",
            "public class A { public int X { get; } }",
            new[] { "N.A.X: set was taken away: code that uses it no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("set removed");
        yield return new TestCaseData(
            "public class A { public int X { get; set; } }",
            "public class A { public int X { get; init; } }",
            new[] { "N.A.X: set was taken away: code that uses it no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("set to init");
        yield return new TestCaseData(
            """public class R { [JsonPropertyName("a")] public int X { get; init; } }""",
            """public class R { [JsonPropertyName("b")] public int X { get; init; } }""",
            new[] { "N.R.X: 'a' became 'b' in JSON: a host of the previous version sends and reads 'a': it reads null or 0, and what it sends is not looked at" }).SetArgDisplayNames("json name");
        yield return new TestCaseData(
            "public class R { public int X { get; init; } }",
            "public class R { [JsonIgnore] public int X { get; init; } }",
            new[] { "N.R.X: [JsonIgnoreAttribute] is new: its JSON is another, and a host of the previous version neither reads the new nor writes it" }).SetArgDisplayNames("json ignore");
        yield return new TestCaseData(
            "public class Q { public int X { get; init; } }",
            "public class Q { [Range(1, 5)] public int X { get; init; } }",
            new[] { "N.Q.X: [RangeAttribute(1, 5)] is new: what an older caller sends may be refused with 400" }).SetArgDisplayNames("range");
        yield return new TestCaseData(
            "[JsonConverter(typeof(JsonStringEnumConverter<E>))] public enum E { One }",
            "public enum E { One }",
            new[] { "N.E: [JsonConverterAttribute(typeof(JsonStringEnumConverter<E>))] was taken away: its JSON is another, and a host of the previous version neither reads the new nor writes it" }).SetArgDisplayNames("enum as text");
        yield return new TestCaseData(
            "public interface IA { void Do(int a, int b); }",
            "public interface IA { void Do(int a); }",
            new[] { "N.IA.Do: parameter 'b' removed: code that gives 'b' no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("param removed");
        yield return new TestCaseData(
            "public record Q(int A, int B); public interface IA { void Set(Q q); }",
            "public record Q(int A); public interface IA { void Set(Q q); }",
            new[] { "N.Q.new: parameter 'B' removed: what a caller of the previous version sends as 'b' is not looked at", "N.Q.B: removed: what a caller of the previous version sends as 'b' is not looked at" }).SetArgDisplayNames("in record param removed");
        yield return new TestCaseData(
            "public interface IA { void Do(int a); }",
            "public interface IA { void Do(int b); }",
            new[] { "N.IA.Do: parameter 'a' renamed to 'b': code that names the argument 'a:' no longer compiles" }).SetArgDisplayNames("param renamed");
        yield return new TestCaseData(
            "public interface IA { void Do(int a); }",
            "public interface IA { void Do(string a); }",
            new[] { "N.IA.Do: parameter 'a': int became string: code that gives int for 'a' no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("param type");
        yield return new TestCaseData(
            "public interface IA { void Do(string? a); }",
            "public interface IA { void Do(string a); }",
            new[] { "N.IA.Do: parameter 'a': string? became string: a caller of the previous version may give null for 'a', and fails" }).SetArgDisplayNames("param nonnull");
        yield return new TestCaseData(
            "public interface IA { void Do(int a); }",
            "public interface IA { void Do(ref int a); }",
            new[] { "N.IA.Do: parameter 'a': '' became 'ref': code that calls it no longer compiles" }).SetArgDisplayNames("param ref");
        yield return new TestCaseData(
            "public record Q(int A = 1);",
            "public record Q(int A);",
            new[] { "N.Q.new: parameter 'A' lost its default: a caller of the previous version leaves out 'a': it no longer compiles, and over HTTP its JSON is refused with 400 or null is read" }).SetArgDisplayNames("default lost");
        yield return new TestCaseData(
            "public interface IA { void Do(int a, string b); }",
            "public interface IA { void Do(string b, int a); }",
            new[] { "N.IA.Do: parameters in another order: code that gives arguments by position gives them to others, or no longer compiles" }).SetArgDisplayNames("order");
        yield return new TestCaseData(
            "public record Q(int A); public interface IA { void Set(Q q); }",
            "public record Q(int A, string? Limit); public interface IA { void Set(Q q); }",
            new[] { "N.Q.new: new parameter 'Limit' without a default: a caller of the previous version does not send 'limit': its JSON lacks it, and is refused with 400 or read as null or 0" }).SetArgDisplayNames("new in");
        yield return new TestCaseData(
            "public record R(int A); public interface IA { R Get(); }",
            "public record R(int A, int Limit); public interface IA { R Get(); }",
            new[] { "N.R.new: new parameter 'Limit' without a default: the answer of a host of the previous version lacks 'limit': a reader of the new one gets null or 0 where it counts on a value" }).SetArgDisplayNames("new out");
        yield return new TestCaseData(
            "public interface IA { void Do(int a); }",
            "public interface IA { void Do(int a, int limit); }",
            new[] { "N.IA.Do: new parameter 'limit' without a default: code that calls it without 'limit' no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("new param");
        yield return new TestCaseData(
            "public delegate void D(int a);",
            "public delegate void D(int a, int b);",
            new[] { "N.D.Invoke: new parameter 'b' without a default: code that calls it without 'b' no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("delegate");
        yield return new TestCaseData(
            "public class A { public event EventHandler? Done; }",
            "public class A;",
            new[] { "N.A.Done: removed: code that uses it no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("event removed");
        yield return new TestCaseData(
            "public class A { public int this[int at] => at; }",
            """public class A { public string this[int at] => ""; }""",
            new[] { "N.A.this: int became string: a caller of the previous version works with int for 'this': it no longer compiles, and over HTTP reading the JSON fails" }).SetArgDisplayNames("indexer");
        yield return new TestCaseData(
            "public class A { public static A operator +(A a, A b) => a; }",
            "public class A;",
            new[] { "N.A.operator +: removed: code that uses it no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("operator");
        yield return new TestCaseData(
            "public class A;",
            "public static class A;",
            new[] { "N.A: now static: code that makes one with new no longer compiles", "N.A.new: removed: code that uses it no longer compiles, and what was built against it gets MissingMethodException" }).SetArgDisplayNames("now static class");
        yield return new TestCaseData(
            "public enum E { One }",
            "public enum E : long { One }",
            new[] { "N.E: numbers of another size: what was built against it takes its values for others" }).SetArgDisplayNames("enum type");
        yield return new TestCaseData(
            "public record R(IDictionary<string?, string> A);",
            "public record R(IDictionary<string, string?> A);",
            new[] { "N.R.new: parameter 'A': IDictionary<string?, string> became IDictionary<string, string?>: code that gives IDictionary<string?, string> for 'a' no longer compiles, and what was built against it gets MissingMethodException", "N.R.A: IDictionary<string?, string> became IDictionary<string, string?>: a caller of the previous version works with IDictionary<string?, string> for 'a': it no longer compiles, and over HTTP reading the JSON fails" }).SetArgDisplayNames("mixed null");
        yield return new TestCaseData(
            """public record Q(int A, KeyValuePair<string, string?>? B, (int X, string? Y) C, string?[]? D, DateTime E = default, StringComparison F = StringComparison.Ordinal, string G = "a\"b");""",
            """public record Q(int A, KeyValuePair<string, string>? B, (int X, string? Y) C, string?[] D, DateTime E = default, StringComparison F = StringComparison.Ordinal, string G = "a\"b");""",
            new[] { "N.Q.new: parameter 'B': KeyValuePair<string, string?>? became KeyValuePair<string, string>?: a caller of the previous version may give null for 'b', and fails", "N.Q.new: parameter 'D': string?[]? became string?[]: a caller of the previous version may give null for 'd', and fails", "N.Q.B: KeyValuePair<string, string?>? became KeyValuePair<string, string>?: a caller of the previous version may send null for 'b', and is refused with 400", "N.Q.D: string?[]? became string?[]: a caller of the previous version may send null for 'd', and is refused with 400" }).SetArgDisplayNames("struct param");
    }
}
