// Every test brings its own people and words, so fixtures can share the running system.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
