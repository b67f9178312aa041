using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Stores;

/// <summary>An application that writes to a store, one transaction after another, and reports each when it is over.</summary>
internal sealed class Application(string folder, Store store, int seed) : IDisposable
{
    private const string PutBox = """INSERT INTO Box (Id, "Write", Filling) VALUES (@id, @write, @filling) ON CONFLICT (Id) DO UPDATE SET "Write" = @write, Filling = @filling""";
    private const string PutSlip = """INSERT INTO Slip (Id, BoxId, "Write", Filling) VALUES (@id, @box, @write, @filling) ON CONFLICT (Id) DO UPDATE SET "Write" = @write, Filling = @filling""";

    private readonly StoreFile _file = Open(StoreFile.PathOf(folder, store));
    private readonly Journal _journal = new(Journal.PathOf(folder, store));
    private int _last = Journal.LastOf(Journal.PathOf(folder, store));

    /// <summary>Runs transactions, the next after the last that was reported.</summary>
    /// <param name="count">How many.</param>
    /// <param name="pause">What to do within each, between its writes and its end.</param>
    public void Run(int count, Action? pause = null)
    {
        for (var i = 0; i < count; i++)
        {
            var transaction = Transaction.Of(seed, store, _last + 1);
            _file.Execute("BEGIN IMMEDIATE");
            foreach (var write in transaction.Writes)
            {
                Execute(write);
            }

            pause?.Invoke();
            _file.Execute(transaction.IsRolledBack ? "ROLLBACK" : "COMMIT");
            _journal.Report(++_last);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _journal.Dispose();
    }

    private void Execute(RowWrite write)
    {
        var id = ("@id", (object)write.Key.Id);
        if (write.Write is { } number)
        {
            _file.Execute(write.Key.IsSlip ? PutSlip : PutBox, id, ("@box", write.Key.BoxId), ("@write", number), ("@filling", RowWrite.FillingOf(number)));
            return;
        }

        if (!write.Key.IsSlip)
        {
            _file.Execute("DELETE FROM Slip WHERE BoxId = @id", id);
        }

        _file.Execute(write.Key.IsSlip ? "DELETE FROM Slip WHERE Id = @id" : "DELETE FROM Box WHERE Id = @id", id);
    }

    private static StoreFile Open(string path)
    {
        var file = new StoreFile(path);

        // Large transactions go to the file before they are committed.
        file.Execute("PRAGMA cache_size = 10");
        file.Execute("PRAGMA foreign_keys = ON");
        return file;
    }
}
