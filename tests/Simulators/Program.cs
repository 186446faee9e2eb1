using System.CommandLine;
using EcommerceBot.Simulators.WhatsApp;

var root = new RootCommand("Stand-ins for the outside world, for trying the bot by hand.") { WhatsAppCommand.Create() };
return await root.Parse(args).InvokeAsync();
