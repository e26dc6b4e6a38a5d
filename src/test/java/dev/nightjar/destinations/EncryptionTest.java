package dev.nightjar.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.destinations.pgp.Encryption;
import dev.nightjar.destinations.pgp.SigningKey;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class EncryptionTest {
  private static final String ROWS =
      "select 'C' || i, 'zoe' || i || '@example.com' from generate_series(1, %d) i";
  private static final MemberField[] FIELDS = {MemberField.CUSTOMER_KEY, MemberField.EMAIL};

  private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

  @TempDir Path keys;
  @TempDir Path folder;

  @Test
  void everyRecipientAndNobodyElseReadsTheFile(TestDatabase database) throws Exception {
    var ann = AKey.of("ann", keys);
    var bob = AKey.of("bob", keys);
    var eve = AKey.of("eve", keys);
    var extract = extract(ann, bob).encrypted(Encryption.to(List.of(ann.file(), bob.file()), NOW));
    var file = extract.of(database, ROWS.formatted(5000), FIELDS).files().get(0);
    assertThat(file.name()).isEqualTo("a__2025-01-31__full.csv.gz.pgp");
    var plain = AnExtract.of(ShippedProfiles.ALL.get("generic-csv"), folder.resolve("plain"));
    var expected = plain.bytes(plain.of(database, ROWS.formatted(5000), FIELDS).files().get(0));
    for (var reader : List.of(ann, bob)) {
      var read = reader.decrypt(extract.bytes(file));
      assertThat(read.name()).isEqualTo("a__2025-01-31__full.csv.gz");
      assertThat(read.algorithm()).as("AES-256").isEqualTo(9);
      try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(read.bytes()))) {
        assertThat(unpacked.readAllBytes()).isEqualTo(expected);
      }
    }
    assertThatThrownBy(() -> eve.decrypt(extract.bytes(file))).hasMessage("not for this key");
    assertThat(new String(extract.bytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("example.com");
    assertThat(folder.resolve("out").toFile().list()).containsExactly(file.name());
  }

  @Test
  void aFileThatHoldsTheSameIsKept(TestDatabase database) throws Exception {
    var ann = AKey.of("ann", keys);
    var bob = AKey.of("bob", keys);
    var first = extract(ann).encrypted(Encryption.to(List.of(ann.file()), NOW));
    var before = first.of(database, ROWS.formatted(10), FIELDS);
    assertThat(first.after(before).of(database, ROWS.formatted(10), FIELDS).files())
        .isEqualTo(before.files());
    assertThat(first.after(before).of(database, ROWS.formatted(11), FIELDS).files())
        .as("other rows")
        .isNotEqualTo(before.files());
    var made = first.of(database, ROWS.formatted(10), FIELDS);
    var others = extract(ann, bob).encrypted(Encryption.to(List.of(ann.file(), bob.file()), NOW));
    assertThat(others.after(made).of(database, ROWS.formatted(10), FIELDS).files())
        .as("other readers")
        .isNotEqualTo(made.files());
    Files.write(folder.resolve("out").resolve(made.files().get(0).name()), new byte[] {1});
    assertThat(first.after(made).of(database, ROWS.formatted(10), FIELDS).files())
        .as("a damaged file")
        .isNotEqualTo(made.files());
  }

  @Test
  void whatIsNoKeyIsTold() throws IOException {
    var file = Files.writeString(keys.resolve("no-key.asc"), "hello");
    assertThatThrownBy(() -> Encryption.to(List.of(file), NOW)).hasMessageContaining("no-key.asc");
    assertThatThrownBy(() -> Encryption.to(List.of(keys.resolve("missing.asc")), NOW))
        .hasMessageContaining("missing.asc");
  }

  @Test
  void aKeyThatExpiredOrWasRevokedIsNotUsed() throws Exception {
    var valid = AKey.until(NOW.plusSeconds(1), "valid", keys);
    assertThat(Encryption.to(List.of(valid.file()), NOW).recipients()).isNotEmpty();
    var later = AKey.until(NOW.plusSeconds(100), "later", keys);
    var endless = AKey.of("endless", keys);
    assertThat(Encryption.to(List.of(endless.file()), NOW).expires()).isEmpty();
    assertThat(Encryption.to(List.of(endless.file(), later.file(), valid.file()), NOW).expires())
        .contains(NOW.plusSeconds(1));
    var expired = AKey.until(NOW, "expired", keys);
    assertThatThrownBy(() -> Encryption.to(List.of(valid.file(), expired.file()), NOW))
        .hasMessageContaining("expired.asc: the key ")
        .hasMessageContaining(" expired on 2026-06-30");
    var revoked = AKey.of("revoked", keys).revoke();
    assertThatThrownBy(() -> Encryption.to(List.of(revoked.file()), NOW))
        .hasMessageContaining("revoked.asc: the key ")
        .hasMessageContaining(" was revoked");
  }

  /** A server can want text, another ending, and to know who sent the file. */
  @Test
  void aFileIsArmoredAndSigned(TestDatabase database) throws Exception {
    var ann = AKey.of("ann", keys);
    var shop = AKey.of("shop", keys);
    var signing = SigningKey.in(shop.secret("a passphrase", keys), "a passphrase");
    var to = Encryption.to(List.of(ann.file()), NOW).armored(true).signed(signing);
    var profile =
        ShippedProfiles.with(
                "profiles.generic-csv.encryption.recipients[0]=" + ann.file(),
                "profiles.generic-csv.encryption.extension=gpg")
            .get("generic-csv");
    var extract = AnExtract.of(profile, folder.resolve("signed")).encrypted(to);
    var written = extract.of(database, ROWS.formatted(5000), FIELDS);
    var file = written.files().get(0);
    assertThat(file.name()).isEqualTo("a__2025-01-31__full.csv.gpg");
    assertThat(extract.text(file))
        .startsWith("-----BEGIN PGP MESSAGE-----")
        .doesNotContain("Version:");
    var read = ann.decryptSigned(extract.bytes(file), shop);
    assertThat(read.name()).isEqualTo("a__2025-01-31__full.csv");
    var plain = AnExtract.of(ShippedProfiles.ALL.get("generic-csv"), folder.resolve("plain"));
    assertThat(read.bytes())
        .isEqualTo(plain.bytes(plain.of(database, ROWS.formatted(5000), FIELDS).files().get(0)));
    assertThat(extract.after(written).of(database, ROWS.formatted(5000), FIELDS).files())
        .as("the same rows")
        .isEqualTo(written.files());
    var unsigned = extract.encrypted(Encryption.to(List.of(ann.file()), NOW).armored(true));
    assertThat(unsigned.after(written).of(database, ROWS.formatted(5000), FIELDS).files())
        .as("no longer signed")
        .isNotEqualTo(written.files());
    assertThatThrownBy(() -> SigningKey.in(keys.resolve("shop-secret.asc"), "another"))
        .hasMessageContaining("shop-secret.asc")
        .hasMessageNotContaining("another");
  }

  private AnExtract extract(AKey... readers) {
    var settings = new java.util.ArrayList<>(List.of("profiles.generic-csv.compression=gzip"));
    for (int i = 0; i < readers.length; i++) {
      settings.add(
          "profiles.generic-csv.encryption.recipients[%d]=%s".formatted(i, readers[i].file()));
    }
    var profile = ShippedProfiles.with(settings.toArray(String[]::new)).get("generic-csv");
    return AnExtract.of(profile, folder.resolve("out"));
  }
}
