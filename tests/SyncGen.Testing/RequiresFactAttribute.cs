using System.Runtime.CompilerServices;
using Xunit;

namespace SyncGen.Testing;

/// <summary>
/// A fact that needs something a user's machine may lack. Where it is missing the test is skipped and says why;
/// with SYNCGEN_REQUIRE_SERVERS=1, as in continuous integration, it runs all the same and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresFactAttribute : FactAttribute
{
    /// <summary>Marks a test that needs something.</summary>
    /// <param name="requirement">What it needs.</param>
    /// <param name="test">The test's name: with the reason it makes the name that a skipped test is listed under.</param>
    public RequiresFactAttribute(Requirement requirement, [CallerMemberName] string test = "")
    {
        if (!RequirementProbe.IsRequired(requirement) && RequirementProbe.Missing(requirement) is { } reason)
        {
            Skip = reason;
            DisplayName = $"{test}: {reason}";
        }
    }
}
