using System.Text;
using SyncGen.OData.Feeds;
using SyncGen.OData.Values;

namespace SyncGen.OData.Schema;

/// <summary>
/// The ids of rows: an address, the entity set, and the key in parentheses. Clients keep them as they are. They are written as the
/// original does, but so that every key can be read again; and read whatever the address before the entity set is, so that a server may move.
/// </summary>
internal static class EntityId
{
    /// <summary>The id of an entry's row.</summary>
    /// <param name="service">The service's address, without a slash at its end.</param>
    /// <param name="type">The entity type.</param>
    /// <param name="entry">The entry.</param>
    public static string Of(string service, WireTable type, FeedEntry entry)
    {
        var writer = new EntityIdWriter(new StringBuilder(service).Append('/').Append(type.Name).Append('('));
        writer.Begin(type);
        entry.WriteKey(writer);
        return writer.Finish();
    }

    /// <summary>Reads the key of an id into the values of its columns.</summary>
    public static void ReadKey(WireTable type, string id, TextRowReader into)
    {
        var open = OpeningOf(type, id);
        if (open < 0 || id[^1] != ')')
        {
            throw Malformed.Of($"'{Malformed.Shown(id)}' is no id of the type {type.TypeName}: it does not end with {type.Name}(key).");
        }

        var count = 0;
        foreach (var (name, literal) in Pairs(type, id, open + 1))
        {
            var ordinal = name.Length > 0 ? type.OrdinalOf(name) : type.Table.KeyLength == 1 ? 0 : -1;
            if (ordinal < 0 || ordinal >= type.Table.KeyLength)
            {
                throw Malformed.Of($"'{Malformed.Shown(id)}' is no id of the type {type.TypeName}: '{Malformed.Shown(name)}' is no property of its key.");
            }

            into.AddAt(ordinal, ValueOf(type, ordinal, literal));
            count++;
        }

        if (count != type.Table.KeyLength)
        {
            throw Malformed.Of($"'{Malformed.Shown(id)}' is no id of the type {type.TypeName}: its key has {type.Table.KeyLength} properties.");
        }
    }

    // The parenthesis behind the entity set's name. In a text of the key there may be parentheses and slashes too, but not before it.
    private static int OpeningOf(WireTable type, string id)
    {
        for (var open = id.IndexOf('(', StringComparison.Ordinal); open > 0; open = id.IndexOf('(', open + 1))
        {
            var end = id[open - 1] == '/' ? open - 1 : open;
            var start = end - type.Name.Length;
            if (start >= 0 && id.AsSpan(start, type.Name.Length).SequenceEqual(type.Name) && (start == 0 || id[start - 1] == '/'))
            {
                return open;
            }
        }

        return -1;
    }

    // Name and literal of each part; commas and signs within quotes belong to the literal, and two quotes there are one.
    private static IEnumerable<(string Name, string Literal)> Pairs(WireTable type, string id, int start)
    {
        var (from, name, quoted, isBegun) = (start, "", false, false);
        for (var i = start; i < id.Length; i++)
        {
            if (id[i] == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted && !isBegun && id[i] == '=')
            {
                // The first sign alone can follow a name: who looked before each would never come to the end of an id that has a million.
                isBegun = true;
                var before = id[from..i].Trim();
                (name, from) = type.OrdinalOf(before) >= 0 ? (before, i + 1) : (name, from);
            }
            else if (!quoted && (id[i] == ',' || i == id.Length - 1))
            {
                yield return (name, id[from..i].Trim());
                (from, name, isBegun) = (i + 1, "", false);
            }
        }

        if (quoted)
        {
            throw Malformed.Of($"'{Malformed.Shown(id)}' is no id of the type {type.TypeName}: a quote in it is not closed.");
        }
    }

    private static string ValueOf(WireTable type, int ordinal, string literal)
    {
        var quote = literal.IndexOf('\'', StringComparison.Ordinal);
        var text = quote >= 0 && literal.Length >= quote + 2 && literal[^1] == '\''
            ? Uri.UnescapeDataString(literal[(quote + 1)..^1].Replace("''", "'", StringComparison.Ordinal))
            : literal;
        return EdmTypes.NameOf(type.Table.Columns[ordinal].Type) switch
        {
            "Edm.Binary" => quote >= 0 ? FromHexadecimal(type, text) : text,
            "Edm.Int64" => text.TrimEnd('L', 'l'),
            "Edm.Decimal" => text.TrimEnd('M', 'm'),
            "Edm.Single" => text is "INF" or "-INF" ? text : text.TrimEnd('F', 'f'),
            "Edm.Double" => text.TrimEnd('D', 'd'),
            _ => text,
        };
    }

    private static string FromHexadecimal(WireTable type, string text)
    {
        try
        {
            return Convert.ToBase64String(Convert.FromHexString(text));
        }
        catch (FormatException error)
        {
            throw Malformed.Of($"'{Malformed.Shown(text)}' in an id of the type {type.TypeName} is no hexadecimal number.", error);
        }
    }
}
