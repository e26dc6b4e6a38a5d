package dev.nightjar.demo;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A country where customers live, with its share in per cent, the names of people there and the
 * phone numbers that are reserved for fiction.
 */
enum Country {
  GB(
      70,
      "Oliver,Amelia,Jack,Grace,Harriet,Priya,Tom,Zoë,Callum,Siân,Imran,Beth,Rhys,Chloé,Nia,"
          + "Marcus,Aisha,Fergus,Ivy,Gareth,Ngozi,Stuart,Renée,Wei,Dora,Hamish,Poppy,Leon,Zara,"
          + "Owen",
      "Smith,Patel,Jones,Walker,Hughes,Khan,O'Connor,Fraser,Bennett,Okafor,D'Arcy,Whitfield,"
          + "Shaw,Lloyd-Price,Brontë,Chen,Marlow,Adeyemi,Peacock,Sutcliffe,St John,Ferreira,"
          + "Rowe,Begum,Nash",
      "London,Manchester,Leeds,Bristol,Glasgow,Edinburgh,Cardiff,Norwich,Bath,Exeter,Belfast",
      "7700900###,1632960###,1134960###,1144960###,1154960###,1164960###,1174960###,1184960###,"
          + "1214960###,1314960###,1414960###,1514960###,1614960###,1914980###,2079460###,2896496###"),
  DE(
      8,
      "Jürgen,Anna,Lukas,Käthe,Sören,Mia,Bärbel,Felix,Jörg,Leonie",
      "Müller,Schmidt,Weiß,König,Vogel,Schäfer,Groß,Yılmaz,Krüger,von Arnim",
      "Berlin,Hamburg,München,Köln,Leipzig,Düsseldorf",
      "3023125###,6990009###,4066969###,2214710###,8999998###"),
  FR(
      7,
      "Camille,Hélène,François,Inès,Gaël,Noémie,Théo,Aurélie,Benoît,Léa",
      "Martin,Lefèvre,Dubois,L'Hermite,Béranger,Nguyen,Garçon,d'Amboise,Moreau,Benoît-Roy",
      "Paris,Lyon,Nantes,Orléans,Besançon,Saint-Étienne",
      "19900####,26191####,35301####,46571####,53649####,63998####"),
  IE(
      7,
      "Aoife,Seán,Ciarán,Niamh,Róisín,Eoin,Méabh,Pádraig",
      "Murphy,O'Brien,Ó Súilleabháin,Byrne,Ní Dhuibhne,O'Neill,Kavanagh,Walsh",
      "Dublin,Cork,Galway,Dún Laoghaire,Limerick",
      "2091#####"),
  /** Without numbers, as no Dutch range is known here to be reserved for fiction. */
  NL(
      4,
      "Daan,Sanne,Daniël,Zoë,Bram,Noor,Loïs,Joost",
      "de Jong,Jansen,van 't Hof,Bakker,van den Berg,Koëter,Visser,in 't Veld",
      "Amsterdam,Utrecht,Rotterdam,Groningen,'s-Hertogenbosch",
      ""),
  US(
      4,
      "Madison,José,Tyler,Keisha,Brandon,Renée,Carlos,Emily",
      "Johnson,Muñoz,O'Hara,Washington,Kowalski,Lee,Peña,Brooks",
      "New York,Portland,Austin,San José,Chicago",
      "21255501##,31255501##,50355501##,20655501##,40455501##,61755501##,70255501##,80855501##");

  private static final List<Country> ALL =
      Stream.of(values()).flatMap(it -> Collections.nCopies(it.share, it).stream()).toList();
  private static final double WITHOUT_PHONE = 0.15;

  private final int share;
  private final List<String> firstNames;
  private final List<String> lastNames;
  private final List<String> cities;
  private final PhoneNumbers phones;

  Country(int share, String firstNames, String lastNames, String cities, String phones) {
    this.share = share;
    this.firstNames = List.of(firstNames.split(","));
    this.lastNames = List.of(lastNames.split(","));
    this.cities = List.of(cities.split(","));
    this.phones = new PhoneNumbers(name(), phones);
  }

  static Country of(Dice dice) {
    return dice.pick(ALL);
  }

  /**
   * Invents a person.
   *
   * @param number of the person among all, from 1; no two get the same phone number
   */
  Person person(int number, Dice dice) {
    var phone = dice.chance(WITHOUT_PHONE) ? "" : phones.get(number, dice);
    return new Person(
        dice.pick(firstNames), dice.pick(lastNames), phone, name(), dice.pickEarly(cities));
  }
}
