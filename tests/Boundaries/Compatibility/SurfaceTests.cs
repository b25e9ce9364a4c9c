using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Compatibility.Surfaces;

namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>Each kind of change of a contract is judged by what older callers see of it.</summary>
internal sealed class SurfaceTests
{
    [TestCaseSource(typeof(BreakingCases), nameof(BreakingCases.All))]
    public void A_change_that_older_callers_see_is_breaking(string before, string after, string[] seen) =>
        Changes(before, after).Where(change => change.IsBreaking).Select(change => $"{change}").Should().Equal(seen);

    [TestCaseSource(typeof(AdditionCases), nameof(AdditionCases.All))]
    public void A_change_that_only_looks_like_a_break_passes(string before, string after, string[] said)
    {
        var changes = Changes(before, after);

        changes.Should().NotContain(change => change.IsBreaking);
        changes.Select(change => $"{change}").Should().Equal(said);
    }

    [TestCase("public interface IA { void Do(); }", "public interface IA { void Do(); void More(); }", "N.IA.More: a new member: Others implements IA and lacks it: it no longer compiles, and built before it fails with TypeLoadException")]
    [TestCase("public interface IA { void Do(); }", "public interface IA { void Do(); static abstract int Most { get; } }", "N.IA.Most: a new member: Others implements IA and lacks it: it no longer compiles, and built before it fails with TypeLoadException")]
    [TestCase("public interface IA { void Do(); }", "public interface IA : IDisposable { void Do(); }", "N.IA.IDisposable: now is IDisposable: Others implements IA and lacks it: it no longer compiles, and built before it fails with TypeLoadException")]
    [TestCase("public interface IA { void Do(int a); }", "public interface IA { void Do(int a, int limit = 5); }", "N.IA.Do: a parameter more: Others implements IA, and no longer compiles")]
    public void An_interface_that_others_implement_cannot_ask_for_more(string before, string after, string seen) =>
        Changes(before, after, _ => "Others").Where(change => change.IsBreaking).Select(change => $"{change}").Should().Equal(seen);

    [TestCase("public interface IA { void Do(); }", "public interface IA { void Do(); void More() { } }")]
    [TestCase("public interface IA { void Do(); }", "public interface IA { void Do(); int Most => 5; }")]
    [TestCase("public interface IA { void Do(); }", "public interface IA { void Do(); static int Most => 5; }")]
    [TestCase("public class A;", "public class A : IDisposable { public void Dispose() { } }")]
    public void What_others_need_not_write_is_an_addition_for_them_too(string before, string after) =>
        Changes(before, after, _ => "Others").Should().NotBeEmpty().And.NotContain(change => change.IsBreaking);

    [Test]
    public void A_change_stands_on_the_line_of_what_was_approved()
    {
        var outline = Compiled.Outline("public record A(int X); public interface IB { void Do(); void Stay(); }");

        var change = new SurfaceComparison(_ => null).Compare(SurfaceParser.Parse(outline), SurfaceParser.Parse(Compiled.Outline("public record A(int X); public interface IB { void Stay(); }"))).Should().ContainSingle().Which;

        outline.Split('\n')[change.Line - 1].Trim().Should().Be("void Do();");
    }

    [Test]
    public void An_outline_reads_like_the_code_that_it_was_built_from() => Compiled.Outline(
        """
        public sealed record Ask(string Name, string? Text = null, int Most = 5) { public required IReadOnlyList<string?> Tags { get; init; } [JsonPropertyName("x")] internal int Hidden { get; set; } }
        public abstract record Answer<T>([property: JsonPropertyName("total")] long Count, T? First) where T : class { public const string Kind = "an \"answer\""; protected abstract void Do(ref int number, params string[] words); }
        [Flags, Obsolete("old")] public enum Size : byte { Small = 1, Big = 4 }
        public interface IDesk : IDisposable { Task<Answer<string>> AskAsync(Ask ask, (int X, string? Y)? at = null); void Stay() { } event EventHandler? Asked; static int Desks => 1; }
        public static class Words { public static bool IsOne<T>(this string text, T other = default) where T : struct, Enum => true; public delegate void Say(string text); }
        """).Split("namespace N\n")[1].Should().Be(
        """
        {
            public abstract record Answer<T> where T : class // output
            {
                protected Answer(long Count, T? First);
                [JsonPropertyNameAttribute("total")] public long Count { get; init; }
                protected abstract void Do(ref int number, params string[] words);
                public T? First { get; init; }
                public const string Kind = "an \"answer\"";
            }
            public sealed record Ask // input
            {
                public Ask(string Name, string? Text = null, int Most = 5);
                public int Most { get; init; }
                public string Name { get; init; }
                public required IReadOnlyList<string?> Tags { get; init; }
                public string? Text { get; init; }
            }
            public interface IDesk : IDisposable
            {
                Task<Answer<string>> AskAsync(Ask ask, (int X, string? Y)? at = null);
                event EventHandler? Asked;
                static int Desks { get; }
                void Stay() { }
            }
            [FlagsAttribute] [ObsoleteAttribute("old")] public enum Size : byte
            {
                Small = 1,
                Big = 4,
            }
            public static class Words
            {
                public static bool IsOne<T>(this string text, T other = default(T)) where T : struct, Enum;
                public delegate void Say(string text);
            }
        }

        """);

    private static IReadOnlyList<Change> Changes(string before, string after, Func<string, string?>? implementedElsewhere = null) =>
        new SurfaceComparison(implementedElsewhere ?? (_ => null)).Compare(SurfaceParser.Parse(Compiled.Outline(before)), SurfaceParser.Parse(Compiled.Outline(after)));
}
