using EcommerceBot.Conversations.Agent.Rules;
using EcommerceBot.Conversations.Channels.WebChat;
using EcommerceBot.Conversations.Channels.WhatsApp;
using EcommerceBot.Conversations.Figures;
using EcommerceBot.Conversations.Handoff;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Notices;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Conversations.Retention;
using EcommerceBot.Conversations.Turns;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
// MassTransit has an IAgent of its own.
using IAgent = EcommerceBot.Conversations.Agent.IAgent;

namespace EcommerceBot.Conversations;

/// <summary>Takes in what shoppers write on every channel, answers each conversation in its order, and sends the replies.</summary>
public static class ConversationsModule
{
    /// <summary>Services, options and hosted services; called once.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<ConversationsDbContext, SqliteConversationsDbContext, PostgresConversationsDbContext>(ConversationsDbContext.Module);
        services.AddSettings<ShopOptions>(ShopOptions.SectionName);
        services.AddSettings<IntakeOptions>(IntakeOptions.SectionName);
        services.AddSettings<LeaseOptions>(LeaseOptions.SectionName);
        services.AddSettings<TurnOptions>(TurnOptions.SectionName);
        services.AddSingleton<IValidateOptions<TurnOptions>, TurnLimits>();
        services.AddSettings<OutboundOptions>(OutboundOptions.SectionName);
        services.AddSettings<RetentionOptions>(RetentionOptions.SectionName);
        services.AddSettings<WebChatOptions>(WebChatOptions.SectionName);
        services.AddMetrics().AddSingleton<Metrics>().AddHostedService<ConversationFigures>();

        services.AddSingleton<InboundIntake>().AddScoped<InboundTransaction>().AddHostedService<InboundWriter>();
        services.AddSingleton<Leases>().AddHostedService<Sweep>();
        services.AddScoped<WaitingTurns>().AddScoped<WaitingReplies>().AddScoped<WaitingStatuses>();

        services.AddScoped<OldRows>().AddHostedService<RetentionSweep>();

        services.AddScoped<IAgent, RulesAgent>();
        services.AddSingleton<TurnRunner>().AddSingleton<TurnCues>().AddScoped<ToolQuestion>();
        services.AddScoped<TurnFreeze>().AddScoped<TurnCommit>().AddScoped<TurnFailure>();

        services.AddSingleton<ChannelSet>().AddSingleton<ReplyLane>();
        services.AddScoped<ReplyStore>().AddScoped<NextReply>().AddScoped<SendLedger>().AddScoped<StatusLedger>();
        services.AddScoped<NoticeBoard>();

        services.AddWhatsApp(configuration);
        services.AddSingleton<WebChatSignals>().AddSingleton<WebChatLimits>().AddSingleton<IChannel, WebChatChannel>();
        services.AddScoped<WebChatSessions>().AddScoped<WebChatReplies>();
        return services;
    }

    /// <summary>Every consumer by name.</summary>
    public static void AddConversationsConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddWorkerConsumer<RunTurnConsumer>();
        bus.AddWorkerConsumer<SendRepliesConsumer>();
        bus.AddTransactionalConsumer<ApplyStatusesConsumer, ConversationsDbContext>();
        bus.AddTransactionalConsumer<OfferPaymentConsumer, ConversationsDbContext>();
        bus.AddTransactionalConsumer<AnnounceOrderConsumer, ConversationsDbContext>();
        bus.AddTransactionalConsumer<ReportDeclineConsumer, ConversationsDbContext>();
        bus.AddTransactionalConsumer<ReportFailedCheckoutConsumer, ConversationsDbContext>();
        bus.AddTransactionalConsumer<QueueForPersonConsumer, ConversationsDbContext>();
        bus.AddTransactionalConsumer<ReplyAsPersonConsumer, ConversationsDbContext>();
        bus.AddTransactionalConsumer<HandBackConversationConsumer, ConversationsDbContext>();
    }

    /// <summary>The webhooks, the chat page's addresses, and those of the people behind the bot.</summary>
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        WhatsAppWebhook.Map(app);
        WebChatApi.Map(app);
        HandoffApi.Map(app);
    }

    private static void AddSettings<TOptions>(this IServiceCollection services, string section) where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
