using System.Data.Common;
using System.Globalization;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Queries a database's catalog.</summary>
internal sealed class CatalogQuery(DbConnection connection, CancellationToken cancellationToken)
{

    /// <summary>Runs a query, and calls for each row of its answer.</summary>
    public async Task RunAsync(string sql, Action<DbDataReader> row)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            row(reader);
        }
    }

    public static string? Text(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    /// <summary>Whether a number, of whatever type, is not zero.</summary>
    public static bool Flag(DbDataReader row, int ordinal) => Number(row, ordinal) is not (null or 0);

    /// <summary>A number of whatever type; null for NULL and for more than an integer holds.</summary>
    public static int? Number(DbDataReader row, int ordinal)
    {
        if (row.IsDBNull(ordinal))
        {
            return null;
        }

        var number = Convert.ToDecimal(row.GetValue(ordinal), CultureInfo.InvariantCulture);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }
}
