using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Reads one row of which only the key is there, and gives its text.</summary>
internal sealed class ReadKey(object?[] values) : ISyncTableVisitor<string?>
{
    public string? Visit<TRow>(SyncTable<TRow> table)
        where TRow : class => table.ReadKey(new MemoryRowReader(values)).ToString();
}
