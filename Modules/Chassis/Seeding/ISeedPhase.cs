namespace MyThoughts.Chassis.Seeding;

/// <summary>One thing that takes a while.</summary>
internal interface ISeedPhase
{
    /// <summary>How far it is, and how long it will take still.</summary>
    string Line { get; }

    /// <summary>How it went.</summary>
    string LastLine { get; }
}
