namespace Demo.App
{
    namespace People
    {
        [SyncEntity]
        public class Person
        {
            public Guid Id { get; set; }
            public string Name { get; set; } = "";
        }
    }

    namespace Pets
    {
        [SyncEntity]
        internal class Pet
        {
            public Guid Id { get; set; }
            public Guid OwnerId { get; set; }
            public People.Person? Owner { get; set; }
        }
    }

    public static partial class DefaultScope
    {
        static partial void OnPetConflict(Conflict<Pets.Pet> conflict, ref ConflictResolution<Pets.Pet> resolution)
        {
        }
    }
}
