using System.Text.Json;
using SyncGen.Tool.Scaffolding;

namespace SyncGen.Tool.Tests.Scaffolding;

/// <summary>What a person wrote into a document is there after it was scaffolded again.</summary>
public sealed class MergeTests
{
    private const string Before =
        """
        CREATE TABLE artist (id INT PRIMARY KEY, name VARCHAR(10), born DATE);
        CREATE TABLE album (id INT PRIMARY KEY, title VARCHAR(20) NOT NULL, artist_id INT REFERENCES artist, old TEXT);
        CREATE TABLE genre (id INT PRIMARY KEY)
        """;

    private const string After =
        """
        CREATE TABLE artist (id INT PRIMARY KEY, name VARCHAR(12) NOT NULL, alias TEXT, born DATE);
        CREATE TABLE album (id INT PRIMARY KEY, title VARCHAR(20), artist_id INT REFERENCES artist, length INT AS (1));
        CREATE TABLE band (id INT PRIMARY KEY, album_id INT REFERENCES album)
        """;

    private const string Edited =
        """
        {
          // The shop's model.
          "$schema": "x",
          "namespace": "Shop",
          "entities": {
            "Genre": { "table": "genre", "properties": { "Id": { "column": "id", "type": "Int32", "key": true } } },
            "Record": { // sold as one
              "table": "album",
              "properties": {
                "Number": { "column": "id", "type": "Int32", "key": true },
                /* as printed
                   on the cover */
                "Title": { "column": "title", "type": "String", "maxLength": 20 }, // in capitals
                "MusicianId": { "column": "artist_id", "type": "Int32", "nullable": true, "filter": "musician", "filterAnyOf": "own", "filterList": true },
                "Old": { "column": "old", "type": "String", "nullable": true },
              },
              "references": {
                // The first on the cover.
                "Musician": { "entity": "Musician", "properties": [ "MusicianId" ] },
                "Kind": { "entity": "Genre", "properties": [ "Number" ] }
              }
            },
            "Musician": {
              "table": "artist",
              "properties": {
                "Born": { "column": "born", "type": "DateTime", "nullable": true },
                "Id": { "column": "id", "type": "Int32", "key": true },
                "Name": { "column": "name", "type": "String", "nullable": true, "maxLength": 10 }
              }
            }
          },
          "scopes": {
            "shop": {
              "conflicts": "ServerWins",
              "entities": { "Record": { "direction": "DownloadOnly", "except": [ "Old", "Title" ] }, "Genre": {}, "Musician": {} }
            }
          }
          // The end.
        }
        """;

    private const string Merged =
        """
        {
          // The shop's model.
          "$schema": "x",
          "namespace": "Shop",
          "entities": {
            "Record": {
              // sold as one
              "table": "album",
              "properties": {
                "Number": { "column": "id", "type": "Int32", "key": true },
                /* as printed
                   on the cover */
                "Title": { "column": "title", "type": "String", "nullable": true, "maxLength": 20 }, // in capitals
                "MusicianId": { "column": "artist_id", "type": "Int32", "nullable": true, "filter": "musician", "filterAnyOf": "own", "filterList": true },
                "Length": { "column": "length", "type": "Int64", "nullable": true, "computed": true }
              },
              "references": {
                // The first on the cover.
                "Musician": { "entity": "Musician", "properties": [ "MusicianId" ] }
              }
            },
            "Musician": {
              "table": "artist",
              "properties": {
                "Born": { "column": "born", "type": "DateTime", "nullable": true },
                "Id": { "column": "id", "type": "Int32", "key": true },
                "Name": { "column": "name", "type": "String", "maxLength": 12 },
                "Alias": { "column": "alias", "type": "String", "nullable": true }
              }
            },
            "Band": {
              "table": "band",
              "properties": {
                "Id": { "column": "id", "type": "Int64", "key": true },
                "AlbumId": { "column": "album_id", "type": "Int64", "nullable": true }
              }
            }
          },
          "scopes": {
            "shop": {
              "conflicts": "ServerWins",
              "entities": {
                "Record": { "direction": "DownloadOnly", "except": [ "Title" ] },
                "Musician": {}
              }
            }
          }
          // The end.
        }

        """;

    [Fact]
    public async Task What_a_person_decided_and_commented_stays_and_the_rest_follows_the_database()
    {
        var scaffolded = await Scaffolded.SqliteAsync(After, existing: Edited);

        Assert.Equal(Merged, scaffolded.Text);
    }

    [Fact]
    public async Task Each_change_is_told()
    {
        var scaffolded = await Scaffolded.SqliteAsync(After, existing: Edited);

        Assert.Equal(
            [
                "genre: The entity Genre was removed, since the table is gone.",
                "album.old: The property Old was removed, since the column is gone.",
                "album: The reference Kind to Genre was removed, since one of its ends is gone.",
                "album: Old was removed from the list 'except' of a scope.",
                "Genre was removed from the scope shop, since the document does not have it.",
            ],
            scaffolded.NotesOf(ScaffoldNoteKind.Removed));
        Assert.Equal(["band: Added as the entity Band.", "album.length: Added as the property Length.", "artist.alias: Added as the property Alias."], scaffolded.NotesOf(ScaffoldNoteKind.Added));
        Assert.Equal(["album.title: It is nullable now.", "artist.name: It is no longer nullable.", "artist.name: maxLength is 12 now."], scaffolded.NotesOf(ScaffoldNoteKind.Changed));
        Assert.Equal(
            ["band: Its foreign key (album_id) to album is not a reference, since the key is Int32, and the column album_id Int64: rows that come before their parents wait in quarantine for a session."],
            scaffolded.NotesOf(ScaffoldNoteKind.LeftOut));
        Assert.Contains("artist.born: The document has it as DateTime, which was kept; its type DATE is usually DateOnly.", scaffolded.Notes);
        Assert.Contains("The scope shop lists its entities, and does not list Band, which is new: add it where it belongs.", scaffolded.Notes);
    }

    [Fact]
    public async Task Comments_stay_wherever_they_stand()
    {
        const string Existing =
            """
            // <1>
            /* <2> */ { // <3>
              "$schema": /* <4> */ "x", "entities": { /* <5> */
                "T": /* <6> */ { "table": "t", /* <7> */ "properties": { "Id": { "column": "id", /* <8> */ "type": "Int64", "key": true /* <9> */ } /* <10> */ },
                  "references": { "Up": { "entity": "T", "properties": [ /* <11> */ "Id" /* <12> */, // <13>
                  ] /* <14> */ } } }, // <15>
                // <16>
              },
              "scopes": { /* <17> */ }
              // <18>
            } // <19>
            // <20>
            """;

        var again = await Scaffolded.SqliteAsync("CREATE TABLE t (id INT PRIMARY KEY, extra TEXT)", existing: Existing);

        Assert.Contains("\"Extra\": { \"column\": \"extra\", \"type\": \"String\", \"nullable\": true }", again.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 20), number => Assert.Equal(2, again.Text.Split($"<{number}>").Length));
        Assert.All(again.Text.Split('\n').Where(line => line.Contains("//", StringComparison.Ordinal)), line => Assert.Matches("^[^/]*(/\\*.*\\*/ )?// <[0-9]+>$", line));
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        var first = await Scaffolded.SqliteAsync(Before);
        var marked = "\ufeff" + first.Text.Replace("\"Born\"", "\"Birth\"", StringComparison.Ordinal).Replace(", \"maxLength\": 10", "", StringComparison.Ordinal);

        var again = await Scaffolded.SqliteAsync(Before, existing: marked);

        Assert.Equal(first.Text.Replace("\"Born\"", "\"Birth\"", StringComparison.Ordinal), again.Text);
    }

    [Fact]
    public async Task A_document_that_fits_stays_as_it_was_typed()
    {
        var first = await Scaffolded.SqliteAsync(Before);
        var typed = first.Text.Replace("  ", "\t", StringComparison.Ordinal).Replace("\n}\n", "\n\n/* mine */ }", StringComparison.Ordinal);

        var again = await Scaffolded.SqliteAsync(Before, existing: typed);

        Assert.Equal(typed, again.Text);
        Assert.False(again.Result.IsChanged);
    }

    [Fact]
    public async Task A_change_taken_back_leaves_no_trace()
    {
        var first = await Scaffolded.SqliteAsync(Before, new ScaffoldOptions { Namespace = "N", Scope = "s" });
        var changed = await Scaffolded.SqliteAsync(Before + "; ALTER TABLE artist DROP COLUMN born; ALTER TABLE genre ADD COLUMN x INT; DROP TABLE album; CREATE TABLE extra (id INT PRIMARY KEY)", existing: first.Text);
        var back = await Scaffolded.SqliteAsync(Before, existing: changed.Text);

        Assert.NotEqual(first.Text, changed.Text);
        Assert.Equal(first.Text, back.Text);
    }

    [Fact]
    public async Task A_reference_without_a_foreign_key_is_kept_and_told()
    {
        var existing = (await Scaffolded.SqliteAsync(Before)).Text.Replace("\"Artist\": { \"entity\": \"Artist\"", "\"Twin\": { \"entity\": \"Genre\", \"properties\": [ \"Id\" ] }, \"Author\": { \"entity\": \"Artist\"", StringComparison.Ordinal);

        var again = await Scaffolded.SqliteAsync(Before, existing: existing);

        Assert.Equal(existing, again.Text);
        Assert.Equal(["album: No foreign key is behind the reference Twin to Genre, which was kept."], again.Notes);
    }

    [Fact]
    public async Task A_key_that_a_person_chose_stays_where_the_table_has_none()
    {
        const string Script = "CREATE TABLE t (code TEXT NOT NULL UNIQUE, x INT)";
        const string Existing = """{ "$schema": "x", "entities": { "T": { "table": "t", "properties": { "Code": { "column": "code", "type": "String", "key": true } } } } }""";

        var again = await Scaffolded.SqliteAsync(Script, existing: Existing);

        Assert.Equal(["""Code: {"column":"code","type":"String","key":true}""", """X: {"column":"x","type":"Int64","nullable":true}"""], again.Members("T"));
    }

    [Fact]
    public async Task The_order_of_a_key_is_written_where_the_properties_stand_in_another()
    {
        const string Script = "CREATE TABLE t (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a, b))";
        const string Existing = """{ "$schema": "x", "entities": { "T": { "table": "T", "properties": { "B": { "column": "b", "type": "Int64", "key": true }, "A": { "column": "a", "type": "Int64", "key": true } } } } }""";

        var again = await Scaffolded.SqliteAsync(Script, existing: Existing);

        Assert.Equal(["""B: {"column":"b","type":"Int64","key":true,"keyOrder":1}""", """A: {"column":"a","type":"Int64","key":true,"keyOrder":0}"""], again.Members("T"));
        Assert.Equal("T", (string?)again.Entity("T")["table"]);
    }

    [Fact]
    public async Task Two_classes_of_one_table_are_both_kept()
    {
        const string Script = "CREATE TABLE t (id INT PRIMARY KEY, x INT, y INT); CREATE TABLE c (id INT PRIMARY KEY, t_id INT REFERENCES t)";
        const string Existing =
            """
            {
              "$schema": "x",
              "entities": {
                "Long": { "table": "t", "properties": { "Id": { "column": "id", "type": "Int64", "key": true }, "X": { "column": "x", "type": "Int64" } } },
                "Short": { "table": "t", "properties": { "Id": { "column": "id", "type": "Int64", "key": true } } },
                "C": { "table": "c", "properties": { "Id": { "column": "id", "type": "Int64", "key": true }, "TId": { "column": "t_id", "type": "Int64", "nullable": true } },
                  "references": { "Brief": { "entity": "Short", "properties": [ "TId" ] } } }
              }
            }
            """;

        var again = await Scaffolded.SqliteAsync(Script, existing: Existing);

        Assert.Equal(["Long", "Short", "C"], again.Entities);
        Assert.Equal(3, again.Members("Long").Count);
        Assert.Equal(3, again.Members("Short").Count);
        Assert.Equal(["""Brief: {"entity":"Short","properties":["TId"]}"""], again.Members("C", "references"));
        Assert.Empty(again.NotesOf(ScaffoldNoteKind.Caution));
    }

    [Fact]
    public async Task A_document_of_another_database_is_not_emptied()
    {
        var first = await Scaffolded.SqliteAsync(Before);

        var refused = await Assert.ThrowsAsync<SyncException>(() => Scaffolded.SqliteAsync("CREATE TABLE other (id INT PRIMARY KEY)", existing: first.Text));

        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
    }

    [Fact]
    public async Task A_document_with_schemas_serves_SQLite_which_has_none()
    {
        var first = await Scaffolded.SqliteAsync(Before);
        var typed = first.Text.Replace("\"table\": \"genre\",", "\"table\": \"genre\", \"schema\": \"sales\",", StringComparison.Ordinal);
        Assert.NotEqual(first.Text, typed);

        Assert.Equal(typed, (await Scaffolded.SqliteAsync(Before, existing: typed)).Text);
    }

    [Fact]
    public async Task How_a_column_is_computed_is_a_person_s_to_say()
    {
        const string Script = "CREATE TABLE t (id INT PRIMARY KEY, a INT AS (id + 1))";
        var typed = (await Scaffolded.SqliteAsync(Script)).Text.Replace("\"computed\": true", "\"storeType\": \"INT AS (id + 1)\", \"computed\": true", StringComparison.Ordinal);
        Assert.Contains("AS (id", typed, StringComparison.Ordinal);

        Assert.Equal(typed, (await Scaffolded.SqliteAsync(Script, existing: typed)).Text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"entities\": [] }")]
    [InlineData("{ \"entities\": { \"T\": { \"table\": 5, \"properties\": {} } } }")]
    [InlineData("{ \"entities\": { \"T\": { \"table\": \"artist\", \"properties\": { \"Id\": [] } } } }")]
    [InlineData("{ \"entities\": {}, \"entities\": {} }")]
    [InlineData("{ \"entities\": ")]
    [InlineData("{ \"entities\": {}, \"scopes\": { \"s\": { \"entities\": { \"A\": 1 } } } }")]
    public async Task A_document_without_the_form_is_an_error(string existing) =>
        await Assert.ThrowsAnyAsync<JsonException>(() => Scaffolded.SqliteAsync(Before, existing: existing));

    [Fact]
    public async Task A_blank_document_is_a_new_one() =>
        Assert.Equal((await Scaffolded.SqliteAsync(Before)).Text, (await Scaffolded.SqliteAsync(Before, existing: " \n")).Text);
}
