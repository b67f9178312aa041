using Microsoft.AspNetCore.WebUtilities;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.Filters;
using SyncGen.Http.Requests;
using SyncGen.OData.Parameters;

namespace SyncGen.AspNetCore.Tests;

/// <summary>A filter that a client puts into an address is the one that the service reads there.</summary>
public sealed class FilterQueryTests
{
    [Theory]
    [InlineData("ann")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("'null'")]
    [InlineData("O'Neill & sons, 100 % + é?#/=")]
    [InlineData("'")]
    public void Values_come_back(string? name)
    {
        var sent = new ShiftScope.Filter { Plant = Guid.NewGuid(), Day = new DateOnly(2026, 2, 28), Name = name, Number = long.MinValue }.Bind();

        var query = QueryHelpers.ParseQuery(FilterQuery.Of(sent));
        var writer = new FilterWriter(ShiftScope.Definition);
        for (var i = 0; i < ShiftScope.Definition.Parameters.Count; i++)
        {
            ParameterText.Write(ShiftScope.Definition, i, query[ShiftScope.Definition.Parameters[i].Name].ToArray(), writer);
        }

        Assert.Equal(sent.Text, writer.ToBinding().Text);
    }

    [Theory]
    [InlineData("plant", "8f14e45f-ceea-467f-a11d-1b2c3d4e5f60")]
    [InlineData("plant", "guid'8f14e45f-ceea-467f-a11d-1b2c3d4e5f60'")]
    [InlineData("day", "2026-02-28")]
    [InlineData("day", "datetime'2026-02-28T00:00:00'")]
    [InlineData("number", "5")]
    [InlineData("number", "5L")]
    [InlineData("plant", "null", false)]
    [InlineData("plant", "x", false)]
    [InlineData("day", "2026-02-28T01:00:00", false)]
    [InlineData("number", "5.5", false)]
    [InlineData("number", "9223372036854775808", false)]
    [InlineData("number", "", false)]
    public void Literals_of_strangers_are_read_or_refused(string name, string text, bool isValue = true)
    {
        var ordinal = ShiftScope.Definition.Parameters.ToList().FindIndex(parameter => parameter.Name == name);

        var error = Record.Exception(() => ParameterText.Write(ShiftScope.Definition, ordinal, [text], new FilterWriter(ShiftScope.Definition)));

        Assert.Equal(isValue ? null : SyncErrorCode.MalformedData, (error as SyncException)?.Code);
        Assert.Equal(isValue, error is null);
    }
}
