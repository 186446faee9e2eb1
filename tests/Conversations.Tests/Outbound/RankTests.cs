using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Tests.Outbound;

public sealed class RankTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Statuses come in any order; what counts is how far the message came.</summary>
    [Theory]
    [InlineData("Read", "sent", "delivered", "read")]
    [InlineData("Read", "read", "delivered", "sent")]
    [InlineData("Delivered", "delivered", "failed")]
    [InlineData("Failed", "failed", "sent")]
    [InlineData("Failed", "sent", "failed")]
    [InlineData("Read", "failed", "read")]
    [InlineData("Sent", "sent", "warning", "sent")]
    public void Statuses_NeverMoveARowBack(string expected, params string[] statuses)
    {
        var row = Row(OutboundState.Sending);

        foreach (var status in statuses)
            StatusLedger.Apply(row, Status(status));

        Assert.Equal(expected, row.State.ToString());
    }

    [Theory]
    [InlineData("Sending", true)]
    [InlineData("Unknown", true)]
    [InlineData("Sent", false)]
    public void FirstNewsOfAnOpenRow_SettlesIt(string before, bool settles) =>
        Assert.Equal(settles, StatusLedger.Apply(Row(Enum.Parse<OutboundState>(before)), Status("delivered")));

    [Theory]
    [InlineData("Delivered")]
    [InlineData("Failed")]
    public void AnswerToTheSendAfterItsStatus_AddsOnlyTheId(string before)
    {
        var row = Row(Enum.Parse<OutboundState>(before));

        SendLedger.Apply(row, new SendOutcome.Sent("wamid.1"), Now, new());

        Assert.Equal((before, "wamid.1"), (row.State.ToString(), row.ProviderId));
    }

    [Fact]
    public void RefusalAfterAStatus_ChangesNothing()
    {
        var row = Row(OutboundState.Delivered);

        SendLedger.Apply(row, new SendOutcome.Refused("131000", Now), Now, new());
        SendLedger.Apply(row, new SendOutcome.Unknown("timeout"), Now, new());

        Assert.Equal(OutboundState.Delivered, row.State);
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void RefusedForHours_WaitsUntilTheWindowIsOverHoweverOftenItWasTried(int hours, bool failed)
    {
        var row = Row(OutboundState.Sending);
        row.Attempts = 500;

        SendLedger.Apply(row, new SendOutcome.Refused("190", Now), row.CreatedAt + TimeSpan.FromHours(hours), new());

        Assert.Equal((failed ? OutboundState.Failed : OutboundState.Queued, "190"), (row.State, row.Reason));
    }

    [Fact]
    public void UnknownRow_WaitsForItsEchoIsSentOnceMoreAndThenGivenUp()
    {
        var options = new OutboundOptions();
        var row = Row(OutboundState.Sending);

        Assert.Equal(NextReply.NextStep.Wait, NextReply.Step(row, Now, options));
        Assert.Equal(OutboundState.Unknown, row.State);
        Assert.Equal(NextReply.NextStep.Wait, NextReply.Step(row, Now + options.UnknownGrace - TimeSpan.FromTicks(1), options));
        Assert.Equal(NextReply.NextStep.Send, NextReply.Step(row, Now + options.UnknownGrace, options));
        Assert.True(row.PossibleDuplicate);
        NextReply.Step(row, Now, options);
        Assert.Equal(NextReply.NextStep.PassOn, NextReply.Step(row, Now + options.UnknownGrace, options));
        Assert.Equal((OutboundState.Failed, "outcome_unknown"), (row.State, row.Reason));
    }

    private static OutboundRow Row(OutboundState state) => new()
    {
        Id = Guid.NewGuid(), ConversationId = Guid.NewGuid(), Sequence = 1, TurnId = Guid.NewGuid(), Ordinal = 1, Message = "{}", State = state, CreatedAt = Now,
    };

    private static DeliveryStatus Status(string status) => new()
    {
        Channel = "whatsapp", Account = "1", ProviderId = "wamid.1", Status = status, Body = [], ReceivedAt = Now,
    };
}
