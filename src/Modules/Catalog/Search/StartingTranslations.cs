namespace EcommerceBot.Catalog.Search;

/// <summary>Common goods, colours and materials in other languages and what an English catalog calls them; see <see cref="StartingSynonyms"/>. Phrases stand without their little words, accents and apostrophes.</summary>
internal static class StartingTranslations
{
    public const string Spanish =
        "mochila=backpack|mochilas=backpack|botas=boots|bota=boots|botas montana=hiking boots|zapatos=shoes|zapato=shoes|calzado=shoes,boots,sneakers|zapatillas=sneakers,shoes|zapatilla=sneakers,shoes|"
        + "zapatillas correr=running shoes|zapatillas running=running shoes|deportivas=sneakers,running shoes|chaqueta=jacket|chaquetas=jacket|chamarra=jacket|campera=jacket|cazadora=jacket|abrigo=jacket|abrigos=jacket|"
        + "plumifero=down jacket|forro polar=fleece jacket|casco=helmet|cascos=helmet,headphones|bicicleta=bicycle,bike|bicicletas=bicycle,bike|bici=bicycle,bike|ciclista=cycling,bike|reloj=watch,wristwatch,clock|"
        + "relojes=watch,wristwatch,clock|reloj pared=wall clock|reloj inteligente=smart watch|reloj pulsera=wristwatch|carpa=tent|carpas=tent|tienda=tent|tienda campana=tent|tiendas campana=tent|camping=tent|cuerda=rope|"
        + "cuerdas=rope|arnes=harness|arneses=harness|linterna=headlamp,flashlight|linterna frontal=headlamp|frontal=headlamp|gafas=goggles,sunglasses,glasses|gafas sol=sunglasses|lentes sol=sunglasses|gafas esqui=ski goggles,goggles|"
        + "gafas nieve=ski goggles,goggles|esqui=ski,skis|esquis=skis|tabla=board,snowboard|tabla snowboard=snowboard|tablas=snowboard|nieve=snow|bastones=poles|baston=poles|bastones senderismo=hiking poles,trekking poles|"
        + "brujula=compass|bolsa=bag|bolsas=bag|bolso=bag|bolsa viaje=duffle bag,duffel bag|bolsa deporte=duffle bag,duffel bag|crampones=crampons|piolet=ice axe|senderismo=hiking,trekking|montana=mountain,hiking|"
        + "escalada=climbing|escalar=climbing|correr=running|ciclismo=cycling,bike|camiseta=t shirt,jersey|camisetas=t shirt,jersey|camisa=shirt|maillot=cycling jersey|pantalon=pants|pantalones=pants|telefono=smartphone|"
        + "telefono movil=smartphone|movil=smartphone|celular=smartphone|celulares=smartphone|portatil=laptop,portable|ordenador=laptop|ordenador portatil=laptop|computadora=laptop|computador=laptop|tableta=tablet|"
        + "lector libros=e reader|libro electronico=e reader|teclado=keyboard|teclados=keyboard|mecanico=mechanical|raton=mouse|auriculares=headphones,earbuds|auricular=headphones,earbuds|audifonos=headphones,earbuds|"
        + "auriculares inalambricos=wireless earbuds,wireless headphones|altavoz=speaker|altavoces=speaker|parlante=speaker|bocina=speaker|camara=camera|camaras=camera|camara seguridad=security camera|camara accion=action camera|"
        + "camara vigilancia=security camera|cargador=charger|cargador portatil=portable charger|bateria externa=portable charger|cafetera=coffee maker,espresso machine|maquina cafe=coffee maker,espresso machine|"
        + "cafe=coffee|hervidor=electric kettle,kettle|hervidor agua=electric kettle|tetera=tea kettle|te=tea|lampara=lamp|lampara escritorio=desk lamp|bombilla=light bulb|bombillas=light bulb|foco=light bulb|silla=chair|"
        + "sillas=chair|silla oficina=office chair|oficina=office|escritorio=desk|estanteria=bookshelf|librero=bookshelf|botella=bottle|botellas=bottle|botella agua=water bottle|agua=water|cuaderno=notebook|libreta=notebook|"
        + "aspiradora=vacuum cleaner|aspirador=vacuum cleaner|purificador=purifier|purificador aire=air purifier|aire=air|termostato=thermostat|cepillo dientes=toothbrush|cepillo dientes electrico=electric toothbrush|"
        + "electrico=electric|electrica=electric|maquillaje=makeup|perfume=perfume|perfumes=perfume|colonia=perfume|maleta=luggage|maletas=luggage|equipaje=luggage|rompecabezas=jigsaw puzzle|puzle=jigsaw puzzle|"
        + "patineta=skateboard|monopatin=skateboard|manguera=garden hose|jardin=garden|sombrilla=patio umbrella,umbrella|paraguas=umbrella|parrilla=grill|barbacoa=grill|mancuernas=dumbbell|pesas=dumbbell|esterilla=yoga mat,mat|"
        + "esterilla yoga=yoga mat|colchoneta=mat|cama perro=pet bed|cama mascota=pet bed|cama mascotas=pet bed|cama=bed|perro=dog,pet|gato=cat,pet|mascota=pet|videojuegos=gaming|gps=gps|navegador=navigator,gps|"
        + "hombre=mens,men|hombres=mens,men|mujer=womens,women|mujeres=womens,women|negro=black|negra=black|negros=black|negras=black|blanco=white|blanca=white|blancos=white|blancas=white|rojo=red|roja=red|rojos=red|rojas=red|azul=blue|"
        + "azules=blue|verde=green|verdes=green|gris=grey,gray|grises=grey,gray|amarillo=yellow|amarilla=yellow|naranja=orange|rosa=pink|morado=purple|morada=purple|marron=brown|dorado=gold|dorada=gold|plateado=silver|"
        + "plateada=silver|impermeable=waterproof|impermeables=waterproof|inalambrico=wireless|inalambrica=wireless|inalambricos=wireless|inteligente=smart|digital=digital|grande=large|grandes=large|pequeno=small|pequena=small|"
        + "mediano=medium|mediana=medium|ligero=lightweight|ligera=lightweight|cuero=leather|piel=leather|vidrio=glass|cristal=glass|acero inoxidable=stainless steel|acero=steel|algodon=cotton|madera=wood|lana=wool|"
        + "reciclado=recycled|recargable=rechargeable|viaje=travel|viajar=travel|invierno=winter,insulated";

    public const string Portuguese =
        "bota=boots|botas trilha=hiking boots|botas caminhada=hiking boots|bota trilha=hiking boots|sapatos=shoes|sapato=shoes|calcado=shoes,boots,sneakers|calcados=shoes,boots,sneakers|tenis=sneakers,running shoes,shoes|"
        + "tenis corrida=running shoes|jaqueta=jacket|jaquetas=jacket|casaco=jacket|casacos=jacket|corta vento=windproof jacket,jacket|capacete=helmet|capacetes=helmet|relogio=watch,wristwatch,clock|relogios=watch,wristwatch,clock|"
        + "relogio parede=wall clock|relogio inteligente=smart watch|relogio pulso=wristwatch|barraca=tent|barracas=tent|tenda=tent|acampamento=tent,camping|corda=rope|cordas=rope|cadeirinha=harness|arnes=harness|"
        + "lanterna=headlamp,flashlight|lanterna cabeca=headlamp|oculos=goggles,sunglasses,glasses|oculos sol=sunglasses|oculos esqui=ski goggles,goggles|oculos neve=ski goggles,goggles|prancha=board,snowboard|"
        + "prancha snowboard=snowboard|neve=snow|bastoes=poles|bastao=poles|bussola=compass|bolsas=bag|saco=bag|mala=luggage,duffle bag|malas=luggage|mala viagem=luggage,duffle bag|mala bordo=luggage|bagagem=luggage|trilha=hiking,trail|"
        + "trilhas=hiking,trail|caminhada=hiking,trekking|corrida=running|correr=running|camisetas=t shirt,jersey|camisa ciclismo=cycling jersey|calca=pants|calcas=pants|telefone=smartphone|telemovel=smartphone|smartphones=smartphone|"
        + "notebook=laptop|computador=laptop|computador portatil=laptop|leitor livros=e reader|livro eletronico=e reader|leitor digital=e reader|mecanico=mechanical|mouse gamer=gaming mouse|gamer=gaming|fones=headphones,earbuds|"
        + "fone=headphones,earbuds|fones ouvido=headphones,earbuds|fone ouvido=headphones,earbuds|ouvido=ear|sem fio=wireless|fones sem fio=wireless earbuds,wireless headphones|auscultadores=headphones,earbuds|caixa som=speaker|"
        + "caixa som bluetooth=bluetooth speaker|alto falante=speaker|coluna bluetooth=bluetooth speaker|camera seguranca=security camera|camera acao=action camera|seguranca=security|carregador=charger|carregador portatil=portable charger|"
        + "cafeteira=coffee maker,espresso machine|maquina cafe=coffee maker,espresso machine|chaleira=kettle|chaleira eletrica=electric kettle|cha=tea|luminaria=lamp|luminaria mesa=desk lamp|lampada=light bulb|lampadas=light bulb|"
        + "cadeira=chair|cadeiras=chair|cadeira escritorio=office chair|escritorio=office,desk|estante=bookshelf|estante livros=bookshelf|prateleira=bookshelf|garrafa=bottle|garrafas=bottle|garrafa agua=water bottle|"
        + "agua=water|caderno=notebook|aspirador po=vacuum cleaner|purificador ar=air purifier|escova dentes=toothbrush|escova dentes eletrica=electric toothbrush|eletrico=electric|eletrica=electric|maquiagem=makeup|"
        + "quebra cabeca=jigsaw puzzle|quebra cabecas=jigsaw puzzle|mangueira=garden hose|mangueira jardim=garden hose|guarda sol=patio umbrella,umbrella|guarda chuva=umbrella|churrasqueira=grill|halteres=dumbbell|pesos=dumbbell|"
        + "tapete yoga=yoga mat|tapete ioga=yoga mat|tapete=mat|cama cachorro=pet bed|cama pet=pet bed|cama gato=pet bed|cachorro=dog,pet|homem=mens,men|mulher=womens,women|preto=black|preta=black|pretos=black|pretas=black|branco=white|"
        + "branca=white|brancos=white|brancas=white|vermelho=red|vermelha=red|vermelhos=red|vermelhas=red|azuis=blue|cinza=grey,gray|cinzento=grey,gray|amarelo=yellow|amarela=yellow|laranja=orange|roxo=purple|roxa=purple|castanho=brown|"
        + "dourado=gold|dourada=gold|prateado=silver|prateada=silver|impermeavel=waterproof|impermeaveis=waterproof|pequeno=small|pequena=small|leve=lightweight|couro=leather|vidro=glass|aco inoxidavel=stainless steel|inox=stainless steel|"
        + "algodao=cotton|madeira=wood|recarregavel=rechargeable|viagem=travel|inverno=winter,insulated|esqui=ski,skis";
}
