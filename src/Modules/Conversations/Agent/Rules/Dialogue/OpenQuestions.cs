namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>What becomes of a question when the shopper said something else.</summary>
internal static class OpenQuestions
{
    /// <param name="question">The one that was open before the message was answered.</param>
    public static void Settle(Talk talk, Question question)
    {
        if (talk.HandOff || talk.Asked || question.Kind == QuestionKind.Nothing || talk.Memory.Pending != question)
            return;

        if (question.TakesWords)
        {
            BuyerQuestions.Remind(talk);
            return;
        }

        // A later "yes" may mean whatever was said in between: it shows the review again and pays nothing.
        if (question.Kind == QuestionKind.Payment)
        {
            talk.Memory = talk.Memory with { Pending = new Question(QuestionKind.Review) };
            talk.Say("review_waits");
            return;
        }

        if (question.Kind != QuestionKind.Review)
            talk.Memory = talk.Memory with { Pending = Question.None };
    }
}
