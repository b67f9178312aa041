using SyncGen.Model;

namespace SyncGen.Filters;

/// <summary>One value of a filter parameter.</summary>
internal sealed class FilterValue<T>(T value, Action<RowWriter, int, T> write) : FilterValue
{
    public override void Write(RowWriter writer, int ordinal) => write(writer, ordinal, value);
}
