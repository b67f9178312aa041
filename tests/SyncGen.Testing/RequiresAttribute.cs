namespace SyncGen.Testing;

/// <summary>
/// Says what the tests of a class need beyond the .NET SDK, those that it inherits from a specification too. Where it is
/// missing they are skipped and say why; with SYNCGEN_REQUIRE_SERVERS=1 they run all the same and fail.
/// </summary>
/// <param name="requirement">What they need.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Requirement requirement) : Attribute
{
    /// <summary>What they need.</summary>
    public Requirement Requirement { get; } = requirement;
}
