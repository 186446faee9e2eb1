namespace EcommerceBot.Catalog.Search;

/// <summary>
/// The seam between the two stores' full-text search: their expression languages and the statements around their indexes. Words come from
/// <see cref="SearchText"/>, so they hold no quote or operator and cannot leave the one they are put in.
/// </summary>
internal interface ISearchSql
{
    /// <summary>
    /// The best matches, at most <see cref="SearchStatement.Window"/>: {0} what must match, {1} lowest price, {2} highest price, {3} currency, {4} what is preferred.
    /// Answers <c>position</c> and <c>score</c>, best first.
    /// </summary>
    string Matching { get; }

    /// <summary>The same within the price bounds.</summary>
    string MatchingPriced { get; }

    /// <summary>Share of the best score below which a match of some of the words is noise, such as a word in passing in a description.</summary>
    double Close { get; }

    SearchStatement Popular { get; }
    SearchStatement PopularPriced { get; }

    /// <summary>{0} words and phrases as a JSON array; answers those in the vocabulary with their <c>products</c>, and those that are synonyms with what they mean.</summary>
    string Look { get; }

    /// <summary>One row when the expression {0} finds anything.</summary>
    string Finds { get; }

    /// <summary>The most common known words from {0} to before {1}.</summary>
    string Between { get; }

    /// <summary>Known words that resemble one: {0} its trigrams as a JSON array, {1} and {2} shortest and longest, {3} the word.</summary>
    string Nearest { get; }

    /// <summary>{0} positions as a JSON array.</summary>
    string DeleteDocuments { get; }

    /// <summary>{0} documents as a JSON array.</summary>
    string InsertDocuments { get; }

    /// <summary>{0} a JSON object of words; answers those the vocabulary does not hold, whose trigrams are missing too.</summary>
    string? UnknownWords { get; }

    /// <summary>{0} a JSON object of words and by how many products each is more or less common.</summary>
    string CountWords { get; }

    /// <summary>{0} a JSON array of [trigram, length, word]; null where the store indexes trigrams itself.</summary>
    string? InsertTrigrams { get; }

    string Word(string word);

    /// <summary>Every one of them; never of none.</summary>
    string All(IEnumerable<string> terms);

    /// <summary>At least one of them; never of none.</summary>
    string Any(IEnumerable<string> terms);
}
