namespace SyncGen.Tool.Scaffolding.Names;

/// <summary>Names for the property that leads from a child to its parent, the best first.</summary>
internal static class NavigationNames
{
    private const string Id = "Id";

    /// <param name="child">The child's class.</param>
    /// <param name="parent">The parent's class.</param>
    /// <param name="properties">The properties of the foreign key.</param>
    /// <param name="isOnly">Whether no other foreign key leads to this parent.</param>
    public static IEnumerable<string> Of(string child, string parent, IReadOnlyList<string> properties, bool isOnly)
    {
        // SupportRepId: SupportRep.
        if (properties is [{ Length: > 2 } single] && single.EndsWith(Id, StringComparison.OrdinalIgnoreCase) && char.IsUpper(single[^Id.Length]))
        {
            yield return single[..^Id.Length];
        }

        if (isOnly && child != parent)
        {
            yield return parent;
        }

        // ReportsTo: ReportsToEmployee.
        yield return string.Concat(properties) + parent;
    }
}
