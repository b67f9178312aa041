using Xunit;

namespace SyncGen.Testing;

/// <summary>
/// A fact that needs something a user's machine may lack. Where it is missing the test is skipped and says why;
/// with SYNCGEN_REQUIRE_SERVERS=1, as in continuous integration, it runs all the same and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresFactAttribute : FactAttribute
{
    /// <summary>Marks a test that needs all of <paramref name="requirements"/>.</summary>
    public RequiresFactAttribute(params Requirement[] requirements)
    {
        if (!RequirementProbe.IsEverythingRequired)
        {
            Skip = requirements.Select(RequirementProbe.Missing).FirstOrDefault(reason => reason is not null);
        }
    }
}
