using System.Buffers;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Former;
using SyncGen.AspNetCore.Tests.Former.Later;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>What an earlier model has is found in the later one, and rows go from the one form to the other and back.</summary>
public sealed class FormerModelTests
{
    private static readonly SyncScope s_earlier = Earlier.DepotScope.Definition;
    private static readonly SyncTable<Crate> s_crates = (SyncTable<Crate>)DepotScope.Definition.Tables.Single(table => table.RowType == typeof(Crate));
    private static readonly SyncTable<Slot> s_slots = (SyncTable<Slot>)DepotScope.Definition.Tables.Single(table => table.RowType == typeof(Slot));

    [Theory]
    [InlineData("Title", "Heading", "Title")]
    [InlineData("Title", "Heading", "Name,Title")]
    public void Renamed_tables_and_columns_are_found(string before, string now, string former)
    {
        var boxes = new RenamedTable<Crate>(s_crates, "Box", ["Crate"], column => column.Name == before ? column with { Name = now, FormerNames = former.Split(',') } : column);
        var model = ModelOf(boxes, s_slots);

        var edit = Assert.Single(Sent(model, boxes, new Earlier.Crate { Id = 4, Title = "four", Count = 5, Note = "n", Code = "x", Weight = 1.5 }));

        Assert.Equal(new Crate { Id = 4, Title = "four", Count = 5, Note = "n", Level = 0, Code = 0, Grade = Grade.Plain }, edit.Row);
        Assert.Equal(["Code", "Grade", "Label", "Level"], AbsentOf(edit.Absent, boxes));
        var answer = model.Answer(new UploadAnswer([], new BatchResult([new TableCounts("Box") { Written = 2 }], [new RowNote("Box", """{"Id":4}""", SyncErrorCode.None, "x")])), []);
        Assert.Equal("Crate", Assert.Single(answer.Result.Tables).Table);
        Assert.Equal(("Crate", """{"Id":4}"""), (answer.Result.Notes[0].Table, answer.Result.Notes[0].Key));
    }

    [Fact]
    public void Renamed_key_is_named_as_before_in_what_the_client_is_told()
    {
        var slots = new RenamedTable<Slot>(s_slots, "Slot", [], column => column.Name == "Aisle" ? column with { Name = "Row", FormerNames = ["Aisle"] } : column);
        var model = ModelOf(slots);
        var note = new RowNote("Slot", """{"Row":4,"Place":"b"}""", SyncErrorCode.OutsideFilter, "x");

        var told = model.Answer(new UploadAnswer([], new BatchResult([], [note, note with { Table = "Shelf" }])), []).Result.Notes;
        var batch = model.Answer(new ChangeBatch([], [1], true, 0) { Unreadable = [new UnreadableRow("Slot", note.Key, default, "e"), new UnreadableRow("Slot", "", default, "e"), new UnreadableRow("Shelf", "", default, "e")] });

        Assert.Equal("""{"Aisle":4,"Place":"b"}""", Assert.Single(told).Key);
        Assert.Equal(["""{"Aisle":4,"Place":"b"}""", ""], batch.Unreadable.Select(row => row.Key));
    }

    [Fact]
    public void Name_of_now_counts_before_a_former_one_and_nothing_is_found_twice()
    {
        var crates = new RenamedTable<Crate>(s_crates, "Crate", [], column => column.Name is "Title" or "Label" ? column with { FormerNames = ["Title", "Note"] } : column);

        var edit = Assert.Single(Sent(ModelOf(crates), crates, new Earlier.Crate { Id = 1, Title = "title", Note = "note" }));

        Assert.Equal(("title", "note", null), (edit.Row.Title, edit.Row.Note, edit.Row.Label));
    }

    [Fact]
    public void What_the_hub_may_not_have_null_is_nothing_and_what_the_client_may_not_is_too()
    {
        var model = ModelOf(s_crates);

        var up = Assert.Single(Sent(model, s_crates, new Earlier.Crate { Id = 1, Note = null })).Row;
        var down = Received(model, new Crate { Id = 1, Title = "t", Note = "n", Count = null, Code = 8, Level = 9, Label = "l" });

        Assert.Equal("", up.Note);
        Assert.Equal(new Earlier.Crate { Id = 1, Title = "t", Note = "n", Count = 0, Code = "", Weight = 0, Packed = null }, down);
    }

    [Fact]
    public void Rows_of_an_equal_model_lack_nothing()
    {
        var model = FormerModel.Of(ScopeDescription.Of(DepotScope.Definition), DepotScope.Definition);
        var row = new Crate { Id = 1, Title = "t", Label = "l", Level = 3 };

        var edit = Assert.Single(Read(model, DepotScope.Definition, s_crates, row, s_crates));

        Assert.Equal(row, edit.Row);
        Assert.Null(edit.Absent);
    }

    [Fact]
    public void Tables_come_in_the_order_of_who_reads_them()
    {
        var scope = new SyncScope("depot", "1", [s_slots, s_crates]);
        var model = FormerModel.Of(ScopeDescription.Of(s_earlier), scope);
        var crates = (SyncTable<Earlier.Crate>)s_earlier.Tables.Single(table => table.Name == "Crate");
        var slots = (SyncTable<Earlier.Slot>)s_earlier.Tables.Single(table => table.Name == "Slot");
        var sent = new EditBatch([EditsOf(crates, new Earlier.Crate { Id = 1 }), EditsOf(slots, new Earlier.Slot { Aisle = 1 })], 1, 0);

        Assert.Equal(["Slot", "Crate"], Transfer(model, s_earlier, sent).Present.Tables.Select(edits => edits.Table.Name));
        Assert.Equal(["Crate", "Slot"], model.Answer(new ChangeBatch([new TableChanges<Slot>(s_slots), new TableChanges<Crate>(s_crates)], [1], true, 0)).Tables.Select(changes => changes.Table.Name));
    }

    [Fact]
    public void Writes_of_a_table_that_is_gone_are_rejected_and_deletions_stand()
    {
        var model = ModelOf(s_crates);
        var stickers = (SyncTable<Earlier.Sticker>)s_earlier.Tables.Single(table => table.Name == "Sticker");
        var edits = new TableEdits<Earlier.Sticker>(stickers)
        {
            Edits = { new(new Earlier.Sticker { Name = "a", Text = "up" }, false, 1, 0, 0), new(new Earlier.Sticker { Name = "b" }, true, 2, 0, 0) },
        };
        var sent = new EditBatch([edits], 2, 0);
        var (present, gone) = Transfer(model, s_earlier, sent);

        var answer = model.Answer(new UploadAnswer([], BatchResult.Empty), gone);
        var message = new ArrayBufferWriter<byte>();
        CompactFormat.Write(message, model.Scope, answer);
        var read = CompactFormat.ReadUploadAnswer(message.WrittenMemory, s_earlier, sent);

        Assert.Empty(present.Tables);
        Assert.Equal(2, present.LastTick);
        var answers = ((TableAnswers<Earlier.Sticker>)read.Tables.Single()).Answers;
        Assert.Equal([(EditOutcome.Removed, SyncErrorCode.ModelMismatch), (EditOutcome.Accepted, SyncErrorCode.None)], answers.Select(one => (one.Outcome, one.Rejection)));
        Assert.Equal("""{"Name":"a"}""", Assert.Single(read.Result.Notes).Key);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Other_key_is_no_key_of_the_same_rows(int kind)
    {
        var slots = kind switch
        {
            0 => new RenamedTable<Slot>(s_slots, "Slot", [], column => column.Name == "Aisle" ? column with { Type = SyncType.Int64 } : column),
            1 => new RenamedTable<Slot>(s_slots, "Slot", [], column => column, keyLength: 1),
            _ => new RenamedTable<Slot>(s_slots, "Slot", [], column => column.Name switch { "Aisle" => column with { Name = "Place", Type = SyncType.String }, "Place" => column with { Name = "Aisle", Type = SyncType.Int32 }, _ => column }),
        };

        var error = Assert.Throws<ServiceException>(() => ModelOf(slots));

        Assert.Equal(409, error.Status);
        Assert.Contains("The key of table Slot has changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_the_client_sends_must_be_those_of_its_model()
    {
        var description = ScopeDescription.Of(s_earlier);
        var model = FormerModel.Of(description with { Tables = [.. description.Tables.Select(table => table with { Columns = [.. table.Columns.Select(column => column.Name == "Title" ? column with { Name = "Titel" } : column)] })] }, DepotScope.Definition);
        var crates = (SyncTable<Earlier.Crate>)s_earlier.Tables.Single(table => table.Name == "Crate");

        Assert.Throws<SyncException>(() => Transfer(model, s_earlier, new EditBatch([EditsOf(crates, new Earlier.Crate { Id = 1 })], 1, 0)));
    }

    private static FormerModel ModelOf(params SyncTable[] tables) => FormerModel.Of(ScopeDescription.Of(s_earlier), new SyncScope("depot", "1", tables));

    private static List<RowEdit<TRow>> Sent<TRow>(FormerModel model, SyncTable<TRow> present, Earlier.Crate row)
        where TRow : class => Read(model, s_earlier, (SyncTable<Earlier.Crate>)s_earlier.Tables.Single(table => table.Name == "Crate"), row, present);

    private static List<RowEdit<TRow>> Read<TSent, TRow>(FormerModel model, SyncScope scope, SyncTable<TSent> table, TSent row, SyncTable<TRow> present)
        where TSent : class
        where TRow : class
    {
        var edits = Assert.Single(Transfer(model, scope, new EditBatch([EditsOf(table, row)], 1, 0)).Present.Tables);
        Assert.Same(present, edits.Table);
        return ((TableEdits<TRow>)edits).Edits;
    }

    private static (EditBatch Present, IReadOnlyList<TableEdits> Gone) Transfer(FormerModel model, SyncScope scope, EditBatch batch)
    {
        var message = new ArrayBufferWriter<byte>();
        CompactFormat.Write(message, scope, new UploadCall(new LeafState(default, default, 1, 0, 1, scope.Fingerprint), batch));
        return model.Present(CompactFormat.ReadUploadCall(message.WrittenMemory, model.Scope).Batch);
    }

    private static Earlier.Crate Received(FormerModel model, Crate row)
    {
        var changes = new TableChanges<Crate>(s_crates) { Rows = { new(row, ChangeKind.Write, default, default, 0) } };
        var hub = new HubState(ReplicaId.None, 1, 0, "1");
        var message = new ArrayBufferWriter<byte>();
        CompactFormat.Write(message, model.Scope, new DownloadAnswer(model.Answer(hub), null, model.Answer(new ChangeBatch([changes], [1], true, 0))));
        var read = CompactFormat.ReadDownloadAnswer(message.WrittenMemory, s_earlier);
        Assert.Equal(s_earlier.Fingerprint, read.Hub.Fingerprint);
        return ((TableChanges<Earlier.Crate>)read.Batch!.Tables.Single()).Rows.Single().Row;
    }

    private static TableEdits<TRow> EditsOf<TRow>(SyncTable<TRow> table, TRow row)
        where TRow : class => new(table) { Edits = { new(row, false, 1, 0, 0) } };

    private static IEnumerable<string> AbsentOf(ColumnSet? absent, SyncTable table) =>
        Enumerable.Range(0, table.Columns.Count).Where(i => absent!.Contains(i)).Select(i => table.Columns[i].Name).Order(StringComparer.Ordinal);
}
