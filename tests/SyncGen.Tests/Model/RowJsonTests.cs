using System.Globalization;
using CsCheck;
using SyncGen.Model;
using SyncGen.Tests.Rows;

namespace SyncGen.Tests.Model;

public sealed class RowJsonTests
{
    private static readonly AllTypesTable s_table = AllTypesTable.Instance;

    private static AllTypes Sample => new()
    {
        KeyDecimal = 1.50m,
        KeyText = "a\0\ud800",
        KeyMoment = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2)),
        KeyClock = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc),
        KeyGuid = new("AABBCCDD-0000-0000-0000-00000000000F"),
        Double = double.NaN,
        UInt64 = ulong.MaxValue,
        Binary = [1, 2, 255],
    };

    [Fact]
    public void A_row_comes_back_as_it_was() =>
        AllTypesGen.Rows.Sample(row => s_table.ContentEquals(row, RowJson.Read(s_table, RowJson.Write(s_table, row))));

    [Fact]
    public void A_key_comes_back_as_an_equal_key() =>
        AllTypesGen.Rows.Sample(row => s_table.KeyEquals(row, RowJson.ReadKey(s_table, RowJson.WriteKey(s_table, row))));

    [Fact]
    public void Equal_keys_are_written_alike() =>
        Gen.Select(AllTypesGen.Rows, Gen.Byte[0, 3]).Sample((row, zeros) =>
        {
            var factor = new decimal(1, 0, 0, false, 0);
            var same = row with
            {
                KeyDecimal = Math.Abs(row.KeyDecimal) < 1_000_000m && row.KeyDecimal.Scale < 20 ? row.KeyDecimal * (factor + new decimal(0, 0, 0, false, zeros)) : row.KeyDecimal,
                KeyMoment = row.KeyMoment.ToUniversalTime(),
                KeyClock = DateTime.SpecifyKind(row.KeyClock, DateTimeKind.Local),
                KeyDouble = row.KeyDouble == 0 ? -row.KeyDouble : row.KeyDouble,
            };
            Assert.True(s_table.KeyEquals(row, same));
            Assert.Equal(RowJson.WriteKey(s_table, row), RowJson.WriteKey(s_table, same));
        });

    [Fact]
    public void Different_keys_are_written_differently() =>
        Gen.Select(AllTypesGen.Rows, AllTypesGen.Rows).Sample((left, right) =>
            s_table.KeyEquals(left, right) == (RowJson.WriteKey(s_table, left) == RowJson.WriteKey(s_table, right)));

    [Fact]
    public void The_text_is_the_one_that_stores_keep()
    {
        Assert.Equal(
            """{"Key":1.5,"key":"a\u0000\ud800","a\"b\\":"2024-02-29T10:00:00.0000000+00:00","été":"2024-02-29T12:00:00.0000000","""
            + "\"e\u0301te\u0301\":0," + """
            "Order Details":"aabbccdd-0000-0000-0000-00000000000f"}
            """,
            RowJson.WriteKey(s_table, Sample));
        var row = RowJson.Write(s_table, Sample);
        Assert.Contains("\"Key\":1.50,", row, StringComparison.Ordinal);
        Assert.Contains("12:00:00.0000000Z", row, StringComparison.Ordinal);
        Assert.Contains("\"Double\":\"NaN\"", row, StringComparison.Ordinal);
        Assert.Contains("\"UInt64\":18446744073709551615,", row, StringComparison.Ordinal);
        Assert.Contains("\"Binary\":\"AQL/\",\"NullableString\":null,", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void The_culture_does_not_matter(string name)
    {
        var (row, key) = (RowJson.Write(s_table, Sample), RowJson.WriteKey(s_table, Sample));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(name);
        try
        {
            Assert.Equal(row, RowJson.Write(s_table, Sample));
            Assert.Equal(key, RowJson.WriteKey(s_table, Sample));
            Assert.True(s_table.ContentEquals(Sample, RowJson.Read(s_table, row)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"Key\":1.5}")]
    [InlineData("{\"Unknown\":1}")]
    [InlineData("{\"Key\":1,\"Key\":1}")]
    [InlineData("{\"Key\":{}}")]
    [InlineData("{\"Key\":[[[[[[1]]]]]]}")]
    [InlineData("\ud800")]
    public void Malformed_text_says_so(string json)
    {
        Assert.Equal(SyncErrorCode.MalformedData, Assert.Throws<SyncException>(() => RowJson.Read(s_table, json)).Code);
        Assert.Equal(SyncErrorCode.MalformedData, Assert.Throws<SyncException>(() => RowJson.ReadKey(s_table, json)).Code);
    }

    [Theory]
    [InlineData("\"Int32\":0", "\"Int32\":2147483648")]
    [InlineData("\"Int32\":0", "\"Int32\":1.0")]
    [InlineData("\"Int32\":0", "\"Int32\":\"0\"")]
    [InlineData("\"Int32\":0", "\"Int32\":null")]
    [InlineData("\"Byte\":0", "\"Byte\":-1")]
    [InlineData("\"Single\":0", "\"Single\":1e99")]
    [InlineData("\"Double\":\"NaN\"", "\"Double\":\"nan\"")]
    [InlineData("\"Double\":\"NaN\"", "\"Double\":1e999")]
    [InlineData("\"Decimal\":0", "\"Decimal\":1e99")]
    [InlineData("\"Binary\":\"AQL/\"", "\"Binary\":\"AQL\"")]
    [InlineData("\"Binary\":\"AQL/\"", "\"Binary\":\"AQ==AQL/\"")]
    [InlineData("\"Boolean\":false", "\"Boolean\":0")]
    [InlineData("\"TimeSpan\":\"00:00:00\"", "\"TimeSpan\":\"24:00:00:00\"")]
    public void A_value_of_another_type_says_so(string before, string after)
    {
        var json = RowJson.Write(s_table, Sample);
        Assert.Contains(before, json, StringComparison.Ordinal);
        var error = Assert.Throws<SyncException>(() => RowJson.Read(s_table, json.Replace(before, after, StringComparison.Ordinal)));
        Assert.Equal(SyncErrorCode.MalformedData, error.Code);
    }

    [Fact]
    public void Order_and_space_do_not_matter_and_a_new_nullable_column_is_null()
    {
        var json = RowJson.Write(s_table, Sample);
        var moved = "{ \"Int32\" : 7 ," + json[1..].Replace("\"Int32\":0,", "", StringComparison.Ordinal).Replace(",\"NullableBinary\":null", "", StringComparison.Ordinal);
        Assert.True(s_table.ContentEquals(Sample with { Int32 = 7 }, RowJson.Read(s_table, moved)));
    }

    [Fact]
    public void Damaged_text_gives_nothing_but_a_sync_exception() =>
        Gen.Select(AllTypesGen.Rows, Gen.Int[0, int.MaxValue], Gen.Char['\0', '\uffff'], Gen.Int[0, 3]).Sample((row, at, unit, how) =>
        {
            var json = RowJson.Write(s_table, row);
            at %= json.Length;
            var damaged = how switch
            {
                0 => json[..at],
                1 => json.Remove(at, 1),
                2 => json.Insert(at, unit.ToString()),
                _ => json[..at] + (char)(unit % 128) + json[(at + 1)..],
            };
            try
            {
                RowJson.Read(s_table, damaged);
            }
            catch (SyncException error)
            {
                Assert.Equal(SyncErrorCode.MalformedData, error.Code);
            }
        });
}
