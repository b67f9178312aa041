// Databases: None
namespace Demo;

public enum Size : short { Small = -1, Large = 1 }

[Flags]
public enum Traits : ulong { None = 0, Loud = 1, Proud = 2, Same = Proud }

public static class Other
{
    public enum Size { S, @class }
}

[SyncEntity(EnumsByName = true)]
public class Animal
{
    public int Id { get; set; }
    public Size Size { get; set; }
    public Other.Size? Shape { get; set; }
    public Traits Traits { get; set; }

    [SyncEnum(byName: false)]
    public Traits? Number { get; set; }
}
