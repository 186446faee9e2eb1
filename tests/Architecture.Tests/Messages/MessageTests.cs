using System.Xml.Linq;
using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Planted;
using EcommerceBot.Architecture.Tests.Planted.Commands;

namespace EcommerceBot.Architecture.Tests.Messages;

public class MessageTests
{
    [Fact]
    public void EveryMessage_SaysWhoSendsIt_InTheFolderOfItsKind()
    {
        Rule.Holds(Message.Undocumented(Message.All));
        Rule.Holds(Message.Unexplained(Message.All));
        Rule.Holds(Message.Misplaced(Message.All));
    }

    [Fact]
    public void EveryQuestion_NamesItsAnswers()
    {
        Assert.Contains(Message.All, message => message.Kind == MessageKind.Question);
        Rule.Holds(Message.Unanswered(Message.All));
    }

    [Fact]
    public void PlantedMessageWithoutWords_IsFound() => Assert.Single(Message.Undocumented([Message.Read(typeof(StrayMessage), "Planted", null)]));

    [Fact]
    public void PlantedSilentMessage_IsFound() =>
        Assert.Single(Message.Unexplained([Message.Read(typeof(StrayMessage), "Planted", XElement.Parse("<summary>A thing.</summary>"))]));

    [Theory]
    [InlineData("<summary>Asked by Tools; answered with <see cref=\"T:A.ParcelShipped\"/>.</summary>")]
    [InlineData("<summary>Asked by Tools: <see cref=\"T:A.StrayMessage\"/>.</summary>")]
    public void PlantedQuestionWithoutAnswer_IsFound(string summary)
    {
        var answer = Message.Read(typeof(StrayMessage), "Planted", XElement.Parse("<summary>Answered by Tools.</summary>"));
        var question = Message.Read(typeof(ShipParcel), "Planted", XElement.Parse(summary));

        Assert.Single(Message.Unanswered([question, answer]));
    }

    [Fact]
    public void PlantedEventAmongCommands_IsFound() =>
        Assert.Single(Message.Misplaced([Message.Read(typeof(ShipParcel), "Planted", XElement.Parse("<summary>Published by nobody.</summary>"))]));
}
