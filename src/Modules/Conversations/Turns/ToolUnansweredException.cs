namespace EcommerceBot.Conversations.Turns;

/// <summary>A tool gave no answer, so nobody knows whether it acted: the turn is run again and asks again under the same key.</summary>
internal sealed class ToolUnansweredException(string tool) : Exception($"The tool {tool} gave no answer.");
