using CsCheck;
using SyncGen.Versions;

namespace SyncGen.Tests.Versions;

public sealed class KnowledgeFormatTests
{
    [Fact]
    public void Knowledge_comes_back_as_it_was() =>
        KnowledgeGen.Large.Sample(knowledge => KnowledgeGen.Same(knowledge, Knowledge.Read(knowledge.ToBytes())));

    [Fact]
    public void Equal_knowledge_gives_equal_bytes() =>
        Gen.Select(KnowledgeGen.Knowledge, KnowledgeGen.Knowledge).Sample((left, right) =>
        {
            var (one, other) = (left.Copy(), right.Copy());
            one.Merge(right);
            other.Merge(left);
            Assert.Equal(one.ToBytes(), other.ToBytes());
        });

    [Fact]
    public void The_bytes_are_those_that_stores_keep()
    {
        var knowledge = new Knowledge();
        knowledge.Raise(new(2), 300);
        knowledge.AddMissing(new(new(2), 5));
        knowledge.AddMissing(new(new(2), 7));
        knowledge.Raise(new(1), 1);
        Assert.Equal("0102" + new string('0', 31) + "10100" + new string('0', 31) + "2AC02020502", Convert.ToHexString(knowledge.ToBytes()));
        Assert.Equal("0100", Convert.ToHexString(new Knowledge().ToBytes()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("02")]
    [InlineData("01")]
    [InlineData("0101")]
    [InlineData("010000")]
    [InlineData("018000")]
    [InlineData("01FFFFFFFFFFFFFFFF7F")]
    [InlineData("0101000000000000000000000000000000000100")]
    [InlineData("010100000000000000000000000000000001050100")]
    [InlineData("0101000000000000000000000000000000010000")]
    [InlineData("01010000000000000000000000000000000105FFFFFFFFFFFFFFFF7F01")]
    [InlineData("0101000000000000000000000000000000010502FFFFFFFFFFFFFFFF7F01")]
    [InlineData("0102000000000000000000000000000000020100000000000000000000000000000000010100")]
    public void Malformed_bytes_say_so(string hex) =>
        Assert.Equal(SyncErrorCode.MalformedData, Assert.Throws<SyncException>(() => Knowledge.Read(Convert.FromHexString(hex))).Code);

    [Fact]
    public void Damaged_bytes_give_nothing_but_a_sync_exception_or_other_knowledge() =>
        Gen.Select(KnowledgeGen.Large, Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, 2]).Sample((knowledge, at, value, how) =>
        {
            var bytes = knowledge.ToBytes().ToList();
            at %= bytes.Count;
            switch (how)
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.Insert(at, value);
                    break;
                default:
                    bytes[at] = value;
                    break;
            }

            try
            {
                // What is read is written the same way: there is one form only.
                Assert.Equal([.. bytes], Knowledge.Read(bytes.ToArray()).ToBytes());
            }
            catch (SyncException error)
            {
                Assert.Equal(SyncErrorCode.MalformedData, error.Code);
            }
        });
}
