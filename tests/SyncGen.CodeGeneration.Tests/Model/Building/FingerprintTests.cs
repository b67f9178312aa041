using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Model.Building;

/// <summary>The fingerprint changes with what travels, and with nothing else.</summary>
public sealed class FingerprintTests
{
    private static readonly PropertyDeclaration s_key = Declare.Property("Id", StoredType.Guid);
    private static readonly PropertyDeclaration s_text = Declare.Property("Text", StoredType.String);

    [Fact]
    public void It_is_sixteen_digits() => Assert.Matches("^[0-9a-f]{16}$", Of(s_key, s_text));

    [Fact]
    public void It_is_the_same_on_every_machine_and_in_every_version() => Assert.Equal("6181df84f17e8d5b", Of(s_key, s_text));

    [Fact]
    public void What_travels_changes_it()
    {
        string[] all =
        [
            Of(s_key, s_text),
            Of(s_key),
            Of(s_key, Declare.Property("Text", StoredType.String, isNullable: true)),
            Of(s_key, Declare.Property("Text", StoredType.Int32)),
            Of(s_key, Declare.Property("Test", StoredType.String)),
            Of(s_key, s_text, Declare.Property("More", StoredType.String)),
            Of(s_key, Declare.Property("More", StoredType.String), s_text),
            Of(s_key, Annotated(new() { Key = SourceToken.None })),
            Of(s_key, Annotated(new() { FilterParameter = new("p", SourceToken.None) })),
            Of(s_key, Annotated(new() { FilterParameter = new("p", SourceToken.None), FilterAnyOf = "a" })),
            Of(s_key, Annotated(new() { FilterParameter = new("p", SourceToken.None), IsFilterList = true })),
            Of(s_key, Annotated(new() { Computed = SourceToken.None })),
            Of(s_key, Annotated(new() { ColumnName = new("t", SourceToken.None) })),
            Declare.Model("b", Declare.Entity("A", s_key, s_text)).Fingerprint,
            Declare.Model("a", Declare.Entity("B", s_key, s_text)).Fingerprint,
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void What_stays_at_home_does_not()
    {
        var fingerprint = Of(s_key, s_text);
        var entity = Declare.Entity("A", s_key, s_text);

        Assert.Equal(fingerprint, Of(s_key, Annotated(new() { MaxLength = 9 })));
        Assert.Equal(fingerprint, Of(s_key, Annotated(new() { ColumnType = "varchar(9)" })));
        Assert.Equal(fingerprint, Of(s_key, Annotated(new() { ColumnName = new("Text", SourceToken.None) })));
        Assert.Equal(fingerprint, Declare.Model(Declare.Scope("a", entity) with { Conflicts = TablePolicy.ServerWins }, entity).Fingerprint);
        Assert.Equal(fingerprint, Declare.Model("a", Declare.Entity("Class", s_key, s_text) with { TableName = new("A", SourceToken.None) }).Fingerprint);
    }

    private static string Of(params PropertyDeclaration[] properties) => Declare.Model("a", Declare.Entity("A", properties)).Fingerprint;

    private static PropertyDeclaration Annotated(PropertyAnnotations annotations) => Declare.Property("Text", StoredType.String, annotations: annotations);
}
