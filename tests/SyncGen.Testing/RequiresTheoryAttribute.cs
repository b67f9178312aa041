using System.Runtime.CompilerServices;
using Xunit;

namespace SyncGen.Testing;

/// <summary>A theory that needs something a user's machine may lack; see <see cref="RequiresFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a test that needs something.</summary>
    /// <param name="requirement">What it needs.</param>
    /// <param name="test">The test's name: with the reason it makes the name that a skipped test is listed under.</param>
    public RequiresTheoryAttribute(Requirement requirement, [CallerMemberName] string test = "")
    {
        if (!RequirementProbe.IsRequired(requirement) && RequirementProbe.Missing(requirement) is { } reason)
        {
            Skip = reason;
            DisplayName = $"{test}: {reason}";
        }
    }
}
