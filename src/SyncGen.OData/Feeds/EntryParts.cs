using SyncGen.OData.Schema;
using SyncGen.OData.Values;

namespace SyncGen.OData.Feeds;

/// <summary>The parts of an entry as they come, in any order, until its type is known and the row can be made of them.</summary>
internal sealed class EntryParts
{
    public List<WireValue> Values { get; } = [];

    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? TempId { get; set; }

    public string? ETag { get; set; }

    public string? EditUri { get; set; }

    public bool IsDeleted { get; set; }

    public FeedConflict? Conflict { get; private set; }

    public FeedError? Error { get; private set; }

    /// <summary>Takes the entry's conflict.</summary>
    /// <exception cref="SyncException">It has one already.</exception>
    public void Add(FeedConflict conflict) => Conflict = Conflict is null ? conflict : throw Malformed.Of("An entry has more than one conflict.");

    /// <summary>Takes the entry's error.</summary>
    /// <exception cref="SyncException">It has one already.</exception>
    public void Add(FeedError error) => Error = Error is null ? error : throw Malformed.Of("An entry has more than one error.");

    /// <summary>Makes the entry.</summary>
    public FeedEntry Build(WireSchema schema, FeedLimits limits)
    {
        if (Type is null)
        {
            throw Malformed.Of("An entry does not say its entity type: it lacks the category, or the type in its metadata.");
        }

        var type = schema.Find(Type.Trim());
        var id = Id?.Trim() ?? "";
        if (id.Length == 0 && (IsDeleted || TempId is null))
        {
            throw Malformed.Of(IsDeleted
                ? $"A tombstone of the type {type.TypeName} has no id."
                : $"An entry of the type {type.TypeName} has neither an id nor a tempId. Give one that is new a tempId.");
        }

        var reader = new TextRowReader(type, limits);
        if (IsDeleted)
        {
            EntityId.ReadKey(type, id, reader);
        }
        else
        {
            foreach (var (name, text) in Values)
            {
                reader.Add(name, text);
            }
        }

        var entry = type.Read(reader, IsDeleted);
        (entry.Id, entry.TempId, entry.ETag, entry.EditUri) = (id, TempId, ETag, EditUri);
        // A conflict says more than an error.
        (entry.Conflict, entry.Error) = (Conflict, Conflict is null ? Error : null);
        return entry;
    }
}
