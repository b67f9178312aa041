using System.Data.Common;
using SyncGen.Testing.Servers;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>A database on a server, emptied when a history is over, for the next one to use.</summary>
internal abstract class ServerDatabase : Database
{
    private readonly TestDatabase _place;
    private readonly DatabasePool _pool;

    protected ServerDatabase(TestDatabase place, DatabasePool pool, DbConnection connection)
        : base(connection)
    {
        _place = place;
        _pool = pool;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _pool.GiveBackAsync(_place);
    }

    protected IEnumerable<string> Names(string sql, params object?[] values) => Rows(sql, values).Select(row => (string)row[0]!);
}
