namespace EcommerceBot.Catalog.Search;

/// <summary>Words that carry a request but name no product, in the languages the bot answers in. A word that could name one does not belong here.</summary>
internal static class StopWords
{
    private const string English =
        "a am an and any anything are as at be been but buy by can could do does dont find for from get give got had has have hello help hey hi how i id if im in interested is it its "
        + "just know let like lets looking look me maybe my need of offer on or our please recommend sell show so some something tell than thanks that the their them then there "
        + "these they this those to us very want was we what whats when where which who will with would you your youre";

    private const string Spanish =
        "algo alguna algun algunas algunos busco buscando buenas comprar con de del el ella en es esta estoy favor gustaria hay hola la las lo los me mi mostrar muestra "
        + "muestrame necesito o para por quiero que quisiera tienen tienes un una unas unos y";

    private const string Portuguese =
        "alguem algum alguma alguns as ao com comprar da das do dos e ela em estou favor gostaria ha isso mostra mostre meu minha nao na no nos o oi ola os ou para por preciso "
        + "procurando procuro quero queria tem um uma umas uns voce voces";

    private const string WeakEnglish =
        "accessories accessory affordable best brand brands cheap color colour equipment gear good great high inexpensive item items kind made model nice option options "
        + "price priced product products quality size stuff style thing things top type";

    private const string WeakOthers =
        "accesorio accesorios acessorio acessorios articulo articulos artigo artigos barata baratas barato baratos boa bom bueno buena calidad color cor equipamiento equipamento "
        + "equipo marca material mejor melhor modelo numero precio preco producto productos produto produtos qualidade talla tamanho tipo";

    private static readonly HashSet<string> Weak = [.. $"{WeakEnglish} {WeakOthers}".Split(' ')];

    private static readonly HashSet<string> All = [.. $"{English} {Spanish} {Portuguese}".Split(' ')];

    public static bool Contains(string word) => All.Contains(word);

    /// <summary>Words that may name something ("Green Equipment") and mostly only go along ("climbing equipment"): they are preferred, not demanded.</summary>
    public static bool IsWeak(string word) => Weak.Contains(word);
}
