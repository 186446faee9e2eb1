namespace EcommerceBot.Catalog.Search;

/// <summary>What a new shop's table of synonyms begins with: everyday English doubles, and common goods in Spanish and Portuguese for a catalog in English.</summary>
internal static class StartingSynonyms
{
    private const string Pairs =
        "rucksack backpack|rucksacks backpack|knapsack backpack|daypack backpack|duffel duffle|duffle duffel|holdall duffle bag|sneaker sneakers|trainers running shoes|sneakers shoes|footwear shoes|"
        + "coat jacket|coats jacket|anorak jacket|parka jacket|jumper sweater|pullover sweater|tee t shirt|tshirt t shirt|tshirts t shirt|trousers pants|cap hat|beanie hat|"
        + "cellphone smartphone|mobile smartphone|phone smartphone|handset smartphone|telephone smartphone|notebook laptop|computer laptop|pc laptop|earphones earbuds|earbuds headphones|headset headphones|"
        + "telly tv|television tv|timepiece watch|smartwatch smart watch|ebook e reader|kindle e reader|powerbank portable charger|camcorder camera|webcam camera|"
        + "bike bicycle|bikes bicycle|bicycle bike|cycling bike|biking bike|helmets helmet|torch headlamp|headlight headlamp|flashlight headlamp|lantern lamp|lamp light|bulb light|"
        + "sofa couch|couch sofa|bookcase bookshelf|shelf bookshelf|hoover vacuum cleaner|thermos bottle|flask bottle|barbecue grill|bbq grill|parasol umbrella|suitcase luggage|suitcases luggage|weights dumbbell|"
        + "fragrance perfume|cologne perfume|cosmetics makeup|shades sunglasses|specs glasses|satnav gps|navigation gps|sticks poles|walking trekking|trek hiking|trekking hiking|rucksac backpack|"
        + "mochila backpack|mochilas backpack|botas boots|bota boots|zapatos shoes|zapato shoes|zapatillas shoes|sapatos shoes|sapato shoes|tenis shoes|chaqueta jacket|chaquetas jacket|jaqueta jacket|abrigo jacket|"
        + "casaco jacket|casco helmet|cascos helmet|capacete helmet|capacetes helmet|bicicleta bicycle|bicicletas bicycle|reloj watch|relojes watch|relogio watch|relogios watch|carpa tent|tienda tent|barraca tent|"
        + "cuerda rope|corda rope|arnes harness|linterna headlamp|lanterna headlamp|gafas goggles|oculos goggles|esqui ski|esquis skis|bastones poles|bastoes poles|brujula compass|bussola compass|bolsa bag|bolso bag|"
        + "senderismo hiking|trilha hiking|montana mountain|escalada climbing|correr running|corrida running|ciclismo cycling|camiseta t shirt|camisetas t shirt|camisa shirt|pantalones pants|telefono smartphone|telefone smartphone|"
        + "celular smartphone|movil smartphone|portatil laptop|ordenador laptop|computadora laptop|computador laptop|tableta tablet|teclado keyboard|raton mouse|auriculares headphones|fones headphones|fone headphones|altavoz speaker|parlante speaker|"
        + "camara camera|cargador charger|carregador charger|cafetera coffee maker|cafeteira coffee maker|lampara lamp|luminaria lamp|silla chair|cadeira chair|botella bottle|garrafa bottle|perfumes perfume|maleta luggage|mala luggage|"
        + "negro black|negra black|preto black|preta black|blanco white|blanca white|branco white|branca white|rojo red|roja red|vermelho red|vermelha red|azul blue|verde green|gris grey|cinza grey|amarillo yellow|amarelo yellow|"
        + "impermeable waterproof|impermeavel waterproof|inalambrico wireless|inalambricos wireless|grande large|pequeno small|talla size|tamanho size|gray grey|grey gray|colour color|aluminium aluminum";

    /// <summary>The rows as SQL: VALUES of word and meaning. Letters and blanks only, so nothing needs quoting.</summary>
    public static string Values { get; } = string.Join(", ", Pairs.Split('|').Select(pair => pair.Split(' ', 2)).DistinctBy(pair => pair[0]).Select(pair => $"('{pair[0]}', '{pair[1]}')"));
}
