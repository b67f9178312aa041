using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a table's functions prints.</summary>
/// <param name="Enums">The enums that are stored by name.</param>
/// <param name="ComparesBytes">Whether there are bytes to compare.</param>
/// <param name="HashesBytes">Whether there are bytes in the key.</param>
/// <param name="ComparesMoments">Whether there are moments with an offset to compare.</param>
internal sealed record TableFunctionsView(EquatableArray<EnumView> Enums, bool ComparesBytes, bool HashesBytes, bool ComparesMoments)
{
    public static TableFunctionsView Of(TableModel table, EnumCode enums) => new(
        enums.Views,
        table.Columns.Any(c => c.Stored == StoredType.Binary),
        table.Columns.Take(table.KeyLength).Any(c => c.Stored == StoredType.Binary),
        table.Columns.Any(c => c.Stored == StoredType.DateTimeOffset));
}
