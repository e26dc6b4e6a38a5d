package dev.nightjar.guess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds out which columns of customers say whether they may be written to. Consent to one channel
 * is none to another, and no column that could be a refusal is left out without a question.
 */
final class Answers {
  private static final String OPTED_OUT = "opted-out";
  private static final int MOST_WORDS = 6;
  private static final Pattern READ = Pattern.compile("(?i)true|false|yes|no|y|n|1|0");
  private static final Pattern OTHER_WORDS =
      Pattern.compile("(?i)ja|nein|j|oui|non|o|s[ií]?|nee|nej|t|f|on|off|x");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "opt(ed|s)?out|unsub|donot|dontc|dnc|blocke|blockl|isblock|blacklist|suppress|sperr|abgemeldet"
              + "|abmeld|abbestell|widerruf|widerspr|withdrawn|revoked|objection|objected|refus|reject"
              + "|declin|denied|exclude|d[eé]sabonn|d[eé]sinscri|keinewerbung|robinson|bounce|complain"
              + "|^(no|not|without|never)(marketing|e?mail|newsletter|sms|text|contact|call|phone|post|ads"
              + "|advert|promo|consent|optin|subscri)");
  private static final Pattern CONSENT =
      Pattern.compile(
          "consent(ed|ement)?|opt(ed)?in|accept(s|ed)?|subscri(bed|ber|ption|be)|subscribes?|permission"
              + "|agree(d|s|ment)?|allow(s|ed)?|einwilligung|zustimmung|erlaubt?|abonn[eé]?(iert)?");

  /** Words that narrow nothing. */
  private static final Pattern FILLER =
      Pattern.compile("customers?|users?|status|flag|has|is|to|of|for|by|given|via|per|fuer|für");

  /** The purposes by the words for them, those within others last. */
  private static final Map<String, Pattern> PURPOSES = new LinkedHashMap<>();

  static {
    PURPOSES.put("whatsapp", Pattern.compile("whatsapp"));
    PURPOSES.put("post", Pattern.compile("directmail|postal|post|(?<!news)letters?|brief"));
    PURPOSES.put("email", Pattern.compile("newsletters?|e?mails?"));
    PURPOSES.put("sms", Pattern.compile("sms|textmessages?|text"));
    PURPOSES.put("phone", Pattern.compile("telephone|phone|telefon|calls?"));
    PURPOSES.put("advertising", Pattern.compile("advertising|adverts?|ads"));
    PURPOSES.put("social", Pattern.compile("social(media)?"));
    PURPOSES.put("push", Pattern.compile("push"));
    PURPOSES.put("app", Pattern.compile("app"));
  }

  /** Next to a channel it says nothing more; alone it is a purpose. */
  private static final Pattern MARKETING = Pattern.compile("marketing|werbung");

  private final Sample sample;
  private final Roles roles;
  private final Map<String, List<String>> columns = new TreeMap<>();
  private final Set<String> unsure = new HashSet<>();

  Answers(Sample sample, Roles roles) {
    this.sample = sample;
    this.roles = roles;
  }

  /** Whether a name is one of refusals. */
  static boolean isRefusal(String name) {
    return REFUSAL.matcher(Names.plain(name)).find();
  }

  /** Whether a file says yes or no of people, by names and values. */
  static boolean areIn(Sample sample) {
    return sample.columns().stream()
        .filter(sample::has)
        .filter(each -> isRefusal(each) || isConsent(Names.plain(each)))
        .anyMatch(each -> isRead(sample.values(each)));
  }

  /** Gives the columns their fields, and asks about those that are not certain. */
  void find() {
    var taken = roles.columns.values().stream().flatMap(List::stream).toList();
    sample.columns().stream()
        .filter(each -> sample.has(each) && !taken.contains(each))
        .forEach(this::see);
    columns.forEach(
        (field, of) -> {
          if (of.size() == 1 && !unsure.contains(field) && !roles.columns.containsKey(field)) {
            roles.columns.put(field, of);
          } else {
            of.addAll(0, roles.columns.getOrDefault(field, List.of()));
            roles.asked.put("columns." + field, question(field, String.join(", ", of)));
          }
        });
  }

  private void see(String column) {
    var plain = Names.plain(column);
    var values = sample.values(column);
    if (isRefusal(column)) {
      add(OPTED_OUT, column, isRead(values) && purposes(plain).isEmpty());
    } else if (isConsent(plain) && isAnswer(values)) {
      var purposes = purposes(plain);
      boolean isPlain = rest(plain).isEmpty() && purposes.size() < 2;
      add(isPlain ? consent(plain, purposes) : named(column), column, isPlain && isRead(values));
    } else if (roles.preset == null && isAnswer(values)) {
      add(named(column), column, false);
    }
  }

  private void add(String field, String column, boolean isSure) {
    columns.computeIfAbsent(field, key -> new ArrayList<>()).add(column);
    if (!isSure) {
      unsure.add(field);
    }
  }

  private static boolean isConsent(String plain) {
    return CONSENT.matcher(plain).find() || plain.startsWith("newsletter");
  }

  private static boolean isRead(List<String> values) {
    return !values.isEmpty() && values.stream().allMatch(each -> READ.matcher(each).matches());
  }

  /** Yes and no in any language, or a few words of which one refuses. */
  private static boolean isAnswer(List<String> values) {
    boolean isYesOrNo =
        values.stream()
            .allMatch(each -> READ.matcher(each).matches() || OTHER_WORDS.matcher(each).matches());
    return !values.isEmpty()
        && (isYesOrNo
            || values.stream().distinct().limit(MOST_WORDS + 1L).count() <= MOST_WORDS
                && values.stream().anyMatch(Answers::isRefusal));
  }

  private static List<String> purposes(String plain) {
    var rest = plain;
    var found = new ArrayList<String>();
    for (var purpose : PURPOSES.entrySet()) {
      var words = purpose.getValue().matcher(rest);
      if (words.find()) {
        found.add(purpose.getKey());
        rest = words.replaceAll(" ");
      }
    }
    return found;
  }

  /** What a name says besides consent and purposes. */
  private static String rest(String plain) {
    var rest = CONSENT.matcher(plain).replaceAll(" ");
    for (var words : PURPOSES.values()) {
      rest = words.matcher(rest).replaceAll(" ");
    }
    rest = MARKETING.matcher(rest).replaceAll(" ");
    return FILLER.matcher(rest).replaceAll(" ").strip();
  }

  private static String consent(String plain, List<String> purposes) {
    if (!purposes.isEmpty()) {
      return "consent-" + purposes.get(0);
    }
    return MARKETING.matcher(plain).find() ? "consent-marketing" : "consent";
  }

  /** A field of which somebody has to say whether it is one. */
  private static String named(String column) {
    var words =
        column
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-?(consent-)?|-$", "");
    return "consent-" + (words.isEmpty() || words.equals("consent") ? "other" : words);
  }

  private static String question(String field, String columns) {
    return (field.equals(OPTED_OUT)
            ? "%s: name the one column whose yes refuses all marketing (read are yes, no, y, n, true, false, 1 and 0);"
                + " who refuses one channel belongs in a file of the feed suppressions; if no column refuses,"
                + " remove this line"
            : "%s: if a yes agrees to one purpose, name the column as consent-PURPOSE, such as consent-email or"
                + " consent-advertising; to all, as consent; if a yes refuses, as opted-out; otherwise remove this line")
        .formatted(columns);
  }
}
