using SyncGen.Model;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Schema;

/// <summary>
/// A scope as it is seen on the wire: entity types with the names of classes and properties, in a namespace. Immutable and
/// thread-safe; made once for a scope.
/// </summary>
public sealed class WireSchema
{
    private readonly Dictionary<string, WireTable> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SyncTable, WireTable> _byTable = [];

    /// <summary>Describes a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="nameSpace">What stands before the names of entity types; null: the scope's name, with an underscore for each hyphen, which no name of the entity data model may have.</param>
    /// <exception cref="ArgumentException">Two entity classes of the scope have one name.</exception>
    public WireSchema(SyncScope scope, string? nameSpace = null)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Scope = scope;
        Namespace = nameSpace ?? NameOf(scope);
        foreach (var table in scope.Tables)
        {
            var wire = table.Accept(new WireTableFactory(this));
            if (!_byName.TryAdd(wire.TypeName, wire))
            {
                throw new ArgumentException($"The scope {scope.Name} has two entity classes named {wire.Name}, which are one type on the wire. Rename one of them.", nameof(scope));
            }

            _byTable.Add(table, wire);
            Tables.Add(wire);
        }
    }

    /// <summary>The scope.</summary>
    public SyncScope Scope { get; }

    /// <summary>What stands before the names of entity types.</summary>
    public string Namespace { get; }

    /// <summary>The id of an entry's row, by its key.</summary>
    /// <param name="service">The service's address, without a slash at its end.</param>
    /// <param name="entry">The entry.</param>
    public string IdOf(string service, FeedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return EntityId.Of(service, TypeOf(entry.Table), entry);
    }

    /// <summary>The scope's name as one of the entity data model.</summary>
    internal static string NameOf(SyncScope scope) => scope.Name.Replace('-', '_');

    /// <summary>The entity types, in the scope's order.</summary>
    internal List<WireTable> Tables { get; } = [];

    /// <summary>The entity type of a table.</summary>
    internal WireTable TypeOf(SyncTable table) => _byTable.TryGetValue(table, out var found)
        ? found
        : throw new ArgumentException($"{table.Name} is no table of the scope {Scope.Name}.", nameof(table));

    /// <summary>
    /// The entity type that a partner names: with its namespace, or, where that is another one, by its own name, since clients that
    /// were generated elsewhere have namespaces of their own.
    /// </summary>
    internal WireTable Find(string typeName)
    {
        var found = _byName.GetValueOrDefault(typeName) ?? _byName.GetValueOrDefault($"{Namespace}.{typeName[(typeName.LastIndexOf('.') + 1)..]}");
        return found ?? throw Malformed.Of($"The scope {Scope.Name} has no entity type '{Malformed.Shown(typeName)}'.");
    }
}
