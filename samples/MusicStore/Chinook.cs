using MusicStore.Proof;

namespace MusicStore;

/// <summary>The sample database that this program is for.</summary>
internal static class Chinook
{
    private static readonly string[] s_tables =
        ["Album", "Artist", "Customer", "Employee", "Genre", "Invoice", "InvoiceLine", "MediaType", "Playlist", "PlaylistTrack", "Track"];

    /// <exception cref="InvalidDataException">The file is another database.</exception>
    public static void Require(IReadOnlyList<TableShape> tables, string file)
    {
        if (!tables.Select(table => table.Name).SequenceEqual(s_tables))
        {
            throw new InvalidDataException($"'{file}' is not the Chinook database: that has the tables {string.Join(", ", s_tables)}.");
        }
    }
}
