namespace SyncGen.AspNetCore.Tests.Model;

/// <summary>The same rows, and whoever comes last wins.</summary>
[SyncScope("Stall", typeof(Item), typeof(Label), Conflicts = ConflictPolicy.ClientWins)]
public static partial class StallScope;
