namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>
/// A stranger that keeps rows, as the original client does: of an answer to an upload it takes inserted rows by their temporary id, and
/// what stands after a conflict or an error, and nothing else.
/// </summary>
internal sealed class StrangerDevice(Stranger stranger) : IDisposable
{
    private readonly Dictionary<string, StrangerEntry> _rows = [];
    private readonly Dictionary<string, StrangerEntry> _dirty = [];

    /// <summary>The conflicts and errors that its user is shown.</summary>
    public List<StrangerEntry> Shown { get; } = [];

    /// <summary>The rows, by what they are called.</summary>
    public IEnumerable<string?> Titles => _rows.Values.Select(row => row["Title"]).Order(StringComparer.Ordinal);

    public void Put(Guid id, string title)
    {
        var key = id.ToString();
        var known = _rows.GetValueOrDefault(key)?.Id;
        _rows[key] = StrangerEntry.NewItem(id, title, rowId: string.IsNullOrEmpty(known) ? null : known);
        _dirty[key] = _rows[key];
    }

    /// <summary>Whether it has a row that the server has named: without a name there is nothing to tell of its deletion.</summary>
    public bool MayDelete(Guid id) => _rows.GetValueOrDefault(id.ToString()) is { Id.Length: > 0 };

    public void Delete(Guid id)
    {
        Assert.True(_rows.Remove(id.ToString(), out var row));
        _dirty[id.ToString()] = new StrangerEntry("Shop.Item", []) { Id = row.Id, IsDeleted = true };
    }

    /// <summary>Uploads, then downloads.</summary>
    /// <param name="loseAnswer">Whether it hears nothing of its upload, nor goes on then.</param>
    public async Task SyncAsync(bool loseAnswer = false)
    {
        if (_dirty.Count > 0)
        {
            var sent = _dirty.Values.ToList();
            var answer = await stranger.UploadAsync(sent, loseAnswer);
            if (loseAnswer)
            {
                return;
            }

            Assert.Equal(
                sent.Select(row => row.TempId).Where(id => id is not null).Order(),
                answer.SelectMany(row => new[] { row.TempId, row.Conflicting?.TempId, row.InError?.TempId }).Where(id => id is not null).Order());
            _dirty.Clear();
            answer.ForEach(Take);
        }

        (await stranger.DownloadAsync()).ForEach(Apply);
    }

    public void Dispose() => stranger.Dispose();

    private void Take(StrangerEntry told)
    {
        if ((told.Conflicting ?? told.InError) is { } lost)
        {
            Shown.Add(told);
            // A tombstone has no key: it is that of what lost, or of a row with its id.
            if (told.IsDeleted && lost["Id"] is { } key)
            {
                _rows.Remove(key);
                return;
            }

            Apply(told);
        }
        else if (told.TempId is not null)
        {
            Apply(told);
        }
    }

    private void Apply(StrangerEntry row)
    {
        Assert.False(string.IsNullOrEmpty(row.Id));
        if (row.IsDeleted)
        {
            foreach (var key in _rows.Where(one => one.Value.Id == row.Id).Select(one => one.Key).ToList())
            {
                _rows.Remove(key);
            }

            return;
        }

        _rows[row["Id"]!] = row with { TempId = null, Resolution = null, Conflicting = null, Error = null, InError = null };
    }
}
