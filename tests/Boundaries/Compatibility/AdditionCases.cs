namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>Contracts before and after a change that looks like a break and is none, and what is said of it.</summary>
internal static class AdditionCases
{
    public static IEnumerable<TestCaseData> All()
    {
        yield return new TestCaseData(
            "",
            "public class A;",
            new[] { "N.A: new class" }).SetArgDisplayNames("new type");
        yield return new TestCaseData(
            "public interface IA { void Do(int a); }",
            "public interface IA { void Do(int a, int limit = 5); }",
            new[] { "N.IA.Do: new parameter 'limit'" }).SetArgDisplayNames("optional param");
        yield return new TestCaseData(
            "public record Q(int A); public interface IA { void Set(Q q); }",
            "public record Q(int A, string? Limit = null); public interface IA { void Set(Q q); }",
            new[] { "N.Q.Limit: new property", "N.Q.new: new parameter 'Limit'" }).SetArgDisplayNames("optional in");
        yield return new TestCaseData(
            "public interface IA { void Do(int a); }",
            "public interface IA { void Do(int a, params int[] more); }",
            new[] { "N.IA.Do: new parameter 'more'" }).SetArgDisplayNames("params");
        yield return new TestCaseData(
            "public enum E { One }",
            "public enum E { One, Two }",
            new[] { "N.E.Two: new value" }).SetArgDisplayNames("enum value");
        yield return new TestCaseData(
            "public class A { public void Do(int a) { } }",
            "public class A { public void Do(int a) { } public void Do(string a) { } }",
            new[] { "N.A.Do: new method" }).SetArgDisplayNames("overload");
        yield return new TestCaseData(
            "public interface IA { void Do(); }",
            "public interface IA { void Do(); void More() { } }",
            new[] { "N.IA.More: a new member" }).SetArgDisplayNames("default method");
        yield return new TestCaseData(
            "public interface IA { void Do(); }",
            "public interface IA { void Do(); void More(); }",
            new[] { "N.IA.More: a new member" }).SetArgDisplayNames("interface member");
        yield return new TestCaseData(
            "public class R { } public interface IA { R Get(); }",
            "public class R { public string? Name { get; init; } } public interface IA { R Get(); }",
            new[] { "N.R.Name: new property" }).SetArgDisplayNames("property");
        yield return new TestCaseData(
            "public class A { public void Do() { } }",
            """public class A { [Obsolete("use the other")] public void Do() { } }""",
            new[] { """N.A.Do: [ObsoleteAttribute("use the other")] is new""" }).SetArgDisplayNames("obsolete");
        yield return new TestCaseData(
            "public sealed class A;",
            "public class A;",
            new[] { "N.A: no longer sealed" }).SetArgDisplayNames("unsealed");
        yield return new TestCaseData(
            "public class A<T> where T : class;",
            "public class A<T>;",
            new[] { "N.A`1: constraint 'where T : class' left out" }).SetArgDisplayNames("constraint gone");
        yield return new TestCaseData(
            """public class Q { public string Name { get; init; } = ""; } public interface IA { void Set(Q q); }""",
            "public class Q { public string? Name { get; init; } } public interface IA { void Set(Q q); }",
            new[] { "N.Q.Name: string became string?" }).SetArgDisplayNames("in nullable");
        yield return new TestCaseData(
            "public class R { public string? Name { get; init; } } public interface IA { R Get(); }",
            """public class R { public string Name { get; init; } = ""; } public interface IA { R Get(); }""",
            new[] { "N.R.Name: string? became string" }).SetArgDisplayNames("out nonnull");
        yield return new TestCaseData(
            "public class A { public int X { get; init; } }",
            "public class A { public int X { get; set; } }",
            new[] { "N.A.X: init became set" }).SetArgDisplayNames("init to set");
        yield return new TestCaseData(
            "public class A { public int X { get; } }",
            "public class A { public int X { get; set; } }",
            new[] { "N.A.X: set is new" }).SetArgDisplayNames("setter");
        yield return new TestCaseData(
            "public class A;",
            "public record A;",
            Array.Empty<string>()).SetArgDisplayNames("class to record");
        yield return new TestCaseData(
            "public class A { public void Dispose() { } }",
            "public class A : IDisposable { public void Dispose() { } }",
            new[] { "N.A.IDisposable: now is IDisposable" }).SetArgDisplayNames("base added");
        yield return new TestCaseData(
            "public class Q { public required string? X { get; init; } }",
            "public class Q { public string? X { get; init; } }",
            new[] { "N.Q.X: no longer required" }).SetArgDisplayNames("no longer required");
        yield return new TestCaseData(
            "public record Q(int A = 1);",
            "public record Q(int A = 2);",
            new[] { "N.Q.new: parameter 'A': default 1 became 2" }).SetArgDisplayNames("default changed");
        yield return new TestCaseData(
            "public record R(int A); public interface IA { R Get(); }",
            "public record R(int A, string? Name); public interface IA { R Get(); }",
            new[] { "N.R.Name: new property", "N.R.new: new parameter 'Name'" }).SetArgDisplayNames("out nullable param");
        yield return new TestCaseData(
            "public record R(int A); public interface IA { R Get(); void Do(); }",
            "public record R(int A); public interface IA { R Get(); void Do(); } public interface IB { void Set(R r); }",
            new[] { "N.IB: new interface", "N.R: now an input" }).SetArgDisplayNames("now input");
        yield return new TestCaseData(
            "public class A { public void Do() { } }",
            "public class A { public virtual void Do() { } }",
            new[] { "N.A.Do: now virtual" }).SetArgDisplayNames("made virtual");
        yield return new TestCaseData(
            "public interface IA { void Do(string a); }",
            "public interface IA { void Do(string? a); }",
            new[] { "N.IA.Do: parameter 'a': string became string?" }).SetArgDisplayNames("param nullable");
        yield return new TestCaseData(
            "public class A { public int Do() => 1; }",
            "public class A { public int Do() => 2; private int more; internal void Other() { } }",
            Array.Empty<string>()).SetArgDisplayNames("body changed");
        yield return new TestCaseData(
            "public interface IA { void Do(); }",
            "public interface IA { void Do() { } }",
            Array.Empty<string>()).SetArgDisplayNames("abstract to default");
        yield return new TestCaseData(
            "public interface IA { Task<string?> GetAsync(); }",
            "public interface IA { Task<string> GetAsync(); }",
            new[] { "N.IA.GetAsync: Task<string?> became Task<string>" }).SetArgDisplayNames("return nonnull");
        yield return new TestCaseData(
            "public enum E { One } public interface IA { E Get(); }",
            "public enum E { One, Two } public interface IA { E Get(); }",
            new[] { "N.E.Two: new value, which a host of the previous version cannot read: say it only once none is left" }).SetArgDisplayNames("output value");
        yield return new TestCaseData(
            "public class A { protected void Do() { } }",
            "public class A { public void Do() { } }",
            Array.Empty<string>()).SetArgDisplayNames("public");
        yield return new TestCaseData(
            "public static class A { public static void Do() { } }",
            "public class A { private A() { } public static void Do() { } }",
            new[] { "N.A: no longer static" }).SetArgDisplayNames("no longer static");
    }
}
