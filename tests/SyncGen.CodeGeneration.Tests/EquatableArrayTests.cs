namespace SyncGen.CodeGeneration.Tests;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Equal_items_make_equal_arrays()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> other = new[] { "a", "b" }.ToEquatableArray();

        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Other_items_or_another_order_make_other_arrays()
    {
        EquatableArray<string> array = ["a", "b"];

        Assert.False(array.Equals((EquatableArray<string>)["b", "a"]));
        Assert.False(array.Equals((EquatableArray<string>)["a"]));
        Assert.False(array.Equals((EquatableArray<string>)["a", "b", "c"]));
        Assert.False(array.Equals("a"));
    }

    [Fact]
    public void No_array_is_the_empty_array()
    {
        EquatableArray<int> none = default;

        Assert.Empty(none);
        Assert.True(none.Equals((EquatableArray<int>)[]));
        Assert.Equal(none.GetHashCode(), ((EquatableArray<int>)[]).GetHashCode());
    }
}
