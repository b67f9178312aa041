using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Reads one row and gives its text.</summary>
internal sealed class ReadOne(object?[] values) : ISyncTableVisitor<string?>
{
    public string? Visit<TRow>(SyncTable<TRow> table)
        where TRow : class => table.Read(new MemoryRowReader(values)).ToString();
}
