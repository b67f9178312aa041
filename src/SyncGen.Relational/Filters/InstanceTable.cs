namespace SyncGen.Relational.Filters;

/// <summary>Which scope instance a store belongs to: the filter with which it was synchronised last.</summary>
internal sealed class InstanceTable(RelationalConnection connection, ScopeNames names)
{
    private readonly string _name = connection.Dialect.Quote(names.Instance);

    /// <summary>The filter's text, empty for none; null if the store was never synchronised.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT filter FROM {_name}");
        if (!await statement.ReadAsync(cancellationToken))
        {
            return null;
        }

        var filter = statement.Row.GetString(0);
        statement.Reset();
        return filter;
    }

    /// <summary>Notes the filter.</summary>
    public async ValueTask WriteAsync(string filter, CancellationToken cancellationToken)
    {
        var update = connection.Statement($"UPDATE {_name} SET filter = {connection.Dialect.Parameter(0)}");
        update.Parameters.SetString(0, filter);
        if (await update.RunAsync(cancellationToken) == 0 && await ReadAsync(cancellationToken) is null)
        {
            var insert = connection.Statement($"INSERT INTO {_name} (id, filter) VALUES (1, {connection.Dialect.Parameter(0)})");
            insert.Parameters.SetString(0, filter);
            await insert.RunAsync(cancellationToken);
        }
    }
}
