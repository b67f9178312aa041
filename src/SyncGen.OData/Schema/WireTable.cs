using SyncGen.Model;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Schema;

/// <summary>An entity type: what a table is on the wire.</summary>
internal abstract class WireTable
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _former = new(StringComparer.Ordinal);

    protected WireTable(WireSchema schema, SyncTable table)
    {
        Table = table;
        Name = table.RowType.Name;
        TypeName = $"{schema.Namespace}.{Name}";
        Properties = [.. table.Columns.Select(column => column.Property)];
        for (var i = 0; i < Properties.Length; i++)
        {
            _ordinals.Add(Properties[i], i);
        }

        // Names of now count before former ones.
        foreach (var (name, i) in table.Columns.SelectMany((column, i) => column.FormerNames.Select(name => (name, i))))
        {
            _former.TryAdd(name, i);
        }
    }

    public SyncTable Table { get; }

    /// <summary>The entity class's name, which is the entity set's too.</summary>
    public string Name { get; }

    /// <summary>The same with its namespace.</summary>
    public string TypeName { get; }

    /// <summary>The names of the properties, by the ordinals of their columns.</summary>
    public string[] Properties { get; }

    /// <summary>The ordinal of a property's column, or else of the one that was named so before; -1 if there is none.</summary>
    public int OrdinalOf(string property) => _ordinals.TryGetValue(property, out var ordinal) ? ordinal : _former.GetValueOrDefault(property, -1);

    /// <summary>Whether a name is that of a property of now.</summary>
    public bool IsCurrent(string property) => _ordinals.ContainsKey(property);

    /// <summary>A row, or where it was deleted its key, from values by ordinal.</summary>
    public abstract FeedEntry Read(RowReader reader, bool isDeleted);
}
