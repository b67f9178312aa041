using System.Text.Json;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class DocumentSchemaTests
{
    private const string Valid =
        """
        {
          "$schema": "x", "namespace": "A",
          "entities": {
            "B": {
              "table": "b", "schema": "s",
              "properties": {
                "C": { "type": "Int64", "key": true, "keyOrder": 0 },
                "D": { "column": "d", "type": "String", "nullable": true, "maxLength": 5, "storeType": "text", "computed": true, "filter": "f", "filterAnyOf": "g", "filterList": true }
              },
              "references": { "E": { "entity": "B", "properties": [ "C" ] } }
            }
          },
          "scopes": { "s-1": { "class": "S", "conflicts": "LatestWins", "mayHandOn": false, "entities": { "B": { "direction": "DownloadOnly", "conflicts": "ServerWins", "only": [ "D" ], "except": [] } } } }
        }
        """;

    [Fact]
    public void A_document_with_everything_fits() => Assert.Empty(new DocumentSchema().Violations(Valid));

    [Theory]
    [InlineData("\"table\": \"b\"", "\"tabel\": \"b\"", "/entities/B/tabel is not known")]
    [InlineData("\"type\": \"Int64\"", "\"type\": \"Integer\"", "/entities/B/properties/C/type is Integer")]
    [InlineData("\"type\": \"Int64\", ", "", "/entities/B/properties/C has no type")]
    [InlineData("\"maxLength\": 5", "\"maxLength\": 0", "/entities/B/properties/D/maxLength is less than 1")]
    [InlineData("\"key\": true", "\"key\": \"yes\"", "/entities/B/properties/C/key is no boolean")]
    [InlineData("\"E\": {", "\"2E\": {", "/entities/B/references/2E does not match")]
    [InlineData("DownloadOnly", "Down", "/scopes/s-1/entities/B/direction is Down")]
    public void What_does_not_have_the_form_does_not_fit(string good, string bad, string violation) =>
        Assert.Contains(new DocumentSchema().Violations(Valid.Replace(good, bad, StringComparison.Ordinal)), found => found.StartsWith(violation, StringComparison.Ordinal));

    [Fact]
    public void Its_choices_are_those_of_the_code()
    {
        var definitions = new DocumentSchema().Root.GetProperty("$defs");

        Assert.Equal(Enum.GetNames<StoredType>(), Choices(definitions.GetProperty("property").GetProperty("properties").GetProperty("type")));
        Assert.Equal(Enum.GetNames<ConflictPolicy>(), Choices(definitions.GetProperty("conflicts")));
        Assert.Equal(Enum.GetNames<SyncDirection>(), Choices(definitions.GetProperty("table").GetProperty("properties").GetProperty("direction")));
    }

    private static IEnumerable<string?> Choices(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(choice => choice.GetString());
}
