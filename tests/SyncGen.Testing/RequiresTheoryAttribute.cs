using Xunit;

namespace SyncGen.Testing;

/// <summary>A theory that needs something a user's machine may lack; see <see cref="RequiresFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a theory that needs all of <paramref name="requirements"/>.</summary>
    public RequiresTheoryAttribute(params Requirement[] requirements)
    {
        if (!RequirementProbe.IsEverythingRequired)
        {
            Skip = requirements.Select(RequirementProbe.Missing).FirstOrDefault(reason => reason is not null);
        }
    }
}
