using CsCheck;
using SyncGen.Model;
using SyncGen.Tests.Rows;

namespace SyncGen.Tests.Model;

/// <summary>Rows of which columns are not known keep those that are, and get the others from where they are.</summary>
public sealed class PartialRowTests
{
    private static readonly AllTypesTable s_table = AllTypesTable.Instance;

    private static Gen<ColumnSet> Columns { get; } =
        Gen.Int[s_table.KeyLength, s_table.Columns.Count - 1].Array[0, s_table.Columns.Count].Select(ordinals => new ColumnSet(ordinals));

    [Fact]
    public void Values_of_all_types_go_through_a_row_of_values()
    {
        AllTypesGen.Rows.Sample(row =>
        {
            var (values, copy) = (new RowValues(s_table.Columns.Count), new RowValues(s_table.Columns.Count));
            s_table.Write(row, values.Writer);
            for (var i = 0; i < s_table.Columns.Count; i++)
            {
                values.CopyTo(i, s_table.Columns[i].Type, s_table.Columns[i].IsNullable, copy.Writer, i);
                Assert.True(values.IsSame(i, copy));
            }

            Assert.Equal(RowJson.Write(s_table, row), RowJson.Write(s_table, s_table.Read(copy)));
        });
    }

    [Fact]
    public void What_is_left_out_is_told_and_the_rest_comes_back() =>
        Gen.Select(AllTypesGen.Rows, AllTypesGen.Rows, Columns).Sample((row, present, absent) =>
        {
            var read = RowJson.ReadPartial(s_table, RowJson.WritePartial(s_table, row, absent), out var told);
            var completed = new RowCompletion<AllTypes>(s_table).Complete(read, present, absent);

            var (mine, theirs, made) = (ValuesOf(row), ValuesOf(present), ValuesOf(completed));
            for (var i = 0; i < s_table.Columns.Count; i++)
            {
                Assert.Equal(absent.Contains(i), told?.Contains(i) ?? false);
                Assert.True(made.IsSame(i, absent.Contains(i) ? theirs : mine), s_table.Columns[i].Name);
            }
        });

    [Fact]
    public void Row_that_lacks_nothing_is_written_and_read_as_any()
    {
        var row = new AllTypes { KeyText = "k" };

        Assert.Equal(RowJson.Write(s_table, row), RowJson.WritePartial(s_table, row, null));
        Assert.Equal(RowJson.Write(s_table, row), RowJson.WritePartial(s_table, row, new ColumnSet()));
        RowJson.ReadPartial(s_table, RowJson.Write(s_table, row), out var absent);
        Assert.Null(absent);
    }

    [Fact]
    public void Key_must_be_there() =>
        Assert.Equal(SyncErrorCode.MalformedData, Assert.Throws<SyncException>(() => RowJson.ReadPartial(s_table, "{}", out _)).Code);

    [Fact]
    public void Nothing_is_null_or_zero() =>
        Assert.All(Enumerable.Range(0, s_table.Columns.Count), i =>
        {
            var (defaults, zeros) = (RowValues.OfDefaults(s_table), new RowValues(s_table.Columns.Count));
            if (!s_table.Columns[i].IsNullable)
            {
                zeros.SetZero(i, s_table.Columns[i].Type);
            }

            Assert.True(defaults.IsSame(i, zeros));
        });

    [Fact]
    public void Columns_that_did_not_change_are_found()
    {
        var row = new AllTypes { KeyText = "k", String = "a", Int32 = 1 };
        var (text, number) = (OrdinalOf("String"), OrdinalOf("Int32"));
        var completion = new RowCompletion<AllTypes>(s_table);

        Assert.True(completion.Unchanged(row, row with { String = "b" }, new ColumnSet(text, number)) is { } same && same.Contains(number) && !same.Contains(text));
        Assert.Null(completion.Unchanged(row, row with { String = "b" }, new ColumnSet(text)));
    }

    private static int OrdinalOf(string property) => s_table.Columns.Select((column, i) => (column, i)).Single(one => one.column.Property == property).i;

    private static RowValues ValuesOf(AllTypes row)
    {
        var values = new RowValues(s_table.Columns.Count);
        s_table.Write(row, values.Writer);
        return values;
    }
}
