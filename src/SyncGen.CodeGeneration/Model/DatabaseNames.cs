namespace SyncGen.CodeGeneration.Model;

/// <summary>What the providers of databases are called.</summary>
internal static class DatabaseNames
{
    /// <summary>Each kind of database.</summary>
    public static readonly Databases[] All = [.. Enum.GetValues(typeof(Databases)).Cast<Databases>().Where(d => d != Databases.None)];

    /// <summary>The name of the method that opens a store, such as <c>Sqlite</c>.</summary>
    public static string NameOf(Databases database) => database.ToString();

    /// <summary>The provider's class, such as <c>SyncGen.Sqlite.SqliteProvider</c>.</summary>
    public static string ProviderOf(Databases database) => $"SyncGen.{database}.{database}Provider";

    /// <summary>The class of its options.</summary>
    public static string OptionsOf(Databases database) => ProviderOf(database) + "Options";
}
