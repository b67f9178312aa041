// Databases: None
namespace A
{
    [SyncEntity, Table("AItem")]
    public class Item
    {
        public int Id { get; set; }
    }
}

namespace B
{
    [SyncEntity]
    public class Item
    {
        public int Id { get; set; }
    }

    [SyncEntity]
    public class ItemTable
    {
        public int Id { get; set; }
    }
}

[SyncScope("same", typeof(A.Item), typeof(B.Item), typeof(B.ItemTable))]
public partial class Items;
