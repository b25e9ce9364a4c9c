// Most wait, for a health check or a time limit; more at once than this and they would wait for each other.
[assembly: LevelOfParallelism(3)]
