package dev.nightjar.identity;

import dev.nightjar.identity.Refusal.Refused;
import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses.
 *
 * <p>The grammar is a subset of RFC 5321: ASCII characters of an atom before the @ (no quoted
 * strings), and two or more labels after it, with the letters that IDNA allows. Dots can follow
 * each other and stand before the @, as in addresses of Japanese mobile carriers; only {@link
 * #dotAtom} refuses those. The top-level domain is not checked: a library's list lacks the newest
 * ones, and their customers would be left out silently.
 */
public final class Emails {
  private static final int MOST_OF_LOCAL_PART = 64;
  private static final int MOST_OF_DOMAIN = 253;
  private static final int MOST_OF_LABEL = 63;
  private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

  /** An address among other text; what is around it can be taken for a part of its beginning. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s,;:<>()\\[\\]\"?|@]+@[\\p{L}\\p{M}\\p{N}.-]*[\\p{L}\\p{M}\\p{N}]");

  /** Marks in front of an address, such as the = of a formula; an address can also begin so. */
  private static final Pattern MARKS = Pattern.compile("^[^\\p{L}\\p{N}]+|.*[\"'/\\p{Pi}\\p{Pf}]");

  private static final Pattern OTHER_LETTERS =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}&&[^\\x00-\\x7f]]");

  private static final Pattern AROUND = Pattern.compile("^[<'\"]*(mailto:)?|[>'\",;.]+$");

  private static final String OTHERS_OF_AN_ATOM = "!#$%&'*+-/=?^_`{|}~";
  private static final Pattern NOT_A_DOT_ATOM = Pattern.compile("\\.[.@]");
  private static final Pattern LEFT_OUT_BY_AMAZON = Pattern.compile("[^\\p{L}\\p{N}_.@-]");

  private Emails() {}

  /** Trimmed, otherwise unchanged. */
  public static String plain(String value) throws Refused {
    return checked(Texts.trim(value));
  }

  /** Trimmed, otherwise unchanged; the mailbox has no dot at its end and no two in a row. */
  public static String dotAtom(String value) throws Refused {
    var email = plain(value);
    if (NOT_A_DOT_ATOM.matcher(email).find()) {
      throw Refusal.NOT_AN_EMAIL.refused();
    }
    return email;
  }

  /** Trimmed, in small letters. */
  public static String lower(String value) throws Refused {
    return checked(Texts.lower(value));
  }

  /** In small letters, without blanks. */
  public static String withoutBlanks(String value) throws Refused {
    return checked(Texts.withoutBlanks(Texts.lower(value)));
  }

  /**
   * In small letters, without blanks. Gmail addresses also lose their dots and everything from a +
   * on, as Gmail ignores these.
   */
  public static String gmailCanonical(String value) throws Refused {
    return withoutDots(Texts.withoutBlanks(Texts.lower(value)), GMAIL);
  }

  /** In small letters; addresses of gmail.com, and no other domain, as Google delivers them. */
  public static String uid2(String value) throws Refused {
    return withoutDots(Texts.lower(value), Set.of("gmail.com"));
  }

  /**
   * In small letters, without blanks. Amazon removes every character but letters, digits and {@code
   * _.@-}, which makes another person's address of one with a plus: such addresses are refused.
   */
  public static String amazon(String value) throws Refused {
    var email = withoutBlanks(value);
    if (LEFT_OUT_BY_AMAZON.matcher(email).find()) {
      throw Refusal.NOT_AN_EMAIL.refused();
    }
    return email;
  }

  private static String withoutDots(String email, Set<String> domains) throws Refused {
    int at = email.indexOf('@');
    var domain = email.substring(at + 1);
    if (at < 0 || !domains.contains(domain)) {
      return checked(email);
    }
    var mailbox = email.substring(0, at);
    int plus = mailbox.indexOf('+');
    var name = (plus < 0 ? mailbox : mailbox.substring(0, plus)).replace(".", "");
    return checked(name + "@" + domain);
  }

  /**
   * The mailboxes that a text names, for comparison: in small letters, Gmail's as Google delivers
   * them, domains in ASCII. A text can have a name before the address, angle brackets, {@code
   * mailto:}, or several addresses; invisible characters do not count. A name and an address with
   * only a blank between them are also the address that exports make of them without the blank.
   */
  static Set<String> identities(String text) {
    var visible = Texts.visible(text).toLowerCase(Locale.ROOT);
    var joined = Texts.withoutBlanks(visible);
    var whole = mailbox(joined);
    if (whole != null && joined.equals(visible) && Character.isLetterOrDigit(whole.charAt(0))) {
      return Set.of(whole);
    }
    var spelled = visible.replace('\u3002', '.').replace("%40", "@").replace("&#64;", "@");
    return Stream.concat(
            Stream.of(joined), ADDRESS.matcher(spelled).results().map(MatchResult::group))
        .flatMap(each -> Stream.of(each, MARKS.matcher(each).replaceFirst("")))
        .map(Emails::mailbox)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable String mailbox(String text) {
    var address = AROUND.matcher(text).replaceAll("");
    int at = address.lastIndexOf('@');
    if (at < 1) {
      return null;
    }
    try {
      var domain = IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
      var local = address.substring(0, at);
      if (GMAIL.contains(domain)) {
        return gmailCanonical(local + "@gmail.com");
      }
      // no destination takes other letters than ASCII's, and they compare all the same
      checked(OTHER_LETTERS.matcher(local).replaceAll("x") + "@" + domain);
      return local + "@" + domain;
    } catch (Refused | IllegalArgumentException e) {
      return null; // the message can contain the address, so it is dropped
    }
  }

  private static String checked(String email) throws Refused {
    int end = email.lastIndexOf('@');
    if (end > 0 && isLocalPart(email, end) && isAsciiDomain(email, end + 1)) {
      return email;
    }
    var composed = Texts.composed(email);
    int at = composed.lastIndexOf('@');
    if (at < 1 || !isLocalPart(composed, at) || !isDomain(composed.substring(at + 1))) {
      throw Refusal.NOT_AN_EMAIL.refused();
    }
    return composed;
  }

  private static boolean isLocalPart(String email, int end) {
    for (int i = 0; i < end; i++) {
      char c = email.charAt(i);
      if (c == '.' ? i == 0 : !isOfAtom(c)) {
        return false;
      }
    }
    return end <= MOST_OF_LOCAL_PART;
  }

  private static boolean isOfAtom(char c) {
    return isLetterOrDigit(c) || OTHERS_OF_AN_ATOM.indexOf(c) >= 0;
  }

  private static boolean isDomain(String domain) {
    if (Texts.isAscii(domain)) {
      return isAsciiDomain(domain, 0);
    }
    try {
      return isAsciiDomain(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES), 0);
    } catch (IllegalArgumentException e) {
      return false; // the message contains the domain, so it is dropped
    }
  }

  /** Whether a text from a position on is a domain. */
  private static boolean isAsciiDomain(String text, int start) {
    int labels = 1;
    int length = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (!isEndOfLabel(text, i, length)) {
          return false;
        }
        labels++;
        length = 0;
      } else if (isLetterOrDigit(c) || c == '-' && length > 0) {
        length++;
      } else {
        return false;
      }
    }
    return labels > 1
        && text.length() - start <= MOST_OF_DOMAIN
        && isEndOfLabel(text, text.length(), length)
        && !isDigit(text.charAt(text.length() - 1));
  }

  private static boolean isEndOfLabel(String text, int end, int length) {
    return length > 0 && length <= MOST_OF_LABEL && text.charAt(end - 1) != '-';
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
