namespace Demo;

public partial class App
{
    internal partial struct Data
    {
        [SyncEntity]
        internal class Item
        {
            public int Id { get; set; }
            public string? Text { get; set; }
        }

        [SyncScope("nested", typeof(Item))]
        internal static partial class Scope;
    }
}
