namespace EcommerceBot.Catalog.Search;

/// <summary>
/// What a new shop's table of synonyms begins with: everyday English doubles and kinds of goods, and common goods, colours and materials in Spanish
/// and Portuguese for a catalog in English. Written <c>word or phrase=one way,another way</c>.
/// </summary>
internal static class StartingSynonyms
{
    private const string Clothes =
        "rucksack=backpack|rucksacks=backpack|rucksac=backpack|knapsack=backpack|knapsacks=backpack|daypack=backpack|daypacks=backpack|bookbag=backpack|school bag=backpack|duffel=duffle|duffle=duffel|"
        + "holdall=duffle bag,duffel bag|gym bag=duffle bag,duffel bag|sneaker=sneakers,trainers|sneakers=trainers,running shoes|trainers=sneakers,running shoes,shoes|trainer=sneakers,running shoes|"
        + "running shoes=running sneakers,trainers|footwear=shoes,boots,sneakers,sandals|shoes=sneakers,footwear|shoe=sneakers,footwear|kicks=sneakers|coat=jacket|coats=jacket|anorak=jacket|parka=jacket|windbreaker=jacket|"
        + "raincoat=waterproof jacket,rain jacket|rain jacket=waterproof jacket|winter coat=insulated jacket,down jacket|winter jacket=insulated jacket,down jacket|warm jacket=insulated jacket,down jacket,fleece jacket|"
        + "puffer=down jacket,insulated jacket|puffer jacket=down jacket,insulated jacket|puffy jacket=down jacket,insulated jacket|padded jacket=insulated jacket,down jacket|jumper=sweater|pullover=sweater|hoodie=sweatshirt|"
        + "tee=t shirt|tees=t shirt|tshirt=t shirt|tshirts=t shirt|shirt=t shirt,jersey|cycling shirt=cycling jersey|trousers=pants|cap=hat|beanie=hat|clothes=jacket,jersey,t shirt,shirt,pants,sweater|"
        + "clothing=jacket,jersey,t shirt,shirt,pants,sweater|apparel=jacket,jersey,t shirt,shirt,pants,sweater|shades=sunglasses|sun glasses=sunglasses|specs=glasses|eyewear=sunglasses,goggles,glasses|ski glasses=goggles|"
        + "wristwatch=watch|watch=wristwatch,smart watch|watches=wristwatch,smart watch|timepiece=watch,wristwatch|smartwatch=smart watch|smartwatches=smart watch|fitness tracker=smart watch,gps watch|"
        + "fragrance=perfume|fragrances=perfume|cologne=perfume|eau parfum=perfume|scent=perfume|cosmetics=makeup|make up=makeup|suitcase=luggage|suitcases=luggage|baggage=luggage|trolley=luggage";

    private const string Things =
        "cellphone=smartphone|cellphones=smartphone|cell phone=smartphone|mobile=smartphone|mobile phone=smartphone|phone=smartphone|phones=smartphone|handset=smartphone|telephone=smartphone|iphone=smartphone|"
        + "notebook computer=laptop|computer=laptop|computers=laptop|pc=laptop|macbook=laptop|ipad=tablet|earphones=earbuds,headphones|earphone=earbuds,headphones|airpods=wireless earbuds|ear buds=earbuds|earbuds=headphones|"
        + "headphones=earbuds|headset=headphones|headsets=headphones|telly=tv|television=tv|ebook=e reader|ebook reader=e reader|ereader=e reader|kindle=e reader|powerbank=portable charger|power bank=portable charger|"
        + "battery pack=portable charger|camcorder=action camera,camera|video camera=action camera,camcorder|gopro=action camera|go pro=action camera|webcam=camera|surveillance camera=security camera|cctv=security camera|"
        + "ip camera=security camera|boombox=speaker|loudspeaker=speaker|loudspeakers=speaker|electronics=laptop,tablet,smartphone,camera,headphones,speaker|bike=bicycle|bikes=bicycle|bicycle=bike|push bike=bicycle|"
        + "cycling=bike,bicycle|biking=bike,cycling|cycle=bike,cycling|bike computer=biking computer,cycling computer|cycle computer=biking computer,bike computer|helmets=helmet|bike helmet=cycling helmet|"
        + "cycling helmet=bike helmet|torch=headlamp,flashlight|head torch=headlamp|headtorch=headlamp|headlight=headlamp|flashlight=headlamp,torch|lantern=lamp,headlamp|lamp=light,lantern|lightbulb=light bulb|bulb=light|"
        + "desk light=desk lamp|table lamp=desk lamp|reading lamp=desk lamp|sofa=couch|couch=sofa|bookcase=bookshelf|shelf=bookshelf|shelves=bookshelf|furniture=chair,bookshelf,desk,table,sofa|desk chair=office chair|"
        + "computer chair=office chair|hoover=vacuum cleaner|vacuum=vacuum cleaner|thermos=bottle|flask=bottle|drinking bottle=water bottle|barbecue=grill|barbeque=grill|bbq=grill|parasol=umbrella|sun umbrella=patio umbrella|"
        + "coffee machine=coffee maker,espresso machine|coffeemaker=coffee maker|teapot=tea kettle,kettle|tea pot=tea kettle|water boiler=electric kettle|weights=dumbbell|free weights=dumbbell|weight set=dumbbell set|"
        + "exercise mat=yoga mat|gym mat=yoga mat|fitness mat=yoga mat|dog bed=pet bed|cat bed=pet bed|dog=pet|cat=pet|jigsaw=puzzle,jigsaw puzzle|hosepipe=garden hose|watering hose=garden hose|satnav=gps,gps navigator|"
        + "sat nav=gps navigator,portable gps|navigator=gps|walking sticks=hiking poles,trekking poles|walking poles=hiking poles,trekking poles|hiking sticks=hiking poles,trekking poles|hiking poles=trekking poles|"
        + "trekking poles=hiking poles|sticks=poles|walking=trekking,hiking|trek=hiking,trekking|trekking=hiking|walking boots=hiking boots|climbers=climbing|climber=climbing|hikers=hiking|hiker=hiking|cyclists=cycling|"
        + "runners=running|skiing=ski|skiers=ski|snowboarding=snowboard|snow board=snowboard|camping=tent|backpacking=hiking,trekking|gray=grey|grey=gray|colour=color|aluminium=aluminum|two person=2 person|"
        + "wifi=wi fi|usb stick=usb|alarm clock=clock|heater control=thermostat|air cleaner=air purifier|notepad=notebook|diary=notebook|skate=skateboard|toothbrushes=toothbrush";

    /// <summary>The rows as SQL: VALUES of word and meaning. Letters, digits, blanks and commas only, so nothing needs quoting.</summary>
    public static string Values { get; } = string.Join(", ", $"{Clothes}|{Things}|{StartingTranslations.Spanish}|{StartingTranslations.Portuguese}".Split('|')
        .Select(pair => pair.Split('=', 2)).DistinctBy(pair => pair[0]).Select(pair => $"('{pair[0]}', '{pair[1]}')"));
}
