// Nothing of annotations is imported here.
using SyncGen;

[SyncEntity]
public class Note
{
    public long Number { get; set; }
}
