namespace SyncGen.SqlServer.Tests.Offline;

/// <summary>What error numbers mean, as SQL Server's and Azure SQL's documentation lists them.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData(547, "The INSERT statement conflicted with the FOREIGN KEY constraint \"FK_a\".", SyncErrorCode.ForeignKeyViolated)]
    [InlineData(547, "The DELETE statement conflicted with the REFERENCE constraint \"FK_a\".", SyncErrorCode.ForeignKeyViolated)]
    [InlineData(547, "The INSERT statement conflicted with the CHECK constraint \"CK_a\".", SyncErrorCode.ConstraintViolated)]
    [InlineData(2601, "Cannot insert duplicate key row", SyncErrorCode.ConstraintViolated)]
    [InlineData(2627, "Violation of UNIQUE KEY constraint", SyncErrorCode.ConstraintViolated)]
    [InlineData(515, "Cannot insert the value NULL", SyncErrorCode.ConstraintViolated)]
    [InlineData(3609, "The transaction ended in the trigger.", SyncErrorCode.ConstraintViolated)]
    [InlineData(50000, "not on Sundays", SyncErrorCode.ConstraintViolated)]
    [InlineData(51234, "not on Sundays", SyncErrorCode.ConstraintViolated)]
    [InlineData(2628, "String or binary data would be truncated", SyncErrorCode.UnstorableValue)]
    [InlineData(8152, "String or binary data would be truncated.", SyncErrorCode.UnstorableValue)]
    [InlineData(8115, "Arithmetic overflow error", SyncErrorCode.UnstorableValue)]
    [InlineData(1946, "Operation failed. The index entry is too long", SyncErrorCode.UnstorableValue)]
    public void Refusals_are_of_rows(int number, string message, SyncErrorCode code) =>
        Assert.Equal(code, SqlServerErrors.RefusalOf(number, message, key: null)!.Value.Refusal);

    [Theory]
    [InlineData(1205, SyncErrorCode.StoreContended, true)]
    [InlineData(3960, SyncErrorCode.StoreContended, true)]
    [InlineData(1222, SyncErrorCode.StoreBusy, true)]
    [InlineData(40613, SyncErrorCode.StoreUnavailable, true)]
    [InlineData(40501, SyncErrorCode.StoreUnavailable, true)]
    [InlineData(40197, SyncErrorCode.StoreUnavailable, true)]
    [InlineData(49920, SyncErrorCode.StoreUnavailable, true)]
    [InlineData(10928, SyncErrorCode.StoreUnavailable, true)]
    [InlineData(4060, SyncErrorCode.StoreUnavailable, true)]
    [InlineData(-2, SyncErrorCode.StoreUnavailable, true)]
    [InlineData(18456, SyncErrorCode.StoreUnavailable, false)]
    [InlineData(9002, SyncErrorCode.StoreFull, false)]
    [InlineData(40544, SyncErrorCode.StoreFull, false)]
    [InlineData(3906, SyncErrorCode.StoreReadOnly, false)]
    [InlineData(229, SyncErrorCode.StoreReadOnly, false)]
    [InlineData(824, SyncErrorCode.StoreCorrupt, false)]
    [InlineData(208, SyncErrorCode.StoreFailed, false)]
    public void Other_errors_say_what_to_do(int number, SyncErrorCode code, bool isTransient)
    {
        Assert.Null(SqlServerErrors.RefusalOf(number, "what it said", key: null));
        var error = SqlServerErrors.Create(number, "what it said", "shop");

        Assert.Equal((code, isTransient), (error.Code, error.IsTransient));
        Assert.Contains("'shop'", error.Message, StringComparison.Ordinal);
        Assert.Contains("what it said", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_told_from_other_values_by_its_index()
    {
        const string Message = "Violation of PRIMARY KEY constraint 'PK_Entry'. Cannot insert duplicate key in object 'dbo.Entry'. The duplicate key value is (1).";

        Assert.True(SqlServerErrors.RefusalOf(2627, Message, "PK_Entry")!.Value.IsKeyTaken);
        Assert.False(SqlServerErrors.RefusalOf(2627, Message, "PK_Other")!.Value.IsKeyTaken);
        Assert.False(SqlServerErrors.RefusalOf(2627, Message, key: null)!.Value.IsKeyTaken);
    }
}
