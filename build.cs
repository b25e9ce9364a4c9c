#!/usr/bin/env dotnet
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS1591
#:include build/*.cs
#:include tests/Benchmarks/BenchOptions.cs
#:include tests/Support/Browser/*.cs
#:include tests/Support/Hosts/*.cs
#:include Gateway/Keys/OperatorKey.cs
#:include Gateway/Keys/DevelopmentKey.cs
#:include Modules/Chassis/Map/ModuleMap.cs
#:include Modules/Chassis/Database/Embedded/ClusterFolder.cs
#:include Modules/Chassis/Database/Embedded/ClusterLock.cs
#:include Modules/Chassis/Database/Embedded/PostgresBinaries.cs
#:include Modules/Chassis/Database/Embedded/PostgresProgram.cs
#:include Modules/Chassis/Hosting/SettingException.cs

// The tasks of this repository, one file each under build/.
// Options named -c, -f, -v, --file and --help never arrive here: `dotnet run` takes them for itself.
BuildTask[] tasks =
[
    new("up", "build and start everything, show where it is, stop it on Ctrl+C (--logs: show every line of the hosts)", Up.RunAsync),
    new("test", "run every test; install what they need where possible", Test.RunAsync),
    new("prove", "run the tests that carry a claim at full size and print the figures ([part]: only that part)", Prove.RunAsync),
    new("boundaries", "check the module boundaries: source, assemblies, SQL, configuration, contracts (--html PATH, --json, --prune; docs/boundary-check.md)", Boundaries.RunAsync),
    new("bench", "measure the published hosts against their peers and their limits ([gateway|pages|api|search|feed|start|memory|all] [--quick]; micro: only the gateway's decision)", Bench.RunAsync),
    new("rehearse", "take a module out of the monolith and back under load, step by step (<module> [--watch seconds])", Rehearse.RunAsync),
    new("new-module", "write a module that builds, passes its tests and keeps the boundaries, to begin with (<Name>, for example Notes)", NewModule.RunAsync),
    new("publish", "put the Release build of every host into artifacts/publish", Publish.RunAsync),
    new("migrate", "bring the databases of every module and of the gateway up to date", Verb.MigrateAsync),
    new("seed", "write the demo users and thoughts where there are none, or generated ones (--thoughts N --users M --seed S; docs/seeding.md)", (arguments, stop) => Verb.RunAsync("seed", arguments, stop)),
    new("reindex", "build the search index and all that follows a feed anew, while hosts serve, with progress", (arguments, stop) => Verb.RunAsync("reindex", arguments, stop)),
    new("feed", "show feeds, readers and changes that could not be applied (replay [id]: try those again)", (arguments, stop) => Verb.RunAsync("feed", arguments, stop)),
    new("clean", "remove what the tasks made: builds, artifacts, the Development data", Clean.RunAsync),
];

return await TaskRun.StartAsync(tasks, args);
