using System.CommandLine;
using EcommerceBot.Benchmarks.Checkout;
using EcommerceBot.Benchmarks.Faults;
using EcommerceBot.Benchmarks.Importing;
using EcommerceBot.Benchmarks.Messaging;
using EcommerceBot.Benchmarks.Relevance;
using EcommerceBot.Benchmarks.Searching;

var root = new RootCommand("Load and fault programs. They start private servers and count from outside.")
{
    OutboxCommand.Create(), FaultsCommand.Create(), RelevanceCommand.Create(), SearchCommand.Create(), ImportCommand.Create(), CheckoutCommand.Create(), CampaignCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
