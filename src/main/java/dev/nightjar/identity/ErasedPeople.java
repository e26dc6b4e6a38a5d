package dev.nightjar.identity;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.privacy.Tables.IDENTIFIERS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.PrivacySettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Recognises erased people. Nightjar keeps only an HMAC-SHA-256 (RFC 2104) of each identity, keyed
 * with the configured secret. The database computes it, so that identities do not leave it.
 */
@Component
public final class ErasedPeople {
  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;
  private static final String FIXED_TEXT = "nightjar";

  private final PrivacySettings settings;

  ErasedPeople(PrivacySettings settings) {
    this.settings = settings;
  }

  /**
   * Whether anybody was erased, for a stage of a night.
   *
   * @throws Failure {@link FailureCode#ERASURES_IN_DOUBT} if the secret is not the one of the
   *     erasures
   */
  public boolean areThere(DSLContext db) {
    return areThere(db, "nightjar resume");
  }

  private boolean areThere(DSLContext db, String next) {
    if (!db.fetchExists(IDENTIFIERS)) {
      return false;
    }
    if (settings.secret() == null
        || db.fetchExists(IDENTIFIERS, IDENTIFIERS.SECRET_DIGEST.ne(secretDigest()))) {
      throw new Failure(
          FailureCode.ERASURES_IN_DOUBT,
          """
          People were erased, and privacy.secret %s, so they would not be recognised.
          Next: set NIGHTJAR_PRIVACY_SECRET as it was then, then %s\
          """
              .formatted(
                  settings.secret() == null ? "is missing" : "has changed since then", next));
    }
    return true;
  }

  /**
   * Prepares for an erasure.
   *
   * @throws BadSettings if no secret is set
   * @throws Failure {@link FailureCode#ERASURES_IN_DOUBT} see {@link #areThere}
   */
  public void require(DSLContext db) {
    if (settings.secret() == null) {
      throw new BadSettings(
          List.of(
              "privacy.secret: is missing; openssl rand -hex 32 generates one for NIGHTJAR_PRIVACY_SECRET"));
    }
    areThere(db, "the same command again");
  }

  /** Whether a customer key belongs to an erased person. */
  public Condition haveKey(Field<String> customerKey) {
    return isErased(Identities.ofKey(customerKey));
  }

  /** Whether one of some identities belongs to an erased person. */
  public Condition haveAny(Field<String[]> identities) {
    var identity = field(name("identity"), String.class);
    return exists(
        selectOne().from(table("unnest({0}) identity", identities)).where(isErased(identity)));
  }

  /** Whether an identity belongs to an erased person. */
  public Condition isErased(Field<String> identity) {
    return digest(identity).in(select(IDENTIFIERS.DIGEST).from(IDENTIFIERS));
  }

  /** A check value that changes with the secret. */
  public Field<String> secretDigest() {
    return digest(val(FIXED_TEXT));
  }

  /**
   * Clears everything except the key in records of other customers with an address or number of an
   * erased person.
   *
   * @return the number of records
   */
  public static int unname(DSLContext transaction, Condition which) {
    return transaction
        .update(CUSTOMER_RECORDS)
        .set(CUSTOMER_RECORDS.IS_ERASED, true)
        .setNull(CUSTOMER_RECORDS.FIRST_NAME)
        .setNull(CUSTOMER_RECORDS.LAST_NAME)
        .setNull(CUSTOMER_RECORDS.EMAIL)
        .setNull(CUSTOMER_RECORDS.PHONE)
        .setNull(CUSTOMER_RECORDS.CITY)
        .setNull(CUSTOMER_RECORDS.STATE)
        .setNull(CUSTOMER_RECORDS.ZIP)
        .setNull(CUSTOMER_RECORDS.BIRTH_DATE)
        .setNull(CUSTOMER_RECORDS.ADDRESS)
        .setNull(CUSTOMER_RECORDS.ADDRESS_2)
        .setNull(CUSTOMER_RECORDS.GENDER)
        .setNull(CUSTOMER_RECORDS.IDENTITIES)
        .where(which)
        .execute();
  }

  /** The HMAC of an identity; null for none. */
  public Field<String> digest(Field<String> text) {
    return field(
        "encode(sha256({0} || sha256({1} || convert_to({2}, 'UTF8'))), 'hex')",
        String.class, val(padded(OUTER)), val(padded(INNER)), text);
  }

  private byte[] padded(byte pad) {
    if (settings.secret() == null) {
      throw new IllegalStateException("erased people cannot be recognised without a secret");
    }
    var key = settings.secret().getBytes(StandardCharsets.UTF_8);
    var block = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= pad;
    }
    return block;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
