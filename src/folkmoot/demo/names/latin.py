"""Names in Latin letters by language. The family names are made up: plausible to the ear, borne by nobody known."""

GIVEN: dict[str, tuple[str, ...]] = {
    "en": (
        "Adaline", "Bram", "Corwen", "Delphine", "Edda", "Farrow", "Greta", "Halden", "Imogen", "Jorun",
        "Kerensa", "Linnet", "Maren", "Nell", "Orla", "Perrin", "Rowena", "Sorrel", "Tamsin", "Wren",
    ),
    "fr": (
        "Apolline", "Bastien", "Clothilde", "Désiré", "Élodie", "Fatoumata", "Gaspard", "Honorine", "Isaure",
        "Lazare", "Maïmouna", "Ninon", "Ousmane", "Solène", "Théophane", "Yacine",
    ),
    "es": (
        "Abelarda", "Baltasar", "Casilda", "Dionisio", "Eulalia", "Fermín", "Griselda", "Hilario", "Itzel",
        "Jacinta", "Leandro", "Nayeli", "Ovidio", "Quetzali", "Remedios", "Tadeo",
    ),
    "pt": (
        "Anacleta", "Bento", "Conceição", "Damião", "Eufrásia", "Florêncio", "Iracema", "Jandira", "Lindalva",
        "Moacir", "Noêmia", "Ubirajara",
    ),
    "ro": (
        "Anca", "Brândușa", "Călin", "Dochia", "Emanoil", "Florica", "Horia", "Ilinca", "Lăcrămioara",
        "Nicodim", "Rodica", "Sânziana", "Tudorel", "Zamfira",
    ),
    "sw": (
        "Akinyi", "Baraka", "Chausiku", "Dalila", "Furaha", "Imani", "Jabari", "Kamaria", "Makena", "Neema",
        "Penda", "Rehema", "Subira", "Tumaini", "Wambui", "Zawadi",
    ),
}  # fmt: skip

FAMILY: dict[str, tuple[str, ...]] = {
    "en": (
        "Aldershaw-Quill", "Bexmoor", "Calderfen", "Dunmarrow", "Eastwhistle", "Fennimarsh", "Gorsewick",
        "Hollinmere", "Inkersole", "Jessamoor", "Kettlewade", "Larkenby", "Mossgrave", "Nethercove", "Otterlea",
        "Pennywhin", "Quarrendale", "Ravenscombe", "Saltmarlow", "Thistlegarth", "Umberleigh-Low", "Vannerhythe",
    ),
    "fr": (
        "Aubrenoy", "Bellecombre", "Courtevigne", "Diarrassou", "Estrelande", "Fontbruyère", "Grandpreuil",
        "Keïtamar", "Lormeraie", "Marchevent", "Ndiagaly", "Ouedramba", "Pierrelune", "Roncevaux-Lys",
        "Sablonnel", "Valdorge",
    ),
    "es": (
        "Alcaraveda", "Berrocalte", "Calandril", "Dosmareas", "Encinarte", "Fuentelira", "Galvanzo", "Huarinca",
        "Lomaverde", "Marismeño", "Navaltoro", "Olivarreda", "Quispelar", "Rocamonte", "Tierrasol", "Ventisquera",
    ),
    "pt": (
        "Aguarrasa", "Brisamar", "Cabralume", "Douravante", "Farolino", "Guarapinhal", "Lagoaveira", "Maresiano",
        "Orvalheira", "Pedralume", "Serravento", "Varandim",
    ),
    "ro": (
        "Apelunga", "Brazdeanu", "Codrisor", "Dumbrăveanca", "Fântânescu", "Grindaru", "Lăcustean", "Măgurelescu",
        "Norocea", "Pietrosanu", "Răsărinca", "Stejărescu", "Undrea", "Zăvoianu",
    ),
    "sw": (
        "Amboredi", "Barakumu", "Chemirengo", "Dambwiki", "Kilindoro", "Lukanzeni", "Maweruti", "Nyandoro-Sefu",
        "Oduorambe", "Pambanzito", "Sengerimba", "Tarimwezi", "Ukwajani", "Wanjerumo", "Ziwalani", "Mtondori",
    ),
}  # fmt: skip

SHARE: dict[str, int] = {"en": 80, "fr": 50, "es": 50, "pt": 24, "ro": 26, "sw": 50}
