package dev.nightjar.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The channels that a refusal can name, in the spellings of shops and mailing tools. */
public final class Channels {
  private static final String ALL = "all";
  private static final Pattern BETWEEN = Pattern.compile("[,;|/+&]|\\band\\b");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}*]");

  private static final Map<String, String> SPELLINGS = new HashMap<>();

  static {
    add("email", "email", "emails", "mail", "mails", "newsletter", "newsletters");
    add("sms", "sms", "text", "texts", "textmessage", "textmessages", "mms");
    add("phone", "phone", "telephone", "tel", "call", "calls", "voice", "telemarketing");
    add("post", "post", "postal", "postalmail", "directmail", "letter", "letters", "print");
    add("ads", "ads", "ad", "advertising", "advertisement", "advertisements", "onlineads");
    add("social", "social", "socialmedia");
    add("push", "push", "pushnotification", "pushnotifications", "webpush");
    add("app", "app", "inapp", "mobileapp");
    add("whatsapp", "whatsapp", "messenger");
    add(ALL, ALL, "*", "any", "every", "everything", "allchannels", "global", "marketing");
  }

  private Channels() {}

  private static void add(String channel, String... spellings) {
    for (var each : spellings) {
      SPELLINGS.put(each, channel);
    }
  }

  /**
   * The channels that a text names, such as {@code e-mail, ads}.
   *
   * @return names in small letters; none for all channels; empty if one of them is unknown
   */
  public static Optional<Set<String>> of(String text) {
    var channels = new TreeSet<String>();
    for (var part : BETWEEN.split(Texts.lower(text))) {
      var word = NOT_LETTERS.matcher(part).replaceAll("");
      var channel = SPELLINGS.get(word);
      if (channel == null && !word.isEmpty()) {
        return Optional.empty();
      }
      if (channel != null) {
        channels.add(channel);
      }
    }
    return Optional.of(channels.contains(ALL) ? Set.of() : channels);
  }
}
