using MyThoughts.BoundaryCheck.History;

namespace MyThoughts.Boundaries.Tests.History;

/// <summary>What git tells about modules, on repositories made for the purpose.</summary>
internal sealed class GitHistoryTests
{
    private TemporaryRepository repository = null!;

    [SetUp]
    public void Make() => repository = TemporaryRepository.Make();

    [TearDown]
    public void Remove() => repository.Dispose();

    [Test]
    public void A_commit_counts_for_every_part_that_it_changes_and_tests_and_loose_files_are_none()
    {
        repository.Commit(files: [("Modules/Orders/Module/A.cs", "a\n"), ("Modules/Orders/Contracts/I.cs", "i\n"), ("Modules/Chassis/C.cs", "1\n2\n")]);
        repository.Commit(files: [("Host/Program.cs", "h\n")]);
        repository.Commit(files: [("README.md", "r\n"), ("tests/T.cs", "t\n"), ("Modules/modules.json", "{}\n")]);

        var counted = Read().Counted;
        counted.Select(commit => commit.Units).Should().BeEquivalentTo(new HashSet<Unit>[]
        {
            [new(UnitKind.Hosts)], [new(UnitKind.Module, "orders"), new(UnitKind.Contracts, "orders"), new(UnitKind.Chassis)],
        });
        counted[1].Modules.Should().Equal("orders");
        counted[1].Chassis.Should().Be(new Lines(2, 0));
    }

    [Test]
    public void A_module_that_moved_here_keeps_its_history_file_by_file_and_through_two_moves()
    {
        repository.Commit(files: [("src/Shop/Order Lines/Ä b\t.cs", Code("a")), ("src/Shop/Order Lines/B.cs", Code("b"))]);
        repository.Commit(files: [("src/Shop/Order Lines/B.cs", Code("b") + "more\n")]);
        repository.Move("src/Shop/Order Lines", "Orders");
        repository.CommitAll();
        repository.Move("Orders", "Modules/Orders/Module");
        repository.CommitAll();

        Read().Counted.Should().HaveCount(2, "the moves themselves changed nothing").And.OnlyContain(commit => commit.Touches(UnitKind.Module, "orders"));
    }

    [Test]
    public void A_file_that_was_deleted_before_its_folder_moved_went_with_it()
    {
        repository.Commit(files: [("Orders/Gone.cs", Code("gone"))]);
        File.Delete(Path.Combine(repository.Root, "Orders/Gone.cs"));
        repository.Commit(files: [("Orders/A.cs", Code("a")), ("Orders/B.cs", Code("b"))]);
        repository.Move("Orders", "Modules/Orders/Module");
        repository.CommitAll();

        Read().Counted.Should().HaveCount(2).And.OnlyContain(commit => commit.Touches(UnitKind.Module, "orders"));
    }

    [Test]
    public void A_new_file_in_the_place_of_one_that_moved_has_a_history_of_its_own()
    {
        repository.Commit(files: [("Modules/Orders/Module/A.cs", Code("a"))]);
        repository.Move("Modules/Orders/Module/A.cs", "Modules/Billing/Module/A.cs");
        repository.CommitAll();
        repository.Commit(files: [("Modules/Orders/Module/A.cs", Code("quite another"))]);

        Read().Counted.Select(commit => commit.Modules.Single()).Should().Equal("orders", "billing");
    }

    [Test]
    public void Two_files_that_swapped_their_names_keep_their_histories_apart()
    {
        repository.Commit(files: [("Modules/Orders/Module/A.cs", Code("a"))]);
        repository.Commit(files: [("Modules/Billing/Module/A.cs", Code("b"))]);
        var git = "\u0001c3 2026-03-03T00:00:00Z swap\0\n0\t0\t\0x\0y\00\t0\t\0y\0x\0\u0001c2 2026-03-02T00:00:00Z two\0\n1\t0\tx\0\u0001c1 2026-03-01T00:00:00Z one\0\n1\t0\ty\0";
        var commits = GitLog.Parse(git);
        var renames = new Renames(new HashSet<string> { "x", "y" }, commits);
        commits.Select(commit => string.Join(' ', renames.Follow(commit))).Should().Equal("y x", "y", "x");
    }

    [Test]
    public void A_branch_that_went_on_with_the_old_path_counts_for_the_new_one()
    {
        repository.Commit(files: [("Orders/A.cs", Code("a"))]);
        repository.Git("switch", "--quiet", "--create", "branch");
        repository.Commit(files: [("Orders/A.cs", Code("a") + "on the branch\n")]);
        repository.Git("switch", "--quiet", "main");
        repository.Move("Orders", "Modules/Orders/Module");
        repository.CommitAll();
        repository.Git("merge", "--quiet", "--no-edit", "branch");

        Read().Counted.Should().HaveCount(2, "the merge repeats what the branch said").And.OnlyContain(commit => commit.Touches(UnitKind.Module, "orders"));
    }

    [Test]
    public void Mass_formatting_is_left_out_and_a_large_change_is_not()
    {
        string Path(int file) => $"Modules/Orders/Module/F{file}.cs";
        repository.Commit(files: [.. Enumerable.Range(0, 10).Select(file => (Path(file), Code($"f{file}")))]);
        repository.Commit(files: [.. Enumerable.Range(0, 10).Select(file => (Path(file), Code($"f{file}").Replace("line", "\n    line", StringComparison.Ordinal)))]);
        repository.Commit(files: [.. Enumerable.Range(0, 10).Select(file => (Path(file), Code($"g{file}")))]);
        repository.Commit(files: [.. Enumerable.Range(0, 9).Select(file => (Path(file), Code($"g{file}").Replace("line", "    line", StringComparison.Ordinal)))]);

        var history = Read();
        history.Formatting.Should().Be(1, "nine files are not yet a mass");
        history.Counted.Should().HaveCount(3);
    }

    [Test]
    public void A_commit_that_the_repository_lists_is_left_out_but_its_moves_are_followed()
    {
        repository.Commit(files: [("Orders/A.cs", Code("a"))]);
        repository.Move("Orders", "Modules/Orders/Module");
        repository.Write("Modules/Orders/Module/B.cs", "b\n");
        var move = repository.CommitAll();
        repository.Commit(files: [(".git-blame-ignore-revs", $"# moves\n{move.ToUpperInvariant()} # by a tool\n\n")]);

        var history = Read();
        history.Listed.Should().Be(1);
        history.Counted.Should().ContainSingle().Which.Touches(UnitKind.Module, "orders").Should().BeTrue();
    }

    [TestCase("Modules/Orders/Module/bin/Debug/A.cs"), TestCase("Modules/Orders/Module/obj/A.cs"), TestCase("Modules/Orders/Module/Model.Designer.cs")]
    [TestCase("Modules/Orders/Module/Parser.g.cs"), TestCase("Modules/Orders/Module/packages.lock.json")]
    public void What_a_tool_wrote_is_no_change(string path)
    {
        repository.Commit(files: [(path, Code("made"))]);
        Read().Counted.Should().BeEmpty();
    }

    [Test]
    public void A_solution_below_the_top_of_its_repository_sees_its_own_part()
    {
        repository.Commit(files: [("shop/Modules/Orders/Module/A.cs", "a\n"), ("Modules/Billing/Module/B.cs", "another solution's\n")]);
        GitHistory.Read(TemporaryRepository.In(Path.Combine(repository.Root, "shop"))).Counted.Single().Modules.Should().Equal("orders");
    }

    [Test]
    public void A_shallow_clone_is_said_to_be_one()
    {
        for (var file = 0; file < 3; file++) repository.Commit(files: [($"Modules/Orders/Module/{file}.cs", "a\n")]);
        var clone = Directory.CreateTempSubdirectory("boundaries").FullName;
        try
        {
            repository.Git("clone", "--quiet", "--depth=1", new Uri(repository.Root).AbsoluteUri, clone);
            ShouldSay(GitHistory.Read(TemporaryRepository.In(clone)), "not checked: coupling over time, contract churn and growth of the chassis: the clone is shallow; `git fetch --unshallow` gets the rest");
        }
        finally
        {
            Directory.Delete(clone, recursive: true);
        }
    }

    [Test]
    public void A_repository_without_a_commit_is_said_to_be_one() => ShouldSay(Read(), "*: the repository has no commit yet");

    [Test]
    public void A_folder_without_a_repository_is_said_to_be_one()
    {
        Directory.Delete(Path.Combine(repository.Root, ".git"), recursive: true);
        ShouldSay(Read(), "*: there is no git repository");
    }

    [Test]
    public void A_machine_without_git_is_said_to_be_one() => ShouldSay(GitHistory.Read(repository.Solution, "no-git-of-that-name"), "*: there is no git on the PATH");

    [Test]
    public void A_git_that_hangs_is_given_up([Values("sleep")] string program)
    {
        if (OperatingSystem.IsWindows()) program = "timeout";
        var hanging = Path.Combine(repository.Root, "hang");
        File.WriteAllText(hanging, $"#!/bin/sh\nexec {program} 60\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(hanging, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        ShouldSay(GitHistory.Read(repository.Solution, hanging, TimeSpan.FromSeconds(0.2)), "*: git took longer than 0 s");
    }

    private static void ShouldSay(ChangeHistory history, string line)
    {
        history.NotChecked.Should().ContainSingle().Which.ToString().Should().Match(line);
        history.NoTrend.Should().Match(line);
        history.NoCoupling.Should().Match(line);
        history.Counted.Should().BeEmpty();
    }

    private ChangeHistory Read() => GitHistory.Read(repository.Solution);

    // Long enough to be known again after a move, and each text unlike the others.
    private static string Code(string text) => string.Concat(Enumerable.Range(1, 12).Select(line => $"line {line} of {text}\n"));
}
