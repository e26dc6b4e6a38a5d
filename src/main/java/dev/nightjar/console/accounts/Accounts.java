package dev.nightjar.console.accounts;

import static dev.nightjar.db.console.Tables.ACCOUNTS;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts of the console. */
public final class Accounts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  /** Without what is read or typed wrongly: 0 and o, 1, i and l. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /** 5 groups of 4 from 31 letters: 99 bits. */
  private static final int GROUPS = 5;

  private static final int GROUP = 4;

  private final DSLContext db;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param db a role that can write accounts
   */
  public Accounts(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * An account.
   *
   * @param passwordHash with its salt and parameters
   * @param changedAt when role or password were last set
   */
  public record Account(String name, Role role, String passwordHash, OffsetDateTime changedAt) {
    /** Without the hash, so that no log has it. */
    @Override
    public String toString() {
      return name + " (" + role + ")";
    }
  }

  /** How passwords are hashed and compared: Argon2id, as OWASP recommends it. */
  public static PasswordEncoder passwords() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  /** Whether a name can be that of an account. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The accounts by name. */
  public List<Account> all() {
    return db.selectFrom(ACCOUNTS).orderBy(ACCOUNTS.NAME).fetch(Accounts::account);
  }

  /** An account by its name, whatever the case of its letters. */
  public Optional<Account> named(String name) {
    return db.selectFrom(ACCOUNTS)
        .where(ACCOUNTS.NAME.eq(name.toLowerCase(Locale.ROOT)))
        .fetchOptional(Accounts::account);
  }

  /**
   * Adds an account with a new password; one that exists gets the role and the password, and its
   * sessions end.
   *
   * @param name one that {@link #isName} accepts
   * @return the password, which is stored nowhere
   */
  public String put(String name, Role role) {
    var password = newPassword();
    var hash = passwords().encode(password);
    var now = OffsetDateTime.now(clock);
    db.insertInto(ACCOUNTS)
        .set(ACCOUNTS.NAME, name)
        .set(ACCOUNTS.ROLE, role.toString())
        .set(ACCOUNTS.PASSWORD_HASH, hash)
        .set(ACCOUNTS.CHANGED_AT, now)
        .onConflict(ACCOUNTS.NAME)
        .doUpdate()
        .set(ACCOUNTS.ROLE, role.toString())
        .set(ACCOUNTS.PASSWORD_HASH, hash)
        .set(ACCOUNTS.CHANGED_AT, now)
        .execute();
    return password;
  }

  /** Removes an account, whose sessions end. Returns whether there was one. */
  public boolean remove(String name) {
    return db.deleteFrom(ACCOUNTS).where(ACCOUNTS.NAME.eq(name)).execute() > 0;
  }

  private String newPassword() {
    var password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private static Account account(Record row) {
    return new Account(
        row.get(ACCOUNTS.NAME),
        Role.valueOf(row.get(ACCOUNTS.ROLE).toUpperCase(Locale.ROOT)),
        row.get(ACCOUNTS.PASSWORD_HASH),
        row.get(ACCOUNTS.CHANGED_AT));
  }
}
