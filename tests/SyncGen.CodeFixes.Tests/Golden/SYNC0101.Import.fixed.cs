// Nothing of annotations is imported here.
using System.ComponentModel.DataAnnotations;
using SyncGen;

[SyncEntity]
public class Note
{
    [Key]
    public long Number { get; set; }
}
