using Microsoft.Data.Sqlite;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.CodeGeneration.Tests.Emission.Sqlite;

namespace SyncGen.CodeGeneration.Tests.Model.Building;

public sealed class SqliteStoreTypeTests
{
    [Theory]
    [InlineData("TEXT")]
    [InlineData("")]
    [InlineData("varchar(20)")]
    [InlineData("decimal(18, 2)")]
    [InlineData("character varying ( 30 )")]
    [InlineData("numeric(+1,-2)")]
    [InlineData("nvarchar(max)")]
    [InlineData("varbinary ( MAX )")]
    [InlineData("decimal(a, b)")]
    [InlineData("text()")]
    [InlineData("text(1,2,3)")]
    [InlineData("TEXT COLLATE NOCASE")]
    [InlineData("varchar(20) COLLATE NOCASE DEFAULT (lower('A'))")]
    [InlineData("INTEGER CHECK (c > 3)")]
    [InlineData("INTEGER AS (1 + 2)")]
    [InlineData("INTEGER GENERATED ALWAYS AS (max(1, 2)) STORED")]
    [InlineData("INTEGER NOT NULL DEFAULT (1)")]
    public void Type_is_readable_if_SQLite_reads_it(string type)
    {
        using var database = new SqliteDatabase();
        var error = Record.Exception(() => database.Execute($"CREATE TABLE t (k INTEGER, c {type})"));

        Assert.True(error is null or SqliteException);
        Assert.Equal(error is null, SqliteStoreType.IsReadable(type));
    }
}
