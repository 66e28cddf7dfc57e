"""Small lists: places and first names that are often said, and capitals that tell nothing."""

from typing import Final


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_PROVINCES = _listed("""
Drenthe Flevoland Friesland Fryslân Gelderland Groningen Limburg Noord-Brabant Noord-Holland
Overijssel Utrecht Zeeland Zuid-Holland
""")

_CITIES = _listed("""
Alkmaar Almelo Almere Amersfoort Amstelveen Amsterdam Apeldoorn Arnhem Assen Breda Delft
Deventer Doetinchem Dordrecht Ede Eindhoven Emmen Enschede Gouda Haarlem Haarlemmermeer
Heerenveen Heerlen Helmond Hengelo Hilversum Hoorn Leeuwarden Leiden Lelystad Maastricht
Middelburg Nijmegen Oss Purmerend Roermond Roosendaal Rotterdam Sittard Tilburg Venlo
Vlaardingen Vlissingen Zaandam Zaanstad Zoetermeer Zutphen Zwolle Antwerpen Brussel Gent
""")

_OTHER_PLACES = (
    "Den Haag",
    "'s-Gravenhage",
    "Den Bosch",
    "'s-Hertogenbosch",
    "Den Helder",
    "Bergen op Zoom",
    "Capelle aan den IJssel",
    "Alphen aan den Rijn",
    "de Randstad",
    "de Achterhoek",
    "de Veluwe",
    "de Bijlmer",
    "Twente",
    "West-Friesland",
    "Oost-Nederland",
    "Noord-Nederland",
    "Midden-Nederland",
    "Zeeland-West-Brabant",
    "Oost-Brabant",
)

PLACES: Final = (*_PROVINCES, *_CITIES, *_OTHER_PLACES)

FIRST_NAMES: Final = _listed("""
Ahmed Ahmet Ali Amir Amina Anna Anne Annemarie Anouk Ans Arie Arjan Bas Bart Bert Bianca Bilal
Bram Britt Carla Carlijn Carolien Cees Chantal Cor Corrie Daan Danny Daphne Dennis Diana Dick
Dirk Ed Eefje Ellen Els Elif Emine Emma Erik Esmee Esther Eva Evelien Fatima Fatma Femke Fleur
Floor Frank Frans Fred Gerard Gerda Gerrit Gijs Greet Hamza Hanneke Hans Harrie Hassan Hatice
Heleen Henk Henny Herman Hilde Ibrahim Ilse Ineke Ingrid Iris Isa Jaap Jacqueline Jan Janneke
Jasmijn Jasper Jay Jayden Jelle Jeroen Jesse Joep Johan Joke Jolanda Joost Joris Jos José Joyce
Judith Julia Jurgen Karel Karim Karin Kees Kevin Khadija Kim Klaas Koen Lars Laura Lieke Lies
Linda Lisa Lisanne Loes Lotte Lucas Luuk Maaike Maarten Machteld Manon Marc Marcel Margriet
Maria Marian Marieke Marijke Marijn Marjan Mark Marleen Martijn Martin Mees Mehmet Melissa Merel
Michiel Mieke Milan Mirjam Mohamed Mohammed Monique Mustafa Nadia Nathalie Nick Niels Nienke
Nina Noa Nora Noor Omar Patricia Patrick Paul Peter Petra Piet Pieter Pim Rachid Ramon Remco
Rick Ria Rianne Richard Rik Rob Robert Robin Roel Ronald Roos Ruben Ruud Saar Sabine Said Samira
Samuel Sander Sandra Sanne Sara Sarah Saskia Sem Sjaak Sjoerd Sophie Stefan Stijn Suzanne Sven
Teun Theo Thijs Thomas Tijn Tim Tineke Tom Truus Wendy Wesley Willem Wilma Wim Wouter
Yasmina Yusuf Yvonne Zeynep
""")

ALSO_WORDS: Final = frozenset(
    _listed("""
bas els floor frank frans iris jasmijn joke lies mark mees merel milan noor rob robin roos said tom
""")
)
"""Folded first names that mean something else without a capital."""

COMMON: Final = frozenset(
    _listed("""
android apple bing chatgpt discord excel facebook firefox gmail google hotmail instagram
internet iphone linkedin marktplaats messenger microsoft netflix outlook pdf pinterest
powerpoint reddit signal skype snapchat sms spotify teams telegram tiktok twitter uber usb
vinted whatsapp wifi windows word x youtube zoom nederland nederlands nederlandse nederlander
nederlanders belgië duits engels engelse engeland frans duitsland europa europees europese dutch
english netherlands europe god kerst kerstmis pasen pinksteren koningsdag ramadan sinterklaas
christmas easter maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday
wednesday thursday friday saturday sunday januari februari maart april mei juni juli augustus
september oktober november december january february march may june july august october avg bsn
btw corona covid csv gps html ict id it kvk ip pc tv url vog vpn ww wmo wajong mbo hbo vwo havo
vmbo ai ok oke oké i ik nee ja interviewer respondent medewerker bezoeker onderzoeker
participant
""")
)
"""Folded; names of things that everybody uses, languages, days and the like."""
