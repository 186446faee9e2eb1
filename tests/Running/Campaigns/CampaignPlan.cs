namespace EcommerceBot.Running.Campaigns;

/// <summary>What is written and what is broken meanwhile.</summary>
internal sealed record CampaignPlan
{
    /// <summary>Inbound messages in all; each adds one piece to its shopper's cart.</summary>
    public required int Messages { get; init; }

    /// <summary>Shoppers who write at once, each one message after another. A cart line holds 99 pieces, so at least a 99th of the messages.</summary>
    public required int Conversations { get; init; }

    /// <summary>Hosts that share the servers; webhooks go to them in turn.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>SIGKILLs of a Host, which is started again at once.</summary>
    public int Kills { get; init; }

    /// <summary>SIGKILLs of the broker's node.</summary>
    public int BrokerRestarts { get; init; }

    /// <summary>The same, but the node stays away for 30 s.</summary>
    public int BrokerOutages { get; init; }

    /// <summary>SIGKILLs of Redis, which comes back empty.</summary>
    public int RedisRestarts { get; init; }

    /// <summary>Immediate shutdowns of PostgreSQL, which recovers as after a crash.</summary>
    public int DatabaseRestarts { get; init; }

    /// <summary>Of the order of the faults.</summary>
    public int Seed { get; init; } = 1;

    public int Each => Messages / Conversations;

    /// <summary>All of them, shuffled.</summary>
    public Fault[] Faults()
    {
        Fault[] faults =
        [
            .. Enumerable.Repeat(Fault.Kill, Kills), .. Enumerable.Repeat(Fault.Broker, BrokerRestarts), .. Enumerable.Repeat(Fault.Database, DatabaseRestarts),
            .. Enumerable.Repeat(Fault.BrokerOutage, BrokerOutages), .. Enumerable.Repeat(Fault.Redis, RedisRestarts),
        ];
        new Random(Seed).Shuffle(faults);
        return faults;
    }
}

internal enum Fault
{
    Kill,
    Broker,
    Database,
    BrokerOutage,
    Redis,
}
