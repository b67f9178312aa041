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

    /// <summary>Takes the columns that are found and have the same type.</summary>
    /// <exception cref="ServiceException">The key is another one.</exception>
    public static ColumnMap Of(TableMatch match)
    {
        if (!match.HasSameKey)
        {
            throw new ServiceException(StatusCodes.Status409Conflict,
                $"The key of table {match.Present.Name} has changed since the client's model, so that its rows cannot be told from each other. Bring the client to the version of the service.");
        }

        return new ColumnMap(match.Present, [.. match.Former.Columns.Select((column, i) =>
            match.PresentOf(i) is >= 0 and var now && match.Present.Columns[now].Type == column.Type ? now : TableMatch.Nowhere)]);
    }

    /// <summary>The ordinal that a column of the earlier model has now; <see cref="TableMatch.Nowhere"/> if there is none, or only one of another type.</summary>
    public int PresentOf(int former) => _present[former];
}
