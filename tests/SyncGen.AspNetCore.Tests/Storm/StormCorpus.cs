using System.Buffers;
using System.Text;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Tests.Storm;

/// <summary>Requests as Ann's clients send them, with blobs, cursors and markers that the service gave her.</summary>
internal static class StormCorpus
{
    public static async Task<(List<StormRequest> Requests, List<string> Blobs)> CollectAsync(TestService service)
    {
        var requests = new List<StormRequest>();
        var blobs = new List<string>();
        foreach (var isJson in new[] { true, false })
        {
            var type = isJson ? "application/json" : "application/atom+xml";
            (string, string)[] headers = [("X-User", "ann"), ("Accept", type), ("Content-Type", type)];
            using var ann = new Stranger(service.Address, "chores", isJson, "ann");
            await ann.DownloadAsync(batchesMax: 1);
            blobs.Add(ann.Blob!);
            await ann.DownloadAsync();
            blobs.Add(ann.Blob!);
            using var shop = new Stranger(service.Address, "shop", isJson, "ann");
            await shop.DownloadAsync();
            foreach (var blob in blobs.ToList())
            {
                requests.Add(new("POST", "chores/DownloadChanges", headers, Feed(blob, [], isJson)));
                requests.Add(new("POST", "chores/UploadChanges", headers, Feed(blob, [Chore(101, "new", "ann", "t"), Chore(102, "given", "ben", "u"), Chore(103, "more", "ann", null)], isJson)));
                requests.Add(new("POST", "chores/UploadChanges", headers, Feed(blob, [Chore(1, "stolen", "ann", "v"), Chore(2, "stolen", "ann", null) with { IsDeleted = true }], isJson)));
                requests.Add(new("GET", $"chores/DownloadChanges?$syncServerBlob={Uri.EscapeDataString(blob)}", headers[..2], null));
            }

            var label = new StrangerEntry("Shop.Label", new() { ["Name"] = "a'b, c/d=(e) %27 é", ["ItemId"] = new Guid(1, 2, 3, new byte[8]).ToString() }) { TempId = "l" };
            requests.Add(new("POST", "shop/UploadChanges", headers, Feed(shop.Blob, [StrangerEntry.NewItem(new Guid(1, 2, 3, new byte[8]), "an item", 1.5m), label], isJson)));
            requests.Add(new("GET", "shop/$metadata", headers[..2], null));
            requests.Add(new("GET", "$syncScopes", headers[..2], null));
        }

        requests.AddRange(await MessagesAsync(service));
        return (requests, blobs);
    }

    private static async Task<List<StormRequest>> MessagesAsync(TestService service)
    {
        var leaf = new LeafState(new ReplicaId(4711), default, 3, 0, 0, ChoreScope.Definition.Fingerprint);
        var first = Message("DownloadChanges", target => CompactFormat.Write(target, new DownloadCall(leaf, new DownloadRequest(leaf.Leaf, 0, null, false))));
        using var http = new HttpClient();
        using var response = await http.SendAsync(first.ToMessage(service.Address)!);
        var answer = CompactFormat.ReadDownloadAnswer(await response.Content.ReadAsByteArrayAsync(), ChoreScope.Definition);
        var known = leaf with { Hub = answer.Hub.Hub, Anchor = answer.Header!.Watermark, HubMarker = answer.Header.Marker };
        var edits = new TableEdits<Chore>(ChoreScope.Definition.Tables.OfType<SyncTable<Chore>>().Single());
        edits.Edits.Add(new RowEdit<Chore>(new Chore { Id = 201, What = "new", Owner = "ann" }, false, 1, 5, 6));
        edits.Edits.Add(new RowEdit<Chore>(new Chore { Id = 1, What = "stolen", Owner = "ann" }, false, 2, 5, known.Anchor));
        edits.Edits.Add(new RowEdit<Chore>(new Chore { Id = 2 }, true, 3, 5, known.Anchor));
        return
        [
            first,
            Message("DownloadChanges", target => CompactFormat.Write(target, new DownloadCall(known, null))),
            Message("DownloadChanges", target => CompactFormat.Write(target, new DownloadCall(known, new DownloadRequest(leaf.Leaf, 0, answer.Batch!.Cursor, false) { GoesOn = true }))),
            Message("DownloadChanges", target => CompactFormat.Write(target, new DownloadCall(known, new DownloadRequest(leaf.Leaf, known.Anchor, null, true)))),
            Message("UploadChanges", target => CompactFormat.Write(target, ChoreScope.Definition, new UploadCall(known with { PendingEdits = 3 }, new EditBatch([edits], 3, 99)))),
            Message("UploadChanges", target => CompactFormat.Write(target, ChoreScope.Definition, new UploadCall(known with { PendingEdits = 3 }, new EditBatch([edits], 7, 99) { IsLast = false }))),
        ];
    }

    private static StormRequest Message(string operation, Action<IBufferWriter<byte>> write)
    {
        var target = new ArrayBufferWriter<byte>();
        write(target);
        return new("POST", $"chores/{operation}", [("X-User", "ann"), ("Content-Type", CompactFormat.MediaType)], target.WrittenSpan.ToArray());
    }

    private static byte[] Feed(string? blob, IReadOnlyList<StrangerEntry> entries, bool isJson) => Encoding.UTF8.GetBytes(StrangerFeed.Format(blob, entries, isJson));

    private static StrangerEntry Chore(int id, string what, string owner, string? tempId) =>
        new("chores.Chore", new() { ["Id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["What"] = what, ["Owner"] = owner })
        {
            TempId = tempId,
            Id = tempId is null ? $"http://elsewhere:1/x.svc/Chore(Id={id})" : null,
        };
}
