namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Finds foreign key properties by their names, as EF Core does.</summary>
internal static class ForeignKeyConvention
{
    /// <summary><c>&lt;Navigation&gt;&lt;ParentKey&gt;</c>, <c>&lt;Navigation&gt;Id</c>, or the same with the parent's name where only one navigation leads there.</summary>
    public static EquatableArray<ColumnModel>? FindByNavigation(EntityModel child, EntityModel parent, string navigation) =>
        Find(child, parent, navigation)
        ?? (child.ForeignKeys.Count(k => k.Parent.FullName == parent.Type.FullName) == 1 ? FindByParentName(child, parent) : null);

    /// <summary><c>&lt;Parent&gt;&lt;ParentKey&gt;</c> or <c>&lt;Parent&gt;Id</c>.</summary>
    public static EquatableArray<ColumnModel>? FindByParentName(EntityModel child, EntityModel parent) =>
        Find(child, parent, parent.Type.UnescapedName);

    /// <summary>Whether the entity has properties for a foreign key to a parent of which nothing is known but its name.</summary>
    public static bool HasProperties(EntityModel child, ForeignKeyModel key) =>
        key.Navigation is null || Column(child, key.Navigation + "Id") is not null;

    private static EquatableArray<ColumnModel>? Find(EntityModel child, EntityModel parent, string prefix)
    {
        var found = parent.Columns.Take(parent.KeyLength).Select(k => Column(child, prefix + k.Property)).OfType<ColumnModel>().ToEquatableArray();
        if (found.Count < parent.KeyLength)
        {
            if (parent.KeyLength > 1 || Column(child, prefix + "Id") is not { } plain)
            {
                return null;
            }

            found = [plain];
        }

        // Category.CategoryId is the key of a category, and not that of its parent.
        var isOwnKey = ReferenceEquals(child, parent) && found.SequenceEqual(child.Columns.Take(child.KeyLength));
        var hasTypes = found.Zip(parent.Columns, (c, k) => c.Stored == k.Stored).All(same => same);
        return isOwnKey || !hasTypes ? null : found;
    }

    private static ColumnModel? Column(EntityModel entity, string property) =>
        entity.Columns.FirstOrDefault(c => string.Equals(c.Property, property, StringComparison.OrdinalIgnoreCase));
}
