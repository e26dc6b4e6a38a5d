package dev.nightjar.demo;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A country where customers live, with its share in per cent and the names of people there. */
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
      "07700 900###,+44 7700 900###,07700900###,+447700900###,(07700) 900-###"),
  DE(
      8,
      "Jürgen,Anna,Lukas,Käthe,Sören,Mia,Bärbel,Felix,Jörg,Leonie",
      "Müller,Schmidt,Weiß,König,Vogel,Schäfer,Groß,Yılmaz,Krüger,von Arnim",
      "Berlin,Hamburg,München,Köln,Leipzig,Düsseldorf",
      "030 23125 ###,+49 30 23125###,030/23125-###"),
  FR(
      7,
      "Camille,Hélène,François,Inès,Gaël,Noémie,Théo,Aurélie,Benoît,Léa",
      "Martin,Lefèvre,Dubois,L'Hermite,Béranger,Nguyen,Garçon,d'Amboise,Moreau,Benoît-Roy",
      "Paris,Lyon,Nantes,Orléans,Besançon,Saint-Étienne",
      "01 99 00 ## ##,+33 1 99 00 ## ##,01.99.00.##.##"),
  IE(
      7,
      "Aoife,Seán,Ciarán,Niamh,Róisín,Eoin,Méabh,Pádraig",
      "Murphy,O'Brien,Ó Súilleabháin,Byrne,Ní Dhuibhne,O'Neill,Kavanagh,Walsh",
      "Dublin,Cork,Galway,Dún Laoghaire,Limerick",
      "020 91# ####,+353 20 91# ####,(020) 91#-####"),
  /** Without phones, as no Dutch range is known here to be reserved for fiction. */
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
      "(212) 555-01##,+1 212 555 01##,312-555-01##,1.503.555.01##");

  private static final List<Country> ALL =
      Stream.of(values()).flatMap(it -> Collections.nCopies(it.share, it).stream()).toList();
  private static final double WITHOUT_PHONE = 0.15;

  private final int share;
  private final List<String> firstNames;
  private final List<String> lastNames;
  private final List<String> cities;
  private final List<String> phones;

  Country(int share, String firstNames, String lastNames, String cities, String phones) {
    this.share = share;
    this.firstNames = List.of(firstNames.split(","));
    this.lastNames = List.of(lastNames.split(","));
    this.cities = List.of(cities.split(","));
    this.phones = List.of(phones.split(","));
  }

  static Country of(Dice dice) {
    return dice.pick(ALL);
  }

  Person person(Dice dice) {
    var phone = dice.chance(WITHOUT_PHONE) ? "" : dice.digits(dice.pick(phones));
    return new Person(
        dice.pick(firstNames), dice.pick(lastNames), phone, name(), dice.pickEarly(cities));
  }
}
