package dev.nightjar.console.accounts;

import static dev.nightjar.db.console.Tables.TOKENS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The tokens with which programs use the JSON API. Each has a role and an end. Only a SHA-256 of a
 * token is stored: with 256 random bits there is nothing to guess, so that a slow hash, as
 * passwords need it, would protect nothing and cost each request a tenth of a second.
 */
public final class Tokens {
  /** So that people and scanners of secrets see what it is. */
  private static final String PREFIX = "nightjar_";

  private static final int BYTES = 32;
  private static final Pattern SECRET = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  private final DSLContext db;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param db a role that can write tokens
   */
  public Tokens(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A token without its secret.
   *
   * @param expiresAt the moment from which it is refused
   */
  public record Token(String name, Role role, OffsetDateTime createdAt, OffsetDateTime expiresAt) {
    /** As the audit and approvals name it, which no account can be called. */
    public String principal() {
      return "token:" + name;
    }
  }

  /** The tokens by name, those that have expired too. */
  public List<Token> all() {
    return db.selectFrom(TOKENS).orderBy(TOKENS.NAME).fetch(Tokens::token);
  }

  /** A name that no token has, such as ops-1. */
  public String freeName(Role role) {
    var names = all().stream().map(Token::name).toList();
    int number = 1;
    while (names.contains(role + "-" + number)) {
      number++;
    }
    return role + "-" + number;
  }

  /**
   * Makes a token.
   *
   * @param name one that {@link Accounts#isName} accepts
   * @param lifetime after which it is refused
   * @return the secret, which is stored nowhere; empty if there is a token of this name
   */
  public Optional<String> create(String name, Role role, Duration lifetime) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = OffsetDateTime.now(clock);
    int added =
        db.insertInto(TOKENS)
            .set(TOKENS.NAME, name)
            .set(TOKENS.ROLE, role.toString())
            .set(TOKENS.TOKEN_HASH, hash(secret))
            .set(TOKENS.CREATED_AT, now)
            .set(TOKENS.EXPIRES_AT, now.plus(lifetime))
            .onConflict(TOKENS.NAME)
            .doNothing()
            .execute();
    return added == 0 ? Optional.empty() : Optional.of(secret);
  }

  /** The token with a secret; empty if there is none, or if it has expired. */
  public Optional<Token> valid(String secret) {
    if (!SECRET.matcher(secret).matches()) {
      return Optional.empty();
    }
    return db.selectFrom(TOKENS)
        .where(TOKENS.TOKEN_HASH.eq(hash(secret)))
        .and(TOKENS.EXPIRES_AT.gt(OffsetDateTime.now(clock)))
        .fetchOptional(Tokens::token);
  }

  /** Removes a token, which is refused from then on. Returns whether there was one. */
  public boolean remove(String name) {
    return db.deleteFrom(TOKENS).where(TOKENS.NAME.eq(name)).execute() > 0;
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Token token(Record row) {
    return new Token(
        row.get(TOKENS.NAME),
        Role.valueOf(row.get(TOKENS.ROLE).toUpperCase(Locale.ROOT)),
        row.get(TOKENS.CREATED_AT),
        row.get(TOKENS.EXPIRES_AT));
  }
}
