using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.Model;

namespace SyncGen.AspNetCore.Former;

/// <summary>Which column of a table of now is which of the same table in an earlier model. Immutable and thread-safe.</summary>
internal sealed class ColumnMap
{
    private readonly int[] _present;

    private ColumnMap(SyncTable table, int[] present)
    {
        _present = present;
        var absent = Enumerable.Range(0, table.Columns.Count).Where(i => !present.Contains(i)).ToList();
        Absent = absent.Count == 0 ? null : new ColumnSet(absent);
    }

    /// <summary>The columns of now that the earlier model does not have; null if it has all.</summary>
    public ColumnSet? Absent { get; }

    /// <summary>Finds the columns: by their names, else by those that they had before, and of the same type.</summary>
    /// <exception cref="ServiceException">The key is another one.</exception>
    public static ColumnMap Of(TableDescription former, SyncTable table)
    {
        var present = Pairing.Of(
            former.Columns.Count,
            table.Columns.Count,
            (then, now) => string.Equals(former.Columns[then].Name, table.Columns[now].Name, StringComparison.Ordinal),
            (then, now) => table.Columns[now].FormerNames.Contains(former.Columns[then].Name, StringComparer.Ordinal));
        for (var i = 0; i < present.Length; i++)
        {
            if (present[i] >= 0 && table.Columns[present[i]].Type != former.Columns[i].Type)
            {
                present[i] = Pairing.Nowhere;
            }
        }

        if (former.KeyLength != table.KeyLength || !present.Take(table.KeyLength).SequenceEqual(Enumerable.Range(0, table.KeyLength)))
        {
            throw new ServiceException(StatusCodes.Status409Conflict,
                $"The key of table {table.Name} has changed since the client's model, so that its rows cannot be told from each other. Bring the client to the version of the service.");
        }

        return new ColumnMap(table, present);
    }

    /// <summary>The ordinal that a column of the earlier model has now; <see cref="Pairing.Nowhere"/> if there is none, or only one of another type.</summary>
    public int PresentOf(int former) => _present[former];
}
