using SyncGen.Model;

namespace SyncGen.Filters;

/// <summary>Null, where a filter parameter allows it.</summary>
internal sealed class FilterNull : FilterValue
{
    public override bool IsNull => true;

    public override void Write(RowWriter writer, int ordinal) => writer.SetNull(ordinal);
}
