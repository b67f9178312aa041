namespace SyncGen.CodeGeneration.Model;

/// <summary>What becomes of conflicts; names and numbers are those of the runtime's <c>ConflictPolicy</c>.</summary>
internal enum TablePolicy
{
    Default = 0,
    LatestWins = 1,
    SourceWins = 2,
    DestinationWins = 3,
    ServerWins = 4,
    ClientWins = 5,
}
