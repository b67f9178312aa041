using Xunit.Abstractions;

namespace SyncGen.Testing;

/// <summary>Looks whether what a class of tests says that it needs is there.</summary>
internal static class MissingRequirement
{
    /// <summary>What is missing, and how to get it; null where nothing is, or where a test that lacks something shall fail.</summary>
    public static string? Of(ITypeInfo testClass)
    {
        var attribute = testClass.GetCustomAttributes(typeof(RequiresAttribute).AssemblyQualifiedName).SingleOrDefault();
        return attribute?.GetConstructorArguments().Cast<Requirement>().Single() is { } requirement && !RequirementProbe.IsRequired(requirement)
            ? RequirementProbe.Missing(requirement)
            : null;
    }
}
