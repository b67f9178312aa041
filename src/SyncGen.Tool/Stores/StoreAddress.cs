using SyncGen.Tool.Output;

namespace SyncGen.Tool.Stores;

/// <summary>Where a store is: a database with its connection string, or a service.</summary>
/// <param name="Database">The kind of database; null for a service.</param>
/// <param name="Connection">The connection string, as given: perhaps only a name of one; of a service, nothing.</param>
/// <param name="Service">The service's address.</param>
internal sealed record StoreAddress(Database? Database, string Connection, Uri? Service)
{
    /// <summary>The token that a service asks for, or its name, as of a connection string; null if it asks for none.</summary>
    public string? Token { get; init; }

    private const string Form = "A store is written as sqlite:…, postgresql:…, mysql:… or sqlserver: with a connection string behind it, or as the http address of a service";

    /// <summary>Reads an address such as <c>sqlite:Data Source=app.db</c>.</summary>
    /// <param name="text">The address. It may hold a password, and is in no message.</param>
    /// <param name="option">The option that it was given to, for messages.</param>
    public static StoreAddress Parse(string text, string option)
    {
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var service)
                ? new StoreAddress(null, "", service)
                : throw new ToolException($"What {option} names is no address of a service, such as https://example.org/sync.");
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var database = colon < 0 ? null : Database.TryFind(text[..colon]);
        return database is null
            ? throw new ToolException($"What {option} names is no store. {Form}.")
            : new StoreAddress(database, text[(colon + 1)..], null);
    }
}
