namespace Demo;

[SyncEntity]
public class Word
{
    [Key, Column(TypeName = "TEXT COLLATE NOCASE", Order = 0)]
    public string Text { get; set; } = "";

    [Key, Column(Order = 1)]
    public int Language { get; set; }

    [Column(TypeName = "TEXT COLLATE RTRIM")]
    public string? Meaning { get; set; }

    public string? Hidden { get; set; }
}

[SyncScope("words", typeof(Word))]
[SyncTable(typeof(Word), Except = [nameof(Word.Hidden)])]
public partial class WordScope;
